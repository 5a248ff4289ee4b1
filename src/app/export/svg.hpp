// The picture of an Exhibit as SVG.
#pragma once

#include "app/exhibit/exhibit.hpp"

#include <cstdint>
#include <string>

namespace offramp {

/// Widths that a picture is set for, in CSS pixels; others are brought between them.
inline constexpr std::int64_t least_picture_width = 280;
inline constexpr std::int64_t most_picture_width = 1600;

/// What the canvas shows, as a stand-alone SVG with a title: whose answer, axis,
/// band, lanes, days, money. Colours stand as attributes, and as class names for pages that know
/// them.
std::string export_picture(const Exhibit &exhibit, std::int64_t width, bool is_dark);

/// The same as a figure to print: with a description, title, question, answer, the day that it is
/// seen from and the sources of its terms. 960 wide, on light paper.
std::string export_svg(const Exhibit &exhibit);

} // namespace offramp
