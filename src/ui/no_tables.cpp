// Stands in for imgui_tables.cpp, which the page would carry for nothing: tables and columns are
// never begun here. These are the functions of it that the rest of Dear ImGui names.
#include "ui/imgui_config.hpp"

#include <imgui_internal.h>

namespace ImGui {

void TableSettingsAddSettingsHandler() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable *) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData *) {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePopBackgroundChannel() {}
void TableEndCell(ImGuiTable *) {}
void TableEndRow(ImGuiTable *) {}
void EndTable() {}
void EndColumns() {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}

} // namespace ImGui
