#include "io/json/json.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <utility>

namespace offramp {

namespace {

struct LineColumn {
    int line;
    int column;
};

LineColumn position_of(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t newline = before.rfind('\n');
    const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
    return {static_cast<int>(lines) + 1, static_cast<int>(before.size() - line_start) + 1};
}

/// Builds the tree from nlohmann's events. Those carry no position, so that a cursor follows them
/// through the text: each event's token is the next one after white space, commas and colons.
class TreeBuilder {
  public:
    TreeBuilder(JsonDocument &document, std::vector<Finding> &findings)
        : document_(document), findings_(findings) {}

    bool null() { return leaf(JsonKind::Null, "null"); }
    bool boolean(bool value) { return leaf(JsonKind::Boolean, value ? "true" : "false"); }
    bool number_integer(std::int64_t) { return number(); }
    bool number_unsigned(std::uint64_t) { return number(); }
    bool number_float(double, const std::string &) { return number(); }
    bool string(std::string &value) {
        // Clauses are pasted with tabs and page breaks in them, which nobody sees.
        for (char &c : value) {
            c = c == '\t' || c == '\v' || c == '\f' ? ' ' : c;
        }
        return leaf(JsonKind::String, std::move(value));
    }
    bool binary(std::vector<std::uint8_t> &) { return false; }
    bool start_object(std::size_t) { return open(JsonKind::Object); }
    bool start_array(std::size_t) { return open(JsonKind::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string &name) {
        const std::size_t offset = next_token();
        pass_token(JsonKind::String);
        if (!is_new_key(name)) {
            complain(offset, "duplicate_key",
                     "The key \"" + name + "\" stands twice in one object; keep one of them.");
        }
        key_ = std::move(name);
        return check_string(key_, offset) && has_room(offset);
    }

    template <typename Exception>
    bool parse_error(std::size_t position, const std::string &, const Exception &error) {
        std::string_view what = error.what();
        // "[json.exception.parse_error.101] parse error at …: syntax error while … - reason"
        for (const std::string_view before : {"] ", " - "}) {
            const std::size_t at = what.find(before);
            what = at == std::string_view::npos ? what : what.substr(at + before.size());
        }
        const std::string_view text = document_.source;
        const std::size_t at = position == 0 ? 0 : position - 1;
        const std::size_t before = text.substr(0, at).find_last_not_of(" \t\r\n");
        const bool is_end = at < text.size() && (text[at] == '}' || text[at] == ']');
        if (is_end && before != std::string_view::npos && text[before] == ',') {
            return complain(before, "syntax", "Remove this comma: nothing follows it.");
        }
        return complain(at, "syntax", "This is not JSON: " + std::string{what} + ".");
    }

  private:
    /// An object or array that is open.
    struct Open {
        std::int32_t keys_so_far = 0;
        std::set<std::string> keys; ///< once they are many
    };

    JsonNode &node(std::int32_t index) { return document_.nodes[static_cast<std::size_t>(index)]; }

    /// Few names are compared faster than a tree of them is built.
    bool is_new_key(const std::string &name) {
        constexpr std::int32_t few = 16;
        Open &open = open_.back();
        if (open.keys_so_far++ < few) {
            std::int32_t member = node(parent_).first_child;
            while (member != -1 && node(member).key != name) {
                member = node(member).next;
            }
            return member == -1;
        }
        if (open.keys.empty()) {
            for (std::int32_t member = node(parent_).first_child; member != -1;
                 member = node(member).next) {
                open.keys.insert(node(member).key);
            }
        }
        return open.keys.insert(name).second;
    }

    std::size_t next_token() {
        const std::string &text = document_.source;
        cursor_ = std::min(text.find_first_not_of(" \t\r\n,:", cursor_), text.size());
        return cursor_;
    }

    void pass_token(JsonKind kind) {
        const std::string &text = document_.source;
        if (kind == JsonKind::String) {
            for (++cursor_; cursor_ < text.size() && text[cursor_] != '"'; ++cursor_) {
                cursor_ += text[cursor_] == '\\' ? 1U : 0U;
            }
            ++cursor_;
        } else if (kind == JsonKind::Object || kind == JsonKind::Array) {
            ++cursor_;
        } else {
            cursor_ = std::min(text.find_first_of(" \t\r\n,:]}", cursor_), text.size());
        }
    }

    bool append(JsonKind kind, std::string text) {
        const std::size_t offset = next_token();
        if (max_json_values <= document_.nodes.size()) {
            return complain(offset, "too_many_values",
                            "A document may hold " + std::to_string(max_json_values) +
                                " values; split this one.");
        }
        const auto index = static_cast<std::int32_t>(document_.nodes.size());
        document_.nodes.push_back(
            {kind, std::exchange(key_, {}), std::move(text), offset, parent_, -1, -1, -1});
        if (parent_ != -1) {
            JsonNode &parent = node(parent_);
            (parent.first_child == -1 ? parent.first_child : node(parent.last_child).next) = index;
            parent.last_child = index;
        }
        pass_token(kind);
        return true;
    }

    bool leaf(JsonKind kind, std::string text) {
        const std::size_t offset = next_token();
        return check_string(text, offset) && has_room(offset) && append(kind, std::move(text));
    }

    bool number() {
        const std::size_t first = next_token();
        const std::size_t last = document_.source.find_first_of(" \t\r\n,:]}", first);
        return leaf(JsonKind::Number, document_.source.substr(first, last - first));
    }

    bool open(JsonKind kind) {
        const std::size_t offset = next_token();
        if (max_json_depth <= open_.size()) {
            return complain(offset, "too_deep",
                            "Values may nest " + std::to_string(max_json_depth) + " deep.");
        }
        if (!append(kind, {})) {
            return false;
        }
        parent_ = static_cast<std::int32_t>(document_.nodes.size()) - 1;
        open_.emplace_back();
        return true;
    }

    bool close() {
        open_.pop_back();
        next_token();
        ++cursor_;
        parent_ = node(parent_).parent;
        return true;
    }

    /// Control characters draw nothing and direction marks reorder what stands around them: a
    /// label that holds one shows something else than it says.
    bool check_string(std::string_view text, std::size_t offset) {
        if (max_json_string_bytes < text.size()) {
            return complain(offset, "string_too_long",
                            "A string may hold " + std::to_string(max_json_string_bytes) +
                                " bytes; this one holds " + std::to_string(text.size()) + ".");
        }
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            const auto next = [&](std::size_t k) {
                return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
            };
            const bool control = byte < 0x20 || byte == 0x7f || (byte == 0xc2 && next(1) < 0xa0);
            const bool direction =
                byte == 0xe2 && ((next(1) == 0x80 && 0xaa <= next(2) && next(2) <= 0xae) ||
                                 (next(1) == 0x81 && 0xa6 <= next(2) && next(2) <= 0xa9));
            const bool no_character = byte == 0xef && next(1) == 0xbf && 0xbe <= next(2);
            if (control || direction || no_character) {
                complain(offset, "control_character",
                         "A text may not hold control characters or marks that change the "
                         "direction of writing; remove the one after \"" +
                             std::string{text.substr(0, std::min<std::size_t>(i, 40))} + "\".");
                return true;
            }
        }
        return true;
    }

    /// Each finding counts the lines before it: a million of them would take hours.
    bool has_room(std::size_t offset) {
        return findings_.size() < max_findings ||
               complain(offset, "too_many_findings", "There is more to say; mend these first.");
    }

    bool complain(std::size_t offset, std::string code, std::string message) {
        const LineColumn at = position_of(document_.source, offset);
        findings_.push_back({Severity::Error, std::move(code),
                             parent_ == -1 ? "" : pointer_to(document_, parent_), at.line,
                             at.column, std::move(message)});
        return false;
    }

    JsonDocument &document_;
    std::vector<Finding> &findings_;
    std::string key_;
    std::size_t cursor_ = 0;
    std::vector<Open> open_;
    std::int32_t parent_ = -1;
};

} // namespace

std::optional<JsonDocument> parse_json(std::string_view text, std::vector<Finding> &findings) {
    if (max_json_bytes < text.size()) {
        findings.push_back({Severity::Error, "too_large", "", 1, 1,
                            "A document may hold " + std::to_string(max_json_bytes) +
                                " bytes; this one holds " + std::to_string(text.size()) + "."});
        return std::nullopt;
    }
    // Some editors put a byte order mark before a text; it says nothing.
    text.remove_prefix(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    // The parser would take a NUL for the end of the text and overlook what follows it.
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
        const LineColumn at = position_of(text, nul);
        findings.push_back({Severity::Error, "syntax", "", at.line, at.column,
                            "This is not JSON: it holds a NUL byte."});
        return std::nullopt;
    }
    const std::size_t errors_before = findings.size();
    JsonDocument document{std::string{text}, {}};
    // Even a lease on one line has 12 bytes for each value.
    document.nodes.reserve(std::min<std::size_t>(text.size() / 12, 4096));
    TreeBuilder builder{document, findings};
    const bool complete = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    if (!complete || document.nodes.empty() || findings.size() != errors_before) {
        return std::nullopt;
    }
    return document;
}

std::string pointer_to(const JsonDocument &document, std::int32_t node) {
    const auto at = [&](std::int32_t index) -> const JsonNode & {
        return document.nodes[static_cast<std::size_t>(index)];
    };
    std::string pointer;
    for (std::int32_t i = node; i != -1 && at(i).parent != -1; i = at(i).parent) {
        std::string token;
        if (at(at(i).parent).kind == JsonKind::Object) {
            for (const char c : at(i).key) {
                token += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
            }
        } else {
            int index = 0;
            for (std::int32_t sibling = at(at(i).parent).first_child; sibling != i;
                 sibling = at(sibling).next) {
                ++index;
            }
            token = std::to_string(index);
        }
        pointer = "/" + token + pointer;
    }
    return pointer;
}

Finding finding_at(const JsonDocument &document, std::int32_t node, Severity severity,
                   std::string code, std::string message) {
    const LineColumn at =
        position_of(document.source, document.nodes[static_cast<std::size_t>(node)].offset);
    return {severity, std::move(code), pointer_to(document, node),
            at.line,  at.column,       std::move(message)};
}

} // namespace offramp
