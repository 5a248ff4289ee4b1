// The money of a lease as seen from a day, in parts that add up to the headline, to the cent.
#pragma once

#include "core/evaluate/lease_state.hpp"
#include "core/lease/scenario.hpp"

#include <vector>

namespace offramp {

/// Each part is minor units of the lease's currency. A fee whose amount, first or last day no
/// source states is in no part, but in `unknown`.
struct Ledger {
    Money headline; ///< payable if nobody leaves: the sum of the four parts
    Money due;      ///< for days before the day seen from
    Money firm; ///< still to come, whatever is delivered from now on and whoever takes the first
                ///< free way out still to be had
    Money conditional; ///< becomes firm once what is open or forecast is delivered
    Money cancellable; ///< ends if somebody takes the first free way out
    std::vector<FeeId> unknown;
    friend bool operator==(const Ledger &, const Ledger &) = default;
};

/// Pure and total. A notice supposed for the day seen from or later moves no money; one before it
/// has been given, and what it ends is not firm. A delivery supposed for the day seen from or later
/// is a forecast. Precondition: the scenario is one of this lease.
Ledger ledger_of(const Lease &lease, const Scenario &scenario, Date as_of);

} // namespace offramp
