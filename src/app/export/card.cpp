// The card that social networks show in the place of a link: the question, the answer and the band,
// readable at a third of its size.
#include "app/export/card.hpp"

#include "app/exhibit/day_scale.hpp"
#include "app/exhibit/palette.hpp"
#include "app/export/parts.hpp"
#include "app/words/text.hpp"
#include "app/words/typeset.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace offramp {

namespace {

constexpr std::int64_t width = 1200;
constexpr std::int64_t height = 630;
constexpr std::int64_t margin = 64;
constexpr std::int64_t inner = width - 2 * margin;
constexpr std::int64_t footer = 592;      // baseline
constexpr std::int64_t guess_height = 56; // that the band stands higher with a guess
constexpr std::int64_t band_height = 44;
constexpr const Palette &palette = light_palette;

enum class Anchor { Start, Middle, End };

struct Style {
    std::int64_t size;
    Rgb colour = palette.ink;
    std::int64_t weight = 400;
    Anchor anchor = Anchor::Start;
};

class Card {
  public:
    Card(const Exhibit &exhibit, const std::optional<ProspectExhibit> &likely)
        : exhibit_(exhibit),
          likely_(likely),
          band_bottom_(478 - (likely ? guess_height : 0)),
          timeline_(exhibit.timeline),
          scale_(timeline_.first_day, timeline_.last_day, margin, inner) {}

    std::string draw() {
        out_.add("<svg xmlns=\"http://www.w3.org/2000/svg\"").attribute("width", width);
        out_.attribute("height", height)
            .add(" viewBox=\"0 0 1200 630\" role=\"img\" "
                 "font-family=\"Inter, system-ui, sans-serif\">");
        out_.add("<title>").text(exhibit_.question).add("</title><desc>");
        out_.text(exhibit_.verdict.sentence).add("</desc>");
        rect(0, 0, width, height, palette.paper);
        rect(margin, 0, 96, 10, palette.accent);
        const std::int64_t below = head();
        answer(below);
        if (!timeline_.band.empty()) {
            band();
        }
        if (likely_) {
            chances();
        }
        foot();
        return out_.add("</svg>\n").take();
    }

  private:
    /// Title and question. Gives the line below them.
    std::int64_t head() {
        const Setting title = fitted(exhibit_.title, inner, {{24, 1}});
        lines(title, margin, 62, {title.size, palette.muted});
        const std::int64_t large = timeline_.band.empty() ? 92 : 76;
        const std::size_t most = timeline_.band.empty() ? 2 : 1;
        const Setting question =
            fitted(exhibit_.question, inner, {{large, most}, {60, 2}, {48, 3}, {40, 3}});
        const std::int64_t step = question.size * 112 / 100;
        return lines(balanced(question, inner), margin, 70 + step,
                     {question.size, palette.ink, 600}) +
               18 + question.size * 3 / 10;
    }

    /// The pill, and beside it the sentence, as large as there is room above the band.
    void answer(std::int64_t top) {
        const ToneColours &tone = colours_of(palette, exhibit_.verdict.tone);
        const std::string pill = fitted(exhibit_.verdict.pill, inner / 3, {{32, 1}}).lines.front();
        const std::int64_t pill_width = width_of(pill, 32) + 40;
        box(margin, top, pill_width, 52).attribute("rx", 26).attribute("fill", hex_of(tone.fill));
        out_.attribute("stroke", hex_of(tone.edge)).attribute("stroke-width", 2).add("/>");
        text(margin + pill_width / 2, top + 37, {32, tone.ink, 600, Anchor::Middle}, pill);
        const std::int64_t left = margin + pill_width + 28;
        const std::int64_t bottom =
            timeline_.band.empty() ? footer - 60 : band_bottom_ - band_height - 76;
        const std::int64_t large = timeline_.band.empty() ? 44 : 34;
        const auto most_lines = [&](std::int64_t size) {
            return static_cast<std::size_t>(
                std::max<std::int64_t>((bottom - top - size) / (size * 133 / 100) + 1, 1));
        };
        const Setting sentence = fitted(exhibit_.verdict.sentence, width - margin - left,
                                        {{large, most_lines(large)},
                                         {30, most_lines(30)},
                                         {26, most_lines(26)},
                                         {22, most_lines(22)}});
        lines(balanced(sentence, width - margin - left), left, top + 26 + sentence.size * 36 / 100,
              {sentence.size});
    }

    void band() {
        const std::int64_t top = band_bottom_ - band_height;
        ticks(top);
        const Span *current = nullptr;
        for (const Span &span : timeline_.band) {
            const ToneColours &tone = colours_of(palette, span.tone);
            const std::int64_t left = x(span.first_day);
            box(left, top, x(span.last_day + 1) - left, band_height);
            out_.attribute("fill", hex_of(tone.fill)).attribute("stroke", hex_of(tone.edge));
            out_.add("/>");
            current = span.current ? &span : current;
        }
        if (current != nullptr) {
            const std::int64_t left = x(current->first_day);
            box(left, top, x(current->last_day + 1) - left, band_height).attribute("fill", "none");
            out_.attribute("stroke", hex_of(palette.ink)).attribute("stroke-width", 4).add("/>");
        }
        labels();
        handle(top);
    }

    /// What each piece of the band means, and from which day, as far as there is room.
    void labels() {
        std::int64_t free_from = margin;
        for (const Span &span : timeline_.band) {
            const std::int64_t left = x(span.first_day);
            const std::int64_t room = x(span.last_day + 1) - left;
            const bool is_last = &span == &timeline_.band.back();
            const Setting label =
                fitted(span.label, is_last ? width - margin - left : room, {{21, 1}});
            if (left < free_from || room < 60) {
                continue;
            }
            lines(label, left, band_bottom_ + 30, {21, palette.ink, span.current ? 600 : 400});
            const Date first = Date::from_day_number(span.first_day);
            for (const std::string &from : {short_date(first), day_and_month(first)}) {
                if (&span != &timeline_.band.front() && width_of("from " + from, 17) <= room) {
                    text(left, band_bottom_ + 54, {17, palette.muted}, "from " + from);
                    break;
                }
            }
            free_from = left + width_of(label.lines.front(), 21) + 12;
        }
    }

    /// Months above the band, where neither the one before nor the handle stands.
    void ticks(std::int64_t top) {
        std::int64_t free_from = margin;
        for (const Tick &tick : timeline_.ticks) {
            const std::string label = tick.label + (tick.year.empty() ? "" : " " + tick.year);
            const std::int64_t left = x(tick.day);
            const std::int64_t right = left + width_of(label, 17);
            const auto middle = handle_x();
            if (free_from <= left && right <= width - margin &&
                !(middle && left - 8 < *middle && *middle < right + 8)) {
                text(left, top - 10, {17, palette.muted}, label);
                free_from = right + 10;
            }
        }
    }

    /// Where the reader put the day, if that is on the picture.
    std::optional<std::int64_t> handle_x() const {
        const bool is_there = !timeline_.handles.empty() && !timeline_.handles.front().is_open &&
                              scale_.holds(timeline_.handles.front().day);
        return is_there ? std::optional{scale_.middle(timeline_.handles.front().day)}
                        : std::nullopt;
    }

    void handle(std::int64_t top) {
        const auto middle = handle_x();
        if (!middle && !timeline_.handles.empty() && timeline_.handles.front().is_open) {
            const Handle &open = timeline_.handles.front();
            text(margin, top - 38, {21, palette.ink, 600},
                 one_line(open.label + ": " + open.value));
        }
        if (!middle) {
            return;
        }
        const Handle &first = timeline_.handles.front();
        const std::string label = one_line(first.label + " " + first.value);
        const bool is_right = *middle + width_of(label, 21) + 12 < width - margin;
        rect(*middle - 2, top - 56, 4, band_height + 62, palette.ink);
        text(is_right ? *middle + 10 : *middle - 10, top - 38,
             {21, palette.ink, 600, is_right ? Anchor::Start : Anchor::End}, label);
    }

    /// What is guessed and the chance of each outcome, above the foot; the most likely first.
    void chances() {
        std::vector<LikelyOutcome> all = likely_->outcomes;
        std::stable_sort(
            all.begin(), all.end(),
            [](const LikelyOutcome &a, const LikelyOutcome &b) { return b.parts < a.parts; });
        std::string line;
        for (const LikelyOutcome &one : all) {
            line += (line.empty() ? "" : " · ") + one.label + " " + one.chance;
        }
        const Setting supposed = fitted("A guess: " + likely_->supposed, inner, {{18, 1}});
        lines(supposed, margin, footer - 78, {supposed.size, palette.muted});
        const Setting setting = fitted(line, inner, {{22, 1}, {20, 1}, {18, 1}});
        lines(setting, margin, footer - 50, {setting.size, palette.ink, 600});
    }

    void foot() {
        rect(margin, footer - 36, inner, 1, palette.rule);
        text(margin, footer, {24, palette.ink, 600}, "Offramp");
        text(width - margin, footer, {20, palette.muted, 400, Anchor::End},
             exhibit_.as_of + ". Not legal advice.");
    }

    std::int64_t x(std::int64_t day) const { return scale_.x(day); }

    /// A rectangle that waits for its colours and its end.
    Drawing &box(std::int64_t left, std::int64_t top, std::int64_t wide, std::int64_t high) {
        out_.add("<rect").attribute("x", left).attribute("y", top).attribute("width", wide);
        return out_.attribute("height", high);
    }

    void rect(std::int64_t left, std::int64_t top, std::int64_t wide, std::int64_t high,
              Rgb colour) {
        box(left, top, wide, high).attribute("fill", hex_of(colour)).add("/>");
    }

    void text(std::int64_t left, std::int64_t baseline, const Style &style,
              std::string_view content) {
        out_.add("<text").attribute("x", left).attribute("y", baseline);
        out_.attribute("font-size", style.size).attribute("font-weight", style.weight);
        out_.attribute("fill", hex_of(style.colour));
        if (style.anchor != Anchor::Start) {
            out_.attribute("text-anchor", style.anchor == Anchor::End ? "end" : "middle");
        }
        out_.add(">").text(content).add("</text>");
    }

    /// Gives the baseline of the last line.
    std::int64_t lines(const Setting &setting, std::int64_t left, std::int64_t baseline,
                       const Style &style) {
        for (const std::string &line : setting.lines) {
            text(left, baseline, style, line);
            baseline += style.size * (style.weight == 600 ? 112 : 133) / 100;
        }
        return baseline - style.size * (style.weight == 600 ? 112 : 133) / 100;
    }

    const Exhibit &exhibit_;
    const std::optional<ProspectExhibit> &likely_;
    std::int64_t band_bottom_; ///< labels stand below
    const Timeline &timeline_;
    DayScale<std::int64_t> scale_;
    Drawing out_;
};

} // namespace

std::string export_card(const Model &model, const Exhibit &exhibit,
                        const std::optional<ProspectExhibit> &likely) {
    const LocaleScope scope{model.locale};
    return Card{exhibit, likely}.draw();
}

} // namespace offramp
