// The picture as a drawing: what the canvas shows, set with the font's own widths. Internal to app.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/export/svg_pen.hpp"

#include <cstdint>

namespace offramp {

/// What is left free at the sides of a picture so wide, in pixels.
std::int64_t margin_of_picture(std::int64_t width);

/// Draws it from a height downwards, as high as the canvas draws it, so that nothing moves when one
/// takes the other's place. Gives where it ends.
std::int64_t draw_picture(SvgPen &pen, const Exhibit &exhibit, std::int64_t width,
                          std::int64_t top);

} // namespace offramp
