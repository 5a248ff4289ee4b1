#include "ui/session.hpp"

#include "ui/context.hpp"
#include "ui/renderer.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace offramp::ui {

Session::Session(const FontBytes &files, bool has_context) : context_(create_context()) {
    fonts_ = add_fonts(files);
    can_draw_ = has_context && start_renderer();
}

Session::~Session() {
    ImGui::SetCurrentContext(context_);
    if (can_draw_) {
        stop_renderer();
    }
    ImGui::DestroyContext(context_);
}

Drawn Session::frame(const Exhibit &exhibit, const Surface &surface) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO &io = ImGui::GetIO();
    const float height = std::max(surface.height, 1.0F);
    // The window is the whole content, which the canvas may not be high enough for yet.
    io.DisplaySize = {std::max(surface.width, 1.0F), std::max(height, content_height_)};
    io.DisplayFramebufferScale = {surface.pixel_ratio, surface.pixel_ratio};
    io.DeltaTime = 1.0F / 60;                              // nothing here moves by itself
    context_->FontRasterizerDensity = surface.pixel_ratio; // a window would tell it
    Drawn drawn;
    ImGui::NewFrame();
    // Dear ImGui tells only the font that it has chosen itself; the other one would be drawn
    // coarsely.
    fonts_.semibold->CurrentRasterizerDensity = surface.pixel_ratio;
    state_.hand.hovered.clear();
    state_.hand.is_held_seen = false;
    drawn.height = draw(exhibit, surface, fonts_, state_, drawn);
    if (!state_.hand.is_held_seen) {
        state_.hand.held.clear(); // it is not drawn any more
    }
    state_.is_escape_pressed = false;
    content_height_ = drawn.height;
    ImGui::Render();
    // What was hovered or pressed shows one frame later, and Dear ImGui takes one change of a
    // button a frame.
    drawn.again = !drawn.commands.empty() || io.MouseClicked[0] || io.MouseReleased[0] ||
                  !context_->InputEventsQueue.empty();
    return drawn;
}

void Session::paint(const Surface &surface) {
    if (can_draw_) {
        ImGui::SetCurrentContext(context_);
        ImDrawData *const data = ImGui::GetDrawData();
        data->DisplaySize.y = std::max(surface.height, 1.0F);
        render(data, Theme{surface}.paper());
    }
}

void Session::pointer_moved(float x, float y, bool is_free) {
    ImGui::SetCurrentContext(context_);
    state_.is_free = is_free;
    ImGui::GetIO().AddMousePosEvent(x, y);
}

void Session::pointer_left() {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void Session::pointer_pressed(bool is_down) {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().AddMouseButtonEvent(0, is_down);
}

void Session::view_gestured(float x, float factor, float shift) {
    state_.view_gesture = ViewGesture{x, factor, shift};
}

void Session::escape_pressed() { state_.is_escape_pressed = true; }

void Session::graphics_lost() {
    ImGui::SetCurrentContext(context_);
    suspend_renderer();
}

} // namespace offramp::ui
