#include "ui/draw.hpp"

namespace offramp::ui {

namespace {

constexpr float section_gap = 30;

} // namespace

float draw(const Exhibit &exhibit, const Theme &theme, const Fonts &fonts, UiState &state,
           Drawn &drawn, float width) {
    Pen pen{theme, fonts, drawn, state.focused};
    Slot slot{theme.margin, theme.margin, width - 2 * theme.margin};
    slot.top += draw_header(pen, exhibit, slot) + section_gap;
    slot.top += draw_presets(pen, exhibit, slot);
    slot.top += draw_timeline(pen, exhibit, state, slot);
    slot.top += draw_regimes(pen, exhibit, slot);
    for (const auto part : {draw_ledger, draw_map}) {
        const float height =
            part(pen, exhibit, state, {slot.left, slot.top + section_gap, slot.width});
        slot.top += height == 0 ? 0 : height + section_gap;
    }
    return slot.top + theme.margin;
}

} // namespace offramp::ui
