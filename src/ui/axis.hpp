// Between days and pixels, both ways; the one place that knows the scale.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "ui/surface.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace offramp::ui {

class Axis {
  public:
    /// From one day to another, both included.
    Axis(std::int64_t first_day, std::int64_t last_day, float left, float width)
        : first_(first_day), days_(last_day - first_day + 1), left_(left), width_(width) {}

    float left() const { return left_; }
    float right() const { return left_ + width_; }
    std::int64_t first_day() const { return first_; }
    std::int64_t days() const { return days_; }
    float pixels_per_day() const { return width_ / static_cast<float>(days_); }
    /// The left edge of a day.
    float x(std::int64_t day) const {
        return left_ + width_ * static_cast<float>(day - first_) / static_cast<float>(days_);
    }
    float middle(std::int64_t day) const { return (x(day) + x(day + 1)) / 2; }
    std::int64_t day(float position) const {
        const float share = (position - left_) / width_ * static_cast<float>(days_);
        const auto days = static_cast<std::int64_t>(std::floor(share));
        return first_ + std::clamp<std::int64_t>(days, 0, days_ - 1);
    }
    bool holds(std::int64_t day) const { return first_ <= day && day < first_ + days_; }
    std::int64_t clamped(std::int64_t day) const {
        return std::clamp(day, first_, first_ + days_ - 1);
    }
    Rect rect(const Span &span, float top, float height) const {
        const float from = x(span.first_day);
        return {from, top, std::max(x(span.last_day + 1) - from - 1, 2.0F), height};
    }

  private:
    std::int64_t first_;
    std::int64_t days_;
    float left_;
    float width_;
};

} // namespace offramp::ui
