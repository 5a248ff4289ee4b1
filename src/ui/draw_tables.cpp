// Who may leave, and which days matter.
#include "ui/draw.hpp"

#include <algorithm>
#include <array>

namespace offramp::ui {

namespace {

/// A name and a value on one line; gives the height.
float draw_fact(Pen &pen, Slot slot, std::string_view name, std::string_view value) {
    const float name_width = 108 * pen.theme().scale;
    pen.text(Type::Small, pen.theme().muted(), {slot.left, slot.top + 1}, name_width, name);
    return std::max(pen.text(Type::Body, pen.theme().ink(), {slot.left + name_width, slot.top},
                             slot.width - name_width, value),
                    pen.line_height(Type::Body));
}

} // namespace

float draw_rights(Pen &pen, const Exhibit &exhibit, Slot slot) {
    if (exhibit.rights.empty()) {
        return 0;
    }
    const Theme &theme = pen.theme();
    float y = slot.top + draw_section(pen, "Who may leave?", slot);
    for (const RightRow &row : exhibit.rights) {
        const float top = y;
        const float key = 12 * theme.scale;
        const float line = pen.line_height(Type::Strong);
        pen.bar({slot.left, y + (line - key) / 2, key, key}, row.tone);
        const float left = slot.left + key + 10;
        const float width = slot.width - key - 10;
        y += pen.text(Type::Strong, theme.ink(), {left, y}, width, row.holder + ": " + row.right) +
             2;
        const std::array<std::pair<std::string_view, std::string_view>, 5> facts = {
            {{"Window", row.window},
             {"Notice", row.notice},
             {"Earliest end", row.effect},
             {"Exit fee", row.price},
             {"On that day", row.status}}};
        for (const auto &[name, value] : facts) {
            y += draw_fact(pen, {left, y, width}, name, value);
        }
        if (!row.was.empty()) {
            y += pen.text(Type::Label, theme.accent(), {left + 108 * theme.scale, y},
                          width - 108 * theme.scale, "Window, " + was_text(exhibit, row.was));
        }
        if (!row.alternative.empty()) {
            y += draw_fact(pen, {left, y, width}, "Or instead", row.alternative);
        }
        press_to_explain(pen, exhibit, row.id + ".first_day", "rights",
                         {slot.left, top, slot.width, y - top});
        y += 14;
    }
    return y - slot.top - 14;
}

float draw_key_dates(Pen &pen, const Exhibit &exhibit, Slot slot) {
    if (exhibit.key_dates.empty()) {
        return 0;
    }
    const Theme &theme = pen.theme();
    float y = slot.top + draw_section(pen, "Key dates", slot);
    const bool is_stacked = slot.width < 460 * theme.scale;
    const float date_width = is_stacked ? 0 : 168 * theme.scale;
    for (const KeyDateRow &row : exhibit.key_dates) {
        const float top = y;
        const float date_bottom =
            y + pen.text(Type::Strong, row.is_past ? theme.muted() : theme.ink(), {slot.left, y},
                         is_stacked ? slot.width : date_width - 8, row.date);
        y = is_stacked ? date_bottom : y;
        const float left = slot.left + date_width;
        const float width = slot.width - date_width;
        y += pen.text(Type::Body, theme.ink(), {left, y}, width, row.what);
        y += pen.text(Type::Small, theme.muted(), {left, y}, width, row.how);
        if (const std::string was = was_text(exhibit, row.was); !was.empty()) {
            y += pen.text(Type::Label, theme.accent(), {left, y}, width, was);
        }
        y = std::max(y, date_bottom);
        press_to_explain(pen, exhibit, row.id, "dates",
                         {slot.left, top - 3, slot.width, y - top + 7});
        y += 4;
        pen.rule(slot.left, slot.left + slot.width, y);
        y += 7;
    }
    return y - slot.top - 7;
}

} // namespace offramp::ui
