#include "ui/pen.hpp"

#include "ui/shaping.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace offramp::ui {

namespace {

const char *end_of(std::string_view text) { return text.data() + text.size(); }

ImVec2 corner(const Rect &rect) { return {rect.left, rect.top}; }
ImVec2 opposite(const Rect &rect) { return {rect.left + rect.width, rect.top + rect.height}; }

bool holds(const Rect &rect, ImVec2 at) {
    return rect.left <= at.x && at.x < rect.left + rect.width && rect.top <= at.y &&
           at.y < rect.top + rect.height;
}

/// Whole pixels: an edge between two of them would be smeared over both, and pale.
Rect on_pixels(const Rect &rect) {
    const float left = std::round(rect.left);
    const float top = std::round(rect.top);
    return {left, top, std::max(std::round(rect.left + rect.width) - left, 1.0F),
            std::max(std::round(rect.top + rect.height) - top, 1.0F)};
}

} // namespace

// ImGui also breaks lines after a comma; a number must not be torn there.
const char *Pen::end_of_line(Type type, const char *from, const char *end, float width) const {
    if (width <= 0) {
        return end;
    }
    const char *to = font(type)->CalcWordWrapPosition(theme_.size_of(type), from, end, width);
    const char *back = to;
    while (from < back && back < end && *back != ' ' && back[-1] != ' ') {
        --back;
    }
    to = from < back ? back : to;
    return to == from ? from + 1 : to; // a word wider than the line is broken
}

void Pen::check_shaping(std::string_view text) const {
    drawn_.needs_shaping = drawn_.needs_shaping || needs_shaping(text);
}

float Pen::line_height(Type type) const { return std::ceil(theme_.em_of(type) * 1.5F); }

// Lines are set closer than ImGui's by nature of the font; text that wraps is drawn line by line
// so that the leading is ours.
float Pen::text(Type type, ImU32 colour, ImVec2 at, float width, std::string_view text) {
    check_shaping(text);
    const float size = theme_.size_of(type);
    const float leading = line_height(type);
    const char *const end = end_of(text);
    float y = at.y;
    for (const char *from = text.data(); from < end;) {
        const char *const to = end_of_line(type, from, end, width);
        list_->AddText(font(type), size, {std::round(at.x), std::round(y)}, colour, from, to);
        note_text(type, {at.x, y}, font(type)->CalcTextSizeA(size, FLT_MAX, 0, from, to).x);
        y += leading;
        for (from = to; from < end && *from == ' '; ++from) {
        }
    }
    return y - at.y;
}

ImVec2 Pen::measure(Type type, float width, std::string_view text) const {
    check_shaping(text);
    const float size = theme_.size_of(type);
    const char *const end = end_of(text);
    float widest = 0;
    float height = 0;
    for (const char *from = text.data(); from < end;) {
        const char *const to = end_of_line(type, from, end, width);
        widest = std::max(widest, font(type)->CalcTextSizeA(size, FLT_MAX, 0, from, to).x);
        height += line_height(type);
        for (from = to; from < end && *from == ' '; ++from) {
        }
    }
    return {widest, height};
}

void Pen::line(Type type, ImU32 colour, ImVec2 at, float width, std::string_view text) {
    check_shaping(text);
    const float size = theme_.size_of(type);
    const auto width_of = [&](const char *from, const char *to) {
        return font(type)->CalcTextSizeA(size, FLT_MAX, 0, from, to).x;
    };
    std::string shortened{text};
    if (width < width_of(text.data(), end_of(text))) {
        constexpr std::string_view ellipsis = "…";
        const float room = width - width_of(ellipsis.data(), end_of(ellipsis));
        const char *cut = nullptr;
        font(type)->CalcTextSizeA(size, std::max(room, 0.0F), 0, text.data(), end_of(text), &cut);
        shortened = std::string{text.data(), cut} + std::string{ellipsis};
    }
    const char *const end = end_of(shortened);
    list_->AddText(font(type), size, {std::round(at.x), std::round(at.y)}, colour, shortened.data(),
                   end);
    note_text(type, at, width_of(shortened.data(), end));
}

void Pen::note_text(Type type, ImVec2 at, float width) {
    if (list_ == ImGui::GetBackgroundDrawList()) {
        drawn_.texts.push_back({at.x, at.y, width, line_height(type)});
    }
}

// Lines here are upright or level: as areas of whole pixels they are as dark as their colour.
void Pen::segment(ImVec2 from, ImVec2 to, ImU32 colour, float thickness) {
    const float half = thickness / 2;
    const Rect rect = from.x == to.x ? on_pixels({from.x - half, from.y, thickness, to.y - from.y})
                                     : on_pixels({from.x, from.y - half, to.x - from.x, thickness});
    list_->AddRectFilled(corner(rect), opposite(rect), colour);
}

void Pen::dashed(ImVec2 from, ImVec2 to, ImU32 colour) {
    constexpr float dash = 4;
    constexpr float gap = 3;
    for (float y = from.y; y < to.y; y += dash + gap) {
        segment({from.x, y}, {to.x, std::min(y + dash, to.y)}, colour, 1.5F);
    }
}

void Pen::box(const Rect &area, ImU32 fill, ImU32 edge, float radius, float thickness) {
    const Rect rect = on_pixels(area);
    list_->AddRectFilled(corner(rect), opposite(rect), fill, radius);
    list_->AddRect(corner(rect), opposite(rect), edge, radius, ImDrawFlags_None, thickness);
}

void Pen::hatch(const Rect &rect, ImU32 colour, float spacing) {
    list_->PushClipRect(corner(rect), opposite(rect), true);
    for (float x = rect.left - rect.height; x < rect.left + rect.width; x += spacing) {
        list_->AddLine({x, rect.top + rect.height}, {x + rect.height, rect.top}, colour, 1);
    }
    list_->PopClipRect();
}

// Tones differ by pattern as well as by colour, for readers who cannot tell the colours apart.
void Pen::bar(const Rect &area, Tone tone, bool is_current) {
    const Rect rect = on_pixels(area);
    const ToneColours &colours = theme_.tone(tone);
    const float radius = std::min(theme_.radius, rect.width / 2);
    list_->AddRectFilled(corner(rect), opposite(rect), Theme::colour(colours.fill), radius);
    if (tone == Tone::Caution) {
        hatch(rect, Theme::colour(colours.edge, 0.45F), 7);
    } else if (tone == Tone::Risk || tone == Tone::Unknown) {
        hatch(rect, Theme::colour(colours.edge, 0.30F), 12);
    }
    list_->AddRect(corner(rect), opposite(rect),
                   Theme::colour(is_current ? theme_.palette->ink : colours.edge), radius,
                   ImDrawFlags_None, is_current ? 2.0F : 1.0F);
}

void Pen::disc(ImVec2 centre, float radius, ImU32 fill, ImU32 edge) {
    list_->AddCircleFilled(centre, radius, fill, 24);
    list_->AddCircle(centre, radius, edge, 24, 2);
}

void Pen::triangle(ImVec2 a, ImVec2 b, ImVec2 c, ImU32 colour) {
    list_->AddTriangleFilled(a, b, c, colour);
}

/// What the hand does to an area: it is held from being pressed until it is let go, wherever that
/// is.
Press Pen::touched(const std::string &id, const Rect &area) {
    const ImGuiIO &io = ImGui::GetIO();
    const bool is_free = hand_.held.empty() || hand_.held == id;
    Press press;
    press.hovered = is_free && (hand_.hovered.empty() || hand_.hovered == id) &&
                    ImGui::IsMousePosValid() && holds(area, io.MousePos);
    if (press.hovered) {
        hand_.hovered = id;
    }
    if (press.hovered && hand_.held.empty() && io.MouseClicked[0]) {
        hand_.held = id;
        press.activated = true;
    }
    if (hand_.held == id) {
        hand_.is_held_seen = true;
        press.active = io.MouseDown[0];
        press.released = !press.active;
        press.clicked = press.released && press.hovered;
        hand_.held = press.active ? id : "";
    }
    return press;
}

Press Pen::press(std::string_view control, std::string_view part, const Rect &area,
                 const Rect &item) {
    const std::string id = std::string{control} + "/" + std::string{part};
    drawn_.items.push_back({std::string{control}, std::string{part}, item});
    if (focused_ == id) {
        over([&] { // words beside it may lay their own ground
            list_->AddRect({item.left - 3, item.top - 3},
                           {item.left + item.width + 3, item.top + item.height + 3},
                           theme_.accent(), theme_.radius + 3, ImDrawFlags_None, 2.5F);
        });
    }
    const Press press = touched(id, area);
    if (press.hovered && drawn_.pointer == Pointer::Arrow) {
        point(Pointer::Hand);
    }
    return press;
}

ImVec2 Pen::pointer() {
    const ImGuiIO &io = ImGui::GetIO();
    return ImGui::IsMousePosValid() ? io.MousePos : io.MousePosPrev;
}

void Pen::explain(const Rect &rect, std::string_view text) {
    if (text.empty() || !holds(rect, ImGui::GetIO().MousePos) || !hand_.held.empty()) {
        return;
    }
    const float width = 280 * theme_.scale;
    const ImVec2 size = measure(Type::Small, width, text);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float right_most = ImGui::GetIO().DisplaySize.x - size.x - 28;
    const Rect note = {within(mouse.x + 12, 4.0F, right_most), mouse.y + 20, size.x + 20,
                       size.y + 14};
    over([&] {
        box(note, theme_.paper(), theme_.edge(), theme_.radius);
        this->text(Type::Small, theme_.ink(), {note.left + 10, note.top + 7}, width, text);
    });
}

void Pen::operate(std::string_view control, ControlValue value, CommandStage stage) {
    drawn_.commands.push_back({std::string{control}, std::move(value), stage});
}

} // namespace offramp::ui
