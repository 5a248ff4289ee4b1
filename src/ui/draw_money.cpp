// Headline against firm: one bar, cut where the first free exit cuts the income.
#include "ui/draw.hpp"

#include <algorithm>

namespace offramp::ui {

namespace {

const MoneyRow *find_row(const Exhibit &exhibit, std::string_view id) {
    const auto found = std::find_if(exhibit.money.begin(), exhibit.money.end(),
                                    [id](const MoneyRow &row) { return row.id == id; });
    return found == exhibit.money.end() ? nullptr : &*found;
}

constexpr float row_gap = 8;

float draw_row(Pen &pen, const Exhibit &exhibit, const MoneyRow &row, Slot slot) {
    const Theme &theme = pen.theme();
    const float key = 12 * theme.scale;
    const float line = pen.line_height(Type::Body);
    if (row.id != "headline") {
        pen.bar({slot.left, slot.top + (line - key) / 2, key, key}, row.tone);
    }
    const float text_left = slot.left + key + 10;
    const float amount_width = pen.measure(Type::Strong, 0, row.column).x;
    const float label_width = pen.measure(Type::Body, 0, row.label).x;
    const bool on_one_line = text_left + label_width + amount_width + 16 < slot.left + slot.width;
    pen.text(Type::Body, theme.ink(), {text_left, slot.top}, 0, row.label);
    const float amount_top = on_one_line ? slot.top : slot.top + line;
    pen.text(Type::Strong, theme.ink(),
             {on_one_line ? slot.left + slot.width - amount_width : text_left, amount_top},
             slot.left + slot.width - text_left, row.column);
    const float note_top =
        amount_top +
        (on_one_line ? line
                     : pen.measure(Type::Strong, slot.left + slot.width - text_left, row.column).y);
    float bottom = note_top + pen.text(Type::Small, theme.muted(), {text_left, note_top},
                                       slot.width - key - 10, row.note);
    if (const std::string was = was_text(exhibit, row.was); !was.empty()) {
        // Beside the note, so that nothing moves down under a finger; else on a line of its own.
        const float width = pen.measure(Type::Label, 0, was).x;
        const float note_width = pen.measure(Type::Small, slot.width - key - 10, row.note).x;
        const float left = slot.left + slot.width - width;
        if (text_left + note_width + 16 < left) {
            pen.text(Type::Label, theme.accent(), {left, note_top}, 0, was);
        } else {
            bottom += pen.text(Type::Label, theme.accent(), {text_left, bottom},
                               slot.width - key - 10, was);
        }
    }
    const Rect whole = {slot.left, slot.top - row_gap / 2, slot.width, bottom - slot.top + row_gap};
    press_to_explain(pen, exhibit, row.id, "money", whole);
    pen.explain({slot.left, slot.top, slot.width, line}, row.exact);
    return whole.height;
}

/// The headline as one bar, cut into what is firm, conditional and cancellable.
float draw_parts(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const float height = 34 * pen.theme().scale;
    const float text_top = slot.top + (height - pen.line_height(Type::Strong)) / 2 + 1;
    float left = slot.left;
    for (const char *id : {"firm", "conditional", "cancellable"}) {
        const MoneyRow *const part = find_row(exhibit, id);
        if (part == nullptr || part->share == 0) {
            continue;
        }
        const float right = slot.left + slot.width;
        const float exact = slot.width * static_cast<float>(part->share) / 1000.0F;
        const float width = std::min(std::max(exact, 3.0F), right - left);
        pen.bar({left, slot.top, width, height}, part->tone);
        if (pen.measure(Type::Strong, 0, part->amount).x + 16 < width) {
            pen.text(Type::Strong, Theme::colour(pen.theme().tone(part->tone).ink),
                     {left + 8, text_top}, 0, part->amount);
        }
        left += width;
    }
    return height;
}

} // namespace

float draw_money(Pen &pen, const Exhibit &exhibit, Slot slot) {
    if (exhibit.money.empty()) {
        return 0;
    }
    float y = slot.top + draw_section(pen, "What is firm?", slot);
    y += draw_parts(pen, exhibit, {slot.left, y, slot.width}) + 12;
    for (const MoneyRow &row : exhibit.money) {
        y += draw_row(pen, exhibit, row, {slot.left, y, slot.width});
    }
    return y - slot.top;
}

} // namespace offramp::ui
