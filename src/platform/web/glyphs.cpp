// Letters by way of JavaScript: web/engine/glyphs.mjs is the other side.
#include "ui/glyphs.hpp"

#include <emscripten/emscripten.h>

// clang-format off
EM_JS(float, offramp_glyph_advance, (std::int32_t weight, std::uint32_t letter), {
    return Module.glyphs.advance(weight, letter);
});
EM_JS(void, offramp_measure_glyph, (std::int32_t weight, float em, std::int32_t across,
                                    std::uint32_t letter, offramp::ui::GlyphBox *box), {
    HEAP32.set(Module.glyphs.measure(weight, em, across, letter), box >> 2);
});
EM_JS(void, offramp_draw_glyph, (unsigned char *coverage), {
    HEAPU8.set(Module.glyphs.draw(), coverage);
});
// clang-format on

namespace offramp::ui {

float glyph_advance(Weight weight, std::uint32_t letter) {
    return offramp_glyph_advance(static_cast<std::int32_t>(weight), letter);
}

GlyphBox measure_glyph(Weight weight, float em, std::int32_t across, std::uint32_t letter) {
    GlyphBox box{};
    offramp_measure_glyph(static_cast<std::int32_t>(weight), em, across, letter, &box);
    return box;
}

void draw_glyph(unsigned char *coverage) { offramp_draw_glyph(coverage); }

} // namespace offramp::ui
