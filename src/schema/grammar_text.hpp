// What the rules of a lease say: a sentence and an example for each, of which the JSON Schema and
// the tables of assets/schema/README.md are made. No part of the web engine.
// The examples use the names of the lease at the end of that page, in which each of them reads.
#pragma once

#include "io/lease/grammar.hpp"

#include <span>
#include <string>
#include <string_view>

namespace offramp {

struct Text {
    std::string_view name;    ///< of a definition of the schema: "day.after"
    std::string_view says;    ///< one sentence
    std::string_view example; ///< JSON
};

/// The definition of a kind: "day", "month_end".
std::string_view definition_of(Kind kind);

/// The definition of a spelling, by its kind and the keys that tell it: "condition.day-by".
std::string definition_of(const Spelling &spelling);

/// Of the kinds; of what every kind of value may be: a value, a name, `is`, `reading`, `unknown`
/// and `if`; and of all spellings.
std::span<const Text> rule_texts();

/// The text of that name; one that says nothing where it is missing, which the tests find.
const Text &text_of(std::string_view name);

/// What a word says. Public calendars have labels, and the names of zones speak for themselves.
struct WordText {
    std::string_view definition; ///< of the words: "month_end"
    std::string_view word;
    std::string_view says;
};

std::span<const WordText> word_texts();

/// The text of a word; empty when it has none.
std::string_view says_of(std::string_view definition, std::string_view word);

} // namespace offramp
