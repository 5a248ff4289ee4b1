// Scenarios and cases from JSON.
#include "io/read.hpp"

#include "io/readers.hpp"

namespace offramp {

namespace {

constexpr std::int64_t most_units = 1'000'000'000'000;
constexpr std::size_t most_deliveries = 200;

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

When when_from(const Cursor &at) {
    if (!at.is(JsonKind::Object)) {
        return exactly(at.day(true));
    }
    at.expect_object({"from", "to"});
    const auto from = at.require("from");
    const auto to = at.require("to");
    if (!from || !to) {
        return any_day();
    }
    const When when = {from->day(true), to->day(true)};
    if (when.most < when.least) {
        to->error("empty_range", "Expected a day not before " + to_iso(when.least) + ", found " +
                                     to->found() + ".");
        return any_day();
    }
    return when;
}

Count units_from(const Cursor &at) {
    if (!at.is(JsonKind::Object)) {
        return exactly(at.integer(0, most_units));
    }
    at.expect_object({"from", "to"});
    const auto from = at.require("from");
    const auto to = at.require("to");
    const Count units = {from ? from->integer(0, most_units) : 0,
                         to ? to->integer(0, most_units) : most_units};
    if (units.most < units.least) {
        to->error("empty_range", "Expected a number not below " + std::to_string(units.least) +
                                     ", found " + to->found() + ".");
        return {0, most_units};
    }
    return units;
}

void delivery_from(const Cursor &at, const Lease &lease, Scenario &scenario) {
    at.expect_object({"tranche", "day", "units", "basis"});
    const auto id = at.require("tranche");
    const auto day = at.require("day");
    const auto index = id ? index_of_id(*id, id->text(), lease.tranches, "tranche") : std::nullopt;
    if (!index || !day) {
        return;
    }
    const auto units = at.find("units");
    const auto basis = at.find("basis");
    const TrancheId tranche{static_cast<std::int32_t>(*index)};
    scenario.deliveries.push_back({tranche, when_from(*day),
                                   units ? units_from(*units) : committed_units(lease, tranche),
                                   basis ? basis->word<Basis>() : Basis::Supposed});
}

Range<std::int64_t> supposed_unknown(const Cursor &at, const Unknown &unknown,
                                     const std::string &currency) {
    Range<std::int64_t> value{};
    switch (unknown.kind) {
    case UnknownKind::Day: {
        const When when = when_from(at);
        value = {when.least.day_number(), when.most.day_number()};
        break;
    }
    case UnknownKind::Count:
        value = units_from(at);
        break;
    case UnknownKind::Amount:
        value = exactly(at.decimal(minor_digits(currency)).minor());
        break;
    }
    if (value.least < unknown.least || unknown.most < value.most) {
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
    at.expect_object({"deliveries", "notices", "events", "readings", "unknowns", "as_of"});
    const auto each_member = [&](std::string_view key, auto read_one) {
        const auto object = at.find(key);
        if (object && object->expect_any_object()) {
            for (const Cursor &member : object->members()) {
                read_one(member);
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
    each_member("notices", [&](const Cursor &member) {
        if (const auto index = index_of_id(member, member.key(), lease.rights, "right")) {
            scenario.notices[*index] = when_from(member);
        }
    });
    each_member("events", [&](const Cursor &member) {
        if (const auto index = index_of_id(member, member.key(), lease.events, "event")) {
            scenario.events[*index] = when_from(member);
        }
    });
    each_member("unknowns", [&](const Cursor &member) {
        if (const auto index = index_of_id(member, member.key(), lease.unknowns, "unknown")) {
            scenario.unknowns[*index] =
                supposed_unknown(member, lease.unknowns[*index], lease.currency);
        }
    });
    if (const auto readings = at.find("readings")) {
        readings_from(*readings, lease, scenario);
    }
    if (const auto day = at.find("as_of")) {
        as_of = day->day();
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
