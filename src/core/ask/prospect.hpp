// What is likely to come of a lease: every day that a delivery may come on is asked about, and the
// answers are added up with their parts of a million. Nothing is drawn by lot.
#pragma once

#include "core/ask/ledger.hpp"
#include "core/ask/likely.hpp"
#include "core/ask/regimes.hpp"
#include "core/ask/ways_out.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace offramp {

/// At least so many parts of a million, and at most, where what no source states decides.
using Chance = Range<Parts>;

/// The delivery of one tranche, and how likely each day is.
struct LikelyDelivery {
    std::size_t delivery; ///< index into Scenario::deliveries
    Distribution days;
};

/// One of several values, which stand in order, each once. Their parts add up to `certain`, or to
/// the chance that there is such a value.
template <typename Value>
struct Weighed {
    Value value;
    Parts parts;
};

/// One way out over all days of delivery.
struct WayProspect {
    RightId right;
    Role holder;
    Chance arises; ///< that notice can be given on some day, or that it ends by itself
    /// On each day from here to the next one's: that notice can be given. In order of days.
    struct Step {
        Date from;
        Chance open;
    };
    std::vector<Step> steps;
    std::vector<Weighed<Date>> first; ///< first days for notice, where they are known
    std::vector<Weighed<Date>> ends;  ///< of the lease or the part, by the first notice
};

/// Every day of delivery on which the same follows.
struct OutcomeProspect {
    Outcome outcome;
    std::vector<DayParts> days; ///< of the first delivery that is named, in order
    Parts parts;                ///< of all of them
};

struct Prospect {
    std::vector<OutcomeProspect> outcomes; ///< in order of their first days
    std::vector<WayProspect> ways;
    /// What is payable whoever takes the first free way out, once the day of delivery is known; the
    /// least of it, where it hangs on what no source states. Google's: $890,322,580.65 where it may
    /// leave on 31 October 2026, $5,520,000,000.00 where nobody may before 1 April 2027.
    std::vector<Weighed<Money>> firm;
    bool is_firm_open = false;     ///< it hangs on that somewhere
    std::int32_t first_month = 0;  ///< months since January of year 0
    std::vector<Money> months;     ///< fees that are expected of each, if nobody leaves
    bool has_unknown_fees = false; ///< fees that no source states are in no sum
};

/// Whether deliveries slip by the same days or each by itself.
enum class Slipping { Together, Apart };

/// Combinations of days that are asked about at the most.
inline constexpr std::size_t most_joint_days = 60'000;

/// Deliveries that slip by themselves at the most.
inline constexpr std::size_t most_apart = 3;

/// Nothing where there would be more of either, or more work than `most_work_of_prospect`. What is
/// likely of several by themselves is rounded to a millionth for each combination; they add up to a
/// million all the same. With `Together` the first delivery has the distribution, and each other
/// one comes as many days after its own due day (`due`, by place in `deliveries`) as the first
/// does.
std::optional<Prospect> prospect_of(const Lease &lease, const Scenario &scenario, Date as_of,
                                    const std::vector<LikelyDelivery> &deliveries,
                                    const std::vector<Date> &due, Slipping slipping);

/// The least value that so many parts of the whole do not exceed: 500,000 of a million for the
/// median. Precondition: there are values.
template <typename Value>
Value quantile(const std::vector<Weighed<Value>> &values, Parts parts) {
    Parts passed = 0;
    for (const Weighed<Value> &one : values) {
        passed += one.parts;
        if (parts <= passed) {
            return one.value;
        }
    }
    return values.back().value;
}

} // namespace offramp
