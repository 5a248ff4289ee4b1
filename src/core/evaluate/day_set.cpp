// What sets of days come to: days, hours or occurrences, all of them or within a stretch.
//
// Example: outages on 1 to 3 March and on 10 March are four days and two occurrences; no more than
// three of the days follow each other.
#include "core/evaluate/day_set.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

constexpr std::int64_t hours_of_day = 24;

std::int64_t days_of(const DayRun &run) {
    return run.last.is_day() && run.first.is_day()
               ? std::int64_t{days_between(run.first, run.last)} + 1
               : endless;
}

std::int64_t measure_of(const DayRun &run, Measure measure) {
    if (measure == Measure::Occurrences) {
        return 1;
    }
    return run.hours != 0 ? run.hours : hours_of_day * days_of(run);
}

/// First day of the stretch that ends on a day.
Date stretch_start(Date day, Stretch stretch, Date first_of_run) {
    switch (stretch.within) {
    case Within::Ever:
        return Date::dawn();
    case Within::Consecutive:
        return first_of_run;
    case Within::RollingDays:
        return add_days(day, 1 - stretch.days);
    case Within::CalendarMonth:
        return first_of_month(day);
    case Within::CalendarYear:
        return *Date::from_ymd(day.ymd().year() / std::chrono::January / 1);
    }
    return Date::dawn();
}

/// The day on which a stretch that began on `start` begins anew; never if it rolls.
Date next_stretch(Date start, Stretch stretch) {
    switch (stretch.within) {
    case Within::Ever:
    case Within::Consecutive:
    case Within::RollingDays:
        return Date::never();
    case Within::CalendarMonth:
        return add_months(start, 1, MonthEnd::Clip);
    case Within::CalendarYear:
        return add_months(start, 12, MonthEnd::Clip);
    }
    return Date::never();
}

/// The most that a stretch can hold.
std::int64_t most_of(Stretch stretch) {
    switch (stretch.within) {
    case Within::Ever:
    case Within::Consecutive:
        return endless;
    case Within::RollingDays:
        return stretch.days;
    case Within::CalendarMonth:
        return 31;
    case Within::CalendarYear:
        return 366;
    }
    return endless;
}

/// Of days: within a run every next day adds one, so the day on which the stretch is full is found
/// by looking at no more than `n` days of it, and at those at which the stretch starts anew.
Date first_day_reaching(const DayRuns &runs, std::int64_t n, Stretch stretch) {
    if (most_of(stretch) < n) {
        return Date::never();
    }
    for (const DayRun &run : runs) {
        if (run.first == Date::dawn()) {
            return Date::dawn(); // what has no beginning has filled every stretch
        }
        Date day = run.first;
        while (day <= run.last && day.is_day()) {
            const Date start = stretch_start(day, stretch, run.first);
            const std::int64_t so_far = measured(runs, Measure::Days, start, day);
            if (n <= so_far) {
                return day;
            }
            // Nothing can be full before this many days more, even if none falls out.
            const Date next = add_days(day, n - so_far);
            if (next == day) {
                break; // the calendar ends here
            }
            day = std::min(next, next_stretch(start, stretch));
        }
    }
    return Date::never();
}

/// By insertion: scenarios have few runs, mostly in order, and the page has no room for more.
void sort_by_first(DayRuns &runs) {
    for (std::size_t i = 1; i < runs.size(); ++i) {
        for (std::size_t j = i; 0 < j && runs[j].first < runs[j - 1].first; --j) {
            std::swap(runs[j], runs[j - 1]);
        }
    }
}

} // namespace

DayRuns joined(DayRuns runs) {
    sort_by_first(runs);
    DayRuns result;
    for (const DayRun &run : runs) {
        if (run.last < run.first) {
            continue;
        }
        if (!result.empty() && run.first <= add_days(result.back().last, 1)) {
            result.back().last = std::max(result.back().last, run.last);
        } else {
            result.push_back({run.first, run.last, 0, run.other_first});
        }
    }
    return result;
}

DayRuns common(const DayRuns &a, const DayRuns &b) {
    DayRuns result;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const DayRun both = {std::max(a[i].first, b[j].first), std::min(a[i].last, b[j].last)};
        if (both.first <= both.last) {
            result.push_back(both);
        }
        ++(a[i].last < b[j].last ? i : j); // what ends first has nothing more in common
    }
    return result;
}

DayRuns without(const DayRuns &a, const DayRuns &b) {
    DayRuns result;
    std::size_t j = 0;
    for (const DayRun &run : a) {
        Date from = run.first;
        for (; j < b.size() && b[j].first <= run.last; ++j) {
            if (from < b[j].first) {
                result.push_back({from, add_days(b[j].first, -1)});
            }
            from = std::max(from, add_days(b[j].last, 1));
            if (run.last < b[j].last) {
                break; // it reaches into the next run
            }
        }
        if (from <= run.last && from != Date::never()) {
            result.push_back({from, run.last});
        }
    }
    return result;
}

std::int64_t measured(const DayRuns &runs, Measure measure, Date from, Date to) {
    std::int64_t total = 0;
    if (measure == Measure::Days) {
        for (const DayRun &run : common(joined(runs), {{from, to}})) {
            total += days_of(run);
        }
        return std::min(total, endless);
    }
    // A run surely begins on one of these days if both ends of what is known do, and possibly if
    // those days have one in common with it: that is one condition, for `other_first` stands on the
    // other side.
    const auto begins = [&](const DayRun &run) {
        return run.first <= run.last && from <= run.other_first && run.first <= to;
    };
    DayRuns whole_days; // of which two that overlap count once
    for (const DayRun &run : runs) {
        if (measure == Measure::Hours && run.hours == 0) {
            whole_days.push_back(run);
        } else {
            total += begins(run) ? measure_of(run, measure) : 0;
        }
    }
    for (const DayRun &run : joined(std::move(whole_days))) {
        total += begins(run) ? measure_of(run, measure) : 0;
    }
    return std::min(total, endless);
}

Date first_reaching(const DayRuns &runs, std::int64_t n, Measure measure, Stretch stretch) {
    if (measure == Measure::Days) {
        return first_day_reaching(joined(runs), n, stretch);
    }
    DayRuns in_order = runs;
    sort_by_first(in_order);
    const DayRuns rows = joined(runs);
    std::size_t row = 0; // without a gap, in which a run lies
    for (const DayRun &run : in_order) {
        if (run.last < run.first) {
            continue;
        }
        while (rows[row].last < run.first) {
            ++row;
        }
        const Date start = stretch_start(run.first, stretch, rows[row].first);
        if (n <= measured(runs, measure, start, run.first)) {
            return run.first;
        }
    }
    return Date::never();
}

} // namespace offramp
