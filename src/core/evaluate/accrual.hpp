// What a fee comes to over a run of days.
#pragma once

#include "core/evaluate/lease_state.hpp"

namespace offramp {

/// A fee as it is charged: by the month on the days from `from` to `to`, both included, or once on
/// the day that both of them are.
struct Charge {
    Billing billing;
    Amount amount; ///< for a month, or all of it
    When from;
    When to;
};
inline Charge charge_of(const FeeState &fee) {
    return {fee.billing, fee.amount.value, fee.from.value, fee.to.value};
}

/// What it comes to on those of its days that lie between two, both included. Part months are
/// charged by the day and each part is rounded on its own, so that a total is the sum of the months
/// a reader sees. What is charged once is whole, or nothing.
Amount charged(const Charge &charge, const When &first, const When &last);
inline Amount charged(const Charge &charge) {
    return charged(charge, exactly(Date::dawn()), exactly(Date::never()));
}

} // namespace offramp
