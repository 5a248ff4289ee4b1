// How likely a delivery is on each day: whole parts of a million on days, so that nothing is
// rounded and nothing drawn by lot.
#pragma once

#include "core/days/date.hpp"
#include "core/lease/range.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace offramp {

/// Parts of a million.
using Parts = std::int64_t;
inline constexpr Parts certain = 1'000'000;

struct DayParts {
    Date day; ///< `never` is one
    Parts parts;
    friend bool operator==(const DayParts &, const DayParts &) = default;
};
/// In order of days, each day once, each with at least one part; they add up to `certain`.
using Distribution = std::vector<DayParts>;

/// What somebody expects who answers three questions.
struct Guess {
    Date even;       ///< as likely by this day as not
    Date nine_tenth; ///< nine in ten by this day
    Parts never;     ///< 0 to 100,000
    friend bool operator==(const Guess &, const Guess &) = default;
};
/// Every day from one to another is as likely as the next, both included.
struct Evenly {
    Date first;
    Date last;
    Parts never; ///< 0 to 1,000,000
    friend bool operator==(const Evenly &, const Evenly &) = default;
};
/// Weights of calendar months; within a month every day is as likely as the next.
struct MonthWeight {
    Date first; ///< of the month
    std::int64_t weight;
    friend bool operator==(const MonthWeight &, const MonthWeight &) = default;
};
struct Months {
    std::vector<MonthWeight> months; ///< in order of time
    std::int64_t never = 0;          ///< weight
    friend bool operator==(const Months &, const Months &) = default;
};
/// How many days others came late: each of them as likely as the next, counted from the due day;
/// where only bounds are public, every day between them is as likely as the next.
struct Slips {
    std::vector<Count> days; ///< 0 and more
    friend bool operator==(const Slips &, const Slips &) = default;
};
using Likely = std::variant<Guess, Evenly, Months, Slips>;

/// The days of one distribution at the most; more are refused.
inline constexpr std::size_t most_likely_days = 4000;

/// What is wrong with it, in a sentence; empty if nothing is. Seen from a day: what has not been
/// delivered before it can only come on it or later.
std::string complaint_about(const Likely &likely, Date as_of);

/// The parts of each day. Seen from `as_of`; slips are counted from `due`, and what would have come
/// before `as_of` comes on it. Precondition: there is no complaint.
///
/// Of a guess: one half lies evenly on the days up to `even`, four tenths on those from there to
/// `nine_tenth`, and the rest that is not never on as many days after it. The first half begins as
/// long before `even` as `nine_tenth` lies after it, but not before `as_of`. So with even odds by
/// 15 October, nine in ten by 30 November and a chance of 2 % of never, seen from 27 September:
/// 500,000 parts on the 19 days from 27 September to 15 October, 400,000 on the 46 from 16 October
/// to 30 November, 80,000 on the 46 from 1 December to 15 January, 20,000 on never.
Distribution distribution_of(const Likely &likely, Date as_of, Date due);

} // namespace offramp
