// Whose answer it is, and the answer in a word: a picture that is saved alone still says it.
#include "ui/draw.hpp"

namespace offramp::ui {

float draw_status(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const Verdict &verdict = exhibit.verdict;
    const ToneColours &colours = pen.theme().tone(verdict.tone);
    const float height = pen.line_height(Type::Strong) + 6;
    const float holder = pen.measure(Type::Strong, 0, verdict.holder).x;
    const float pill = pen.measure(Type::Strong, 0, verdict.pill).x + 24;
    // A holder with a long name gives way to the answer.
    const float room = std::max(slot.width - pill - 10, 0.0F);
    const float width = std::min(holder, room);
    pen.line(Type::Strong, pen.theme().ink(), {slot.left, slot.top + 3}, width, verdict.holder);
    const Rect rect = {slot.left + width + 10, slot.top, std::min(pill, slot.width - width - 10),
                       height};
    pen.box(rect, Theme::colour(colours.fill), Theme::colour(colours.edge), height / 2, 1.5F);
    pen.line(Type::Strong, Theme::colour(colours.ink), {rect.left + 12, rect.top + 3},
             rect.width - 20, verdict.pill);
    return height;
}

} // namespace offramp::ui
