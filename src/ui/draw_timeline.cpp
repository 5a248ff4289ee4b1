// The picture: axis, band of regimes, lanes, and the two handles that can be dragged.
#include "ui/draw.hpp"

#include "core/date.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace offramp::ui {

namespace {

/// Between days and pixels, both ways; the one place that knows the scale.
class Axis {
  public:
    Axis(const Timeline &timeline, float left, float width)
        : first_(timeline.first_day),
          days_(timeline.last_day - timeline.first_day + 1),
          left_(left),
          width_(width) {}

    float left() const { return left_; }
    float right() const { return left_ + width_; }
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

class Picture {
  public:
    Picture(Pen &pen, const Timeline &timeline, UiState &state, Slot slot)
        : pen_(pen),
          theme_(pen.theme()),
          timeline_(timeline),
          state_(state),
          slot_(slot),
          label_width_(theme_.is_narrow ? 0 : 132 * theme_.scale),
          axis_(timeline, slot.left + label_width_, slot.width - label_width_) {}

    float draw() {
        const float ticks = pen_.line_height(Type::Small) + 6;
        const float rail = pen_.line_height(Type::Strong) + 24;
        const float band_height = theme_.bar_height + 12;
        const float band_title = theme_.is_narrow ? pen_.line_height(Type::Label) + 4 : 0;
        ticks_top_ = slot_.top;
        const float rail_top = ticks_top_ + ticks + band_title;
        const float band_top = rail_top + rail;
        const float lanes_top = band_top + band_height + 16;
        lines_top_ = band_top - 6;
        bottom_ = lanes_top + lanes_height();
        const float foot = pen_.line_height(Type::Small) + 30;

        draw_ticks(ticks_top_, bottom_);
        if (!timeline_.band.empty()) {
            const float label_top = theme_.is_narrow ? ticks_top_ + ticks : band_top + 4;
            const float label_width = theme_.is_narrow ? slot_.width : label_width_ - 12;
            pen_.text(Type::Label, theme_.muted(), {slot_.left, label_top}, label_width,
                      timeline_.band_label);
        }
        draw_spans(timeline_.band, band_top, band_height, Type::Strong);
        draw_ghost(band_top, band_height);
        draw_lanes(lanes_top);
        // The handle that the lease is about comes last and so lies on top.
        for (std::size_t i = timeline_.handles.size(); 0 < i--;) {
            const Handle &handle = timeline_.handles[i];
            const bool is_main = 1 < timeline_.handles.size() && i == 0;
            if (is_main) {
                draw_handle(handle, rail_top, rail, band_height, true);
            } else {
                draw_handle(handle, bottom_, foot, 0, false);
            }
        }
        return bottom_ + foot - slot_.top;
    }

  private:
    float lane_pitch() const {
        return theme_.bar_height + (theme_.is_narrow ? pen_.line_height(Type::Small) + 10 : 12);
    }
    float lanes_height() const { return lane_pitch() * static_cast<float>(timeline_.lanes.size()); }

    void draw_ticks(float top, float bottom) {
        float last_right = -1;
        for (const Tick &tick : timeline_.ticks) {
            const float x = axis_.x(tick.day);
            const std::string label = tick.label + (tick.year.empty() ? "" : " " + tick.year);
            const float width = pen_.measure(Type::Small, 0, label).x;
            pen_.segment({std::round(x) + 0.5F, top + pen_.line_height(Type::Small) + 4},
                         {std::round(x) + 0.5F, bottom}, theme_.rule(), 1);
            if (last_right < x && x + width < slot_.left + slot_.width) {
                pen_.text(tick.year.empty() ? Type::Small : Type::Label, theme_.muted(), {x, top},
                          0, label);
                last_right = x + width + 8;
            }
        }
    }

    /// A label goes inside its bar, else into the gap to its right, else it stays unsaid here and
    /// is said when pointed at.
    void draw_spans(const std::vector<Span> &spans, float top, float height, Type type) {
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const Span &span = spans[i];
            const Rect rect = axis_.rect(span, top, height);
            pen_.bar(rect, span.tone, span.current);
            const float width = pen_.measure(type, 0, span.label).x;
            const float baseline = top + (height - pen_.line_height(type)) / 2 + 1;
            const float gap_end =
                i + 1 < spans.size() ? axis_.x(spans[i + 1].first_day) : axis_.right();
            if (const auto left = place_inside(rect, width)) {
                pen_.text(type, Theme::colour(theme_.tone(span.tone).ink), {*left, baseline}, 0,
                          span.label);
            } else if (rect.left + rect.width + width + 12 <= gap_end) {
                pen_.text(type, theme_.ink(), {rect.left + rect.width + 6, baseline}, 0,
                          span.label);
            }
            pen_.explain(rect, span.label + ": " + span.details);
        }
    }

    /// Where in a bar a label stands free of the lines that the handles draw through it; its left
    /// end if no place is free, and nothing if the bar is too short for it.
    std::optional<float> place_inside(const Rect &rect, float width) const {
        constexpr float air = 6;
        if (rect.width < width + 2 * air) {
            return std::nullopt;
        }
        const float right_most = rect.left + rect.width - air - width;
        std::vector<float> candidates = {rect.left + air};
        for (const Handle &handle : timeline_.handles) {
            candidates.push_back(axis_.middle(handle.day) + air);
        }
        for (const Handle &handle : timeline_.handles) {
            candidates.push_back(axis_.middle(handle.day) - air - width);
        }
        for (const float left : candidates) {
            const bool is_free = std::none_of(
                timeline_.handles.begin(), timeline_.handles.end(), [&](const Handle &handle) {
                    const float x = axis_.middle(handle.day);
                    return axis_.holds(handle.day) && left - 2 < x && x < left + width + 2;
                });
            if (is_free && rect.left + air <= left && left <= right_most) {
                return left;
            }
        }
        return rect.left + air;
    }

    void draw_ghost(float band_top, float band_height) {
        if (!timeline_.ghost || !axis_.holds(timeline_.ghost->day)) {
            return;
        }
        const float x = axis_.x(timeline_.ghost->day + 1);
        pen_.segment({x, band_top - 5}, {x, band_top + band_height + 5}, theme_.ink(), 2);
        pen_.explain({x - 6, band_top, 12, band_height}, timeline_.ghost->label);
    }

    void draw_lanes(float top) {
        for (const Lane &lane : timeline_.lanes) {
            float bar_top = top;
            if (theme_.is_narrow) {
                pen_.line(Type::Small, theme_.muted(), {slot_.left, top}, slot_.width, lane.label);
                bar_top += pen_.line_height(Type::Small) + 1;
            } else {
                const float baseline =
                    top + (theme_.bar_height - pen_.line_height(Type::Small)) / 2 + 1;
                pen_.line(Type::Small, theme_.muted(), {slot_.left, baseline}, label_width_ - 10,
                          lane.label);
            }
            draw_spans(lane.spans, bar_top, theme_.bar_height, Type::Small);
            for (const Mark &mark : lane.marks) {
                draw_mark(mark, bar_top);
            }
            top += lane_pitch();
        }
    }

    void draw_mark(const Mark &mark, float top) {
        if (!axis_.holds(mark.day)) {
            return;
        }
        // A due day ends when it is over; everything else happens as a day begins.
        const float x = mark.kind == MarkKind::Due ? axis_.x(mark.day + 1) : axis_.x(mark.day);
        pen_.segment({x, top - 3}, {x, top + theme_.bar_height + 3}, theme_.ink(), 2);
        pen_.explain({x - 5, top, 10, theme_.bar_height}, mark.label);
    }

    void drag(const Handle &handle, const Press &press) {
        const float mouse = ImGui::GetIO().MousePos.x;
        if (press.activated) {
            const float middle = axis_.middle(axis_.clamped(handle.day));
            state_.dragged = handle.control;
            state_.is_cancelled = false;
            state_.last_value = handle.day;
            // Taken by the grip it keeps its place under the finger; elsewhere it comes to it.
            state_.grip = std::abs(mouse - middle) <= grip_reach() ? middle - mouse : 0;
        }
        if (state_.dragged != handle.control) {
            return;
        }
        if (press.active && ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
            state_.is_cancelled = true;
            pen_.operate("cancel", "");
        }
        const std::int64_t day = axis_.day(mouse + state_.grip);
        const std::string iso = to_iso(Date::from_day_number(day));
        if (press.active && !state_.is_cancelled && day != state_.last_value) {
            state_.last_value = day;
            pen_.operate(handle.control, iso, Phase::Dragging);
        }
        if (press.active) {
            pen_.point(Pointer::Grabbing);
        }
        if (press.released) {
            if (!state_.is_cancelled) {
                pen_.operate(handle.control, to_iso(Date::from_day_number(state_.last_value)),
                             Phase::Settled);
            }
            state_.dragged.clear();
        }
    }

    float grip_reach() const { return std::max(theme_.control_height / 2, 16.0F); }

    /// The label above (or below) the line, the grip, the line through the lanes, and the whole
    /// rail as a place to press.
    void draw_handle(const Handle &handle, float top, float rail, float more, bool is_main) {
        const bool is_inside = axis_.holds(handle.day);
        const float x = axis_.middle(axis_.clamped(handle.day));
        const float grip_y = is_main ? top + rail - 11 : top + 10;
        const float radius = is_main ? 9 : 7;
        const Rect area = {axis_.left() - grip_reach(), is_main ? top : top - 2,
                           axis_.right() - axis_.left() + 2 * grip_reach(), rail + more};
        const Rect grip = {x - grip_reach(), grip_y - grip_reach() + (is_main ? 0.0F : 4.0F),
                           2 * grip_reach(), 2 * grip_reach()};
        // The whole rail can be pressed; the item that mirror and tests see is the grip on it.
        drag(handle, pen_.press(handle.control, "handle", area, grip));

        if (is_inside) {
            if (is_main) {
                pen_.segment({x, grip_y}, {x, bottom_ + 4}, theme_.ink(), 2);
            } else {
                pen_.dashed({x, lines_top_}, {x, grip_y}, theme_.muted());
            }
        }
        const ImU32 fill = is_main ? theme_.ink() : theme_.paper();
        pen_.disc({x, grip_y}, radius, fill, theme_.ink());
        if (is_main) {
            // Arrows say that it moves.
            pen_.triangle({x - 20, grip_y}, {x - 14, grip_y - 5}, {x - 14, grip_y + 5},
                          theme_.ink());
            pen_.triangle({x + 20, grip_y}, {x + 14, grip_y + 5}, {x + 14, grip_y - 5},
                          theme_.ink());
        }
        const std::string text = handle.label + " " + handle.value +
                                 (is_inside                              ? ""
                                  : handle.day < axis_.day(axis_.left()) ? " ←"
                                                                         : " →");
        const Type type = is_main ? Type::Strong : Type::Small;
        const float width = pen_.measure(type, 0, text).x;
        const float left = std::clamp(x - width / 2, slot_.left,
                                      std::max(slot_.left, slot_.left + slot_.width - width));
        const float text_top = is_main ? top : grip_y + 10;
        pen_.box({left - 6, text_top - 1, width + 12, pen_.line_height(type) + 2}, theme_.paper(),
                 theme_.paper(), 2);
        pen_.text(type, is_main ? theme_.ink() : theme_.muted(), {left, text_top}, 0, text);
    }

    Pen &pen_;
    const Theme &theme_;
    const Timeline &timeline_;
    UiState &state_;
    Slot slot_;
    float label_width_;
    Axis axis_;
    float ticks_top_ = 0;
    float lines_top_ = 0; ///< where lines through all lanes begin
    float bottom_ = 0;
};

} // namespace

float draw_timeline(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot) {
    return Picture{pen, exhibit.timeline, state, slot}.draw();
}

} // namespace offramp::ui
