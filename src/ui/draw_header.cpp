// What the lease is, the question, the answer.
#include "ui/draw.hpp"

#include <algorithm>
#include <array>

namespace offramp::ui {

namespace {

/// Undo, redo and reset at the right end of the top line; gives their width.
float draw_history(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const float height = std::max(28.0F * pen.theme().scale, pen.theme().control_height - 4);
    float right = slot.left + slot.width;
    for (const char *id : {"reset", "redo", "undo"}) {
        const Control *const control = find_control(exhibit, id);
        if (control == nullptr) {
            continue;
        }
        const float width = pen.measure(Type::Label, 0,
                                        control->id == "undo"   ? "Undo"
                                        : control->id == "redo" ? "Redo"
                                                                : "Reset")
                                .x +
                            24;
        right -= width;
        draw_button(pen, *control, {right, slot.top - 4, width, height});
        right -= 8;
    }
    return slot.left + slot.width - right;
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
        y += std::max(height + 5, pill_height);
    }
    y += 8;
    const std::array<std::string_view, 3> lines = {exhibit.verdict.contrast, exhibit.freshness,
                                                   exhibit.echo};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].empty()) {
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
