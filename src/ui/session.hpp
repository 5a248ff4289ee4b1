// One explorer on one canvas: its ImGui context, its fonts, its events, its frames.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/surface.hpp"

#include <imgui.h>

#include <string>

namespace offramp::ui {

class Session {
  public:
    /// The files are copied. `has_context`: the platform can paint; else no frame may be asked for.
    explicit Session(const FontBytes &files, bool has_context = true);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    bool can_draw() const { return can_draw_; }

    /// One frame of an Exhibit. Nothing is seen of it until it is painted.
    Drawn frame(const Exhibit &exhibit, const Surface &surface);
    /// Paints the last frame, which was made for this surface.
    void paint(const Surface &surface);

    // Events, in CSS pixels from the canvas' top left corner.
    /// `is_free`: days are not to snap to where outcomes flip.
    void pointer_moved(float x, float y, bool is_free = false);
    void pointer_left();
    void pointer_pressed(bool is_down);
    void escape_pressed();
    /// Zooms the picture round a place by a factor, and moves it by pixels.
    void view_gestured(float x, float factor, float shift);
    /// What of the page has the keyboard: "control/part", or nothing.
    void focus(std::string item) { state_.focused = std::move(item); }
    /// The control that is being dragged; empty for none.
    const std::string &dragged() const { return state_.dragged; }

    /// What paints is given up; the next frame starts anew with another.
    void graphics_lost();

  private:
    ImGuiContext *context_;
    Fonts fonts_{};
    UiState state_;
    float content_height_ = 0; ///< in the last frame
    bool can_draw_ = false;
};

} // namespace offramp::ui
