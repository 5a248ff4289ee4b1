// Days, moments and sets of days that nobody wrote.
#include "generate/generate_rules.hpp"

namespace offramp {

RuleId RuleGenerator::day(int depth) {
    switch (some(0, 10)) {
    case 0:
        return list(Form::Least, Kind::Day, Kind::Day, depth);
    case 1:
        return list(Form::Most, Kind::Day, Kind::Day, depth);
    case 2: {
        std::vector<RuleId> all = {choices_.chance(1, 4) ? rule(Kind::Count, depth - 1)
                                                         : literal(Kind::Count, some(1, 3))};
        for (std::int64_t i = some(0, 2); 0 <= i; --i) {
            all.push_back(rule(Kind::Day, depth - 1));
        }
        return add({.form = Form::Nth, .kind = Kind::Day}, all);
    }
    case 3: {
        const bool has_direction = choices_.chance(1, 2);
        const RuleId from = has_direction ? offset(depth - 1) : rule(Kind::Day, depth - 1);
        const RuleId way =
            has_direction ? literal(Kind::Roll, some(0, 5)) : literal(Kind::Roll, some(0, 4));
        return add({.form = Form::Rolled, .kind = Kind::Day}, {from, way, setting(Kind::Calendar)});
    }
    case 4: {
        const RuleId of = rule(Kind::Day, depth - 1);
        const Unit period = choices_.chance(1, 2) ? Unit::Year : Unit::Month;
        const RuleId unit = literal(Kind::Unit, static_cast<std::int64_t>(period));
        const Form form = choices_.chance(1, 2) ? Form::EndOf : Form::StartOf;
        const RuleId plus = choices_.chance(1, 2) ? rule(Kind::Count, depth - 1) : no_rule;
        return add({.form = form, .kind = Kind::Day}, {of, unit, plus});
    }
    case 5:
    case 6:
        return day_of_set(depth);
    case 7: {
        const std::int64_t tranche = some_tranche();
        return add({.form = Form::Reached, .kind = Kind::Day, .value = tranche},
                   {rule(Kind::Count, depth - 1)});
    }
    case 8: {
        const RuleId moment = rule(Kind::Instant, depth - 1);
        return add({.form = Form::DayOf, .kind = Kind::Day}, {moment, setting(Kind::Zone)});
    }
    default:
        return offset(depth);
    }
}

RuleId RuleGenerator::day_of_set(int depth) {
    const RuleId set = rule(Kind::Days, depth - 1);
    const std::int64_t which = some(0, 3);
    if (which <= 1) {
        return add({.form = which == 0 ? Form::FirstIn : Form::LastIn, .kind = Kind::Day}, {set});
    }
    const RuleId number =
        choices_.chance(1, 4) ? rule(Kind::Count, depth - 1) : literal(Kind::Count, some(1, 60));
    const RuleId measure = setting(Kind::Measure);
    const RuleId within = setting(Kind::Within);
    const RuleId window =
        choices_.chance(1, 6) ? rule(Kind::Count, depth - 1) : literal(Kind::Count, some(1, 90));
    return add({.form = Form::Reaches, .kind = Kind::Day}, {set, number, measure, within, window});
}

RuleId RuleGenerator::offset(int depth) {
    depth = std::max(depth, 1);
    const RuleId from = rule(Kind::Day, depth - 1);
    const RuleId number = rule(Kind::Count, depth - 1);
    const RuleId length = unit(Unit::Day, Unit::Year);
    const RuleId month_end = setting(Kind::MonthEnd);
    const RuleId counting = setting(Kind::Counting);
    const RuleId business = setting(Kind::Calendar);
    if (choices_.chance(1, 2)) {
        return add(
            {.form = Form::Before, .kind = Kind::Day},
            {from, number, length, month_end, counting, business, setting(Kind::MonthsBack)});
    }
    return add({.form = Form::After, .kind = Kind::Day},
               {from, number, length, month_end, counting, business});
}

RuleId RuleGenerator::instant(int depth) {
    constexpr std::int64_t last_second = 86'399;
    switch (some(0, 4)) {
    case 0: {
        const std::int64_t second = some(0, last_second);
        const RuleId on = rule(Kind::Day, depth - 1);
        return add({.form = Form::TimeOn, .kind = Kind::Instant, .value = second},
                   {on, setting(Kind::Zone)});
    }
    case 1:
        return list(Form::Least, Kind::Instant, Kind::Instant, depth);
    case 2:
        return list(Form::Most, Kind::Instant, Kind::Instant, depth);
    default: {
        const RuleId from = rule(Kind::Instant, depth - 1);
        const RuleId number = rule(Kind::Count, depth - 1);
        const RuleId length = unit(Unit::Hour, Unit::Minute);
        const Form form = choices_.chance(1, 2) ? Form::Before : Form::After;
        return add({.form = form, .kind = Kind::Instant}, {from, number, length});
    }
    }
}

RuleId RuleGenerator::days(int depth) {
    if ((depth <= 1 || choices_.chance(1, 4)) && !lease_.delays.empty()) {
        const std::int64_t delay = some(0, static_cast<std::int64_t>(lease_.delays.size()) - 1);
        return named(*find_name(lease_, lease_.delays[static_cast<std::size_t>(delay)].id));
    }
    switch (depth <= 1 ? 0 : some(0, 4)) {
    case 1:
        return list(Form::Union, Kind::Days, Kind::Days, depth);
    case 2:
        return list(Form::Intersection, Kind::Days, Kind::Days, depth);
    case 3:
        return pair(Form::Except, Kind::Days, Kind::Days, depth);
    case 4: {
        const RuleId of = rule(Kind::Days, depth - 1);
        return add({.form = Form::BusinessDaysOf, .kind = Kind::Days},
                   {of, setting(Kind::Calendar)});
    }
    default: {
        const RuleId from = rule(Kind::Day, std::max(depth - 1, 0));
        const RuleId to = choices_.chance(1, 4) ? rule(Kind::Day, std::max(depth - 1, 0))
                                                : period(from, some(0, 90), Unit::Day);
        return add({.form = Form::Run, .kind = Kind::Days}, {from, to, setting(Kind::Interval)});
    }
    }
}

} // namespace offramp
