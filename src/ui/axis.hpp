// Between days and pixels of the canvas, both ways.
#pragma once

#include "app/exhibit/day_scale.hpp"
#include "app/exhibit/exhibit.hpp"
#include "ui/surface.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace offramp::ui {

class Axis : public DayScale<float> {
  public:
    using DayScale::DayScale;

    float pixels_per_day() const { return width() / static_cast<float>(days()); }
    /// The day under a position; beyond the ends the nearest.
    std::int64_t day(float position) const {
        const float share = (position - left()) / width() * static_cast<float>(days());
        const auto passed = static_cast<std::int64_t>(std::floor(share));
        return first_day() + std::clamp<std::int64_t>(passed, 0, days() - 1);
    }
    Rect rect(const Span &span, float top, float height) const {
        const float from = x(span.first_day);
        return {from, top, std::max(x(span.last_day + 1) - from - 1, 2.0F), height};
    }
};

} // namespace offramp::ui
