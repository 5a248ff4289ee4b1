#include "ui/part.hpp"

#include <algorithm>

namespace offramp::ui {

const Control *find_control(const Exhibit &exhibit, std::string_view id) {
    const auto found = std::find_if(exhibit.controls.begin(), exhibit.controls.end(),
                                    [id](const Control &control) { return control.id == id; });
    return found == exhibit.controls.end() ? nullptr : &*found;
}

float draw_ticks(Pen &pen, const std::vector<Tick> &ticks, const Axis &axis, float top) {
    float last_right = -1;
    for (const Tick &tick : ticks) {
        const float x = axis.x(tick.day);
        const std::string label = tick.label + (tick.year.empty() ? "" : " " + tick.year);
        const Type type = tick.year.empty() ? Type::Small : Type::Label;
        const float width = pen.measure(type, 0, label).x;
        if (last_right < x && x + width < axis.right()) {
            pen.text(type, pen.theme().muted(), {x, top}, 0, label);
            last_right = x + width + 8;
        }
    }
    return top + pen.line_height(Type::Small) + 4;
}

} // namespace offramp::ui
