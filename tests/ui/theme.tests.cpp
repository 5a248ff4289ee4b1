#include "app/exhibit/palette.hpp"

#include <catch_amalgamated.hpp>

#include <cmath>

using namespace offramp;

namespace {

/// Relative luminance, WCAG 2.2.
double luminance(Rgb colour) {
    const auto channel = [colour](int shift) {
        const double value = ((colour >> shift) & 0xffU) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
}

double contrast(Rgb a, Rgb b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

TEST_CASE("The measure of contrast is that of WCAG", "[ui][theme]") {
    CHECK(contrast(0x000000, 0xffffff) == Catch::Approx(21.0));
    CHECK(contrast(0x777777, 0xffffff) == Catch::Approx(4.48).margin(0.01));
}

TEST_CASE("Text stands out from its ground by 4.5 to 1, in both themes", "[ui][theme]") {
    for (const Palette *palette : {&light_palette, &dark_palette}) {
        CHECK(contrast(palette->ink, palette->paper) >= 4.5);
        CHECK(contrast(palette->ink, palette->field) >= 4.5);
        CHECK(contrast(palette->muted, palette->paper) >= 4.5);
        CHECK(contrast(palette->accent, palette->paper) >= 4.5);
        CHECK(contrast(palette->on_accent, palette->accent) >= 4.5);
        for (std::size_t i = 0; i < tone_count; ++i) {
            INFO(word_of(static_cast<Tone>(i)));
            CHECK(contrast(palette->tones[i].ink, palette->tones[i].fill) >= 4.5);
        }
    }
}

TEST_CASE("Shapes stand out from the paper by 3 to 1, in both themes", "[ui][theme]") {
    for (const Palette *palette : {&light_palette, &dark_palette}) {
        CHECK(contrast(palette->edge, palette->paper) >= 3.0);
        for (std::size_t i = 0; i < tone_count; ++i) {
            INFO(word_of(static_cast<Tone>(i)));
            const ToneColours &tone = palette->tones[i];
            // A pale fill is carried by its edge.
            CHECK(std::max(contrast(tone.fill, palette->paper),
                           contrast(tone.edge, palette->paper)) >= 3.0);
        }
    }
}

TEST_CASE("Tones that stand side by side differ in lightness or in pattern", "[ui][theme]") {
    struct Pair {
        Tone a;
        Tone b;
    };
    for (const Palette *palette : {&light_palette, &dark_palette}) {
        for (const Pair &pair : {Pair{Tone::Exit, Tone::Either}, Pair{Tone::Calm, Tone::Exit},
                                 Pair{Tone::Firm, Tone::Risk}, Pair{Tone::Either, Tone::Calm}}) {
            INFO(word_of(pair.a) << " beside " << word_of(pair.b));
            CHECK(contrast(colours_of(*palette, pair.a).fill, colours_of(*palette, pair.b).fill) >=
                  1.25);
        }
    }
}
