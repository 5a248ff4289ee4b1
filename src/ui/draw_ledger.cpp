// Headline against firm: one bar, cut where the first free exit cuts the income.
#include "app/exhibit/ledger_bar.hpp"
#include "ui/draw.hpp"

#include <algorithm>

namespace offramp::ui {

namespace {

/// The headline as one bar, cut into what is firm, conditional and cancellable.
float draw_bar(Pen &pen, const std::vector<const MoneyRow *> &parts, Slot slot) {
    const float height = 16 * pen.theme().scale;
    float left = slot.left;
    for (const MoneyRow *const part : parts) {
        if (part->share == 0) {
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
float draw_key(Pen &pen, const std::vector<const MoneyRow *> &parts, Slot slot) {
    const float side = 12 * pen.theme().scale;
    const float line = pen.line_height(Type::Small);
    float x = slot.left;
    float y = slot.top;
    for (const MoneyRow *const part : parts) {
        const std::string text = part->label + " " + part->amount;
        const float width = side + 6 + pen.measure(Type::Small, 0, text).x + 12;
        if (slot.left < x && slot.left + slot.width + 12 < x + width) {
            x = slot.left;
            y += line + 2;
        }
        pen.bar({x, y + (line - side) / 2, side, side}, part->tone);
        pen.line(Type::Small, pen.theme().ink(), {x + side + 6, y}, slot.width - side - 6, text);
        x += width;
    }
    return y + line - slot.top;
}

} // namespace

float draw_ledger(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const std::vector<const MoneyRow *> parts = ledger_bar(exhibit);
    if (parts.empty()) {
        return 0;
    }
    const float bar = draw_bar(pen, parts, slot) + 4;
    return bar + draw_key(pen, parts, {slot.left, slot.top + bar, slot.width});
}

} // namespace offramp::ui
