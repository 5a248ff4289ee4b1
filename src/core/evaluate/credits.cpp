// What a remedy comes to on days from one to another: months of a statement are cut from it.
//
// Example: two and a half days of a fee of $3,100 a month from 1 March: a day of March is $100, so
// that they come to $250, and to $200 on the days up to 2 March.
#include "core/evaluate/accrual.hpp"
#include "core/evaluate/lease_state.hpp"

#include <algorithm>

namespace offramp {

namespace {

bool is_endless(std::int64_t parts) { return endless <= parts / hundredths; }

/// The fee of so many hundredths of a day from a day on, as far as it falls on days up to another.
Money credited(const Billing &billing, Money per_month, Date from, std::int64_t parts, Date last) {
    if (!from.is_day()) {
        return Money::zero(); // a credit that begins on no day falls on none
    }
    if (is_endless(parts) && last == Date::never()) {
        return per_month == Money::zero() ? per_month : Money::unbounded();
    }
    const std::int64_t whole = parts / hundredths;
    const Date next = add_days(from, whole);
    const Date whole_last = std::min(add_days(next, -1), last);
    const auto fee = [&](Date first, Date until) {
        return charged({billing, exactly(per_month), exactly(first), exactly(until)}).least;
    };
    const Money full = whole == 0 ? Money::zero() : fee(from, whole_last);
    return last < next ? full : full + scale(fee(next, next), parts % hundredths, hundredths);
}

/// Bounds where it is not known on which days: a day is worth a 31st of the fee to a 28th, and each
/// month that is touched rounds by less than one.
Money least_credited(Money per_month, std::int64_t parts) {
    const Money share = scale(per_month, parts, 31 * hundredths);
    const Money slack = Money::from_minor(parts / (28 * hundredths) + 3);
    return std::max(Money::zero(), share - slack);
}
Money most_credited(Money per_month, std::int64_t parts) {
    if (is_endless(parts) && per_month != Money::zero()) {
        return Money::unbounded();
    }
    const Money slack = Money::from_minor(parts / (28 * hundredths) + 3);
    return parts == 0 ? Money::zero() : scale(per_month, parts, 28 * hundredths) + slack;
}

/// Of days of fee, up to the end of a day.
Amount credited_fee_until(const RemedyState &state, Date last) {
    const Credited &by = *state.credited;
    const auto [least, most] = state.credit_days.value;
    if (least == most && by.from.known() && by.per_month.known()) {
        return smaller(
            exactly(credited(by.billing, by.per_month.least, by.from.least, least.minor(), last)),
            by.cap);
    }
    const bool has_all = last == Date::never() && by.from.least.is_day() && by.from.most.is_day();
    return smaller(
        Amount{has_all ? least_credited(by.per_month.least, least.minor()) : Money::zero(),
               most_credited(by.per_month.most, most.minor())},
        by.cap);
}

/// The first of so many days of accrual of which a day is no longer one: how many come before it.
std::int64_t days_before(Date first_of_accrual, std::int64_t days, Date day) {
    if (!first_of_accrual.is_day() || day <= first_of_accrual) {
        return 0;
    }
    return day.is_day() ? std::min<std::int64_t>(days_between(first_of_accrual, day), days) : days;
}

/// What a ladder gives on days from one to another, both included, of those that accrue.
std::int64_t climbed(const Ladder &ladder, Date first_of_accrual, std::int64_t days, Date first,
                     Date last) {
    const Date end = last == Date::never() ? last : add_days(last, 1);
    return total_of(ladder, days_before(first_of_accrual, days, end)) -
           total_of(ladder, days_before(first_of_accrual, days, first));
}

/// First days of accrual that are asked one by one; of more only bounds are given.
constexpr std::int64_t most_first_days = 400;

/// As `credited_between`, but for a cap that it shares.
Amount uncapped_between(const RemedyState &state, Date first, Date last) {
    if (state.credited) {
        const Amount until = credited_fee_until(state, last);
        if (!first.is_day()) {
            return until;
        }
        const Amount before = credited_fee_until(state, add_days(first, -1));
        return until.known() && before.known()
                   ? exactly(until.least - before.least)
                   : Amount{std::max(Money::zero(), until.least - before.most),
                            until.most - before.least};
    }
    if (state.credit_days.value != exactly(Money::zero())) {
        return exactly(Money::zero()); // days of fee, and no fee is named
    }
    const Date earliest = state.first_day.value.least; // names that a lambda of clang 14 can take
    const Date latest = state.first_day.value.most;
    const bool is_one_ladder = state.least == state.most;
    const std::int64_t starts = latest.is_day() && earliest.is_day()
                                    ? days_between(earliest, latest) + 1
                                    : most_first_days + 1;
    if (!first.is_day() || !is_one_ladder || most_first_days < starts) {
        // All up to the last day, less the most or the least that comes before the first.
        const auto until = [&](const Ladder &ladder, Date from, std::int64_t days, Date day) {
            return climbed(ladder, from, days, Date::dawn(), day);
        };
        const auto least = [&](Date day) {
            return until(state.least, latest, state.accrual.least, day);
        };
        const auto most = [&](Date day) {
            return until(state.most, earliest, state.accrual.most, day);
        };
        const Date eve = add_days(first, -1);
        const Numbers before = first.is_day() ? Numbers{least(eve), most(eve)} : Numbers{0, 0};
        return amount_of({std::max<std::int64_t>(0, least(last) - before.most),
                          std::max<std::int64_t>(0, most(last) - before.least)});
    }
    // A month may have less the sooner the days begin, for those before it leave fewer: so each
    // first day is asked. Example: 40 days of $1,000 from some day between 1 October and 1 December
    // bring November nothing at the least and 30 days at the most.
    Numbers result = exactly(climbed(state.most, earliest, state.accrual.most, first, last));
    for (std::int64_t i = 0; i < starts; ++i) {
        const Date from = add_days(earliest, i);
        result =
            hull(result, exactly(climbed(state.least, from, state.accrual.least, first, last)));
        result = hull(result, exactly(climbed(state.most, from, state.accrual.most, first, last)));
    }
    return amount_of(result);
}

} // namespace

Amount credited_between(const RemedyState &state, Date first, Date last) {
    if (state.uncapped == state.amount.value) {
        return uncapped_between(state, first, last);
    }
    // A shared cap takes off what comes last.
    const auto until = [&](Date day) {
        return smaller(uncapped_between(state, Date::dawn(), day), state.amount.value);
    };
    const Amount all = until(last);
    if (!first.is_day()) {
        return all;
    }
    const Amount before = until(add_days(first, -1));
    return all.known() && before.known()
               ? exactly(all.least - before.least)
               : Amount{std::max(Money::zero(), all.least - before.most), all.most - before.least};
}

} // namespace offramp
