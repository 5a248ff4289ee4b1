// A lease as the document that `read_lease` reads.
#pragma once

#include "core/lease/lease.hpp"
#include "io/json/json_writer.hpp"

#include <string>

namespace offramp {

/// The lease document, ending with a newline. read_lease(write_lease(x)) gives x.
std::string write_lease(const Lease &lease, Layout layout = Layout::Indented);

} // namespace offramp
