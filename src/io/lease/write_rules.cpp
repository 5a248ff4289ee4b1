#include "io/lease/rule_writer.hpp"

#include "core/days/instant.hpp"
#include "core/lease/range.hpp"

#include <algorithm>
#include <cassert>

namespace offramp {

namespace {

bool is_leaf(Form form) { return form == Form::Literal || form == Form::Named; }

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// The spelling of a rule. Two forms have one spelling for days and another for instants, or one
/// for counts and another for amounts: those take children of the kind that the rule has.
const Spelling &spelling_of(const Lease &lease, const Rule &rule) {
    const auto all = spellings();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Spelling &spelling) {
        if (spelling.form != rule.form || spelling.kind != rule.kind) {
            return false;
        }
        const Slot &first = spelling.slots.front();
        return first.holds != Holds::One || rule.child_count == 0 ||
               get(lease.rules, child(lease, rule, 0)).kind == first.kind;
    });
    assert(found != all.end());
    return *found;
}

} // namespace

void RuleWriter::clause(MaybeClause clause) {
    if (clause) {
        json_.member("clause", get(lease_.clauses, *clause).id);
    }
}

void RuleWriter::range(Kind kind, const Numbers &range) {
    if (range.known()) {
        literal(kind, range.least);
        return;
    }
    json_.object([&] {
        json_.member("from", [&] { literal(kind, range.least); });
        json_.member("to", [&] { literal(kind, range.most); });
    });
}

void RuleWriter::literal(Kind kind, std::int64_t value) {
    if (kind == Kind::Day) {
        json_.value(to_iso(day_of(value)));
    } else if (kind == Kind::Instant) {
        json_.value(to_text(Instant{value}, Zone::Utc));
    } else if (kind == Kind::Amount) {
        json_.value(to_decimal(Money::from_minor(value), minor_digits(lease_.currency)));
    } else if (kind == Kind::Truth) {
        json_.value(value != 0);
    } else {
        json_.value(value);
    }
}

void RuleWriter::leaf(const Rule &rule) {
    if (rule.form == Form::Named) {
        json_.value(get(lease_.names, NameId{static_cast<std::int32_t>(rule.value)}).text);
    } else if (rule.kind == Kind::Calendar) {
        json_.value(lease_.calendars[static_cast<std::size_t>(rule.value)].id);
    } else if (is_word(rule.kind)) {
        json_.value(words_of_kind(rule.kind)[static_cast<std::size_t>(rule.value)]);
    } else {
        literal(rule.kind, rule.value);
    }
}

void RuleWriter::held(const Slot &slot, std::int64_t value) {
    const auto index = static_cast<std::size_t>(value);
    if (slot.holds == Holds::Tranche) {
        json_.member(slot.key, lease_.tranches[index].id);
    } else if (slot.holds == Holds::Fee) {
        json_.member(slot.key, lease_.fees[index].id);
    } else {
        json_.member(slot.key, two_digits(value / 3600) + ":" + two_digits(value / 60 % 60) + ":" +
                                   two_digits(value % 60));
    }
}

void RuleWriter::spelt(const Rule &rule) {
    std::int32_t place = 0;
    for (const Slot &slot : spelling_of(lease_, rule).slots) {
        if (slot.holds == Holds::List) {
            json_.key(slot.key);
            std::vector<RuleId> rest;
            while (place < rule.child_count) {
                rest.push_back(child(lease_, rule, place++));
            }
            json_.array(rest, [&](RuleId id) { this->rule(id, rule.clause); });
        } else if (slot.holds != Holds::One) {
            held(slot, rule.value);
        } else if (const RuleId id = child(lease_, rule, place++); is_given(id)) {
            json_.member(slot.key, [&] { this->rule(id, rule.clause); });
        }
    }
}

void RuleWriter::by_reading(const Rule &rule) {
    const Reading &reading = lease_.readings[static_cast<std::size_t>(rule.value)];
    json_.member("reading", reading.id);
    json_.member("options", [&] {
        json_.object([&] {
            for (std::int32_t i = 0; i < rule.child_count; ++i) {
                json_.key(reading.options[static_cast<std::size_t>(i)].id);
                this->rule(child(lease_, rule, i), rule.clause);
            }
        });
    });
}

void RuleWriter::rule(RuleId id, MaybeClause inherited) {
    const Rule &rule = get(lease_.rules, id);
    const bool inherits = rule.clause == inherited || !rule.clause;
    if (is_leaf(rule.form) && inherits) {
        return leaf(rule);
    }
    json_.object([&] {
        if (is_leaf(rule.form)) {
            json_.member("is", [&] { leaf(rule); });
        } else if (rule.form == Form::Unknown) {
            json_.member("unknown", lease_.unknowns[static_cast<std::size_t>(rule.value)].id);
        } else if (rule.form == Form::ByReading) {
            by_reading(rule);
        } else if (rule.form == Form::If) {
            json_.member("if", [&] { this->rule(child(lease_, rule, 0), rule.clause); });
            json_.member("then", [&] { this->rule(child(lease_, rule, 1), rule.clause); });
            json_.member("else", [&] { this->rule(child(lease_, rule, 2), rule.clause); });
        } else {
            spelt(rule);
        }
        if (!inherits) {
            clause(rule.clause);
        }
    });
}

} // namespace offramp
