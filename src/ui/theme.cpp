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
      button_height((surface.coarse ? 44.0F : 32.0F) * surface.text_scale),
      bar_height(24 * surface.text_scale),
      radius(4) {}

float Theme::size_of(Type type) const {
    switch (type) {
    case Type::Small:
    case Type::Label:
        return 13 * scale;
    case Type::Body:
    case Type::Strong:
        return 15 * scale;
    case Type::Lead:
    case Type::Title:
        return (is_narrow ? 17.0F : 18.0F) * scale;
    case Type::Headline:
        return (is_narrow ? 25.0F : 32.0F) * scale;
    }
    return 15 * scale;
}

bool Theme::is_strong(Type type) const {
    return type == Type::Label || type == Type::Strong || type == Type::Title ||
           type == Type::Headline;
}

ImU32 Theme::colour(Rgb rgb, float opacity) {
    const auto alpha = static_cast<ImU32>(opacity * 255.0F + 0.5F);
    return IM_COL32((rgb >> 16) & 0xffU, (rgb >> 8) & 0xffU, rgb & 0xffU, alpha);
}

} // namespace offramp::ui
