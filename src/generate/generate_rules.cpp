#include "generate/generate_rules.hpp"

namespace offramp {

RuleId RuleGenerator::add(Rule rule, std::initializer_list<RuleId> children) {
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

RuleId RuleGenerator::word(Kind kind, std::int64_t size) {
    if (!lease_.readings.empty() && choices_.chance(1, 3)) {
        const RuleId first = literal(kind, some(0, size - 1));
        const RuleId second = literal(kind, some(0, size - 1));
        return add({.form = Form::ByReading,
                    .kind = kind,
                    .value = some(0, static_cast<std::int64_t>(lease_.readings.size()) - 1)},
                   {first, second});
    }
    return literal(kind, some(0, size - 1));
}

RuleId RuleGenerator::period(RuleId from, std::int64_t n, Unit unit) {
    const RuleId number = literal(Kind::Count, n);
    return add({.form = Form::After, .kind = Kind::Day},
               {from, number, literal(Kind::Unit, static_cast<std::int64_t>(unit)), no_rule,
                no_rule, no_rule});
}

/// A name of the kind among those offered, or a literal.
RuleId RuleGenerator::leaf(Kind kind) {
    if (0 < known_names_ && choices_.chance(2, 3)) {
        const auto size = static_cast<std::int64_t>(std::min(known_names_, names_.size()));
        const NameId id = names_[static_cast<std::size_t>(some(0, size - 1))];
        const Kind own = get(lease_.names, id).kind;
        if (own == kind || (kind == Kind::Count && own == Kind::Days)) {
            return add({.form = Form::Named, .kind = kind, .value = id.index}, {});
        }
    }
    return kind == Kind::Day      ? literal(kind, first_generated_day.day_number() + some(0, 800))
           : kind == Kind::Amount ? literal(kind, some(0, 100'000'000))
           : kind == Kind::Truth  ? literal(kind, some(0, 1))
                                  : literal(kind, some(0, 40));
}

RuleId RuleGenerator::rule(Kind kind, int depth) {
    if (kind != Kind::Days && (depth == 0 || choices_.chance(1, 4))) {
        return leaf(kind);
    }
    if (kind == Kind::Days && depth <= 1) {
        return days(depth); // a set of days has no literal
    }
    const auto next = [&](Kind of) { return rule(of, depth - 1); };
    if (!lease_.readings.empty() && choices_.chance(1, 6)) {
        const RuleId first = next(kind);
        const RuleId second = next(kind);
        return add({.form = Form::ByReading,
                    .kind = kind,
                    .value = some(0, static_cast<std::int64_t>(lease_.readings.size()) - 1)},
                   {first, second});
    }
    if (choices_.chance(1, 8)) {
        const RuleId condition = next(Kind::Truth);
        const RuleId then = next(kind);
        return add({.form = Form::If, .kind = kind}, {condition, then, next(kind)});
    }
    return kind == Kind::Day      ? day(depth)
           : kind == Kind::Amount ? amount(depth)
           : kind == Kind::Truth  ? truth(depth)
           : kind == Kind::Days   ? days(depth)
                                  : count(depth);
}

RuleId RuleGenerator::pair(Form form, Kind kind, Kind of, int depth) {
    const RuleId first = rule(of, depth - 1);
    const RuleId second = rule(of, depth - 1);
    return add({.form = form, .kind = kind}, {first, second});
}

RuleId RuleGenerator::calendar() {
    return literal(Kind::Calendar, some(0, std::int64_t{public_calendar_names.size()} - 1));
}

RuleId RuleGenerator::day(int depth) {
    switch (some(0, 9)) {
    case 0:
        return pair(Form::Least, Kind::Day, Kind::Day, depth);
    case 1:
        return pair(Form::Most, Kind::Day, Kind::Day, depth);
    case 2: {
        const RuleId number = literal(Kind::Count, some(1, 2));
        const RuleId first = rule(Kind::Day, depth - 1);
        return add({.form = Form::Nth, .kind = Kind::Day},
                   {number, first, rule(Kind::Day, depth - 1)});
    }
    case 3: {
        const RuleId from = rule(Kind::Day, depth - 1);
        const RuleId way = word(Kind::Roll, 5);
        return add({.form = Form::Rolled, .kind = Kind::Day}, {from, way, calendar()});
    }
    case 4: {
        const RuleId of = rule(Kind::Day, depth - 1);
        const Unit period = choices_.chance(1, 2) ? Unit::Year : Unit::Month;
        const RuleId unit = literal(Kind::Unit, static_cast<std::int64_t>(period));
        const Form form = choices_.chance(1, 2) ? Form::EndOf : Form::StartOf;
        return add({.form = form, .kind = Kind::Day}, {of, unit, rule(Kind::Count, 0)});
    }
    case 5: {
        const RuleId set = rule(Kind::Days, depth - 1);
        const RuleId number = literal(Kind::Count, some(1, 60));
        const RuleId within = word(Kind::Within, 5);
        return add({.form = Form::Reaches, .kind = Kind::Day},
                   {set, number, no_rule, within, literal(Kind::Count, some(1, 90))});
    }
    case 6:
        return add({.form = Form::Reached, .kind = Kind::Day, .value = 0},
                   {rule(Kind::Count, depth - 1)});
    default:
        return offset(depth);
    }
}

RuleId RuleGenerator::offset(int depth) {
    const RuleId from = rule(Kind::Day, depth - 1);
    const RuleId number = rule(Kind::Count, depth - 1);
    const RuleId unit = literal(Kind::Unit, some(0, 5));
    const RuleId month_end = word(Kind::MonthEnd, 4);
    const RuleId counting = word(Kind::Counting, 4);
    const RuleId business = calendar();
    if (choices_.chance(1, 2)) {
        return add({.form = Form::Before, .kind = Kind::Day},
                   {from, number, unit, month_end, counting, business, word(Kind::MonthsBack, 2)});
    }
    return add({.form = Form::After, .kind = Kind::Day},
               {from, number, unit, month_end, counting, business});
}

RuleId RuleGenerator::count(int depth) {
    switch (some(0, 9)) {
    case 0:
        return add({.form = Form::Delivered, .kind = Kind::Count, .value = 0},
                   {rule(Kind::Day, depth - 1)});
    case 1:
        return pair(Form::WholeMonths, Kind::Count, Kind::Day, depth);
    case 2: {
        const RuleId from = rule(Kind::Day, depth - 1);
        const RuleId to = rule(Kind::Day, depth - 1);
        return add({.form = Form::DaysFrom, .kind = Kind::Count},
                   {from, to, word(Kind::Interval, 4)});
    }
    case 3: {
        const RuleId set = rule(Kind::Days, depth - 1);
        return add({.form = Form::DaysIn, .kind = Kind::Count},
                   {set, no_rule, rule(Kind::Day, depth - 1), no_rule});
    }
    case 4:
        return pair(Form::Sum, Kind::Count, Kind::Count, depth);
    case 5:
        return pair(Form::Least, Kind::Count, Kind::Count, depth);
    case 6: {
        const RuleId number = rule(Kind::Count, depth - 1);
        const RuleId allowed = rule(Kind::Count, depth - 1);
        return add({.form = Form::ExcessOver, .kind = Kind::Count},
                   {number, allowed, word(Kind::Excess, 2)});
    }
    case 7: {
        const RuleId number = rule(Kind::Count, depth - 1);
        const RuleId divisor = literal(Kind::Count, some(1, 9));
        return add({.form = Form::Quotient, .kind = Kind::Count},
                   {number, divisor, word(Kind::Rounding, 3)});
    }
    case 8:
        return add({.form = Form::DayOfMonth, .kind = Kind::Count}, {rule(Kind::Day, depth - 1)});
    default:
        return pair(Form::Product, Kind::Count, Kind::Count, depth);
    }
}

RuleId RuleGenerator::amount(int depth) {
    switch (some(0, 4)) {
    case 0: {
        const RuleId whole = rule(Kind::Amount, depth - 1);
        const RuleId times = rule(Kind::Count, depth - 1);
        return add({.form = Form::Scaled, .kind = Kind::Amount},
                   {whole, times, literal(Kind::Count, some(1, 9))});
    }
    case 1:
        return pair(Form::Difference, Kind::Amount, Kind::Amount, depth);
    case 2:
        return pair(Form::Sum, Kind::Amount, Kind::Amount, depth);
    case 3:
        return pair(Form::Most, Kind::Amount, Kind::Amount, depth);
    default:
        return leaf(Kind::Amount);
    }
}

RuleId RuleGenerator::truth(int depth) {
    switch (some(0, 6)) {
    case 0:
        return pair(Form::NotAfter, Kind::Truth, Kind::Day, depth);
    case 1:
        return pair(Form::Earlier, Kind::Truth, Kind::Day, depth);
    case 2:
        return pair(Form::AtLeast, Kind::Truth, Kind::Count, depth);
    case 3:
        return pair(Form::MoreThan, Kind::Truth, Kind::Amount, depth);
    case 4:
        return add({.form = Form::Happens, .kind = Kind::Truth}, {rule(Kind::Day, depth - 1)});
    case 5:
        return pair(choices_.chance(1, 2) ? Form::Any : Form::All, Kind::Truth, Kind::Truth, depth);
    default:
        return add({.form = Form::Not, .kind = Kind::Truth}, {rule(Kind::Truth, depth - 1)});
    }
}

RuleId RuleGenerator::days(int depth) {
    if (depth <= 1 && !lease_.delays.empty()) {
        return add({.form = Form::Named,
                    .kind = Kind::Days,
                    .value = find_name(lease_, lease_.delays[0].id)->index},
                   {});
    }
    switch (depth <= 1 ? 0 : some(0, 3)) {
    case 1:
        return pair(Form::Union, Kind::Days, Kind::Days, depth);
    case 2:
        return pair(Form::Intersection, Kind::Days, Kind::Days, depth);
    case 3:
        return pair(Form::Except, Kind::Days, Kind::Days, depth);
    default: {
        const RuleId from = rule(Kind::Day, 0);
        const RuleId to = period(from, some(0, 90), Unit::Day);
        return add({.form = Form::Run, .kind = Kind::Days}, {from, to, word(Kind::Interval, 4)});
    }
    }
}

} // namespace offramp
