// Rules from JSON, by the table of spellings.
#include "io/lease/rule_reader.hpp"

#include "core/days/instant.hpp"

#include <algorithm>

namespace offramp {

namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// Whether a string is a value of the kind rather than a name.
bool looks_literal(std::string_view text, Kind kind) {
    const bool is_end = text == "never" || text == "dawn";
    return (is_end && (kind == Kind::Day || kind == Kind::Instant)) ||
           (!text.empty() && (is_digit(text[0]) || text[0] == '-'));
}

bool has_leads(const Cursor &at, const Spelling &spelling) {
    return std::all_of(spelling.slots.begin(), spelling.slots.end(), [&](const Slot &slot) {
        return slot.need != Need::Lead || at.find(slot.key).has_value();
    });
}

/// "“after”", "“day” with “by”": how the forms of a kind are told apart, for messages.
std::string leads_of(Kind kind) {
    std::string text;
    for (const Spelling &spelling : spellings()) {
        if (spelling.kind != kind) {
            continue;
        }
        text += text.empty() ? "\"" : "\", \"";
        std::string_view separator;
        for (const Slot &slot : spelling.slots) {
            if (slot.need == Need::Lead) {
                text += separator;
                text += slot.key;
                separator = "\" with \"";
            }
        }
    }
    return text.empty() ? "" : text + "\", ";
}

} // namespace

MaybeClause RuleReader::clause_of(const Cursor &object, MaybeClause inherited) const {
    const auto own = object.find("clause");
    return own ? std::optional{ClauseId{clauses.look_up(*own)}} : inherited;
}

RuleId RuleReader::add(Rule rule) {
    const auto id = next_id<Rule>(lease_.rules);
    lease_.rules.push_back(rule);
    return id;
}

RuleId RuleReader::literal(Kind kind, std::int64_t value, MaybeClause clause) {
    return add({.form = Form::Literal, .kind = kind, .value = value, .clause = clause});
}

RuleId RuleReader::read(const Cursor &at, Kind kind, MaybeClause inherited) {
    if (!at.is(JsonKind::Object)) {
        return add(leaf(at, kind, inherited));
    }
    const auto clause = clause_of(at, inherited);
    if (const auto wrapped = at.find("is")) {
        at.expect_object({"is", "clause"});
        return read(*wrapped, kind, clause);
    }
    const Rule rule = object(at, kind, clause);
    return add(rule);
}

std::int64_t RuleReader::literal_value(const Cursor &at, Kind kind) const {
    if (kind == Kind::Day) {
        return at.day(true).day_number();
    }
    if (kind == Kind::Amount) {
        return at.decimal(minor_digits(lease_.currency)).minor();
    }
    if (kind == Kind::Truth) {
        return at.boolean() ? 1 : 0;
    }
    if (kind == Kind::Instant) {
        if (at.raw() == "never" || at.raw() == "dawn") {
            return at.raw() == "never" ? INT64_MAX : INT64_MIN;
        }
        if (const auto instant = parse_instant(at.raw())) {
            return instant->seconds;
        }
        at.error("bad_instant",
                 "Expected an instant such as \"2026-09-30T17:00[America/New_York]\" or "
                 "\"2026-09-30T17:00-04:00\", found " +
                     at.found() + ".");
        return INT64_MAX;
    }
    return at.integer(0, most_units);
}

std::optional<std::int64_t> RuleReader::word(const Cursor &at, Kind kind) const {
    if (kind == Kind::Calendar) {
        return calendars.look_up(at);
    }
    const std::vector<std::string_view> words = words_of_kind(kind);
    const auto found = std::find(words.begin(), words.end(), at.raw());
    if (at.is(JsonKind::String) && found != words.end()) {
        return found - words.begin();
    }
    at.error("unknown_word", "Expected " + one_of(words) + ", found " + at.found() + "." +
                                 (at.is(JsonKind::String) ? suggestion(at.raw(), words) : ""));
    return std::nullopt;
}

Rule RuleReader::leaf(const Cursor &at, Kind kind, MaybeClause clause) const {
    Rule rule{.form = Form::Literal, .kind = kind, .clause = clause};
    if (is_word(kind)) {
        rule.value = word(at, kind).value_or(0);
        return rule;
    }
    const bool is_value = at.is(JsonKind::String) ? looks_literal(at.raw(), kind)
                          : kind == Kind::Count   ? at.is(JsonKind::Number)
                                                  : kind == Kind::Truth && at.is(JsonKind::Boolean);
    if (is_value && kind != Kind::Days) {
        rule.value = literal_value(at, kind);
        return rule;
    }
    if (at.is(JsonKind::Number) && kind == Kind::Amount) {
        at.error("bad_rule", "Write an amount as text: \"" + std::string{at.raw()} + "\".");
        return rule;
    }
    if (!at.is(JsonKind::String)) {
        at.error("bad_rule", "Expected " + std::string{name_of(kind)} +
                                 ": a value, a name of "
                                 "this lease or a rule, found " +
                                 at.found() + ".");
        return rule;
    }
    const auto name = names.find(at.raw());
    if (!name) {
        at.error("unknown_name",
                 "This lease has no name " + at.found() + "." + names.suggest(at.raw()));
        return rule;
    }
    const Name &named = lease_.names[static_cast<std::size_t>(*name)];
    // Where a number is wanted, the name of a set of days stands for how many they are.
    const bool is_length = kind == Kind::Count && named.kind == Kind::Days;
    if (named.kind != kind && !is_length) {
        at.error("wrong_kind", "Expected " + std::string{name_of(kind)} + " here; " + at.found() +
                                   " is " + std::string{name_of(named.kind)} + ".");
    }
    rule.form = Form::Named;
    rule.value = *name;
    return rule;
}

Rule RuleReader::with_children(Rule rule, const std::vector<RuleId> &all) {
    rule.first_child = static_cast<std::int32_t>(lease_.children.size());
    rule.child_count = static_cast<std::int32_t>(all.size());
    lease_.children.insert(lease_.children.end(), all.begin(), all.end());
    return rule;
}

Rule RuleReader::object(const Cursor &at, Kind kind, MaybeClause clause) {
    const Rule nothing{.form = Form::Literal, .kind = kind, .clause = clause};
    if (const auto id = at.find("reading")) {
        return by_reading(at, *id, kind, clause);
    }
    if (const auto id = at.find("unknown"); id && !is_word(kind)) {
        at.expect_object({"unknown", "clause"});
        const std::int32_t index = unknowns.look_up(*id);
        if (!lease_.unknowns.empty() &&
            lease_.unknowns[static_cast<std::size_t>(index)].kind != kind) {
            id->error(
                "wrong_kind",
                "Expected " + std::string{name_of(kind)} + " here; the unknown " + id->found() +
                    " is " +
                    std::string{name_of(lease_.unknowns[static_cast<std::size_t>(index)].kind)} +
                    ".");
        }
        return {.form = Form::Unknown, .kind = kind, .value = index, .clause = clause};
    }
    if (const auto condition = at.find("if"); condition && !is_word(kind)) {
        at.expect_object({"if", "then", "else", "clause"});
        const auto then = at.require("then");
        const auto otherwise = at.require("else");
        if (!then || !otherwise) {
            return nothing;
        }
        const RuleId test = read(*condition, Kind::Truth, clause);
        const RuleId yes = read(*then, kind, clause);
        const RuleId no = read(*otherwise, kind, clause);
        return with_children({.form = Form::If, .kind = kind, .clause = clause}, {test, yes, no});
    }
    for (const Spelling &spelling : spellings()) {
        if (spelling.kind == kind && has_leads(at, spelling)) {
            return spelt(at, spelling, clause);
        }
    }
    if (at.find("n") && at.find("unit")) {
        at.error("bad_rule", "Add \"after\" or \"before\" to this period.");
        return nothing;
    }
    at.error("bad_rule", "Expected " + std::string{name_of(kind)} +
                             ": a value, a name of this lease, or a rule with " + leads_of(kind) +
                             "\"if\", \"reading\" or \"unknown\", found " + at.found() + ".");
    return nothing;
}

Rule RuleReader::by_reading(const Cursor &at, const Cursor &id, Kind kind, MaybeClause clause) {
    Rule rule{.form = Form::Literal, .kind = kind, .clause = clause};
    at.expect_object({"reading", "options", "clause"});
    const auto options = at.require("options");
    const std::int32_t index = readings.look_up(id);
    if (!options || !options->expect_any_object() || lease_.readings.empty()) {
        return rule;
    }
    const Reading &reading = lease_.readings[static_cast<std::size_t>(index)];
    std::vector<RuleId> all;
    for (const Option &option : reading.options) {
        if (const auto value = options->require(option.id)) {
            all.push_back(read(*value, kind, clause));
        }
    }
    for (const Cursor &member : options->members()) {
        const bool known = std::any_of(reading.options.begin(), reading.options.end(),
                                       [&](const Option &o) { return o.id == member.key(); });
        if (!known) {
            member.error("unknown_option", "The reading \"" + reading.id + "\" has no option \"" +
                                               std::string{member.key()} + "\".");
        }
    }
    rule.form = Form::ByReading;
    rule.value = index;
    return with_children(rule, all);
}

std::int64_t RuleReader::held(const Cursor &at, Holds holds) const {
    switch (holds) {
    case Holds::Tranche:
        return tranches.look_up(at);
    case Holds::Fee:
        return fees.look_up(at);
    case Holds::Time: {
        const std::string_view text = at.raw();
        const auto digits = [&](std::size_t from) {
            return is_digit(text[from]) && is_digit(text[from + 1])
                       ? (text[from] - '0') * 10 + (text[from + 1] - '0')
                       : 99;
        };
        const bool has_shape = at.is(JsonKind::String) &&
                               (text.size() == 5 || (text.size() == 8 && text[5] == ':')) &&
                               text[2] == ':';
        if (has_shape && digits(0) < 24 && digits(3) < 60 && (text.size() == 5 || digits(6) < 60)) {
            return digits(0) * 3600 + digits(3) * 60 + (text.size() == 8 ? digits(6) : 0);
        }
        at.error("bad_time", "Expected a clock time such as \"17:00\" or \"17:00:30\", found " +
                                 at.found() + ".");
        return 0;
    }
    case Holds::One:
    case Holds::List:
        return 0;
    }
    return 0;
}

void RuleReader::list(const Cursor &at, const Slot &slot, MaybeClause clause,
                      std::vector<RuleId> &all) {
    const Cursors elements = at.elements();
    for (const Cursor &element : elements) {
        all.push_back(read(element, slot.kind, clause));
    }
    if (elements.empty() || max_children <= elements.size()) {
        at.error("wrong_count", "Expected 1 to " + std::to_string(max_children - 1) +
                                    " elements here, found " + std::to_string(elements.size()) +
                                    ".");
    }
}

Rule RuleReader::spelt(const Cursor &at, const Spelling &spelling, MaybeClause clause) {
    std::vector<std::string_view> known;
    known.reserve(1 + spelling.slots.size());
    known.push_back("clause");
    for (const Slot &slot : spelling.slots) {
        known.push_back(slot.key);
    }
    // A key that is overlooked would change what the rule says.
    at.expect_keys(known, Severity::Error);
    Rule rule{.form = spelling.form, .kind = spelling.kind, .clause = clause};
    std::vector<RuleId> all;
    all.reserve(spelling.slots.size());
    for (const Slot &slot : spelling.slots) {
        const bool is_needed = slot.need == Need::Lead || slot.need == Need::Required;
        const auto value = is_needed ? at.require(slot.key) : at.find(slot.key);
        if (slot.holds == Holds::One) {
            all.push_back(value       ? read(*value, slot.kind, clause)
                          : is_needed ? literal(slot.kind, 0)
                                      : no_rule);
        } else if (slot.holds == Holds::List) {
            if (value) {
                list(*value, slot, clause, all);
            }
        } else if (value) {
            rule.value = held(*value, slot.holds);
        }
    }
    rule = with_children(rule, all);
    check(at, spelling, rule);
    return rule;
}

} // namespace offramp
