// The static twin.
#pragma once

#include "app/exhibit/exhibit.hpp"

#include <string>

namespace offramp {

/// The static twin: picture, verdict, tables, reasons and sources as an HTML fragment.
std::string export_html(const Exhibit &exhibit);

} // namespace offramp
