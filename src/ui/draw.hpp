// The explorer, drawn: an Exhibit in, commands out. Computes no day and no amount; the only
// arithmetic is that of places.
#pragma once

#include "ui/part.hpp"

namespace offramp::ui {

/// Draws everything inside the current ImGui window; gives the height that it took.
float draw(const Exhibit &exhibit, const Theme &theme, const Fonts &fonts, UiState &state,
           Drawn &drawn, float width);

// The parts. Each draws itself into a slot and gives its height.
float draw_header(Pen &pen, const Exhibit &exhibit, Slot slot);
float draw_presets(Pen &pen, const Exhibit &exhibit, Slot slot);
float draw_timeline(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot);
float draw_regimes(Pen &pen, const Exhibit &exhibit, Slot slot);
float draw_map(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot);
float draw_ledger(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot);

// Widgets, each for one control of the Exhibit.
/// Choices of more options than this are one field that opens the mirror's own list.
inline constexpr std::size_t most_chips = 6;
float draw_chips(Pen &pen, const Control &control, Slot slot);
/// `face` is what stands on the button; its whole name is said when pointed at.
void draw_button(Pen &pen, const Control &control, std::string_view face, const Rect &rect);

} // namespace offramp::ui
