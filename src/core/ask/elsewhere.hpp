// Stay or leave: what the fees that leaving saves come to beside the same capacity elsewhere, at a
// price that the reader names. Without a price there is no answer.
#pragma once

#include "core/ask/ways_out.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace offramp {

/// Prices of a unit-hour are in ten-thousandths of the currency.
inline constexpr int price_digits = 4;

/// The highest price of a unit for an hour, in the same, and the most days without capacity.
inline constexpr std::int64_t most_price = 10'000'000'000;
inline constexpr std::int64_t most_gap_days = 3650;

/// What a reader supposes of capacity elsewhere.
struct Elsewhere {
    std::int64_t price;        ///< of one unit for one hour, in ten-thousandths of the currency
    std::int64_t gap_days = 0; ///< without capacity after the end; nothing is paid for them
    Money extra;               ///< further cost of leaving: moving, or a prepayment that is lost
    friend bool operator==(const Elsewhere &, const Elsewhere &) = default;
};

/// Why there is no figure.
enum class NoFigure {
    Fees,  ///< an amount, a first or a last day of a fee is not known, or a fee has no end within a
           ///< hundred years
    Units, ///< the number of units is not known, there are none, or they are of several kinds
};

/// The day of an end, and what it saves and costs.
struct Leaving {
    Date end;          ///< the first day that is not paid for
    Money fees;        ///< from that day to the end of the fees, which leaving saves
    std::int64_t days; ///< the same in days, less those without capacity
    Money elsewhere;   ///< the same capacity for these days at the supposed price
    Money exit_fee;
    Money saves; ///< fees less all the rest; below zero where staying is cheaper
    /// Of one unit for one hour, in ten-thousandths of the currency, rounded to the nearest: at a
    /// lower price leaving is cheaper, at a higher one staying. Absent where no day is left.
    std::optional<std::int64_t> break_even;
    friend bool operator==(const Leaving &, const Leaving &) = default;
};

/// One way out by which the tenant ends the lease.
struct StayOrLeave {
    WayOut way;
    Leaving first; ///< by the first notice still to be had
    /// The first and the last day of an end, from that one on, by which leaving saves money; absent
    /// where there is none, or where the exit costs something, which may differ from day to day.
    std::optional<Date> pays_from;
    std::optional<Date> pays_until;
};

struct Comparison {
    std::int64_t units;     ///< committed, of all tranches
    Date last_day;          ///< of the fees
    Date month;             ///< first day of the month of the first end
    Money monthly;          ///< fees of that month
    std::int64_t own_price; ///< the same for one unit for one hour, in ten-thousandths
    std::vector<StayOrLeave> ways;
};
struct Compared {
    std::optional<Comparison> comparison;
    NoFigure obstacle{}; ///< where there is none
};

/// Precondition: `state` is `evaluate(lease, scenario, as_of)`. Of the tenant's ways out only
/// those that end the lease, are open or still to come, and whose first end is known. To the
/// landlord an end costs the same fees, and brings what the capacity earns elsewhere. A day has 24
/// hours.
Compared stay_or_leave(const Lease &lease, const Scenario &scenario, const LeaseState &state,
                       Date as_of, const Elsewhere &elsewhere);

} // namespace offramp
