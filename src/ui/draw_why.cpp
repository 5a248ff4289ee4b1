// The reasons, as an indented list, each with the clause that it rests on.
#include "ui/draw.hpp"

#include <algorithm>

namespace offramp::ui {

namespace {

constexpr float indent = 16;

float draw_row(Pen &pen, const WhyRow &row, Slot slot) {
    const Theme &theme = pen.theme();
    const float shift = indent * static_cast<float>(std::min(row.depth, 6));
    const float left = slot.left + shift;
    const float width = slot.width - shift;
    const bool is_root = row.depth == 0;
    const float height = pen.text(is_root ? Type::Strong : Type::Body, theme.ink(),
                                  {left, slot.top}, width, row.text);
    float note = 0;
    if (!row.clause.empty()) {
        note = pen.text(Type::Small, theme.muted(), {left, slot.top + height}, width,
                        row.wording + " of clause “" + row.clause + "”");
    }
    if (!is_root) {
        pen.segment({left - 8, slot.top + 3}, {left - 8, slot.top + height + note}, theme.rule(),
                    2);
    }
    return height + note;
}

} // namespace

float draw_why(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const auto tree = std::find_if(exhibit.why.begin(), exhibit.why.end(),
                                   [&](const WhyTree &one) { return one.id == exhibit.explained; });
    if (tree == exhibit.why.end()) {
        return 0;
    }
    float y = slot.top + draw_section(pen, tree->title, slot);
    if (const Control *const control = find_control(exhibit, "explain")) {
        y += draw_choice(pen, *control, {slot.left, y, slot.width}) + 8;
    }
    for (const WhyRow &row : tree->rows) {
        y += draw_row(pen, row, {slot.left, y, slot.width}) + 6;
    }
    return y - slot.top;
}

} // namespace offramp::ui
