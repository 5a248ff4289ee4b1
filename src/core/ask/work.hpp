// How much may be asked of a lease. Questions are not all alike: one about 250 rights evaluates as
// many rules as a hundred about two. So what is limited is rules, on every machine alike.
#pragma once

#include "core/evaluate/lease_state.hpp"

#include <algorithm>
#include <cstddef>

namespace offramp {

/// Rules that may still be evaluated; a million of them take a thirtieth of a second.
class Work {
  public:
    constexpr explicit Work(std::size_t rules) : left_(rules) {}

    bool is_done() const { return left_ == 0; }
    std::size_t left() const { return left_; }
    /// A question was answered; the last one may have cost more than was left.
    void take(const LeaseState &answer) { left_ -= std::min(left_, answer.work); }

  private:
    std::size_t left_;
};

/// For the ways out of one lease, for its ledger, for one picture, and for all turns of its answer.
inline constexpr std::size_t most_work_of_ways = 2'000'000;
inline constexpr std::size_t most_work_of_ledger = 600'000;
inline constexpr std::size_t most_work_of_regimes = 1'000'000;
inline constexpr std::size_t most_work_of_turns = 400'000;
/// For all days of what is likely, together.
inline constexpr std::size_t most_work_of_prospect = 30'000'000;

} // namespace offramp
