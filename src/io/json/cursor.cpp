#include "io/json/cursor.hpp"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace offramp {

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.size() <= longest) {
        return "\"" + std::string{text} + "\"";
    }
    std::size_t end = longest;
    while (0 < end && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end; // never in the middle of a character
    }
    return "\"" + std::string{text.substr(0, end)} + "…\"";
}

bool is_identifier(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
               c == '-' || c == '_';
    });
}

} // namespace

std::string one_of(const std::vector<std::string_view> &words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        out += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
        out += "\"" + std::string{words[i]} + "\"";
    }
    return out;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates) {
    std::string_view best;
    std::size_t best_distance = 3;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance =
            word.size() <= 64 ? edit_distance(word, candidate) : best_distance;
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best.empty() ? "" : " Did you mean \"" + std::string{best} + "\"?";
}

std::size_t Cursors::size() const {
    std::size_t count = 0;
    for (Iterator at = begin(); at != end(); ++at) {
        ++count;
    }
    return count;
}

Cursor Cursors::operator[](std::size_t index) const {
    Iterator at = begin();
    for (std::size_t i = 0; i < index; ++i) {
        ++at;
    }
    return *at;
}

std::optional<Cursor> Cursor::find(std::string_view key) const {
    if (!is(JsonKind::Object)) {
        return std::nullopt;
    }
    for (const Cursor &member : members()) {
        if (is_same_key(member.key(), key)) {
            return member;
        }
    }
    return std::nullopt;
}

std::optional<Cursor> Cursor::require(std::string_view key) const {
    const auto member = find(key);
    if (!member && is(JsonKind::Object)) {
        error("missing_key", "Expected the key \"" + std::string{key} + "\" here; add it.");
    }
    return member;
}

bool Cursor::expect_any_object() const {
    if (!is(JsonKind::Object)) {
        error("wrong_type", "Expected an object, found " + found() + ".");
    }
    return is(JsonKind::Object);
}

bool Cursor::expect_object(std::initializer_list<std::string_view> known_keys) const {
    return expect_keys({known_keys.begin(), known_keys.size()}, Severity::Warning);
}

bool Cursor::expect_keys(std::span<const std::string_view> known_keys, Severity severity) const {
    if (!expect_any_object()) {
        return false;
    }
    for (const Cursor &member : members()) {
        const auto is_own = [&](std::string_view key) { return is_same_key(key, member.key()); };
        if (std::none_of(known_keys.begin(), known_keys.end(), is_own)) {
            member.complain(severity, "unknown_key",
                            "The key " + quoted(member.key()) + " means nothing here." +
                                suggestion(member.key(), known_keys));
        }
    }
    return true;
}

Cursors Cursor::members() const { return {*context_, json().first_child}; }

Cursors Cursor::elements() const {
    if (!is(JsonKind::Array)) {
        error("wrong_type", "Expected an array, found " + found() + ".");
        return {};
    }
    return members();
}

std::string Cursor::text_or_empty() const {
    if (!is(JsonKind::String)) {
        error("wrong_type", "Expected a text, found " + found() + ".");
        return {};
    }
    return std::string{raw()};
}

std::string Cursor::text() const {
    if (is(JsonKind::String) && raw().empty()) {
        error("empty_text", "Expected a text, found an empty one.");
    }
    return text_or_empty();
}

std::string_view Cursor::identifier() const {
    if (!is(JsonKind::String) || !is_identifier(raw())) {
        error("bad_id", "Expected an id of at most 64 letters, digits, \"-\" or \"_\", found " +
                            found() + ".");
        return {};
    }
    return raw();
}

std::int64_t Cursor::integer(std::int64_t least, std::int64_t most) const {
    std::int64_t value = 0;
    const char *const end = raw().data() + raw().size();
    const auto [rest, failure] = std::from_chars(raw().data(), end, value);
    if (!is(JsonKind::Number) || failure != std::errc{} || rest != end || value < least ||
        most < value) {
        error("wrong_number", "Expected a whole number from " + std::to_string(least) + " to " +
                                  std::to_string(most) + ", found " + found() + ".");
        return least;
    }
    return value;
}

bool Cursor::boolean() const {
    if (!is(JsonKind::Boolean)) {
        error("wrong_type", "Expected true or false, found " + found() + ".");
    }
    return raw() == "true";
}

Date Cursor::day(bool ends_allowed) const {
    constexpr Date first = "1900-01-01"_date;
    constexpr Date last = "2200-12-31"_date;
    if (is(JsonKind::String) && ends_allowed && raw() == "never") {
        return Date::never();
    }
    if (is(JsonKind::String) && ends_allowed && raw() == "dawn") {
        return Date::dawn();
    }
    const auto parsed = is(JsonKind::String) ? parse_iso(raw()) : std::nullopt;
    if (!parsed) {
        error("bad_date", "Expected a day that exists, written YYYY-MM-DD, found " + found() + ".");
        return first;
    }
    if (*parsed < first || last < *parsed) {
        error("date_out_of_range",
              "Expected a day from 1900-01-01 to 2200-12-31, found " + std::string{raw()} + ".");
        return first;
    }
    return *parsed;
}

Money Cursor::decimal(int digits) const {
    const auto parsed = is(JsonKind::String) ? parse_decimal(raw(), digits) : std::nullopt;
    if (!parsed) {
        error("bad_amount", "Expected an amount as text, such as \"920000000.00\", with at most " +
                                std::to_string(digits) + " decimals and at most 10^15, found " +
                                found() + ".");
        return Money::zero();
    }
    return *parsed;
}

void Cursor::error(std::string code, std::string message) const {
    complain(Severity::Error, std::move(code), std::move(message));
}

void Cursor::warning(std::string code, std::string message) const {
    complain(Severity::Warning, std::move(code), std::move(message));
}

void Cursor::complain(Severity severity, std::string code, std::string message) const {
    std::vector<Finding> &findings = context_->findings;
    if (findings.size() < max_findings) {
        Finding finding =
            finding_at(context_->document, node_, severity, std::move(code), std::move(message));
        // What is repeated is wrong in the same way each time.
        if (json().origin == -1 ||
            std::find(findings.begin(), findings.end(), finding) == findings.end()) {
            findings.push_back(std::move(finding));
        }
    } else if (findings.size() == max_findings) {
        findings.push_back(finding_at(context_->document, 0, Severity::Error, "too_many_findings",
                                      "There is more to say; mend these first."));
    }
}

std::string Cursor::found() const {
    switch (kind()) {
    case JsonKind::Null:
        return "null";
    case JsonKind::Boolean:
        return std::string{raw()};
    case JsonKind::Number:
        return "the number " + std::string{raw().substr(0, 40)};
    case JsonKind::String:
        return quoted(raw());
    case JsonKind::Array:
        return "an array";
    case JsonKind::Object:
        return "an object";
    }
    return "nothing";
}

bool is_object_with(std::string_view text, std::string_view key) {
    std::vector<Finding> findings;
    const auto document = parse_json(text, findings);
    if (!document) {
        return false;
    }
    ReadContext context{*document, findings};
    const Cursor root{context, 0};
    return root.is(JsonKind::Object) && root.find(key).has_value();
}

} // namespace offramp
