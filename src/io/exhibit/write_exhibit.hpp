// The view model of a lease as JSON.
#pragma once

#include "app/exhibit/exhibit.hpp"

#include <string>

namespace offramp {

/// The whole Exhibit on one line, for readers that are not C++.
std::string write_exhibit(const Exhibit &exhibit);

} // namespace offramp
