// Headline against firm: one bar, cut where the first free exit cuts the income.
#include "ui/draw.hpp"

#include <algorithm>
#include <array>

namespace offramp::ui {

namespace {

const MoneyRow *find_row(const Exhibit &exhibit, std::string_view id) {
    const auto found = std::find_if(exhibit.money.begin(), exhibit.money.end(),
                                    [id](const MoneyRow &row) { return row.id == id; });
    return found == exhibit.money.end() ? nullptr : &*found;
}

constexpr std::array parts = {"firm", "conditional", "cancellable"};

/// The headline as one bar, cut into what is firm, conditional and cancellable.
float draw_parts(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const float height = 22 * pen.theme().scale;
    float left = slot.left;
    for (const char *id : parts) {
        const MoneyRow *const part = find_row(exhibit, id);
        if (part == nullptr || part->share == 0) {
            continue;
        }
        const float right = slot.left + slot.width;
        const float exact = slot.width * static_cast<float>(part->share) / 1000.0F;
        const float width = std::min(std::max(exact, 3.0F), right - left);
        pen.bar({left, slot.top, width, height}, part->tone);
        left += width;
    }
    return height;
}

/// What the parts of the bar are, each with its colour and amount; in a row that breaks where full.
float draw_key(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const float side = 12 * pen.theme().scale;
    const float line = pen.line_height(Type::Body);
    float x = slot.left;
    float y = slot.top;
    for (const char *id : parts) {
        const MoneyRow *const row = find_row(exhibit, id);
        if (row == nullptr) {
            continue;
        }
        const std::string text = row->label + " " + row->amount;
        const float width = side + 8 + pen.measure(Type::Body, 0, text).x + 24;
        if (slot.left < x && slot.left + slot.width + 24 < x + width) {
            x = slot.left;
            y += line + 2;
        }
        pen.bar({x, y + (line - side) / 2, side, side}, row->tone);
        pen.line(Type::Body, pen.theme().ink(), {x + side + 8, y}, slot.width - side - 8, text);
        x += width;
    }
    return y + line - slot.top;
}

} // namespace

float draw_ledger(Pen &pen, const Exhibit &exhibit, UiState &, Slot slot) {
    if (exhibit.money.empty()) {
        return 0;
    }
    const float bar = draw_parts(pen, exhibit, slot) + 8;
    return bar + draw_key(pen, exhibit, {slot.left, slot.top + bar, slot.width});
}

} // namespace offramp::ui
