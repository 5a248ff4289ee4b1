// Lines of a given width, without a font at hand: widths of Inter, rather too wide than too narrow.
// For pictures that are set where no browser is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

/// The width of one line in pixels, in letters of `size` pixels.
std::int64_t width_of(std::string_view text, std::int64_t size);

/// Broken at spaces, and between characters of scripts that have none. A word that is wider than
/// the line is cut. At least one line, though it be empty.
std::vector<std::string> wrapped(std::string_view text, std::int64_t size, std::int64_t width);

struct Setting {
    std::int64_t size;
    std::vector<std::string> lines;
};
/// How large a text may be set, and in how many lines.
struct TypeSize {
    std::int64_t size;
    std::size_t most_lines;
};
/// In the first of these that holds the text; else in the last, with an ellipsis.
Setting fitted(std::string_view text, std::int64_t width, const std::vector<TypeSize> &sizes);

/// The same lines of about one length, as headlines have them.
Setting balanced(Setting setting, std::int64_t width);

} // namespace offramp
