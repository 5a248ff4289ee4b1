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

Scenario without_coming_notices(Scenario scenario, Date as_of) {
    for (Notice &notice : scenario.notices) {
        if (as_of <= notice.day.most) {
            notice = Notice{};
        }
    }
    return scenario;
}

/// What a fee comes to up to a day, both ends of what is possible; everything up to `never`.
Amount until(const FeeState &fee, const When &last) {
    return accrued(fee.per_month.value, fee.from.value, smaller(fee.to.value, last));
}

When or_never(const std::optional<Dated> &day) { return day ? day->value : exactly(Date::never()); }

/// Whether no unknown fact is behind it: open deliveries may still move its days.
bool is_known(const FeeState &fee) {
    return fee.per_month.value.known() && fee.from.value.known() && fee.to.value.known() &&
           (fee.per_month.value == exactly(Money::zero()) || fee.to.value.least.is_day());
}

} // namespace

Ledger ledger_of(const Lease &lease, const Scenario &scenario, Date as_of) {
    const Scenario now = without_coming_notices(scenario, as_of);
    const LeaseState most = evaluate(lease, now, as_of);
    const LeaseState best = evaluate(lease, delivered_now(now, as_of), as_of);
    const LeaseState least = evaluate(lease, undecided(now, as_of), as_of);
    Scenario in_time = on_time_scenario(lease);
    in_time.readings = now.readings;
    in_time.unknowns = now.unknowns;
    const LeaseState dated = evaluate(lease, in_time, as_of);

    Ledger ledger{Money::zero(), Money::zero(), Money::zero(), Money::zero(), Money::zero(), {}};
    for (std::size_t i = 0; i < most.fees.size(); ++i) {
        if (!is_known(dated.fees[i])) {
            ledger.unknown.push_back(FeeId{static_cast<std::int32_t>(i)});
            continue;
        }
        const FeeState &fee = most.fees[i];
        const FeeState &worst = least.fees[i];
        const When paid = or_never(fee.last_paid_day);
        const Money whole = until(fee, exactly(Date::never())).most;
        const When best_day = or_never(best.fees[i].last_firm_day);
        const Money reachable = until(fee, smaller(best_day, paid)).most;
        const Money certain =
            std::min(until(worst, smaller(or_never(worst.last_firm_day), paid)).least, reachable);
        const Money due =
            std::min(until(fee, smaller(exactly(add_days(as_of, -1)), paid)).least, whole);
        const Money firm_until = std::max(due, certain);
        const Money conditional_until = std::max(firm_until, reachable);
        ledger.headline = ledger.headline + whole;
        ledger.due = ledger.due + due;
        ledger.firm = ledger.firm + (firm_until - due);
        ledger.conditional = ledger.conditional + (conditional_until - firm_until);
        ledger.cancellable = ledger.cancellable + (whole - conditional_until);
    }
    return ledger;
}

} // namespace offramp
