// What every part of the page draws with: its place, what it remembers, and the few things that all
// parts have in common. Knows no part.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "ui/axis.hpp"
#include "ui/pen.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::ui {

/// Two fingers, or the wheel with Ctrl: what the picture shows is to grow or to move.
struct ViewGesture {
    float x;      ///< the place that stays under the fingers
    float factor; ///< above 1: fewer days fill the picture
    float shift;  ///< pixels to the right
};

/// What drawing must remember from frame to frame, and nothing else.
struct UiState {
    Hand hand;
    std::string dragged; ///< control that is being dragged; empty for none
    float grip = 0; ///< from the pointer to the middle of what it drags; on the map, its top then
    float pressed_at = 0;           ///< where the pointer took it
    bool is_still = false;          ///< taken by the grip, and not moved since
    std::int64_t last_value = 0;    ///< that the drag has set
    bool is_escape_pressed = false; ///< since the last frame
    bool is_cancelled = false;      ///< so it was during a drag, which is ignored until it ends
    bool is_free = false;           ///< Alt is held: days do not snap to where outcomes flip
    std::optional<ViewGesture> view_gesture; ///< not yet answered
    std::string focused;                     ///< "control/part" that has the keyboard in the page
};

/// A place for one part: its top left corner and its width.
struct Slot {
    float left;
    float top;
    float width;
};

/// Names of months along an axis, those that do not collide; gives where what follows begins.
float draw_ticks(Pen &pen, const std::vector<Tick> &ticks, const Axis &axis, float top);

const Control *find_control(const Exhibit &exhibit, std::string_view id);

} // namespace offramp::ui
