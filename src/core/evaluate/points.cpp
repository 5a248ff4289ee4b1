// What each form gives where its children are single numbers: one case for each form.
//
// Example: the second smallest of 1 March, 5 March and 5 March is 5 March; the third is too; a
// fourth never comes.
#include "core/evaluate/function.hpp"
#include "core/money/wide.hpp"

#include <algorithm>

namespace offramp {

namespace {

using Values = std::span<const std::int64_t>;

/// What has no end still has none when something is added to it or taken from it.
std::int64_t sum_of(const Function &function, std::int64_t a, std::int64_t b) {
    const bool has_end = a < function.endless && b < function.endless;
    return has_end ? saturated(Wide{a} + b) : function.endless;
}

Numbers difference_of(const Function &function, std::int64_t whole, std::int64_t less) {
    if (less < function.endless) {
        return exactly(whole < function.endless ? saturated(Wide{whole} - less) : function.endless);
    }
    return {-function.endless, whole < function.endless ? -function.endless : function.endless};
}

/// The n-th smallest is the least that no fewer than n of them reach; never if there are fewer.
std::int64_t nth_of(std::int64_t n, Values values) {
    std::int64_t result = Date::never().day_number();
    for (const std::int64_t candidate : values) {
        const auto reached = std::count_if(values.begin(), values.end(),
                                           [&](std::int64_t other) { return other <= candidate; });
        result = n <= reached ? std::min(result, candidate) : result;
    }
    return result;
}

Numbers rolled(const Function &function, Date day) {
    const auto to = roll(*function.calendar, day, function.roll);
    return numbers_of(to ? exactly(*to)
                         : When{add_days(day, -longest_holiday), add_days(day, longest_holiday)});
}

/// The first or the last day of the month or year of a day, so many months or years on.
std::int64_t end_of_period(const Function &function, std::int64_t day, std::int64_t plus) {
    const Date from = day_of(day);
    if (!from.is_day()) {
        return day;
    }
    const bool is_year = function.unit == Unit::Year;
    const Date first = is_year ? *Date::from_ymd(from.ymd().year() / std::chrono::January / 1)
                               : first_of_month(from);
    const std::int64_t months = is_year ? 12 : 1;
    const Date start = add_months(first, saturated(Wide{months} * plus), MonthEnd::Clip);
    const bool is_start = function.form == Form::StartOf;
    return (is_start ? start : add_days(add_months(start, months, MonthEnd::Clip), -1))
        .day_number();
}

Date local_day(Zone zone, std::int64_t seconds) {
    if (seconds == INT64_MAX || seconds == INT64_MIN) {
        return seconds == INT64_MAX ? Date::never() : Date::dawn();
    }
    return local_time(zone, Instant{seconds}).day;
}

std::int64_t moment_on(const Function &function, Date day) {
    if (!day.is_day()) {
        return day == Date::never() ? INT64_MAX : INT64_MIN;
    }
    return instant_at(function.zone, {day, function.second_of_day}).seconds;
}

/// Nothing lies between never and never, and what runs to an end of the calendar has no end.
std::optional<std::int64_t> length_without_days(Date from, Date to) {
    if (to < from || from == Date::never()) {
        return 0;
    }
    return from.is_day() && to.is_day() ? std::nullopt : std::optional{endless};
}

std::int64_t whole_months(Date from, Date to) {
    if (const auto length = length_without_days(from, to)) {
        return *length;
    }
    const Date end = add_days(to, 1);
    std::int64_t months = month_number(end) - month_number(from);
    while (end < add_months(from, months, MonthEnd::Clip)) {
        --months;
    }
    return months;
}

std::int64_t days_in_interval(Date from, Date to, Interval interval) {
    if (const auto length = length_without_days(from, to)) {
        return *length;
    }
    const std::int64_t days = days_between(from, to);
    switch (interval) {
    case Interval::IncludeFirst:
    case Interval::IncludeLast:
        return days;
    case Interval::ExcludeBoth:
        return std::max<std::int64_t>(days - 1, 0);
    case Interval::IncludeBoth:
        return days + 1;
    }
    return days;
}

Numbers business_days(const Function &function, Date from, Date to) {
    const auto days = count_business_days(*function.calendar, from, to);
    return days ? exactly(*days) : Numbers{0, days_in_interval(from, to, Interval::IncludeBoth)};
}

std::int64_t whole_hours(std::int64_t from, std::int64_t to) {
    if (to < from || from == INT64_MAX) {
        return 0;
    }
    const bool has_ends = from != INT64_MIN && to != INT64_MAX;
    return has_ends ? saturated((Wide{to} - from) / seconds_of_hour) : endless;
}

/// The quotient and its rounding. Preconditions: 0 < divisor.
std::int64_t divided(Wide dividend, Wide divisor, Rounding rounding) {
    const Wide whole = dividend / divisor;
    const Wide rest = dividend % divisor;
    switch (rounding) {
    case Rounding::Down:
        return saturated(whole - (rest < 0 ? 1 : 0));
    case Rounding::Up:
        return saturated(whole + (0 < rest ? 1 : 0));
    case Rounding::HalfUp: {
        const Wide twice = 2 * (rest < 0 ? -rest : rest);
        return saturated(whole + (twice < divisor ? 0 : rest < 0 ? -1 : 1));
    }
    }
    return saturated(whole);
}

/// What is divided by nothing may be anything, and a share of what has no end has none.
Numbers quotient(const Function &function, std::int64_t dividend, std::int64_t divisor) {
    if (divisor == 0) {
        return {-endless, endless};
    }
    const Wide sign = divisor < 0 ? -1 : 1;
    return exactly(function.endless <= dividend
                       ? (divisor < 0 ? -endless : endless)
                       : divided(sign * dividend, sign * divisor, function.rounding));
}

Numbers scaled(std::int64_t amount, std::int64_t times, std::int64_t over) {
    if (over == 0) {
        return {INT64_MIN, INT64_MAX};
    }
    if (amount == 0 || times == 0 || (amount < INT64_MAX && times < endless)) {
        return exactly(scale(Money::from_minor(amount), times, over).minor());
    }
    const bool is_below_nothing = ((amount < 0) != (times < 0)) != (over < 0);
    return exactly(is_below_nothing ? -INT64_MAX : INT64_MAX);
}

/// A share of one, as a fraction of 2^62: exact to the cent for any principal below 10^13.
constexpr int share_bits = 62;

/// ((1 + i)^-n) for a monthly rate i = rate / (over * 12).
std::int64_t discount(std::int64_t rate, std::int64_t over, std::int64_t months) {
    const Wide one = Wide{1} << share_bits;
    const Wide yearly = Wide{over} * 12;
    const Wide factor = one * yearly / (yearly + rate);
    Wide result = one;
    for (std::int64_t i = 0; i < months; ++i) {
        result = (result * factor + (one >> 1)) >> share_bits;
    }
    return static_cast<std::int64_t>(result);
}

/// What remains of a principal after so many of the months over which it is paid off: by level
/// payments at a yearly rate, or by the same part of it each month.
std::int64_t unamortised(const Function &function, Values values) {
    constexpr std::int64_t most_months = 1200;
    constexpr std::int64_t most_of_rate = 1'000'000'000'000; // so that no product runs over
    const Money principal = Money::from_minor(values[0]);
    const std::int64_t rate = std::min(values[1], most_of_rate);
    const std::int64_t over = std::clamp<std::int64_t>(values[2], 1, most_of_rate);
    const std::int64_t months = std::clamp<std::int64_t>(values[3], 1, most_months);
    const std::int64_t after = std::clamp<std::int64_t>(values[4], 0, months);
    if (function.amortisation == Amortisation::StraightLine || rate <= 0) {
        return scale(principal, months - after, months).minor();
    }
    const std::int64_t one = std::int64_t{1} << share_bits;
    return scale(principal, one - discount(rate, over, months - after),
                 one - discount(rate, over, months))
        .minor();
}

/// An event that never happens is by no day and by no moment, not even by never.
bool is_by(const Function &function, std::int64_t event, std::int64_t day) {
    return event < function.endless &&
           (function.form == Form::Earlier ? event < day : event <= day);
}

Numbers is_business_day_on(const Function &function, Date day) {
    if (!day.is_day() || !covers(*function.calendar, day)) {
        return numbers_of(Truth::Depends);
    }
    return exactly<std::int64_t>(is_business_day(*function.calendar, day) ? 1 : 0);
}

} // namespace

Numbers at(const Function &function, Values values) {
    const std::int64_t a = values[0];
    const std::int64_t b = 1 < values.size() ? values[1] : 0;
    const auto condition = [](bool holds) { return exactly<std::int64_t>(holds ? 1 : 0); };
    const auto total = [&](auto step) {
        std::int64_t result = a;
        for (const std::int64_t next : values.subspan(1)) {
            result = step(result, next);
        }
        return exactly(result);
    };
    switch (function.form) {
    case Form::After:
    case Form::Before:
        return period_at(function, a, b);
    case Form::Least:
        return exactly(*std::min_element(values.begin(), values.end()));
    case Form::Most:
        return exactly(*std::max_element(values.begin(), values.end()));
    case Form::Nth:
        return exactly(nth_of(a, values.subspan(1)));
    case Form::Rolled:
        return rolled(function, day_of(a));
    case Form::StartOf:
    case Form::EndOf:
        return exactly(end_of_period(function, a, b));
    case Form::DayOf:
        return exactly<std::int64_t>(local_day(function.zone, a).day_number());
    case Form::TimeOn:
        return exactly(moment_on(function, day_of(a)));
    case Form::WholeMonths:
        return exactly(whole_months(day_of(a), day_of(b)));
    case Form::DaysFrom:
        return exactly(days_in_interval(day_of(a), day_of(b), function.interval));
    case Form::BusinessDaysFrom:
        return business_days(function, day_of(a), day_of(b));
    case Form::HoursFrom:
        return exactly(whole_hours(a, b));
    case Form::DayOfMonth:
        return day_of(a).is_day() ? exactly<std::int64_t>(unsigned{day_of(a).ymd().day()})
                                  : Numbers{1, 31};
    case Form::Sum:
        return total([&](std::int64_t x, std::int64_t y) { return sum_of(function, x, y); });
    case Form::Product:
        return total([](std::int64_t x, std::int64_t y) { return saturated(Wide{x} * y); });
    case Form::Difference:
        return difference_of(function, a, b);
    case Form::ExcessOver:
        return a <= b                                  ? exactly<std::int64_t>(0)
               : function.excess == Excess::Everything ? exactly(a)
                                                       : difference_of(function, a, b);
    case Form::Quotient:
        return quotient(function, a, b);
    case Form::Scaled:
        return scaled(a, b, 2 < values.size() ? values[2] : 1);
    case Form::Unamortised:
        return exactly(unamortised(function, values));
    case Form::NotAfter:
    case Form::Earlier:
        return condition(is_by(function, a, b));
    case Form::AtLeast:
        return condition(b <= a);
    case Form::MoreThan:
        return condition(b < a);
    case Form::Happens:
        return condition(a < function.endless);
    case Form::IsBusinessDay:
        return is_business_day_on(function, day_of(a));
    case Form::Not:
        return condition(a == 0);
    case Form::All:
        return total([](std::int64_t x, std::int64_t y) { return std::min(x, y); });
    case Form::Any:
        return total([](std::int64_t x, std::int64_t y) { return std::max(x, y); });
    case Form::Literal: // from here on none that is lifted
    case Form::Named:
    case Form::Unknown:
    case Form::ByReading:
    case Form::If:
    case Form::Reached:
    case Form::Reaches:
    case Form::FirstIn:
    case Form::LastIn:
    case Form::Delivered:
    case Form::DaysIn:
    case Form::FeeBetween:
    case Form::Run:
    case Form::Union:
    case Form::Intersection:
    case Form::Except:
    case Form::BusinessDaysOf:
        break;
    }
    return {INT64_MIN, INT64_MAX};
}

} // namespace offramp
