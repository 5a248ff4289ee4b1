// What turns ImGui's lists into pixels. renderer_webgl2.cpp or renderer_null.cpp, chosen in CMake.
#pragma once

#include <imgui.h>

namespace offramp::ui {

/// For the current ImGui context. False when the platform has no such graphics.
bool start_renderer();
void stop_renderer();
/// Forgets GPU objects that a lost context took with it, and makes them anew.
void restart_renderer();
void render(ImDrawData *data, ImU32 background);

} // namespace offramp::ui
