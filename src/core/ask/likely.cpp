#include "core/ask/likely.hpp"

#include "core/ask/overloaded.hpp"

#include <algorithm>
#include <map>

namespace offramp {

namespace {

constexpr Parts half = certain / 2;
constexpr Date last_likely = "2200-12-31"_date; ///< as controls take days
constexpr Parts nine_tenths = certain / 10 * 9;

/// Days and their parts, put down in any order.
class Heap {
  public:
    void put(Date day, Parts parts) {
        if (parts != 0) {
            days_[day] += parts;
        }
    }

    /// Spreads parts over the days from one to another; what does not divide lies on the later
    /// days.
    void spread(Date first, Date last, Parts parts) {
        const std::int64_t count = days_between(first, last) + 1;
        for (std::int64_t i = 0; i < count; ++i) {
            put(add_days(first, i), parts * (i + 1) / count - parts * i / count);
        }
    }

    Distribution take() const {
        Distribution all;
        for (const auto &[day, parts] : days_) {
            all.push_back({day, parts});
        }
        return all;
    }

  private:
    std::map<Date, Parts> days_;
};

Distribution distribution(const Guess &guess, Date as_of) {
    Heap heap;
    const std::int64_t width =
        std::max<std::int64_t>(days_between(guess.even, guess.nine_tenth), 1);
    heap.spread(std::max(add_days(guess.even, 1 - width), as_of), guess.even, half);
    if (guess.even < guess.nine_tenth) {
        heap.spread(add_days(guess.even, 1), guess.nine_tenth, nine_tenths - half);
    } else {
        heap.put(guess.even, nine_tenths - half);
    }
    heap.spread(add_days(guess.nine_tenth, 1), add_days(guess.nine_tenth, width),
                certain - nine_tenths - guess.never);
    heap.put(Date::never(), guess.never);
    return heap.take();
}

Distribution distribution(const Evenly &evenly, Date as_of) {
    Heap heap;
    heap.spread(std::max(evenly.first, as_of), evenly.last, certain - evenly.never);
    heap.put(Date::never(), evenly.never);
    return heap.take();
}

Distribution distribution(const Months &given, Date as_of) {
    std::int64_t whole = given.never;
    for (const MonthWeight &month : given.months) {
        whole += month.weight;
    }
    Heap heap;
    // Shares are cut from the running sum, so that they add up to all parts.
    std::int64_t passed = 0;
    const auto share_of = [&](std::int64_t weight) {
        const Parts before = certain * passed / whole;
        passed += weight;
        return certain * passed / whole - before;
    };
    for (const MonthWeight &month : given.months) {
        heap.spread(std::max(month.first, as_of), last_of_month(month.first),
                    share_of(month.weight));
    }
    heap.put(Date::never(), share_of(given.never));
    return heap.take();
}

Distribution distribution(const Slips &slips, Date as_of, Date due) {
    Heap heap;
    const auto count = static_cast<std::int64_t>(slips.days.size());
    for (std::int64_t i = 0; i < count; ++i) {
        const Count &late = slips.days[static_cast<std::size_t>(i)];
        heap.spread(std::max(add_days(due, late.least), as_of),
                    std::max(add_days(due, late.most), as_of),
                    certain * (i + 1) / count - certain * i / count);
    }
    return heap.take();
}

std::string complaint(const Guess &guess, Date as_of) {
    if (!guess.even.is_day() || !guess.nine_tenth.is_day()) {
        return "Even odds and nine in ten need days.";
    }
    if (guess.nine_tenth < guess.even) {
        return "Nine in ten (" + to_iso(guess.nine_tenth) + ") comes before even odds (" +
               to_iso(guess.even) + "); it is that day or a later one.";
    }
    if (last_likely < guess.nine_tenth) {
        return "Days are taken up to " + to_iso(last_likely) + ".";
    }
    if (guess.even < as_of) {
        return "Even odds by " + to_iso(guess.even) + " lies before " + to_iso(as_of) +
               ", the day seen from, on which nothing is delivered yet.";
    }
    if (guess.never < 0 || certain - nine_tenths < guess.never) {
        return "With nine in ten by a day, at most 10 % are left for never.";
    }
    return {};
}

std::string complaint(const Evenly &evenly, Date as_of) {
    if (!evenly.first.is_day() || !evenly.last.is_day() || evenly.last < evenly.first) {
        return "A range of days begins with its first day and ends with its last.";
    }
    if (last_likely < evenly.last) {
        return "Days are taken up to " + to_iso(last_likely) + ".";
    }
    if (evenly.last < as_of) {
        return "The range ends on " + to_iso(evenly.last) + ", before " + to_iso(as_of) +
               ", the day seen from, on which nothing is delivered yet.";
    }
    return evenly.never < 0 || certain < evenly.never ? "Never is from 0 to 100 %." : "";
}

std::string complaint(const Months &given, Date as_of) {
    std::int64_t whole = given.never;
    Date before = Date::dawn();
    for (const MonthWeight &month : given.months) {
        if (month.weight < 0 || certain < month.weight) {
            return "A month weighs from 0 to 1,000,000.";
        }
        if (!(before < month.first)) {
            return "Months stand in the order of time, each once.";
        }
        if (month.weight != 0 && last_of_month(month.first) < as_of) {
            return "The month of " + to_iso(month.first) + " is over on " + to_iso(as_of) +
                   ", the day seen from, on which nothing is delivered yet.";
        }
        before = month.first;
        whole += month.weight;
    }
    return given.never < 0 || certain < given.never ? "Never weighs from 0 to 1,000,000."
           : whole == 0                             ? "The weights add up to nothing."
                                                    : "";
}

std::string complaint(const Slips &slips, Date) {
    constexpr auto most = static_cast<std::int64_t>(most_likely_days) - 1;
    const bool is_good = !slips.days.empty() && slips.days.size() <= most_likely_days &&
                         std::all_of(slips.days.begin(), slips.days.end(), [](const Count &days) {
                             return 0 <= days.least && days.least <= days.most && days.most <= most;
                         });
    return is_good ? "" : "Slips are from 0 to 3,999 days, and there is at least one.";
}

/// Days that it reaches over.
std::int64_t length_of(const Likely &likely) {
    return std::visit(
        Overloaded{
            [](const Guess &guess) {
                return std::int64_t{3} * (days_between(guess.even, guess.nine_tenth) + 1);
            },
            [](const Evenly &evenly) {
                return std::int64_t{1} + days_between(evenly.first, evenly.last);
            },
            [](const Months &given) { return static_cast<std::int64_t>(given.months.size()) * 31; },
            [](const Slips &) { return std::int64_t{0}; }},
        likely);
}

} // namespace

std::string complaint_about(const Likely &likely, Date as_of) {
    std::string wrong =
        std::visit([as_of](const auto &one) { return complaint(one, as_of); }, likely);
    if (wrong.empty() && static_cast<std::int64_t>(most_likely_days) < length_of(likely)) {
        wrong = "It reaches over more than 4,000 days.";
    }
    return wrong;
}

Distribution distribution_of(const Likely &likely, Date as_of, Date due) {
    return std::visit(
        Overloaded{[&](const Slips &slips) { return distribution(slips, as_of, due); },
                   [&](const auto &one) { return distribution(one, as_of); }},
        likely);
}

} // namespace offramp
