#include "app/export/prospect_svg.hpp"

#include "app/exhibit/day_scale.hpp"
#include "app/export/picture.hpp"
#include "app/export/svg_pen.hpp"
#include "app/words/text.hpp"
#include "app/words/typeset.hpp"
#include "core/ask/likely.hpp"

#include <algorithm>
#include <numeric>

namespace offramp {

namespace {

constexpr std::int64_t hill_height = 150;
constexpr std::int64_t never_width = 34;
constexpr std::int64_t never_gap = 20; // between the last day and never
constexpr std::int64_t dot = 12;       // its side
constexpr std::int64_t pitch = 16;     // from one dot to the next
constexpr std::int64_t dots_in_row = 20;
constexpr std::int64_t chance_width = 150;
constexpr std::int64_t label_width = 400; // with the chance before it
constexpr std::int64_t dots_narrow_below = label_width + dots_in_row * pitch + 40;

class Hill {
  public:
    Hill(const ProspectExhibit &prospect, const HillLook &look)
        : palette_(look.is_dark ? dark_palette : light_palette),
          pen_(palette_),
          look_(look),
          margin_(look.words ? margin_of_picture(look.width) : 0),
          prospect_(prospect) {}

    HillDrawing draw() {
        if (look_.words) {
            say(look_.words->title, {Words::small, "label", palette_.muted, 600}, 18, 4);
            say(look_.words->question, {30, "", palette_.ink, 600}, 36, 6);
            say(joined({"Supposed: ", prospect_.supposed, ". A guess, not a fact."}),
                {16, "", palette_.ink}, 23, 14);
        }
        const Days axis = look_.axis.value_or(days_of_guess());
        HillDrawing drawing{{}, axis, margin_, width_of_axis(), 0};
        if (axis.first <= axis.last) {
            hill(axis);
            drawing.foot = top_;
            top_ += label_height;
        }
        dots();
        if (look_.words) {
            say(joined({prospect_.as_of, ". Offramp; not legal advice."}),
                {Words::small, "label", palette_.muted}, 17, 12);
        }
        drawing.svg =
            pen_.take(look_.width, top_, look_.words ? look_.words->question : prospect_.supposed,
                      look_.words ? prospect_.supposed : "");
        return drawing;
    }

  private:
    static constexpr std::int64_t label_height = 34; // of the months under the foot

    void say(std::string_view content, const Words &words, std::int64_t leading,
             std::int64_t below) {
        top_ =
            pen_.paragraph({margin_, top_, look_.width - 2 * margin_, 0}, words, leading, content) +
            below;
    }

    static bool is_day(const LikelyDay &day) { return day.text != "never"; }

    /// To the end of a month, so that the axis does not change with every step of a hand. Its first
    /// is after its last where the delivery never comes.
    Days days_of_guess() const {
        std::int64_t first = INT64_MAX;
        std::int64_t last = INT64_MIN;
        for (const LikelyOutcome &outcome : prospect_.outcomes) {
            for (const LikelyDay &day : outcome.days) {
                if (is_day(day)) {
                    first = std::min(first, day.day);
                    last = std::max(last, day.day);
                }
            }
        }
        return last < first
                   ? Days{Date::never(), Date::dawn()}
                   : Days{Date::from_day_number(first), last_of_month(Date::from_day_number(last))};
    }

    std::int64_t width_of_axis() const {
        return look_.width - 2 * margin_ - never_gap - never_width;
    }

    static std::int64_t height_of(Parts parts, Parts highest) {
        return (hill_height * parts + highest / 2) / highest;
    }

    /// One bar for each day and outcome, stacked; as high as its parts are of the largest day's.
    void hill(const Days &axis) {
        const DayScale<std::int64_t> scale{axis.first.day_number(), axis.last.day_number(), margin_,
                                           width_of_axis()};
        const std::int64_t foot = top_ + hill_height;
        std::vector<std::int64_t> stacked(static_cast<std::size_t>(scale.days()), 0);
        const auto parts_before = [&](const LikelyDay &day) -> std::int64_t & {
            return stacked[static_cast<std::size_t>(day.day - scale.first_day())];
        };
        for (const LikelyOutcome &outcome : prospect_.outcomes) {
            for (const LikelyDay &day : outcome.days) {
                if (is_day(day) && scale.holds(day.day)) {
                    parts_before(day) += day.parts;
                }
            }
        }
        const std::int64_t highest =
            std::max<std::int64_t>(*std::max_element(stacked.begin(), stacked.end()), 1);
        std::fill(stacked.begin(), stacked.end(), 0);
        std::int64_t never_foot = foot;
        for (const LikelyOutcome &outcome : prospect_.outcomes) {
            pen_.begin(outcome.label, outcome.chance);
            for (const LikelyDay &day : outcome.days) {
                // Never is drawn by its share of all, as no day is so likely as that.
                if (!is_day(day)) {
                    const std::int64_t height =
                        std::max<std::int64_t>(hill_height * day.parts / certain, 2);
                    never_foot -= height;
                    pen_.plain({scale.right() + never_gap, never_foot, never_width, height},
                               outcome.tone);
                } else if (scale.holds(day.day)) {
                    std::int64_t &before = parts_before(day);
                    const std::int64_t from = foot - height_of(before, highest);
                    before += day.parts;
                    const std::int64_t to = foot - height_of(before, highest);
                    pen_.plain(
                        {scale.x(day.day), to, scale.x(day.day + 1) - scale.x(day.day), from - to},
                        outcome.tone);
                }
            }
            pen_.end();
        }
        const std::int64_t never_left = scale.right() + never_gap;
        pen_.line(margin_, foot, scale.right(), foot, "mark", palette_.ink);
        pen_.line(never_left, foot, never_left + never_width, foot, "mark", palette_.ink);
        months(scale, foot);
        pen_.text(never_left, foot + 17, {Words::small, "tick", palette_.muted}, "Never");
        top_ = foot;
    }

    void months(const DayScale<std::int64_t> &scale, std::int64_t foot) {
        Date month = first_of_month(Date::from_day_number(scale.first_day()));
        std::int64_t free_from = 0;
        for (; scale.first_day() + scale.days() > month.day_number();
             month = add_months(month, 1, MonthEnd::Clip)) {
            if (!scale.holds(month.day_number())) {
                continue;
            }
            const std::int64_t at = scale.x(month.day_number());
            const std::string label = joined({month_name(month), " ", year_name(month)});
            pen_.line(at, foot, at, foot + 5, "rule", palette_.muted);
            if (free_from <= at && at + width_of(label, Words::small) < scale.right()) {
                pen_.text(at, foot + 17, {Words::small, "tick", palette_.muted}, label);
                free_from = at + width_of(label, Words::small) + 12;
            }
        }
    }

    /// Each outcome with its dots, as many as its chance in a hundred.
    void dots() {
        std::vector<std::int64_t> parts;
        for (const LikelyOutcome &outcome : prospect_.outcomes) {
            parts.push_back(outcome.parts);
        }
        const std::vector<std::int64_t> counts = dots_of(parts);
        const bool is_narrow = look_.width < dots_narrow_below;
        const std::int64_t dots_left = margin_ + (is_narrow ? 0 : label_width);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const LikelyOutcome &outcome = prospect_.outcomes[i];
            pen_.text(margin_, top_ + dot, {14, "handle", palette_.ink, 600}, outcome.chance);
            pen_.text(margin_ + (is_narrow ? 100 : chance_width), top_ + dot,
                      {14, "handle", palette_.ink}, outcome.label);
            top_ += is_narrow ? pitch + 6 : 0;
            for (std::int64_t j = 0; j < counts[i]; ++j) {
                pen_.box(
                    {dots_left + j % dots_in_row * pitch, top_ + j / dots_in_row * pitch, dot, dot},
                    outcome.tone, {.radius = dot / 2});
            }
            const std::int64_t rows =
                std::max<std::int64_t>((counts[i] + dots_in_row - 1) / dots_in_row, 1);
            top_ += rows * pitch + 10;
        }
        top_ += 6;
    }

    const Palette &palette_;
    SvgPen pen_;
    const HillLook &look_;
    std::int64_t margin_;
    const ProspectExhibit &prospect_;
    std::int64_t top_ = 16;
};

} // namespace

std::vector<std::int64_t> dots_of(const std::vector<std::int64_t> &parts) {
    constexpr std::int64_t parts_of_dot = certain / 100;
    std::vector<std::int64_t> dots;
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::int64_t left = 100;
    for (const std::int64_t one : parts) {
        dots.push_back(one / parts_of_dot);
        left -= dots.back();
    }
    std::stable_sort(order.begin(), order.end(), [&parts](std::size_t a, std::size_t b) {
        return parts[a] % parts_of_dot > parts[b] % parts_of_dot;
    });
    for (std::size_t i = 0; i < order.size() && 0 < left; ++i, --left) {
        ++dots[order[i]];
    }
    return dots;
}

HillDrawing draw_hill(const ProspectExhibit &prospect, const HillLook &look) {
    return Hill{prospect, look}.draw();
}

} // namespace offramp
