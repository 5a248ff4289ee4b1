// The world in which a part of the ledger is found: of all days on which what is still open may be
// delivered, those that make it least, or most.
#pragma once

#include "core/ask/work.hpp"
#include "core/evaluate/lease_state.hpp"
#include "core/lease/scenario.hpp"

#include <span>
#include <vector>

namespace offramp {

/// What a part of the ledger supposes beside the scenario. No notice is still to come in either.
enum class LedgerWorld {
    Undecided, ///< what is still to be delivered comes on any day from now on, or never, whichever
               ///< leaves the least to pay: `firm`
    Delivered, ///< a forecast comes on the day seen from, and what is not recorded came by then, on
               ///< the day that leaves the most to pay: `firm` and `conditional`
};

/// The last day of a fee that is paid for: before the first free exit still to be had on the as-of
/// day, and before a right that was used ends it; never without either.
When paid_until(const FeeState &fee);

/// What a fee comes to up to a day, both ends of what is possible; everything up to `never`.
Amount accrued_until(const FeeState &fee, const When &last);

/// Finds worlds one after another, in the same memory.
class World {
  public:
    /// Exact: the money of a whole range of days is asked at once, and the range is taken where one
    /// of its ends comes to as much; otherwise it is halved. Where that takes more than a written
    /// number of questions, or than this work, `Undecided` is a range that holds the truth, and
    /// `Delivered` the best of the days asked about. Preconditions: no notice is still to come in
    /// the scenario, which is one of this lease, as are the fees; `state` is its evaluation, and
    /// the answer where nothing is open, or there are no fees. The answer is valid until the next
    /// one.
    const LeaseState &find(const Lease &lease, const Scenario &scenario, const LeaseState &state,
                           Date as_of, LedgerWorld world, std::span<const FeeId> fees, Work &work);

    /// The last answer's.
    const Scenario &scenario() const { return scenario_; }

  private:
    class Search;

    Scenario scenario_;
    LeaseState state_;
    LeaseState asked_; ///< about the run of days that is looked at
    LeaseState end_;   ///< about one of its ends
};

} // namespace offramp
