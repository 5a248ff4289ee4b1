#include "app/export/parts.hpp"

#include "app/controls/controls.hpp"
#include "app/words/text.hpp"

#include <algorithm>
#include <array>

namespace offramp {

std::string escaped_by(std::string_view text, std::span<const Escape> escapes) {
    std::string out;
    for (const char c : text) {
        const auto found = std::find_if(escapes.begin(), escapes.end(),
                                        [c](const Escape &one) { return one.character == c; });
        if (found == escapes.end()) {
            out += c;
        } else {
            out += found->written;
        }
    }
    return out;
}

std::string escaped(std::string_view text) {
    constexpr std::array<Escape, 5> entities = {
        {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}}};
    std::string out = escaped_by(text, entities);
    // XML has no control characters, not even as entities.
    std::replace_if(
        out.begin(), out.end(),
        [](char c) { return '\0' <= c && c < ' ' && c != '\t' && c != '\n' && c != '\r'; }, ' ');
    return out;
}

Drawing &Drawing::add(std::string_view markup) {
    out_ += markup;
    return *this;
}

Drawing &Drawing::attribute(std::string_view name, std::string_view value) {
    return add(" ").add(name).add("=\"").add(value).add("\"");
}

Drawing &Drawing::attribute(std::string_view name, std::int64_t value) {
    return attribute(name, std::to_string(value));
}

Drawing &Drawing::text(std::string_view content) { return add(escaped(content)); }

const ClauseRow *clause_of(const Exhibit &exhibit, std::string_view id) {
    const auto found = std::find_if(exhibit.clauses.begin(), exhibit.clauses.end(),
                                    [id](const ClauseRow &row) { return row.id == id; });
    return found == exhibit.clauses.end() ? nullptr : &*found;
}

std::string cited_address(std::string_view page, const Exhibit &exhibit) {
    constexpr std::string_view refused = "\"'<>\\^`{|}[]";
    const std::string_view bare = page.substr(0, page.find('#'));
    const std::size_t scheme = bare.starts_with("https://")  ? 8
                               : bare.starts_with("http://") ? 7
                                                             : bare.size();
    const bool is_usable =
        scheme < bare.size() && std::all_of(bare.begin(), bare.end(), [&](char c) {
            return ' ' < c && c <= '~' && refused.find(c) == std::string_view::npos;
        });
    return is_usable ? std::string{bare} + "#" + exhibit.permalink : std::string{};
}

std::string suppositions_of(const Model &model) {
    std::string out;
    for (const Control &control : changed_controls(model)) {
        if (control.id != "as-of") {
            out +=
                joined({out.empty() ? "" : "; ", one_line(control.label),
                        control.label.ends_with('?') ? " " : ": ", one_line(control.value_text)});
        }
    }
    return out;
}

std::string hex_of(Rgb colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (int shift = 20; 0 <= shift; shift -= 4) {
        out += digits[(colour >> shift) & 0xfU];
    }
    return out;
}

} // namespace offramp
