// What differs between the pinned scenario and the present one.
#include "ui/draw.hpp"

#include <algorithm>

namespace offramp::ui {

float draw_comparison(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const Control *const unpin = find_control(exhibit, "unpin");
    if (unpin == nullptr || !unpin->enabled) {
        return 0;
    }
    const Theme &theme = pen.theme();
    float y = slot.top + draw_section(pen, "A, as pinned, and B, as it is now", slot);
    const float button_width = pen.measure(Type::Label, 0, unpin->label).x + 26;
    if (exhibit.comparison.empty()) {
        y += pen.text(Type::Body, theme.muted(), {slot.left, y}, slot.width,
                      "Nothing differs yet. Move something: what changes is listed here.") +
             8;
    }
    const bool is_stacked = slot.width < 620 * theme.scale;
    const float column = is_stacked ? slot.width : slot.width / 4;
    for (const ComparisonRow &row : exhibit.comparison) {
        if (is_stacked) {
            y += pen.text(Type::Small, theme.muted(), {slot.left, y}, slot.width, row.what);
            y += pen.text(Type::Body, theme.ink(), {slot.left, y}, slot.width, "A: " + row.a);
            y += pen.text(Type::Strong, theme.ink(), {slot.left, y}, slot.width,
                          "B: " + row.b +
                              (row.difference.empty() ? "" : " (" + row.difference + ")"));
        } else {
            const float top = y;
            const auto cell = [&](float index, Type type, ImU32 colour, std::string_view text) {
                const float height =
                    pen.text(type, colour, {slot.left + column * index, top}, column - 16, text);
                y = std::max(y, top + height);
            };
            cell(0, Type::Body, theme.muted(), row.what);
            cell(1, Type::Body, theme.ink(), row.a);
            cell(2, Type::Strong, theme.ink(), row.b);
            cell(3, Type::Body, theme.ink(), row.difference);
        }
        y += 5;
        pen.rule(slot.left, slot.left + slot.width, y);
        y += 7;
    }
    draw_button(pen, *unpin, unpin->label, {slot.left, y, button_width, theme.button_height});
    return y + theme.control_height - slot.top;
}

} // namespace offramp::ui
