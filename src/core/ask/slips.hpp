// How late deliveries came that somebody reports: what a guess about the next one can rest on.
#pragma once

#include "core/lease/lease.hpp"
#include "core/lease/range.hpp"

#include <vector>

namespace offramp {

/// One reported delivery beside the day on which it was due. Of one that came before it is due, 0
/// days; of days of which only bounds are public, bounds.
struct Slip {
    TrancheId tranche;
    When due;
    When delivered;
    Count days_late; ///< calendar days, 0 and more
    std::optional<ClauseId> clause;
    friend bool operator==(const Slip &, const Slip &) = default;
};

/// Of every reported delivery whose due day is bounded, under the default readings.
std::vector<Slip> slips_of(const Lease &lease);

} // namespace offramp
