// The explorer, drawn: an Exhibit in, operations out. Computes no day and no amount; the only
// arithmetic is that of places.
#pragma once

#include "app/exhibit.hpp"
#include "ui/pen.hpp"

#include <cstdint>
#include <string>

namespace offramp::ui {

/// What drawing must remember from frame to frame, and nothing else.
struct UiState {
    std::string dragged;         ///< control that is being dragged; empty for none
    float grip = 0;              ///< from the pointer to the middle of what it drags
    std::int64_t last_value = 0; ///< that the drag has set
    bool is_cancelled = false;   ///< Escape was pressed; ignore the drag until it ends
    std::string focused;         ///< "control/part" that has the keyboard in the mirror
};

/// A place for one part: its top left corner and its width.
struct Slot {
    float left;
    float top;
    float width;
};

/// Draws everything inside the current ImGui window; gives the height that it took.
float draw(const Exhibit &exhibit, const Theme &theme, const Fonts &fonts, UiState &state,
           Drawn &drawn, float width);

// The parts. Each draws itself into a slot and gives its height.
float draw_header(Pen &pen, const Exhibit &exhibit, Slot slot);
float draw_timeline(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot);
float draw_suppositions(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot);
float draw_readings(Pen &pen, const Exhibit &exhibit, Slot slot);
float draw_money(Pen &pen, const Exhibit &exhibit, Slot slot);
float draw_rights(Pen &pen, const Exhibit &exhibit, Slot slot);
float draw_key_dates(Pen &pen, const Exhibit &exhibit, Slot slot);
float draw_why(Pen &pen, const Exhibit &exhibit, Slot slot);

/// A section's heading with a hairline above it; gives its height.
float draw_section(Pen &pen, std::string_view title, Slot slot);

// Widgets, each for one control of the Exhibit.
float draw_choice(Pen &pen, const Control &control, Slot slot);
float draw_slider(Pen &pen, const Control &control, UiState &state, Slot slot);
void draw_button(Pen &pen, const Control &control, const Rect &rect);
float draw_switch(Pen &pen, const Control &control, Slot slot);
void draw_day_field(Pen &pen, const Control &control, const Rect &rect);

const Control *find_control(const Exhibit &exhibit, std::string_view id);

} // namespace offramp::ui
