// What the lease is, the question, the answer.
#include "ui/draw.hpp"

#include <algorithm>
#include <array>

namespace offramp::ui {

namespace {

/// Undo, redo, reset and pin at the right end of the top line; gives their width.
float draw_history(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const float height = pen.theme().button_height;
    float right = slot.left + slot.width;
    for (const char *id : {"pin", "reset", "redo", "undo"}) {
        const Control *const control = find_control(exhibit, id);
        if (control == nullptr) {
            continue;
        }
        // What a button undoes is said by the mirror and on pointing at it; its face is one word.
        const std::string face = control->label.substr(0, control->label.find(':'));
        const float width = pen.measure(Type::Label, 0, face).x + 22;
        right -= width;
        draw_button(pen, *control, face, {right, slot.top - 4, width, height});
        right -= 6;
    }
    return slot.left + slot.width - right;
}

/// Who may walk and what is firm, side by side, or one below the other.
float draw_summary(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const std::vector<Fact> &facts = exhibit.summary;
    if (facts.empty()) {
        return 0;
    }
    const Theme &theme = pen.theme();
    const float column = slot.width / static_cast<float>(facts.size());
    float bottom = slot.top;
    float y = slot.top;
    float x = slot.left;
    for (const Fact &fact : facts) {
        const float width = theme.is_narrow ? slot.width : column - 20;
        const float top = theme.is_narrow ? y : slot.top;
        pen.segment({x, top}, {x + width, top}, theme.ink(), 2);
        const float label = pen.text(Type::Label, theme.muted(), {x, top + 5}, width, fact.label);
        const float value =
            pen.text(Type::Strong, theme.ink(), {x, top + 5 + label}, width, fact.value);
        y = top + 5 + label + value + 6;
        bottom = std::max(bottom, y);
        x += theme.is_narrow ? 0 : column;
    }
    return bottom - slot.top;
}

float draw_pill(Pen &pen, const Verdict &verdict, ImVec2 at) {
    const ToneColours &colours = pen.theme().tone(verdict.tone);
    const ImVec2 size = pen.measure(Type::Title, 0, verdict.pill);
    const Rect rect = {at.x, at.y, size.x + 28, size.y + 10};
    pen.box(rect, Theme::colour(colours.fill), Theme::colour(colours.edge), rect.height / 2, 1.5F);
    pen.text(Type::Title, Theme::colour(colours.ink), {at.x + 14, at.y + 5}, 0, verdict.pill);
    return rect.width;
}

} // namespace

float draw_header(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const Theme &theme = pen.theme();
    float y = slot.top;
    const float history = draw_history(pen, exhibit, slot);
    const bool title_fits =
        pen.measure(Type::Label, 0, exhibit.title).x + history + 16 < slot.width;
    if (title_fits) {
        y += pen.text(Type::Label, theme.muted(), {slot.left, y + 2}, 0, exhibit.title) + 14;
    } else {
        y += theme.control_height + 4;
        y += pen.text(Type::Label, theme.muted(), {slot.left, y}, slot.width, exhibit.title) + 4;
    }
    y += pen.text(Type::Headline, theme.ink(), {slot.left, y}, slot.width, exhibit.question) + 10;

    const float pill = draw_pill(pen, exhibit.verdict, {slot.left, y});
    const float pill_height = pen.line_height(Type::Title) + 10;
    const float measure = std::min(slot.width, 760 * theme.scale);
    if (theme.is_narrow) {
        y += pill_height + 10;
        y += pen.text(Type::Lead, theme.ink(), {slot.left, y}, measure, exhibit.verdict.sentence);
    } else {
        const float indent = pill + 16;
        const float height =
            pen.text(Type::Lead, theme.ink(), {slot.left + indent, y + 5},
                     std::min(measure, slot.width - indent), exhibit.verdict.sentence);
        // Room for two lines even where one is enough: what is below should not jump.
        y += std::max({height + 5, pill_height, 2 * pen.line_height(Type::Lead) + 5});
    }
    y += 14;
    y += draw_summary(pen, exhibit, {slot.left, y, slot.width}) + 8;
    const std::array<std::string_view, 3> lines = {exhibit.verdict.contrast, exhibit.freshness,
                                                   exhibit.echo};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].empty()) {
            y +=
                i == 2 ? pen.line_height(Type::Body) + 2 : 0; // kept for what the next deed changes
            continue;
        }
        float indent = 0;
        if (i == 1) {
            // A deadline that passed unrecorded is a caution, not an aside.
            const ToneColours &colours = theme.tone(Tone::Caution);
            const float middle = y + pen.line_height(Type::Body) / 2 - 1;
            pen.disc({slot.left + 6, middle}, 5, Theme::colour(colours.fill),
                     Theme::colour(colours.edge));
            indent = 18;
        }
        y += pen.text(Type::Body, theme.muted(), {slot.left + indent, y}, measure - indent,
                      lines[i]) +
             2;
    }
    for (const std::string &note : exhibit.notes) {
        const ImVec2 size = pen.measure(Type::Body, measure - 20, note);
        const ToneColours &colours = theme.tone(Tone::Caution);
        pen.box({slot.left, y + 4, measure, size.y + 12}, Theme::colour(colours.fill),
                Theme::colour(colours.edge), theme.radius);
        pen.text(Type::Body, Theme::colour(colours.ink), {slot.left + 10, y + 10}, measure - 20,
                 note);
        y += size.y + 20;
    }
    return y - slot.top;
}

} // namespace offramp::ui
