// Readings and months as tables for a terminal.
#pragma once

#include "core/evaluate/lease_state.hpp"
#include "core/lease/scenario.hpp"

#include <string>

namespace offramp {

/// Every combination of the readings that matter, with the windows and the money of each.
std::string export_readings(const Lease &lease, const Scenario &scenario, Date as_of);

/// Fees and credits by month, if nobody leaves.
std::string export_months(const Lease &lease, const LeaseState &state);

} // namespace offramp
