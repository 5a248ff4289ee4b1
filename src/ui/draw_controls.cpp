// Things to operate: buttons and choices.
#include "ui/draw.hpp"

#include <algorithm>

namespace offramp::ui {

namespace {

/// Text centred in a rectangle.
void centred(Pen &pen, Type type, ImU32 colour, const Rect &rect, std::string_view text) {
    const float width = pen.measure(type, 0, text).x;
    const float left = rect.left + std::max((rect.width - width) / 2, 4.0F);
    const float top = rect.top + (rect.height - pen.line_height(type)) / 2 + 1;
    pen.line(type, colour, {left, top}, rect.width - 8, text);
}

} // namespace

void draw_button(Pen &pen, const Control &control, std::string_view face, const Rect &rect) {
    const Theme &theme = pen.theme();
    if (!control.enabled) {
        pen.box(rect, theme.paper(), theme.rule(), theme.radius);
        centred(pen, Type::Label, theme.muted(), rect, face);
        return;
    }
    const Press press = pen.press(control.id, "field", rect);
    pen.box(rect, press.hovered ? theme.field() : theme.paper(), theme.edge(), theme.radius);
    centred(pen, Type::Label, theme.ink(), rect, face);
    pen.explain(rect, face == control.label ? "" : control.label);
    if (press.clicked) {
        pen.operate(control.id, "press");
    }
}

float draw_chips(Pen &pen, const Control &control, Slot slot) {
    const Theme &theme = pen.theme();
    const float height = theme.button_height;
    float x = slot.left;
    float y = slot.top;
    if (most_chips < control.options.size()) {
        const Rect rect = {x, y, std::min(320 * theme.scale, slot.width), theme.control_height};
        const Press press = pen.press(control.id, "field", rect);
        pen.box(rect, press.hovered ? theme.field() : theme.paper(), theme.edge(), theme.radius);
        const float middle = y + rect.height / 2;
        const float right = rect.left + rect.width - 14;
        pen.line(Type::Label, theme.ink(), {x + 12, middle - pen.line_height(Type::Label) / 2 + 1},
                 rect.width - 44, control.value_text.empty() ? "–" : control.value_text);
        pen.triangle({right - 10, middle - 3}, {right, middle - 3}, {right - 5, middle + 4},
                     theme.ink());
        if (press.clicked) {
            pen.operate(control.id, "", CommandStage::Editing);
        }
        return rect.height;
    }
    for (const ControlOption &option : control.options) {
        const float key = option.tone ? 18 * theme.scale : 0;
        const float width = within(pen.measure(Type::Label, 0, option.label).x + 26 + key,
                                   std::min(theme.button_height, slot.width), slot.width);
        if (slot.left < x && slot.left + slot.width < x + width) {
            x = slot.left;
            y += height + 6;
        }
        const Rect rect = {x, y, width, height};
        const Press press = pen.press(control.id, option.id, rect);
        const bool is_chosen = option.id == control.value;
        pen.box(rect,
                is_chosen       ? theme.accent()
                : press.hovered ? theme.field()
                                : theme.paper(),
                is_chosen ? theme.accent() : theme.edge(), theme.radius);
        if (option.tone) {
            const float side = 12 * theme.scale;
            pen.bar({x + 10, y + (height - side) / 2, side, side}, *option.tone);
        }
        centred(pen, Type::Label, is_chosen ? theme.on_accent() : theme.ink(),
                {x + key, y, width - key, height}, option.label);
        pen.explain(rect, option.explanation);
        if (press.clicked && !is_chosen) {
            pen.operate(control.id, option.id);
        }
        x += width + 6;
    }
    return y + height - slot.top;
}

} // namespace offramp::ui
