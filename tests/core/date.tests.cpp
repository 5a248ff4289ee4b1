#include "core/days/date.hpp"

#include <catch_amalgamated.hpp>

using namespace offramp;

namespace {

constexpr Date first = "1990-01-01"_date;
constexpr Date last = "2110-12-31"_date;

/// An oracle that shares nothing with the code under test: it counts days on its fingers.
struct Counted {
    int year;
    int month;
    int day;

    int month_length() const {
        const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        const int lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        return lengths[month - 1];
    }
    void next() {
        if (++day <= month_length()) {
            return;
        }
        day = 1;
        if (++month == 13) {
            month = 1;
            ++year;
        }
    }
    std::string iso() const {
        const auto padded = [](int number) {
            return (number < 10 ? "0" : "") + std::to_string(number);
        };
        return std::to_string(year) + "-" + padded(month) + "-" + padded(day);
    }
};

template <typename Visit>
void each_day(Visit visit) {
    for (Date day = first; day <= last; day = add_days(day, 1)) {
        visit(day);
    }
}

static_assert("2027-02-28"_date < "2027-03-01"_date);
static_assert(add_days("2027-02-28"_date, 1) == "2027-03-01"_date);
static_assert(!parse_iso("2027-02-29"));
static_assert(Date::dawn() < first && last < Date::never());

} // namespace

TEST_CASE("Every day from 1990 to 2110 is named as counting on fingers names it", "[core][date]") {
    Counted counted{1990, 1, 1};
    int wrong = 0;
    each_day([&](Date day) {
        wrong += to_iso(day) == counted.iso() ? 0 : 1;
        counted.next();
    });
    CHECK(wrong == 0);
    CHECK(counted.iso() == "2111-01-01");
}

TEST_CASE("Reading what was written gives the same day", "[core][date]") {
    int wrong = 0;
    each_day([&](Date day) { wrong += parse_iso(to_iso(day)) == day ? 0 : 1; });
    CHECK(wrong == 0);
}

TEST_CASE("Adding days and taking them away again changes nothing", "[core][date]") {
    int wrong = 0;
    each_day([&](Date day) {
        for (const int days : {1, 28, 90, 365, 366, 20'000}) {
            const Date later = add_days(day, days);
            wrong += add_days(later, -days) == day && days_between(day, later) == days ? 0 : 1;
        }
    });
    CHECK(wrong == 0);
}

TEST_CASE("Months after a day obey the laws of their month-end rule", "[core][date]") {
    int wrong = 0;
    each_day([&](Date day) {
        for (const int months : {-25, -12, -1, 0, 1, 2, 11, 12, 13, 48}) {
            const Date clip = add_months(day, months, MonthEnd::Clip);
            const Date sticky = add_months(day, months, MonthEnd::Sticky);
            const Date next = add_months(day, months, MonthEnd::NextMonth);
            const bool is_last = day == last_of_month(day);
            const bool has_same_day = unsigned{clip.ymd().day()} == unsigned{day.ymd().day()};
            // The arrival month is the same for all; only the day within it differs.
            const int expected_month =
                12 * int{day.ymd().year()} + static_cast<int>(unsigned{day.ymd().month()}) + months;
            const int month =
                12 * int{clip.ymd().year()} + static_cast<int>(unsigned{clip.ymd().month()});
            wrong += month == expected_month ? 0 : 1;
            wrong += has_same_day || clip == last_of_month(clip) ? 0 : 1;
            wrong += sticky == (is_last ? last_of_month(clip) : clip) ? 0 : 1;
            wrong += next == (has_same_day ? clip : add_days(clip, 1)) ? 0 : 1;
        }
    });
    CHECK(wrong == 0);
}

TEST_CASE("A later day plus a period is never earlier than an earlier day plus it",
          "[core][date]") {
    int wrong = 0;
    each_day([&](Date day) {
        const Date eve = add_days(day, -1);
        for (const MonthEnd rule : {MonthEnd::Clip, MonthEnd::Sticky, MonthEnd::NextMonth}) {
            for (const int months : {-13, -1, 1, 2, 9, 12}) {
                wrong += add_months(eve, months, rule) <= add_months(day, months, rule) ? 0 : 1;
            }
        }
    });
    CHECK(wrong == 0);
}

TEST_CASE("Month arithmetic at the corners that courts have ruled on", "[core][date]") {
    struct Row {
        Date from;
        int months;
        MonthEnd rule;
        const char *expected;
        const char *why;
    };
    const auto row = GENERATE(
        Row{"2026-09-30"_date, 1, MonthEnd::Clip, "2026-10-30", "the corresponding date"},
        Row{"2026-09-30"_date, 1, MonthEnd::Sticky, "2026-10-31", "a month's end to a month's end"},
        Row{"1978-09-30"_date, 4, MonthEnd::Clip, "1979-01-30", "Dodds v Walker: not the 31st"},
        Row{"2026-08-31"_date, 18, MonthEnd::Clip, "2028-02-29", "February of a leap year"},
        Row{"2026-08-31"_date, 24, MonthEnd::Clip, "2028-08-31", "from the original day, no drift"},
        Row{"2024-02-29"_date, 36, MonthEnd::Clip, "2027-02-28", "no 29 February in 2027"},
        Row{"2024-02-29"_date, 36, MonthEnd::NextMonth, "2027-03-01", "the other reading of it"},
        Row{"2031-11-30"_date, -9, MonthEnd::Clip, "2031-02-28", "backwards into February"});
    INFO(row.why);
    CHECK(to_iso(add_months(row.from, row.months, row.rule)) == row.expected);
}

TEST_CASE("Texts that are not a day are refused", "[core][date]") {
    const char *text =
        GENERATE("", "2026-9-30", "2026-09-31", "2027-02-29", "1900-02-29", "2026-00-10",
                 "2026-13-01", "2026-01-00", "0000-01-01", "2026-09-30 ", " 2026-09-30",
                 "2026/09/30", "20260930", "+026-09-30", "2026-09-3a", "never");
    INFO(text);
    CHECK_FALSE(parse_iso(text));
}

TEST_CASE("Arithmetic never leaves the calendar", "[core][date]") {
    CHECK(add_days(Date::never(), -1) == Date::never());
    CHECK(add_months(Date::dawn(), 12, MonthEnd::Clip) == Date::dawn());
    CHECK(to_iso(add_days("9999-12-31"_date, 1)) == "9999-12-31");
    CHECK(to_iso(add_days("0001-01-01"_date, -1'000'000'000'000)) == "0001-01-01");
    CHECK(to_iso(add_months("9999-01-31"_date, 120'000, MonthEnd::Clip)) == "9999-12-31");
    CHECK(to_iso(add_months("0001-03-31"_date, INT64_MIN, MonthEnd::Clip)) == "0001-01-01");
}
