// The rungs of a remedy, and what a number of days on them comes to.
#pragma once

#include "core/lease/rule.hpp"

#include <cstdint>
#include <vector>

namespace offramp {

/// Days of fee are counted in hundredths.
inline constexpr std::int64_t hundredths = 100;

/// What one rung gives for a day: minor units, or hundredths of a day of fee, over `divisor`.
struct Rate {
    std::int64_t after; ///< days before the rung
    std::int64_t numerator;
    std::int64_t divisor; ///< at least 1
    friend bool operator==(const Rate &, const Rate &) = default;
};

struct Ladder {
    std::vector<Rate> rates; ///< in the order of their days
    Rungs mode = Rungs::Replace;
    std::int64_t cap = INT64_MAX; ///< no number of days comes to more
    friend bool operator==(const Ladder &, const Ladder &) = default;
};

/// What so many days come to; each rung is rounded on its own, half-up. Endless days come to the
/// cap.
std::int64_t total_of(const Ladder &ladder, std::int64_t days);

/// The fewest days that come to a cap, whatever the ladder's own; `most` if none do.
std::int64_t days_to_cap(const Ladder &ladder, std::int64_t cap, std::int64_t most);

} // namespace offramp
