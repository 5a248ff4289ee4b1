// The picture: axis, band of regimes, lanes, and the handles that can be dragged.
#include "ui/axis.hpp"
#include "ui/drag_day.hpp"
#include "ui/draw.hpp"
#include "ui/lane_rows.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace offramp::ui {

namespace {

constexpr float grip_radius = 9;

class TimelineDrawing {
  public:
    TimelineDrawing(Pen &pen, const Timeline &timeline, UiState &state, Slot slot)
        : pen_(pen),
          theme_(pen.theme()),
          timeline_(timeline),
          state_(state),
          slot_(slot),
          label_width_(theme_.is_narrow ? 0 : 140 * theme_.scale),
          axis_(timeline.first_day, timeline.last_day, slot.left + label_width_,
                slot.width - label_width_) {}

    float draw() {
        const float ticks = pen_.line_height(Type::Small) + 4;
        // The day of the main handle stands above its grip; beside it where height is dear.
        const float rail = (theme_.is_narrow ? 0 : pen_.line_height(Type::Strong)) +
                           std::max(2 * grip_radius + 4, pen_.line_height(Type::Strong));
        // Beside the band its name has as many lines as it needs.
        const float beside =
            theme_.is_narrow || timeline_.band.empty()
                ? 0
                : pen_.measure(Type::Label, label_width_ - 12, timeline_.band_label).y;
        const float band_height = std::max(theme_.bar_height + 12, beside);
        const float band_title =
            theme_.is_narrow && !timeline_.band.empty()
                ? pen_.measure(Type::Label, slot_.width, timeline_.band_label).y + 4
                : 0;
        ticks_top_ = slot_.top;
        const float rail_top = ticks_top_ + ticks + band_title;
        const float band_top = rail_top + rail;
        const float lanes_top = band_top + band_height + 10;
        lines_top_ = band_top - 6;
        rows_ = lane_rows(timeline_, theme_, pen_.line_height(Type::Small), lanes_top);
        bottom_ = rows_.empty() ? lanes_top : rows_.back().top + rows_.back().height;
        const float foot = pen_.line_height(Type::Small) + 2;

        answer_view_gesture();
        draw_grid(draw_ticks(pen_, timeline_.ticks, axis_, ticks_top_));
        if (!timeline_.band.empty()) {
            const float label_top =
                theme_.is_narrow ? ticks_top_ + ticks : band_top + (band_height - beside) / 2;
            const float label_width = theme_.is_narrow ? slot_.width : label_width_ - 12;
            pen_.text(Type::Label, theme_.muted(), {slot_.left, label_top}, label_width,
                      timeline_.band_label);
        }
        draw_spans(timeline_.band, band_top, band_height, Type::Strong, {});
        draw_ghost(band_top, band_height);
        draw_lanes();
        std::vector<const Handle *> across;
        for (const Handle &handle : timeline_.handles) {
            if (handle.lane.empty()) {
                across.push_back(&handle);
            }
        }
        // Words lie over the lines, and handles over everything; the main one last of all.
        for (std::size_t i = 0; i < across.size(); ++i) {
            draw_line(*across[i], 1 < across.size() && i == 0);
        }
        draw_labels();
        for (const Handle &handle : timeline_.handles) {
            if (!handle.lane.empty()) {
                draw_lane_handle(handle);
            }
        }
        for (std::size_t i = across.size(); 0 < i--;) {
            const bool is_main = 1 < across.size() && i == 0;
            draw_handle(*across[i], is_main ? rail_top : bottom_, is_main ? rail : foot,
                        is_main ? band_height : 0, is_main);
        }
        pen_.place("picture", "view",
                   {axis_.left(), slot_.top, axis_.right() - axis_.left(), bottom_ - slot_.top});
        return bottom_ + foot - slot_.top;
    }

    /// Tones of the band whose name has no place in it.
    std::vector<Tone> unnamed() const {
        std::vector<Tone> tones;
        for (const Span &span : timeline_.band) {
            const bool is_named =
                std::any_of(timeline_.band.begin(), timeline_.band.end(), [&](const Span &one) {
                    return one.tone == span.tone && is_written(one.label);
                });
            if (!is_named) {
                tones.push_back(span.tone);
            }
        }
        return tones;
    }

  private:
    bool is_written(std::string_view text) const {
        return std::any_of(labels_.begin(), labels_.end(),
                           [&](const Label &label) { return label.text.data() == text.data(); });
    }

    void draw_grid(float top) {
        for (const Tick &tick : timeline_.ticks) {
            const float x = axis_.x(tick.day);
            pen_.segment({x, top}, {x, bottom_}, theme_.rule(), 1);
        }
    }

    /// A label goes inside its bar, else into the gap to its right, else it stays unsaid here and
    /// is said when pointed at.
    void draw_spans(const std::vector<Span> &spans, float top, float height, Type type,
                    std::string_view lane) {
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const Span &span = spans[i];
            const Rect rect = axis_.rect(span, top, height);
            pen_.bar(rect, span.tone, span.current);
            if (height + 5 < pen_.line_height(type)) {
                pen_.explain(rect, span.label + ": " + span.details);
                continue; // too low to be written on
            }
            const float width = pen_.measure(type, 0, span.label).x;
            const float baseline = top + (height - pen_.line_height(type)) / 2 + 1;
            const float gap_end =
                i + 1 < spans.size() ? axis_.x(spans[i + 1].first_day) : axis_.right();
            if (const auto left = place_inside(rect, width, lane)) {
                labels_.push_back({type,
                                   Theme::colour(theme_.tone(span.tone).ink),
                                   Theme::colour(theme_.tone(span.tone).fill),
                                   {*left, baseline},
                                   width,
                                   span.label});
            } else if (const float after = rect.left + rect.width + 6 + past_grip(rect, lane);
                       after + width + 6 <= gap_end) {
                labels_.push_back(
                    {type, theme_.ink(), theme_.paper(), {after, baseline}, width, span.label});
            }
            pen_.explain(rect, span.label + ": " + span.details);
        }
    }

    /// How far a label behind a bar keeps away from a grip at the bar's end.
    float past_grip(const Rect &rect, std::string_view lane) const {
        const bool has_grip = std::any_of(
            timeline_.handles.begin(), timeline_.handles.end(), [&](const Handle &handle) {
                return !lane.empty() && handle.lane == lane && stands(handle) &&
                       std::abs(axis_.middle(handle.day) - rect.left - rect.width) < 12;
            });
        return has_grip ? 10.0F : 0.0F;
    }

    /// Where in a bar a label stands free of the lines that the handles draw through it and of the
    /// grips on it; its left end if no place is free, and nothing if the bar is too short for it.
    std::optional<float> place_inside(const Rect &rect, float width, std::string_view lane) const {
        constexpr float air = 6;
        if (rect.width < width + 2 * air) {
            return std::nullopt;
        }
        struct Obstacle {
            float x;
            float reach;
        };
        std::vector<Obstacle> obstacles;
        std::vector<float> candidates = {rect.left + air};
        for (const Handle &handle : timeline_.handles) {
            const bool is_grip = !handle.lane.empty();
            if (stands(handle) && (!is_grip || handle.lane == lane)) {
                obstacles.push_back({axis_.middle(handle.day), is_grip ? 10.0F : 2.0F});
                candidates.push_back(obstacles.back().x + obstacles.back().reach + air);
            }
        }
        for (const Obstacle &obstacle : obstacles) {
            candidates.push_back(obstacle.x - obstacle.reach - air - width);
        }
        const float right_most = rect.left + rect.width - air - width;
        for (const float left : candidates) {
            const bool is_free =
                std::none_of(obstacles.begin(), obstacles.end(), [&](const Obstacle &obstacle) {
                    return left - obstacle.reach < obstacle.x &&
                           obstacle.x < left + width + obstacle.reach;
                });
            if (is_free && rect.left + air <= left && left <= right_most) {
                return left;
            }
        }
        return rect.left + air;
    }

    /// Whether a handle stands on a day of the picture; one that supposes nothing does not.
    bool stands(const Handle &handle) const { return !handle.is_open && axis_.holds(handle.day); }
    /// Where its grip is drawn: on its day, at the end of the axis that it lies behind, or, where
    /// nothing is supposed, beside the axis.
    float grip_x(const Handle &handle) const {
        return handle.is_open ? std::max(axis_.left() - 16, slot_.left + 9)
                              : axis_.middle(axis_.clamped(handle.day));
    }

    /// Where a handle is taken: along the axis, and where its grip is beside it.
    Rect reach(float grip, float top, float height) const {
        const float left = std::min(axis_.left(), grip) - grip_reach();
        return {left, top, axis_.right() + grip_reach() - left, height};
    }

    void draw_line(const Handle &handle, bool is_main) {
        if (!stands(handle)) {
            return;
        }
        const float x = axis_.middle(handle.day);
        if (is_main) {
            pen_.segment({x, lines_top_ - 6}, {x, bottom_ + 4}, theme_.ink(), 2);
        } else {
            pen_.dashed({x, lines_top_}, {x, bottom_ + 10}, theme_.muted());
        }
    }

    /// A label that a line would cross gets the ground it stands on.
    void draw_labels() {
        for (const Label &label : labels_) {
            const float height = pen_.line_height(label.type);
            const bool is_crossed = std::any_of(
                timeline_.handles.begin(), timeline_.handles.end(), [&](const Handle &handle) {
                    const float x = axis_.middle(handle.day);
                    return handle.lane.empty() && stands(handle) && label.at.x - 3 < x &&
                           x < label.at.x + label.width + 3;
                });
            if (is_crossed) {
                pen_.box({label.at.x - 3, label.at.y, label.width + 6, height - 2}, label.ground,
                         label.ground, 2);
            }
            pen_.line(label.type, label.ink, label.at, label.width + 1, label.text);
        }
    }

    void draw_ghost(float band_top, float band_height) {
        if (!timeline_.ghost || !axis_.holds(timeline_.ghost->day)) {
            return;
        }
        const float x = axis_.x(timeline_.ghost->day + 1);
        pen_.segment({x, band_top - 5}, {x, band_top + band_height + 5}, theme_.ink(), 2);
        pen_.explain({x - 6, band_top, 12, band_height}, timeline_.ghost->label);
    }

    void draw_lanes() {
        const float line = pen_.line_height(Type::Small);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const Lane &lane = timeline_.lanes[i];
            const LaneRow &row = rows_[i];
            if (theme_.is_narrow) {
                labels_.push_back(
                    {Type::Small,
                     theme_.muted(),
                     theme_.paper(),
                     {slot_.left, row.top},
                     std::min(pen_.measure(Type::Small, 0, lane.label).x, slot_.width),
                     lane.label});
            } else {
                const float baseline = row.bar_top + (row.bar_height - line) / 2 + 1;
                // A hollow grip stands beside the axis.
                pen_.line(Type::Small, theme_.muted(), {slot_.left, baseline}, label_width_ - 28,
                          lane.label);
            }
            draw_spans(lane.spans, row.bar_top, row.bar_height, Type::Small, lane.id);
            for (const Span &span : lane.disputed) {
                Rect strip = axis_.rect(span, row.bar_top + row.bar_height, 4);
                pen_.strip(strip, theme_.ink());
                strip.height += 3;
                pen_.explain(strip, span.label + " " + span.details);
            }
            for (const Mark &mark : lane.marks) {
                draw_mark(mark, row);
            }
        }
    }

    void draw_mark(const Mark &mark, const LaneRow &row) {
        if (!axis_.holds(mark.day)) {
            return;
        }
        // A due day ends when it is over; everything else happens as a day begins.
        const float x = mark.kind == MarkKind::Due ? axis_.x(mark.day + 1) : axis_.x(mark.day);
        const float bottom = row.bar_top + row.bar_height;
        pen_.segment({x, row.bar_top - 2}, {x, bottom + 2}, theme_.ink(), 2);
        pen_.explain({x - 5, row.bar_top, 10, row.bar_height}, mark.label);
    }

    void drag(const Handle &handle, const Press &press, float grip) {
        drag_day(pen_, timeline_, axis_, state_, handle, press, {grip, grip_reach()});
    }

    /// Keeps the day under the fingers where it is.
    void answer_view_gesture() {
        if (!state_.view_gesture) {
            return;
        }
        const ViewGesture gesture = *state_.view_gesture;
        state_.view_gesture.reset();
        const auto days = static_cast<float>(axis_.days());
        const float share = (gesture.x - axis_.left()) / (axis_.right() - axis_.left());
        const float length = std::max(days / gesture.factor, 1.0F);
        const float shift = gesture.shift / axis_.pixels_per_day();
        const auto first = axis_.first_day() +
                           static_cast<std::int64_t>(std::round(share * (days - length) - shift));
        const std::int64_t last = first + static_cast<std::int64_t>(std::round(length)) - 1;
        pen_.operate("picture", Days{Date::from_day_number(first), Date::from_day_number(last)});
    }

    /// A grip on the lane that its day belongs to, with the day beside it while it is held.
    void draw_lane_handle(const Handle &handle) {
        const auto lane = std::find_if(timeline_.lanes.begin(), timeline_.lanes.end(),
                                       [&](const Lane &one) { return one.id == handle.lane; });
        if (lane == timeline_.lanes.end() || (!handle.is_open && !stands(handle))) {
            return;
        }
        const LaneRow &row = rows_[static_cast<std::size_t>(lane - timeline_.lanes.begin())];
        const float x = grip_x(handle);
        const float y = row.bar_top + row.bar_height / 2;
        const float half = std::min(row.height, 2 * grip_reach()) / 2;
        const Rect area = reach(x, y - half, 2 * half);
        const Rect grip = {grip_left(x), y - half, 2 * grip_reach(), 2 * half};
        draw_was(handle, row.bar_top, row.bar_height, false);
        const std::string text = text_of(handle);
        if (handle.is_reported) {
            pen_.disc({x, y}, 5, theme_.ink(), theme_.ink());
            pen_.explain(grip, text);
            return;
        }
        const Press press = pen_.press(handle.control, "handle", area, grip);
        drag(handle, press, x);
        pen_.disc({x, y}, 7, theme_.paper(), handle.is_open ? theme_.muted() : theme_.ink());
        if (press.active && !handle.is_open) {
            const float width = pen_.measure(Type::Label, 0, text).x;
            const float left = within(x - width / 2, slot_.left,
                                      std::max(slot_.left, slot_.left + slot_.width - width));
            const float label_top = row.bar_top - pen_.line_height(Type::Label) - 6;
            pen_.over([&] {
                pen_.box({left - 6, label_top - 1, width + 12, pen_.line_height(Type::Label) + 2},
                         theme_.paper(), theme_.edge(), 2);
                pen_.text(Type::Label, theme_.ink(), {left, label_top}, 0, text);
            });
        } else {
            pen_.explain(grip, text);
        }
    }

    std::string text_of(const Handle &handle) const {
        return handle.is_open
                   ? handle.label + ": not recorded, drag to suppose a day"
                   : handle.label + " " + handle.value + (handle.is_reported ? " (reported)" : "");
    }

    /// Where the handle stood in the baseline; named where nothing else is.
    void draw_was(const Handle &handle, float top, float height, bool is_named) {
        if (!handle.was || !axis_.holds(*handle.was)) {
            return;
        }
        const float x = axis_.middle(*handle.was);
        pen_.dashed({x, top - 4}, {x, top + height + 4}, theme_.accent());
        const float width = pen_.measure(Type::Label, 0, "A").x;
        const bool is_apart = 30 < std::abs(x - axis_.middle(axis_.clamped(handle.day)));
        if (is_named && is_apart) {
            pen_.text(Type::Label, theme_.accent(),
                      {x - width / 2, top - pen_.line_height(Type::Label) - 2}, 0, "A");
        }
    }

    /// Even at the end of the axis the whole of a grip can be reached.
    float grip_left(float middle) const {
        return within(middle - grip_reach(), slot_.left - theme_.margin,
                      slot_.left + slot_.width + theme_.margin - 2 * grip_reach());
    }
    float grip_reach() const { return std::max(theme_.control_height / 2, 16.0F); }

    /// The label above (or below) the line, the grip, the line through the lanes, and the whole
    /// rail as a place to press.
    void draw_handle(const Handle &handle, float top, float rail, float more, bool is_main) {
        const bool is_inside = axis_.holds(handle.day) || handle.is_open;
        const float x = grip_x(handle);
        const float grip_y =
            is_main ? top + rail - grip_radius - 2 : top + pen_.line_height(Type::Small) / 2;
        const float radius = is_main ? grip_radius : 7;
        const Rect area = reach(x, is_main ? top : top - 2, rail + more);
        const Rect grip = {grip_left(x), grip_y - grip_reach() + (is_main ? 0.0F : 4.0F),
                           2 * grip_reach(), 2 * grip_reach()};
        // The whole rail can be pressed; the item that page and tests see is the grip on it.
        if (!handle.is_reported) {
            drag(handle, pen_.press(handle.control, "handle", area, grip), x);
        }

        draw_was(handle, is_main ? top + rail : bottom_, is_main ? more : 0, is_main);
        const ImU32 fill = is_main && !handle.is_open ? theme_.ink() : theme_.paper();
        pen_.disc({x, grip_y}, radius, fill, theme_.ink());
        if (is_main && !handle.is_reported) {
            // Arrows say that it moves; into the picture where it stands beside it.
            if (!handle.is_open) {
                pen_.triangle({x - 20, grip_y}, {x - 14, grip_y - 5}, {x - 14, grip_y + 5},
                              theme_.ink());
            }
            pen_.triangle({x + 20, grip_y}, {x + 14, grip_y + 5}, {x + 14, grip_y - 5},
                          theme_.ink());
        }
        const std::string text = text_of(handle) + (is_inside                              ? ""
                                                    : handle.day < axis_.day(axis_.left()) ? " ←"
                                                                                           : " →");
        const Type type = is_main ? Type::Strong : Type::Small;
        const bool is_above = is_main && !theme_.is_narrow;
        const float end = slot_.left + slot_.width;
        const float away = is_main ? 26.0F : 14.0F; // past the grip and its arrows
        const float whole = pen_.measure(type, 0, text).x;
        const bool is_right = x + away + whole <= end || x - slot_.left < end - x;
        const float room = is_above   ? slot_.width
                           : is_right ? end - x - away
                                      : x - away - slot_.left;
        const float width = std::min(whole, std::max(room, 0.0F));
        const float left = is_above   ? within(x - width / 2, slot_.left, end - width)
                           : is_right ? x + away
                                      : x - away - width;
        const float text_top = is_above ? top : grip_y - pen_.line_height(type) / 2;
        pen_.box({left - 6, text_top - 1, width + 12, pen_.line_height(type) + 2}, theme_.paper(),
                 theme_.paper(), 2);
        pen_.line(type, is_main ? theme_.ink() : theme_.muted(), {left, text_top}, width, text);
    }

    /// What is said inside the picture. Laid over the lines, so drawn after them.
    struct Label {
        Type type;
        ImU32 ink;
        ImU32 ground;
        ImVec2 at;
        float width;
        std::string_view text;
    };

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
    std::vector<LaneRow> rows_; ///< one for each lane
    std::vector<Label> labels_;
};

} // namespace

float draw_timeline(Pen &pen, const Exhibit &exhibit, UiState &state, Slot slot,
                    std::vector<Tone> &unnamed) {
    TimelineDrawing drawing{pen, exhibit.timeline, state, slot};
    const float height = drawing.draw();
    unnamed = drawing.unnamed();
    return height;
}

} // namespace offramp::ui
