// Every combination of disputed readings, with what it comes to.
#pragma once

#include "core/evaluate/lease_state.hpp"
#include "core/lease/scenario.hpp"

#include <cstdint>
#include <vector>

namespace offramp {

/// What a right comes to under one combination.
struct RightReading {
    Truth arises;
    When opens;
    When closes;
    When first_effect;
    friend bool operator==(const RightReading &, const RightReading &) = default;
};

struct Combination {
    std::vector<std::int32_t> options; ///< of the readings that matter, in their order
    std::vector<RightReading> rights;  ///< by RightId
    std::vector<Numbers> values;       ///< by NameId: what every other name comes to
    std::vector<Amount> fees;          ///< by FeeId: their totals
    Amount headline;
    Amount firm;
    Amount payable;
    Amount credits;
    friend bool operator==(const Combination &, const Combination &) = default;
};

struct Readings {
    std::vector<ReadingId> that_matter; ///< those that change an answer in some combination
    std::vector<Combination> combinations;
    bool is_complete; ///< false when there are more than `most_combinations`
    friend bool operator==(const Readings &, const Readings &) = default;
};

/// Of a lease with many rules fewer: what is asked and kept of all of them is bounded.
inline constexpr std::size_t most_combinations = 4096;

/// All combinations of the readings that change something, the others left as the scenario has
/// them. Where there would be more than `most_combinations`, those readings that change nothing by
/// themselves are left out, and then the last ones.
Readings readings(const Lease &lease, const Scenario &scenario, Date as_of);

} // namespace offramp
