// The outcomes as chips below the picture: its legend, and places to jump to.
#include "ui/draw.hpp"

#include <algorithm>

namespace offramp::ui {

namespace {

constexpr float gap = 6;

float side_of_key(const Theme &theme) { return 12 * theme.scale; }

float width_of(const Pen &pen, const ControlOption &option) {
    return pen.measure(Type::Label, 0, option.label).x + side_of_key(pen.theme()) + 28;
}

/// Colours and their names; in a row that breaks where it is full.
float draw_key(Pen &pen, const Control &control, const std::vector<Tone> &tones, Slot slot) {
    const float side = side_of_key(pen.theme());
    const float line = pen.line_height(Type::Small);
    float x = slot.left;
    float y = slot.top;
    for (const ControlOption &option : control.options) {
        if (!option.tone || std::find(tones.begin(), tones.end(), *option.tone) == tones.end()) {
            continue;
        }
        const float width = side + 6 + pen.measure(Type::Small, 0, option.label).x + 12;
        if (slot.left < x && slot.left + slot.width + 12 < x + width) {
            x = slot.left;
            y += line;
        }
        pen.bar({x, y + (line - side) / 2, side, side}, *option.tone);
        pen.line(Type::Small, pen.theme().ink(), {x + side + 6, y}, slot.width - side - 6,
                 option.label);
        x += width;
    }
    return x == slot.left ? 0 : y + line - slot.top;
}

} // namespace

float draw_outcomes(Pen &pen, const Exhibit &exhibit, const std::vector<Tone> &unnamed, Slot slot) {
    const Control *const control = find_control(exhibit, "regime");
    if (control == nullptr) {
        return 0;
    }
    float needed = -gap;
    for (const ControlOption &option : control->options) {
        needed += width_of(pen, option) + gap;
    }
    // One outcome is no choice. Where chips would take more than one line, the page has them as a
    // list, and a key names what the band has no room to name.
    if (control->options.size() < 2 || slot.width < needed) {
        return draw_key(pen, *control, unnamed, slot);
    }
    const Theme &theme = pen.theme();
    const float height = theme.button_height;
    const float side = side_of_key(theme);
    float x = slot.left;
    for (const ControlOption &option : control->options) {
        const Rect rect = {x, slot.top, width_of(pen, option), height};
        const Press press = pen.press(control->id, option.id, rect);
        const bool is_chosen = option.id == control->value;
        pen.box(rect,
                is_chosen       ? theme.accent()
                : press.hovered ? theme.field()
                                : theme.paper(),
                is_chosen ? theme.accent() : theme.edge(), theme.radius);
        if (option.tone) {
            pen.bar({x + 10, slot.top + (height - side) / 2, side, side}, *option.tone);
        }
        const float text_top = slot.top + (height - pen.line_height(Type::Label)) / 2 + 1;
        pen.line(Type::Label, is_chosen ? theme.on_accent() : theme.ink(),
                 {x + side + 18, text_top}, rect.width - side - 24, option.label);
        pen.explain(rect, option.explanation);
        if (press.clicked && !is_chosen) {
            pen.operate(control->id, option.id);
        }
        x += rect.width + gap;
    }
    return height;
}

} // namespace offramp::ui
