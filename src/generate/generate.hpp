// Leases and scenarios that nobody signed: for laws that hold of every lease, and for measuring.
#pragma once

#include "core/lease/scenario.hpp"
#include "generate/choices.hpp"

namespace offramp {

enum class Variety {
    Plain, ///< rights for late delivery alone, of the common form; every value known
    Wild,  ///< any form of rule anywhere, delays, remedies, readings and unknowns
};

/// A lease that `io` would take: its rules run in no circle, and what it writes reads back equal.
Lease generated_lease(Choices &choices, Variety variety);

/// Deliveries, notices, events and delays for it; ranges only where the variety is wild.
Scenario generated_scenario(Choices &choices, const Lease &lease, Variety variety);

} // namespace offramp
