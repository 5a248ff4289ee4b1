#include "ui/draw.hpp"

namespace offramp::ui {

float draw(const Exhibit &exhibit, const Surface &surface, const Fonts &fonts, UiState &state,
           Drawn &drawn) {
    const Theme theme{surface};
    Pen pen{theme, fonts, drawn, state.hand, state.focused};
    Slot slot{theme.margin, 2, surface.width - 2 * theme.margin};
    const float gap = theme.is_narrow ? 6 : 8;
    const auto next = [&slot, gap](float height) { slot.top += height == 0 ? 0 : height + gap; };
    next(draw_status(pen, exhibit, slot));
    std::vector<Tone> unnamed;
    next(draw_timeline(pen, exhibit, state, slot, unnamed));
    next(draw_outcomes(pen, exhibit, unnamed, slot));
    next(draw_ledger(pen, exhibit, slot));
    if (surface.has_map) {
        next(draw_map(pen, exhibit, state, slot));
    }
    return slot.top;
}

} // namespace offramp::ui
