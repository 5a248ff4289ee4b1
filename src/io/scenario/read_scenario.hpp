// A scenario, read.
#pragma once

#include "core/lease/scenario.hpp"
#include "io/json/read_result.hpp"

#include <string_view>

namespace offramp {

/// A scenario of this lease; what the text leaves out is as in `blank_scenario`.
ReadResult<Scenario> read_scenario(std::string_view text, const Lease &lease);

} // namespace offramp
