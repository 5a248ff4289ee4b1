// What the reader supposes: deliveries, notices, events, delays, chosen readings. Small, and fit
// for a link. Any day or number may be a range: "delivered some time in October" is a scenario.
#pragma once

#include "core/lease/lease.hpp"
#include "core/lease/range.hpp"

#include <cstdint>
#include <vector>

namespace offramp {

enum class Basis { Recorded, Supposed };

/// Every fact has the day on which it takes effect and the day from which it is known; `dawn`
/// when nothing is said of the latter.
struct Delivery {
    TrancheId tranche;
    When day;
    Count units; ///< in this delivery, not cumulative; at least 0
    Basis basis = Basis::Supposed;
    Date known = Date::dawn();
    bool is_all = false; ///< `units` is all that is owed, of which nobody knows how many it is
    friend bool operator==(const Delivery &, const Delivery &) = default;
};

struct Notice {
    When day = exactly(Date::never()); ///< of deemed receipt; of sending where a channel is given
    std::int32_t channel = -1;         ///< index into Lease::channels, or -1
    Date known = Date::dawn();
    friend bool operator==(const Notice &, const Notice &) = default;
};

struct Happening {
    Numbers when; ///< day numbers, or seconds of an instant, by the event's kind
    Date known = Date::dawn();
    friend bool operator==(const Happening &, const Happening &) = default;
};

/// A run of delay, both ends included; `last` is never while it goes on.
struct DelayRun {
    When first;
    When last;
    std::int64_t hours = 0; ///< in all, where the papers count hours; 0: whole days
    Date known = Date::dawn();
    friend bool operator==(const DelayRun &, const DelayRun &) = default;
};
/// Runs of dated days, and days of which only the number is known. Those overlap with nothing.
struct DelayDays {
    std::vector<DelayRun> runs;
    Count undated = exactly(std::int64_t{0});
    friend bool operator==(const DelayDays &, const DelayDays &) = default;
};

struct Scenario {
    std::vector<Delivery> deliveries;
    std::vector<Notice> notices;        ///< by RightId
    std::vector<Happening> events;      ///< by EventId
    std::vector<DelayDays> delays;      ///< by DelayId
    std::vector<std::int32_t> readings; ///< by ReadingId: index of the chosen option
    std::vector<Numbers> unknowns;      ///< by UnknownId: what is supposed of each
    friend bool operator==(const Scenario &, const Scenario &) = default;
};

/// Nothing delivered, no notice, no event, no delay, default readings, unknowns as wide as the
/// lease has them. Every scenario of a lease starts from it, so that its vectors have the lease's
/// sizes.
Scenario blank_scenario(const Lease &lease);

/// The scenario as it was known at the end of a day: what became known later has not happened.
Scenario known_at(Scenario scenario, Date day);

/// The enumerator that a word comes to; precondition: the rule is a word.
std::int32_t word_of(const Lease &lease, const Scenario &scenario, RuleId word);

/// The same for the setting of a rule: its own word, else the lease's convention, else the
/// default of the trade; -1 when nobody says it.
std::int32_t setting_of(const Lease &lease, const Scenario &scenario, const Rule &rule,
                        std::int32_t place, Kind kind);

} // namespace offramp
