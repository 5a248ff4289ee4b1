// What fonts_browser.cpp asks of the platform: one letter at a time, as the browser draws it.
#pragma once

#include <cstdint>

namespace offramp::ui {

enum class Weight : std::int32_t { Regular = 400, SemiBold = 600 };

/// The samples that hold a letter, counted rightward and downward from its origin on the base line.
/// One without anything to see has the width 0.
struct GlyphBox {
    std::int32_t left;
    std::int32_t top;
    std::int32_t width;
    std::int32_t height;
};

/// From a letter's origin to the next one's, in ems.
float glyph_advance(Weight weight, std::uint32_t letter);
/// The em is in device pixels, each of which is `across` (1 or 2) samples wide and one high.
GlyphBox measure_glyph(Weight weight, float em, std::int32_t across, std::uint32_t letter);
/// Of the letter that was measured last: how much of the pixel that ends with each sample is
/// covered, from 0 to 255, row by row. Precondition: room for width * height bytes.
void draw_glyph(unsigned char *coverage);

} // namespace offramp::ui
