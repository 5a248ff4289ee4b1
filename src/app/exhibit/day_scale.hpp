// Where days lie on a line of pixels: the one scale of canvas, drawing and card.
#pragma once

#include <algorithm>
#include <cstdint>

namespace offramp {

/// `Length` is what pixels are counted in: whole numbers in drawings, others on the canvas.
template <typename Length>
class DayScale {
  public:
    /// From one day to another, both included. Precondition: the last is not before the first.
    constexpr DayScale(std::int64_t first_day, std::int64_t last_day, Length left, Length width)
        : first_(first_day), days_(last_day - first_day + 1), left_(left), width_(width) {}

    Length left() const { return left_; }
    Length right() const { return left_ + width_; }
    Length width() const { return width_; }
    std::int64_t first_day() const { return first_; }
    std::int64_t days() const { return days_; }
    /// The left edge of a day.
    Length x(std::int64_t day) const {
        return left_ + width_ * static_cast<Length>(day - first_) / static_cast<Length>(days_);
    }
    Length middle(std::int64_t day) const { return (x(day) + x(day + 1)) / 2; }
    bool holds(std::int64_t day) const { return first_ <= day && day < first_ + days_; }
    std::int64_t clamped(std::int64_t day) const {
        return std::clamp(day, first_, first_ + days_ - 1);
    }

  private:
    std::int64_t first_;
    std::int64_t days_;
    Length left_;
    Length width_;
};

} // namespace offramp
