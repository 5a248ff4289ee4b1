// A day that is dragged along the axis.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "ui/axis.hpp"
#include "ui/part.hpp"

namespace offramp::ui {

/// Where the grip of a handle is drawn, and how far from its middle it is still taken, in CSS
/// pixels.
struct Grip {
    float middle;
    float reach;
};

/// Goes on with the drag of a handle, as it was pressed in this frame: sets its day at every step,
/// and for good when it is let go. Escape takes it back.
void drag_day(Pen &pen, const Timeline &timeline, const Axis &axis, UiState &state,
              const Handle &handle, const Press &press, const Grip &grip);

} // namespace offramp::ui
