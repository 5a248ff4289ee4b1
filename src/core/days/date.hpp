// Civil days and the arithmetic that contracts do on them.
// No zone, no time of day, no clock: a day is a day wherever it is read.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace offramp {

/// A day of the Gregorian calendar from 0001-01-01 to 9999-12-31, or one of two ends:
/// `never` is later than every day and `dawn` is earlier. Arithmetic leaves the ends where they
/// are and stops at the first and last day, so that it is total.
class Date {
  public:
    constexpr Date() = default; ///< dawn

    static constexpr std::int32_t first_day_number = -719162; // 0001-01-01
    static constexpr std::int32_t last_day_number = 2932896;  // 9999-12-31

    static constexpr Date never() { return Date{INT32_MAX}; }
    static constexpr Date dawn() { return Date{INT32_MIN}; }

    /// Nothing when the calendar has no such day, as for 29 February 2027.
    static constexpr std::optional<Date> from_ymd(std::chrono::year_month_day ymd) {
        if (!ymd.ok() || int{ymd.year()} < 1 || 9999 < int{ymd.year()}) {
            return std::nullopt;
        }
        return Date{
            static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
    }

    /// Days since 1970-01-01; a number outside the calendar becomes its nearest day.
    static constexpr Date from_day_number(std::int64_t number) {
        if (number < first_day_number) {
            return Date{first_day_number};
        }
        return Date{number < last_day_number ? static_cast<std::int32_t>(number) : last_day_number};
    }

    constexpr std::int32_t day_number() const { return days_; }
    constexpr bool is_day() const { return *this != never() && *this != dawn(); }

    /// Precondition: is_day().
    constexpr std::chrono::year_month_day ymd() const {
        return std::chrono::sys_days{std::chrono::days{days_}};
    }

    friend constexpr bool operator==(const Date &, const Date &) = default;
    friend constexpr std::strong_ordering operator<=>(const Date &a, const Date &b) {
        return a.days_ <=> b.days_;
    }

  private:
    constexpr explicit Date(std::int32_t days) : days_(days) {}

    std::int32_t days_ = INT32_MIN;
};

/// What a number of months after a day means when the arrival month has no such day, or when the
/// day stood at a month's end. Every use names its rule; there is no default.
enum class MonthEnd {
    Clip,   ///< corresponding date, else the last day: Jan 31 + 1 month = Feb 28 (Dodds v Walker)
    Sticky, ///< from a last day to a last day: Sep 30 + 1 month = Oct 31; otherwise as Clip
    NextMonth, ///< a missing day becomes the first of the next month: Feb 29 + 1 year = Mar 1
    Open,      ///< nobody says: a missing day is one of the two; as Clip where a day must be given
};

constexpr Date add_days(Date day, std::int64_t days) {
    return day.is_day() ? Date::from_day_number(day.day_number() + days) : day;
}

/// Where a day stands among all days in a row: one number before the calendar stands for dawn and
/// one after it for never, so that a run of days can be halved with its ends.
constexpr std::int64_t place_of(Date day) {
    const std::int64_t number = day.day_number();
    return number < Date::first_day_number  ? Date::first_day_number - 1
           : Date::last_day_number < number ? Date::last_day_number + 1
                                            : number;
}
constexpr Date day_at(std::int64_t place) {
    return place < Date::first_day_number  ? Date::dawn()
           : Date::last_day_number < place ? Date::never()
                                           : Date::from_day_number(place);
}

/// The number of days, or of anything else, of what does not end. What is counted beyond it has no
/// end either.
inline constexpr std::int64_t endless = INT32_MAX;

/// Calendar days from a to b; negative when b is earlier. Precondition: both are days.
constexpr std::int32_t days_between(Date a, Date b) { return b.day_number() - a.day_number(); }

/// `months` may be negative. Offsets are taken from the original day, never chained: chaining
/// through a short month loses days.
constexpr Date add_months(Date day, std::int64_t months, MonthEnd policy) {
    using namespace std::chrono;
    if (!day.is_day()) {
        return day;
    }
    if (months < -120'000 || 120'000 < months) {
        return Date::from_day_number(months < 0 ? Date::first_day_number : Date::last_day_number);
    }
    const year_month_day from = day.ymd();
    const year_month target = from.year() / from.month() + std::chrono::months{months};
    if (int{target.year()} < 1 || 9999 < int{target.year()}) {
        return Date::from_day_number(months < 0 ? Date::first_day_number : Date::last_day_number);
    }
    const auto last = year_month_day{target / std::chrono::last};
    const bool from_last = from == year_month_day{from.year() / from.month() / std::chrono::last};
    if (policy == MonthEnd::Sticky && from_last) {
        return *Date::from_ymd(last);
    }
    if (from.day() <= last.day()) {
        return *Date::from_ymd(target / from.day());
    }
    return policy == MonthEnd::NextMonth ? add_days(*Date::from_ymd(last), 1)
                                         : *Date::from_ymd(last);
}

/// The first and the last day of the month in which a day lies. Precondition: is_day().
constexpr Date first_of_month(Date day) {
    return add_days(day, 1 - static_cast<int>(unsigned{day.ymd().day()}));
}
constexpr Date last_of_month(Date day) {
    const auto ymd = day.ymd();
    return *Date::from_ymd(ymd.year() / ymd.month() / std::chrono::last);
}

/// Reads exactly `YYYY-MM-DD`; nothing for any other text or for a day that does not exist.
constexpr std::optional<Date> parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (const char c : text) {
        if (c == '-') {
            ++part;
        } else if (c < '0' || '9' < c || 2 < part) {
            return std::nullopt;
        } else {
            parts[part] = parts[part] * 10 + (c - '0');
        }
    }
    if (part != 2) {
        return std::nullopt;
    }
    using namespace std::chrono;
    return Date::from_ymd(year_month_day{year{parts[0]}, month{static_cast<unsigned>(parts[1])},
                                         day{static_cast<unsigned>(parts[2])}});
}

/// Months since January of year 0. Precondition: a day.
constexpr std::int32_t month_number(Date day) {
    return int{day.ymd().year()} * 12 + static_cast<std::int32_t>(unsigned{day.ymd().month()}) - 1;
}
/// The first day of a month; `never` beyond the calendar.
constexpr Date day_of_month_number(std::int32_t month) {
    const auto first =
        Date::from_ymd(std::chrono::year{month / 12} /
                       std::chrono::month{static_cast<unsigned>(month % 12) + 1} / 1);
    return first.value_or(Date::never());
}

/// `YYYY-MM-DD`, or `never` and `dawn` for the two ends.
std::string to_iso(Date day);

inline namespace literals {
/// A wrong date does not compile: "2027-02-29"_date is refused by the empty optional.
consteval Date operator""_date(const char *text, std::size_t size) {
    return parse_iso(std::string_view{text, size}).value();
}
} // namespace literals

} // namespace offramp
