#include "io/json/json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
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
    int line = 1;
    std::size_t line_start = 0;
    for (std::size_t newline = before.find('\n'); newline != std::string_view::npos;
         newline = before.find('\n', line_start)) {
        ++line;
        line_start = newline + 1;
    }
    return {line, static_cast<int>(before.size() - line_start) + 1};
}

/// What may stand before a token. That it stands where it may, the parser has seen.
bool is_between_tokens(char c) {
    return c == ' ' || c == ',' || c == ':' || c == '\n' || c == '\r' || c == '\t';
}

/// Builds the tree from nlohmann's events. Those carry no position, so that a cursor follows them
/// through the text: each event's token is the next one after white space, commas and colons.
class TreeBuilder {
  public:
    TreeBuilder(JsonDocument &document, std::vector<Finding> &findings)
        : document_(document), source_(document.source), findings_(findings) {}

    bool null() { return word(JsonKind::Null, "null"); }
    bool boolean(bool value) { return word(JsonKind::Boolean, value ? "true" : "false"); }
    bool number_integer(std::int64_t) { return number(); }
    bool number_unsigned(std::uint64_t) { return number(); }
    bool number_float(double, const std::string &) { return number(); }
    bool string(const std::string &value) {
        const std::size_t offset = next_token();
        if (const auto verbatim = pass_string(value)) {
            return leaf(JsonKind::String, *verbatim, offset);
        }
        // Clauses are pasted with tabs and page breaks in them, which nobody sees.
        std::string text = value;
        for (char &c : text) {
            c = c == '\t' || c == '\v' || c == '\f' ? ' ' : c;
        }
        return leaf(JsonKind::String, keep(std::move(text)), offset);
    }
    bool binary(std::vector<std::uint8_t> &) { return false; }
    bool start_object(std::size_t) { return open(JsonKind::Object); }
    bool start_array(std::size_t) { return open(JsonKind::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(const std::string &name) {
        const std::size_t offset = next_token();
        const auto verbatim = pass_string(name);
        key_ = verbatim ? *verbatim : keep(name);
        if (!is_new_key(key_)) {
            complain(offset, "duplicate_key",
                     "The key \"" + name + "\" stands twice in one object; keep one of them.");
        }
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
        const std::string_view text = source_;
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
        std::set<std::string_view> keys; ///< once they are many
    };

    JsonNode &node(std::int32_t index) { return document_.nodes[static_cast<std::size_t>(index)]; }

    /// Few names are compared faster than a tree of them is built.
    bool is_new_key(std::string_view name) {
        constexpr std::int32_t few = 64;
        Open &open = open_.back();
        if (open.keys_so_far++ < few) {
            std::int32_t member = node(parent_).first_child;
            while (member != -1 && !is_same_key(node(member).key, name)) {
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
        while (cursor_ < source_.size() && is_between_tokens(source_[cursor_])) {
            ++cursor_;
        }
        return cursor_;
    }

    /// Passes the string that begins here, of which the parser read `value`. Gives the same as it
    /// stands in the source, unless it is written with a backslash.
    std::optional<std::string_view> pass_string(std::string_view value) {
        const std::string_view verbatim = source_.substr(cursor_ + 1, value.size());
        const std::size_t end = cursor_ + 1 + value.size();
        if (verbatim == value && source_[end] == '"' && value.find('\\') == value.npos) {
            cursor_ = end + 1;
            return verbatim;
        }
        for (++cursor_; source_[cursor_] != '"'; ++cursor_) {
            cursor_ += source_[cursor_] == '\\' ? 1U : 0U;
        }
        ++cursor_;
        return std::nullopt;
    }

    std::string_view keep(std::string text) {
        return document_.unescaped.emplace_front(std::move(text));
    }

    bool append(JsonKind kind, std::string_view text, std::size_t offset) {
        if (max_json_values <= document_.nodes.size()) {
            return complain(offset, "too_many_values",
                            "A document may hold " + std::to_string(max_json_values) +
                                " values; split this one.");
        }
        const auto index = static_cast<std::int32_t>(document_.nodes.size());
        document_.nodes.push_back({kind, key_, text, offset, parent_, -1, -1, -1});
        key_ = {};
        if (parent_ != -1) {
            JsonNode &parent = node(parent_);
            (parent.first_child == -1 ? parent.first_child : node(parent.last_child).next) = index;
            parent.last_child = index;
        }
        return true;
    }

    bool leaf(JsonKind kind, std::string_view text, std::size_t offset) {
        return check_string(text, offset) && has_room(offset) && append(kind, text, offset);
    }

    bool word(JsonKind kind, std::string_view text) {
        const std::size_t offset = next_token();
        cursor_ += text.size();
        return leaf(kind, text, offset);
    }

    bool number() {
        const std::size_t offset = next_token();
        cursor_ = std::min(source_.find_first_of(" \t\r\n,:]}", offset), source_.size());
        return leaf(JsonKind::Number, source_.substr(offset, cursor_ - offset), offset);
    }

    bool open(JsonKind kind) {
        const std::size_t offset = next_token();
        if (max_json_depth <= open_.size()) {
            return complain(offset, "too_deep",
                            "Values may nest " + std::to_string(max_json_depth) + " deep.");
        }
        if (!append(kind, {}, offset)) {
            return false;
        }
        ++cursor_;
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
            if (0x20 <= byte && byte < 0x7f) {
                continue;
            }
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
        const LineColumn at = position_of(source_, offset);
        findings_.push_back({Severity::Error, std::move(code),
                             parent_ == -1 ? "" : pointer_to(document_, parent_), at.line,
                             at.column, std::move(message)});
        return false;
    }

    JsonDocument &document_;
    std::string_view source_;
    std::vector<Finding> &findings_;
    std::string_view key_;
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
    JsonDocument document{text, {}, {}};
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
    const std::int32_t written = at(node).origin == -1 ? node : at(node).origin;
    for (std::int32_t i = written; i != -1 && at(i).parent != -1; i = at(i).parent) {
        std::string token;
        if (at(at(i).parent).kind == JsonKind::Object) {
            for (const char c : at(i).key) {
                token += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
            }
        } else {
            int index = 0;
            for (std::int32_t sibling = at(at(i).parent).first_child; sibling != i;
                 sibling = at(sibling).next) {
                index += at(sibling).origin == -1 ? 1 : 0;
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
