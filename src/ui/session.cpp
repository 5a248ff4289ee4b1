#include "ui/session.hpp"

#include "ui/renderer.hpp"

#include <algorithm>
#include <cstring>

namespace offramp::ui {

namespace {

enum class Fill { Own, Gaps };

/// A font of its own, or what fills the gaps of the one before.
ImFont *add_font(const std::vector<std::byte> &bytes, Fill fill = Fill::Own) {
    ImFontConfig config;
    config.MergeMode = fill == Fill::Gaps;
    config.FontDataOwnedByAtlas = true; // the atlas frees what it is given
    void *const copy = IM_ALLOC(bytes.size());
    std::memcpy(copy, bytes.data(), bytes.size());
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(copy, static_cast<int>(bytes.size()), 15,
                                                      &config);
}

} // namespace

Session::Session(const std::vector<std::byte> &regular, const std::vector<std::byte> &semibold)
    : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO &io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    io.MouseDragThreshold = 0;
    ImGuiStyle &style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    fonts_ = {add_font(regular), add_font(semibold)};
    add_font(regular, Fill::Gaps); // letters that only running text needs
    can_draw_ = start_renderer();
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
    io.DisplaySize = {std::max(surface.width, 1.0F), std::max(surface.height, 1.0F)};
    io.DisplayFramebufferScale = {surface.pixel_ratio, surface.pixel_ratio};
    io.DeltaTime = 1.0F / 60; // nothing here moves by itself
    const Theme theme{surface};

    Drawn drawn{
        .height = 0, .items = {}, .texts = {}, .operations = {}, .pointer = {}, .again = false};
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("explorer", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBringToFrontOnFocus);
    drawn.height = draw(exhibit, theme, fonts_, state_, drawn, surface.width);
    ImGui::End();
    ImGui::Render();
    if (can_draw_) {
        render(ImGui::GetDrawData(), theme.paper());
    }
    // What was hovered or pressed shows one frame later.
    drawn.again = !drawn.operations.empty() || io.MouseClicked[0] || io.MouseReleased[0];
    return drawn;
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

void Session::escape_pressed() {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, true);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Escape, false);
}

void Session::graphics_restored() {
    ImGui::SetCurrentContext(context_);
    restart_renderer();
}

} // namespace offramp::ui
