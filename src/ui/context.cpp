#include "ui/context.hpp"

#include <imgui_internal.h>

namespace offramp::ui {

ImGuiContext *create_context() {
    ImGuiContext *const context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGuiIO &io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    io.MouseDragThreshold = 0;
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors; // the browser has its own
    ImGuiStyle &style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    return context;
}

} // namespace offramp::ui

// What Dear ImGui names and this setup never comes to. Its own functions are weak (CMake defines
// IMGUI_API so), hence these take their place, and the page carries neither them nor what they
// call.

// imgui_tables.cpp is left out altogether: tables and columns are never begun.
void ImGui::TableSettingsAddSettingsHandler() {}
void ImGui::TableGcCompactSettings() {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTable *) {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTableTempData *) {}
void ImGui::TablePushColumnChannel(int) {}
void ImGui::TablePopColumnChannel() {}
void ImGui::TablePushBackgroundChannel() {}
void ImGui::TablePopBackgroundChannel() {}
void ImGui::TableEndCell(ImGuiTable *) {}
void ImGui::TableEndRow(ImGuiTable *) {}
void ImGui::EndTable() {}
void ImGui::EndColumns() {}
void ImGui::PushColumnsBackground() {}
void ImGui::PopColumnsBackground() {}

// The only window has no title bar, no border, no scroll bar and nothing drawn in Dear ImGui's
// style; the one that it makes for itself is never shown.
void ImGui::StyleColorsDark(ImGuiStyle *) {}
void ImGui::RenderMouseCursor(ImVec2, float, ImGuiMouseCursor, ImU32, ImU32, ImU32) {}
void ImGui::RenderTextClipped(const ImVec2 &, const ImVec2 &, const char *, const char *,
                              const ImVec2 *, const ImVec2 &, const ImRect *) {}
bool ImGui::CloseButton(ImGuiID, const ImVec2 &) { return false; }
bool ImGui::CollapseButton(ImGuiID, const ImVec2 &) { return false; }
void ImGui::Scrollbar(ImGuiAxis) {}
void ImGui::EndChild() {}
void ImGui::GcCompactTransientWindowBuffers(ImGuiWindow *) {}
void ImGui::GcCompactTransientMiscBuffers() {}

// Of the shapes that Dear ImGui keeps among the letters, only the one that fills areas is left: all
// of it is white.
void ImFontAtlasBuildRenderBitmapFromString(ImFontAtlas *atlas, int x, int y, int w, int h,
                                            const char *, char) {
    ImTextureData *const texture = atlas->TexData;
    for (int row = 0; row < h; ++row) {
        memset(texture->GetPixelsAt(x, y + row), 0xff,
               static_cast<size_t>(w * texture->BytesPerPixel));
    }
}

// No popups, no tooltips, no text fields; names of keys stand in tooltips only.
ImVec2 ImGui::FindBestWindowPosForPopup(ImGuiWindow *) { return {}; }
ImGuiWindow *ImGui::FindBlockingModal(ImGuiWindow *) { return nullptr; }
void ImGui::BringWindowToDisplayBehind(ImGuiWindow *, ImGuiWindow *) {}
void ImGui::ClosePopupsOverWindow(ImGuiWindow *, bool) {}
void ImGui::ClosePopupToLevel(int, bool) {}
bool ImGui::BeginTooltipEx(ImGuiTooltipFlags, ImGuiWindowFlags) { return false; }
void ImGui::SetTooltip(const char *, ...) {}
const char *ImGui::GetKeyChordName(ImGuiKeyChord) { return ""; }
void ImGui::InputTextDeactivateHook(ImGuiID) {}

// No navigation by keys and no shortcuts.
void ImGui::NavInitWindow(ImGuiWindow *, bool) {}
void ImGui::NavInitRequestApplyResult() {}
void ImGui::NavMoveRequestApplyResult() {}
void ImGui::NavMoveRequestForward(ImGuiDir, ImGuiDir, ImGuiNavMoveFlags, ImGuiScrollFlags) {}
void ImGui::NavMoveRequestSubmit(ImGuiDir, ImGuiDir, ImGuiNavMoveFlags, ImGuiScrollFlags) {}
void ImGui::RenderNavCursor(const ImRect &, ImGuiID, ImGuiNavRenderCursorFlags) {}
bool ImGui::Shortcut(ImGuiKeyChord, ImGuiInputFlags, ImGuiID) { return false; }
bool ImGui::Selectable(const char *, bool, ImGuiSelectableFlags, const ImVec2 &) { return false; }

// No settings file, no log, no words of its own.
void ImGui::AddSettingsHandler(const ImGuiSettingsHandler *) {}
void ImGui::LoadIniSettingsFromDisk(const char *) {}
void ImGui::SaveIniSettingsToDisk(const char *) {}
void ImGui::LogFinish() {}
void ImGui::LogRenderedText(const ImVec2 *, const char *, const char *) {}
void ImGui::LocalizeRegisterEntries(const ImGuiLocEntry *, int) {}

#ifdef NDEBUG
// The picture lies on the list behind all windows, and there is no window. Builds with assertions
// keep the one that Dear ImGui makes for itself, because it asks for it.
bool ImGui::Begin(const char *, bool *, ImGuiWindowFlags) { return false; }
void ImGui::End() {}
void ImGui::FocusWindow(ImGuiWindow *, ImGuiFocusRequestFlags) {}
void ImGui::SetWindowPos(ImGuiWindow *, const ImVec2 &, ImGuiCond) {}
void ImGui::SetActiveID(ImGuiID, ImGuiWindow *) {}
void ImGui::SetNavFocusScope(ImGuiID) {}
void ImGui::UpdateMouseMovingWindowNewFrame() {}
void ImGui::UpdateMouseMovingWindowEndFrame() {}
void ImGui::UpdateHoveredWindowAndCaptureFlags(const ImVec2 &) {}
void ImGui::RenderTextClippedEx(ImDrawList *, const ImVec2 &, const ImVec2 &, const char *,
                                const char *, const ImVec2 *, const ImVec2 &, const ImRect *) {}
// What recovers from mistakes of ours; such builds report them.
void ImGui::ErrorRecoveryStoreState(ImGuiErrorRecoveryState *) {}
void ImGui::ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState *) {}
void ImGui::ErrorRecoveryTryToRecoverWindowState(const ImGuiErrorRecoveryState *) {}
void ImGui::ErrorCheckEndFrameFinalizeErrorTooltip() {}
bool ImGui::ErrorLog(const char *) { return false; }
#endif
