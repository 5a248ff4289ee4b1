// Sets of days against a naive model: a set of day numbers, and plain loops over them.
#include "core/evaluate/day_set.hpp"
#include "generate/choices.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <set>
#include <string>

using namespace offramp;

namespace {

constexpr std::int64_t first = ("2024-01-20"_date).day_number();
constexpr std::int64_t last_looked_at = first + 900;
constexpr std::uint64_t day_set_seed = 20'261'130;

using Days = std::set<std::int64_t>;

struct NaiveRun {
    std::int64_t from;
    std::int64_t to;
    std::int64_t hours;
};
using NaiveRuns = std::vector<NaiveRun>;

/// Some runs, of which a few have hours, and a few end before they begin.
NaiveRuns some_runs(Choices &choices) {
    NaiveRuns runs;
    for (std::int64_t i = choices.number(0, 5); 0 < i; --i) {
        const std::int64_t from = first + choices.number(0, 80);
        const std::int64_t to = from + choices.number(0, 20) - (choices.chance(1, 10) ? 3 : 0);
        runs.push_back({from, to, choices.chance(1, 4) ? choices.number(1, 40) : 0});
    }
    return runs;
}

DayRuns runs_of(const NaiveRuns &naive) {
    DayRuns runs;
    for (const NaiveRun &run : naive) {
        runs.push_back({Date::from_day_number(run.from), Date::from_day_number(run.to), run.hours});
    }
    return runs;
}

Days days_of(const NaiveRuns &runs) {
    Days days;
    for (const NaiveRun &run : runs) {
        for (std::int64_t day = run.from; day <= run.to; ++day) {
            days.insert(day);
        }
    }
    return days;
}

Days days_of(const DayRuns &runs) {
    Days days;
    for (const DayRun &run : runs) {
        for (std::int64_t day = run.first.day_number(); day <= run.last.day_number(); ++day) {
            days.insert(day);
        }
    }
    return days;
}

/// In order, with a day between any two, and none empty.
bool is_joined(const DayRuns &runs) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (runs[i].last < runs[i].first ||
            (0 < i && runs[i].first.day_number() <= runs[i - 1].last.day_number() + 1)) {
            return false;
        }
    }
    return true;
}

std::string text_of(const NaiveRuns &runs) {
    std::string text;
    for (const NaiveRun &run : runs) {
        text += std::to_string(run.from - first) + ".." + std::to_string(run.to - first) +
                (run.hours == 0 ? " " : " of " + std::to_string(run.hours) + " h ");
    }
    return text;
}

/// What the runs come to on days that are looked at one by one. Whole days that overlap or touch
/// are one run; hours, and each occurrence, count on the first day of theirs.
std::int64_t naive_measure(const NaiveRuns &runs, Measure measure, std::int64_t from,
                           std::int64_t to) {
    std::int64_t total = 0;
    if (measure == Measure::Days) {
        for (const std::int64_t day : days_of(runs)) {
            total += from <= day && day <= to ? 1 : 0;
        }
        return total;
    }
    NaiveRuns whole;
    for (const NaiveRun &run : runs) {
        const bool begins = from <= run.from && run.from <= to && run.from <= run.to;
        if (measure == Measure::Occurrences) {
            total += begins ? 1 : 0;
        } else if (run.hours != 0) {
            total += begins ? run.hours : 0;
        } else {
            whole.push_back(run);
        }
    }
    // Hours of whole days: each day of a gapless row counts on the first day of the row.
    const Days days = days_of(whole);
    std::int64_t start = 0;
    for (const std::int64_t day : days) {
        start = days.count(day - 1) == 0 ? day : start;
        total += from <= start && start <= to ? 24 : 0;
    }
    return total;
}

/// The first day of the stretch that ends on a day.
std::int64_t naive_start(std::int64_t day, Stretch stretch, const Days &days) {
    const auto ymd = Date::from_day_number(day).ymd();
    const auto number = [](std::chrono::year_month_day of) {
        return std::int64_t{std::chrono::sys_days{of}.time_since_epoch().count()};
    };
    switch (stretch.within) {
    case Within::Ever:
        return first - 1000;
    case Within::Consecutive:
        while (days.count(day - 1) != 0) {
            --day;
        }
        return day;
    case Within::RollingDays:
        return day - stretch.days + 1;
    case Within::CalendarMonth:
        return number(ymd.year() / ymd.month() / 1);
    case Within::CalendarYear:
        return number(ymd.year() / std::chrono::January / 1);
    }
    return day;
}

/// Asks of every day in turn whether the stretch that ends on it is full. Precondition: 0 < n.
std::int64_t naive_first_reaching(const NaiveRuns &runs, std::int64_t n, Measure measure,
                                  Stretch stretch) {
    const Days days = days_of(runs);
    for (std::int64_t day = first - 30; day <= last_looked_at; ++day) {
        const std::int64_t start = naive_start(day, stretch, days);
        if (n <= naive_measure(runs, measure, start, day)) {
            return day;
        }
    }
    return Date::never().day_number();
}

constexpr std::array measures = {Measure::Days, Measure::Occurrences, Measure::Hours};
constexpr std::array stretches = {Within::Ever, Within::Consecutive, Within::RollingDays,
                                  Within::CalendarMonth, Within::CalendarYear};

} // namespace

TEST_CASE("Joined, common and other days are those of sets of days", "[day_set]") {
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        Choices choices{day_set_seed + i};
        const NaiveRuns a = some_runs(choices);
        const NaiveRuns b = some_runs(choices);
        const DayRuns one = joined(runs_of(a));
        const DayRuns two = joined(runs_of(b));
        Days both;
        Days rest;
        for (const std::int64_t day : days_of(a)) {
            (days_of(b).count(day) != 0 ? both : rest).insert(day);
        }
        INFO(text_of(a) << "and " << text_of(b));
        REQUIRE(is_joined(one));
        REQUIRE(days_of(one) == days_of(a));
        REQUIRE(days_of(common(one, two)) == both);
        REQUIRE(days_of(without(one, two)) == rest);
        REQUIRE(is_joined(common(one, two)));
        REQUIRE(is_joined(without(one, two)));
    }
}

TEST_CASE("Days, occurrences and hours are what counting one by one comes to", "[day_set]") {
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        Choices choices{day_set_seed + i};
        const NaiveRuns runs = some_runs(choices);
        const std::int64_t from = first + choices.number(0, 100) - 10;
        const std::int64_t to = from + choices.number(0, 90);
        for (const Measure measure : measures) {
            INFO(text_of(runs) << "from " << from - first << " to " << to - first << ", measure "
                               << static_cast<int>(measure));
            REQUIRE(measured(runs_of(runs), measure, Date::from_day_number(from),
                             Date::from_day_number(to)) == naive_measure(runs, measure, from, to));
        }
    }
}

TEST_CASE("The first day that reaches a number is the first of all days that do", "[day_set]") {
    for (std::uint64_t i = 0; i < 3'000; ++i) {
        Choices choices{day_set_seed + i};
        const NaiveRuns runs = some_runs(choices);
        for (const Measure measure : measures) {
            for (const Within within : stretches) {
                const std::int64_t n = choices.number(1, measure == Measure::Hours ? 200 : 20);
                const Stretch stretch{within, choices.number(1, 60)};
                INFO(text_of(runs)
                     << "to " << n << ", measure " << static_cast<int>(measure) << ", within "
                     << static_cast<int>(within) << " " << stretch.days);
                const Date found = first_reaching(runs_of(runs), n, measure, stretch);
                REQUIRE((found.is_day() ? found.day_number() - first : 999'999) == [&] {
                    const auto day = naive_first_reaching(runs, n, measure, stretch);
                    return day <= last_looked_at ? day - first : 999'999;
                }());
            }
        }
    }
}
