// Letters from the browser, which has more of them than any file that a page could bring.
#include "ui/fonts.hpp"
#include "ui/glyphs.hpp"

#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

namespace offramp::ui {

namespace {

constexpr ImWchar first_printable = 0x20;

bool has_glyph(ImFontAtlas *, ImFontConfig *, ImWchar letter) { return first_printable <= letter; }

bool init_baked(ImFontAtlas *, ImFontConfig *, ImFontBaked *baked, void *) {
    const FontMetrics metrics = metrics_of(baked->Size);
    baked->Ascent = metrics.ascent;
    baked->Descent = metrics.descent;
    return true;
}

/// Dear ImGui asks either for the glyph or for its advance alone.
bool load_glyph(ImFontAtlas *atlas, ImFontConfig *source, ImFontBaked *baked, void *,
                ImWchar letter, ImFontGlyph *glyph, float *only_advance) {
    if (letter < first_printable) {
        return false;
    }
    const auto weight = static_cast<Weight>(source->FontLoaderFlags);
    const float em = metrics_of(baked->Size).em;
    const float advance = glyph_advance(weight, letter) * em;
    if (only_advance != nullptr) {
        *only_advance = advance;
        return true;
    }
    glyph->Codepoint = letter;
    glyph->AdvanceX = advance;

    int across = 1;
    int down = 1;
    ImFontAtlasBuildGetOversampleFactors(source, baked, &across, &down);
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    const GlyphBox box = measure_glyph(weight, em * density, across, letter);
    if (box.width == 0) {
        return true;
    }
    const ImFontAtlasRectId pack = ImFontAtlasPackAddRect(atlas, box.width, box.height);
    if (pack == ImFontAtlasRectId_Invalid) {
        return false;
    }
    ImVector<unsigned char> &coverage = atlas->Builder->TempBuffer;
    coverage.resize(box.width * box.height);
    draw_glyph(coverage.Data);

    // Coverage belongs to the pixel that ends with a sample: its middle lies further left.
    const float sample = 1 / (density * static_cast<float>(across));
    const float left = static_cast<float>(box.left) - static_cast<float>(across - 1) / 2;
    glyph->X0 = left * sample;
    glyph->X1 = (left + static_cast<float>(box.width)) * sample;
    glyph->Y0 = static_cast<float>(box.top) / density + baked->Ascent;
    glyph->Y1 = static_cast<float>(box.top + box.height) / density + baked->Ascent;
    glyph->Visible = true;
    glyph->PackId = pack;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph,
                                       ImFontAtlasPackGetRect(atlas, pack), coverage.Data,
                                       ImTextureFormat_Alpha8, box.width);
    return true;
}

ImFont *add_font(Weight weight) {
    ImFontConfig config;
    config.SizePixels = 15;
    config.FontLoader = ImGuiFreeType::GetFontLoader();
    config.FontLoaderFlags = static_cast<unsigned>(weight); // ours to give a meaning
    return ImGui::GetIO().Fonts->AddFont(&config);
}

} // namespace

Fonts add_fonts(const FontBytes &) {
    return {add_font(Weight::Regular), add_font(Weight::SemiBold)};
}

} // namespace offramp::ui

/// Dear ImGui knows two makers of letters by name; under this one it leaves its own out.
const ImFontLoader *ImGuiFreeType::GetFontLoader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "browser";
        made.FontSrcContainsGlyph = offramp::ui::has_glyph;
        made.FontBakedInit = offramp::ui::init_baked;
        made.FontBakedLoadGlyph = offramp::ui::load_glyph;
        return made;
    }();
    return &loader;
}
