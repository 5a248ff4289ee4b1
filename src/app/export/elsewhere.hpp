// Stay or leave, as text for a terminal.
#pragma once

#include "app/exhibit/elsewhere_exhibit.hpp"

#include <string>

namespace offramp {

std::string export_elsewhere(const ElsewhereExhibit &shown);

} // namespace offramp
