#include "schema/schema_writer.hpp"

#include "core/lease/lease.hpp"
#include "io/json/json.hpp"
#include "io/json/names.hpp"
#include "io/lease/readers.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

namespace offramp {

namespace {

constexpr std::int64_t most_facts = 200; ///< deliveries, and runs of one delay

void write_node(JsonWriter &json, const JsonDocument &document, std::int32_t index) {
    const JsonNode &node = document.nodes[static_cast<std::size_t>(index)];
    std::vector<std::int32_t> children;
    for (std::int32_t child = node.first_child; child != -1;
         child = document.nodes[static_cast<std::size_t>(child)].next) {
        children.push_back(child);
    }
    const auto write = [&](std::int32_t child) { write_node(json, document, child); };
    switch (node.kind) {
    case JsonKind::Object:
        return json.object([&] {
            for (const std::int32_t child : children) {
                json.key(document.nodes[static_cast<std::size_t>(child)].key);
                write(child);
            }
        });
    case JsonKind::Array:
        return json.array(children, write);
    case JsonKind::Boolean:
        return json.value(node.text == "true");
    case JsonKind::Number: {
        std::int64_t number = 0;
        std::from_chars(node.text.data(), node.text.data() + node.text.size(), number);
        return json.value(number);
    }
    case JsonKind::String:
        return json.value(node.text);
    case JsonKind::Null:
        assert(false); // no example is null
    }
}

} // namespace

std::string day_pattern() {
    return "(((19|20|21)[0-9]{2}|2200)-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|"
           "(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|"
           "((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)-02-29)";
}

void SchemaWriter::head(std::string_view file, std::string_view title, const std::string &page) {
    json.member("$schema", "https://json-schema.org/draft/2020-12/schema");
    json.member("$id", file);
    json.member("title", title);
    json.member("$comment", "Made by `offramp schema`; " + page + " beside it explains.");
}

void SchemaWriter::value(std::string_view json_text) {
    std::vector<Finding> findings;
    const auto document = parse_json(json_text, findings);
    assert(document);
    write_node(json, *document, 0);
}

void SchemaWriter::says(std::string_view text, std::string_view example) {
    json.member("description", text);
    json.list("examples", std::vector{example}, [&](std::string_view one) { value(one); });
}

void SchemaWriter::ref(std::string_view name) {
    const bool is_own = own_.empty() || own_.contains(name);
    json.member("$ref", (is_own ? "#/$defs/" : "lease.schema.json#/$defs/") + std::string{name});
}

void SchemaWriter::ref_object(std::string_view name) {
    json.object([&] { ref(name); });
}

void SchemaWriter::any_of(const std::vector<std::string> &names) {
    json.list("anyOf", names, [&](const std::string &name) { ref_object(name); });
}

void SchemaWriter::strings(std::string_view key, const std::vector<std::string_view> &all) {
    json.list(key, all, [&](std::string_view one) { json.value(one); });
}

void SchemaWriter::needs(std::string_view key) {
    definition("properties", [&] { json.member(key, true); });
    strings("required", {key});
}

void SchemaWriter::leaf(const Leaf &leaf) {
    definition(leaf.name, [&] {
        says(leaf.says, leaf.example);
        json.member("type", leaf.type);
        if (!leaf.pattern.empty()) {
            json.member("pattern", leaf.pattern);
        }
    });
}

void SchemaWriter::any_word_of(std::string_view of, const std::vector<std::string_view> &words,
                               const std::vector<std::string> &others) {
    struct Way {
        std::string_view text;
        bool is_word;
    };
    std::vector<Way> ways;
    for (const std::string_view word : words) {
        ways.push_back({word, true});
    }
    if (words.empty()) {
        ways.push_back({"id", false});
    }
    for (const std::string &other : others) {
        ways.push_back({other, false});
    }
    json.list("anyOf", ways, [&](const Way &way) {
        json.object([&] {
            if (!way.is_word) {
                return ref(way.text);
            }
            json.member("const", way.text);
            if (const std::string_view text = says_of(of, way.text); !text.empty()) {
                json.member("description", text);
            }
        });
    });
}

void SchemaWriter::words(std::string_view name, std::string_view text,
                         const std::vector<std::string_view> &words) {
    definition(name, [&] {
        says(text, '"' + std::string{words.front()} + '"');
        any_word_of(name, words, {});
    });
}

void SchemaWriter::choice(const ChoiceText &choice) {
    definition(choice.name, [&] {
        says(choice.says, choice.example);
        any_of({choice.ways.begin(), choice.ways.end()});
    });
}

void SchemaWriter::held(const Property &property, std::string_view definition) {
    const auto list = [&](std::int64_t least, std::int64_t most) {
        json.member("type", "array");
        if (0 < least) {
            json.member("minItems", least);
        }
        if (0 < most) {
            json.member("maxItems", most);
        }
        json.member("items", [&] { ref_object(definition); });
    };
    switch (property.holding) {
    case Arity::One:
        return ref(definition);
    case Arity::List:
        return list(0, 0);
    case Arity::ShortList:
        return list(0, std::int64_t{max_rights});
    case Arity::RuleList:
        return list(1, std::int64_t{max_children} - 1);
    case Arity::ChoiceList:
        return list(2, 0);
    case Arity::FactList:
        return list(0, most_facts);
    case Arity::Map:
        json.member("type", "object");
        json.member("propertyNames", [&] { ref_object("id"); });
        json.member("additionalProperties", [&] { ref_object(definition); });
    }
}

void SchemaWriter::property(const Property &property, std::string_view definition) {
    this->definition(property.key, [&] {
        says(property.says, property.example);
        held(property, definition);
    });
}

void SchemaWriter::object(const ObjectText &object, bool is_document) {
    json.member("type", "object");
    json.member("properties", [&] {
        json.object([&] {
            for (const Property &one : object.properties) {
                property(one, one.definition);
            }
        });
    });
    std::vector<std::string_view> needed;
    for (const Property &one : object.properties) {
        if (one.presence == Presence::Required ||
            (one.presence == Presence::OfDocument && is_document)) {
            needed.push_back(one.key);
        }
    }
    if (!needed.empty()) {
        strings("required", needed);
    }
    json.member("additionalProperties", false);
    constraints(object.name);
    if (is_document && (object.name == "unknown" || object.name == "input")) {
        json.list("anyOf", std::vector<std::string_view>{"question", "label"},
                  [&](std::string_view key) { json.object([&] { needs(key); }); });
    }
}

/// What the keys of an object say of each other.
void SchemaWriter::constraints(std::string_view object) {
    if (object == "right_answers") {
        definition("patternProperties", [&] { definition("^status[.]", [&] { ref("answer"); }); });
    }
    if (object == "delay_days.both") {
        json.member("minProperties", std::int64_t{1});
    }
    if (object == "business_calendar") {
        const std::vector<std::string_view> week = {"MON", "TUE", "WED", "THU",
                                                    "FRI", "SAT", "SUN"};
        definition("not", [&] {
            strings("required", {"weekend"});
            json.member("properties", [&] {
                json.object([&] {
                    definition("weekend", [&] {
                        json.member("type", "array");
                        json.list("allOf", week, [&](std::string_view day) {
                            json.object([&] {
                                definition("contains", [&] { json.member("const", day); });
                            });
                        });
                    });
                });
            });
        });
    }
    if (object == "unknown" || object == "input") {
        const std::vector<Kind> kinds{kinds_of_unknowns.begin(), kinds_of_unknowns.end()};
        json.list("allOf", kinds, [&](Kind kind) {
            json.object([&] {
                definition("if", [&] {
                    definition("properties", [&] {
                        definition("kind", [&] { json.member("const", word_for(kind)); });
                    });
                });
                definition("then", [&] {
                    definition("properties", [&] {
                        for (const char *key : {"least", "most", "supposed"}) {
                            if (key != std::string_view{"supposed"} || object == "input") {
                                definition(key,
                                           [&] { ref(std::string{word_for(kind)} + ".value"); });
                            }
                        }
                    });
                });
            });
        });
    }
}

} // namespace offramp
