// Periods: so many days, business days, weeks, months or years after a day, or before it.
//
// Example: ten days after 1 March end on 11 March; ten clear days, of which neither end counts, on
// 12 March; ten days of which both ends count, on 10 March.
#include "core/evaluate/function.hpp"
#include "core/money/wide.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::int64_t seconds_of_minute = 60;

/// Days to move for a period of `n` days.
std::int64_t counted_days(std::int64_t n, Counting counting) {
    switch (counting) {
    case Counting::ExcludeFirst:
    case Counting::LeapDayWithDayBefore:
        return n;
    case Counting::IncludeBoth:
        return std::max<std::int64_t>(n - 1, 0);
    case Counting::Clear:
        return n + 1;
    }
    return n;
}

/// So many days from a day on, or back; each 29 February that is passed or reached on the way
/// makes the way a day longer.
Date move_past_leap_days(Date from, std::int64_t days) {
    Date to = add_days(from, days);
    if (!to.is_day()) {
        return to;
    }
    const int step = days < 0 ? -1 : 1;
    for (int year = int{from.ymd().year()}; step * year <= step * int{to.ymd().year()};
         year += step) {
        const auto leap_day = Date::from_ymd(std::chrono::year{year} / std::chrono::February / 29);
        const bool is_passed = leap_day && (0 < step ? from < *leap_day && *leap_day <= to
                                                     : *leap_day < from && to <= *leap_day);
        to = is_passed ? add_days(to, step) : to;
    }
    return to;
}

Date move_months(Date from, std::int64_t months, std::int64_t sign, const Function &period,
                 MonthEnd month_end) {
    const Date moved = add_months(from, sign * months, month_end);
    if (sign < 0 && period.months_back == MonthsBack::ForwardTest) {
        Date last = moved;
        for (int i = 0; i < 4 && add_months(add_days(last, 1), months, month_end) <= from; ++i) {
            last = add_days(last, 1);
        }
        for (int i = 0; i < 4 && from < add_months(last, months, month_end); ++i) {
            last = add_days(last, -1);
        }
        return last;
    }
    return moved;
}

/// The last day of the n-th whole calendar month from a day on; or the day before the n-th back.
Date move_full_months(Date from, std::int64_t n, std::int64_t sign) {
    if (!from.is_day()) {
        return from;
    }
    if (0 < sign) {
        const Date first = first_of_month(from) == from ? from : add_days(last_of_month(from), 1);
        return add_days(add_months(first, n, MonthEnd::Clip), -1);
    }
    const Date end = last_of_month(from) == from ? from : add_days(first_of_month(from), -1);
    return add_days(add_months(add_days(end, 1), -n, MonthEnd::Clip), -1);
}

/// More business days than any public calendar knows.
constexpr std::int64_t most_business_days = 40'000;

/// Nothing where the calendar has no answer.
std::optional<Date> move_business_days(Date from, std::int64_t n, std::int64_t sign,
                                       const Function &period) {
    const Calendar &calendar = *period.calendar;
    if (most_business_days < n) {
        return std::nullopt;
    }
    if (period.counting != Counting::IncludeBoth || n == 0) {
        return add_business_days(calendar, from, sign * counted_days(n, period.counting));
    }
    const auto first = roll(calendar, from, 0 < sign ? Roll::Following : Roll::Preceding);
    return first ? add_business_days(calendar, *first, sign * (n - 1)) : first;
}

/// Some of these days are beyond the calendar's years. So many business days are at least as many
/// days, and no more than twice as many and a long holiday.
When about_business_days(Date from, std::int64_t n, std::int64_t sign) {
    const Date near = add_days(from, sign * n);
    const Date far = add_days(from, sign * (2 * n + longest_holiday));
    return 0 < sign ? When{near, far} : When{far, near};
}

/// Precondition: 0 <= n.
When moved(Date from, std::int64_t n, std::int64_t sign, const Function &period) {
    switch (period.unit) {
    case Unit::Day:
    case Unit::Week: {
        const std::int64_t days =
            sign * counted_days(period.unit == Unit::Week ? 7 * n : n, period.counting);
        return exactly(period.counting == Counting::LeapDayWithDayBefore
                           ? move_past_leap_days(from, days)
                           : add_days(from, days));
    }
    case Unit::BusinessDay: {
        const auto to = move_business_days(from, n, sign, period);
        return to ? exactly(*to) : about_business_days(from, n, sign);
    }
    case Unit::Month:
    case Unit::Year: {
        const std::int64_t months = period.unit == Unit::Year ? 12 * n : n;
        const Date least = move_months(from, months, sign, period, period.month_end);
        return period.month_end == MonthEnd::Open
                   ? hull(exactly(least),
                          exactly(move_months(from, months, sign, period, MonthEnd::NextMonth)))
                   : exactly(least);
    }
    case Unit::FullMonth:
        return exactly(move_full_months(from, n, sign));
    case Unit::Hour: // of instants only, as are minutes
    case Unit::Minute:
        return exactly(from);
    }
    return exactly(from);
}

std::int64_t moved_seconds(std::int64_t from, std::int64_t n, Unit unit, std::int64_t sign) {
    if (from == INT64_MAX || from == INT64_MIN) {
        return from;
    }
    const std::int64_t length = unit == Unit::Minute ? seconds_of_minute : seconds_of_hour;
    return saturated(Wide{from} + Wide{sign} * n * length);
}

} // namespace

Numbers period_at(const Function &function, std::int64_t from, std::int64_t n) {
    std::int64_t sign = function.form == Form::After ? 1 : -1;
    if (function.is_of_instants) {
        return exactly(moved_seconds(from, n, function.unit, sign));
    }
    // A number of periods below nothing leads the other way; one without a bound leads out of the
    // calendar, not to its last day.
    sign = n < 0 ? -sign : sign;
    n = std::min(n < -endless ? endless : n < 0 ? -n : n, endless);
    const Date day = day_of(from);
    if (n == endless && day.is_day()) {
        return numbers_of(exactly(0 < sign ? Date::never() : Date::dawn()));
    }
    return numbers_of(moved(day, n, sign, function));
}

} // namespace offramp
