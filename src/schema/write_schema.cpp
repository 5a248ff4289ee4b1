#include "schema/write_schema.hpp"

#include "core/ask/question.hpp"
#include "core/days/calendar.hpp"
#include "io/json/names.hpp"
#include "io/lease/readers.hpp"
#include "schema/schema_writer.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::array lease_leaves = {
    Leaf{"id", "At most 64 letters, digits, `-` and `_`; `#` in what is repeated.",
         R"("late-delivery")", "string", "^[A-Za-z0-9_#-]{1,64}$"},
    Leaf{"name",
         "An id that rules can use: it begins with a letter, and is not `never`, `dawn`, `term` or "
         "`sent`.",
         R"("late-delivery")", "string",
         "^(?!(never|dawn|term|sent)$)[A-Za-z][A-Za-z0-9_#-]{0,63}$"},
    Leaf{"currency", "A currency code of ISO 4217.", R"("USD")", "string", "^[A-Z]{3}$"},
    Leaf{"address", "An address that begins with https:// or http://, or nothing.",
         R"("https://example.org/8-k")", "string", "^($|https?://)"},
    Leaf{"clock_time", "A clock time of hours and minutes, or with seconds.", R"("17:00")",
         "string", "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$"},
};

constexpr std::array case_leaves = {
    "answer", "answers", "status_answers", "expect", "hours", "delay_days.runs",
    "basis",  "parts",   "gap_days",       "month",  "price", "slipping",
};

template <typename Enum>
std::vector<std::string_view> words_of_enum() {
    std::vector<std::string_view> words;
    for (const auto &[value, word] : words_of<Enum>) {
        words.push_back(word);
    }
    return words;
}

/// Whether a lease document asks for more of this object than the terms of a case do.
bool differs(const ObjectText &object) {
    return object.name == "unknown" || object.name == "input" ||
           std::any_of(object.properties.begin(), object.properties.end(),
                       [](const Property &one) { return one.presence == Presence::OfDocument; });
}

class DocumentWriter {
  public:
    explicit DocumentWriter(std::set<std::string_view> own) : schema_(std::move(own)) {}

    std::string lease() {
        json_.object([&] {
            const ObjectText &root = lease_objects().front();
            schema_.head("lease.schema.json", "Offramp: a lease document");
            json_.member("description", root.says);
            schema_.object(root, true);
            schema_.definition("$defs", [&] {
                for (const ObjectText &object : lease_objects().subspan(1)) {
                    defined(object.name, object, true);
                }
                for (const ChoiceText &choice : lease_choices()) {
                    schema_.choice(choice);
                }
                conventions();
                terms();
                leaves();
                enumerations();
                write_rule_definitions(schema_);
            });
        });
        return json_.take() + "\n";
    }

    std::string case_file() {
        json_.object([&] {
            const ObjectText &root = case_objects().front();
            schema_.head("case.schema.json", "Offramp: a worked case");
            json_.member("description", root.says);
            schema_.object(root, true);
            schema_.definition("$defs", [&] {
                for (const ObjectText &object : case_objects().subspan(1)) {
                    defined(object.name, object, true);
                }
                for (const ChoiceText &choice : case_choices()) {
                    schema_.choice(choice);
                }
                delay_runs();
                answers();
                schema_.words("basis", "Whether a delivery has happened.", words_of_enum<Basis>());
                of_questions();
            });
        });
        return json_.take() + "\n";
    }

  private:
    /// The example of an object is the first one that some property has of it.
    void defined(std::string_view name, const ObjectText &object, bool is_document) {
        schema_.definition(name, [&] {
            schema_.says(object.says, example_of(object));
            schema_.object(object, is_document);
        });
    }

    /// An object of all examples of its keys that must stand in it, and its first other one.
    static std::string example_of(const ObjectText &object) {
        std::string example;
        const auto add = [&](const Property &one) {
            example += (example.empty() ? "{\"" : ", \"") + std::string{one.key} +
                       "\": " + std::string{one.example};
        };
        for (const Property &one : object.properties) {
            const bool is_named = object.name == "unknown" || object.name == "input";
            if (one.presence != Presence::Optional || (is_named && one.key == "question")) {
                add(one);
            }
        }
        if (example.empty()) {
            add(object.properties.front());
        }
        return example + "}";
    }

    void conventions() {
        schema_.definition("conventions", [&] {
            schema_.says("The words that hold wherever a rule leaves them out.",
                         R"({"month_end": "corresponding_date", "calendar": "us-federal"})");
            json_.member("type", "object");
            schema_.definition("properties", [&] {
                for (std::size_t i = 0; i < kind_count; ++i) {
                    const auto kind = static_cast<Kind>(i);
                    if (is_word(kind) && kind != Kind::Unit) { // which every rule must state
                        schema_.definition(convention_key(kind), [&] {
                            schema_.says(text_of(convention_key(kind)).says,
                                         text_of(convention_key(kind)).example);
                            schema_.ref(definition_of(kind));
                        });
                    }
                }
                schema_.definition("clause", [&] {
                    schema_.says("The clause that says so.", R"("counting")");
                    schema_.ref("id");
                });
            });
            json_.member("additionalProperties", false);
        });
    }

    /// The terms of a case: a lease of which nothing need stand, with its objects in their case
    /// form.
    void terms() {
        const ObjectText &root = lease_objects().front();
        const auto object_of = [](const Property &one) {
            const auto all = lease_objects();
            const auto found = std::find_if(all.begin(), all.end(), [&](const ObjectText &object) {
                return object.name == one.definition;
            });
            return found == all.end() || !differs(*found) ? nullptr : &*found;
        };
        schema_.definition("terms", [&] {
            schema_.says("The terms of a lease that matter in a case.",
                         R"({"tranches": [{"id": "gpus", "due": "2026-09-30"}]})");
            json_.member("type", "object");
            schema_.definition("properties", [&] {
                for (const Property &one : root.properties) {
                    if (object_of(one) != nullptr) {
                        schema_.property(one, "terms." + std::string{one.definition});
                    } else {
                        schema_.definition(one.key, [&] {
                            json_.member("$ref", "#/properties/" + std::string{one.key});
                        });
                    }
                }
            });
            json_.member("additionalProperties", false);
        });
        for (const Property &one : root.properties) {
            if (const ObjectText *const object = object_of(one)) {
                defined("terms." + std::string{object->name}, *object, false);
            }
        }
    }

    void text(std::string_view name, std::string_view says, bool is_needed) {
        schema_.definition(name, [&] {
            schema_.says(says, R"("GPUs")");
            json_.member("type", "string");
            if (is_needed) {
                json_.member("minLength", std::int64_t{1});
            }
            json_.member("maxLength", std::int64_t{max_json_string_bytes});
        });
    }

    void leaves() {
        for (const Leaf &leaf : lease_leaves) {
            schema_.leaf(leaf);
        }
        text("text", "A text that is not empty, of at most 20,000 bytes.", true);
        text("text_or_empty", "A text of at most 20,000 bytes.", false);
        const std::string day = "^" + day_pattern() + "$";
        schema_.leaf({"plain_day", "A day that exists, from 1900-01-01 to 2200-12-31.",
                      R"("2026-09-30")", "string", day});
        schema_.definition("billing_day", [&] {
            schema_.says("A day of the month but the first: each month runs to the day before it "
                         "in the next.",
                         "15");
            json_.member("type", "integer");
            json_.member("minimum", std::int64_t{2});
            json_.member("maximum", std::int64_t{28});
        });
        schema_.definition("repeat", [&] {
            schema_.says("How many elements this one stands for. In each `#` is its number, from 1 "
                         "on, wherever it stands in a text; a number that is written as the text "
                         "`#` is that number.",
                         "4");
            json_.member("type", "integer");
            json_.member("minimum", std::int64_t{2});
            json_.member("maximum", std::int64_t{24});
        });
        schema_.definition("schema_version", [&] {
            schema_.says("The version of this format.", "1");
            json_.member("const", std::int64_t{1});
        });
        std::vector<std::string_view> calendars;
        for (const PublicCalendarName &calendar : public_calendar_names) {
            calendars.push_back(calendar.id);
        }
        schema_.words("public_calendar", "A calendar that is made from its rules.", calendars);
        schema_.words("weekday", "A day of the week.",
                      {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"});
    }

    void enumerations() {
        schema_.words("role", "The part of a party.", words_of_enum<Role>());
        schema_.words("about", "Whose way out a question asks for.", words_of_enum<About>());
        schema_.words("holder", "Whose something is.", words_of_enum<Holder>());
        schema_.words("wording", "Whose words a clause has.", words_of_enum<Wording>());
        schema_.words("exercise", "How a right is used.", words_of_enum<Exercise>());
        std::vector<std::string_view> kinds;
        for (const Kind kind : kinds_of_unknowns) {
            kinds.push_back(word_for(kind));
        }
        schema_.words("value_kind", "What a fact is.", kinds);
        schema_.words("event_kind", "What an event has.",
                      {word_for(Kind::Day), word_for(Kind::Instant)});
    }

    void delay_runs() {
        schema_.property({"delay_days.runs", Presence::Optional, "delay_run", "Runs of days.",
                          R"([{"from": "2026-09-10", "to": "2026-09-21"}])", Arity::FactList},
                         "delay_run");
        integer("hours", "A number of hours.", "36", 1, most_units);
    }

    void of_questions() {
        integer("parts", "A chance in parts of a million.", "20000", 0, certain);
        integer("gap_days", "A number of days.", "30", 0, most_gap_days);
        schema_.leaf({"month", "A calendar month from 1900-01 to 2200-12.", R"("2026-10")",
                      "string", "^(19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])$"});
        schema_.leaf({"price", "A price from 0 to 1000000, with at most four decimals.",
                      R"("6.00")", "string", "^0?[0-9]{1,7}([.][0-9]{1,4})?$"});
        schema_.words("slipping", "Whether deliveries slip by the same days.",
                      words_of_enum<Slipping>());
    }

    /// Both ends included.
    void integer(std::string_view name, std::string_view says, std::string_view example,
                 std::int64_t least, std::int64_t most) {
        schema_.definition(name, [&] {
            schema_.says(says, example);
            json_.member("type", "integer");
            json_.member("minimum", least);
            json_.member("maximum", most);
        });
    }

    void answers() {
        schema_.definition("answer", [&] {
            schema_.says("A day, a number, an amount, a status or `depends`, as the engine prints "
                         "it; true and false for yes and no, null for \"there is none\".",
                         R"("2026-10-31")");
            const std::vector<std::string_view> types = {"string", "number", "boolean", "null"};
            json_.list("anyOf", types, [&](std::string_view type) {
                json_.object([&] { json_.member("type", type); });
            });
        });
        nested("answers", "Answers by their names, or by the parts of their names.", "answers",
               R"({"gpus.delivered": "2026-10-28"})");
        nested("status_answers", "A status, or one for each of several days.", "answer",
               R"({"2026-10-31": "exercisable"})");
        expected();
    }

    void nested(std::string_view name, std::string_view says, std::string_view members,
                std::string_view example) {
        schema_.definition(name, [&] {
            schema_.says(says, example);
            json_.list("anyOf", std::vector{false, true}, [&](bool is_object) {
                if (!is_object) {
                    return schema_.ref_object("answer");
                }
                json_.object([&] {
                    json_.member("type", "object");
                    schema_.definition("additionalProperties", [&] { schema_.ref(members); });
                });
            });
        });
    }

    /// The first parts of paths; of rights, fees and money all that can follow them too.
    void expected() {
        // What follows the first point of a path may stand in the same key.
        const auto or_with_points = [&](std::string_view answers) {
            schema_.definition("patternProperties",
                               [&] { schema_.definition("[.]", [&] { schema_.ref(answers); }); });
        };
        const auto by_id = [&](std::string_view key, std::string_view answers) {
            schema_.definition(key, [&] {
                json_.member("description", "The answers about each, by its id.");
                json_.member("type", "object");
                or_with_points("answer");
                schema_.definition("additionalProperties", [&] { schema_.ref(answers); });
            });
        };
        schema_.definition("expect", [&] {
            schema_.says("The answers that must follow; at least one.",
                         R"({"rights": {"late-delivery": {"first_day": "2026-10-31"}}})");
            json_.member("type", "object");
            json_.member("minProperties", std::int64_t{1});
            schema_.definition("properties", [&] {
                by_id("rights", "right_answers");
                by_id("fees", "fee_answers");
                by_id("ways", "holder_answers");
                schema_.definition("answer", [&] { schema_.ref("party_answers"); });
                schema_.definition("ledger", [&] { schema_.ref("ledger_answers"); });
                schema_.definition("money", [&] { schema_.ref("money_answers"); });
                schema_.definition("likely", [&] { schema_.ref("likely_answers"); });
                schema_.definition("elsewhere", [&] { schema_.ref("elsewhere_answers"); });
                for (const char *key : {"dates", "moments", "counts", "amounts", "conditions",
                                        "remedies", "tranches"}) {
                    by_id(key, "answers");
                }
            });
            or_with_points("answers");
            json_.member("additionalProperties", false);
        });
    }

    SchemaWriter schema_;
    JsonWriter &json_ = schema_.json;
};

} // namespace

std::string write_lease_schema() { return DocumentWriter{{}}.lease(); }

std::string write_case_schema() {
    std::set<std::string_view> own{case_leaves.begin(), case_leaves.end()};
    for (const ObjectText &object : case_objects()) {
        own.insert(object.name);
    }
    for (const ChoiceText &choice : case_choices()) {
        own.insert(choice.name);
    }
    return DocumentWriter{std::move(own)}.case_file();
}

} // namespace offramp
