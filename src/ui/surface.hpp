// What the explorer is drawn on, and what drawing it gave. Plain data; knows no Dear ImGui.
#pragma once

#include "app/exhibit/exhibit.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace offramp::ui {

/// All lengths are CSS pixels.
struct Surface {
    float width;
    float height;          ///< of the canvas as it is now; the content may ask for another
    float pixel_ratio = 1; ///< device pixels in one of ours
    float text_scale = 1;  ///< the reader's text zoom
    bool dark = false;
    bool coarse = false;  ///< a finger points, not a mouse
    bool has_map = false; ///< outcomes by day and units at once are asked for
};

struct Rect {
    float left;
    float top;
    float width;
    float height;
};

/// The nearest place from one edge to another; the first edge where there is no room between them,
/// as on a picture that is narrower than what is drawn on it.
constexpr float within(float place, float from, float to) {
    return std::max(from, std::min(place, to));
}

/// Where something that can be operated was drawn.
struct Item {
    std::string control; ///< id of the Exhibit's control
    std::string part;    ///< "handle" on the timeline, "field" elsewhere, or an option's id
    Rect rect;
};

/// How far a deed of the hand has got.
enum class CommandStage { Dragging, Settled };

/// What the reader did: the page sends the same.
struct Command {
    std::string control;
    ControlValue value;
    CommandStage stage;
};

enum class Pointer { Arrow, Hand, Grab, Grabbing, Text };

struct Drawn {
    float height = 0; ///< that the whole content needs
    std::vector<Item> items;
    std::vector<Rect> texts; ///< where lines of text stand; those of notes on pointing left out
    std::vector<Command> commands;
    Pointer pointer = Pointer::Arrow;
    bool again = false;         ///< another frame is due although nothing will have happened
    bool needs_shaping = false; ///< some text was met that cannot be set letter by letter
};

} // namespace offramp::ui
