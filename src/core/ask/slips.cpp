// Example: due in December 2025, delivered in December 2025: 0 to 30 days late. Due on a day from 1
// October to 31 December 2025, delivered on 27 October: 0 to 26.
#include "core/ask/slips.hpp"

#include "core/ask/published.hpp"

#include <algorithm>

namespace offramp {

std::vector<Slip> slips_of(const Lease &lease) {
    const LeaseState state = blank_state(lease);
    std::vector<Slip> slips;
    for (const ReportedDelivery &one : lease.reported) {
        const When due = day_named(state, name_of_due(one.tranche)).value;
        const bool is_bounded = due.least.is_day() && due.most.is_day() && one.day.least.is_day() &&
                                one.day.most.is_day();
        if (is_bounded) {
            const auto late = [](Date from, Date to) {
                return std::max<std::int64_t>(days_between(from, to), 0);
            };
            slips.push_back({one.tranche,
                             due,
                             one.day,
                             {late(due.most, one.day.least), late(due.least, one.day.most)},
                             one.clause});
        }
    }
    return slips;
}

} // namespace offramp
