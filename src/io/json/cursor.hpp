// Typed access to a JSON tree that turns every mismatch into a finding and goes on.
// A getter that cannot give its value gives a stand-in of the right type; the document is refused
// afterwards because its findings hold an error.
#pragma once

#include "io/json/json.hpp"
#include "io/json/names.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

class Cursor;
class Cursors;

/// What a whole reading shares: the tree and the complaints about it.
struct ReadContext {
    const JsonDocument &document;
    std::vector<Finding> &findings;
};

/// One value of the tree. Cheap to copy.
class Cursor {
  public:
    Cursor(ReadContext &context, std::int32_t node) : context_(&context), node_(node) {}

    JsonKind kind() const { return json().kind; }
    bool is(JsonKind kind) const { return json().kind == kind; }
    std::string_view key() const { return json().key; }

    /// The member, if this is an object that has it.
    std::optional<Cursor> find(std::string_view key) const;
    /// The member; an error and nothing when it is missing.
    std::optional<Cursor> require(std::string_view key) const;
    /// Warns of members with other keys; an error when this is no object.
    bool expect_object(std::initializer_list<std::string_view> known_keys) const;
    /// The same; an unknown key is a finding of this severity.
    bool expect_keys(std::span<const std::string_view> known_keys, Severity severity) const;
    /// An object whose keys are ids; an error when this is none.
    bool expect_any_object() const;
    /// The elements of an array or members of an object; an error and nothing for anything else.
    Cursors elements() const;
    Cursors members() const;

    std::string_view raw() const { return json().text; }
    std::string text() const;            ///< a non-empty string
    std::string text_or_empty() const;   ///< any string
    std::string_view identifier() const; ///< letters, digits, `-`, `_`
    std::int64_t integer(std::int64_t least, std::int64_t most) const;
    bool boolean() const;
    /// A day from 1900-01-01 to 2200-12-31; `never` and `dawn` only where the caller allows it.
    Date day(bool ends_allowed = false) const;
    Money decimal(int digits) const;
    template <typename Enum>
    Enum word() const;

    void error(std::string code, std::string message) const;
    void warning(std::string code, std::string message) const;
    /// Whether nothing so far is an error.
    bool clean() const { return !has_errors(context_->findings); }
    /// "a string", "the number 7": for messages.
    std::string found() const;

  private:
    const JsonNode &json() const {
        return context_->document.nodes[static_cast<std::size_t>(node_)];
    }
    void complain(Severity severity, std::string code, std::string message) const;

    ReadContext *context_;
    std::int32_t node_;
};

/// The values inside another one, in the order of the document; by default none.
class Cursors {
  public:
    class Iterator {
      public:
        Iterator(ReadContext *context, std::int32_t node) : context_(context), node_(node) {}
        Cursor operator*() const { return {*context_, node_}; }
        Iterator &operator++() {
            node_ = context_->document.nodes[static_cast<std::size_t>(node_)].next;
            return *this;
        }
        friend bool operator==(const Iterator &, const Iterator &) = default;

      private:
        ReadContext *context_;
        std::int32_t node_;
    };

    Cursors() = default;
    /// That one and those after it; none from -1.
    Cursors(ReadContext &context, std::int32_t first) : context_(&context), first_(first) {}

    Iterator begin() const { return {context_, first_}; }
    Iterator end() const { return {context_, -1}; }
    bool empty() const { return first_ == -1; }
    std::size_t size() const;
    /// Precondition: there are more than `index`.
    Cursor operator[](std::size_t index) const;

  private:
    ReadContext *context_ = nullptr;
    std::int32_t first_ = -1;
};

/// `a`, `b` or `c`, for messages.
std::string one_of(const std::vector<std::string_view> &words);

/// Whether a text is a JSON object that has such a member: what tells leases, cases, books and
/// stories apart.
bool is_object_with(std::string_view text, std::string_view key);

/// The candidate nearest to a misspelt word, if one is near: "did you mean …?"
std::string suggestion(std::string_view word, std::span<const std::string_view> candidates);

template <typename Enum>
Enum Cursor::word() const {
    std::vector<std::string_view> words;
    for (const auto &[enumerator, word] : words_of<Enum>) {
        if (is(JsonKind::String) && raw() == word) {
            return enumerator;
        }
    }
    for (const auto &[enumerator, word] : words_of<Enum>) {
        words.push_back(word);
    }
    error("unknown_word", "Expected " + one_of(words) + ", found " + found() + "." +
                              (is(JsonKind::String) ? suggestion(raw(), words) : ""));
    return words_of<Enum>.front().first;
}

} // namespace offramp
