// The forms that are functions of numbers, and the one way from what they give at points to what
// they give over ranges. Internal to core.
//
// Example: "30 days after delivery", delivery being some day from 1 to 10 October, is the function
// {After, day} of two numbers that both move it up. Its range is what it gives at the least of both
// and at the most of both: 31 October to 9 November.
#pragma once

#include "core/days/calendar.hpp"
#include "core/days/instant.hpp"
#include "core/lease/range.hpp"
#include "core/lease/rule.hpp"

#include <optional>
#include <span>

namespace offramp {

inline constexpr std::int64_t seconds_of_hour = 3600;

/// A form with its words. Those that its form does not have mean nothing.
struct Function {
    Form form;
    bool is_of_instants = false; ///< of moments, not of days
    /// The number that stands for never, no end or no bound in what it is a function of.
    std::int64_t endless = INT64_MAX;
    Unit unit = Unit::Day;
    MonthEnd month_end = MonthEnd::Clip;
    Counting counting = Counting::ExcludeFirst;
    MonthsBack months_back = MonthsBack::Subtract;
    Roll roll = Roll::None;
    Interval interval = Interval::IncludeFirst;
    Excess excess = Excess::OnlyExcess;
    Rounding rounding = Rounding::Down;
    Amortisation amortisation = Amortisation::LevelPayments;
    Zone zone = Zone::Utc;
    std::int32_t second_of_day = 0;
    const Calendar *calendar = nullptr; ///< of the forms that have one
};

/// What a function gives where each of its children is one number; words are no children here, and
/// one that may be absent is left out at the end. A range where even then it is open: a day that a
/// calendar does not cover, a month without such a day when nobody says which then, a division by
/// nothing. Precondition: is_lifted(function.form).
Numbers at(const Function &function, std::span<const std::int64_t> children);

/// The smallest range that holds what a function gives at all points of the ranges of its children,
/// as if they did not hang together. `least` is at most `most` by construction.
///
/// Proof: while the children that turn stand still, the others move the result all in the direction
/// of `children_of`, or all against it; so it is least and most where they are all at the ends that
/// lower it, or all at those that raise it. A child that turns has its least and most at one of its
/// ends or of its `turning_points`.
Numbers lift(const Function &function, std::span<const Numbers> children);

/// A period after a day or before it, of days or of moments: `at` of After and Before.
Numbers period_at(const Function &function, std::int64_t from, std::int64_t n);

} // namespace offramp
