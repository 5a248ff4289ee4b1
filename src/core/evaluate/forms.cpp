// From a rule to its function: the words that choose it, and the numbers that it is asked for.
//
// Example: {"after": "gpus.delivered", "n": 1, "unit": "month"} has two numbers, the day of
// delivery and 1, and the words "month" and, from the lease's conventions, how months end.
#include "core/evaluate/evaluation.hpp"
#include "core/evaluate/function.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::int64_t endless_of(Kind kind) {
    return kind == Kind::Day                           ? Date::never().day_number()
           : kind == Kind::Count || kind == Kind::Days ? endless
                                                       : INT64_MAX;
}

} // namespace

/// The words of a period; those that its unit does not use are not asked for, so that no answer
/// rests on how they are read.
void Evaluation::choose_period(Frame &frame, Function &function) {
    using At = place::Period;
    function.unit = chosen<Unit>(frame, At::Unit, Kind::Unit);
    if (function.is_of_instants || function.unit == Unit::FullMonth) {
        return;
    }
    if (function.unit == Unit::Month || function.unit == Unit::Year) {
        function.month_end = chosen<MonthEnd>(frame, At::MonthEnd, Kind::MonthEnd);
        if (function.form == Form::Before) {
            function.months_back = chosen<MonthsBack>(frame, At::MonthsBack, Kind::MonthsBack);
        }
        return;
    }
    function.counting = chosen<Counting>(frame, At::Counting, Kind::Counting);
    if (function.unit == Unit::BusinessDay) {
        function.calendar = &calendar(frame, At::Calendar);
    }
}

void Evaluation::choose_roll(Frame &frame, Function &function) {
    using At = place::Rolled;
    auto rolling = chosen<Rolling>(frame, At::Roll, Kind::Roll);
    if (rolling == Rolling::ByDirection) {
        const Rule &period = get(lease_.rules, child(lease_, frame.rule, At::Day));
        rolling = period.form == Form::Before ? Rolling::Preceding : Rolling::Following;
    }
    function.roll = static_cast<Roll>(rolling);
    function.calendar = &calendar(frame, At::Calendar);
}

void Evaluation::choose_words(Frame &frame, Function &function) {
    const Form form = function.form;
    if (form == Form::After || form == Form::Before) {
        choose_period(frame, function);
    } else if (form == Form::Rolled) {
        choose_roll(frame, function);
    } else if (form == Form::StartOf || form == Form::EndOf) {
        function.unit = chosen<Unit>(frame, place::EndOf::Unit, Kind::Unit);
    } else if (form == Form::TimeOn) {
        function.second_of_day = static_cast<std::int32_t>(frame.rule.value);
        function.zone = chosen<Zone>(frame, place::TimeOn::Zone, Kind::Zone);
    } else if (form == Form::DayOf) {
        function.zone = chosen<Zone>(frame, place::DayOf::Zone, Kind::Zone);
    } else if (form == Form::DaysFrom) {
        function.interval = chosen<Interval>(frame, place::Between::Interval, Kind::Interval);
    } else if (form == Form::BusinessDaysFrom) {
        function.calendar = &calendar(frame, place::Between::Calendar);
    } else if (form == Form::IsBusinessDay) {
        function.calendar = &calendar(frame, place::IsBusinessDay::Calendar);
    } else if (form == Form::ExcessOver) {
        function.excess = chosen<Excess>(frame, place::ExcessOver::Excess, Kind::Excess);
    } else if (form == Form::Quotient) {
        function.rounding = chosen<Rounding>(frame, place::Quotient::Rounding, Kind::Rounding);
    } else if (form == Form::Unamortised) {
        function.amortisation =
            chosen<Amortisation>(frame, place::Unamortised::Amortisation, Kind::Amortisation);
    }
}

Numbers Evaluation::lifted(Frame &frame) {
    const Rule &rule = frame.rule;
    const Children moves = children_of(rule.form);
    std::array<Numbers, max_children> numbers;
    std::size_t size = 0;
    for (std::int32_t at = 0; at < rule.child_count; ++at) {
        if (moves_of(moves, at) != Moves::Sets && is_given(child(lease_, rule, at))) {
            numbers[size++] = input(frame, at);
        }
    }
    const Kind kind = get(lease_.rules, child(lease_, rule, place::List::First)).kind;
    Function function{
        .form = rule.form, .is_of_instants = kind == Kind::Instant, .endless = endless_of(kind)};
    choose_words(frame, function);
    return lift(function, std::span{numbers}.first(size));
}

} // namespace offramp
