#include "app/words/typeset.hpp"

#include "app/words/text.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

/// A character of UTF-8 from the front of a text.
std::string_view first_character(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        ++size;
    }
    return text.substr(0, size);
}

std::string_view last_character(std::string_view text) {
    std::size_t at = text.size();
    while (0 < at && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
    }
    return text.substr(at);
}

/// Scripts that are wide and have no spaces: U+1100 to U+11FF, and all from U+3000 on.
bool is_wide(std::string_view character) {
    const auto lead = static_cast<unsigned char>(character.front());
    return 0xe3U <= lead || (lead == 0xe1U && character < "\u1200");
}

/// What Inter gives the characters from space to tilde, in two-hundredths of the size: the wider of
/// its regular and its semibold letters.
constexpr std::array<std::uint8_t, 95> ascii_widths = {
    57,  62,  81,  129, 130, 169, 133, 45,  79,  79,  109, 135, 60,  94,  59,  76,  134, 97,  125,
    131, 134, 127, 130, 118, 130, 130, 59,  60,  135, 135, 135, 109, 200, 145, 132, 149, 145, 122,
    118, 151, 149, 55,  113, 136, 114, 182, 151, 155, 129, 156, 131, 130, 132, 149, 145, 202, 139,
    141, 131, 79,  76,  79,  97,  94,  100, 115, 127, 116, 127, 119, 76,  126, 123, 53,  53,  114,
    53,  180, 122, 122, 125, 125, 80,  110, 76,  122, 116, 168, 113, 116, 113, 79,  72,  79,  135,
};

/// In two-hundredths of the size; of characters that are in no table here, rather more than less.
std::int64_t share_of(std::string_view character) {
    if (character.size() == 1) {
        const auto at =
            static_cast<std::size_t>(static_cast<unsigned char>(character.front())) - ' ';
        return at < ascii_widths.size() ? ascii_widths[at] : 0;
    }
    const bool is_quote = "\u2018" <= character && character <= "\u201f";
    const bool is_short_dash = character == "\u2013" || character == "\u2011";
    return is_wide(character) ? 224 : is_quote || is_short_dash ? 100 : 210;
}

/// "on 20": February follows on the same line.
bool ends_with_day(std::string_view line) {
    const std::string_view word = line.substr(line.rfind(' ') + 1);
    return !word.empty() && word.size() <= 3 && word.find_first_not_of("0123456789.") == word.npos;
}

void trim(std::string &line) { line.erase(line.find_last_not_of(' ') + 1); }

} // namespace

std::int64_t width_of(std::string_view text, std::int64_t size) {
    std::int64_t width = 0; // in two-hundredths of a pixel
    while (!text.empty()) {
        const std::string_view character = first_character(text);
        width += share_of(character) * size;
        text.remove_prefix(character.size());
    }
    return (width + 199) / 200;
}

std::vector<std::string> wrapped(std::string_view text, std::int64_t size, std::int64_t width) {
    const std::string whole = one_line(text);
    std::vector<std::string> lines;
    std::string line;
    std::size_t last_break = 0; // where the line may end
    const auto end_line = [&] {
        const std::size_t at = last_break == 0 ? line.size() : last_break;
        std::string rest = line.substr(at);
        line.resize(at);
        trim(line);
        lines.push_back(std::move(line));
        line = std::move(rest);
        last_break = 0;
    };
    for (std::string_view rest = whole; !rest.empty();) {
        const std::string_view character = first_character(rest);
        rest.remove_prefix(character.size());
        if (is_wide(character)) {
            last_break = line.size();
        }
        if (character != " " && !line.empty() &&
            width < width_of(line, size) + width_of(character, size)) {
            end_line();
        }
        const bool is_break = character == " " ? !ends_with_day(line) : is_wide(character);
        line += character;
        if (is_break) {
            last_break = line.size();
        }
    }
    trim(line);
    if (!line.empty() || lines.empty()) {
        lines.push_back(std::move(line));
    }
    return lines;
}

Setting fitted(std::string_view text, std::int64_t width, const std::vector<TypeSize> &sizes) {
    Setting setting{0, {}};
    for (const TypeSize &one : sizes) {
        setting = {one.size, wrapped(text, one.size, width)};
        if (setting.lines.size() <= one.most_lines) {
            return setting;
        }
    }
    // What is left out is said to be.
    constexpr std::string_view ellipsis = "…";
    setting.lines.resize(sizes.back().most_lines);
    std::string &last = setting.lines.back();
    while (!last.empty() &&
           width < width_of(last, setting.size) + width_of(ellipsis, setting.size)) {
        // A word as a whole, where there is more than one.
        const std::size_t space = last.rfind(' ');
        last.resize(space != last.npos ? space : last.size() - last_character(last).size());
    }
    trim(last);
    last += ellipsis;
    return setting;
}

Setting balanced(Setting setting, std::int64_t width) {
    std::string text;
    for (const std::string &line : setting.lines) {
        text += (text.empty() ? "" : " ") + line;
    }
    for (std::int64_t narrow = width; 0 < narrow; narrow -= setting.size) {
        std::vector<std::string> narrower = wrapped(text, setting.size, narrow);
        if (narrower.size() != setting.lines.size()) {
            break;
        }
        setting.lines = std::move(narrower);
    }
    return setting;
}

} // namespace offramp
