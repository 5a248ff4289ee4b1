// What an answer rests on that is not known. Internal to ask.
#pragma once

#include "core/evaluate/lease_state.hpp"

#include <vector>

namespace offramp {

/// What a reason rests on that may be open.
struct Grounds {
    std::vector<UnknownId> unknowns; ///< in the order of the lease
    std::vector<char> tranches;      ///< by TrancheId: whether its delivery is one
};

/// Of one reason of an evaluation, and of all that it rests on.
Grounds grounds_of(const Lease &lease, const LeaseState &state, ReasonId why);

} // namespace offramp
