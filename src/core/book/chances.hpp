// How likely a book's income is, if all that its leases await comes late by days that somebody
// thinks likely. Exact: every number of days is asked about, and nothing is drawn by lot.
#pragma once

#include "core/ask/prospect.hpp"
#include "core/book/book.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace offramp {

/// Calendar days after each due day, as day numbers (`2` is `1970-01-03`), and their parts; `never`
/// is one.
using Lateness = Distribution;

/// A lease with what is supposed of it. Borrows both.
struct Awaiting {
    const Lease *lease;
    const Scenario *scenario;
};

struct IncomeChances {
    std::int32_t first_month = 0; ///< months since January of year 0
    /// What is payable of each month whoever takes the first free way out, once it is known when
    /// all comes: in order, each amount once, with parts that add up to `certain`.
    std::vector<std::vector<Weighed<Money>>> months;
    /// Whether a fee that is not known may be paid for the month as well: what is likely of it is
    /// then the least.
    std::vector<bool> is_least;
};

/// Evaluations and sums at the most; where there would be more, nothing is said.
inline constexpr std::size_t most_income_worlds = 20'000;

/// Of leases in one currency. A delivery that is due on a known day and not recorded comes as late
/// as that, but not before `as_of`; of a range the last day is taken, and other deliveries stay as
/// they are supposed. With `Together` all come late by the same days; with `Apart` each lease by
/// its own, and what is likely of a sum is cut to whole millionths, which add up to a million all
/// the same.
std::optional<IncomeChances> income_chances(std::span<const Awaiting> leases,
                                            const Lateness &lateness, Slipping slipping,
                                            Date as_of);

/// The chance that a month comes to less than an amount.
Parts chance_below(const std::vector<Weighed<Money>> &firm, Money line);

} // namespace offramp
