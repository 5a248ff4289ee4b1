// What turns ImGui's lists into pixels. renderer_painter.cpp or renderer_null.cpp, chosen in CMake.
#pragma once

#include <imgui.h>

namespace offramp::ui {

/// For the current ImGui context. False when the platform has no such graphics.
bool start_renderer();
void stop_renderer();
/// Gives back what lies in the graphics context, which is going away or has gone.
void suspend_renderer();
void render(ImDrawData *data, ImU32 background);

} // namespace offramp::ui
