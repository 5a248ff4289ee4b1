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

/// The same scenario with every delivery that is still to come left to any day from then on, or
/// never.
Scenario undecided(Scenario scenario, Date as_of) {
    for (Delivery &delivery : scenario.deliveries) {
        const bool is_forecast = delivery.basis == Basis::Supposed && as_of <= delivery.day.most &&
                                 delivery.day.least != Date::never();
        if (is_forecast && !is_open(delivery)) {
            delivery.day = {std::min(delivery.day.least, as_of), Date::never()};
        }
    }
    return scenario;
}

/// The same scenario with every delivery that is still to come made on the day seen from.
Scenario delivered_now(Scenario scenario, Date as_of) {
    for (Delivery &delivery : scenario.deliveries) {
        if (delivery.basis == Basis::Supposed && delivery.day.most.is_day()) {
            delivery.day = smaller(delivery.day, exactly(as_of));
        }
    }
    return scenario;
}

/// What a fee comes to up to a day, both ends of what is possible; everything up to `never`.
Amount accrued_until(const FeeState &fee, const When &last) {
    return accrued(fee.per_month.value, fee.from.value, smaller(fee.to.value, last));
}

When or_never(const std::optional<Dated> &day) { return day ? day->value : exactly(Date::never()); }

/// Whether no unknown fact is behind it: open deliveries may still move its days.
bool is_known(const FeeState &fee) {
    return fee.per_month.value.known() && fee.from.value.known() && fee.to.value.known() &&
           (fee.per_month.value == exactly(Money::zero()) || fee.to.value.least.is_day());
}

/// Whether it surely runs for no day: then it comes to nothing, whatever it is a month.
bool is_empty(const FeeState &fee) { return fee.to.value.most < fee.from.value.least; }

} // namespace

Scenario in_world(const Lease &lease, const Scenario &scenario, Date as_of, LedgerWorld world) {
    Scenario now = without_coming_notices(lease, scenario, as_of);
    return world == LedgerWorld::Undecided ? undecided(std::move(now), as_of)
                                           : delivered_now(std::move(now), as_of);
}

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
    const When end = exactly(last);
    const Money whole = accrued_until(cut.whole, end).most;
    const Money reachable =
        accrued_until(cut.whole, smaller(end, smaller(cut.delivered, cut.paid))).most;
    const Money certain =
        std::min(accrued_until(cut.certain, smaller(end, smaller(cut.undecided, cut.paid))).least,
                 reachable);
    const Money due = std::min(
        accrued_until(cut.whole, smaller(end, smaller(exactly(cut.due), cut.paid))).least, whole);
    const Money firm_until = std::max(due, certain);
    const Money conditional_until = std::max(firm_until, reachable);
    return {due, firm_until - due, conditional_until - firm_until, whole - conditional_until};
}

Ledger LedgerEvaluator::evaluate(const Lease &lease, const Scenario &scenario, Date as_of) {
    const Scenario now = without_coming_notices(lease, scenario, as_of);
    const Scenario delivered = in_world(lease, scenario, as_of, LedgerWorld::Delivered);
    const Scenario undecided = in_world(lease, scenario, as_of, LedgerWorld::Undecided);
    offramp::evaluate(lease, now, as_of, now_);
    // Most leases of a book wait for nothing: three evaluations that would say the same.
    const auto state_of = [&](const Scenario &other, LeaseState &state) -> const LeaseState & {
        if (other == now) {
            return now_;
        }
        offramp::evaluate(lease, other, as_of, state);
        return state;
    };
    const LeaseState &best = state_of(delivered, delivered_);
    const LeaseState &least = state_of(undecided, undecided_);
    Scenario dated = on_time_scenario(lease);
    dated.readings = now.readings;
    dated.unknowns = now.unknowns;
    const LeaseState &in_time = state_of(dated, in_time_);

    cuts_.clear();
    Ledger ledger{{Money::zero(), Money::zero(), Money::zero(), Money::zero()},
                  Date::dawn(),
                  Date::dawn(),
                  {}};
    for (std::size_t i = 0; i < now_.fees.size(); ++i) {
        const FeeState &fee = now_.fees[i];
        if (is_empty(fee)) {
            continue;
        }
        const bool has_end = accrued_until(fee, exactly(Date::never())).most.is_bounded();
        if (!is_known(in_time.fees[i]) || !has_end) {
            ledger.unknown.push_back(FeeId{static_cast<std::int32_t>(i)});
            continue;
        }
        const Cut cut{fee,
                      least.fees[i],
                      or_never(fee.last_paid_day),
                      or_never(best.fees[i].last_firm_day),
                      or_never(least.fees[i].last_firm_day),
                      add_days(as_of, -1)};
        ledger += until(cut, Date::never());
        ledger.firm_last_day =
            std::max(ledger.firm_last_day, smaller(cut.undecided, cut.paid).least);
        ledger.conditional_last_day =
            std::max(ledger.conditional_last_day, smaller(cut.delivered, cut.paid).least);
        cuts_.push_back(cut);
    }
    return ledger;
}

LedgerMonths LedgerEvaluator::months() const {
    LedgerMonths all;
    for (const Cut &cut : cuts_) {
        const Date first = cut.whole.from.value.least;
        const Date last = cut.whole.to.value.most;
        if (!first.is_day() || !last.is_day() || last < first ||
            cut.whole.per_month.value == exactly(Money::zero())) {
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

} // namespace offramp
