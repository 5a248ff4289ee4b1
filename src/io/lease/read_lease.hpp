// A lease document, read. Opens no file.
#pragma once

#include "core/lease/lease.hpp"
#include "io/json/read_result.hpp"

#include <string_view>

namespace offramp {

/// The lease document of schema_version 1 (assets/schema/lease.schema.json).
ReadResult<Lease> read_lease(std::string_view text);

} // namespace offramp
