#include "core/ask/statement.hpp"

#include "core/evaluate/accrual.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// The days on which something may be due; `never` and `dawn` when it has no end.
struct DueDays {
    Date first = Date::never();
    Date last = Date::dawn();

    void include(Date from, Date to) {
        if (from <= to && from != Date::never()) {
            first = std::min(first, from);
            last = std::max(last, to);
        }
    }
};

DueDays due_days_of(const LeaseState &state) {
    DueDays due;
    for (const FeeState &fee : state.fees) {
        if (fee.total.value != exactly(Money::zero())) {
            due.include(fee.from.value.least, fee.to.value.most);
        }
    }
    for (const RemedyState &remedy : state.remedies) {
        if (remedy.amount.value == exactly(Money::zero())) {
            continue;
        }
        if (remedy.credited) {
            const std::int64_t parts = remedy.credit_days.value.most.minor();
            due.include(remedy.credited->from.least,
                        add_days(remedy.credited->from.most, parts / 100 + 1));
        } else {
            due.include(remedy.first_day.value.least, remedy.last_day.value.most);
        }
    }
    return due;
}

/// What a fee comes to in a calendar month. Where its own months begin on another day, the
/// difference of what it comes to by the ends of two: parts that were each rounded would not add
/// up.
Amount fee_in(const FeeState &fee, Date first, Date last) {
    const Charge charge = charge_of(fee);
    if (fee.billing.is_once || fee.billing.first_day == 1) {
        return charged(charge, exactly(first), exactly(last));
    }
    const When start = exactly(Date::dawn());
    const Amount until = charged(charge, start, exactly(last));
    const Amount before = charged(charge, start, exactly(add_days(first, -1)));
    const Money a = until.least - before.least;
    const Money b = until.most - before.most;
    return {std::min(a, b), std::max(a, b)};
}

} // namespace

std::vector<StatementMonth> statement(const LeaseState &state) {
    std::vector<StatementMonth> months;
    const DueDays due = due_days_of(state);
    if (!due.first.is_day() || !due.last.is_day()) {
        return months;
    }
    for (Date first = first_of_month(due.first);
         first <= due.last && months.size() < most_statement_months;
         first = add_months(first, 1, MonthEnd::Clip)) {
        const Date last = last_of_month(first);
        StatementMonth month{first, exactly(Money::zero()), exactly(Money::zero())};
        for (const FeeState &fee : state.fees) {
            month.fees = month.fees + fee_in(fee, first, last);
        }
        for (const RemedyState &remedy : state.remedies) {
            month.credits = month.credits + credited_between(remedy, first, last);
        }
        months.push_back(month);
    }
    return months;
}

} // namespace offramp
