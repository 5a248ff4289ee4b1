// How the lanes of a timeline share the height that there is.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "ui/theme.hpp"

#include <vector>

namespace offramp::ui {

/// One lane, in CSS pixels from the picture's top: its name stands at `top`, or beside its bar.
struct LaneRow {
    float top;
    float height;
    float bar_top;
    float bar_height;
};

/// Sets the lanes below one another from `top` on, as high as the picture has room for all of them:
/// a picture of many lanes has lower bars, not more height, as long as names and grips have their
/// place. `line` is the height of a line of names.
std::vector<LaneRow> lane_rows(const Timeline &timeline, const Theme &theme, float line, float top);

} // namespace offramp::ui
