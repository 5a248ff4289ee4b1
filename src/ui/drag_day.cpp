#include "ui/drag_day.hpp"

#include <cmath>

namespace offramp::ui {

namespace {

/// Days at which outcomes flip draw a finger that is near, unless it is free.
std::int64_t snapped(const Timeline &timeline, const Axis &axis, float position, bool is_free) {
    constexpr float near = 7; // pixels; where a day is wider than that, days are exact anyhow
    const std::int64_t day = axis.day(position);
    if (is_free || near < axis.pixels_per_day()) {
        return day;
    }
    std::int64_t best = day;
    float distance = near;
    const auto consider = [&](std::int64_t candidate) {
        const float away = std::abs(axis.middle(candidate) - position);
        if (axis.holds(candidate) && away < distance) {
            distance = away;
            best = candidate;
        }
    };
    for (std::size_t i = 1; i < timeline.band.size(); ++i) {
        consider(timeline.band[i].first_day);
        consider(timeline.band[i].first_day - 1);
    }
    return best;
}

} // namespace

void drag_day(Pen &pen, const Timeline &timeline, const Axis &axis, UiState &state,
              const Handle &handle, const Press &press, const Grip &grip) {
    const float mouse = Pen::pointer().x;
    if (press.activated) {
        state.dragged = handle.control;
        state.is_cancelled = false;
        state.last_value = handle.day;
        // Taken by the grip it keeps its place under the finger; elsewhere it comes to it.
        state.pressed_at = mouse;
        state.is_still = std::abs(mouse - grip.middle) <= grip.reach;
        state.grip = state.is_still ? grip.middle - mouse : 0;
    }
    if (state.dragged != handle.control) {
        return;
    }
    if ((press.active || press.released) && state.is_escape_pressed) {
        state.is_cancelled = true;
        pen.operate("cancel", "");
    }
    const float position = mouse + state.grip;
    state.is_still = state.is_still && std::abs(mouse - state.pressed_at) < 2;
    const bool is_main = timeline.handles.front().control == handle.control;
    const std::int64_t day = state.is_still ? state.last_value
                             : is_main      ? snapped(timeline, axis, position, state.is_free)
                                            : axis.day(position);
    // A quick drag may end in the frame in which it moved.
    const bool is_elsewhere = day != state.last_value && !state.is_cancelled;
    if (is_elsewhere && (press.active || press.released)) {
        state.last_value = day;
    }
    if (press.active) {
        pen.point(Pointer::Grabbing);
        if (is_elsewhere) {
            pen.operate(handle.control, state.last_value, CommandStage::Dragging);
        }
    }
    if (press.released) {
        if (!state.is_cancelled) {
            pen.operate(handle.control, state.last_value, CommandStage::Settled);
        }
        state.dragged.clear();
    }
}

} // namespace offramp::ui
