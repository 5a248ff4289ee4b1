// What a fee comes to over a run of days.
//
// Example: $920 million a month from 1 October 2026, up to 26 January 2027: three whole months and
// 26 of January's 31 days, $771,612,903.23, are $3,531,612,903.23.
#include "core/evaluate/accrual.hpp"

namespace offramp {

namespace {

/// Where a day stands in the months of a fee, which begin on one day of each calendar month and are
/// as long as that: from 15 October to 14 November are the 31 days of October.
struct Billed {
    std::int32_t month;  ///< as `month_number` of its first day
    std::int32_t before; ///< days of the month before this one
};

std::int32_t length_of(std::int32_t month) {
    const std::chrono::month of{static_cast<unsigned>(month % 12) + 1};
    return static_cast<std::int32_t>(
        unsigned{(std::chrono::year{month / 12} / of / std::chrono::last).day()});
}

Billed billed_on(const Billing &billing, Date day) {
    const auto ymd = day.ymd();
    const std::int32_t month =
        int{ymd.year()} * 12 + static_cast<std::int32_t>(unsigned{ymd.month()}) - 1;
    const std::int32_t before = static_cast<std::int32_t>(unsigned{ymd.day()}) - billing.first_day;
    return 0 <= before ? Billed{month, before} : Billed{month - 1, length_of(month - 1) + before};
}

/// Example: $3,100 a month that begins on day 15, from 20 October to 14 December 2026. The month
/// from 15 October has 31 days, of which 26 are charged: $2,600. The next is whole: $5,700.
Money accrue(const Billing &billing, Money per_month, Date from, Date to) {
    if (to < from || from == Date::never() || per_month == Money::zero()) {
        return Money::zero();
    }
    if (!from.is_day() || !to.is_day()) {
        return per_month < Money::zero() ? Money::zero() - Money::unbounded() : Money::unbounded();
    }
    const Billed first = billed_on(billing, from);
    const Billed last = billed_on(billing, to);
    const auto part = [per_month](std::int32_t month, std::int32_t days) {
        const std::int32_t length = length_of(month);
        return days == length ? per_month : scale(per_month, days, length);
    };
    if (first.month == last.month) {
        return part(first.month, last.before - first.before + 1);
    }
    return part(first.month, length_of(first.month) - first.before) +
           scale(per_month, last.month - first.month - 1, 1) + part(last.month, last.before + 1);
}

/// The longer a fee runs the more it comes to; a rebate, which is below nothing, the less. So it is
/// least and most at one of the four corners.
Amount accrued(const Billing &billing, const Amount &per_month, const When &from, const When &to) {
    const auto at = [&](Money each) {
        const Money shortest = accrue(billing, each, from.most, to.least);
        const bool is_one = from.known() && to.known();
        return hull(exactly(shortest),
                    exactly(is_one ? shortest : accrue(billing, each, from.least, to.most)));
    };
    return per_month.known() ? at(per_month.least) : hull(at(per_month.least), at(per_month.most));
}

/// Its day is one day: that it may be any of several makes nothing less of the whole.
Amount charged_once(const Amount &amount, const When &on, const When &first, const When &last) {
    const Truth is_day = both(less(exactly(Date::dawn()), on), happens(on));
    const Truth is_due = both(is_day, both(at_most(first, on), at_most(on, last)));
    const Amount nothing = exactly(Money::zero());
    return is_due == Truth::Yes ? amount : is_due == Truth::No ? nothing : hull(amount, nothing);
}

} // namespace

Amount charged(const Charge &charge, const When &first, const When &last) {
    return charge.billing.is_once ? charged_once(charge.amount, charge.from, first, last)
                                  : accrued(charge.billing, charge.amount,
                                            larger(charge.from, first), smaller(charge.to, last));
}

} // namespace offramp
