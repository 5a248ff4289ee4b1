#include "app/words/typeset.hpp"

#include "app/words/text.hpp"

#include <algorithm>

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

/// In hundredths of the size: no less than Inter's boldest.
std::int64_t share_of(std::string_view character) {
    if (1 < character.size()) {
        return is_wide(character) ? 112 : 105;
    }
    const char c = character.front();
    const auto is_one_of = [c](std::string_view all) { return all.find(c) != all.npos; };
    return is_one_of(" iljI.,:;'!")         ? 33
           : is_one_of("ftr()[]{}-/\\\"`|") ? 50
           : is_one_of("mwMW@%")            ? 104
           : 'a' <= c && c <= 'z'           ? 64
                                            : 79;
}

/// "on 20": February follows on the same line.
bool ends_with_day(std::string_view line) {
    const std::string_view word = line.substr(line.rfind(' ') + 1);
    return !word.empty() && word.size() <= 3 && word.find_first_not_of("0123456789.") == word.npos;
}

void trim(std::string &line) { line.erase(line.find_last_not_of(' ') + 1); }

} // namespace

std::int64_t width_of(std::string_view text, std::int64_t size) {
    std::int64_t hundredths = 0;
    while (!text.empty()) {
        const std::string_view character = first_character(text);
        hundredths += share_of(character) * size;
        text.remove_prefix(character.size());
    }
    return (hundredths + 99) / 100;
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
