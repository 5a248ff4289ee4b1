// Products of 64-bit numbers, and sums that stop at the end of 64 bits instead of running over.
#pragma once

#include <cstdint>

namespace offramp {

/// Both compilers have the type, no standard does.
__extension__ typedef __int128 Wide;

/// Within ±INT64_MAX, so that the result can be negated.
constexpr std::int64_t saturated(Wide value) {
    if (INT64_MAX < value) {
        return INT64_MAX;
    }
    return value < -INT64_MAX ? -INT64_MAX : static_cast<std::int64_t>(value);
}

} // namespace offramp
