// Outcomes by day and by units, with one dot to drag over both.
#include "ui/draw.hpp"

#include "ui/axis.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace offramp::ui {

namespace {

/// Between units and pixels. Each row is as high as its share, but never too low to be hit.
class Scale {
  public:
    Scale(const RegimeMap &map, float top, float height, float least_row) : map_(map) {
        const auto units = static_cast<float>(map.rows.front().most + 1);
        for (const RegimeMap::Row &row : map.rows) {
            tops_.push_back(top);
            const float share = static_cast<float>(row.most - row.least + 1) / units;
            top += std::max(height * share, least_row);
        }
        tops_.push_back(top);
    }

    float bottom() const { return tops_.back(); }
    float top(std::size_t row) const { return tops_[row]; }
    float bottom(std::size_t row) const { return tops_[row + 1]; }

    float y(std::int64_t units) const {
        for (std::size_t i = 0; i < map_.rows.size(); ++i) {
            const RegimeMap::Row &row = map_.rows[i];
            if (row.least <= units) {
                const auto of = static_cast<float>(row.most - row.least + 1);
                const float share = (static_cast<float>(row.most - units) + 0.5F) / of;
                return top(i) + std::clamp(share, 0.0F, 1.0F) * (bottom(i) - top(i));
            }
        }
        return tops_.back();
    }

    std::int64_t units(float y) const {
        for (std::size_t i = 0; i < map_.rows.size(); ++i) {
            if (y < bottom(i) || i + 1 == map_.rows.size()) {
                const RegimeMap::Row &row = map_.rows[i];
                const float share = std::clamp((y - top(i)) / (bottom(i) - top(i)), 0.0F, 1.0F);
                const auto of = static_cast<float>(row.most - row.least);
                const auto value = static_cast<std::int64_t>(
                    std::round(static_cast<float>(row.most) - share * of));
                return std::clamp(value, row.least, row.most);
            }
        }
        return 0;
    }

  private:
    const RegimeMap &map_;
    std::vector<float> tops_;
};

constexpr std::string_view part = "map";

/// `left` is where the names of rows stand; `dot` is where no label may.
void draw_rows(Pen &pen, const RegimeMap &map, const Axis &axis, const Scale &scale, float left,
               ImVec2 dot) {
    const Theme &theme = pen.theme();
    constexpr float reach = 12; // of the dot
    const float line = pen.line_height(Type::Small);
    for (std::size_t i = 0; i < map.rows.size(); ++i) {
        const float top = scale.top(i);
        const float height = scale.bottom(i) - top - 1;
        if (left < axis.left()) {
            pen.text(Type::Small, theme.muted(), {left, top + 4}, 0, map.rows[i].label);
        }
        for (const Span &span : map.rows[i].spans) {
            const Rect rect = axis.rect(span, top, height);
            pen.bar(rect, span.tone, span.current);
            const float width = pen.measure(Type::Small, 0, span.label).x;
            float at = rect.left + 6;
            const bool is_under_dot = at - reach < dot.x && dot.x < at + width + reach &&
                                      std::abs(dot.y - top - 4 - line / 2) < line / 2 + reach;
            at = is_under_dot ? dot.x + reach : at;
            if (at + width + 6 < rect.left + rect.width) {
                pen.text(Type::Small, Theme::colour(theme.tone(span.tone).ink), {at, top + 4}, 0,
                         span.label);
            }
            pen.explain(rect, map.rows[i].label + ": " + span.label + ". " + span.details);
        }
    }
}

} // namespace

float draw_map(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot) {
    if (!exhibit.map || exhibit.map->rows.empty()) {
        return 0;
    }
    const RegimeMap &map = *exhibit.map;
    const Theme &theme = pen.theme();
    float y = slot.top;
    y += pen.text(Type::Small, theme.muted(), {slot.left, y}, slot.width,
                  map.label + ". Drag the dot over both.") +
         6;
    float label_width = 0;
    for (const RegimeMap::Row &row : map.rows) {
        label_width = std::max(label_width, pen.measure(Type::Small, 0, row.label).x + 10);
    }
    label_width = theme.is_narrow ? 0 : label_width;
    const Axis axis{map.first_day, map.last_day, slot.left + label_width, slot.width - label_width};
    y = draw_ticks(pen, map.ticks, axis, y);
    const Scale scale{map, y, 130 * theme.scale,
                      std::max(pen.line_height(Type::Small) + 8, theme.button_height * 0.7F)};
    const ImVec2 dot = {axis.middle(axis.clamped(map.day)), scale.y(map.units)};
    draw_rows(pen, map, axis, scale, slot.left, dot);

    const float height = scale.bottom() - y;
    const float reach = std::max(theme.button_height / 2, 14.0F);
    const Press press =
        pen.press(map.day_control, part, {axis.left(), y, axis.right() - axis.left(), height},
                  {std::min(dot.x - reach, slot.left + slot.width + theme.margin - 2 * reach),
                   dot.y - reach, 2 * reach, 2 * reach});
    if (press.activated) {
        state.dragged = std::string{part};
        state.is_cancelled = false;
        state.grip = y;
    }
    if (state.dragged == part) {
        if ((press.active || press.released) && state.is_escape_pressed) {
            state.is_cancelled = true;
            pen.operate("cancel", "");
        }
        const ImVec2 mouse = Pen::pointer();
        const std::int64_t day = axis.day(mouse.x);
        // The answer above may have grown under the finger; the hand has not moved by that.
        const std::int64_t units = scale.units(mouse.y - state.grip + y);
        const bool is_elsewhere = day != map.day || units != map.units;
        if (!state.is_cancelled && (press.released || (press.active && is_elsewhere))) {
            // One gesture over both: it settles with the day.
            pen.operate(map.units_control, units, CommandStage::Dragging);
            pen.operate(map.day_control, day,
                        press.released ? CommandStage::Settled : CommandStage::Dragging);
        }
        if (press.released) {
            state.dragged.clear();
        }
    }
    pen.disc(dot, 8, theme.ink(), theme.paper());
    y = scale.bottom() + 4;
    y += pen.text(Type::Strong, theme.ink(), {slot.left, y}, slot.width,
                  map.units_text + ", " + map.day_text);
    return y - slot.top;
}

} // namespace offramp::ui
