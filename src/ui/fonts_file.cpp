// Letters from font files, rasterised by Dear ImGui: for tests.
#include "ui/fonts.hpp"

#include <cstring>

namespace offramp::ui {

namespace {

enum class Fill { Own, Gaps };

/// A font of its own, or what fills the gaps of the one before.
ImFont *add_font(const std::vector<std::byte> &bytes, Fill fill = Fill::Own) {
    ImFontConfig config;
    config.MergeMode = fill == Fill::Gaps;
    config.FontDataOwnedByAtlas = true; // the atlas frees what it is given
    void *const copy = IM_ALLOC(bytes.size());
    std::memcpy(copy, bytes.data(), bytes.size());
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(copy, static_cast<int>(bytes.size()), 15,
                                                      &config);
}

} // namespace

Fonts add_fonts(const FontBytes &files) {
    const Fonts fonts{add_font(files.regular), add_font(files.semibold)};
    add_font(files.regular, Fill::Gaps); // letters that only running text needs
    return fonts;
}

} // namespace offramp::ui
