// The Exhibit for a terminal.
#pragma once

#include "app/exhibit/exhibit.hpp"

#include <string>

namespace offramp {

/// The same answer for a terminal.
std::string export_text(const Exhibit &exhibit);

/// What prose may name, as `id`, a tab and the text, one line each.
std::string export_figures(const Exhibit &exhibit);

} // namespace offramp
