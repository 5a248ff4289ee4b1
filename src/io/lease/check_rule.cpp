// What the parts of one rule say of each other: units that do not fit, settings that nobody gives.
#include "io/lease/rule_reader.hpp"

namespace offramp {

/// The words that a setting may come to, as a set of bits.
std::uint32_t RuleReader::possible_words(RuleId word) const {
    if (!is_given(word)) {
        return 0;
    }
    const Rule &rule = get(lease_.rules, word);
    if (rule.form != Form::ByReading) {
        return 1U << rule.value;
    }
    std::uint32_t words = 0;
    for (std::int32_t place = 0; place < rule.child_count; ++place) {
        words |= possible_words(child(lease_, rule, place));
    }
    return words;
}

void RuleReader::check_setting(const Cursor &at, const Slot &slot, RuleId given,
                               bool is_used) const {
    const auto kind = static_cast<std::size_t>(slot.kind);
    if (!is_used) {
        if (is_given(given)) {
            at.find(slot.key)->warning("unused_key", "With this unit \"" + std::string{slot.key} +
                                                         "\" changes nothing; leave it out.");
        }
        return;
    }
    if (!is_given(given) && !is_given(lease_.conventions[kind]) && default_word(slot.kind) < 0) {
        const auto words = words_of_kind(slot.kind);
        at.error("missing_" + std::string{slot.key},
                 "This rule must say \"" + std::string{slot.key} + "\", or the lease's " +
                     "\"conventions\" must" + (words.empty() ? "." : ": " + one_of(words) + "."));
    }
}

void RuleReader::check(const Cursor &at, const Spelling &spelling, const Rule &rule) const {
    const auto bit = [](auto enumerator) { return 1U << static_cast<std::uint32_t>(enumerator); };
    std::uint32_t units = 0;
    std::int32_t place = 0;
    for (const Slot &slot : spelling.slots) {
        if (slot.holds != Holds::One) {
            continue;
        }
        const RuleId given = child(lease_, rule, place++);
        if (slot.kind == Kind::Unit) {
            units = possible_words(given);
            const std::uint32_t clock = bit(Unit::Hour) | bit(Unit::Minute);
            const bool is_period = rule.form == Form::StartOf || rule.form == Form::EndOf;
            const std::uint32_t allowed = rule.kind == Kind::Instant ? clock
                                          : is_period ? bit(Unit::Month) | bit(Unit::Year)
                                                      : ~clock;
            const auto unit = at.find(slot.key);
            if (unit && (units & ~allowed) != 0) {
                unit->error("wrong_unit", "This unit does not fit here: instants move "
                                          "by hours and minutes, days by the other "
                                          "units, and periods start and end with "
                                          "months and years.");
            }
        }
        if (slot.need != Need::Setting) {
            continue;
        }
        const bool is_offset = rule.form == Form::After || rule.form == Form::Before;
        const std::uint32_t months = bit(Unit::Month) | bit(Unit::Year);
        const std::uint32_t counted = bit(Unit::Day) | bit(Unit::Week) | bit(Unit::BusinessDay);
        const bool is_used = !is_offset                    ? true
                             : slot.kind == Kind::Calendar ? (units & bit(Unit::BusinessDay)) != 0
                             : slot.kind == Kind::Counting ? (units & counted) != 0
                                                           : (units & months) != 0;
        check_setting(at, slot, given, is_used);
        if (slot.kind == Kind::Within && (possible_words(given) & bit(Within::RollingDays)) != 0 &&
            !at.find("window_days")) {
            at.error("missing_window_days", "A rolling stretch has a length: add \"window_days\".");
        }
        if (slot.kind == Kind::Roll && (possible_words(given) & bit(Rolling::ByDirection)) != 0) {
            const Form form = get(lease_.rules, child(lease_, rule, 0)).form;
            if (form != Form::After && form != Form::Before) {
                at.error("no_direction", "\"by_direction\" rolls a period after or before a day; "
                                         "what is rolled here is none.");
            }
        }
    }
}

} // namespace offramp
