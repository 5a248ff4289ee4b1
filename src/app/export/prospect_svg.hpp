// What is likely as a drawing.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/exhibit/prospect_exhibit.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace offramp {

/// The days of delivery as a hill in the colours of what follows from each, never beside it, and
/// the chances as a hundred dots. 960 wide, on light paper.
std::string export_prospect_svg(const Exhibit &exhibit, const ProspectExhibit &prospect);

/// A hundred dots shared among parts of a million, by the largest remainders.
std::vector<std::int64_t> dots_of(const std::vector<std::int64_t> &parts);

} // namespace offramp
