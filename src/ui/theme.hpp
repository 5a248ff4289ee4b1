// Colours and sizes as drawing needs them.
#pragma once

#include "app/exhibit/palette.hpp"
#include "ui/fonts.hpp"
#include "ui/surface.hpp"

#include <imgui.h>

namespace offramp::ui {

/// The one scale of type. Sizes are those of the em, in CSS pixels before the reader's text zoom.
enum class Type {
    Small, ///< 12, regular
    Label, ///< 12, semibold
    Strong ///< 14, semibold
};

struct Theme {
    explicit Theme(const Surface &surface);

    const Palette *palette;
    float scale;    ///< text zoom
    bool is_narrow; ///< one column, labels above their bars
    bool is_coarse; ///< a finger points
    float margin;
    float control_height; ///< 44 for fingers
    float button_height;  ///< the same, a little lower for a mouse
    float bar_height;
    float radius;

    float em_of(Type type) const;
    /// What Dear ImGui calls the size of a font: from its lowest to its highest point.
    float size_of(Type type) const { return em_of(type) / metrics_of(1).em; }
    bool is_strong(Type type) const;
    /// Drawing alone knows ImGui's colour order.
    static ImU32 colour(Rgb rgb, float opacity = 1);
    ImU32 ink() const { return colour(palette->ink); }
    ImU32 muted() const { return colour(palette->muted); }
    ImU32 rule() const { return colour(palette->rule); }
    ImU32 edge() const { return colour(palette->edge); }
    ImU32 field() const { return colour(palette->field); }
    ImU32 accent() const { return colour(palette->accent); }
    ImU32 on_accent() const { return colour(palette->on_accent); }
    ImU32 paper() const { return colour(palette->paper); }
    const ToneColours &tone(Tone tone) const { return colours_of(*palette, tone); }
};

} // namespace offramp::ui
