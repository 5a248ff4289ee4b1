// Rules in the schema: a definition for each kind, each of its forms, and each set of words.
#include "schema/schema_writer.hpp"

#include "core/days/instant.hpp"
#include "core/lease/lease.hpp"
#include "io/lease/readers.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string_view word_of_unit(Unit unit) {
    return words_of_kind(Kind::Unit)[static_cast<std::size_t>(unit)];
}

/// The units that a rule may count in, and where they are defined; as `RuleReader::check` has it.
struct Units {
    std::string_view definition;
    std::vector<Unit> units;
};
Units units_of_days() {
    return {"unit.of_days",
            {Unit::Day, Unit::BusinessDay, Unit::Week, Unit::Month, Unit::FullMonth, Unit::Year}};
}
Units units_of_instants() { return {"unit.of_instants", {Unit::Hour, Unit::Minute}}; }
Units units_of_periods() { return {"unit.of_periods", {Unit::Month, Unit::Year}}; }

Units units_of(const Spelling &spelling) {
    const bool is_period = spelling.form == Form::StartOf || spelling.form == Form::EndOf;
    return spelling.kind == Kind::Instant ? units_of_instants()
           : is_period                    ? units_of_periods()
                                          : units_of_days();
}

/// The units with which a setting of a period says something.
std::vector<Unit> units_with(Kind setting) {
    return setting == Kind::Calendar   ? std::vector{Unit::BusinessDay}
           : setting == Kind::Counting ? std::vector{Unit::Day, Unit::Week, Unit::BusinessDay}
                                       : std::vector{Unit::Month, Unit::Year};
}

class RuleSchemaWriter {
  public:
    explicit RuleSchemaWriter(SchemaWriter &schema) : schema_(schema), json_(schema.json) {}

    void write() {
        for (std::size_t i = 0; i < kind_count; ++i) {
            const auto kind = static_cast<Kind>(i);
            if (is_word(kind)) {
                words(definition_of(kind), kind, words_of_kind(kind));
            } else {
                values(kind);
            }
        }
        for (const Units &units : {units_of_days(), units_of_instants(), units_of_periods()}) {
            std::vector<std::string_view> allowed;
            for (const Unit unit : units.units) {
                allowed.push_back(word_of_unit(unit));
            }
            words(units.definition, Kind::Unit, allowed);
        }
    }

  private:
    static std::vector<std::string> ways_of(Kind kind) {
        const std::string name{definition_of(kind)};
        std::vector<std::string> ways;
        for (const char *part : {".value", ".name", ".is", ".reading", ".unknown", ".if"}) {
            // There is no way to write a set of days as a value; no set and no instant is unknown.
            if (!text_of(name + part).says.empty()) {
                ways.push_back(name + part);
            }
        }
        for (const Spelling &spelling : spellings()) {
            if (spelling.kind == kind) {
                ways.push_back(definition_of(spelling));
            }
        }
        return ways;
    }

    void values(Kind kind) {
        const std::string name{definition_of(kind)};
        const std::vector<std::string> ways = ways_of(kind);
        text(name, [&] { schema_.any_of(ways); });
        if (kind != Kind::Days) {
            text(name + ".value", [&] { value(kind); });
        }
        text(name + ".name", [&] { name_of_value(kind); });
        wrapped(name, text_of(name + ".is").says, text_of(name + ".is").example);
        by_reading(name, text_of(name + ".reading").says, text_of(name + ".reading").example);
        if (kind != Kind::Days && kind != Kind::Instant) {
            text(name + ".unknown", [&] {
                closed({{"unknown", "id"}, {"clause", "id"}}, {"unknown"});
            });
        }
        text(name + ".if", [&] {
            closed({{"if", "condition"}, {"then", name}, {"else", name}, {"clause", "id"}},
                   {"if", "then", "else"});
        });
        for (const Spelling &spelling : spellings()) {
            if (spelling.kind == kind) {
                text(definition_of(spelling), [&] { spelt(spelling); });
            }
        }
    }

    template <typename Write>
    void text(const std::string &name, Write write) {
        const Text &text = text_of(name);
        schema_.definition(name, [&] {
            schema_.says(text.says, text.example);
            write();
        });
    }

    using Keys = std::vector<std::pair<std::string_view, std::string>>;

    /// An object that has these keys and no others.
    void closed(const Keys &keys, const std::vector<std::string_view> &needed) {
        json_.member("type", "object");
        schema_.definition("properties", [&] {
            for (const auto &key : keys) {
                schema_.definition(key.first, [&] { schema_.ref(key.second); });
            }
        });
        schema_.strings("required", needed);
        json_.member("additionalProperties", false);
    }

    void value(Kind kind) {
        if (kind == Kind::Count) {
            json_.member("type", "integer");
            json_.member("minimum", std::int64_t{0});
            json_.member("maximum", most_units);
            return;
        }
        if (kind == Kind::Truth) {
            json_.member("type", "boolean");
            return;
        }
        json_.member("type", "string");
        json_.member("pattern", kind == Kind::Day ? "^(never|dawn|" + day_pattern() + ")$"
                                : kind == Kind::Instant
                                    ? instant_pattern()
                                    : "^-?(0?[0-9]{1,15}([.][0-9]{1,3})?|10{15}([.]0{1,3})?)$");
    }

    static std::string instant_pattern() {
        std::string zones;
        for (const std::string_view zone : words_of_kind(Kind::Zone)) {
            zones += (zones.empty() ? "" : "|") + std::string{zone};
        }
        const std::string clock = "([01][0-9]|2[0-3]):[0-5][0-9]";
        const std::string zone = "\\[(" + zones + ")\\]";
        return "^(never|dawn|" + day_pattern() + "T" + clock + "(:[0-5][0-9])?(" + zone +
               "|(Z|[+-]" + clock + ")(" + zone + ")?))$";
    }

    /// Names of a kind: ids, and those with a point that `make_names` gives them.
    void name_of_value(Kind kind) {
        Lease outline;
        outline.tranches.emplace_back().id = "x";
        outline.remedies.emplace_back().id = "x";
        outline.rights.emplace_back().id = "x";
        std::vector<std::string> parts;
        for (const Name &name : make_names(outline)) {
            const std::string part =
                name.text.substr(std::min(name.text.find('.') + 1, name.text.size()));
            if (name.kind == kind && name.text.starts_with("x.") &&
                std::find(parts.begin(), parts.end(), part) == parts.end()) {
                parts.push_back(part);
            }
        }
        std::string alternatives;
        for (const std::string &part : parts) {
            alternatives += (alternatives.empty() ? "" : "|") + part;
        }
        json_.member("type", "string");
        const std::string number = kind == Kind::Count ? "#|" : ""; // of what is repeated
        json_.member("pattern", "^(" + number + "[A-Za-z][A-Za-z0-9_#-]{0,63}" +
                                    (parts.empty() ? "" : "([.](" + alternatives + "))?") + ")$");
    }

    void wrapped(const std::string &name, std::string_view says, std::string_view example) {
        schema_.definition(name + ".is", [&] {
            schema_.says(says, example);
            closed({{"is", name}, {"clause", "id"}}, {"is"});
        });
    }

    void by_reading(const std::string &name, std::string_view says, std::string_view example) {
        schema_.definition(name + ".reading", [&] {
            schema_.says(says, example);
            json_.member("type", "object");
            schema_.definition("properties", [&] {
                schema_.definition("reading", [&] { schema_.ref("id"); });
                schema_.definition("options", [&] {
                    json_.member("type", "object");
                    json_.member("minProperties", std::int64_t{2});
                    schema_.definition("propertyNames", [&] { schema_.ref("id"); });
                    schema_.definition("additionalProperties", [&] { schema_.ref(name); });
                });
                schema_.definition("clause", [&] { schema_.ref("id"); });
            });
            schema_.strings("required", {"reading", "options"});
            json_.member("additionalProperties", false);
        });
    }

    void spelt(const Spelling &spelling) {
        std::vector<std::string_view> needed;
        json_.member("type", "object");
        schema_.definition("properties", [&] {
            for (const Slot &slot : spelling.slots) {
                schema_.definition(slot.key, [&] { held(spelling, slot); });
                if (slot.need == Need::Lead || slot.need == Need::Required) {
                    needed.push_back(slot.key);
                }
            }
            schema_.definition("clause", [&] { schema_.ref("id"); });
        });
        schema_.strings("required", needed);
        json_.member("additionalProperties", false);
        constraints(spelling);
    }

    void held(const Spelling &spelling, const Slot &slot) {
        switch (slot.holds) {
        case Holds::One:
            return schema_.ref(slot.kind == Kind::Unit ? units_of(spelling).definition
                                                       : definition_of(slot.kind));
        case Holds::List:
            json_.member("type", "array");
            json_.member("minItems", std::int64_t{1});
            json_.member("maxItems", std::int64_t{max_children} - 1);
            return json_.member("items", [&] { schema_.ref_object(definition_of(slot.kind)); });
        case Holds::Tranche:
        case Holds::Fee:
            return schema_.ref("id");
        case Holds::Time:
            return schema_.ref("clock_time");
        }
    }

    /// What the settings of a rule depend on, as far as words that stand in it show.
    void constraints(const Spelling &spelling) {
        std::vector<const Slot *> depending;
        const bool is_period = spelling.kind == Kind::Day &&
                               (spelling.form == Form::After || spelling.form == Form::Before);
        for (const Slot &slot : spelling.slots) {
            if (slot.need == Need::Setting &&
                (is_period || slot.kind == Kind::Within || slot.kind == Kind::Roll)) {
                depending.push_back(&slot);
            }
        }
        if (depending.empty()) {
            return;
        }
        json_.list("allOf", depending, [&](const Slot *slot) {
            json_.object([&] {
                if (is_period) {
                    unless_used(*slot);
                } else if (slot->kind == Kind::Within) {
                    where_word(slot->key, "rolling_days", [&] { schema_.needs("window_days"); });
                } else {
                    where_word(slot->key, "by_direction", [&] {
                        schema_.definition("properties", [&] {
                            schema_.definition("rolled", [&] {
                                schema_.any_of({"day.after", "day.before", "day.is"});
                            });
                        });
                    });
                }
            });
        });
    }

    /// With a unit for which it says nothing, a setting has no place.
    void unless_used(const Slot &slot) {
        const std::vector<Unit> with = units_with(slot.kind);
        std::vector<std::string_view> without;
        for (const Unit unit : units_of_days().units) {
            if (std::find(with.begin(), with.end(), unit) == with.end()) {
                without.push_back(word_of_unit(unit));
            }
        }
        schema_.definition("if", [&] {
            schema_.definition("properties", [&] {
                schema_.definition("unit", [&] { schema_.strings("enum", without); });
            });
        });
        schema_.definition("then", [&] {
            schema_.definition("properties", [&] { json_.member(slot.key, false); });
        });
    }

    template <typename Write>
    void where_word(std::string_view key, std::string_view word, Write then) {
        schema_.definition("if", [&] {
            schema_.definition("properties", [&] {
                schema_.definition(key, [&] { json_.member("const", word); });
            });
            schema_.strings("required", {key});
        });
        schema_.definition("then", then);
    }

    void words(std::string_view definition, Kind kind, const std::vector<std::string_view> &all) {
        const std::string name{definition};
        const std::string_view of = definition_of(kind);
        const std::string example{all.empty() ? text_of(of).example : quoted(all.front())};
        const std::string other{all.empty() ? R"("weekends")" : quoted(all.back())};
        schema_.definition(name, [&] {
            schema_.says(said_of(kind), example);
            schema_.any_word_of(of, all, {name + ".is", name + ".reading"});
        });
        wrapped(name, text_of("day.is").says,
                R"({"is": )" + example + R"(, "clause": "delivery"})");
        by_reading(name, text_of("day.reading").says,
                   R"({"reading": "month-count", "options": {"same_day": )" + example +
                       R"(, "whole": )" + other + "}}");
    }

    static std::string quoted(std::string_view word) { return '"' + std::string{word} + '"'; }

    static std::string said_of(Kind kind) {
        std::string says{text_of(definition_of(kind)).says};
        if (const std::int32_t otherwise = default_word(kind); 0 <= otherwise) {
            says += " Where nothing says it: `" +
                    std::string{words_of_kind(kind)[static_cast<std::size_t>(otherwise)]} + "`.";
        } else if (kind != Kind::Unit) {
            says += " Where it matters, the rule or the lease's `conventions` must say it.";
        }
        return says;
    }

    SchemaWriter &schema_;
    JsonWriter &json_;
};

} // namespace

void write_rule_definitions(SchemaWriter &schema) { RuleSchemaWriter{schema}.write(); }

} // namespace offramp
