#include "app/export/svg.hpp"

#include "app/exhibit/palette.hpp"
#include "app/export/parts.hpp"
#include "app/words/text.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::int64_t width = 960;
constexpr std::int64_t label_width = 128;
constexpr std::int64_t margin = 16;
constexpr std::int64_t band_top = 58;
constexpr std::int64_t band_height = 34;
constexpr std::int64_t lanes_top = 142;
constexpr std::int64_t lane_height = 40;
constexpr std::int64_t bar_height = 22;

/// Lays out one timeline; the x axis is days.
class TimelineSvg {
  public:
    explicit TimelineSvg(const Timeline &timeline) : timeline_(timeline) {}

    std::int64_t height() const {
        return lanes_top + lane_height * static_cast<std::int64_t>(timeline_.lanes.size()) + 8;
    }

    std::string draw() {
        out_.add("<rect class=\"paper\"").attribute("width", width).attribute("height", height());
        out_.attribute("fill", hex_of(light_palette.paper)).add("/>");
        ticks();
        text(margin, band_top - 8, "start", "label", timeline_.band_label);
        for (const Span &span : timeline_.band) {
            bar(span, band_top, band_height);
        }
        std::int64_t top = lanes_top;
        for (const Lane &lane : timeline_.lanes) {
            text(margin, top + 15, "start", "label", lane.label);
            line(label_width, top + bar_height + 8, width - margin, top + bar_height + 8, "rule");
            for (const Span &span : lane.spans) {
                bar(span, top, bar_height);
            }
            for (const Mark &mark : lane.marks) {
                if (inside(mark.day)) {
                    line(x(mark.day), top - 3, x(mark.day), top + bar_height + 3, "mark");
                }
            }
            top += lane_height;
        }
        for (const Handle &handle : timeline_.handles) {
            if (handle.is_open && handle.lane.empty()) {
                text(label_width + 5, band_top + band_height + 20, "start", "handle",
                     handle.label + ": " + handle.value);
            } else if (!handle.is_open && inside(handle.day)) {
                const std::int64_t middle = x(handle.day) + day_width() / 2;
                const bool is_first = &handle == &timeline_.handles.front();
                line(middle, band_top - 6, middle, height() - 6, is_first ? "handle" : "as-of");
                // Beside its line, on the side that has room.
                const bool fits_right = middle + 150 < width;
                text(fits_right ? middle + 5 : middle - 5,
                     is_first ? band_top + band_height + 20 : band_top + band_height + 38,
                     fits_right ? "start" : "end", is_first ? "handle" : "as-of",
                     handle.label + " " + handle.value);
            }
        }
        return out_.take();
    }

  private:
    bool inside(std::int64_t day) const {
        return timeline_.first_day <= day && day <= timeline_.last_day;
    }
    std::int64_t day_width() const { return x(timeline_.first_day + 1) - x(timeline_.first_day); }
    std::int64_t x(std::int64_t day) const {
        const std::int64_t days = timeline_.last_day - timeline_.first_day + 1;
        return label_width + (day - timeline_.first_day) * (width - margin - label_width) / days;
    }

    void text(std::int64_t left, std::int64_t baseline, std::string_view anchor,
              std::string_view kind, std::string_view content) {
        const bool is_quiet = kind == "label" || kind == "tick";
        out_.add("<text").attribute("class", kind).attribute("x", left).attribute("y", baseline);
        out_.attribute("text-anchor", anchor);
        out_.attribute("fill", hex_of(is_quiet ? light_palette.muted : light_palette.ink));
        if (kind == "handle") {
            out_.attribute("font-weight", 600);
        }
        out_.add(">").text(content).add("</text>");
    }

    void line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2,
              std::string_view kind) {
        const bool is_strong = kind == "handle" || kind == "mark";
        const bool is_as_of = kind == "as-of";
        out_.add("<line").attribute("class", kind).attribute("x1", x1).attribute("y1", y1);
        out_.attribute("x2", x2).attribute("y2", y2);
        out_.attribute("stroke", hex_of(is_strong  ? light_palette.ink
                                        : is_as_of ? light_palette.muted
                                                   : light_palette.rule));
        out_.attribute("stroke-width", is_strong ? 2 : 1);
        out_.add(is_as_of ? " stroke-dasharray=\"4 3\"/>" : "/>");
    }

    void bar(const Span &span, std::int64_t top, std::int64_t bar_size) {
        const std::int64_t left = x(span.first_day);
        const std::int64_t size = std::max<std::int64_t>(x(span.last_day + 1) - left - 1, 1);
        // Colours stand as attributes too, for a picture that is saved without its style sheet.
        const ToneColours &colours = colours_of(light_palette, span.tone);
        const std::string_view word = word_of(span.tone);
        out_.add("<g><title>").text(span.label).add(", ").text(span.details).add("</title>");
        out_.add("<rect").attribute("class", joined({"tone-", word})).attribute("x", left);
        out_.attribute("y", top).attribute("width", size).attribute("height", bar_size);
        out_.attribute("fill", hex_of(colours.fill)).attribute("stroke", hex_of(colours.edge));
        out_.add(span.current ? " stroke-width=\"2.5\"/>" : "/>");
        // A label that does not fit stays in the title; seven units are a generous character.
        if (static_cast<std::int64_t>(span.label.size()) * 7 + 10 < size) {
            out_.add("<text").attribute("class", joined({"on-", word})).attribute("x", left + 6);
            out_.attribute("y", top + bar_size / 2 + 4).attribute("fill", hex_of(colours.ink));
            out_.add(">").text(span.label).add("</text>");
        }
        out_.add("</g>");
    }

    void ticks() {
        std::int64_t last_right = 0;
        for (const Tick &tick : timeline_.ticks) {
            const std::int64_t left = x(tick.day);
            line(left, band_top - 26, left, height() - 6, "rule");
            if (last_right < left) {
                const std::string label =
                    joined({tick.label, tick.year.empty() ? "" : " ", tick.year});
                text(left + 3, band_top - 30, "start", "tick", label);
                last_right = left + 8 * static_cast<std::int64_t>(label.size());
            }
        }
    }

    const Timeline &timeline_;
    Drawing out_;
};

} // namespace

std::string export_svg(const Exhibit &exhibit) {
    TimelineSvg picture{exhibit.timeline};
    return joined({"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ",
                   std::to_string(width), " ", std::to_string(picture.height()),
                   "\" role=\"img\" font-family=\"Inter, system-ui, sans-serif\" "
                   "font-size=\"12\"><title>",
                   escaped(exhibit.question), "</title><desc>", escaped(exhibit.verdict.sentence),
                   "</desc>", picture.draw(), "</svg>"});
}

} // namespace offramp
