// Periods: so many days, business days, weeks, months or years after a day, or before it.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::int64_t seconds_of_hour = 3600;
constexpr std::int64_t seconds_of_minute = 60;

/// What a period says beside its number; `sign` is -1 for one before a day.
struct Period {
    Unit unit;
    std::int64_t sign;
    MonthEnd month_end;
    Counting counting;
    MonthsBack months_back;
    const Calendar *calendar;
};

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

Date move_months(Date from, std::int64_t months, const Period &period) {
    const Date moved = add_months(from, period.sign * months, period.month_end);
    if (period.sign < 0 && period.months_back == MonthsBack::ForwardTest) {
        Date last = moved;
        for (int i = 0; i < 4 && add_months(add_days(last, 1), months, period.month_end) <= from;
             ++i) {
            last = add_days(last, 1);
        }
        for (int i = 0; i < 4 && from < add_months(last, months, period.month_end); ++i) {
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
std::optional<Date> move_business_days(Date from, std::int64_t n, const Period &period) {
    if (most_business_days < n) {
        return std::nullopt;
    }
    if (period.counting != Counting::IncludeBoth || n == 0) {
        return add_business_days(*period.calendar, from,
                                 period.sign * counted_days(n, period.counting));
    }
    const auto first =
        roll(*period.calendar, from, 0 < period.sign ? Roll::Following : Roll::Preceding);
    return first ? add_business_days(*period.calendar, *first, period.sign * (n - 1)) : first;
}

std::optional<Date> moved(Date from, std::int64_t n, const Period &period) {
    switch (period.unit) {
    case Unit::Day:
    case Unit::Week: {
        const std::int64_t days =
            period.sign * counted_days(period.unit == Unit::Week ? 7 * n : n, period.counting);
        return period.counting == Counting::LeapDayWithDayBefore ? move_past_leap_days(from, days)
                                                                 : add_days(from, days);
    }
    case Unit::BusinessDay:
        return move_business_days(from, n, period);
    case Unit::Month:
        return move_months(from, n, period);
    case Unit::Year:
        return move_months(from, 12 * n, period);
    case Unit::FullMonth:
        return move_full_months(from, n, period.sign);
    case Unit::Hour: // of instants only, as are minutes
    case Unit::Minute:
        return from;
    }
    return from;
}

/// A number of periods below nothing leads the other way.
Numbers moved(const Numbers &from, Count n, Period period) {
    constexpr std::int64_t no_bound = INT32_MAX; // leads out of the calendar, whatever the unit
    n = {std::clamp(n.least, -no_bound, no_bound), std::clamp(n.most, -no_bound, no_bound)};
    if (n.most < 0) {
        period.sign = -period.sign;
        return moved(from, {-n.most, -n.least}, period);
    }
    if (n.least < 0) {
        const Numbers back = moved(from, {n.least, -1}, period);
        return hull(back, moved(from, {0, n.most}, period));
    }
    const bool forward = 0 < period.sign;
    const auto move = [&](std::int64_t day, std::int64_t count) {
        // A period without a bound leads out of the calendar, not to its last day.
        const std::optional<Date> beyond = forward ? Date::never() : Date::dawn();
        return count < INT32_MAX || !day_of(day).is_day()
                   ? moved(day_of(day), std::max<std::int64_t>(count, 0), period)
                   : beyond;
    };
    const auto least = move(from.least, forward ? n.least : n.most);
    const bool is_open = period.month_end == MonthEnd::Open;
    period.month_end = is_open ? MonthEnd::NextMonth : period.month_end;
    const auto most = move(from.most, forward ? n.most : n.least);
    if (least && most) {
        return numbers_of(When{*least, *most});
    }
    // Some of these days are beyond the calendar's years. So many business days are at least as
    // many days, and no more than twice as many and a long holiday.
    const auto days = [&](std::int64_t count) {
        return std::clamp<std::int64_t>(count, 0, INT32_MAX);
    };
    const auto near = [&](std::int64_t day, std::int64_t count) {
        return add_days(day_of(day), period.sign * days(count));
    };
    const auto far = [&](std::int64_t day, std::int64_t count) {
        return add_days(day_of(day), period.sign * (2 * days(count) + longest_holiday));
    };
    return numbers_of(forward ? When{near(from.least, n.least), far(from.most, n.most)}
                              : When{far(from.least, n.most), near(from.most, n.least)});
}

std::int64_t moved_seconds(std::int64_t from, std::int64_t n, Unit unit, std::int64_t sign) {
    if (from == INT64_MAX || from == INT64_MIN) {
        return from;
    }
    const std::int64_t length = unit == Unit::Minute ? seconds_of_minute : seconds_of_hour;
    return saturated(Wide{from} + Wide{sign} * n * length);
}

} // namespace

Numbers Evaluation::offset(Frame &frame) {
    const bool is_after = frame.rule.form == Form::After;
    const Numbers from = input(frame, 0);
    const Numbers n = input(frame, 1);
    const auto unit = static_cast<Unit>(setting(frame, 2, Kind::Unit));
    const std::int64_t sign = is_after ? 1 : -1;
    if (frame.rule.kind == Kind::Instant) {
        return {moved_seconds(from.least, is_after ? n.least : n.most, unit, sign),
                moved_seconds(from.most, is_after ? n.most : n.least, unit, sign)};
    }
    Period period{unit,
                  sign,
                  MonthEnd::Clip,
                  Counting::ExcludeFirst,
                  MonthsBack::Subtract,
                  &lease_.calendars.front()};
    if (unit == Unit::Month || unit == Unit::Year) {
        period.month_end = static_cast<MonthEnd>(std::max(0, setting(frame, 3, Kind::MonthEnd)));
        period.months_back = is_after
                                 ? MonthsBack::Subtract
                                 : static_cast<MonthsBack>(setting(frame, 6, Kind::MonthsBack));
    } else if (unit != Unit::FullMonth) {
        period.counting = static_cast<Counting>(setting(frame, 4, Kind::Counting));
    }
    if (unit == Unit::BusinessDay) {
        period.calendar = &calendar(frame, 5);
    }
    return moved(from, n, period);
}

} // namespace offramp
