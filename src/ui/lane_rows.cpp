#include "ui/lane_rows.hpp"

#include <algorithm>

namespace offramp::ui {

namespace {

/// How high a lane must be for the grip on it; nothing where no hand takes one.
float height_for_grip(const Timeline &timeline, const Theme &theme, const Lane &lane) {
    const bool has_grip =
        std::any_of(timeline.handles.begin(), timeline.handles.end(),
                    [&lane](const Handle &one) { return one.lane == lane.id && !one.is_reported; });
    return !has_grip ? 0 : theme.is_coarse ? theme.control_height : 24 * theme.scale;
}

} // namespace

std::vector<LaneRow> lane_rows(const Timeline &timeline, const Theme &theme, float line,
                               float top) {
    const float name = theme.is_narrow ? line + 1 : 0;
    const float air = theme.is_narrow ? 3.0F : 6.0F;
    const float room = (theme.is_narrow ? 184.0F : 146.0F) * theme.scale;
    const float least = theme.is_narrow ? name + 6 + air : line + 1;
    const float share = room / static_cast<float>(std::max<std::size_t>(timeline.lanes.size(), 1));
    const float common = std::max(std::min(share, name + theme.bar_height + air), least);
    std::vector<LaneRow> rows;
    for (const Lane &lane : timeline.lanes) {
        const float height = std::max(common, height_for_grip(timeline, theme, lane));
        rows.push_back({top, height, top + name, common - name - air});
        top += height;
    }
    return rows;
}

} // namespace offramp::ui
