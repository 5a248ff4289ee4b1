#include "ui/draw.hpp"

#include <algorithm>

namespace offramp::ui {

namespace {

constexpr float column_gap = 48;
constexpr float section_gap = 30;

/// Parts one below the other.
class Column {
  public:
    explicit Column(Slot slot) : slot_(slot) {}

    template <typename Draw>
    void add(Draw draw) {
        const float height = draw(slot_);
        slot_.top += height == 0 ? 0 : height + section_gap;
    }
    float bottom() const { return slot_.top; }

  private:
    Slot slot_;
};

} // namespace

float draw(const Exhibit &exhibit, const Theme &theme, const Fonts &fonts, UiState &state,
           Drawn &drawn, float width) {
    Pen pen{theme, fonts, drawn, state.focused};
    const float inner = width - 2 * theme.margin;
    Column page{{theme.margin, theme.margin, inner}};
    page.add([&](Slot slot) { return draw_header(pen, exhibit, slot); });
    page.add([&](Slot slot) {
        const float presets = draw_presets(pen, exhibit, slot);
        const float picture =
            draw_timeline(pen, exhibit, state, {slot.left, slot.top + presets, slot.width});
        return presets + picture +
               draw_regimes(pen, exhibit, {slot.left, slot.top + presets + picture, slot.width});
    });
    page.add([&](Slot slot) { return draw_comparison(pen, exhibit, slot); });

    const auto suppositions = [&](Slot slot) {
        return draw_suppositions(pen, exhibit, state, slot);
    };
    const auto map = [&](Slot slot) { return draw_map(pen, exhibit, state, slot); };
    const auto readings = [&](Slot slot) { return draw_readings(pen, exhibit, slot); };
    const auto money = [&](Slot slot) { return draw_money(pen, exhibit, slot); };
    const auto rights = [&](Slot slot) { return draw_rights(pen, exhibit, slot); };
    const auto dates = [&](Slot slot) { return draw_key_dates(pen, exhibit, slot); };
    const auto why = [&](Slot slot) { return draw_why(pen, exhibit, slot); };

    if (!theme.is_wide) {
        page.add(money);
        page.add(rights);
        page.add(suppositions);
        page.add(map);
        page.add(readings);
        page.add(dates);
        page.add(why);
        return page.bottom();
    }
    const float left_width = (inner - column_gap) * 0.54F;
    Column left{{theme.margin, page.bottom(), left_width}};
    Column right{
        {theme.margin + left_width + column_gap, page.bottom(), inner - left_width - column_gap}};
    left.add(money);
    left.add(map);
    left.add(rights);
    left.add(dates);
    right.add(suppositions);
    right.add(readings);
    right.add(why);
    return std::max(left.bottom(), right.bottom());
}

} // namespace offramp::ui
