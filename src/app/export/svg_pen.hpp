// A pen for drawings: words, boxes and lines as SVG, in the colours of a palette. Internal to app.
#pragma once

#include "app/export/parts.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace offramp {

struct Box {
    std::int64_t left;
    std::int64_t top;
    std::int64_t width;
    std::int64_t height;
};

struct Words {
    static constexpr std::int64_t small = 12;

    std::int64_t size = small;
    std::string kind{}; ///< its class, for style sheets
    Rgb colour = 0;
    std::int64_t weight = 400;
};

struct BoxStyle {
    std::int64_t radius = 0;
    bool is_current = false; ///< stands out by its edge
};

/// Lengths are pixels from the top left corner. Colours stand as attributes, and as class names for
/// pages that know them.
class SvgPen {
  public:
    /// The palette must outlive the pen.
    explicit SvgPen(const Palette &palette) : palette_(palette) {}

    const Palette &palette() const { return palette_; }

    /// One line.
    void text(std::int64_t left, std::int64_t baseline, const Words &words,
              std::string_view content);
    /// As many lines as the width asks for, `leading` apart; gives where they end.
    std::int64_t paragraph(const Box &where, const Words &words, std::int64_t leading,
                           std::string_view content);
    /// In a tone's colours and pattern: tones differ by pattern too, for readers who cannot tell
    /// the colours apart.
    void box(const Box &where, Tone tone, const BoxStyle &style = {});
    /// In a tone's colour alone, for pieces too narrow for an edge.
    void plain(const Box &where, Tone tone);
    void line(std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2,
              std::string_view kind, Rgb colour, std::int64_t thickness = 1);
    /// What follows until `end` says this when it is pointed at.
    void begin(std::string_view label, std::string_view details);
    void end() { out_.add("</g>"); }

    /// The whole drawing, with a title and, unless it is empty, a description.
    std::string take(std::int64_t width, std::int64_t height, std::string_view title,
                     std::string_view description);

  private:
    void hatch(const Box &where, Rgb colour, std::int64_t spacing);

    const Palette &palette_;
    Drawing out_;
};

} // namespace offramp
