// Things to operate: buttons, switches, sliders, choices, day fields; and the sections of them.
#include "ui/draw.hpp"

#include <algorithm>
#include <cmath>

namespace offramp::ui {

namespace {

/// Text centred in a rectangle.
void centred(Pen &pen, Type type, ImU32 colour, const Rect &rect, std::string_view text) {
    const float width = pen.measure(type, 0, text).x;
    const float left = rect.left + std::max((rect.width - width) / 2, 4.0F);
    const float top = rect.top + (rect.height - pen.line_height(type)) / 2 + 1;
    pen.line(type, colour, {left, top}, rect.width - 8, text);
}

} // namespace

void draw_button(Pen &pen, const Control &control, std::string_view face, const Rect &rect) {
    const Theme &theme = pen.theme();
    if (!control.enabled) {
        pen.box(rect, theme.paper(), theme.rule(), theme.radius);
        centred(pen, Type::Label, theme.muted(), rect, face);
        return;
    }
    const Press press = pen.press(control.id, "field", rect);
    pen.box(rect, press.hovered ? theme.field() : theme.paper(), theme.edge(), theme.radius);
    centred(pen, Type::Label, theme.ink(), rect, face);
    pen.explain(rect, face == control.label ? "" : control.label);
    if (press.clicked) {
        pen.operate(control.id, "press");
    }
}

void draw_day_field(Pen &pen, const Control &control, const Rect &rect) {
    const Theme &theme = pen.theme();
    const Press press = pen.press(control.id, "field", rect);
    pen.box(rect, press.hovered ? theme.field() : theme.paper(), theme.edge(), theme.radius);
    centred(pen, Type::Strong, theme.ink(), rect, control.value_text);
    if (press.clicked) {
        pen.operate(control.id, "", CommandStage::Editing);
    }
}

float draw_switch(Pen &pen, const Control &control, Slot slot) {
    const Theme &theme = pen.theme();
    const float height = theme.control_height;
    const float track_width = 40 * theme.scale;
    const float track_height = 22 * theme.scale;
    const Rect area = {slot.left, slot.top, slot.width, height};
    const Press press = pen.press(control.id, "field", area);
    const bool is_on = control.number == 1;
    const Rect track = {slot.left, slot.top + (height - track_height) / 2, track_width,
                        track_height};
    pen.box(track, is_on ? theme.accent() : theme.field(), is_on ? theme.accent() : theme.edge(),
            track_height / 2);
    const float knob =
        is_on ? track.left + track_width - track_height / 2 : track.left + track_height / 2;
    pen.disc({knob, track.top + track_height / 2}, track_height / 2 - 4,
             is_on ? theme.on_accent() : theme.edge(), is_on ? theme.on_accent() : theme.edge());
    pen.line(
        Type::Body, theme.ink(),
        {slot.left + track_width + 10, slot.top + (height - pen.line_height(Type::Body)) / 2 + 1},
        slot.width - track_width - 10, control.label);
    if (press.clicked) {
        pen.operate(control.id, is_on ? "off" : "on");
    }
    return height;
}

float draw_slider(Pen &pen, const Control &control, UiState &state, Slot slot) {
    const Theme &theme = pen.theme();
    const float value_width = pen.measure(Type::Strong, 0, control.value_text).x;
    const bool on_one_line =
        pen.measure(Type::Body, 0, control.label).x + value_width + 16 < slot.width;
    const float label =
        pen.text(Type::Body, theme.ink(), {slot.left, slot.top}, slot.width, control.label);
    const float value_top = on_one_line ? slot.top : slot.top + label;
    const float top =
        value_top +
        pen.text(Type::Strong, theme.ink(),
                 {on_one_line ? slot.left + slot.width - value_width : slot.left, value_top},
                 slot.width, control.value_text);

    const float height = theme.control_height;
    const float knob = std::min(height / 2 - 3, 10.0F);
    const float left = slot.left + knob;
    const float width = slot.width - 2 * knob;
    const float range = static_cast<float>(std::max<std::int64_t>(control.max - control.min, 1));
    const float share = static_cast<float>(control.number - control.min) / range;
    const float middle = top + height / 2;
    const float x = left + width * share;
    const Press press = pen.press(control.id, "field", {slot.left, top, slot.width, height});
    pen.segment({left, middle}, {left + width, middle}, theme.edge(), 4);
    pen.segment({left, middle}, {x, middle}, theme.accent(), 4);
    pen.disc({x, middle}, knob, press.active ? theme.accent() : theme.paper(), theme.accent());

    if (press.activated) {
        state.dragged = control.id;
        state.is_cancelled = false;
        state.last_value = control.number;
    }
    if (state.dragged == control.id) {
        if (press.active && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
            state.is_cancelled = true;
            pen.operate("cancel", "");
        }
        const float at = std::clamp((Pen::pointer().x - left) / width, 0.0F, 1.0F);
        // A pixel is worth many units; round to what a pixel can mean.
        const float grain = std::max(std::pow(10.0F, std::floor(std::log10(range / width))), 1.0F);
        const auto value = std::clamp(
            control.min + static_cast<std::int64_t>(std::round(at * range / grain) * grain),
            control.min, control.max);
        const bool is_elsewhere = value != state.last_value && !state.is_cancelled;
        if (is_elsewhere && (press.active || press.released)) {
            state.last_value = value; // a quick drag may end in the frame in which it moved
        }
        if (is_elsewhere && press.active) {
            pen.operate(control.id, std::to_string(value), CommandStage::Dragging);
        }
        if (press.released) {
            if (!state.is_cancelled) {
                pen.operate(control.id, std::to_string(state.last_value), CommandStage::Settled);
            }
            state.dragged.clear();
        }
    }
    return top + height - slot.top;
}

float draw_chips(Pen &pen, const Control &control, Slot slot) {
    const Theme &theme = pen.theme();
    const float height = theme.button_height;
    float x = slot.left;
    float y = slot.top;
    if (most_chips < control.options.size()) {
        const Rect rect = {x, y, std::min(320 * theme.scale, slot.width), theme.control_height};
        const Press press = pen.press(control.id, "field", rect);
        pen.box(rect, press.hovered ? theme.field() : theme.paper(), theme.edge(), theme.radius);
        const float middle = y + rect.height / 2;
        const float right = rect.left + rect.width - 14;
        pen.line(Type::Label, theme.ink(), {x + 12, middle - pen.line_height(Type::Label) / 2 + 1},
                 rect.width - 44, control.value_text.empty() ? "–" : control.value_text);
        pen.triangle({right - 10, middle - 3}, {right, middle - 3}, {right - 5, middle + 4},
                     theme.ink());
        if (press.clicked) {
            pen.operate(control.id, "", CommandStage::Editing);
        }
        return rect.height;
    }
    for (const ControlOption &option : control.options) {
        const float key = option.tone ? 18 * theme.scale : 0;
        const float width = within(pen.measure(Type::Label, 0, option.label).x + 26 + key,
                                   std::min(theme.button_height, slot.width), slot.width);
        if (slot.left < x && slot.left + slot.width < x + width) {
            x = slot.left;
            y += height + 6;
        }
        const Rect rect = {x, y, width, height};
        const Press press = pen.press(control.id, option.id, rect);
        const bool is_chosen = option.id == control.value;
        pen.box(rect,
                is_chosen       ? theme.accent()
                : press.hovered ? theme.field()
                                : theme.paper(),
                is_chosen ? theme.accent() : theme.edge(), theme.radius);
        if (option.tone) {
            const float side = 12 * theme.scale;
            pen.bar({x + 10, y + (height - side) / 2, side, side}, *option.tone);
        }
        centred(pen, Type::Label, is_chosen ? theme.on_accent() : theme.ink(),
                {x + key, y, width - key, height}, option.label);
        pen.explain(rect, option.explanation);
        if (press.clicked && !is_chosen) {
            pen.operate(control.id, option.id);
        }
        x += width + 6;
    }
    return y + height - slot.top;
}

float draw_choice(Pen &pen, const Control &control, Slot slot) {
    const Theme &theme = pen.theme();
    float y = slot.top +
              pen.text(Type::Body, theme.ink(), {slot.left, slot.top}, slot.width, control.label) +
              4;
    y += draw_chips(pen, control, {slot.left, y, slot.width}) + 4;
    if (!control.hint.empty()) {
        y += pen.text(Type::Small, theme.muted(), {slot.left, y + 2}, slot.width, control.hint);
    }
    return y - slot.top;
}

float draw_suppositions(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot) {
    const Theme &theme = pen.theme();
    float y = slot.top + draw_section(pen, "Suppose", slot);
    const float field_width = std::min(170 * theme.scale, slot.width * 0.5F);
    for (std::size_t i = 0; i < exhibit.controls.size(); ++i) {
        const Control &control = exhibit.controls[i];
        if (control.kind == ControlKind::Number) {
            y += draw_slider(pen, control, state, {slot.left, y, slot.width}) + 8;
        } else if (control.kind == ControlKind::Toggle) {
            // The day that the switch brings stands beside it.
            const bool has_day =
                i + 1 < exhibit.controls.size() && exhibit.controls[i + 1].kind == ControlKind::Day;
            const bool shows_day = has_day && exhibit.controls[i + 1].enabled;
            const bool is_one_line = !theme.is_narrow || !shows_day;
            const float switch_width =
                shows_day && is_one_line ? slot.width - field_width - 12 : slot.width;
            const float height = draw_switch(pen, control, {slot.left, y, switch_width});
            if (shows_day) {
                y += is_one_line ? 0 : height + 2;
                draw_day_field(
                    pen, exhibit.controls[i + 1],
                    {slot.left + slot.width - field_width, y, field_width, theme.control_height});
            }
            y += height + 6;
            i += has_day ? 1 : 0;
        } else if (control.kind == ControlKind::Day) {
            pen.line(Type::Body, theme.ink(),
                     {slot.left, y + (theme.control_height - pen.line_height(Type::Body)) / 2 + 1},
                     slot.width - field_width - 12, control.label);
            draw_day_field(
                pen, control,
                {slot.left + slot.width - field_width, y, field_width, theme.control_height});
            y += theme.control_height + 6;
        }
    }
    return y - slot.top;
}

float draw_readings(Pen &pen, const Exhibit &exhibit, Slot slot) {
    const bool has_any =
        std::any_of(exhibit.controls.begin(), exhibit.controls.end(),
                    [](const Control &control) { return control.id.starts_with("reading."); });
    if (!has_any) {
        return 0;
    }
    const Theme &theme = pen.theme();
    float y = slot.top + draw_section(pen, "How do you read it?", slot);
    if (!exhibit.readings_range.empty()) {
        y += pen.text(Type::Body, theme.ink(), {slot.left, y}, slot.width, exhibit.readings_range) +
             10;
    }
    for (const Control &control : exhibit.controls) {
        if (!control.id.starts_with("reading.")) {
            continue;
        }
        y += draw_choice(pen, control, {slot.left, y, slot.width});
        for (const ReadingRow &row : exhibit.readings) {
            if (row.control == control.id) {
                const std::string text =
                    "“" + row.label + "”: " + row.consequence +
                    (row.difference.empty() ? "" : " Firm money " + row.difference + ".");
                y += pen.text(Type::Small, theme.muted(), {slot.left + 12, y + 2}, slot.width - 12,
                              text) +
                     2;
            }
        }
        y += 16;
    }
    return y - slot.top - 16;
}

} // namespace offramp::ui
