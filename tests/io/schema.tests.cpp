// The texts of the JSON Schema against the reader: each form has one, and its example is that form.
// What the schema accepts and refuses is held against the reader by tests/cli/schema.mjs.
#include "schema/write_schema.hpp"

#include "io/json/names.hpp"
#include "schema/grammar_text.hpp"
#include "schema/schema_writer.hpp"
#include "support/documents.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace offramp;
using namespace offramp::testing;

namespace {

/// The lease with which the page "Writing a lease" ends, and whose names the examples use.
std::string lease_of_the_page() {
    const std::string page = text_of_file("assets/schema/README.md");
    const std::string fence = "```json lease\n";
    const std::size_t first = page.rfind(fence) + fence.size();
    return page.substr(first, page.find("```", first) - first);
}

/// That lease with an example in it, where a rule of its kind may stand.
std::string with_example(const std::string &lease, Kind kind, std::string_view example) {
    struct Place {
        const char *list;
        const char *before;
        const char *after;
    };
    const std::map<Kind, Place> places = {
        {Kind::Day, {"dates", "", ""}},
        {Kind::Instant, {"conditions", R"({"instant": )", R"(, "by": "never"})"}},
        {Kind::Count, {"counts", "", ""}},
        {Kind::Amount, {"amounts", "", ""}},
        {Kind::Truth, {"conditions", "", ""}},
        {Kind::Days, {"counts", R"({"days_in": )", "}"}},
    };
    const Place place = places.at(kind);
    const std::string list = "\"" + std::string{place.list} + "\": [";
    const std::size_t at = lease.find("\n  " + list) + 3 + list.size();
    return lease.substr(0, at) + R"({"id": "example", "is": )" + place.before +
           std::string{example} + place.after + "}," + lease.substr(at);
}

/// The rule of the example.
Rule planted(const Lease &lease, Kind kind) {
    const auto &all = kind == Kind::Day                           ? lease.dates
                      : kind == Kind::Amount                      ? lease.amounts
                      : kind == Kind::Count || kind == Kind::Days ? lease.counts
                                                                  : lease.conditions;
    const Rule whole = get(lease.rules, all.front().rule);
    const bool is_inside = kind == Kind::Instant || kind == Kind::Days;
    return is_inside ? get(lease.rules, child(lease, whole, 0)) : whole;
}

Rule rule_of_example(Kind kind, std::string_view example) {
    const auto result = read_lease(with_example(lease_of_the_page(), kind, example));
    INFO(example);
    INFO(findings_text(result.findings));
    REQUIRE(result.value);
    CHECK(result.findings.empty());
    return planted(*result.value, kind);
}

std::vector<Kind> kinds_of_values() {
    return {Kind::Day, Kind::Instant, Kind::Count, Kind::Amount, Kind::Truth, Kind::Days};
}

} // namespace

TEST_CASE("Every spelling has a sentence, and its example reads as that form", "[schema]") {
    const std::string lease = lease_of_the_page();
    for (const Spelling &spelling : spellings()) {
        const std::string name = definition_of(spelling);
        INFO(name);
        const auto texts = rule_texts();
        const auto text = std::find_if(texts.begin(), texts.end(),
                                       [&](const Text &one) { return one.name == name; });
        REQUIRE(text != texts.end());
        const auto result = read_lease(with_example(lease, spelling.kind, text->example));
        INFO(text->example);
        INFO(findings_text(result.findings));
        REQUIRE(result.value);
        CHECK(result.findings.empty());
        const Rule rule = planted(*result.value, spelling.kind);
        CHECK(rule.form == spelling.form);
        CHECK(rule.kind == spelling.kind);
        const Slot &first = spelling.slots.front();
        if (first.holds == Holds::One || first.holds == Holds::List) {
            const Rule inner = get(result.value->rules, child(*result.value, rule, 0));
            CHECK((inner.kind == first.kind ||
                   (inner.form == Form::Named && first.kind == Kind::Count)));
        }
    }
}

TEST_CASE("What every kind of rule may be has an example that is it", "[schema]") {
    struct Row {
        const char *part;
        Form form;
    };
    for (const Kind kind : kinds_of_values()) {
        for (const Row &row : {Row{".value", Form::Literal}, Row{".name", Form::Named},
                               Row{".unknown", Form::Unknown}, Row{".reading", Form::ByReading},
                               Row{".if", Form::If}}) {
            const std::string name = std::string{definition_of(kind)} + row.part;
            const bool is_absent =
                (kind == Kind::Days && row.form == Form::Literal) ||
                ((kind == Kind::Days || kind == Kind::Instant) && row.form == Form::Unknown);
            if (!is_absent) {
                INFO(name);
                CHECK(rule_of_example(kind, text_of(name).example).form == row.form);
            }
        }
        const std::string name = std::string{definition_of(kind)} + ".is";
        CHECK(rule_of_example(kind, text_of(name).example).clause);
        CHECK(rule_of_example(kind, text_of(definition_of(kind)).example).kind == kind);
    }
}

TEST_CASE("Texts are of something, are sentences, and stand once", "[schema]") {
    std::set<std::string, std::less<>> known;
    for (std::size_t i = 0; i < kind_count; ++i) {
        known.emplace(definition_of(static_cast<Kind>(i)));
    }
    for (const Kind kind : kinds_of_values()) {
        for (const char *part : {".value", ".name", ".is", ".reading", ".unknown", ".if"}) {
            known.insert(std::string{definition_of(kind)} + part);
        }
    }
    for (const Spelling &spelling : spellings()) {
        INFO(definition_of(spelling));
        CHECK(known.insert(definition_of(spelling)).second);
    }
    std::set<std::string_view> seen;
    for (const Text &text : rule_texts()) {
        INFO(text.name);
        CHECK(known.contains(text.name));
        CHECK(seen.insert(text.name).second);
        CHECK(text.says.ends_with("."));
    }
}

TEST_CASE("Every word says what it means, and no text is of a word that there is not", "[schema]") {
    std::set<std::pair<std::string_view, std::string_view>> words;
    for (std::size_t i = 0; i < kind_count; ++i) {
        const auto kind = static_cast<Kind>(i);
        for (const std::string_view word : words_of_kind(kind)) {
            words.emplace(definition_of(kind), word);
            INFO(word);
            CHECK((kind == Kind::Zone || !says_of(definition_of(kind), word).empty()));
        }
    }
    const auto add = [&](std::string_view name, const auto &table) {
        for (const auto &[value, word] : table) {
            words.emplace(name, word);
            INFO(word);
            CHECK_FALSE(says_of(name, word).empty());
        }
    };
    add("role", words_of<Role>);
    add("about", words_of<About>);
    add("holder", words_of<Holder>);
    add("wording", words_of<Wording>);
    add("exercise", words_of<Exercise>);
    add("basis", words_of<Basis>);
    for (const Kind kind : kinds_of_unknowns) {
        words.emplace("value_kind", word_for(kind));
        CHECK_FALSE(says_of("value_kind", word_for(kind)).empty());
    }
    for (const WordText &text : word_texts()) {
        INFO(text.definition << " " << text.word);
        CHECK((text.definition == "event_kind" || words.contains({text.definition, text.word})));
    }
}

TEST_CASE("No two spellings of a kind could both be meant", "[schema]") {
    for (const Spelling &first : spellings()) {
        for (const Spelling &second : spellings()) {
            if (first.kind != second.kind || &first == &second) {
                continue;
            }
            const bool has_all_leads =
                std::all_of(first.slots.begin(), first.slots.end(), [&](const Slot &lead) {
                    return lead.need != Need::Lead ||
                           std::any_of(second.slots.begin(), second.slots.end(),
                                       [&](const Slot &slot) { return slot.key == lead.key; });
                });
            INFO(definition_of(first) << " " << definition_of(second));
            CHECK_FALSE(has_all_leads);
        }
    }
}

TEST_CASE("The published schemas are those that the program writes", "[schema]") {
    CHECK((write_lease_schema() == text_of_file("assets/schema/lease.schema.json")));
    CHECK((write_case_schema() == text_of_file("assets/schema/case.schema.json")));
}
