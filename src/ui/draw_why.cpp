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
                        row.wording + " of clause “" + row.title + "”");
    }
    if (!is_root) {
        pen.segment({left - 8, slot.top + 3}, {left - 8, slot.top + height + note}, theme.rule(),
                    2);
    }
    return height + note;
}

/// A clause as the papers have it, marked for what it is, and where it stands.
float draw_clause(Pen &pen, const Exhibit &exhibit, const ClauseRow &clause, Slot slot) {
    const Theme &theme = pen.theme();
    float y = slot.top;
    const float badge_width = pen.measure(Type::Label, 0, clause.wording).x + 16;
    const float line = pen.line_height(Type::Label);
    pen.box({slot.left, y, badge_width, line + 4}, theme.field(), theme.edge(), theme.radius);
    pen.text(Type::Label, theme.ink(), {slot.left + 8, y + 2}, 0, clause.wording);
    pen.line(Type::Label, theme.ink(), {slot.left + badge_width + 10, y + 2},
             slot.width - badge_width - 10, clause.title.empty() ? clause.id : clause.title);
    y += line + 8;
    y += pen.text(Type::Body, theme.ink(), {slot.left, y}, slot.width, clause.text);
    for (const std::string &id : clause.sources) {
        const auto source = std::find_if(exhibit.sources.begin(), exhibit.sources.end(),
                                         [&](const SourceRow &one) { return one.id == id; });
        if (source == exhibit.sources.end()) {
            continue;
        }
        const std::string text = source->title + (source->date.empty() ? "" : ", " + source->date);
        const float width = std::min(pen.measure(Type::Label, 0, text).x, slot.width);
        const float height = theme.is_coarse ? theme.button_height : std::max(line + 4, 24.0F);
        const Rect rect = {slot.left, y, width, height};
        const float top = y + (height - line) / 2;
        pen.line(Type::Label, source->url.empty() ? theme.ink() : theme.accent(), {slot.left, top},
                 slot.width, text);
        if (!source->url.empty()) {
            pen.segment({slot.left, top + line - 2}, {slot.left + width, top + line - 2},
                        theme.accent(), 1);
            pen.place(clause.id + "/" + id, "link", rect);
        }
        y += height;
    }
    return y - slot.top;
}

} // namespace

float draw_why(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const auto tree = std::find_if(exhibit.why.begin(), exhibit.why.end(),
                                   [&](const WhyTree &one) { return one.id == exhibit.explained; });
    if (tree == exhibit.why.end()) {
        return 0;
    }
    const Theme &theme = pen.theme();
    float y = slot.top + draw_section(pen, tree->title, slot);
    if (const Control *const control = find_control(exhibit, "explain")) {
        y += draw_choice(pen, *control, {slot.left, y, slot.width}) + 8;
    }
    for (const WhyRow &row : tree->rows) {
        y += draw_row(pen, row, {slot.left, y, slot.width}) + 6;
    }
    if (!tree->clauses.empty()) {
        y += 8 +
             pen.text(Type::Title, theme.ink(), {slot.left, y + 8}, slot.width,
                      "The words behind it") +
             4;
    }
    for (const ClauseRow &clause : exhibit.clauses) {
        if (std::find(tree->clauses.begin(), tree->clauses.end(), clause.id) !=
            tree->clauses.end()) {
            y += draw_clause(pen, exhibit, clause, {slot.left, y, slot.width}) + 12;
        }
    }
    if (!exhibit.contrasts.empty()) {
        y += pen.text(Type::Title, theme.ink(), {slot.left, y + 4}, slot.width,
                      "What would change this") +
             8;
        for (const std::string &contrast : exhibit.contrasts) {
            y += pen.text(Type::Body, theme.ink(), {slot.left, y}, slot.width, contrast) + 4;
        }
    }
    return y - slot.top;
}

} // namespace offramp::ui
