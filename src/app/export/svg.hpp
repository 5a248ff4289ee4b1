// The picture of an Exhibit as SVG.
#pragma once

#include "app/exhibit/exhibit.hpp"

#include <string>

namespace offramp {

/// The picture as a stand-alone SVG with a title and a description; colours by class names that
/// web/element/element.css knows, and by attributes where no style sheet is at hand.
std::string export_svg(const Exhibit &exhibit);

} // namespace offramp
