#include "ui/shaping.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace offramp::ui {

namespace {

struct Block {
    std::uint32_t first;
    std::uint32_t last; ///< inclusive
};

/// By Unicode's blocks, in their order.
constexpr std::array blocks = {
    Block{0x0300, 0x036f},   // combining diacritical marks
    Block{0x0483, 0x0489},   // combining Cyrillic
    Block{0x0590, 0x109f},   // Hebrew, Arabic, Syriac, Thaana, N'Ko, Devanagari to Myanmar
    Block{0x1100, 0x11ff},   // Hangul by parts
    Block{0x135d, 0x135f},   // combining Ethiopic
    Block{0x1700, 0x18af},   // Tagalog to Mongolian
    Block{0x1900, 0x1c7f},   // Limbu to Ol Chiki
    Block{0x1cc0, 0x1cff},   // Sundanese, Vedic
    Block{0x1dc0, 0x1dff},   // combining supplement
    Block{0x200c, 0x200f},   // joiners and marks of direction
    Block{0x202a, 0x202e},   // embeddings
    Block{0x2066, 0x206f},   // isolates
    Block{0x20d0, 0x20ff},   // combining marks for symbols
    Block{0x302a, 0x302f},   // tone marks
    Block{0x3099, 0x309a},   // combining voiced sounds
    Block{0xa66f, 0xa67d},   // combining Cyrillic, extended
    Block{0xa69e, 0xa69f},   // and the last of them
    Block{0xa6f0, 0xa6f1},   // combining Bamum
    Block{0xa800, 0xaaff},   // Syloti Nagri to Meetei Mayek
    Block{0xabc0, 0xabff},   // Meetei Mayek
    Block{0xd7b0, 0xd7ff},   // Hangul by parts
    Block{0xfb1d, 0xfdff},   // forms of Hebrew and Arabic letters
    Block{0xfe00, 0xfe0f},   // variation selectors
    Block{0xfe20, 0xfe2f},   // combining half marks
    Block{0xfe70, 0xfeff},   // forms of Arabic letters
    Block{0x10800, 0x11fff}, // scripts that run to the left; Brahmi and its kin
    Block{0x1e000, 0x1efff}, // Glagolitic marks to Arabic signs
    Block{0x1f000, 0x1faff}, // pictures, flags and their modifiers
    Block{0xe0000, 0xe0fff}, // tags, more variation selectors
};

bool is_in_block(std::uint32_t letter) {
    return std::any_of(blocks.begin(), blocks.end(), [letter](const Block &block) {
        return block.first <= letter && letter <= block.last;
    });
}

} // namespace

bool needs_shaping(std::string_view utf8) {
    const auto byte_at = [utf8](std::size_t at) {
        return at < utf8.size() ? static_cast<unsigned char>(utf8[at]) : 0U;
    };
    for (std::size_t at = 0; at < utf8.size();) {
        const std::uint32_t lead = byte_at(at);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        const std::size_t size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        std::uint32_t letter = lead & (0x7fU >> size);
        for (std::size_t i = 1; i < size; ++i) {
            const std::uint32_t next = byte_at(at + i);
            if ((next & 0xc0U) != 0x80) {
                return true;
            }
            letter = letter << 6 | (next & 0x3fU);
        }
        constexpr std::array<std::uint32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
        const bool is_surrogate = 0xd800 <= letter && letter <= 0xdfff;
        if (lead < 0xc2 || 0xf4 < lead || letter < smallest[size] || 0x10ffff < letter ||
            is_surrogate || is_in_block(letter)) {
            return true;
        }
        at += size;
    }
    return false;
}

} // namespace offramp::ui
