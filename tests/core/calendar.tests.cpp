#include "core/days/calendar.hpp"

#include <catch_amalgamated.hpp>

using namespace offramp;

namespace {

constexpr Date first = "1990-01-01"_date;
constexpr Date last = "2100-12-31"_date;
constexpr PublicCalendar every_calendar[] = {PublicCalendar::Weekends, PublicCalendar::UsFederal,
                                             PublicCalendar::UsFederalReserve,
                                             PublicCalendar::EnglandAndWales};

static_assert(public_calendar_names.size() == std::size(every_calendar));

template <typename Visit>
void each_day(Visit visit) {
    for (Date day = first; day <= last; day = add_days(day, 1)) {
        visit(day);
    }
}

/// Monday is 1, as the standard library numbers the days of a week.
unsigned iso_weekday(Date day) {
    return std::chrono::weekday{std::chrono::sys_days{day.ymd()}}.iso_encoding();
}

Calendar named(const char *id) {
    const auto found = find_public_calendar(id);
    INFO(id);
    REQUIRE(found);
    return public_calendar(*found);
}

std::string iso(const std::optional<Date> &day) { return day ? to_iso(*day) : "nothing"; }

/// The nearest business day from a day on, asked day by day; nothing past what is covered.
std::optional<Date> scan(const Calendar &calendar, Date day, int step) {
    while (covers(calendar, day) && !is_business_day(calendar, day)) {
        day = add_days(day, step);
    }
    return covers(calendar, day) ? std::optional{day} : std::nullopt;
}

std::optional<Date> scan_in_month(const Calendar &calendar, Date day, int step) {
    const auto found = scan(calendar, day, step);
    return found && first_of_month(*found) == first_of_month(day) ? found
                                                                  : scan(calendar, day, -step);
}

} // namespace

TEST_CASE("A business day is a weekday that is no holiday", "[core][calendar][law]") {
    for (const PublicCalendar base : every_calendar) {
        const Calendar calendar = public_calendar(base);
        int wrong = 0;
        each_day([&](Date day) {
            const bool weekday = iso_weekday(day) <= 5;
            const bool holiday = is_holiday(base, day);
            wrong += !holiday || weekday ? 0 : 1; // what is observed is never a weekend
            wrong += is_business_day(calendar, day) == (weekday && !holiday) ? 0 : 1;
        });
        INFO(calendar.id);
        CHECK(wrong == 0);
    }
}

TEST_CASE("Every year has as many holidays as its laws and proclamations give it",
          "[core][calendar][law]") {
    // From 31 December to 30 December, because a New Year's Day may be kept on the eve.
    const auto kept = [](PublicCalendar base, int year) {
        const Date eve = *Date::from_ymd(std::chrono::year{year - 1} / 12 / 31);
        const Date end = *Date::from_ymd(std::chrono::year{year} / 12 / 30);
        int count = 0;
        for (Date day = eve; day <= end; day = add_days(day, 1)) {
            count += is_holiday(base, day) ? 1 : 0;
        }
        return count;
    };
    const auto saturdays = [](int year) {
        int count = 0;
        for (const auto &[month, day] : {std::pair{1, 1}, {6, 19}, {7, 4}, {11, 11}, {12, 25}}) {
            const Date date = *Date::from_ymd(std::chrono::year{year} / month / day);
            count += iso_weekday(date) == 6 && (month != 6 || 2021 <= year) ? 1 : 0;
        }
        return count;
    };
    const auto proclaimed = [](int year) { // besides the eight, in the year as counted here
        const bool one =
            year == 2000 || year == 2002 || year == 2011 || year == 2012 || year == 2023;
        return one ? 1 : year == 2022 ? 2 : 0; // 31 December 1999 is counted with 2000
    };
    for (int year = first_calendar_year; year <= last_calendar_year; ++year) {
        INFO(year);
        const int federal = year < 2021 ? 10 : 11;
        CHECK(kept(PublicCalendar::Weekends, year) == 0);
        CHECK(kept(PublicCalendar::UsFederal, year) == federal);
        CHECK(kept(PublicCalendar::UsFederalReserve, year) == federal - saturdays(year));
        CHECK(kept(PublicCalendar::EnglandAndWales, year) == 8 + proclaimed(year));
    }
}

TEST_CASE("Rolling finds the nearest business day in its direction", "[core][calendar][law]") {
    for (const PublicCalendar base : every_calendar) {
        const Calendar calendar = public_calendar(base);
        int wrong = 0;
        int out_of_month = 0;
        each_day([&](Date day) {
            const auto modified = roll(calendar, day, Roll::ModifiedFollowing);
            wrong += roll(calendar, day, Roll::None) == day ? 0 : 1;
            wrong += roll(calendar, day, Roll::Following) == scan(calendar, day, 1) ? 0 : 1;
            wrong += roll(calendar, day, Roll::Preceding) == scan(calendar, day, -1) ? 0 : 1;
            wrong += modified == scan_in_month(calendar, day, 1) ? 0 : 1;
            wrong +=
                roll(calendar, day, Roll::ModifiedPreceding) == scan_in_month(calendar, day, -1)
                    ? 0
                    : 1;
            out_of_month += modified && first_of_month(*modified) == first_of_month(day) ? 0 : 1;
        });
        INFO(calendar.id);
        CHECK(wrong == 0);
        CHECK(out_of_month == 0);
    }
}

TEST_CASE("The n-th business day after a day has n business days up to it",
          "[core][calendar][law]") {
    for (const PublicCalendar base : every_calendar) {
        const Calendar calendar = public_calendar(base);
        int wrong = 0;
        each_day([&](Date day) {
            for (const int n : {1, 2, 7}) {
                const auto later = add_business_days(calendar, day, n);
                const auto left =
                    count_business_days(calendar, add_days(day, 1), later.value_or(last));
                const bool runs_out = base != PublicCalendar::Weekends && left.value_or(0) < n;
                wrong += later ? (left == n && is_business_day(calendar, *later) ? 0 : 1)
                               : (runs_out ? 0 : 1);
                const auto earlier = add_business_days(calendar, day, -n);
                const auto before =
                    count_business_days(calendar, earlier.value_or(first), add_days(day, -1));
                const bool starts_late = base != PublicCalendar::Weekends && before.value_or(0) < n;
                wrong += earlier ? (before == n && is_business_day(calendar, *earlier) ? 0 : 1)
                                 : (starts_late ? 0 : 1);
            }
        });
        INFO(calendar.id);
        CHECK(wrong == 0);
    }
}

TEST_CASE("There and back again is the day rolled, and later days lead no earlier",
          "[core][calendar][law]") {
    for (const PublicCalendar base : every_calendar) {
        const Calendar calendar = public_calendar(base);
        int wrong = 0;
        each_day([&](Date day) {
            for (const int n : {1, 4}) {
                const auto later = add_business_days(calendar, day, n);
                const auto earlier = add_business_days(calendar, day, -n);
                wrong += !later || add_business_days(calendar, *later, -n) ==
                                       roll(calendar, day, Roll::Preceding)
                             ? 0
                             : 1;
                wrong += !earlier || add_business_days(calendar, *earlier, n) ==
                                         roll(calendar, day, Roll::Following)
                             ? 0
                             : 1;
                const auto from_next = add_business_days(calendar, add_days(day, 1), n);
                wrong += !later || !from_next || *later <= *from_next ? 0 : 1;
            }
        });
        INFO(calendar.id);
        CHECK(wrong == 0);
    }
}

TEST_CASE("Who is closed on the days that calendars differ on", "[core][calendar]") {
    struct Row {
        Date day;
        bool federal;
        bool reserve;
        bool england;
        const char *why;
    };
    const auto row = GENERATE(
        Row{"2027-12-31"_date, true, false, false, "New Year's Day 2028 is a Saturday"},
        Row{"2028-01-03"_date, false, false, true, "its substitute in England is the Monday"},
        Row{"2028-01-01"_date, false, false, false, "the Saturday itself is kept by nobody"},
        Row{"2100-12-31"_date, true, false, false, "even where 2101 is not covered"},
        Row{"2023-01-02"_date, true, true, true, "New Year's Day on a Sunday"},
        Row{"2021-06-18"_date, true, false, false, "the first Juneteenth, on a Saturday"},
        Row{"2020-06-19"_date, false, false, false, "Juneteenth before the law"},
        Row{"2026-07-03"_date, true, false, false, "Independence Day on a Saturday"},
        Row{"2021-07-05"_date, true, true, false, "Independence Day on a Sunday"},
        Row{"2026-11-26"_date, true, true, false, "Thanksgiving is the fourth Thursday"},
        Row{"2026-11-27"_date, false, false, false, "the day after it is a business day"},
        Row{"2025-01-20"_date, true, true, false, "Inauguration Day on Martin Luther King's"},
        Row{"2021-01-20"_date, false, false, false, "Inauguration Day is for Washington alone"},
        Row{"2020-12-28"_date, false, false, true, "Boxing Day on a Saturday"},
        Row{"2021-12-27"_date, false, false, true, "Christmas on a Saturday ..."},
        Row{"2021-12-28"_date, false, false, true, "... and Boxing Day on a Sunday"},
        Row{"2022-12-26"_date, true, true, true, "Christmas on a Sunday; Boxing Day itself"},
        Row{"2022-12-27"_date, false, false, true, "Christmas on a Sunday, substitute day"},
        Row{"2019-04-19"_date, false, false, true, "Good Friday"},
        Row{"2038-04-26"_date, false, false, true, "the latest Easter Monday"},
        Row{"2008-03-21"_date, false, false, true, "the earliest Good Friday of these years"},
        Row{"2020-05-04"_date, false, false, false, "Early May moved away"},
        Row{"2020-05-08"_date, false, false, true, "Early May moved to VE Day"},
        Row{"2022-06-02"_date, false, false, true, "Spring moved to the Platinum Jubilee"},
        Row{"1999-12-31"_date, true, false, true, "millennium; New Year's Day 2000 a Saturday"});
    INFO(to_iso(row.day) << ": " << row.why);
    CHECK(is_holiday(PublicCalendar::UsFederal, row.day) == row.federal);
    CHECK(is_holiday(PublicCalendar::UsFederalReserve, row.day) == row.reserve);
    CHECK(is_holiday(PublicCalendar::EnglandAndWales, row.day) == row.england);
}

TEST_CASE("Periods of business days as contracts and courts count them", "[core][calendar]") {
    struct Row {
        const char *calendar;
        Date from;
        int n;
        const char *expected;
        const char *why;
    };
    const auto row = GENERATE(
        Row{"us-federal", "2026-11-30"_date, 5, "2026-12-07", "V17: receipt, plus five"},
        Row{"us-federal", "2026-12-02"_date, 5, "2026-12-09", "V22: window and certificate"},
        Row{"us-federal", "2026-09-14"_date, 5, "2026-09-21", "V23: no holiday between"},
        Row{"us-federal", "2026-09-01"_date, 5, "2026-09-09", "V23: over Labor Day"},
        Row{"us-federal", "2026-05-11"_date, 20, "2026-06-09", "V32: over Memorial Day"},
        Row{"us-federal", "2026-11-25"_date, 1, "2026-11-27", "V60: courier over Thanksgiving"},
        Row{"us-federal", "2026-12-23"_date, 3, "2026-12-29", "V61: certified mail over Christmas"},
        Row{"england-wales", "2025-10-06"_date, 5, "2025-10-13", "V67: in England"},
        Row{"us-federal", "2025-10-06"_date, 5, "2025-10-14", "V67: over Columbus Day"},
        Row{"us-federal", "2026-11-26"_date, 1, "2026-11-27", "a holiday is not counted either"},
        Row{"us-federal", "2026-11-27"_date, -1, "2026-11-25", "backwards over Thanksgiving"},
        Row{"us-federal", "2027-12-23"_date, 1, "2027-12-27", "Christmas kept on Friday"},
        Row{"us-frb", "2027-12-23"_date, 1, "2027-12-24", "but not by the Reserve Banks"},
        Row{"weekends", "2026-12-24"_date, 1, "2026-12-25", "no holidays at all"});
    INFO(row.why);
    const Calendar calendar = named(row.calendar);
    CHECK(iso(add_business_days(calendar, row.from, row.n)) == row.expected);
}

TEST_CASE("Last days that are no business days roll as the contract says", "[core][calendar]") {
    struct Row {
        Date day;
        Roll convention;
        const char *expected;
        const char *why;
    };
    const auto row = GENERATE(
        Row{"2007-09-01"_date, Roll::Following, "2007-09-04", "V65: forward, over Labor Day"},
        Row{"2007-09-01"_date, Roll::Preceding, "2007-08-31", "V65: backward"},
        Row{"2028-07-04"_date, Roll::None, "2028-07-04", "V55: no roll is stated"},
        Row{"2028-07-04"_date, Roll::Following, "2028-07-05", "V55: less than 180 days before"},
        Row{"2028-07-04"_date, Roll::Preceding, "2028-07-03", "V55: as FRAP rolls backward"},
        Row{"2026-05-31"_date, Roll::ModifiedFollowing, "2026-05-29", "June is another month"},
        Row{"2026-08-01"_date, Roll::ModifiedPreceding, "2026-08-03", "July is another month"},
        Row{"2026-05-30"_date, Roll::Following, "2026-06-01", "unmodified, it may leave"},
        Row{"2026-05-29"_date, Roll::ModifiedFollowing, "2026-05-29", "a business day stays"},
        Row{"2100-12-31"_date, Roll::Following, "nothing", "2101 is not covered"},
        Row{"2100-12-31"_date, Roll::ModifiedFollowing, "2100-12-30", "nor needed"},
        Row{"1990-01-01"_date, Roll::Preceding, "nothing", "1989 is not covered"},
        Row{"1990-01-01"_date, Roll::ModifiedPreceding, "1990-01-02", "nor needed"},
        Row{"2101-01-03"_date, Roll::Following, "nothing", "not covered at all"},
        Row{"2101-01-03"_date, Roll::None, "2101-01-03", "nothing to know"});
    INFO(row.why);
    CHECK(iso(roll(named("us-federal"), row.day, row.convention)) == row.expected);
}

TEST_CASE("Business days outside the known years are unknown, not guessed", "[core][calendar]") {
    const Calendar federal = named("us-federal");
    CHECK(covers(federal, first));
    CHECK(covers(federal, last));
    CHECK_FALSE(covers(federal, "1989-12-31"_date));
    CHECK_FALSE(covers(federal, "2101-01-01"_date));
    CHECK_FALSE(is_business_day(federal, "2101-01-04"_date));
    CHECK_FALSE(is_holiday(PublicCalendar::UsFederal, "2101-07-04"_date));
    CHECK(iso(add_business_days(federal, "2100-12-30"_date, 1)) == "nothing");
    CHECK(iso(add_business_days(federal, "1989-12-31"_date, 1)) ==
          "1990-01-02"); // counts none of 1989
    CHECK(iso(add_business_days(federal, "1989-12-30"_date, 1)) == "nothing");
    CHECK(iso(add_business_days(federal, "1989-12-30"_date, 0)) == "1989-12-30");
    CHECK(count_business_days(federal, first, last) == 28'960 - 1'191); // weekdays, holidays
    CHECK_FALSE(count_business_days(federal, "1989-12-31"_date, last));
    CHECK_FALSE(count_business_days(federal, first, "2101-01-01"_date));
    CHECK(count_business_days(federal, "2101-01-02"_date, "2101-01-01"_date) == 0);

    const Calendar weekends = named("weekends");
    CHECK(covers(weekends, "0001-01-01"_date));
    CHECK(covers(weekends, "9999-12-31"_date));
    CHECK(iso(add_business_days(weekends, "9999-12-30"_date, 1)) == "9999-12-31");
    CHECK(iso(add_business_days(weekends, "9999-12-31"_date, 1)) == "nothing");
    CHECK(iso(add_business_days(weekends, "0001-01-01"_date, -1)) == "nothing");
    CHECK(count_business_days(weekends, "9999-12-27"_date, "9999-12-31"_date) == 5);
}

TEST_CASE("No number of business days is too large to be refused", "[core][calendar]") {
    const std::int64_t n = GENERATE(1'000'000'000'000, -1'000'000'000'000, INT64_MAX, INT64_MIN);
    for (const PublicCalendar base : every_calendar) {
        CHECK(iso(add_business_days(public_calendar(base), "2026-09-30"_date, n)) == "nothing");
        CHECK(add_business_days(public_calendar(base), Date::never(), n) == Date::never());
        CHECK(add_business_days(public_calendar(base), Date::dawn(), n) == Date::dawn());
    }
    Calendar closed = named("weekends"); // and a calendar without any business day ends, too
    closed.weekend = 0b1111111;
    CHECK(iso(add_business_days(closed, "2026-09-30"_date, 1)) == "nothing");
    CHECK(iso(roll(closed, "2026-09-30"_date, Roll::ModifiedFollowing)) == "nothing");
}

TEST_CASE("The two ends of time are no business days and stay where they are", "[core][calendar]") {
    const Date end = GENERATE(Date::never(), Date::dawn());
    for (const PublicCalendar base : every_calendar) {
        const Calendar calendar = public_calendar(base);
        CHECK_FALSE(covers(calendar, end));
        CHECK_FALSE(is_holiday(base, end));
        CHECK_FALSE(is_business_day(calendar, end));
        CHECK_FALSE(count_business_days(calendar, end, end));
        for (const Roll convention : {Roll::None, Roll::Following, Roll::ModifiedFollowing,
                                      Roll::Preceding, Roll::ModifiedPreceding}) {
            CHECK(roll(calendar, end, convention) == end);
        }
    }
    CHECK_FALSE(count_business_days(named("weekends"), first, Date::never()));
    CHECK(count_business_days(named("weekends"), first, Date::dawn()) == 0);
}

TEST_CASE("A lease's own days come on top of the public calendar", "[core][calendar]") {
    Calendar lease = named("us-federal");
    lease.holidays = {"2026-11-27"_date, "2026-12-24"_date};
    lease.working_days = {"2026-12-05"_date, "2026-12-24"_date, "2026-12-25"_date};
    CHECK(iso(add_business_days(lease, "2026-11-25"_date, 1)) == "2026-11-30"); // V60
    CHECK(is_business_day(lease, "2026-12-05"_date));                           // a Saturday
    CHECK(is_business_day(lease, "2026-12-25"_date));                           // Christmas
    CHECK(is_business_day(lease, "2026-12-24"_date)); // working days have the last word
    CHECK(count_business_days(lease, "2026-11-23"_date, "2026-12-25"_date) == 24);

    Calendar gulf = named("weekends");
    gulf.weekend = 0b0110000; // Friday and Saturday
    CHECK(iso(roll(gulf, "2026-10-02"_date, Roll::Following)) == "2026-10-04");
    CHECK(iso(roll(gulf, "2026-10-03"_date, Roll::Preceding)) == "2026-10-01");
    CHECK(iso(add_business_days(gulf, "2026-10-01"_date, 5)) == "2026-10-08");
    CHECK(count_business_days(gulf, "2026-10-01"_date, "2026-10-07"_date) == 5);
}

TEST_CASE("Public calendars are found by their ids alone", "[core][calendar]") {
    for (const PublicCalendar base : every_calendar) {
        const Calendar calendar = public_calendar(base);
        CHECK(find_public_calendar(calendar.id) == base);
        CHECK(calendar.base == base);
        CHECK_FALSE(calendar.label.empty());
        CHECK(calendar == public_calendar(base));
    }
    CHECK(named("us-frb").base == PublicCalendar::UsFederalReserve);
    const char *text = GENERATE("", "us", "US-federal", "us-federal ", "weekend", "mars");
    INFO(text);
    CHECK_FALSE(find_public_calendar(text));
}
