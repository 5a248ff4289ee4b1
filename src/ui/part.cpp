#include "ui/part.hpp"

#include <algorithm>

namespace offramp::ui {

const Control *find_control(const Exhibit &exhibit, std::string_view id) {
    const auto found = std::find_if(exhibit.controls.begin(), exhibit.controls.end(),
                                    [id](const Control &control) { return control.id == id; });
    return found == exhibit.controls.end() ? nullptr : &*found;
}

float draw_section(Pen &pen, std::string_view title, Slot slot) {
    pen.rule(slot.left, slot.left + slot.width, slot.top);
    return 12 +
           pen.text(Type::Title, pen.theme().ink(), {slot.left, slot.top + 12}, slot.width, title) +
           8;
}

void press_to_explain(Pen &pen, const Exhibit &exhibit, std::string_view subject, const char *where,
                      const Rect &row) {
    const Control *const control = find_control(exhibit, "explain");
    if (control == nullptr ||
        std::none_of(control->options.begin(), control->options.end(),
                     [subject](const ControlOption &one) { return one.id == subject; })) {
        return;
    }
    ImGui::PushID(where);
    const Press press = pen.press("explain", subject, row);
    ImGui::PopID();
    if (press.hovered || control->value == subject) {
        // Beside the row, not behind it: nothing is read through a colour.
        pen.segment({row.left - 8, row.top + 2}, {row.left - 8, row.top + row.height - 2},
                    control->value == subject ? pen.theme().accent() : pen.theme().edge(), 3);
    }
    if (press.clicked) {
        pen.operate("explain", std::string{subject});
    }
}

std::string was_text(const Exhibit &exhibit, std::string_view was) {
    return was.empty() ? std::string{} : exhibit.baseline + ": " + std::string{was};
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
