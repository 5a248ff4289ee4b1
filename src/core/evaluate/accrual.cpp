#include "core/evaluate/accrual.hpp"

namespace offramp {

namespace {

/// The first day of the month of billing that a day lies in.
Date month_begin(const Billing &billing, Date day) {
    const Date first = first_of_month(day);
    const std::int64_t behind = billing.first_day - 1;
    return day < add_days(first, behind) ? add_days(add_months(first, -1, MonthEnd::Clip), behind)
                                         : add_days(first, behind);
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
    const Date first_month = month_begin(billing, from);
    const Date last_month = month_begin(billing, to);
    const auto next = [](Date month) { return add_months(month, 1, MonthEnd::Clip); };
    const auto part = [&](Date month, Date first, Date last) {
        const std::int64_t length = days_between(month, next(month));
        const std::int64_t days = days_between(first, last) + 1;
        return days == length ? per_month : scale(per_month, days, length);
    };
    if (first_month == last_month) {
        return part(first_month, from, to);
    }
    const std::int64_t between = (last_month.ymd().year() / last_month.ymd().month() -
                                  first_month.ymd().year() / first_month.ymd().month())
                                     .count() -
                                 1;
    return part(first_month, from, add_days(next(first_month), -1)) + scale(per_month, between, 1) +
           part(last_month, last_month, to);
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
