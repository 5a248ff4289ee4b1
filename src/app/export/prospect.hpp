// What is likely, as text for a terminal.
#pragma once

#include "app/exhibit/prospect_exhibit.hpp"

#include <string>

namespace offramp {

std::string export_prospect(const ProspectExhibit &prospect);

} // namespace offramp
