#include "ui/theme.hpp"

namespace offramp::ui {

namespace {

constexpr float narrow_below = 560;

} // namespace

Theme::Theme(const Surface &surface)
    : palette(surface.dark ? &dark_palette : &light_palette),
      scale(surface.text_scale),
      is_narrow(surface.width / surface.text_scale < narrow_below),
      is_coarse(surface.coarse),
      margin(is_narrow ? 16 : 24),
      control_height((surface.coarse ? 44.0F : 34.0F) * surface.text_scale),
      button_height((surface.coarse ? 44.0F : 28.0F) * surface.text_scale),
      bar_height(20 * surface.text_scale),
      radius(4) {}

float Theme::em_of(Type type) const {
    switch (type) {
    case Type::Small:
    case Type::Label:
        return 12 * scale;
    case Type::Strong:
        return 14 * scale;
    }
    return 14 * scale;
}

bool Theme::is_strong(Type type) const { return type == Type::Label || type == Type::Strong; }

ImU32 Theme::colour(Rgb rgb, float opacity) {
    const auto alpha = static_cast<ImU32>(opacity * 255.0F + 0.5F);
    return IM_COL32((rgb >> 16) & 0xffU, (rgb >> 8) & 0xffU, rgb & 0xffU, alpha);
}

} // namespace offramp::ui
