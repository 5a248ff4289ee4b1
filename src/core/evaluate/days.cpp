// Days and moments: periods, rolls, the earliest and latest of several, and completed deliveries.
#include "core/evaluate/evaluation.hpp"

#include "core/days/instant.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// Longer than any run of days without a business day.
constexpr std::int64_t longest_holiday = 30;

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

/// Each 29 February that is passed or reached on the way makes the way a day longer.
Date pass_leap_days(Date from, Date to) {
    if (!from.is_day() || !to.is_day()) {
        return to;
    }
    for (auto year = from.ymd().year(); year <= to.ymd().year(); ++year) {
        const auto leap_day = Date::from_ymd(year / std::chrono::February / 29);
        to = leap_day && from < *leap_day && *leap_day <= to ? add_days(to, 1) : to;
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
    case Unit::Day: {
        const Date to = add_days(from, period.sign * counted_days(n, period.counting));
        return period.counting == Counting::LeapDayWithDayBefore && 0 < period.sign
                   ? pass_leap_days(from, to)
                   : to;
    }
    case Unit::BusinessDay:
        return move_business_days(from, n, period);
    case Unit::Week:
        return add_days(from, period.sign * counted_days(7 * n, period.counting));
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
Numbers moved(const Numbers &from, const Count &n, Period period) {
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

Numbers Evaluation::extreme(Frame &frame) {
    const bool least = frame.rule.form == Form::Least;
    Numbers result = input(frame, 0);
    for (std::int32_t place = 1; place < frame.rule.child_count; ++place) {
        const Numbers next = input(frame, place);
        result = least ? smaller(result, next) : larger(result, next);
    }
    return result;
}

Numbers Evaluation::nth(Frame &frame) {
    const Numbers n = input(frame, 0);
    // The n-th earliest is the least that no fewer than n of them reach.
    Numbers result = exactly(std::int64_t{Date::never().day_number()});
    std::array<Numbers, max_children> all{};
    std::size_t size = 0;
    for (std::int32_t place = 1; place < frame.rule.child_count && size < max_children; ++place) {
        all[size++] = input(frame, place);
    }
    for (std::size_t i = 0; i < size; ++i) {
        std::int64_t soonest = 0;
        std::int64_t latest = 0;
        for (std::size_t j = 0; j < size; ++j) {
            soonest += all[j].least <= all[i].least ? 1 : 0;
            latest += all[j].most <= all[i].most ? 1 : 0;
        }
        result.least = n.least <= soonest ? std::min(result.least, all[i].least) : result.least;
        result.most = n.most <= latest ? std::min(result.most, all[i].most) : result.most;
    }
    return result;
}

Numbers Evaluation::rolled(Frame &frame) {
    const Numbers day = input(frame, 0);
    auto rolling = static_cast<Rolling>(std::max(0, setting(frame, 1, Kind::Roll)));
    if (rolling == Rolling::ByDirection) {
        const Rule &period = get(lease_.rules, child(lease_, frame.rule, 0));
        rolling = period.form == Form::Before ? Rolling::Preceding : Rolling::Following;
    }
    const Calendar &business = calendar(frame, 2);
    const auto to = [&](std::int64_t number) {
        return roll(business, day_of(number), static_cast<Roll>(rolling));
    };
    const auto least = to(day.least);
    const auto most = to(day.most);
    return least && most ? numbers_of(When{*least, *most})
                         : numbers_of(When{add_days(day_of(day.least), -longest_holiday),
                                           add_days(day_of(day.most), longest_holiday)});
}

Numbers Evaluation::end_of_period(Frame &frame) {
    const Numbers day = input(frame, 0);
    const auto unit = static_cast<Unit>(setting(frame, 1, Kind::Unit));
    const Numbers plus = frame.rule.child_count == 3 && is_given(child(lease_, frame.rule, 2))
                             ? input(frame, 2)
                             : exactly(std::int64_t{0});
    const bool is_start = frame.rule.form == Form::StartOf;
    const auto end = [&](std::int64_t number, std::int64_t periods) -> std::int64_t {
        const Date from = day_of(number);
        if (!from.is_day()) {
            return number;
        }
        const Date first = unit == Unit::Year
                               ? *Date::from_ymd(from.ymd().year() / std::chrono::January / 1)
                               : first_of_month(from);
        const std::int64_t months = unit == Unit::Year ? 12 : 1;
        const Date start = add_months(first, months * periods, MonthEnd::Clip);
        return (is_start ? start : add_days(add_months(start, months, MonthEnd::Clip), -1))
            .day_number();
    };
    return {end(day.least, plus.least), end(day.most, plus.most)};
}

Numbers Evaluation::day_of_instant(Frame &frame) {
    const Numbers moment = input(frame, 0);
    const auto zone = static_cast<Zone>(std::max(0, setting(frame, 1, Kind::Zone)));
    const auto day = [zone](std::int64_t seconds) {
        if (seconds == INT64_MAX || seconds == INT64_MIN) {
            return seconds == INT64_MAX ? Date::never() : Date::dawn();
        }
        return local_time(zone, Instant{seconds}).day;
    };
    return numbers_of(When{day(moment.least), day(moment.most)});
}

Numbers Evaluation::time_on(Frame &frame) {
    const Numbers day = input(frame, 0);
    const auto zone = static_cast<Zone>(std::max(0, setting(frame, 1, Kind::Zone)));
    const auto moment = [&](std::int64_t number) -> std::int64_t {
        const Date on = day_of(number);
        if (!on.is_day()) {
            return on == Date::never() ? INT64_MAX : INT64_MIN;
        }
        return instant_at(zone, {on, static_cast<std::int32_t>(frame.rule.value)}).seconds;
    };
    return {moment(day.least), moment(day.most)};
}

Numbers Evaluation::reached(Frame &frame) {
    const TrancheId tranche{static_cast<std::int32_t>(frame.rule.value)};
    const Numbers units = input(frame, 0);
    return numbers_of(
        When{completed(tranche, units.least, true), completed(tranche, units.most, false)});
}

/// The first day by which the deliveries sum to so many units: at their soonest and largest, or at
/// their latest and smallest.
Date Evaluation::completed(TrancheId id, std::int64_t units, bool soonest) const {
    Date best = units <= 0 ? Date::dawn() : Date::never();
    for (const Delivery &candidate : scenario_.deliveries) {
        const Date day = soonest ? candidate.day.least : candidate.day.most;
        if (candidate.tranche != id || best <= day) {
            continue;
        }
        std::int64_t sum = 0;
        for (const Delivery &delivery : scenario_.deliveries) {
            const Date arrival = soonest ? delivery.day.least : delivery.day.most;
            if (delivery.tranche == id && arrival <= day) {
                sum += soonest ? delivery.units.most : delivery.units.least;
            }
        }
        best = units <= sum ? day : best;
    }
    return best;
}

Dated Evaluation::completed(TrancheId id) {
    const Evaluated committed = named(name_of_committed(id));
    const When day = {completed(id, committed.value.least, true),
                      completed(id, committed.value.most, false)};
    return dated(Step::Completed, day, {committed.why}, id.index,
                 index_of(get(lease_.tranches, id).clause));
}

} // namespace offramp
