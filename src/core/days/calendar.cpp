#include "core/days/calendar.hpp"

#include <algorithm>
#include <span>

namespace offramp {

namespace {

constexpr int saturday = 5;

/// Monday is 0. Precondition: day.is_day().
constexpr int weekday_of(Date day) {
    return ((day.day_number() + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday
}

/// Where a holiday's date moves by its weekday. "The third Monday" is written as the Monday on or
/// after the 15th, "the last Monday in May" as the Monday on or after 25 May.
enum class Move : std::uint8_t { Stay, ToMonday, ToThursday, Nearest, PastWeekend, TwoDays };
constexpr std::int8_t days_moved[][7] = {
    {0, 0, 0, 0, 0, 0, 0},  // Stay
    {0, 6, 5, 4, 3, 2, 1},  // ToMonday
    {3, 2, 1, 0, 6, 5, 4},  // ToThursday
    {0, 0, 0, 0, 0, -1, 1}, // Nearest: Saturday to Friday, Sunday to Monday
    {0, 0, 0, 0, 0, 2, 1},  // PastWeekend: to Monday
    {0, 0, 0, 0, 0, 2, 2},  // TwoDays: for two days in a row, so that neither meets the other
};

struct HolidayRule {
    std::uint8_t month; ///< or `easter`
    std::int8_t day;    ///< of that month, or days after Easter Sunday
    Move move;
    std::int16_t first_year = first_calendar_year;
};
constexpr std::uint8_t easter = 0;

// 5 U.S.C. 6103(a). A Saturday's is kept on Friday by 6103(b), a Sunday's on Monday by Executive
// Order 11582. Not Inauguration Day: 6103(c) gives it to the Washington area alone.
constexpr std::array us_rules = {
    HolidayRule{1, 1, Move::Nearest},        // New Year's Day
    HolidayRule{1, 15, Move::ToMonday},      // Birthday of Martin Luther King, Jr.: third Monday
    HolidayRule{2, 15, Move::ToMonday},      // Washington's Birthday: third Monday
    HolidayRule{5, 25, Move::ToMonday},      // Memorial Day: last Monday
    HolidayRule{6, 19, Move::Nearest, 2021}, // Juneteenth: Public Law 117-17 of 17 June 2021
    HolidayRule{7, 4, Move::Nearest},        // Independence Day
    HolidayRule{9, 1, Move::ToMonday},       // Labor Day: first Monday
    HolidayRule{10, 8, Move::ToMonday},      // Columbus Day: second Monday
    HolidayRule{11, 11, Move::Nearest},      // Veterans Day
    HolidayRule{11, 22, Move::ToThursday},   // Thanksgiving Day: fourth Thursday
    HolidayRule{12, 25, Move::Nearest},      // Christmas Day
};

// Common law (Good Friday, Christmas Day); Banking and Financial Dealings Act 1971, schedule 1;
// proclamations under its section 1(2) and (3), which also give the substitutes for weekends.
constexpr std::array england_rules = {
    HolidayRule{1, 1, Move::PastWeekend}, // New Year's Day: proclaimed each year since 1974
    HolidayRule{easter, -2, Move::Stay},  // Good Friday: common law
    HolidayRule{easter, 1, Move::Stay},   // Easter Monday: schedule 1
    HolidayRule{5, 1, Move::ToMonday},    // Early May: first Monday, proclaimed since 1978
    HolidayRule{5, 25, Move::ToMonday},   // Spring: last Monday, schedule 1
    HolidayRule{8, 25, Move::ToMonday},   // Summer: last Monday, schedule 1
    HolidayRule{12, 25, Move::TwoDays},   // Christmas Day: common law; substitute proclaimed
    HolidayRule{12, 26, Move::TwoDays},   // Boxing Day: schedule 1; substitute proclaimed
};

/// Days in England and Wales that are the opposite of what the rules make them: by proclamation,
/// holidays that were moved away, and days that became one.
constexpr std::array england_exceptions = {
    "1995-05-01"_date, "1995-05-08"_date, // Early May moved: fifty years after VE Day
    "1999-12-31"_date,                    // millennium
    "2002-05-27"_date, "2002-06-04"_date, // Spring moved
    "2002-06-03"_date,                    // Golden Jubilee
    "2011-04-29"_date,                    // wedding of Prince William
    "2012-05-28"_date, "2012-06-04"_date, // Spring moved
    "2012-06-05"_date,                    // Diamond Jubilee
    "2020-05-04"_date, "2020-05-08"_date, // Early May moved: 75 years after VE Day
    "2022-05-30"_date, "2022-06-02"_date, // Spring moved
    "2022-06-03"_date,                    // Platinum Jubilee
    "2022-09-19"_date,                    // state funeral of Queen Elizabeth II
    "2023-05-08"_date,                    // coronation of King Charles III
};

std::span<const HolidayRule> rules_of(PublicCalendar calendar) {
    switch (calendar) {
    case PublicCalendar::Weekends:
        return {};
    case PublicCalendar::UsFederal:
    case PublicCalendar::UsFederalReserve:
        return us_rules;
    case PublicCalendar::EnglandAndWales:
        return england_rules;
    }
    return {};
}

Date date_of(int year, unsigned month, int day) {
    using namespace std::chrono;
    const sys_days first{std::chrono::year{year} / std::chrono::month{month} / 1};
    return Date::from_day_number(first.time_since_epoch().count() + day - 1);
}

/// Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher.
Date easter_sunday(int year) {
    const int century = year / 100;
    const int epact =
        (19 * (year % 19) + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
    const int moon = epact - (year % 19 + 11 * epact) / 319;
    const int sunday = (2 * (century % 4) + 2 * (year % 100 / 4) - year % 4 - moon + 32) % 7;
    return date_of(year, 3, moon + sunday + 22);
}

/// Federal Reserve K.8: the Banks are open on the Friday before a holiday that is a Saturday.
Date observed(PublicCalendar calendar, const HolidayRule &rule, int year) {
    if (year < rule.first_year) {
        return Date::never();
    }
    const Date date = rule.month == easter ? add_days(easter_sunday(year), rule.day)
                                           : date_of(year, rule.month, rule.day);
    const int weekday = weekday_of(date);
    if (calendar == PublicCalendar::UsFederalReserve && rule.move == Move::Nearest &&
        weekday == saturday) {
        return Date::never();
    }
    return add_days(date, days_moved[static_cast<int>(rule.move)][weekday]);
}

struct Coverage {
    Date first_day;
    Date last_day;
};

constexpr Coverage public_years = {
    *Date::from_ymd(std::chrono::year{first_calendar_year} / 1 / 1),
    *Date::from_ymd(std::chrono::year{last_calendar_year} / 12 / 31),
};

Coverage coverage_of(const Calendar &calendar) {
    return calendar.base == PublicCalendar::Weekends
               ? Coverage{Date::from_day_number(INT32_MIN), Date::from_day_number(INT32_MAX)}
               : public_years;
}

constexpr bool lies_in(const Coverage &coverage, Date day) {
    return coverage.first_day <= day && day <= coverage.last_day;
}

bool holds(std::span<const Date> days, Date day) {
    return std::binary_search(days.begin(), days.end(), day);
}

/// As many as the public calendars know; a count of more days is not made.
constexpr std::int64_t most_days_counted = 366 * (last_calendar_year - first_calendar_year + 1);

bool same_month(Date a, Date b) { return first_of_month(a) == first_of_month(b); }

} // namespace

std::optional<PublicCalendar> find_public_calendar(std::string_view id) {
    for (std::size_t i = 0; i < public_calendar_names.size(); ++i) {
        if (public_calendar_names[i].id == id) {
            return static_cast<PublicCalendar>(i);
        }
    }
    return std::nullopt;
}

Calendar public_calendar(PublicCalendar calendar) {
    const PublicCalendarName &name = public_calendar_names[static_cast<std::size_t>(calendar)];
    Calendar made;
    made.id = name.id;
    made.label = name.label;
    made.base = calendar;
    return made;
}

bool covers(const Calendar &calendar, Date day) { return lies_in(coverage_of(calendar), day); }

bool is_holiday(PublicCalendar calendar, Date day) {
    if (!lies_in(public_years, day)) {
        return false;
    }
    // New Year's Day may be kept on 31 December of the year before; no other holiday leaves its
    // month to the front. So the day after a holiday says which year the holiday belongs to, and,
    // unless that day begins a month, which month: other rules need not be asked.
    const auto next = add_days(day, 1).ymd();
    const auto may_give_this_day = [&](const HolidayRule &rule) {
        return rule.month == unsigned{next.month()} || unsigned{next.day()} == 1 ||
               (rule.month == easter && next.month() <= std::chrono::April);
    };
    const auto rules = rules_of(calendar);
    const bool by_rule = std::any_of(rules.begin(), rules.end(), [&](const HolidayRule &rule) {
        return may_give_this_day(rule) && observed(calendar, rule, int{next.year()}) == day;
    });
    const bool excepted = calendar == PublicCalendar::EnglandAndWales &&
                          std::find(england_exceptions.begin(), england_exceptions.end(), day) !=
                              england_exceptions.end();
    return by_rule != excepted;
}

bool is_business_day(const Calendar &calendar, Date day) {
    if (!covers(calendar, day)) {
        return false;
    }
    if (holds(calendar.working_days, day)) {
        return true;
    }
    return (calendar.weekend >> weekday_of(day) & 1) == 0 && !holds(calendar.holidays, day) &&
           !is_holiday(calendar.base, day);
}

std::optional<Date> add_business_days(const Calendar &calendar, Date from, std::int64_t n) {
    if (n == 0 || !from.is_day()) {
        return from;
    }
    const Coverage coverage = coverage_of(calendar);
    const int step = n < 0 ? -1 : 1;
    const Date end = n < 0 ? coverage.first_day : coverage.last_day;
    // n business days take n days at least. This bounds the loop, and keeps n in a narrow range.
    const std::int64_t room = days_between(from, end);
    if ((n < 0 ? n < room : room < n) || !lies_in(coverage, add_days(from, step))) {
        return std::nullopt;
    }
    for (Date day = from; day != end;) {
        day = add_days(day, step);
        n -= is_business_day(calendar, day) ? step : 0;
        if (n == 0) {
            return day;
        }
    }
    return std::nullopt;
}

std::optional<std::int64_t> count_business_days(const Calendar &calendar, Date a, Date b) {
    if (b < a) {
        return 0;
    }
    if (!covers(calendar, a) || !covers(calendar, b) || most_days_counted < days_between(a, b)) {
        return std::nullopt;
    }
    std::int64_t count = is_business_day(calendar, a) ? 1 : 0;
    for (Date day = a; day != b;) {
        day = add_days(day, 1);
        count += is_business_day(calendar, day) ? 1 : 0;
    }
    return count;
}

std::optional<Date> roll(const Calendar &calendar, Date day, Roll convention) {
    if (convention == Roll::None || !day.is_day()) {
        return day;
    }
    if (!covers(calendar, day)) {
        return std::nullopt;
    }
    if (is_business_day(calendar, day)) {
        return day;
    }
    const bool forward = convention == Roll::Following || convention == Roll::ModifiedFollowing;
    const bool modified =
        convention == Roll::ModifiedFollowing || convention == Roll::ModifiedPreceding;
    const int step = forward ? 1 : -1;
    const auto rolled = add_business_days(calendar, day, step);
    // What is covered ends with a month, so that a way out of it leaves the month too.
    if (modified && !(rolled && same_month(*rolled, day))) {
        return add_business_days(calendar, day, -step);
    }
    return rolled;
}

} // namespace offramp
