// A scenario as the text that `read_scenario` reads.
#pragma once

#include "core/lease/scenario.hpp"
#include "io/json/json_writer.hpp"

#include <string>

namespace offramp {

/// What of the scenario differs from the lease's blank one, ending with a newline.
std::string write_scenario(const Scenario &scenario, const Lease &lease,
                           Layout layout = Layout::Indented);

} // namespace offramp
