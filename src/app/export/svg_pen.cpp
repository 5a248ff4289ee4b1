#include "app/export/svg_pen.hpp"

#include "app/words/text.hpp"
#include "app/words/typeset.hpp"

#include <algorithm>

namespace offramp {

void SvgPen::text(std::int64_t left, std::int64_t baseline, const Words &words,
                  std::string_view content) {
    out_.add("<text").attribute("class", words.kind).attribute("x", left);
    out_.attribute("y", baseline);
    if (words.size != Words::small) {
        out_.attribute("font-size", words.size);
    }
    if (words.weight != 400) {
        out_.attribute("font-weight", words.weight);
    }
    out_.attribute("fill", hex_of(words.colour));
    if (!words.kind.starts_with("on-")) {
        // The paper round it keeps the lines of months out of its letters.
        out_.attribute("stroke", hex_of(palette_.paper));
        out_.add(" stroke-width=\"4\" paint-order=\"stroke\"");
    }
    out_.add(">").text(content).add("</text>");
}

std::int64_t SvgPen::paragraph(const Box &where, const Words &words, std::int64_t leading,
                               std::string_view content) {
    std::int64_t top = where.top;
    for (const std::string &one : wrapped(content, words.size, where.width)) {
        text(where.left, top + words.size, words, one);
        top += leading;
    }
    return top;
}

void SvgPen::box(const Box &where, Tone tone, const BoxStyle &style) {
    const ToneColours &colours = colours_of(palette_, tone);
    out_.add("<rect").attribute("class", joined({"tone-", word_of(tone)}));
    out_.attribute("x", where.left).attribute("y", where.top).attribute("width", where.width);
    out_.attribute("height", where.height).attribute("fill", hex_of(colours.fill));
    out_.attribute("stroke", hex_of(style.is_current ? palette_.ink : colours.edge));
    if (style.is_current) {
        out_.add(" stroke-width=\"2.5\"");
    }
    if (style.radius != 0) {
        out_.attribute("rx", style.radius);
    }
    out_.add("/>");
    if (tone == Tone::Caution) {
        hatch(where, colours.edge, 7);
    } else if (tone == Tone::Risk || tone == Tone::Unknown) {
        hatch(where, colours.edge, 12);
    }
}

void SvgPen::plain(const Box &where, Tone tone) {
    out_.add("<rect").attribute("class", joined({"tone-", word_of(tone)}));
    out_.attribute("x", where.left).attribute("y", where.top).attribute("width", where.width);
    out_.attribute("height", where.height);
    out_.attribute("fill", hex_of(colours_of(palette_, tone).fill)).add("/>");
}

/// Slanted lines from the foot of a box to its head, cut off at its sides.
void SvgPen::hatch(const Box &where, Rgb colour, std::int64_t spacing) {
    const std::int64_t foot = where.top + where.height;
    const std::int64_t right = where.left + where.width;
    std::string path;
    std::int64_t last_x = 0;
    std::int64_t last_y = 0;
    for (std::int64_t x = where.left - where.height + spacing; x < right; x += spacing) {
        const std::int64_t from = std::max(x, where.left);
        const std::int64_t length = std::min(x + where.height, right) - from;
        const std::int64_t y = foot - from + x;
        // Relative, so that one line is written as the next is, and the page packs well.
        path += joined({"m", std::to_string(from - last_x), " ", std::to_string(y - last_y), "l",
                        std::to_string(length), " ", std::to_string(-length)});
        last_x = from + length;
        last_y = y - length;
    }
    if (!path.empty()) {
        out_.add("<path class=\"hatch\"").attribute("d", path).attribute("stroke", hex_of(colour));
        out_.add(" stroke-opacity=\".4\"/>");
    }
}

void SvgPen::line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2,
                  std::string_view kind, Rgb colour, std::int64_t thickness) {
    out_.add("<line").attribute("class", kind).attribute("x1", x1).attribute("y1", y1);
    out_.attribute("x2", x2).attribute("y2", y2).attribute("stroke", hex_of(colour));
    if (thickness != 1) {
        out_.attribute("stroke-width", thickness);
    }
    out_.add(kind == "as-of" ? " stroke-dasharray=\"4 3\"/>" : "/>");
}

void SvgPen::begin(std::string_view label, std::string_view details) {
    out_.add("<g><title>").text(label).add(", ").text(details).add("</title>");
}

std::string SvgPen::take(std::int64_t width, std::int64_t height, std::string_view title,
                         std::string_view description) {
    Drawing svg;
    svg.add("<svg xmlns=\"http://www.w3.org/2000/svg\"").attribute("width", width);
    svg.attribute("height", height);
    svg.attribute("viewBox", joined({"0 0 ", std::to_string(width), " ", std::to_string(height)}));
    svg.add(" role=\"img\" font-size=\"12\" font-family=\"Inter, system-ui, sans-serif\"><title>");
    svg.text(title).add("</title>");
    if (!description.empty()) {
        svg.add("<desc>").text(description).add("</desc>");
    }
    svg.add("<rect class=\"paper\"").attribute("width", width).attribute("height", height);
    svg.attribute("fill", hex_of(palette_.paper)).add("/>").add(out_.take()).add("</svg>");
    return svg.take();
}

} // namespace offramp
