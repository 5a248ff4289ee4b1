// Dear ImGui as it is set up here: one window, the pointer and Escape. It keeps no settings, opens
// no popup and has no keyboard navigation of its own; the page has that.
#pragma once

#include <imgui.h>

namespace offramp::ui {

/// A new context, made current.
ImGuiContext *create_context();

} // namespace offramp::ui
