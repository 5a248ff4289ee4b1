#include "app/export/picture.hpp"

#include "app/exhibit/day_scale.hpp"
#include "app/exhibit/ledger_bar.hpp"
#include "app/words/text.hpp"
#include "app/words/typeset.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace offramp {

namespace {

constexpr std::int64_t narrow_below = 560;
constexpr std::int64_t small = Words::small; // letters of the picture
constexpr std::int64_t small_line = 18;      // from one line of them to the next
constexpr std::int64_t strong = 14;          // of status and main handle
constexpr std::int64_t strong_line = 21;     // its line
constexpr std::int64_t air = 6;              // between a label and what is beside it

/// Sets one picture from top to bottom; the x axis is days.
class Picture {
  public:
    Picture(SvgPen &pen, const Exhibit &exhibit, std::int64_t width, std::int64_t top)
        : pen_(pen),
          palette_(pen.palette()),
          exhibit_(exhibit),
          timeline_(exhibit.timeline),
          width_(width),
          margin_(margin_of_picture(width)),
          is_narrow_(width < narrow_below),
          gap_(width < narrow_below ? 6 : 8),
          scale_(timeline_.first_day, timeline_.last_day, margin_ + (is_narrow_ ? 0 : 140),
                 width - 2 * margin_ - (is_narrow_ ? 0 : 140)),
          top_(top) {}

    std::int64_t draw() {
        top_ += 2;
        status();
        timeline();
        outcomes();
        money();
        return top_;
    }

  private:
    /// Whose answer, and the answer in a word.
    void status() {
        const Verdict &verdict = exhibit_.verdict;
        const std::int64_t pill = width_of(verdict.pill, strong) + 24;
        const std::int64_t room = width_ - 2 * margin_ - pill - 10;
        const std::string holder = one_line_of(verdict.holder, strong, room);
        const std::int64_t left = margin_ + width_of(holder, strong) + 10;
        pen_.text(margin_, top_ + 19, {strong, "handle", palette_.ink, 600}, holder);
        pen_.box({left, top_, pill, strong_line + 6}, verdict.tone, {.radius = 13});
        pen_.text(left + 12, top_ + 19, on(verdict.tone, strong, 600), verdict.pill);
        top_ += strong_line + 6 + gap_;
    }

    void timeline() {
        const std::int64_t ticks_top = top_;
        top_ += small_line + 4;
        if (is_narrow_ && !timeline_.band.empty()) {
            top_ = pen_.paragraph({margin_, top_, width_ - 2 * margin_, 0},
                                  {small, "label", palette_.muted, 600}, small_line,
                                  timeline_.band_label) +
                   4;
        }
        const std::int64_t rail = top_;
        const std::int64_t band_top = rail + (is_narrow_ ? 22 : strong_line + 22);
        const std::vector<std::string> beside =
            is_narrow_ ? std::vector<std::string>{}
                       : wrapped(timeline_.band_label, small, scale_.left() - margin_ - 12);
        const auto beside_height = static_cast<std::int64_t>(beside.size()) * small_line;
        const std::int64_t band_height = std::max<std::int64_t>(32, beside_height);
        place_lanes(band_top + band_height + 10);
        find_lines();
        for (const Tick &tick : timeline_.ticks) {
            pen_.line(scale_.x(tick.day), ticks_top + small_line + 2, scale_.x(tick.day), top_,
                      "rule", palette_.rule);
        }
        ticks(ticks_top);
        if (!timeline_.band.empty()) {
            std::int64_t baseline = band_top + (band_height - beside_height) / 2 + 13;
            for (const std::string &one : beside) {
                pen_.text(margin_, baseline, {small, "label", palette_.muted, 600}, one);
                baseline += small_line;
            }
        }
        bars(timeline_.band, band_top, band_height, {strong, "", 0, 600});
        note_unnamed();
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            lane(timeline_.lanes[i], rows_[i]);
        }
        handles(rail, band_top);
        for (const Label &label : labels_) {
            pen_.text(label.left, label.baseline, label.words, label.content);
        }
        top_ += small_line + 2 + gap_;
    }

    struct Row {
        std::int64_t name; ///< baseline
        std::int64_t top;  ///< of its bar
        std::int64_t height;
    };

    void place_lanes(std::int64_t top) {
        const auto count =
            std::max<std::int64_t>(static_cast<std::int64_t>(timeline_.lanes.size()), 1);
        const std::int64_t name = is_narrow_ ? small_line + 1 : 0;
        const std::int64_t air = is_narrow_ ? 3 : 6;
        const std::int64_t least = is_narrow_ ? name + 6 + air : small_line + 1;
        const std::int64_t room = is_narrow_ ? 184 : 146;
        // In thousandths: lanes share the room to the last pixel.
        const std::int64_t common =
            std::max(std::min(1000 * room / count, 1000 * (name + 20 + air)), 1000 * least);
        std::int64_t at = 1000 * top;
        for (const Lane &lane : timeline_.lanes) {
            const bool has_grip = std::any_of(
                timeline_.handles.begin(), timeline_.handles.end(), [&lane](const Handle &handle) {
                    return handle.lane == lane.id && !handle.is_reported;
                });
            const std::int64_t height = common / 1000 - name - air;
            const std::int64_t from = at / 1000;
            rows_.push_back({is_narrow_ ? from + 13 : from + height / 2 + 5, from + name, height});
            at += has_grip ? std::max<std::int64_t>(common, 24'000) : common;
        }
        top_ = (at + 999) / 1000;
    }

    void lane(const Lane &lane, const Row &row) {
        const std::int64_t room = (is_narrow_ ? width_ - margin_ : scale_.left() - 10) - margin_;
        pen_.text(margin_, row.name, {small, "label", palette_.muted},
                  one_line_of(lane.label, small, room));
        bars(lane.spans, row.top, row.height, {});
        for (const Mark &mark : lane.marks) {
            if (scale_.holds(mark.day)) {
                // A due day ends when it is over; everything else happens as a day begins.
                const std::int64_t at =
                    scale_.x(mark.kind == MarkKind::Due ? mark.day + 1 : mark.day);
                pen_.line(at, row.top - 2, at, row.top + row.height + 2, "mark", palette_.ink, 2);
            }
        }
    }

    /// Each with its label inside, where that is free of the lines of days; else in the gap to its
    /// right; else it stays in the title, as what is pointed at says.
    void bars(const std::vector<Span> &spans, std::int64_t top, std::int64_t height,
              const Words &words) {
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const Span &span = spans[i];
            const std::int64_t left = scale_.x(span.first_day);
            const std::int64_t size =
                std::max<std::int64_t>(scale_.x(span.last_day + 1) - left - 1, 1);
            pen_.begin(span.label, span.details);
            pen_.box({left, top, size, height}, span.tone, {.is_current = span.current});
            pen_.end();
            const std::int64_t wide = width_of(span.label, words.size);
            const std::int64_t gap_end =
                i + 1 < spans.size() ? scale_.x(spans[i + 1].first_day) : scale_.right();
            const std::int64_t baseline = top + height / 2 + words.size * 9 / 26;
            if (height < words.size) {
                continue; // too low to be written on
            }
            if (const auto at = free_place(left + air, left + size - air - wide, wide)) {
                labels_.push_back(
                    {*at, baseline, on(span.tone, words.size, words.weight), span.label});
            } else if (const auto after =
                           free_place(left + size + air, gap_end - air - wide, wide)) {
                labels_.push_back({*after,
                                   baseline,
                                   {words.size, "handle", palette_.ink, words.weight},
                                   span.label});
            }
        }
    }

    /// The tones of the band whose name has no place in it.
    void note_unnamed() {
        for (const Span &span : timeline_.band) {
            const bool is_named =
                std::any_of(labels_.begin(), labels_.end(),
                            [&span](const Label &label) { return label.content == span.label; });
            const bool is_noted =
                std::any_of(unnamed_.begin(), unnamed_.end(),
                            [&span](const Span *one) { return one->tone == span.tone; });
            if (!is_named && !is_noted) {
                unnamed_.push_back(&span);
            }
        }
    }

    /// A key of all outcomes where one line holds it; else of those that the band does not name.
    void outcomes() {
        std::vector<KeyEntry> all;
        std::int64_t needed = -6;
        for (const Span &span : timeline_.band) {
            const bool is_new = std::none_of(all.begin(), all.end(), [&span](const KeyEntry &one) {
                return one.words == span.label;
            });
            if (is_new) {
                all.push_back({span.tone, span.label});
                needed += width_of(span.label, small) + 46;
            }
        }
        if (1 < all.size() && needed <= width_ - 2 * margin_) {
            top_ += 5;
            key(all, small_line);
            top_ += 5;
        } else if (1 < all.size()) {
            std::vector<KeyEntry> unnamed;
            for (const Span *span : unnamed_) {
                unnamed.push_back({span->tone, span->label});
            }
            key(unnamed, small_line);
        }
    }

    struct KeyEntry {
        Tone tone;
        std::string words;
    };
    /// Colours and what they mean; in a row that breaks where it is full.
    void key(const std::vector<KeyEntry> &entries, std::int64_t leading) {
        std::int64_t left = margin_;
        for (const KeyEntry &entry : entries) {
            const std::int64_t wide = 18 + width_of(entry.words, small);
            if (margin_ < left && width_ - margin_ < left + wide) {
                left = margin_;
                top_ += leading;
            }
            pen_.box({left, top_ + 3, 12, 12}, entry.tone);
            pen_.text(left + 18, top_ + 14, {small, "handle", palette_.ink}, entry.words);
            left += wide + 12;
        }
        top_ += entries.empty() ? 0 : small_line + gap_;
    }

    /// The first place from one end to the other where no line of a day goes through so wide a
    /// label.
    std::optional<std::int64_t> free_place(std::int64_t from, std::int64_t to,
                                           std::int64_t wide) const {
        std::int64_t at = from;
        for (const std::int64_t line : lines_) {
            if (at - 4 < line && line < at + wide + 4) {
                at = line + 4;
            }
        }
        return at <= to ? std::optional{at} : std::nullopt;
    }

    void find_lines() {
        for (const Handle &handle : timeline_.handles) {
            if (handle.lane.empty() && !handle.is_open && scale_.holds(handle.day)) {
                lines_.push_back(scale_.middle(handle.day));
            }
        }
        std::sort(lines_.begin(), lines_.end());
    }

    /// The main day above the band, the others below the lanes; their lines go through both.
    void handles(std::int64_t rail, std::int64_t band_top) {
        std::int64_t foot_free = margin_; // where the foot is not written on yet
        for (const Handle &handle : timeline_.handles) {
            const bool is_main = &handle == &timeline_.handles.front();
            const bool stands = !handle.is_open && scale_.holds(handle.day);
            if (!handle.lane.empty()) {
                continue;
            }
            const std::string words = handle.label + (handle.is_open ? ": " : " ") + handle.value;
            const std::int64_t size = is_main ? strong : small;
            const std::int64_t wide = std::min(width_of(words, size), width_ - 2 * margin_);
            const std::int64_t at = stands ? scale_.middle(handle.day) : scale_.left();
            if (stands) {
                pen_.line(at, band_top - 6, at, top_ + 4, is_main ? "handle" : "as-of",
                          is_main ? palette_.ink : palette_.muted, is_main ? 2 : 1);
            }
            const std::int64_t right = width_ - margin_ - wide;
            if (is_main) {
                pen_.text(std::clamp(at - wide / 2, margin_, right), rail + 14,
                          {strong, "handle", palette_.ink, 600}, words);
            } else if (stands) {
                const std::int64_t left = std::max(std::min(at + 4, right), foot_free);
                pen_.text(left, top_ + 16, {small, "as-of", palette_.muted}, words);
                foot_free = left + wide + 12;
            }
        }
    }

    void ticks(std::int64_t top) {
        std::int64_t free_from = 0;
        for (const Tick &tick : timeline_.ticks) {
            const std::string label = tick.label + (tick.year.empty() ? "" : " " + tick.year);
            const std::int64_t left = scale_.x(tick.day);
            const std::int64_t right = left + width_of(label, small);
            if (free_from <= left && right <= scale_.right()) {
                pen_.text(left, top + 13,
                          {small, "tick", palette_.muted, tick.year.empty() ? 400 : 600}, label);
                free_from = right + 8;
            }
        }
    }

    /// The headline as one bar, cut into what is firm, conditional and cancellable; and its key.
    void money() {
        const std::vector<const MoneyRow *> parts = ledger_bar(exhibit_);
        if (parts.empty()) {
            return;
        }
        std::int64_t left = margin_;
        for (const MoneyRow *part : parts) {
            const std::int64_t rest = width_ - margin_ - left;
            const std::int64_t wide = std::min(
                std::max<std::int64_t>((width_ - 2 * margin_) * part->share / 1000, 3), rest);
            if (part->share != 0) {
                pen_.box({left, top_, wide, 16}, part->tone);
                left += wide;
            }
        }
        top_ += 20;
        std::vector<KeyEntry> entries;
        for (const MoneyRow *part : parts) {
            entries.push_back({part->tone, part->label + " " + part->amount});
        }
        key(entries, small_line + 2);
    }

    static std::string one_line_of(std::string_view content, std::int64_t size, std::int64_t room) {
        return fitted(content, room, {{size, 1}}).lines.front();
    }

    /// Words on a tone.
    Words on(Tone tone, std::int64_t size, std::int64_t weight) const {
        return {size, joined({"on-", word_of(tone)}), colours_of(palette_, tone).ink, weight};
    }

    /// What is said inside the picture; over all lines, so written last.
    struct Label {
        std::int64_t left;
        std::int64_t baseline;
        Words words;
        std::string_view content;
    };

    SvgPen &pen_;
    const Palette &palette_;
    const Exhibit &exhibit_;
    const Timeline &timeline_;
    std::int64_t width_;
    std::int64_t margin_;
    bool is_narrow_;
    std::int64_t gap_; ///< between parts
    DayScale<std::int64_t> scale_;
    std::int64_t top_;
    std::vector<Row> rows_;
    std::vector<std::int64_t> lines_; ///< of days, from left to right
    std::vector<Label> labels_;
    std::vector<const Span *> unnamed_;
};

} // namespace

std::int64_t margin_of_picture(std::int64_t width) { return width < narrow_below ? 16 : 24; }

std::int64_t draw_picture(SvgPen &pen, const Exhibit &exhibit, std::int64_t width,
                          std::int64_t top) {
    return Picture{pen, exhibit, width, top}.draw();
}

} // namespace offramp
