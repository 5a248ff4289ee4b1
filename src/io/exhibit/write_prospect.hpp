// What is likely, as JSON.
#pragma once

#include "app/exhibit/prospect_exhibit.hpp"

#include <string>

namespace offramp {

std::string write_prospect(const ProspectExhibit &prospect);

} // namespace offramp
