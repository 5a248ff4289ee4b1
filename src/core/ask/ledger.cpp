// Example: $920 million a month from 1 October 2026, seen from 27 November 2026, nothing recorded
// of the delivery. If it never comes the tenant leaves today: only what is due, 1 October to 26
// November, is certain. If it came in time the first exit is 1 April 2027: the fees up to 31 March
// are firm once that is known, hence conditional. What comes after is cancellable.
#include "core/ask/ledger.hpp"

#include "core/ask/published.hpp"
#include "core/evaluate/accrual.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// Whether no unknown fact is behind it: open deliveries may still move its days.
bool is_known(const FeeState &fee) {
    return fee.amount.value.known() && fee.from.value.known() && fee.to.value.known() &&
           (fee.amount.value == exactly(Money::zero()) || fee.to.value.least.is_day() ||
            (fee.billing.is_once && fee.from.value != exactly(Date::dawn())));
}

/// Whether it surely runs for no day: then it comes to nothing, whatever it is a month.
bool is_empty(const FeeState &fee) {
    const bool never_comes = fee.billing.is_once && happens(fee.from.value) == Truth::No;
    return never_comes || fee.to.value.most < fee.from.value.least;
}

} // namespace

LedgerParts &LedgerParts::operator+=(const LedgerParts &other) {
    due = due + other.due;
    firm = firm + other.firm;
    conditional = conditional + other.conditional;
    cancellable = cancellable + other.cancellable;
    return *this;
}

LedgerParts &LedgerParts::operator-=(const LedgerParts &other) {
    due = due - other.due;
    firm = firm - other.firm;
    conditional = conditional - other.conditional;
    cancellable = cancellable - other.cancellable;
    return *this;
}

void LedgerMonths::reach(std::int32_t first, std::int32_t last) {
    if (months.empty()) {
        first_month = first;
    }
    if (first < first_month) {
        months.insert(months.begin(), static_cast<std::size_t>(first_month - first), LedgerParts{});
        first_month = first;
    }
    months.resize(std::max(months.size(), static_cast<std::size_t>(last - first_month) + 1));
}

LedgerParts LedgerEvaluator::until(const Cut &cut, Date last) {
    const auto up_to = [last](const When &day) { return smaller(day, exactly(last)); };
    const Money whole = accrued_until(cut.whole, up_to(exactly(Date::never()))).most;
    const Money reachable =
        std::min(accrued_until(cut.delivered, up_to(paid_until(cut.delivered))).most, whole);
    const Money certain =
        std::min(accrued_until(cut.undecided, up_to(paid_until(cut.undecided))).least, reachable);
    When due_until = exactly(cut.due);
    if (cut.whole.last_paid_day) {
        due_until = smaller(due_until, cut.whole.last_paid_day->value);
    }
    const Money due = std::min(accrued_until(cut.whole, up_to(due_until)).least, whole);
    const Money firm_until = std::max(due, certain);
    const Money conditional_until = std::max(firm_until, reachable);
    return {due, firm_until - due, conditional_until - firm_until, whole - conditional_until};
}

Ledger LedgerEvaluator::evaluate(const Lease &lease, const Scenario &scenario, Date as_of) {
    const Scenario now = without_coming_notices(lease, scenario, as_of);
    offramp::evaluate(lease, now, as_of, now_, UpTo::Payments);
    return evaluate_now(lease, now, now_, as_of);
}

Ledger LedgerEvaluator::evaluate(const Lease &lease, const Scenario &scenario,
                                 const LeaseState &state, Date as_of) {
    const bool has_coming = without_coming_notices(lease, scenario, as_of) != scenario;
    return has_coming ? evaluate(lease, scenario, as_of)
                      : evaluate_now(lease, scenario, state, as_of);
}

const LeaseState &LedgerEvaluator::in_time_state(const Lease &lease, const Scenario &now,
                                                 const LeaseState &state, Date as_of) {
    offramp::evaluate(lease, blank_scenario(lease), lease.information_day, in_time_, UpTo::Fees);
    Scenario dated = on_time_scenario(lease, in_time_);
    dated.readings = now.readings;
    dated.unknowns = now.unknowns;
    // Most leases of a book wait for nothing: an evaluation that would say the same.
    if (dated == now) {
        return state;
    }
    offramp::evaluate(lease, dated, as_of, in_time_, UpTo::Fees);
    return in_time_;
}

Ledger LedgerEvaluator::evaluate_now(const Lease &lease, const Scenario &now,
                                     const LeaseState &state, Date as_of) {
    Work own{most_work_of_ledger};
    Work &work = shared_ != nullptr ? *shared_ : own;
    Ledger ledger{{Money::zero(), Money::zero(), Money::zero(), Money::zero()},
                  Date::dawn(),
                  Date::dawn(),
                  {}};
    std::vector<FeeId> known;
    const LeaseState &in_time =
        state.fees.empty() ? state : in_time_state(lease, now, state, as_of);
    for (std::size_t i = 0; i < state.fees.size(); ++i) {
        const FeeState &fee = state.fees[i];
        if (is_empty(fee)) {
            continue;
        }
        const bool has_end = accrued_until(fee, exactly(Date::never())).most.is_bounded();
        (is_known(in_time.fees[i]) && has_end ? known : ledger.unknown)
            .push_back(FeeId{static_cast<std::int32_t>(i)});
    }
    const LeaseState &undecided =
        undecided_.find(lease, now, state, as_of, LedgerWorld::Undecided, known, work);
    const LeaseState &delivered =
        delivered_.find(lease, now, state, as_of, LedgerWorld::Delivered, known, work);

    cuts_.clear();
    for (const FeeId id : known) {
        const Cut cut{get(state.fees, id), get(undecided.fees, id), get(delivered.fees, id),
                      add_days(as_of, -1)};
        ledger += until(cut, Date::never());
        ledger.firm_last_day = std::max(ledger.firm_last_day, paid_until(cut.undecided).least);
        ledger.conditional_last_day =
            std::max(ledger.conditional_last_day, paid_until(cut.delivered).least);
        cuts_.push_back(cut);
    }
    return ledger;
}

const Scenario &LedgerEvaluator::world(LedgerWorld world) const {
    return world == LedgerWorld::Undecided ? undecided_.scenario() : delivered_.scenario();
}

LedgerMonths LedgerEvaluator::months() const {
    LedgerMonths all;
    for (const Cut &cut : cuts_) {
        if (cut.whole.billing.is_once) {
            // All parts are of one day: where it is open, the one that made it conditional.
            const When on = cut.delivered.from.value;
            const Date day = on.least.is_day()  ? on.least
                             : on.most.is_day() ? on.most
                                                : cut.whole.from.value.least;
            if (day.is_day()) {
                all.reach(month_number(day), month_number(day));
                all.at(month_number(day)) += until(cut, Date::never());
            }
            continue;
        }
        const Date first = cut.whole.from.value.least;
        const Date last = cut.whole.to.value.most;
        if (!first.is_day() || !last.is_day() || last < first ||
            cut.whole.amount.value == exactly(Money::zero())) {
            continue;
        }
        const std::int32_t begin = month_number(first);
        const std::int32_t end = month_number(last);
        all.reach(begin, end);
        LedgerParts before{};
        for (std::int32_t month = begin; month <= end; ++month) {
            const LedgerParts until_end = until(cut, add_days(day_of_month_number(month + 1), -1));
            LedgerParts &own = all.at(month);
            own += until_end;
            own -= before;
            before = until_end;
        }
    }
    return all;
}

Ledger ledger_of(const Lease &lease, const Scenario &scenario, Date as_of) {
    return LedgerEvaluator{}.evaluate(lease, scenario, as_of);
}

Ledger ledger_of(const Lease &lease, const Scenario &scenario, Date as_of, Work &shared) {
    return LedgerEvaluator{shared}.evaluate(lease, scenario, as_of);
}

} // namespace offramp
