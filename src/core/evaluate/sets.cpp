// Sets of days, and what they come to.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// The days from a to b that an interval takes in; what is uncertain about an end is uncertain
/// about its days.
DaySet run_of(const When &from, const When &to, Interval interval) {
    const bool skips_first = interval == Interval::IncludeLast || interval == Interval::ExcludeBoth;
    const bool skips_last = interval == Interval::IncludeFirst || interval == Interval::ExcludeBoth;
    const When first = add_days(from, skips_first ? 1 : 0);
    const When last = add_days(to, skips_last ? -1 : 0);
    DaySet set;
    if (first.most <= last.least) {
        set.certain.push_back({first.most, last.least});
    }
    if (first.least <= last.most && first.least != Date::never()) {
        set.possible.push_back({first.least, last.most});
    }
    return set;
}

DayRuns business_days_of(const DayRuns &runs, const Calendar &calendar) {
    DayRuns result;
    for (const DayRun &run : runs) {
        for (Date day = run.first; day <= run.last && day.is_day() && covers(calendar, day);
             day = add_days(day, 1)) {
            if (is_business_day(calendar, day)) {
                result.push_back({day, day});
            }
        }
    }
    return result;
}

} // namespace

DaySet Evaluation::delay(DelayId id) const {
    const DelayDays &supposed = scenario_.delays[id.at()];
    DaySet set{{}, {}, supposed.undated};
    for (const DelayRun &run : supposed.runs) {
        if (run.first.most <= run.last.least) {
            set.certain.push_back({run.first.most, run.last.least, run.hours});
        }
        set.possible.push_back({run.first.least, run.last.most, run.hours});
    }
    return set;
}

DaySet Evaluation::days(RuleId id, ReasonId &why) {
    Frame frame{id, get(lease_.rules, id), {}};
    const Rule &rule = frame.rule;
    if (max_rule_depth < depth_) {
        why = ReasonId{0};
        return {{}, {{Date::dawn(), Date::never()}}};
    }
    ++depth_;
    DaySet set = days_of(frame);
    --depth_;
    const Numbers size = {
        measured(set.certain, Measure::Days, Date::dawn(), Date::never()) + set.undated.least,
        measured(set.possible, Measure::Days, Date::dawn(), Date::never()) + set.undated.most};
    why = rule.form == Form::Named ? named(NameId{static_cast<std::int32_t>(rule.value)}).why
                                   : note(Step::Rule, {Kind::Days, size.least, size.most},
                                          frame.inputs.all(), id.index, index_of(rule.clause));
    return set;
}

DaySet Evaluation::days_input(Frame &frame, std::int32_t place) {
    ReasonId why{0};
    DaySet set = days(child(lease_, frame.rule, place), why);
    frame.inputs.push(why);
    return set;
}

DaySet Evaluation::days_of(Frame &frame) {
    const Rule &rule = frame.rule;
    if (rule.form == Form::Named) {
        return delay(
            DelayId{get(lease_.names, NameId{static_cast<std::int32_t>(rule.value)}).index});
    }
    if (rule.form == Form::ByReading) {
        return days_input(frame, scenario_.readings[static_cast<std::size_t>(rule.value)]);
    }
    if (rule.form == Form::If) {
        const Truth condition = ask(truth_of(input(frame, 0)));
        if (condition != Truth::Depends) {
            return days_input(frame, condition == Truth::Yes ? 1 : 2);
        }
        const DaySet yes = days_input(frame, 1);
        const DaySet no = days_input(frame, 2);
        DayRuns possible = yes.possible;
        possible.insert(possible.end(), no.possible.begin(), no.possible.end());
        return {common(joined(yes.certain), joined(no.certain)), joined(std::move(possible)),
                hull(yes.undated, no.undated)};
    }
    if (rule.form == Form::Run) {
        const When from = when_of(input(frame, 0));
        const When to = when_of(input(frame, 1));
        return run_of(from, to,
                      static_cast<Interval>(std::max(0, setting(frame, 2, Kind::Interval))));
    }
    DaySet result = days_input(frame, 0);
    if (rule.form == Form::BusinessDaysOf) {
        const Calendar &business = calendar(frame, 1);
        result.certain = business_days_of(joined(std::move(result.certain)), business);
        result.possible = business_days_of(joined(std::move(result.possible)), business);
        return result;
    }
    result.certain = joined(std::move(result.certain));
    result.possible = joined(std::move(result.possible));
    for (std::int32_t place = 1; place < rule.child_count; ++place) {
        DaySet next = days_input(frame, place);
        next.certain = joined(std::move(next.certain));
        next.possible = joined(std::move(next.possible));
        if (rule.form == Form::Union) {
            const auto join = [](DayRuns &all, const DayRuns &more) {
                all.insert(all.end(), more.begin(), more.end());
                all = joined(std::move(all));
            };
            join(result.certain, next.certain);
            join(result.possible, next.possible);
            result.undated = {saturated(Wide{result.undated.least} + next.undated.least),
                              saturated(Wide{result.undated.most} + next.undated.most)};
        } else if (rule.form == Form::Intersection) {
            result.certain = common(result.certain, next.certain);
            result.possible = common(result.possible, next.possible);
            result.undated = exactly(std::int64_t{0}); // undated days overlap with nothing
        } else {
            result.certain = without(result.certain, next.possible);
            result.possible = without(result.possible, next.certain);
        }
    }
    return result;
}

Numbers Evaluation::reaches(Frame &frame) {
    const DaySet set = days_input(frame, 0);
    const Numbers n = input(frame, 1);
    const auto measure = static_cast<Measure>(setting(frame, 2, Kind::Measure));
    const auto within = static_cast<Within>(setting(frame, 3, Kind::Within));
    const Numbers window =
        is_given(child(lease_, frame.rule, 4)) ? input(frame, 4) : exactly(std::int64_t{1});
    // The more days the stretch has, the sooner it is full.
    return numbers_of(When{first_reaching(set.possible, n.least, measure, {within, window.most}),
                           first_reaching(set.certain, n.most, measure, {within, window.least})});
}

Numbers Evaluation::days_in(Frame &frame) {
    const DaySet set = days_input(frame, 0);
    const auto measure = static_cast<Measure>(setting(frame, 3, Kind::Measure));
    const bool is_cut =
        is_given(child(lease_, frame.rule, 1)) || is_given(child(lease_, frame.rule, 2));
    const auto end = [&](std::int32_t place, Date without) {
        return is_given(child(lease_, frame.rule, place)) ? when_of(input(frame, place))
                                                          : exactly(without);
    };
    const When from = end(1, Date::dawn());
    const When to = end(2, Date::never());
    const std::int64_t least = measured(set.certain, measure, from.most, to.least);
    const std::int64_t most = measured(set.possible, measure, from.least, to.most);
    // It is not known whether an undated day lies between two days.
    return {saturated(Wide{least} + (is_cut ? 0 : set.undated.least)),
            saturated(Wide{most} + set.undated.most)};
}

Numbers Evaluation::end_of_set(Frame &frame) {
    const DaySet set = days_input(frame, 0);
    const auto end = [&](DayRuns runs) {
        runs = joined(std::move(runs));
        if (runs.empty()) {
            return Date::never();
        }
        return frame.rule.form == Form::FirstIn ? runs.front().first : runs.back().last;
    };
    const Date possible = end(set.possible);
    const Date certain = end(set.certain);
    return numbers_of(When{std::min(possible, certain), std::max(possible, certain)});
}

} // namespace offramp
