// Sets of days, such as those of a delay. Overlap, rolling windows, caps and allowances need the
// days themselves; a number alone cannot tell.
#pragma once

#include "core/lease/range.hpp"
#include "core/lease/rule.hpp"

#include <vector>

namespace offramp {

/// Days from `first` to `last`, both included.
struct DayRun {
    Date first;
    Date last;
    std::int64_t hours = 0; ///< in all; 0: whole days
    /// The other end of what is known of its first day: no later than it where the run is certain,
    /// no earlier where it is possible.
    Date other_first = first;
    friend bool operator==(const DayRun &, const DayRun &) = default;
};
using DayRuns = std::vector<DayRun>;

/// What is known of a set: `certain` are in it, only `possible` may be. Days of which only the
/// number is known overlap with nothing and lie in no window.
struct DaySet {
    DayRuns certain;
    DayRuns possible;
    Count undated = exactly(std::int64_t{0});
    /// Whether its days may fall into other runs than either of these two: of eight days less one
    /// that is not known, two runs remain. Then runs tell nothing of how many occurrences there
    /// are.
    bool may_split = false;
    friend bool operator==(const DaySet &, const DaySet &) = default;
};

/// The same days in order, overlapping and adjacent runs joined. Hours and occurrences are lost.
DayRuns joined(DayRuns runs);
/// Days in both. Preconditions here and below: the arguments are joined.
DayRuns common(const DayRuns &a, const DayRuns &b);
/// Days of a that are not in b.
DayRuns without(const DayRuns &a, const DayRuns &b);

/// The measure of the runs from a day to a day, both included. Days that overlap count once,
/// occurrences and hours on the first day of their run.
std::int64_t measured(const DayRuns &runs, Measure measure, Date from, Date to);

/// How `reaches` counts: over which stretch, and of how many days when it rolls.
struct Stretch {
    Within within;
    std::int64_t days; ///< of RollingDays
};

/// The first day on which the measure of the stretch that ends on it comes to `n`; never if none.
Date first_reaching(const DayRuns &runs, std::int64_t n, Measure measure, Stretch stretch);

} // namespace offramp
