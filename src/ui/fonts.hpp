// The two weights of the picture's letters. fonts_file.cpp or fonts_browser.cpp, chosen in CMake.
#pragma once

#include <imgui.h>

#include <cmath>
#include <cstddef>
#include <vector>

namespace offramp::ui {

/// OpenType files. They stay empty where the browser draws the letters.
struct FontBytes {
    std::vector<std::byte> regular;
    std::vector<std::byte> semibold;
};

struct Fonts {
    ImFont *regular;
    ImFont *semibold;
};

/// Adds both to the current context.
Fonts add_fonts(const FontBytes &files);

/// Lengths of Inter in pixels. Ascent and descent are whole, and count from the base line upward.
struct FontMetrics {
    float em;
    float ascent;
    float descent;
};

/// In the units that assets/subset_font.py writes. Dear ImGui's size of a font is the distance from
/// its lowest to its highest point.
inline FontMetrics metrics_of(float size) {
    constexpr float units_per_em = 512;
    constexpr float ascent = 496;
    constexpr float descent = -124;
    const float scale = 1 / (ascent - descent) * size;
    return {units_per_em * scale, std::ceil(ascent * scale), std::floor(descent * scale)};
}

} // namespace offramp::ui
