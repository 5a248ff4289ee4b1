// Gives Dear ImGui's lists to the painter of the platform.
#include "ui/painter.hpp"
#include "ui/renderer.hpp"

namespace offramp::ui {

namespace {

void drop(ImTextureData &texture) {
    drop_texture(static_cast<std::int32_t>(texture.TexID));
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
}

void bring_up_to_date(ImTextureData &texture) {
    if (texture.Status == ImTextureStatus_WantCreate ||
        texture.Status == ImTextureStatus_WantUpdates) {
        const auto number =
            paint_texture(static_cast<std::int32_t>(texture.TexID), texture.Width, texture.Height,
                          static_cast<const unsigned char *>(texture.GetPixels()));
        texture.SetTexID(static_cast<ImTextureID>(number));
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantDestroy && 0 < texture.UnusedFrames) {
        drop(texture);
    }
}

} // namespace

bool start_renderer() {
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    return true;
}

void stop_renderer() {
    for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
        drop(*texture);
    }
}

void suspend_renderer() {
    // What the context held has gone with it; the atlas itself is whole and is to be sent again.
    for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_WantCreate);
    }
}

void render(ImDrawData *data, ImU32 background) {
    for (ImTextureData *texture : *data->Textures) {
        bring_up_to_date(*texture);
    }
    const ImVec2 scale = data->FramebufferScale;
    const auto width = static_cast<std::int32_t>(data->DisplaySize.x * scale.x);
    const auto height = static_cast<std::int32_t>(data->DisplaySize.y * scale.y);
    const ImU32 ground = (background & 0xffU) << 16U | (background & 0xff00U) |
                         (background >> 16U & 0xffU); // it has blue first
    begin_picture(width, height, data->DisplaySize.x, data->DisplaySize.y, ground);
    for (const ImDrawList *list : data->CmdLists) {
        take_triangles(list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes(), list->IdxBuffer.Data,
                       list->IdxBuffer.size_in_bytes());
        for (const ImDrawCmd &command : list->CmdBuffer) {
            const auto left = static_cast<std::int32_t>(command.ClipRect.x * scale.x);
            const auto right = static_cast<std::int32_t>(command.ClipRect.z * scale.x);
            const auto top = static_cast<std::int32_t>(command.ClipRect.y * scale.y);
            const auto bottom = static_cast<std::int32_t>(command.ClipRect.w * scale.y);
            if (left < right && top < bottom) {
                paint_piece(static_cast<std::int32_t>(command.GetTexID()), left, height - bottom,
                            right - left, bottom - top,
                            static_cast<std::int32_t>(command.IdxOffset),
                            static_cast<std::int32_t>(command.ElemCount));
            }
        }
    }
}

} // namespace offramp::ui
