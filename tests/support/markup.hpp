// Whether HTML and SVG are what they look like: every element closed where it was opened.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace offramp::testing {

struct Markup {
    std::vector<std::string> elements; ///< by name, in the order in which they are opened
    std::vector<std::string> faults;   ///< what a reader of HTML would close by itself or leave out
};

/// Reads a fragment as a parser of HTML does, with a stack of what is open.
inline Markup read_markup(const std::string &text) {
    constexpr std::string_view names =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    // These hold nothing and are never closed.
    constexpr std::array empty = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                  "input", "link", "meta", "source", "track", "wbr"};
    // A paragraph ends by itself where one of these begins, and its own end tag makes another one.
    constexpr std::array blocks = {"article", "div", "dl", "figure", "form",    "h1",    "h2", "h3",
                                   "h4",      "hr",  "ol", "p",      "section", "table", "ul"};
    const auto is_in = [](const auto &all, const std::string &name) {
        return std::find(all.begin(), all.end(), name) != all.end();
    };
    Markup found;
    std::vector<std::string> open;
    const auto complain = [&](const std::string &what) { found.faults.push_back(what); };
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
        if (text.compare(at, 4, "<!--") == 0) {
            const std::size_t end = text.find("-->", at);
            if (end == std::string::npos) {
                complain("a comment without an end");
                break;
            }
            at = end + 3;
            continue;
        }
        const bool is_end = text.compare(at, 2, "</") == 0;
        const std::size_t start = at + (is_end ? 2 : 1);
        std::size_t place = std::min(text.find_first_not_of(names, start), text.size());
        const std::string name = text.substr(start, place - start);
        if (name.empty()) {
            complain("a sign < that begins nothing: " + text.substr(at, 20));
            at = start;
            continue;
        }
        // In quotes > is a letter like any other.
        for (char quote = '\0'; place < text.size() && (quote != '\0' || text[place] != '>');
             ++place) {
            if (quote == '\0' && (text[place] == '"' || text[place] == '\'')) {
                quote = text[place];
            } else if (text[place] == quote) {
                quote = '\0';
            } else if (text[place] == '<') {
                complain("a sign < within the tag " + name);
            }
        }
        if (place == text.size()) {
            complain("a tag without an end: " + name);
            break;
        }
        const bool is_closed = text[place - 1] == '/';
        at = place + 1;
        if (is_end) {
            if (open.empty() || open.back() != name) {
                complain("</" + name + "> where " + (open.empty() ? "nothing" : open.back()) +
                         " is open");
            }
            if (is_in(open, name)) {
                while (open.back() != name) {
                    open.pop_back();
                }
                open.pop_back();
            }
            continue;
        }
        found.elements.push_back(name);
        if (!open.empty() && open.back() == "p" && is_in(blocks, name)) {
            complain(name + " in a paragraph");
        }
        const bool is_drawing = name == "svg" || is_in(open, "svg");
        if (is_closed && !is_drawing && !is_in(empty, name)) {
            complain("<" + name + "/> is not closed in HTML");
        }
        if (!is_in(empty, name) && !(is_closed && is_drawing)) {
            open.push_back(name);
        }
    }
    for (const std::string &name : open) {
        complain(name + " is never closed");
    }
    return found;
}

} // namespace offramp::testing
