// Questions from JSON: how likely, and worth it. The words of a link ask the same in another form.
#include "io/lease/id_table.hpp"
#include "io/lease/read_ranges.hpp"
#include "io/scenario/question_from.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t most_values = 200; ///< months of one guess, and days late

Parts parts_from(const Cursor &at) { return at.integer(0, certain); }

Parts never_from(const Cursor &at) {
    const auto never = at.find("never");
    return never ? parts_from(*never) : 0;
}

/// The elements of a list that is not too long.
Cursors values_of(const Cursor &list) {
    const Cursors all = list.elements();
    if (most_values < all.size()) {
        list.error("too_many", "Expected at most " + std::to_string(most_values) +
                                   " values, found " + std::to_string(all.size()) + ".");
    }
    return all;
}

Likely guess_from(const Cursor &at) {
    at.expect_object({"even", "nine_tenth", "never"});
    const auto even = at.require("even");
    const auto nine_tenth = at.require("nine_tenth");
    return Guess{even ? even->day() : Date::never(), nine_tenth ? nine_tenth->day() : Date::never(),
                 never_from(at)};
}

Likely evenly_from(const Cursor &at) {
    at.expect_object({"from", "to", "never"});
    const auto from = at.require("from");
    const auto to = at.require("to");
    return Evenly{from ? from->day() : Date::never(), to ? to->day() : Date::never(),
                  never_from(at)};
}

/// The first day of "2026-10".
Date month_from(const Cursor &at) {
    constexpr Date first = "1900-01-01"_date;
    constexpr Date last = "2200-12-01"_date;
    const auto day =
        at.is(JsonKind::String) ? parse_iso(std::string{at.raw()} + "-01") : std::nullopt;
    if (!day || *day < first || last < *day) {
        at.error("bad_month", "Expected a month from 1900-01 to 2200-12, written YYYY-MM, found " +
                                  at.found() + ".");
        return first;
    }
    return *day;
}

Likely months_from(const Cursor &at) {
    at.expect_object({"months", "never"});
    Months all{{}, never_from(at)};
    Parts whole = all.never;
    for (const Cursor &one : values_of(*at.find("months"))) {
        one.expect_object({"month", "parts"});
        const auto month = one.require("month");
        const auto parts = one.require("parts");
        if (month && parts) {
            all.months.push_back({month_from(*month), parts_from(*parts)});
            whole += all.months.back().weight;
        }
    }
    if (at.clean() && whole != certain) {
        at.error("parts_do_not_add_up",
                 "The months and never add up to " + std::to_string(whole) +
                     " parts; they are parts of a million, and together all of it.");
    }
    return all;
}

Likely late_from(const Cursor &at) {
    at.expect_object({"late"});
    Slips all;
    for (const Cursor &one : values_of(*at.find("late"))) {
        all.days.push_back(units_from(one));
    }
    return all;
}

Likely likely_from(const Cursor &at) {
    return at.find("months")                  ? months_from(at)
           : at.find("late")                  ? late_from(at)
           : at.find("from") || at.find("to") ? evenly_from(at)
                                              : guess_from(at);
}

Elsewhere elsewhere_from(const Cursor &at, const std::string &currency) {
    at.expect_object({"price", "gap_days", "extra"});
    Elsewhere elsewhere{0, 0, Money::zero()};
    if (const auto price = at.require("price")) {
        elsewhere.price = price->decimal(price_digits).minor();
        if (elsewhere.price < 0 || most_price < elsewhere.price) {
            price->error("out_of_range", "Expected a price of one unit for one hour from 0 to "
                                         "1000000, found " +
                                             price->found() + ".");
        }
    }
    if (const auto days = at.find("gap_days")) {
        elsewhere.gap_days = days->integer(0, most_gap_days);
    }
    if (const auto extra = at.find("extra")) {
        elsewhere.extra = extra->decimal(minor_digits(currency));
        if (elsewhere.extra < Money::zero()) {
            extra->error("out_of_range",
                         "Expected a cost of 0 or more, found " + extra->found() + ".");
        }
    }
    return elsewhere;
}

/// Whether a scenario has a delivery of this tranche.
bool is_delivered(const Lease &lease, const Scenario &scenario, std::string_view tranche) {
    return std::any_of(scenario.deliveries.begin(), scenario.deliveries.end(),
                       [&](const Delivery &delivery) {
                           return get(lease.tranches, delivery.tranche).id == tranche;
                       });
}

} // namespace

Question question_from(const Cursor &at, const Lease &lease) {
    Question question;
    at.expect_object({"likely", "slipping", "elsewhere"});
    const auto likely = at.find("likely");
    if (likely && likely->expect_any_object()) {
        for (const Cursor &member : likely->members()) {
            question.likely.push_back({std::string{member.key()}, likely_from(member)});
        }
    }
    if (const auto slipping = at.find("slipping")) {
        question.slipping = slipping->word<Slipping>();
    }
    if (const auto elsewhere = at.find("elsewhere")) {
        question.elsewhere = elsewhere_from(*elsewhere, lease.currency);
    }
    return question;
}

void check_question(const Cursor &at, const Question &question, const Lease &lease,
                    const Scenario &scenario, Date as_of) {
    if (!at.clean()) {
        return; // a stand-in would be complained of once more
    }
    std::vector<std::string_view> known;
    for (const Tranche &tranche : lease.tranches) {
        known.push_back(tranche.id);
    }
    const auto likely = at.find("likely");
    for (const LikelyTranche &one : question.likely) {
        const auto own = likely ? likely->find(one.tranche) : std::nullopt;
        const Cursor place = own ? *own : at;
        const bool is_known = std::find(known.begin(), known.end(), one.tranche) != known.end();
        if (!is_known) {
            place.error("unknown_tranche", "This lease has no tranche \"" + one.tranche + "\"." +
                                               suggestion(one.tranche, known));
        } else if (!is_delivered(lease, scenario, one.tranche)) {
            place.error("no_delivery", "The scenario has no delivery of \"" + one.tranche +
                                           "\" whose day could be guessed; name it under "
                                           "\"deliveries\", with any day.");
        } else if (std::string wrong = complaint_about(one.likely, as_of); !wrong.empty()) {
            place.error("not_likely", std::move(wrong));
        }
    }
}

} // namespace offramp
