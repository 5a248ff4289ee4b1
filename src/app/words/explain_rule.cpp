// What each form of rule says when it is told: one sentence, with the words of the lease.
#include "app/words/explain.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/days/instant.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

/// "17:00", and "17:00:30" where it has seconds.
std::string clock_text(std::int64_t second_of_day) {
    const auto digits = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    const std::int64_t second = second_of_day % 60;
    return digits(second_of_day / 3600) + ":" + digits(second_of_day / 60 % 60) +
           (second == 0 ? "" : ":" + digits(second));
}

std::string moment_text(Instant moment) {
    const LocalTime local = local_time(Zone::Utc, moment);
    return clock_text(local.second_of_day) + " UTC on " + long_date(exactly(local.day));
}

class RuleTeller {
  public:
    RuleTeller(const Answered &answered, const Reason &reason)
        : answered_(answered),
          lease_(answered.lease),
          reason_(reason),
          rule_(get(answered.lease.rules, RuleId{reason.detail})) {}

    std::string tell() const {
        switch (rule_.form) {
        case Form::Literal:
            return told("stated: $r");
        case Form::Named: // names tell themselves
            return result();
        case Form::Unknown:
            return "not public: " + lease_.unknowns[static_cast<std::size_t>(rule_.value)].question;
        case Form::ByReading:
            return chosen_reading(answered_, ReadingId{static_cast<std::int32_t>(rule_.value)}) +
                   told(", hence $r");
        case Form::If:
            return condition() + told(", hence $r");
        case Form::After:
            return offramp::joined({period(), told(" after $0"), manner(), told(" is $r")});
        case Form::Before:
            return offramp::joined({period(), told(" before $0"), manner(), told(" is $r")});
        case Form::Least:
            return told(is_of_days() ? "the earliest of $l is $r" : "the smallest of $l is $r");
        case Form::Most:
            return told(is_of_days() ? "the latest of $l is $r" : "the largest of $l is $r");
        case Form::Nth:
            return told("number $0 of $m in order of time is $r");
        case Form::Rolled:
            return rolled();
        case Form::StartOf:
            return "the first day of the " + end_of_period();
        case Form::EndOf:
            return "the last day of the " + end_of_period();
        case Form::DayOf:
            return offramp::joined(
                {"in ", zone(place::DayOf::Zone), told(" that instant lies on $r")});
        case Form::TimeOn:
            return offramp::joined(
                {clock_text(rule_.value), " in ", zone(place::TimeOn::Zone), told(" on $0 is $r")});
        case Form::Reached:
            return told("$0 $u have come by $r");
        case Form::Reaches:
            return offramp::joined(
                {measure(place::Reaches::Measure), stretch(), told(" come to $1 on $r")});
        case Form::FirstIn:
            return told("the first of these days is $r");
        case Form::LastIn:
            return told("the last of these days is $r");
        case Form::Delivered:
            return told("$r $u delivered by $0");
        case Form::WholeMonths:
            return told("from $0 to $1 are $r whole months");
        case Form::DaysFrom:
            return told("from $0 to $1$i are $r days");
        case Form::BusinessDaysFrom:
            return told("from $0 to $1, both included, are $r business days") +
                   calendar(place::Between::Calendar);
        case Form::HoursFrom:
            return told("from $0 to $1 are $r whole hours");
        case Form::DaysIn:
            return measure(place::DaysIn::Measure) + told(" in it: $r");
        case Form::DayOfMonth:
            return told("$0 is day $r of its month");
        case Form::Sum:
            return joined(" + ") + told(" = $r");
        case Form::Product:
            return joined(" × ") + told(" = $r");
        case Form::Difference:
            return told("$0 − $1 = $r");
        case Form::ExcessOver:
            return told(word(place::ExcessOver::Excess, Kind::Excess) ==
                                static_cast<int>(Excess::Everything)
                            ? "of $0, with $1 allowed, $r count (once exceeded, all of them)"
                            : "of $0, with $1 allowed, $r count (only what is in excess)");
        case Form::Quotient:
            return offramp::joined({told("$0 / $1"), rounding(), told(" = $r")});
        case Form::Scaled:
            return told(is_given(child(lease_, rule_, place::Scaled::Over)) ? "$0 × $1 / $2 = $r"
                                                                            : "$0 × $1 = $r");
        case Form::FeeBetween:
            return fee_between() + told(" = $r");
        case Form::Unamortised:
            return told(word(place::Unamortised::Amortisation, Kind::Amortisation) ==
                                static_cast<int>(Amortisation::StraightLine)
                            ? "what remains of $0 after $4 of $3 equal parts = $r"
                            : "what remains of $0 after $4 of $3 level monthly payments at $1 / $2 "
                              "a year = $r");
        case Form::NotAfter:
            return compared("not after", "after");
        case Form::Earlier:
            return compared("before", "not before");
        case Form::AtLeast:
            return compared("at least", "less than");
        case Form::MoreThan:
            return compared("more than", "not more than");
        case Form::Happens:
            return told(is_yes() ? "whether it happens: $0" : "whether it happens: $r");
        case Form::IsBusinessDay:
            return offramp::joined({told("whether $0 is a business day"),
                                    calendar(place::IsBusinessDay::Calendar), told(": $r")});
        case Form::Not:
            return told("not: $r");
        case Form::All:
            return told("all of these: $r");
        case Form::Any:
            return told("one of these: $r");
        case Form::Run:
            return told("from $0 to $1$i: $r days");
        case Form::Union:
            return told("these days, each counted once: $r");
        case Form::Intersection:
            return told("the days in all of these: $r");
        case Form::Except:
            return told("the first without the second: $r days");
        case Form::BusinessDaysOf:
            return offramp::joined({"business days among them",
                                    calendar(place::BusinessDaysOf::Calendar), told(": $r")});
        }
        return {};
    }

  private:
    /// A sentence with its values: `$0` to `$9` are inputs, `$l` lists them all and `$m` from the
    /// second on, `$r` is the result, `$u` the units of a tranche, `$i` which ends are counted.
    std::string told(std::string_view pattern) const {
        std::string text;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (pattern[i] == '$') {
                text += value_of(pattern[++i]);
            } else {
                text += pattern[i];
            }
        }
        return text;
    }
    std::string value_of(char sign) const {
        switch (sign) {
        case 'r':
            return result();
        case 'u':
            return plural(lease_.tranches[static_cast<std::size_t>(rule_.value)].unit);
        case 'i':
            return interval(place::Between::Interval);
        case 'l':
            return list_inputs(answered_, reason_, 0);
        case 'm':
            return list_inputs(answered_, reason_, 1);
        default:
            return input(static_cast<std::size_t>(sign - '0'));
        }
    }

    std::string result() const { return text_of(answered_, reason_.value); }

    const Value &input_value(std::size_t index) const {
        return get(answered_.state.reasons, inputs_of(answered_.state, reason_)[index]).value;
    }
    std::string input(std::size_t index) const {
        return index < inputs_of(answered_.state, reason_).size()
                   ? text_of(answered_, input_value(index))
                   : std::string{"nothing"};
    }
    bool is_yes() const { return reason_.value.least == 1; }
    bool is_of_days() const { return rule_.kind == Kind::Day || rule_.kind == Kind::Instant; }

    std::int32_t word(std::int32_t place, Kind kind) const {
        return setting_of(lease_, answered_.scenario, rule_, place, kind);
    }
    Unit unit_at(std::int32_t place) const { return static_cast<Unit>(word(place, Kind::Unit)); }
    std::string unit(std::int32_t place) const { return std::string{name_of_unit(unit_at(place))}; }
    std::string period() const {
        const Value &number = input_value(1);
        return number.least == number.most ? counted(number.least, unit(place::Period::Unit))
                                           : input(1) + " " + unit(place::Period::Unit) + "s";
    }

    /// How a period is counted, where there is more than one way.
    std::string manner() const {
        const Unit by = unit_at(place::Period::Unit);
        if (by == Unit::Month || by == Unit::Year) {
            const bool is_forward_test =
                rule_.form == Form::Before && word(place::Period::MonthsBack, Kind::MonthsBack) ==
                                                  static_cast<int>(MonthsBack::ForwardTest);
            return (is_forward_test ? ", tested forward" : "") + month_end();
        }
        if (by == Unit::FullMonth || by == Unit::Hour || by == Unit::Minute) {
            return {};
        }
        const std::string days =
            by == Unit::BusinessDay ? calendar(place::Period::Calendar) : std::string{};
        switch (static_cast<Counting>(word(place::Period::Counting, Kind::Counting))) {
        case Counting::ExcludeFirst:
            return days;
        case Counting::IncludeBoth:
            return days + ", both ends counted,";
        case Counting::Clear:
            return days + ", in clear days,";
        case Counting::LeapDayWithDayBefore:
            return days + ", 28 and 29 February counted as one day,";
        }
        return days;
    }

    std::string month_end() const {
        switch (static_cast<MonthEnd>(word(place::Period::MonthEnd, Kind::MonthEnd))) {
        case MonthEnd::Clip:
            return ", to the corresponding date,";
        case MonthEnd::Sticky:
            return ", from month's end to month's end,";
        case MonthEnd::NextMonth:
            return ", a missing day becoming the next month's first,";
        case MonthEnd::Open:
            return ", what a missing day becomes being unsaid,";
        }
        return {};
    }

    std::string calendar(std::int32_t place) const {
        const std::int32_t index = word(place, Kind::Calendar);
        if (index < 0) {
            return {};
        }
        const Calendar &business = lease_.calendars[static_cast<std::size_t>(index)];
        return " (" + label_or_id(business) + ")";
    }

    std::string rolled() const {
        const bool stays = input_value(0).least == reason_.value.least &&
                           input_value(0).most == reason_.value.most;
        return offramp::joined({told(stays ? "$0 stays where it is" : "$0 is no business day"),
                                calendar(place::Rolled::Calendar),
                                stays ? std::string{} : told(" and moves to $r")});
    }

    std::string end_of_period() const {
        const std::size_t last = inputs_of(answered_.state, reason_).size() - 1;
        const bool has_plus = is_given(child(lease_, rule_, place::EndOf::Plus));
        const std::string plus = has_plus ? input(last) : std::string{};
        return offramp::joined({unit(place::EndOf::Unit), has_plus ? " " : "", plus,
                                has_plus ? " after that" : "", told(" of $0 is $r")});
    }

    std::string zone(std::int32_t place) const {
        const std::int32_t index = word(place, Kind::Zone);
        return index < 0 ? std::string{"a zone that is not named"}
                         : std::string{name_of(static_cast<Zone>(index))};
    }

    std::string measure(std::int32_t place) const {
        switch (static_cast<Measure>(word(place, Kind::Measure))) {
        case Measure::Days:
            return "days";
        case Measure::Occurrences:
            return "occurrences";
        case Measure::Hours:
            return "hours";
        }
        return {};
    }

    std::string stretch() const {
        switch (static_cast<Within>(word(place::Reaches::Within, Kind::Within))) {
        case Within::Ever:
            return " in all";
        case Within::Consecutive:
            return " in a row";
        case Within::RollingDays:
            return " within any " + input(2) + " days";
        case Within::CalendarMonth:
            return " within a calendar month";
        case Within::CalendarYear:
            return " within a calendar year";
        }
        return {};
    }

    std::string interval(std::int32_t place) const {
        switch (static_cast<Interval>(word(place, Kind::Interval))) {
        case Interval::IncludeFirst:
            return ", the last day not counted,";
        case Interval::IncludeLast:
            return ", the first day not counted,";
        case Interval::ExcludeBoth:
            return ", neither day counted,";
        case Interval::IncludeBoth:
            return ", both days counted,";
        }
        return {};
    }

    std::string rounding() const {
        switch (static_cast<Rounding>(word(place::Quotient::Rounding, Kind::Rounding))) {
        case Rounding::Down:
            return ", rounded down,";
        case Rounding::Up:
            return ", rounded up,";
        case Rounding::HalfUp:
            return ", rounded,";
        }
        return {};
    }

    std::string joined(std::string_view sign) const {
        std::string text;
        const auto inputs = inputs_of(answered_.state, reason_);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            text += i == 0 ? std::string_view{} : sign;
            text += input(i);
        }
        return text;
    }

    std::string condition() const {
        const Value &test = input_value(0);
        return test.least != test.most ? "it is not known whether this holds"
               : test.least == 1       ? "this holds"
                                       : "this does not hold";
    }

    std::string compared(const char *yes, const char *no) const {
        const bool is_known = reason_.value.least == reason_.value.most;
        return offramp::joined({is_known ? "" : "whether ", input(0), " is ",
                                is_known && !is_yes() ? no : yes, " ", input(1),
                                is_known ? "" : " is not known"});
    }

    std::string fee_between() const {
        const Fee &fee = get(lease_.fees, FeeId{static_cast<std::int32_t>(rule_.value)});
        return fee.billing.is_once
                   ? offramp::joined({"“", label_or_id(fee), told("”, if due from $0 to $1")})
                   : told("the fee from $0 to $1");
    }

    const Answered &answered_;
    const Lease &lease_;
    const Reason &reason_;
    const Rule &rule_;
};

} // namespace

std::string chosen_reading(const Answered &answered, ReadingId id) {
    const Reading &reading = get(answered.lease.readings, id);
    const Option &option =
        reading.options[static_cast<std::size_t>(answered.scenario.readings[id.at()])];
    return "reading: " + (reading.question.empty() ? reading.id : reading.question) + " “" +
           label_or_id(option) + "”";
}

std::string list_inputs(const Answered &answered, const Reason &reason, std::size_t first) {
    constexpr std::size_t most_listed = 4;
    std::vector<std::string> texts;
    const auto inputs = inputs_of(answered.state, reason);
    for (std::size_t i = first; i < inputs.size(); ++i) {
        const Reason &one = get(answered.state.reasons, inputs[i]);
        const bool is_never =
            one.value.kind == Kind::Day && one.value.least == Date::never().day_number();
        const std::string value =
            is_never ? "a day that never comes" : text_of(answered, one.value);
        const std::string name =
            one.step == Step::Named ? name_of_day(answered.lease, NameId{one.detail})
            : one.step == Step::Completed
                ? name_of_tranche(get(answered.lease.tranches, TrancheId{one.detail})) +
                      " delivered"
                : "";
        std::string text = is_never || name.empty() ? value : value + " (" + name + ")";
        if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
            texts.push_back(std::move(text));
        }
    }
    const std::size_t listed = texts.size() <= most_listed ? texts.size() : most_listed - 1;
    std::string list;
    for (std::size_t i = 0; i < listed; ++i) {
        const bool is_last = i + 1 == texts.size();
        list += (i == 0 ? "" : is_last ? " and " : ", ") + texts[i];
    }
    return listed == texts.size()
               ? list
               : list + " and " + std::to_string(texts.size() - listed) + " more";
}

std::string describe_rule(const Answered &answered, const Reason &reason) {
    return RuleTeller{answered, reason}.tell();
}

std::string text_of(const Answered &answered, const Value &value) {
    const Numbers numbers = {value.least, value.most};
    if (value.kind == Kind::Day) {
        return long_date(when_of(numbers));
    }
    if (value.kind == Kind::Amount) {
        return exact_money(amount_of(numbers), answered.lease.currency);
    }
    if (value.kind == Kind::Truth) {
        return !numbers.known() ? "it depends" : numbers.least == 1 ? "yes" : "no";
    }
    if (value.kind == Kind::Instant) {
        return !numbers.known()             ? "not known"
               : numbers.least == INT64_MAX ? "never"
                                            : moment_text(Instant{numbers.least});
    }
    return grouped(Count{numbers});
}

} // namespace offramp
