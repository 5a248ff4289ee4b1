// Scenarios from JSON.
#include "io/scenario/read_scenario.hpp"

#include "core/ask/published.hpp"
#include "core/days/instant.hpp"
#include "io/lease/grammar.hpp"
#include "io/lease/id_table.hpp"
#include "io/lease/read_ranges.hpp"
#include "io/scenario/scenario_from.hpp"

namespace offramp {

namespace {

constexpr std::size_t most_deliveries = 200; ///< and runs of one delay

/// Index of the element that has this id; an error and nothing when there is none.
template <typename T>
std::optional<std::size_t> index_of_id(const Cursor &at, std::string_view id,
                                       const std::vector<T> &all, const std::string &kind) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id == id) {
            return i;
        }
        known.push_back(all[i].id);
    }
    at.error("unknown_" + kind,
             "This lease has no " + kind + " \"" + std::string{id} + "\"." + suggestion(id, known));
    return std::nullopt;
}

Date known_from(const Cursor &at) {
    const auto known = at.find("known");
    return known ? known->day() : Date::dawn();
}

void delivery_from(const Cursor &at, const Lease &lease, Scenario &scenario) {
    at.expect_object({"tranche", "day", "units", "basis", "known"});
    const auto id = at.require("tranche");
    const auto day = at.require("day");
    const auto index = id ? index_of_id(*id, id->text(), lease.tranches, "tranche") : std::nullopt;
    if (!index || !day) {
        return;
    }
    const auto units = at.find("units");
    const auto basis = at.find("basis");
    const TrancheId tranche{static_cast<std::int32_t>(*index)};
    const Count some = units ? units_from(*units) : committed_units(lease, tranche);
    scenario.deliveries.push_back({tranche, when_from(*day), some,
                                   basis ? basis->word<Basis>() : Basis::Supposed, known_from(at),
                                   !units && !some.known()});
}

/// A day or a range of days; with `sent` and `by` a notice on its way; with `day` and `known` one
/// that is known later.
Notice notice_from(const Cursor &at, const Lease &lease) {
    if (!at.find("sent") && !at.find("day")) {
        return {when_from(at)};
    }
    at.expect_object({"sent", "by", "day", "known"});
    Notice notice;
    notice.known = known_from(at);
    if (at.find("day") && at.find("sent")) {
        at.error("two_days", "A notice has the day on which it is received (\"day\") or is sent "
                             "(\"sent\"), not both.");
    }
    if (const auto day = at.find("day")) {
        notice.day = when_from(*day);
        return notice;
    }
    notice.day = when_from(*at.find("sent"));
    const auto by = at.require("by");
    const auto channel =
        by ? index_of_id(*by, by->text(), lease.channels, "channel") : std::nullopt;
    notice.channel = channel ? static_cast<std::int32_t>(*channel) : -1;
    return notice;
}

std::int64_t instant_from(const Cursor &at) {
    if (at.raw() == "never" || at.raw() == "dawn") {
        return at.raw() == "never" ? INT64_MAX : INT64_MIN;
    }
    const auto instant = parse_instant(at.raw());
    if (!instant) {
        at.error("bad_instant", "Expected an instant such as "
                                "\"2026-09-30T17:00[America/New_York]\", found " +
                                    at.found() + ".");
    }
    return instant ? instant->seconds : INT64_MAX;
}

Happening happening_from(const Cursor &at, const Event &event) {
    const auto when = [&](const Cursor &value) {
        return event.kind == Kind::Instant ? range_from(value, instant_from)
                                           : range_from(value, day_number_from);
    };
    const auto day = at.find("day");
    if (!day) {
        return {when(at)};
    }
    at.expect_object({"day", "known"});
    return {when(*day), known_from(at)};
}

/// A number of days, or runs of them; an object where there are both.
DelayDays delay_from(const Cursor &at) {
    DelayDays delay;
    const auto runs = [&](const Cursor &list) {
        const auto elements = list.elements();
        for (const Cursor &run : elements) {
            run.expect_object({"from", "to", "hours", "known"});
            const auto from = run.require("from");
            const auto to = run.find("to");
            const auto hours = run.find("hours");
            const When first = from ? when_from(*from) : exactly(Date::never());
            const When last = to ? when_from(*to) : exactly(Date::never());
            if (last.most < first.least) {
                run.error("empty_range", "This delay would end before it begins.");
            }
            delay.runs.push_back(
                {first, last, hours ? hours->integer(1, most_units) : 0, known_from(run)});
        }
        if (most_deliveries < elements.size()) {
            list.error("too_many", "Expected at most " + std::to_string(most_deliveries) +
                                       " runs, found " + std::to_string(elements.size()) + ".");
        }
    };
    if (at.is(JsonKind::Array)) {
        runs(at);
    } else if (at.find("runs") || at.find("undated")) {
        at.expect_object({"runs", "undated"});
        if (const auto list = at.find("runs")) {
            runs(*list);
        }
        if (const auto undated = at.find("undated")) {
            delay.undated = units_from(*undated);
        }
    } else {
        delay.undated = units_from(at);
    }
    return delay;
}

Numbers supposed_unknown(const Cursor &at, const Unknown &unknown, const std::string &currency) {
    const Numbers value = range_from(at, [&](const Cursor &one) -> std::int64_t {
        if (unknown.kind == Kind::Day) {
            return day_number_from(one);
        }
        if (unknown.kind == Kind::Amount) {
            return one.decimal(minor_digits(currency)).minor();
        }
        if (unknown.kind == Kind::Truth) {
            return one.boolean() ? 1 : 0;
        }
        return count_from(one);
    });
    const bool is_never = unknown.kind == Kind::Day && value.least == Date::never().day_number();
    if (!is_never && (value.least < unknown.least || unknown.most < value.most)) {
        at.error("out_of_range", "This lies outside what the lease allows for \"" + unknown.id +
                                     "\"; see its \"least\" and \"most\".");
    }
    return value;
}

} // namespace

void readings_from(const Cursor &at, const Lease &lease, Scenario &scenario) {
    at.expect_any_object();
    for (const Cursor &member : at.members()) {
        const auto index = index_of_id(member, member.key(), lease.readings, "reading");
        if (!index) {
            continue;
        }
        const auto option =
            index_of_id(member, member.text(), lease.readings[*index].options, "option");
        scenario.readings[*index] = static_cast<std::int32_t>(option.value_or(0));
    }
}

Scenario scenario_from(const Cursor &at, const Lease &lease, Date &as_of) {
    Scenario scenario = blank_scenario(lease);
    at.expect_object({"deliveries", "notices", "events", "delays", "readings", "unknowns", "inputs",
                      "as_of", "known_at"});
    const auto each_member = [&](std::string_view key, const auto &all, const std::string &kind,
                                 auto read_one) {
        const auto object = at.find(key);
        if (object && object->expect_any_object()) {
            for (const Cursor &member : object->members()) {
                if (const auto index = index_of_id(member, member.key(), all, kind)) {
                    read_one(member, *index);
                }
            }
        }
    };
    if (const auto list = at.find("deliveries")) {
        const auto elements = list->elements();
        for (const Cursor &delivery : elements) {
            delivery_from(delivery, lease, scenario);
        }
        if (most_deliveries < elements.size()) {
            list->error("too_many", "Expected at most " + std::to_string(most_deliveries) +
                                        " deliveries, found " + std::to_string(elements.size()) +
                                        ".");
        }
    }
    each_member("notices", lease.rights, "right", [&](const Cursor &member, std::size_t index) {
        scenario.notices[index] = notice_from(member, lease);
    });
    each_member("events", lease.events, "event", [&](const Cursor &member, std::size_t index) {
        scenario.events[index] = happening_from(member, lease.events[index]);
    });
    each_member("delays", lease.delays, "delay", [&](const Cursor &member, std::size_t index) {
        scenario.delays[index] = delay_from(member);
    });
    for (const char *key : {"unknowns", "inputs"}) {
        each_member(key, lease.unknowns, "unknown", [&](const Cursor &member, std::size_t index) {
            scenario.unknowns[index] =
                supposed_unknown(member, lease.unknowns[index], lease.currency);
        });
    }
    if (const auto readings = at.find("readings")) {
        readings_from(*readings, lease, scenario);
    }
    if (const auto day = at.find("as_of")) {
        as_of = day->day();
    }
    if (const auto day = at.find("known_at")) {
        scenario = known_at(std::move(scenario), day->day());
    }
    return scenario;
}

ReadResult<Scenario> read_scenario(std::string_view text, const Lease &lease) {
    ReadResult<Scenario> result;
    if (const auto document = parse_json(text, result.findings)) {
        ReadContext context{*document, result.findings};
        Date as_of = lease.information_day;
        Scenario scenario = scenario_from(Cursor{context, 0}, lease, as_of);
        if (!has_errors(result.findings)) {
            result.value = std::move(scenario);
        }
    }
    return result;
}

} // namespace offramp
