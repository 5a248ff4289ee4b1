// The scenario that a lease is published with, and what of a scenario is reported.
#pragma once

#include "core/evaluate/lease_state.hpp"
#include "core/lease/scenario.hpp"

namespace offramp {

/// What follows from the blank scenario, up to the fees.
LeaseState blank_state(const Lease &lease);

/// The blank scenario with what is reported of deliveries. A tranche of which nothing is reported
/// is delivered on its due day; on one of its possible due days where they are all that is known,
/// and on no day before the information day where not even they are.
Scenario on_time_scenario(const Lease &lease);
/// The same, where `blank` is that state.
Scenario on_time_scenario(const Lease &lease, const LeaseState &blank);

/// A delivery of which nothing is reported and nothing is supposed: any day, or never.
inline bool is_open(const Delivery &delivery) { return delivery.day == any_day(); }

/// The blank scenario with what is reported of deliveries, and every other tranche open.
Scenario open_scenario(const Lease &lease);

/// Whether all that the scenario has of a tranche's delivery is reported, and as it is reported.
bool is_as_reported(const Lease &lease, const Scenario &scenario, TrancheId tranche);

/// The units that a tranche owes under the default readings, before any supposition.
Count committed_units(const Lease &lease, TrancheId tranche);

/// The scenario without the notices that are received on the day seen from or later: they have not
/// been given. One that came by a channel stands on the day on which it was received.
Scenario without_coming_notices(const Lease &lease, const Scenario &scenario, Date as_of);

/// The one delivery that a right waits for, which its trigger names; null where it waits for
/// several, or for something else.
const Delivery *awaited_by(const Lease &lease, const Scenario &scenario, const Right &right);

} // namespace offramp
