// Places to jump to: presets above the picture; below it the outcomes, which are its legend; and
// what part of it is shown.
#include "ui/draw.hpp"

#include <algorithm>
#include <array>

namespace offramp::ui {

namespace {

struct Face {
    std::string_view control;
    std::string_view face;
};

/// Small buttons in a row that breaks where it is full. Buttons that could do nothing are left out.
class ButtonRow {
  public:
    ButtonRow(Pen &pen, const Exhibit &exhibit, Slot slot)
        : pen_(pen), exhibit_(exhibit), slot_(slot), x_(slot.left), y_(slot.top) {}

    float width_of(const Face &face) const {
        const Control *const control = find_control(exhibit_, face.control);
        return control == nullptr || !control->enabled
                   ? 0
                   : std::max(pen_.measure(Type::Label, 0, face.face).x + 22,
                              pen_.theme().button_height) +
                         gap;
    }

    void add(const Face &face) {
        const float width = width_of(face);
        if (width == 0) {
            return;
        }
        make_room(width);
        draw_button(pen_, *find_control(exhibit_, face.control), face.face,
                    {x_, y_, std::min(width - gap, slot_.width), pen_.theme().button_height});
        x_ += width;
    }

    /// Puts what follows, which is so wide, at the right end: of this line, or of one of its own.
    void push_right(float width) {
        make_room(width + 12);
        x_ = std::max(x_, slot_.left + slot_.width + gap - width);
    }

    float bottom() const { return y_ + pen_.theme().button_height; }

  private:
    static constexpr float gap = 6;

    void make_room(float width) {
        if (slot_.left < x_ && slot_.left + slot_.width + gap < x_ + width) {
            x_ = slot_.left;
            y_ += pen_.theme().button_height + gap;
        }
    }

    Pen &pen_;
    const Exhibit &exhibit_;
    Slot slot_;
    float x_;
    float y_;
};

} // namespace

float draw_presets(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const Control *const control = find_control(exhibit, "preset");
    if (control == nullptr) {
        return 0;
    }
    const Theme &theme = pen.theme();
    const std::string label = control->label + "…";
    const float label_width = pen.measure(Type::Label, 0, label).x + 14;
    float indent = label_width;
    float top = slot.top;
    if (theme.is_narrow) {
        top += pen.text(Type::Label, theme.muted(), {slot.left, top}, 0, label) + 4;
        indent = 0;
    } else {
        const float baseline = top + (theme.button_height - pen.line_height(Type::Label)) / 2;
        pen.text(Type::Label, theme.muted(), {slot.left, baseline}, 0, label);
    }
    const float height = draw_chips(pen, *control, {slot.left + indent, top, slot.width - indent});
    return top + height - slot.top + 18;
}

float draw_regimes(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const bool is_short = pen.theme().is_narrow;
    const std::array<Face, 5> views = {{{"pan.earlier", is_short ? "←" : "Earlier"},
                                        {"pan.later", is_short ? "→" : "Later"},
                                        {"zoom.out", is_short ? "−" : "Zoom out"},
                                        {"zoom.in", is_short ? "+" : "Zoom in"},
                                        {"zoom.all", is_short ? "All" : "Whole picture"}}};
    float y = slot.top + 10;
    if (const Control *const regime = find_control(exhibit, "regime")) {
        y += draw_chips(pen, *regime, {slot.left, y, slot.width}) + 8;
    }
    ButtonRow row{pen, exhibit, {slot.left, y, slot.width}};
    row.add({"regime.previous", "← Previous outcome"});
    row.add({"regime.next", "Next outcome →"});
    float width = 0;
    for (const Face &face : views) {
        width += row.width_of(face);
    }
    row.push_right(width);
    for (const Face &face : views) {
        row.add(face);
    }
    return row.bottom() - slot.top;
}

} // namespace offramp::ui
