#include "model_days.hpp"

#include <chrono>

namespace offramp::laws {

namespace {

constexpr std::int64_t largest = 1'000'000'000'000'000; // beyond it the model knows nothing

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

} // namespace

std::int64_t model_day(Date day) {
    return day == Date::never()  ? model_never
           : day == Date::dawn() ? model_dawn
                                 : std::int64_t{day.day_number()};
}

Civil civil_of(std::int64_t day) {
    const std::chrono::year_month_day ymd{
        std::chrono::sys_days{std::chrono::days{static_cast<int>(day)}}};
    return {int{ymd.year()}, static_cast<int>(unsigned{ymd.month()}),
            static_cast<int>(unsigned{ymd.day()})};
}

int length_of_month(int year, int month) {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

std::int64_t number_of(const Civil &civil) {
    const std::chrono::year_month_day ymd{std::chrono::year{civil.year},
                                          std::chrono::month{static_cast<unsigned>(civil.month)},
                                          std::chrono::day{static_cast<unsigned>(civil.day)}};
    return std::chrono::sys_days{ymd}.time_since_epoch().count();
}

Modelled moved_months(std::int64_t day, std::int64_t months, MonthEnd rule) {
    if (months < -1200 || 1200 < months) {
        return std::nullopt;
    }
    const Civil from = civil_of(day);
    Civil to = from;
    const bool is_last = from.day == length_of_month(from.year, from.month);
    for (; 0 < months; --months) {
        to = to.month == 12 ? Civil{to.year + 1, 1, to.day} : Civil{to.year, to.month + 1, to.day};
    }
    for (; months < 0; ++months) {
        to = to.month == 1 ? Civil{to.year - 1, 12, to.day} : Civil{to.year, to.month - 1, to.day};
    }
    const int length = length_of_month(to.year, to.month);
    if (rule == MonthEnd::Sticky && is_last) {
        to.day = length;
        return number_of(to);
    }
    if (to.day <= length) {
        return number_of(to);
    }
    to.day = length;
    return rule == MonthEnd::Open        ? Modelled{}
           : rule == MonthEnd::NextMonth ? Modelled{number_of(to) + 1}
                                         : Modelled{number_of(to)};
}

std::int64_t half_up(std::int64_t dividend, std::int64_t divisor) {
    const bool is_negative = (dividend < 0) != (divisor < 0);
    const std::int64_t a = dividend < 0 ? -dividend : dividend;
    const std::int64_t b = divisor < 0 ? -divisor : divisor;
    const std::int64_t whole = (2 * a + b) / (2 * b);
    return is_negative ? -whole : whole;
}

Modelled checked(std::int64_t value) {
    return value < -largest || largest < value ? Modelled{} : Modelled{value};
}

} // namespace offramp::laws
