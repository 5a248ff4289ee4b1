// What the reader supposes: deliveries, notices, events, chosen readings. Small, and fit for a
// link. Any day or number may be a range: "delivered some time in October" is a scenario.
#pragma once

#include "core/lease.hpp"
#include "core/range.hpp"

#include <cstdint>
#include <vector>

namespace offramp {

enum class Basis { Recorded, Supposed };

struct Delivery {
    TrancheId tranche;
    When day;
    Count units; ///< in this delivery, not cumulative; at least 0
    Basis basis = Basis::Supposed;
    friend bool operator==(const Delivery &, const Delivery &) = default;
};

struct Scenario {
    std::vector<Delivery> deliveries;
    std::vector<When> notices;                 ///< by RightId: the day of deemed receipt, or never
    std::vector<When> events;                  ///< by EventId
    std::vector<std::int32_t> readings;        ///< by ReadingId: index of the chosen option
    std::vector<Range<std::int64_t>> unknowns; ///< by UnknownId: what is supposed of each
    friend bool operator==(const Scenario &, const Scenario &) = default;
};

/// Nothing delivered, no notice, no event, default readings, unknowns as wide as the lease has
/// them. Every scenario of a lease starts from it, so that its vectors have the lease's sizes.
Scenario blank_scenario(const Lease &lease);

/// The blank scenario with everything delivered on its due day, where a due day is known.
Scenario on_time_scenario(const Lease &lease);

/// The units that a tranche owes under the default readings, before any supposition.
Count committed_units(const Lease &lease, TrancheId tranche);

template <typename T>
const T &chosen(const ByReading<T> &datum, const Scenario &scenario) {
    if (!datum.reading) {
        return datum.options.front();
    }
    return datum.options[static_cast<std::size_t>(scenario.readings[datum.reading->at()])];
}

} // namespace offramp
