// Fees and credits by month: what a reader would see on the invoices.
#pragma once

#include "core/evaluate/lease_state.hpp"

#include <vector>

namespace offramp {

struct StatementMonth {
    Date first_day; ///< of the calendar month
    Amount fees;
    Amount credits;
    friend bool operator==(const StatementMonth &, const StatementMonth &) = default;
};

/// Every month from the first that may have a fee or credit to the last, if nobody leaves. Fees
/// sum to the headline and credits to `MoneyState::credits`, to the minor unit. No month at all
/// when one of them has no end, or would run for more than `most_statement_months`.
std::vector<StatementMonth> statement(const LeaseState &state);

inline constexpr std::size_t most_statement_months = 2400;

} // namespace offramp
