// What scenarios, cases and lines of a stream read alike. Internal to io.
#pragma once

#include "core/lease/scenario.hpp"
#include "io/json/cursor.hpp"

namespace offramp {

/// `as_of` is set when the scenario has that key.
Scenario scenario_from(const Cursor &at, const Lease &lease, Date &as_of);
void readings_from(const Cursor &at, const Lease &lease, Scenario &scenario);

} // namespace offramp
