// What Dear ImGui is compiled with; its own sources read this through IMGUI_USER_CONFIG.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
// Letters above U+FFFF, which Chinese and Japanese names have.
#define IMGUI_USE_WCHAR32
// WebGL has no vertex offsets: one list must be able to hold a long table.
#define ImDrawIdx unsigned int
