// What so many days on the rungs of a remedy come to.
//
// Example: $10,000 a day, and $15,000 after 30 days. 40 days come to 30 x $10,000 + 10 x $15,000 =
// $450,000 where the rung replaces the one before, and to 40 x $10,000 + 10 x $15,000 = $550,000
// where it is added.
#include "core/evaluate/ladder.hpp"

#include "core/days/date.hpp"
#include "core/money/money.hpp"
#include "core/money/wide.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// Days for which a rung counts among the first `days`.
std::int64_t days_on(const Ladder &ladder, std::size_t rung, std::int64_t days) {
    std::int64_t end = days;
    if (ladder.mode == Rungs::Replace && rung + 1 < ladder.rates.size()) {
        end = std::min(end, ladder.rates[rung + 1].after);
    }
    return std::max<std::int64_t>(end - ladder.rates[rung].after, 0);
}

} // namespace

std::int64_t total_of(const Ladder &ladder, std::int64_t days) {
    const auto has_no_end = [&](std::size_t rung) {
        const bool is_last = ladder.mode == Rungs::Add || rung + 1 == ladder.rates.size();
        return is_last && 0 < ladder.rates[rung].numerator;
    };
    Wide sum = 0;
    for (std::size_t rung = 0; rung < ladder.rates.size(); ++rung) {
        const Rate &rate = ladder.rates[rung];
        if (endless <= days && has_no_end(rung)) {
            return ladder.cap;
        }
        sum += scale(Money::from_minor(rate.numerator), days_on(ladder, rung, days), rate.divisor)
                   .minor();
    }
    return std::min(saturated(sum), ladder.cap);
}

std::int64_t days_to_cap(const Ladder &ladder, std::int64_t cap, std::int64_t most) {
    std::int64_t low = 0;
    std::int64_t high = most;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (cap <= total_of(ladder, middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return high;
}

} // namespace offramp
