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
        const std::string is = " is " + result();
        const std::string equals = " = " + result();
        switch (rule_.form) {
        case Form::Literal:
            return "stated: " + result();
        case Form::Named: // names tell themselves
            return result();
        case Form::Unknown:
            return "not public: " + lease_.unknowns[static_cast<std::size_t>(rule_.value)].question;
        case Form::ByReading:
            return chosen_reading(answered_, ReadingId{static_cast<std::int32_t>(rule_.value)}) +
                   ", hence " + result();
        case Form::If:
            return condition() + ", hence " + result();
        case Form::After:
            return period() + " after " + input(0) + manner() + is;
        case Form::Before:
            return period() + " before " + input(0) + manner() + is;
        case Form::Least:
            return (is_of_days() ? "the earliest of " : "the smallest of ") + these(0) + is;
        case Form::Most:
            return (is_of_days() ? "the latest of " : "the largest of ") + these(0) + is;
        case Form::Nth:
            return "number " + input(0) + " of " + these(1) + " in order of time" + is;
        case Form::Rolled:
            return input(0) + rolled();
        case Form::StartOf:
            return "the first day of the " + unit(place::EndOf::Unit) + shifted() + " of " +
                   input(0) + is;
        case Form::EndOf:
            return "the last day of the " + unit(place::EndOf::Unit) + shifted() + " of " +
                   input(0) + is;
        case Form::DayOf:
            return "in " + zone(place::DayOf::Zone) + " that instant lies on " + result();
        case Form::TimeOn:
            return clock_text(rule_.value) + " in " + zone(place::TimeOn::Zone) + " on " +
                   input(0) + is;
        case Form::Reached:
            return input(0) + " " + units() + " have come by " + result();
        case Form::Reaches:
            return measure(place::Reaches::Measure) + stretch() + " come to " + input(1) + " on " +
                   result();
        case Form::FirstIn:
            return "the first of these days" + is;
        case Form::LastIn:
            return "the last of these days" + is;
        case Form::Delivered:
            return result() + " " + units() + " delivered by " + input(0);
        case Form::WholeMonths:
            return "from " + input(0) + " to " + input(1) + " are " + result() + " whole months";
        case Form::DaysFrom:
            return "from " + input(0) + " to " + input(1) + interval(place::Between::Interval) +
                   " are " + result() + " days";
        case Form::BusinessDaysFrom:
            return "from " + input(0) + " to " + input(1) + ", both included, are " + result() +
                   " business days" + calendar(place::Between::Calendar);
        case Form::HoursFrom:
            return "from " + input(0) + " to " + input(1) + " are " + result() + " whole hours";
        case Form::DaysIn:
            return measure(place::DaysIn::Measure) + " in it: " + result();
        case Form::DayOfMonth:
            return input(0) + " is day " + result() + " of its month";
        case Form::Sum:
            return joined(" + ") + equals;
        case Form::Product:
            return joined(" × ") + equals;
        case Form::Difference:
            return input(0) + " − " + input(1) + equals;
        case Form::ExcessOver:
            return "of " + input(0) + ", with " + input(1) + " allowed, " + result() + " count" +
                   (word(place::ExcessOver::Excess, Kind::Excess) ==
                            static_cast<int>(Excess::Everything)
                        ? " (once exceeded, all of them)"
                        : " (only what is in excess)");
        case Form::Quotient:
            return input(0) + " / " + input(1) + rounding() + equals;
        case Form::Scaled:
            return input(0) + " × " + input(1) +
                   (is_given(child(lease_, rule_, place::Scaled::Over)) ? " / " + input(2) : "") +
                   equals;
        case Form::FeeBetween:
            return fee_between() + equals;
        case Form::Unamortised:
            return unamortised() + equals;
        case Form::NotAfter:
            return compared("not after", "after");
        case Form::Earlier:
            return compared("before", "not before");
        case Form::AtLeast:
            return compared("at least", "less than");
        case Form::MoreThan:
            return compared("more than", "not more than");
        case Form::Happens:
            return "whether it happens: " + (is_yes() ? input(0) : result());
        case Form::IsBusinessDay:
            return "whether " + input(0) + " is a business day" +
                   calendar(place::IsBusinessDay::Calendar) + ": " + result();
        case Form::Not:
            return "not: " + result();
        case Form::All:
            return "all of these: " + result();
        case Form::Any:
            return "one of these: " + result();
        case Form::Run:
            return "from " + input(0) + " to " + input(1) + interval(place::Between::Interval) +
                   ": " + result() + " days";
        case Form::Union:
            return "these days, each counted once: " + result();
        case Form::Intersection:
            return "the days in all of these: " + result();
        case Form::Except:
            return "the first without the second: " + result() + " days";
        case Form::BusinessDaysOf:
            return "business days among them" + calendar(place::BusinessDaysOf::Calendar) + ": " +
                   result();
        }
        return {};
    }

  private:
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
    std::string units() const {
        return plural(lease_.tranches[static_cast<std::size_t>(rule_.value)].unit);
    }

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
        return stays ? " stays where it is" + calendar(place::Rolled::Calendar)
                     : " is no business day" + calendar(place::Rolled::Calendar) +
                           " and moves to " + result();
    }

    std::string shifted() const {
        const bool has_plus = is_given(child(lease_, rule_, place::EndOf::Plus));
        return has_plus
                   ? " " + input(inputs_of(answered_.state, reason_).size() - 1) + " after that"
                   : "";
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

    std::string these(std::size_t first) const { return list_inputs(answered_, reason_, first); }

    std::string condition() const {
        const Value &test = input_value(0);
        return test.least != test.most ? "it is not known whether this holds"
               : test.least == 1       ? "this holds"
                                       : "this does not hold";
    }

    std::string compared(const char *yes, const char *no) const {
        if (reason_.value.least != reason_.value.most) {
            return "whether " + input(0) + " is " + yes + " " + input(1) + " is not known";
        }
        return input(0) + " is " + (is_yes() ? yes : no) + " " + input(1);
    }

    std::string fee_between() const {
        const Fee &fee = get(lease_.fees, FeeId{static_cast<std::int32_t>(rule_.value)});
        return fee.billing.is_once
                   ? "“" + label_or_id(fee) + "”, if due from " + input(0) + " to " + input(1)
                   : "the fee from " + input(0) + " to " + input(1);
    }

    std::string unamortised() const {
        const bool is_straight = word(place::Unamortised::Amortisation, Kind::Amortisation) ==
                                 static_cast<int>(Amortisation::StraightLine);
        return "what remains of " + input(0) + " after " + input(4) + " of " + input(3) +
               (is_straight
                    ? " equal parts"
                    : " level monthly payments at " + input(1) + " / " + input(2) + " a year");
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
