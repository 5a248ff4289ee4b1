// Dates, counts and amounts from JSON: one case for each form of rule.
#include "io/readers.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::int64_t most_units = 1'000'000'000'000;

template <typename Rule>
Id<Rule> append(std::vector<Rule> &rules, Rule rule) {
    const auto id = next_id<Rule>(rules);
    rules.push_back(std::move(rule));
    return id;
}

} // namespace

bool IdTable::insert(const std::string &id) { return index_.try_emplace(id, size()).second; }

std::string IdTable::declare(const Cursor &at) {
    std::string id = at.identifier();
    if (!insert(id) && !id.empty()) {
        at.error("duplicate_id", "The " + kind_ + " \"" + id + "\" is declared twice; rename one.");
    }
    return id;
}

std::optional<std::int32_t> IdTable::find(std::string_view id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? std::nullopt : std::optional{found->second};
}

std::int32_t IdTable::look_up(const Cursor &at) const {
    if (const auto index = at.is(JsonKind::String) ? find(at.raw()) : std::nullopt) {
        return *index;
    }
    std::vector<std::string_view> known;
    for (const auto &[id, index] : index_) {
        known.push_back(id);
    }
    at.error("unknown_" + kind_, "Expected the id of one of this lease's " + kind_ + "s, found " +
                                     at.found() + "." +
                                     (at.is(JsonKind::String) ? suggestion(at.raw(), known) : ""));
    return 0;
}

DateRuleId RuleReader::add(DateRule rule) { return append(lease_.date_rules, std::move(rule)); }

DateRuleId RuleReader::fixed_day(Date day) { return add({FixedDay{day}, std::nullopt}); }

CountRuleId RuleReader::fixed_count(std::int64_t count, std::optional<ClauseId> clause) {
    return append(lease_.count_rules, CountRule{FixedCount{count}, clause});
}

std::optional<ClauseId> RuleReader::clause_of(const Cursor &object,
                                              std::optional<ClauseId> inherited) const {
    const auto own = object.find("clause");
    return own ? std::optional{ClauseId{clauses.look_up(*own)}} : inherited;
}

template <typename T, typename ReadOption>
ByReading<T> RuleReader::by_reading(const Cursor &at, ReadOption read_option) const {
    at.expect_object({"reading", "options", "clause"});
    const auto id = at.require("reading");
    const auto options = at.require("options");
    if (!id || !options || !options->expect_any_object() || lease_.readings.empty()) {
        if (id) {
            readings.look_up(*id);
        }
        return {};
    }
    ByReading<T> datum{ReadingId{readings.look_up(*id)}, {}};
    const Reading &reading = get(lease_.readings, *datum.reading);
    for (const Option &option : reading.options) {
        if (const auto value = options->require(option.id)) {
            datum.options.push_back(read_option(*value));
        }
    }
    for (const Cursor &member : options->members()) {
        const bool known = std::any_of(reading.options.begin(), reading.options.end(),
                                       [&](const Option &o) { return o.id == member.key(); });
        if (!known) {
            member.error("unknown_option", "The reading \"" + reading.id + "\" has no option \"" +
                                               member.key() + "\".");
        }
    }
    return datum;
}

DateRuleId RuleReader::day(const Cursor &at, std::optional<ClauseId> inherited) {
    DateRule rule = day_form(at, clause_of(at, inherited));
    return add(std::move(rule));
}

DateRule RuleReader::day_form(const Cursor &at, std::optional<ClauseId> clause) {
    if (at.is(JsonKind::String)) {
        return named_day(at, clause);
    }
    if (const auto stated = at.find("day")) {
        at.expect_object({"day", "clause"});
        return named_day(*stated, clause);
    }
    if (at.find("reading")) {
        return {
            by_reading<DateRuleId>(at, [&](const Cursor &option) { return day(option, clause); }),
            clause};
    }
    if (const auto id = at.find("unknown")) {
        at.expect_object({"unknown", "clause"});
        return {UnknownDay{unknown(*id, UnknownKind::Day)}, clause};
    }
    if (const auto of = at.find("earliest")) {
        at.expect_object({"earliest", "clause"});
        return {Earliest{days(*of, clause)}, clause};
    }
    if (const auto of = at.find("latest")) {
        at.expect_object({"latest", "clause"});
        return {Latest{days(*of, clause)}, clause};
    }
    if (at.find("n")) {
        return {offset(at, clause), clause};
    }
    at.error("bad_date_rule",
             "Expected a day (\"2026-09-30\"), a name of this lease (\"gpus.delivered\") or a rule "
             "with \"n\", \"earliest\", \"latest\", \"reading\" or \"unknown\", found " +
                 at.found() + ".");
    return {FixedDay{Date::never()}, clause};
}

DateRule RuleReader::named_day(const Cursor &at, std::optional<ClauseId> clause) const {
    const std::string &text = at.raw();
    const bool is_literal =
        text == "never" || text == "dawn" || (!text.empty() && '0' <= text[0] && text[0] <= '9');
    if (is_literal) {
        return {FixedDay{at.day(true)}, clause};
    }
    if (const auto name = find_name(lease_, text)) {
        return {NamedDay{*name}, clause};
    }
    std::vector<std::string_view> names;
    for (const Name &name : lease_.names) {
        names.push_back(name.text);
    }
    at.error("unknown_name",
             "This lease has no day named " + at.found() + "." + suggestion(text, names));
    return {FixedDay{Date::never()}, clause};
}

std::vector<DateRuleId> RuleReader::days(const Cursor &at, std::optional<ClauseId> clause) {
    std::vector<DateRuleId> all;
    const std::vector<Cursor> elements = at.elements();
    for (const Cursor &element : elements) {
        all.push_back(day(element, clause));
    }
    if (elements.empty() || 64 < elements.size()) {
        at.error("wrong_count",
                 "Expected 1 to 64 days here, found " + std::to_string(elements.size()) + ".");
    }
    return all;
}

Offset RuleReader::offset(const Cursor &at, std::optional<ClauseId> clause) {
    at.expect_object({"n", "unit", "after", "before", "month_end", "clause"});
    const auto after = at.find("after");
    const auto before = at.find("before");
    if (after.has_value() == before.has_value()) {
        at.error("bad_offset",
                 "A period runs from one day: give either \"after\" or \"before\", not " +
                     std::string{after ? "both" : "neither"} + ".");
    }
    const auto unit_word = at.require("unit");
    const Unit unit = unit_word ? unit_word->word<Unit>() : Unit::Day;
    const CountRuleId number = count(*at.find("n"), clause);
    const auto from = after ? after : before;
    const DateRuleId start = from ? day(*from, clause) : fixed_day(Date::never());
    return {number, unit, before && !after ? Direction::Before : Direction::After, start,
            month_end(at, unit)};
}

ByReading<MonthEnd> RuleReader::month_end(const Cursor &offset, Unit unit) const {
    const auto policy = offset.find("month_end");
    if (unit == Unit::Day || unit == Unit::Week) {
        if (policy) {
            policy->warning("unused_key", "Only months and years have a \"month_end\".");
        }
        return {std::nullopt, {MonthEnd::Clip}};
    }
    if (!policy) {
        offset.error("missing_month_end",
                     "A period of months or years must say what it does at a month's end: add "
                     "\"month_end\", for instance \"corresponding_date\".");
        return {std::nullopt, {MonthEnd::Clip}};
    }
    if (policy->is(JsonKind::Object)) {
        return by_reading<MonthEnd>(*policy,
                                    [](const Cursor &option) { return option.word<MonthEnd>(); });
    }
    return {std::nullopt, {policy->word<MonthEnd>()}};
}

ByReading<ExitDay> RuleReader::exit_day(const Cursor &at) const {
    if (at.is(JsonKind::Object)) {
        return by_reading<ExitDay>(at, [](const Cursor &option) { return option.word<ExitDay>(); });
    }
    return {std::nullopt, {at.word<ExitDay>()}};
}

UnknownId RuleReader::unknown(const Cursor &at, UnknownKind kind) const {
    const UnknownId id{unknowns.look_up(at)};
    if (!lease_.unknowns.empty() && get(lease_.unknowns, id).kind != kind) {
        at.error("wrong_kind", "Expected an unknown of kind \"" + std::string{word_for(kind)} +
                                   "\" here; " + at.found() + " is of kind \"" +
                                   std::string{word_for(get(lease_.unknowns, id).kind)} + "\".");
    }
    return id;
}

CountRuleId RuleReader::count(const Cursor &at, std::optional<ClauseId> inherited) {
    const auto clause = clause_of(at, inherited);
    const auto add_count = [&](CountRule rule) {
        return append(lease_.count_rules, std::move(rule));
    };
    if (at.is(JsonKind::Number)) {
        return add_count({FixedCount{at.integer(0, most_units)}, clause});
    }
    if (const auto tranche = at.find("delivered")) {
        at.expect_object({"delivered", "by", "clause"});
        const TrancheId id{tranches.look_up(*tranche)};
        const auto by = at.require("by");
        return add_count(
            {DeliveredUnits{id, by ? day(*by, clause) : fixed_day(Date::never())}, clause});
    }
    if (const auto tranche = at.find("committed")) {
        at.expect_object({"committed", "clause"});
        return add_count({CommittedUnits{TrancheId{tranches.look_up(*tranche)}}, clause});
    }
    if (const auto months = at.find("whole_months")) {
        at.expect_object({"whole_months", "clause"});
        months->expect_object({"from", "to"});
        const auto from = months->require("from");
        const auto to = months->require("to");
        const DateRuleId first = from ? day(*from, clause) : fixed_day(Date::never());
        const DateRuleId last = to ? day(*to, clause) : fixed_day(Date::never());
        return add_count({WholeMonths{first, last}, clause});
    }
    if (const auto whole = at.find("count")) {
        at.expect_object({"count", "less", "clause"});
        const CountRuleId from = count(*whole, clause);
        const auto less = at.find("less");
        return less ? add_count({CountDifference{from, count(*less, clause)}, clause}) : from;
    }
    if (at.find("reading")) {
        auto datum = by_reading<CountRuleId>(
            at, [&](const Cursor &option) { return count(option, clause); });
        return add_count({std::move(datum), clause});
    }
    if (const auto id = at.find("unknown")) {
        at.expect_object({"unknown", "clause"});
        return add_count({UnknownCount{unknown(*id, UnknownKind::Count)}, clause});
    }
    at.error("bad_count_rule",
             "Expected a whole number or a rule with \"delivered\", \"committed\", "
             "\"whole_months\", \"count\", \"reading\" or \"unknown\", found " +
                 at.found() + ".");
    return add_count({FixedCount{0}, clause});
}

AmountRuleId RuleReader::amount(const Cursor &at, std::optional<ClauseId> inherited) {
    const auto clause = clause_of(at, inherited);
    const auto add_amount = [&](AmountRule rule) {
        return append(lease_.amount_rules, std::move(rule));
    };
    if (at.is(JsonKind::String)) {
        return add_amount({FixedAmount{at.decimal(minor_digits(lease_.currency))}, clause});
    }
    if (const auto whole = at.find("amount")) {
        at.expect_object({"amount", "times", "over", "less", "clause"});
        const AmountRuleId scaled = amount(*whole, clause);
        if (const auto less = at.find("less")) {
            return add_amount({AmountDifference{scaled, amount(*less, clause)}, clause});
        }
        const auto times = at.find("times");
        const auto over = at.find("over");
        if (times.has_value() != over.has_value()) {
            at.error("bad_ratio", "A ratio has two parts: give both \"times\" and \"over\".");
        }
        if (!times || !over) {
            return scaled;
        }
        const CountRuleId numerator = count(*times, clause);
        const CountRuleId denominator = count(*over, clause);
        return add_amount({Scaled{scaled, numerator, denominator}, clause});
    }
    if (at.find("reading")) {
        auto datum = by_reading<AmountRuleId>(
            at, [&](const Cursor &option) { return amount(option, clause); });
        return add_amount({std::move(datum), clause});
    }
    if (const auto id = at.find("unknown")) {
        at.expect_object({"unknown", "clause"});
        return add_amount({UnknownAmount{unknown(*id, UnknownKind::Amount)}, clause});
    }
    at.error("bad_amount_rule",
             "Expected an amount as text (\"920000000.00\") or a rule with \"amount\", \"reading\" "
             "or \"unknown\", found " +
                 at.found() + ".");
    return add_amount({FixedAmount{Money::zero()}, clause});
}

} // namespace offramp
