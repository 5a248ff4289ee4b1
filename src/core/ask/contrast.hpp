// What it would take: the nearest change on each axis that turns an answer, and the one fact that
// would settle an answer that depends.
#pragma once

#include "core/ask/regimes.hpp"

#include <optional>
#include <vector>

namespace offramp {

/// The values of an axis among which changes are sought, both included.
struct AxisRange {
    Axis axis;
    std::int64_t first;
    std::int64_t last;
    friend bool operator==(const AxisRange &, const AxisRange &) = default;
};

/// All axes of a scenario, each with a range that is worth looking at: ten years either way for
/// days, up to twice what is owed for units, ten years for days of delay, and for unknown facts as
/// far as the lease bounds them, else a million.
std::vector<AxisRange> axes_of(const Lease &lease, const Scenario &scenario);

/// One change that turns the answer.
struct Contrast {
    RightId right;
    Axis axis;
    std::int64_t from; ///< what is supposed now
    std::int64_t to;   ///< the nearest value at which the answer is another
    Truth answer;      ///< there
    friend bool operator==(const Contrast &, const Contrast &) = default;
};

/// For each axis whose value is exactly supposed, and each right, the nearest value at which it is
/// otherwise whether the right arises; the earlier of two at the same distance. Axes on which
/// nothing turns are left out, and so is what a written number of questions does not reach.
std::vector<Contrast> contrast(const Lease &lease, const Scenario &scenario);

/// The one fact that settles what becomes of a right: known exactly, it leaves neither open whether
/// the right arises nor which statuses it goes through, whatever the fact turns out to be. Nothing
/// when nothing is open, or when no fact settles it alone.
std::optional<Axis> settling_fact(const Lease &lease, const Scenario &scenario, RightId right);

} // namespace offramp
