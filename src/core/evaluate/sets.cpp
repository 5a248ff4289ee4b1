// Sets of days, and what they come to.
//
// Example: of a delay from 28 February to 3 March 2027, which are a Sunday to a Wednesday, three
// days are business days.
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
    if (first.most <= last.least && first.most != Date::never()) {
        set.certain.push_back({first.most, last.least, 0, first.least});
    }
    if (first.least <= last.most && first.least != Date::never()) {
        set.possible.push_back({first.least, last.most, 0, first.most});
    }
    return set;
}

/// Days are looked at one by one this far from the information day; no term is longer than fifty
/// years.
constexpr std::int64_t most_days_looked_at = 18'263;

/// What of a set is business days. Of a day that is too far to look at, or that the calendar does
/// not cover, nothing is known: it is possible, and not certain. Example: the days up to a notice
/// that nobody has given are business days for fifty years, and then perhaps.
///
/// How far is the same for every set: the less that is known of it the fewer days are certain and
/// the more are possible, whatever day its runs begin on.
DayRuns business_days_of(const DayRuns &runs, const Calendar &calendar, Date around,
                         bool is_possible) {
    const DayRuns near = {
        {add_days(around, -most_days_looked_at), add_days(around, most_days_looked_at)}};
    DayRuns result = is_possible ? without(runs, near) : DayRuns{};
    for (const DayRun &run : common(runs, near)) {
        for (Date day = run.first; day <= run.last; day = add_days(day, 1)) {
            const bool is_one =
                covers(calendar, day) ? is_business_day(calendar, day) : is_possible;
            if (is_one && !result.empty() && add_days(result.back().last, 1) == day) {
                result.back().last = day;
            } else if (is_one) {
                result.push_back({day, day});
            }
        }
    }
    return joined(std::move(result));
}

/// Runs keep their hours and stay occurrences of their own. Hours of two runs that overlap may be
/// the same hours: only those of one are certain.
void add_certain(DayRuns &all, const DayRuns &more) {
    for (const DayRun &run : more) {
        const bool may_be_the_same =
            run.hours != 0 && std::any_of(all.begin(), all.end(), [&](const DayRun &other) {
                return other.first <= run.last && run.first <= other.last;
            });
        if (!may_be_the_same) {
            all.push_back(run);
        }
    }
}

} // namespace

/// How many days they are.
Numbers Evaluation::size_of(const DaySet &set) {
    const auto days = [](const DayRuns &runs) {
        return measured(runs, Measure::Days, Date::dawn(), Date::never());
    };
    return {std::min(days(set.certain) + set.undated.least, endless),
            std::min(days(set.possible) + set.undated.most, endless)};
}

DaySet Evaluation::delay(DelayId id) const {
    const DelayDays &supposed = scenario_.delays[id.at()];
    DaySet set{{}, {}, supposed.undated};
    for (const DelayRun &run : supposed.runs) {
        const auto [first, latest] = run.first;
        if (latest <= run.last.least) {
            set.certain.push_back({latest, run.last.least, run.hours, first});
        }
        set.possible.push_back({first, run.last.most, run.hours, latest});
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
    const Numbers size = size_of(set);
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
        using At = place::If;
        const Truth condition = ask(truth_of(input(frame, At::Condition)));
        if (condition != Truth::Depends) {
            return days_input(frame, condition == Truth::Yes ? At::Then : At::Otherwise);
        }
        const DaySet yes = days_input(frame, At::Then);
        const DaySet no = days_input(frame, At::Otherwise);
        DayRuns possible = yes.possible;
        possible.insert(possible.end(), no.possible.begin(), no.possible.end());
        return {common(joined(yes.certain), joined(no.certain)), joined(std::move(possible)),
                hull(yes.undated, no.undated), true};
    }
    if (rule.form == Form::Run) {
        using At = place::Between;
        const When from = when_of(input(frame, At::From));
        const When to = when_of(input(frame, At::To));
        return run_of(from, to, chosen<Interval>(frame, At::Interval, Kind::Interval));
    }
    DaySet result = days_input(frame, place::List::First);
    if (rule.form == Form::BusinessDaysOf) {
        const Calendar &business = calendar(frame, place::BusinessDaysOf::Calendar);
        result.certain = business_days_of(joined(std::move(result.certain)), business,
                                          lease_.information_day, false);
        result.possible = business_days_of(joined(std::move(result.possible)), business,
                                           lease_.information_day, true);
        result.may_split = result.may_split || result.certain != result.possible;
        return result;
    }
    for (std::int32_t place = 1; place < rule.child_count; ++place) {
        DaySet next = days_input(frame, place);
        if (rule.form == Form::Union) {
            add_certain(result.certain, next.certain);
            result.possible.insert(result.possible.end(), next.possible.begin(),
                                   next.possible.end());
            result.undated = {saturated(Wide{result.undated.least} + next.undated.least),
                              saturated(Wide{result.undated.most} + next.undated.most)};
            result.may_split = result.may_split || next.may_split;
            continue;
        }
        for (DayRuns *runs : {&result.certain, &result.possible, &next.certain, &next.possible}) {
            *runs = joined(std::move(*runs));
        }
        if (rule.form == Form::Intersection) {
            result.certain = common(result.certain, next.certain);
            result.possible = common(result.possible, next.possible);
            result.undated = exactly(std::int64_t{0}); // undated days overlap with nothing
        } else {
            result.certain = without(result.certain, next.possible);
            result.possible = without(result.possible, next.certain);
        }
        result.may_split = result.certain != result.possible;
    }
    return result;
}

Numbers Evaluation::reaches(Frame &frame) {
    using At = place::Reaches;
    const DaySet set = days_input(frame, At::Days);
    const Numbers n = input(frame, At::N);
    const auto measure = chosen<Measure>(frame, At::Measure, Kind::Measure);
    const auto within = chosen<Within>(frame, At::Within, Kind::Within);
    const bool has_window = is_given(child(lease_, frame.rule, At::Window));
    const Numbers window = has_window ? input(frame, At::Window) : exactly(std::int64_t{1});
    if (set.may_split && measure == Measure::Occurrences) {
        // So many occurrences have that many days and a day between each two.
        const std::int64_t days = saturated(Wide{n.least} * 2 - 1);
        return numbers_of(
            When{first_reaching(set.possible, days, Measure::Days, {within, window.most}),
                 Date::never()});
    }
    // The more days the stretch has, the sooner it is full.
    When day = {first_reaching(set.possible, n.least, measure, {within, window.most}),
                first_reaching(set.certain, n.most, measure, {within, window.least})};
    // Of undated days it is not known when they are; but so many of them are enough.
    const bool counts_undated = measure == Measure::Days && within == Within::Ever;
    const auto is_reached = [&](const DayRuns &runs, std::int64_t undated, std::int64_t needed) {
        return counts_undated && 0 < undated &&
               needed <=
                   saturated(Wide{undated} + measured(runs, measure, Date::dawn(), Date::never()));
    };
    if (is_reached(set.possible, set.undated.most, n.least)) {
        day.least = Date::dawn();
    }
    if (is_reached(set.certain, set.undated.least, n.most)) {
        day.most = std::min(day.most, Date::from_day_number(Date::last_day_number));
    }
    return numbers_of(day);
}

Numbers Evaluation::days_in(Frame &frame) {
    using At = place::DaysIn;
    const DaySet set = days_input(frame, At::Days);
    const auto measure = chosen<Measure>(frame, At::Measure, Kind::Measure);
    const bool is_cut = is_given(child(lease_, frame.rule, At::From)) ||
                        is_given(child(lease_, frame.rule, At::To));
    const auto end = [&](std::int32_t place, Date without) {
        return is_given(child(lease_, frame.rule, place)) ? when_of(input(frame, place))
                                                          : exactly(without);
    };
    const When from = end(At::From, Date::dawn());
    const When to = end(At::To, Date::never());
    std::int64_t least = measured(set.certain, measure, from.most, to.least);
    std::int64_t most = measured(set.possible, measure, from.least, to.most);
    if (set.may_split && measure == Measure::Occurrences) {
        least = std::min<std::int64_t>(least, 1);
        most = (measured(set.possible, Measure::Days, from.least, to.most) + 1) / 2;
    }
    // It is not known whether an undated day lies between two days.
    return {saturated(Wide{least} + (is_cut ? 0 : set.undated.least)),
            saturated(Wide{most} + set.undated.most)};
}

Numbers Evaluation::end_of_set(Frame &frame) {
    const DaySet set = days_input(frame, place::EndOfSet::Days);
    const DayRuns certain = joined(set.certain);
    const DayRuns possible = joined(set.possible);
    if (possible.empty()) {
        return numbers_of(exactly(Date::never()));
    }
    // Where no day is certain there may be none, or one alone.
    if (certain.empty()) {
        return numbers_of(When{possible.front().first, Date::never()});
    }
    return numbers_of(frame.rule.form == Form::FirstIn
                          ? When{possible.front().first, certain.front().first}
                          : When{certain.back().last, possible.back().last});
}

} // namespace offramp
