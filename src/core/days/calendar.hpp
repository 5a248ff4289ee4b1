// Business days: public calendars made from their rules, with a lease's own days on top of them.
// Knows no opening hours and no clock, and does not guess about years for which it has no rules.
#pragma once

#include "core/days/date.hpp"

#include <array>
#include <vector>

namespace offramp {

/// The public calendars that this engine generates from their rules.
enum class PublicCalendar {
    Weekends,         ///< no holidays at all
    UsFederal,        ///< 5 U.S.C. 6103: a Saturday's holiday is kept on the Friday before
    UsFederalReserve, ///< Federal Reserve K.8: the same, but a Saturday's holiday is not kept
    EnglandAndWales,  ///< bank holidays with their substitute days, and the two common-law holidays
};

struct PublicCalendarName {
    std::string_view id; ///< as a lease writes it
    std::string_view label;
};

/// In the order of the enumerators.
inline constexpr std::array public_calendar_names = {
    PublicCalendarName{"weekends", "Saturdays and Sundays only"},
    PublicCalendarName{"us-federal", "US federal holidays, as observed"},
    PublicCalendarName{"us-frb", "US Federal Reserve Bank holidays"},
    PublicCalendarName{"england-wales", "Bank holidays in England and Wales"},
};

/// A calendar of business days. Its own days come on top of the public one's.
struct Calendar {
    std::string id;    ///< as a lease writes it: "us-federal"
    std::string label; ///< "US federal holidays, as observed"
    PublicCalendar base = PublicCalendar::Weekends;
    std::uint8_t weekend = 0b1100000; ///< bit i: ISO weekday i + 1 (Monday is bit 0) is off
    std::vector<Date> holidays;       ///< sorted; further days off
    std::vector<Date> working_days;   ///< sorted; business days whatever else is said of them

    friend bool operator==(const Calendar &, const Calendar &) = default;
};

std::optional<PublicCalendar> find_public_calendar(std::string_view id);

/// With weekends on Saturday and Sunday, and no days of its own.
Calendar public_calendar(PublicCalendar calendar);

/// Holidays are generated for these years, both included; business days outside are not known.
inline constexpr int first_calendar_year = 1990;
inline constexpr int last_calendar_year = 2100;

/// In days; longer than any run of them without a business day.
inline constexpr std::int64_t longest_holiday = 30;

/// Whether it is known if a day is a business day. A calendar on the base `Weekends` knows every
/// day; none knows `never` and `dawn`.
bool covers(const Calendar &calendar, Date day);

/// Holidays as they are observed: New Year's Day 2028 is a Saturday, so that in `UsFederal` Friday
/// 31 December 2027 is the holiday and 1 January is none. Weekends do not count.
bool is_holiday(PublicCalendar calendar, Date day);

/// False for a day that the calendar does not cover.
bool is_business_day(const Calendar &calendar, Date day);

/// The n-th business day after (0 < n) or before (n < 0) a day. The day itself is never counted,
/// whether or not it is a business day; with n = 0 it is the answer, and so are `never` and `dawn`.
/// Nothing when the count leaves what the calendar covers.
/// Example: in `UsFederal`, the 5th after Wednesday 25 November 2026 is Thursday 3 December:
/// Thanksgiving, the 26th, and the weekend are not counted.
std::optional<Date> add_business_days(const Calendar &calendar, Date from, std::int64_t n);

/// Business days from a to b, both included; 0 when b < a, nothing when one is not covered or more
/// than 111 years lie between them.
std::optional<std::int64_t> count_business_days(const Calendar &calendar, Date a, Date b);

/// Where a day goes that is no business day: the conventions of FpML and ISDA.
enum class Roll {
    None,              ///< it stays
    Following,         ///< the next business day
    ModifiedFollowing, ///< the next, unless that is in another month: then the one before
    Preceding,         ///< the business day before
    ModifiedPreceding, ///< the one before, unless that is in another month: then the next
};

/// A business day stays where it is, and so do `never` and `dawn`. Nothing when the day is not
/// covered or the way leads out of what is.
std::optional<Date> roll(const Calendar &calendar, Date day, Roll convention);

} // namespace offramp
