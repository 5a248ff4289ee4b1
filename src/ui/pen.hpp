// Drawing in the words of the page: text that wraps, bars, rules, things to press.
// Every thing that can be operated passes through here and is recorded for page and tests.
#pragma once

#include "ui/fonts.hpp"
#include "ui/surface.hpp"
#include "ui/theme.hpp"

#include <imgui.h>

#include <string>
#include <string_view>
#include <utility>

namespace offramp::ui {

/// What an operable area was told in this frame.
struct Press {
    bool hovered = false;
    bool active = false;    ///< held down
    bool activated = false; ///< pressed in this frame
    bool released = false;  ///< let go in this frame, wherever
    bool clicked = false;   ///< let go inside after being pressed inside
};

/// What the hand holds from frame to frame, and what it points at in this one. An area is named by
/// its control and part; of areas that overlap, the one that is drawn first has the hand.
struct Hand {
    std::string held;          ///< pressed and not yet let go; empty for nothing
    std::string hovered;       ///< in this frame
    bool is_held_seen = false; ///< what is held is drawn in this frame
};

class Pen {
  public:
    /// `focused` is what of the page's controls has the keyboard.
    Pen(const Theme &theme, const Fonts &fonts, Drawn &drawn, Hand &hand, std::string_view focused)
        : theme_(theme),
          fonts_(fonts),
          drawn_(drawn),
          hand_(hand),
          focused_(focused),
          list_(ImGui::GetBackgroundDrawList()) {}

    /// Draws text from its top left corner, wrapped to a width (0: one line); gives its height.
    float text(Type type, ImU32 colour, ImVec2 at, float width, std::string_view text);
    ImVec2 measure(Type type, float width, std::string_view text) const;
    /// One line, cut with an ellipsis where it would be wider.
    void line(Type type, ImU32 colour, ImVec2 at, float width, std::string_view text);
    float line_height(Type type) const;

    void segment(ImVec2 from, ImVec2 to, ImU32 colour, float thickness);
    void dashed(ImVec2 from, ImVec2 to, ImU32 colour);
    void box(const Rect &rect, ImU32 fill, ImU32 edge, float radius, float thickness = 1);
    /// A strip of slanted lines and nothing else.
    void strip(const Rect &rect, ImU32 colour) { hatch(rect, colour, 4); }
    /// A bar in a tone's colours and pattern.
    void bar(const Rect &rect, Tone tone, bool is_current = false);
    void disc(ImVec2 centre, float radius, ImU32 fill, ImU32 edge);
    void triangle(ImVec2 a, ImVec2 b, ImVec2 c, ImU32 colour);

    /// An area to press. Records the item, and draws the focus ring while the page's twin of it
    /// has the keyboard.
    Press press(std::string_view control, std::string_view part, const Rect &rect) {
        return press(control, part, rect, rect);
    }
    /// The same where the item that is recorded is a part of the area: the grip on a rail.
    Press press(std::string_view control, std::string_view part, const Rect &area,
                const Rect &item);
    /// Where a drag is: the pointer, or where it was last seen if it was let go out of sight.
    static ImVec2 pointer();
    /// An area that only explains itself when pointed at.
    void explain(const Rect &rect, std::string_view text);

    /// Records where something is drawn that the page itself answers to: the picture, which takes
    /// two fingers.
    void place(std::string id, std::string part, const Rect &rect) {
        drawn_.items.push_back({std::move(id), std::move(part), rect});
    }

    /// Draws over everything that is drawn later in this frame.
    template <typename Draw>
    void over(Draw draw) {
        ImDrawList *const below = std::exchange(list_, ImGui::GetForegroundDrawList());
        draw();
        list_ = below;
    }

    void operate(std::string_view control, ControlValue value,
                 CommandStage stage = CommandStage::Settled);
    void point(Pointer pointer) { drawn_.pointer = pointer; }

    const Theme &theme() const { return theme_; }

  private:
    ImFont *font(Type type) const {
        return theme_.is_strong(type) ? fonts_.semibold : fonts_.regular;
    }
    Press touched(const std::string &id, const Rect &area);
    void check_shaping(std::string_view text) const;
    void hatch(const Rect &rect, ImU32 colour, float spacing);
    const char *end_of_line(Type type, const char *from, const char *end, float width) const;
    void note_text(Type type, ImVec2 at, float width);

    const Theme &theme_;
    const Fonts &fonts_;
    Drawn &drawn_;
    Hand &hand_;
    std::string_view focused_;
    ImDrawList *list_;
};

} // namespace offramp::ui
