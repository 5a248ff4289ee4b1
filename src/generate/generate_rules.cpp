// Counts, amounts, conditions and words; and what all kinds of rule share.
#include "generate/generate_rules.hpp"

#include "core/days/instant.hpp"

namespace offramp {

namespace {

/// How many words each kind has. Of calendars these are the public ones.
constexpr std::array<std::int64_t, kind_count> word_counts = {
    0, 0, 0, 0, 0, 0, 8, 4,          4, 2, std::int64_t{public_calendar_names.size()},
    6, 4, 2, 3, 3, 5, 2, zone_count, 2, 2, 2};
static_assert(static_cast<std::size_t>(Kind::Meanwhile) + 1 == kind_count);

constexpr std::int64_t seconds_of_day = 86'400;

} // namespace

RuleId RuleGenerator::add(Rule rule, const std::vector<RuleId> &children) {
    rule.clause = ClauseId{0};
    rule.first_child = static_cast<std::int32_t>(lease_.children.size());
    rule.child_count = static_cast<std::int32_t>(children.size());
    lease_.children.insert(lease_.children.end(), children.begin(), children.end());
    const auto id = next_id<Rule>(lease_.rules);
    lease_.rules.push_back(rule);
    return id;
}

RuleId RuleGenerator::literal(Kind kind, std::int64_t value) {
    return add({.form = Form::Literal, .kind = kind, .value = value}, {});
}

RuleId RuleGenerator::named(NameId id) {
    return add({.form = Form::Named, .kind = get(lease_.names, id).kind, .value = id.index}, {});
}

RuleId RuleGenerator::by_reading(Kind kind, RuleId first, RuleId second) {
    const std::int64_t reading = some(0, static_cast<std::int64_t>(lease_.readings.size()) - 1);
    return add({.form = Form::ByReading, .kind = kind, .value = reading}, {first, second});
}

RuleId RuleGenerator::word(Kind kind) {
    const std::int64_t last = word_counts[static_cast<std::size_t>(kind)] - 1;
    if (!lease_.readings.empty() && choices_.chance(1, 3)) {
        const RuleId first = literal(kind, some(0, last));
        return by_reading(kind, first, literal(kind, some(0, last)));
    }
    return literal(kind, some(0, last));
}

RuleId RuleGenerator::setting(Kind kind) {
    const bool is_said =
        is_given(lease_.conventions[static_cast<std::size_t>(kind)]) || 0 <= default_word(kind);
    return is_said && !choices_.chance(2, 3) ? no_rule : word(kind);
}

RuleId RuleGenerator::unit(Unit least, Unit most) {
    const auto some_unit = [&] {
        return literal(Kind::Unit,
                       some(static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)));
    };
    const RuleId first = some_unit();
    return !lease_.readings.empty() && choices_.chance(1, 12)
               ? by_reading(Kind::Unit, first, some_unit())
               : first;
}

std::int64_t RuleGenerator::some_tranche() {
    return some(0, static_cast<std::int64_t>(lease_.tranches.size()) - 1);
}

RuleId RuleGenerator::period(RuleId from, std::int64_t n, Unit unit) {
    const RuleId number = literal(Kind::Count, n);
    const bool is_months = unit == Unit::Month || unit == Unit::Year;
    const RuleId length = literal(Kind::Unit, static_cast<std::int64_t>(unit));
    const RuleId month_end = is_months ? word(Kind::MonthEnd) : no_rule;
    const RuleId business = unit == Unit::BusinessDay ? word(Kind::Calendar) : no_rule;
    return add({.form = Form::After, .kind = Kind::Day},
               {from, number, length, month_end, no_rule, business});
}

RuleId RuleGenerator::between(Form form, Kind kind, RuleId first, RuleId second) {
    return add({.form = form, .kind = kind}, {first, second});
}

RuleId RuleGenerator::when(RuleId condition, RuleId then, RuleId otherwise) {
    return add({.form = Form::If, .kind = get(lease_.rules, then).kind},
               {condition, then, otherwise});
}

RuleId RuleGenerator::fee_between(RuleId from, RuleId to) {
    const std::int64_t fee = some(0, static_cast<std::int64_t>(lease_.fees.size()) - 1);
    return add({.form = Form::FeeBetween, .kind = Kind::Amount, .value = fee}, {from, to});
}

RuleId RuleGenerator::unamortised(RuleId after) {
    const RuleId principal = some_literal(Kind::Amount);
    const RuleId rate =
        choices_.chance(1, 3) ? rule(Kind::Count, 1) : literal(Kind::Count, some(0, 20));
    const RuleId over = choices_.chance(1, 6) ? rule(Kind::Count, 0) : literal(Kind::Count, 100);
    const RuleId months = literal(Kind::Count, some(0, 60));
    return add({.form = Form::Unamortised, .kind = Kind::Amount},
               {principal, rate, over, months, after, setting(Kind::Amortisation)});
}

RuleId RuleGenerator::some_literal(Kind kind) {
    if (kind == Kind::Day || kind == Kind::Instant) {
        if (choices_.chance(1, 16)) {
            return literal(kind, kind == Kind::Day ? Date::never().day_number() : INT64_MAX);
        }
        const std::int64_t day_number = first_generated_day.day_number() + some(0, 800);
        return literal(kind, kind == Kind::Day
                                 ? day_number
                                 : day_number * seconds_of_day + some(0, seconds_of_day - 1));
    }
    return kind == Kind::Amount  ? literal(kind, some(0, 100'000'000))
           : kind == Kind::Truth ? literal(kind, some(0, 1))
                                 : literal(kind, some(0, 40));
}

/// A name of the kind among those offered, an unknown, or a literal.
RuleId RuleGenerator::leaf(Kind kind) {
    if (!lease_.unknowns.empty() && choices_.chance(1, 4)) {
        const std::int64_t index = some(0, static_cast<std::int64_t>(lease_.unknowns.size()) - 1);
        if (lease_.unknowns[static_cast<std::size_t>(index)].kind == kind) {
            return add({.form = Form::Unknown, .kind = kind, .value = index}, {});
        }
    }
    for (int attempt = 0; attempt < 3 && 0 < known_names_ && choices_.chance(2, 3); ++attempt) {
        const auto size = static_cast<std::int64_t>(std::min(known_names_, names_.size()));
        const NameId id = names_[static_cast<std::size_t>(some(0, size - 1))];
        const Kind own = get(lease_.names, id).kind;
        if (own == kind || (kind == Kind::Count && own == Kind::Days)) {
            return add({.form = Form::Named, .kind = kind, .value = id.index}, {});
        }
    }
    return some_literal(kind);
}

RuleId RuleGenerator::rule(Kind kind, int depth) {
    if (kind != Kind::Days && (depth == 0 || !choices_.chance(3, 4))) {
        return leaf(kind);
    }
    if (kind == Kind::Days && depth <= 1) {
        return days(depth); // a set of days has no literal
    }
    const auto next = [&](Kind of) { return rule(of, depth - 1); };
    if (!lease_.readings.empty() && choices_.chance(1, 6)) {
        const RuleId first = next(kind);
        return by_reading(kind, first, next(kind));
    }
    if (choices_.chance(1, 8)) {
        const RuleId condition = next(Kind::Truth);
        const RuleId then = next(kind);
        return when(condition, then, next(kind));
    }
    return kind == Kind::Day       ? day(depth)
           : kind == Kind::Instant ? instant(depth)
           : kind == Kind::Amount  ? amount(depth)
           : kind == Kind::Truth   ? truth(depth)
           : kind == Kind::Days    ? days(depth)
                                   : count(depth);
}

RuleId RuleGenerator::pair(Form form, Kind kind, Kind of, int depth) {
    const RuleId first = rule(of, depth - 1);
    return between(form, kind, first, rule(of, depth - 1));
}

RuleId RuleGenerator::list(Form form, Kind kind, Kind of, int depth) {
    std::vector<RuleId> all;
    for (std::int64_t i = some(0, 2); 0 <= i; --i) {
        all.push_back(rule(of, depth - 1));
    }
    return add({.form = form, .kind = kind}, all);
}

/// Numbers of days, months and hours.
RuleId RuleGenerator::length(int depth) {
    if (choices_.chance(1, 5)) {
        return pair(Form::HoursFrom, Kind::Count, Kind::Instant, depth);
    }
    const RuleId from = rule(Kind::Day, depth - 1);
    const RuleId to = rule(Kind::Day, depth - 1);
    switch (some(0, 3)) {
    case 0:
        return add({.form = Form::DaysFrom, .kind = Kind::Count},
                   {from, to, setting(Kind::Interval)});
    case 1:
        return add({.form = Form::BusinessDaysFrom, .kind = Kind::Count},
                   {from, to, setting(Kind::Calendar)});
    case 2:
        return between(Form::WholeMonths, Kind::Count, from, to);
    default: {
        const RuleId set = rule(Kind::Days, depth - 1);
        const RuleId first = choices_.chance(1, 2) ? from : no_rule;
        const RuleId last = choices_.chance(1, 2) ? to : no_rule;
        return add({.form = Form::DaysIn, .kind = Kind::Count},
                   {set, first, last, setting(Kind::Measure)});
    }
    }
}

/// Divided by anything, nothing and less than nothing included.
RuleId RuleGenerator::quotient(int depth) {
    const Kind of = choices_.chance(1, 3) ? Kind::Amount : Kind::Count;
    const RuleId dividend = rule(of, depth - 1);
    RuleId divisor = choices_.chance(1, 3) ? rule(of, depth - 1) : literal(of, some(0, 9));
    if (choices_.chance(1, 4)) {
        divisor = between(Form::Difference, of, literal(of, 0), divisor);
    }
    return add({.form = Form::Quotient, .kind = Kind::Count},
               {dividend, divisor, setting(Kind::Rounding)});
}

RuleId RuleGenerator::count(int depth) {
    switch (some(0, 10)) {
    case 0: {
        const std::int64_t tranche = some_tranche();
        return add({.form = Form::Delivered, .kind = Kind::Count, .value = tranche},
                   {rule(Kind::Day, depth - 1)});
    }
    case 1:
        return list(Form::Sum, Kind::Count, Kind::Count, depth);
    case 2:
        return list(Form::Least, Kind::Count, Kind::Count, depth);
    case 3:
        return list(Form::Most, Kind::Count, Kind::Count, depth);
    case 4:
        return list(Form::Product, Kind::Count, Kind::Count, depth);
    case 5:
        return pair(Form::Difference, Kind::Count, Kind::Count, depth);
    case 6: {
        const RuleId number = rule(Kind::Count, depth - 1);
        const RuleId allowed = rule(Kind::Count, depth - 1);
        return add({.form = Form::ExcessOver, .kind = Kind::Count},
                   {number, allowed, setting(Kind::Excess)});
    }
    case 7:
        return quotient(depth);
    case 8:
        return add({.form = Form::DayOfMonth, .kind = Kind::Count}, {rule(Kind::Day, depth - 1)});
    default:
        return length(depth);
    }
}

RuleId RuleGenerator::amount(int depth) {
    switch (some(0, 7)) {
    case 0: {
        const RuleId whole = rule(Kind::Amount, depth - 1);
        const RuleId times = rule(Kind::Count, depth - 1);
        const RuleId over = !choices_.chance(1, 2)  ? no_rule
                            : choices_.chance(1, 2) ? rule(Kind::Count, depth - 1)
                                                    : literal(Kind::Count, some(0, 9));
        return add({.form = Form::Scaled, .kind = Kind::Amount}, {whole, times, over});
    }
    case 1:
        return pair(Form::Difference, Kind::Amount, Kind::Amount, depth);
    case 2:
        return list(Form::Sum, Kind::Amount, Kind::Amount, depth);
    case 3:
        return list(Form::Most, Kind::Amount, Kind::Amount, depth);
    case 4:
        return list(Form::Least, Kind::Amount, Kind::Amount, depth);
    case 5:
        return unamortised(rule(Kind::Count, depth - 1));
    case 6:
        if (knows_fees_ && !lease_.fees.empty()) {
            const RuleId from = rule(Kind::Day, depth - 1);
            return fee_between(from, rule(Kind::Day, depth - 1));
        }
        return leaf(Kind::Amount);
    default:
        return leaf(Kind::Amount);
    }
}

RuleId RuleGenerator::truth(int depth) {
    const auto one_of_two = [&](auto first, auto second) {
        return choices_.chance(1, 4) ? second : first;
    };
    switch (some(0, 7)) {
    case 0:
        return pair(Form::NotAfter, Kind::Truth, one_of_two(Kind::Day, Kind::Instant), depth);
    case 1:
        return pair(Form::Earlier, Kind::Truth, one_of_two(Kind::Day, Kind::Instant), depth);
    case 2:
        return pair(Form::AtLeast, Kind::Truth, one_of_two(Kind::Count, Kind::Amount), depth);
    case 3:
        return pair(Form::MoreThan, Kind::Truth, one_of_two(Kind::Count, Kind::Amount), depth);
    case 4:
        return add({.form = Form::Happens, .kind = Kind::Truth}, {rule(Kind::Day, depth - 1)});
    case 5:
        return list(choices_.chance(1, 2) ? Form::Any : Form::All, Kind::Truth, Kind::Truth, depth);
    case 6: {
        const RuleId of = rule(Kind::Day, depth - 1);
        return add({.form = Form::IsBusinessDay, .kind = Kind::Truth},
                   {of, setting(Kind::Calendar)});
    }
    default:
        return add({.form = Form::Not, .kind = Kind::Truth}, {rule(Kind::Truth, depth - 1)});
    }
}

} // namespace offramp
