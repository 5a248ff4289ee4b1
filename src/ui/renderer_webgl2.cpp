// Dear ImGui's own renderer, on the WebGL 2 context that the platform has made current.
#include "ui/renderer.hpp"

#include <GLES3/gl3.h>
#include <imgui_impl_opengl3.h>

namespace offramp::ui {

bool start_renderer() {
    return ImGui_ImplOpenGL3_Init("#version 300 es") && ImGui_ImplOpenGL3_CreateDeviceObjects();
}

void stop_renderer() { ImGui_ImplOpenGL3_Shutdown(); }

void suspend_renderer() {
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    // It marks the textures as destroyed; the atlas itself is whole and is to be sent again.
    for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
}

void resume_renderer() { ImGui_ImplOpenGL3_CreateDeviceObjects(); }

void render(ImDrawData *data, ImU32 background) {
    const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(background);
    const auto width = static_cast<GLsizei>(data->DisplaySize.x * data->FramebufferScale.x);
    const auto height = static_cast<GLsizei>(data->DisplaySize.y * data->FramebufferScale.y);
    glViewport(0, 0, width, height);
    glClearColor(colour.x * colour.w, colour.y * colour.w, colour.z * colour.w, colour.w);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(data);
}

} // namespace offramp::ui
