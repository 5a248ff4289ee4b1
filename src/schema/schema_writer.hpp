// The parts of which both schemas are made. Internal to io, and no part of the web engine.
#pragma once

#include "io/json/json_writer.hpp"
#include "schema/document_text.hpp"
#include "schema/grammar_text.hpp"

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

/// What an unknown or an input may be.
inline constexpr std::array kinds_of_unknowns = {Kind::Day, Kind::Count, Kind::Amount, Kind::Truth};

/// A string or number that stands by itself. `keyword` is `pattern`, `minimum` or nothing.
struct Leaf {
    std::string_view name;
    std::string_view says;
    std::string_view example; ///< JSON
    std::string_view type;
    std::string_view pattern = {};
};

class SchemaWriter {
  public:
    /// `own` are the definitions of this document where it refers to another; all, if empty.
    explicit SchemaWriter(std::set<std::string_view> own) : own_(std::move(own)) {}

    /// Head of a document: what it is called, what it is, and the page beside it that explains it.
    void head(std::string_view file, std::string_view title, const std::string &page = "README.md");
    /// `"name": { … }`
    template <typename Write>
    void definition(std::string_view name, Write write) {
        json.member(name, [&] { json.object(write); });
    }
    void says(std::string_view text, std::string_view example);
    void leaf(const Leaf &leaf);
    /// Any of some words, each with what it says, or of other definitions. Any id, without words.
    void any_word_of(std::string_view of, const std::vector<std::string_view> &words,
                     const std::vector<std::string> &others);
    void words(std::string_view name, std::string_view text,
               const std::vector<std::string_view> &words);
    void choice(const ChoiceText &choice);
    /// The body of an object; `is_document` where a lease document asks for more than a case.
    void object(const ObjectText &object, bool is_document);
    void property(const Property &property, std::string_view definition);

    /// `"$ref": …`; and the same as an object of its own.
    void ref(std::string_view name);
    void ref_object(std::string_view name);
    void any_of(const std::vector<std::string> &names);
    void strings(std::string_view key, const std::vector<std::string_view> &all);
    /// That a key must stand in an object, said apart from what it holds.
    void needs(std::string_view key);
    void value(std::string_view json_text);

    JsonWriter json{Layout::Indented};

  private:
    void held(const Property &property, std::string_view definition);
    void constraints(std::string_view object);

    std::set<std::string_view> own_;
};

/// All definitions of rules, of their words, and of the names that they may use.
void write_rule_definitions(SchemaWriter &schema);

/// Days that exist from 1900 to 2200, as a part of a pattern.
std::string day_pattern();

} // namespace offramp
