// The objects of lease documents and case files: which keys each has, what they hold, a sentence
// and an example for each. Of them the JSON Schema and its page are made. No part of the web
// engine. The readers know these keys too; tests/cli/schema.mjs holds the two together.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace offramp {

enum class Presence {
    Required,
    OfDocument, ///< required in a lease document, not in the terms of a case
    Optional,
};

/// How many of its definition a key holds.
enum class Arity {
    One,
    List,       ///< any number
    ShortList,  ///< at most max_rights
    RuleList,   ///< 1 to max_children - 1
    ChoiceList, ///< 2 or more
    FactList,   ///< at most as many as a scenario may suppose
    Map,        ///< by id
};

struct Property {
    std::string_view key;
    Presence presence;
    std::string_view definition; ///< what it holds: the name of a definition of the schema
    std::string_view says;
    std::string_view example; ///< JSON
    Arity holding = Arity::One;
};

/// An object of a document; no other keys may stand in it.
struct ObjectText {
    std::string_view name;
    std::string_view says;
    std::span<const Property> properties;
};

/// What is written in one of several ways. `ways` are names of definitions.
struct ChoiceText {
    std::string_view name;
    std::string_view says;
    std::span<const std::string_view> ways;
    std::string_view example;
};

/// The first is the lease document itself.
std::span<const ObjectText> lease_objects();
std::span<const ChoiceText> lease_choices();

/// The first is the case file itself.
std::span<const ObjectText> case_objects();
std::span<const ChoiceText> case_choices();

/// Both ends of a range, of one kind.
constexpr std::array<Property, 2> range_of(std::string_view kind, std::string_view from,
                                           std::string_view to) {
    return {Property{"from", Presence::Required, kind, "No less than this.", from},
            Property{"to", Presence::Required, kind, "No more than this.", to}};
}
} // namespace offramp
