// The colours of every picture, for canvas, SVG and style sheet alike, as 0xRRGGBB.
// tests/ui holds each pair of text and ground to 4.5:1 and each edge to 3:1.
#pragma once

#include "app/exhibit/exhibit.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace offramp {

using Rgb = std::uint32_t;

/// How one tone is painted. The edge carries the shape where the fill is pale.
struct ToneColours {
    Rgb fill;
    Rgb ink; ///< text on the fill
    Rgb edge;
};

struct Palette {
    Rgb paper;
    Rgb ink;
    Rgb muted;  ///< text of lesser weight
    Rgb rule;   ///< hairlines that carry no meaning
    Rgb edge;   ///< borders of controls
    Rgb field;  ///< ground of controls
    Rgb accent; ///< links, focus, what is chosen
    Rgb on_accent;
    std::array<ToneColours, tone_count> tones; ///< in the order of Tone
};

inline constexpr Palette light_palette = {.paper = 0xffffff,
                                          .ink = 0x1d1c1a,
                                          .muted = 0x5b5851,
                                          .rule = 0xe2ded5,
                                          .edge = 0x8a867d,
                                          .field = 0xf6f4ef,
                                          .accent = 0x1f5570,
                                          .on_accent = 0xffffff,
                                          .tones = {{{0xd5e5ea, 0x1d1c1a, 0x5f8797},
                                                     {0xf5d58a, 0x1d1c1a, 0xa67c1a},
                                                     {0xe07a4f, 0x1d1c1a, 0xa8431b},
                                                     {0x8d4f93, 0xffffff, 0x6d3873},
                                                     {0xead3eb, 0x1d1c1a, 0x99679e},
                                                     {0xe8e5de, 0x45423c, 0x8c887f},
                                                     {0x2f6f8f, 0xffffff, 0x1f5570},
                                                     {0xf1ede4, 0x1d1c1a, 0x8c887f},
                                                     {0xffffff, 0x1d1c1a, 0x6d6a63}}}};

inline constexpr Palette dark_palette = {.paper = 0x15161a,
                                         .ink = 0xece9e2,
                                         .muted = 0xb5b1a8,
                                         .rule = 0x34363c,
                                         .edge = 0x7d7f86,
                                         .field = 0x212328,
                                         .accent = 0x7fc0df,
                                         .on_accent = 0x15161a,
                                         .tones = {{{0x2c4852, 0xece9e2, 0x6f9aab},
                                                    {0x6e5312, 0xffffff, 0xd9a93a},
                                                    {0xd9693a, 0x15161a, 0xf59a72},
                                                    {0x8a5292, 0xffffff, 0xbd86c4},
                                                    {0x54385a, 0xffffff, 0xa97bb0},
                                                    {0x34363c, 0xd8d5cd, 0x7d7f86},
                                                    {0x2b6b8c, 0xffffff, 0x62a6c8},
                                                    {0x24262b, 0xece9e2, 0x7d7f86},
                                                    {0x15161a, 0xece9e2, 0x9a9ca3}}}};

constexpr const ToneColours &colours_of(const Palette &palette, Tone tone) {
    return palette.tones[static_cast<std::size_t>(tone)];
}

} // namespace offramp
