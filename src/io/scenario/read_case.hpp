// A worked case, read.
#pragma once

#include "core/ask/case.hpp"
#include "io/json/read_result.hpp"

#include <string_view>

namespace offramp {

/// Whether the text is a case file rather than a lease: an object with a lease inside.
bool is_case(std::string_view text);

/// A case file (tests/cases/README.md).
ReadResult<Case> read_case(std::string_view text);

} // namespace offramp
