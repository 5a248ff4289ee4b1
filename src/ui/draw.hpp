// The picture, drawn: an Exhibit in, commands out. Computes no day and no amount; the only
// arithmetic is that of places. Everything else that the Exhibit says is the page's.
#pragma once

#include "ui/part.hpp"

namespace offramp::ui {

/// Draws everything inside the current ImGui window; gives the height that it took.
float draw(const Exhibit &exhibit, const Surface &surface, const Fonts &fonts, UiState &state,
           Drawn &drawn);

// The parts. Each draws itself into a slot and gives its height, 0 where it has nothing to say.
float draw_status(Pen &pen, const Exhibit &exhibit, Slot slot);
/// Adds to `unnamed` the tones of the band whose name stands nowhere in it.
float draw_timeline(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot,
                    std::vector<Tone> &unnamed);
float draw_outcomes(Pen &pen, const Exhibit &exhibit, const std::vector<Tone> &unnamed, Slot slot);
float draw_ledger(Pen &pen, const Exhibit &exhibit, Slot slot);
float draw_map(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot);

} // namespace offramp::ui
