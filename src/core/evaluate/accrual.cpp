#include "core/evaluate/accrual.hpp"

namespace offramp {

namespace {

Money accrue(Money per_month, Date from, Date to) {
    if (to < from || from == Date::never() || per_month == Money::zero()) {
        return Money::zero();
    }
    if (!from.is_day() || !to.is_day()) {
        return per_month < Money::zero() ? Money::zero() - Money::unbounded() : Money::unbounded();
    }
    const auto first = from.ymd();
    const auto last = to.ymd();
    const auto part = [per_month](std::chrono::year_month month, std::int64_t days) {
        const auto length = unsigned{(month / std::chrono::last).day()};
        return days == length ? per_month : scale(per_month, days, length);
    };
    const std::chrono::year_month first_month = first.year() / first.month();
    const std::chrono::year_month last_month = last.year() / last.month();
    if (first_month == last_month) {
        return part(first_month, days_between(from, to) + 1);
    }
    const auto days_in_first =
        unsigned{(first_month / std::chrono::last).day()} + 1 - unsigned{first.day()};
    const std::int64_t months_between = (last_month - first_month).count() - 1;
    return part(first_month, days_in_first) + scale(per_month, months_between, 1) +
           part(last_month, unsigned{last.day()});
}

/// The longer a fee runs the more it comes to; a rebate, which is below nothing, the less. So it is
/// least and most at one of the four corners.
Amount accrued(const Amount &per_month, const When &from, const When &to) {
    const auto at = [&](Money each) {
        const Money shortest = accrue(each, from.most, to.least);
        const bool is_one = from.known() && to.known();
        return hull(exactly(shortest),
                    exactly(is_one ? shortest : accrue(each, from.least, to.most)));
    };
    return per_month.known() ? at(per_month.least) : hull(at(per_month.least), at(per_month.most));
}

/// Its day is one day: that it may be any of several makes nothing less of the whole.
Amount charged_once(const Amount &amount, const When &on, const When &first, const When &last) {
    const Truth is_due = both(happens(on), both(at_most(first, on), at_most(on, last)));
    const Amount nothing = exactly(Money::zero());
    return is_due == Truth::Yes ? amount : is_due == Truth::No ? nothing : hull(amount, nothing);
}

} // namespace

Amount charged(const Charge &charge, const When &first, const When &last) {
    return charge.billing.is_once
               ? charged_once(charge.amount, charge.from, first, last)
               : accrued(charge.amount, larger(charge.from, first), smaller(charge.to, last));
}

} // namespace offramp
