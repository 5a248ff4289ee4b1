#include "core/book/book.hpp"

#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

Count sum(const Count &a, const Count &b) {
    const bool is_bounded = a.most != INT64_MAX && b.most != INT64_MAX;
    return {a.least + b.least, is_bounded ? a.most + b.most : INT64_MAX};
}

} // namespace

HoldingState HoldingEvaluator::evaluate(const Lease &lease, const Scenario &scenario, Date as_of) {
    offramp::evaluate(lease, scenario, as_of, now_, UpTo::Payments);
    const Date term_end = day_named(now_, term_last_day).value.most;
    const Date end = now_.terminated.value.least;
    HoldingState out{ledger_.evaluate(lease, scenario, now_, as_of), ledger_.months(),
                     ways_out(lease, scenario, now_, as_of),
                     end.is_day() ? std::min(term_end, add_days(end, -1)) : term_end};
    return out;
}

void LedgerSum::add(const HoldingState &holding) {
    const LedgerMonths &own = holding.months;
    const auto count = static_cast<std::int32_t>(own.months.size());
    if (0 < count) {
        sum_.reach(own.first_month, own.first_month + count - 1);
    }
    for (std::int32_t i = 0; i < count; ++i) {
        sum_.at(own.first_month + i) += own.months[static_cast<std::size_t>(i)];
    }
    total_ += holding.ledger;
}

void LedgerSum::remove(const HoldingState &holding) {
    std::int32_t month = holding.months.first_month;
    for (const LedgerParts &parts : holding.months.months) {
        sum_.at(month++) -= parts;
    }
    total_ -= holding.ledger;
}

std::vector<Claim> claims_on(const Book &book, SiteId site, std::span<const Let> lets,
                             std::span<const std::int32_t> readings) {
    std::vector<Claim> claims;
    for (std::size_t i = 0; i < book.holdings.size(); ++i) {
        const Lease &lease = *lets[i].lease;
        for (const Use &use : book.holdings[i].uses) {
            const bool applies =
                !use.under || readings[use.under->reading.at()] == use.under->option;
            if (use.site != site || !applies) {
                continue;
            }
            const LeaseState state =
                evaluate(lease, *lets[i].scenario, book.information_day, UpTo::Fees);
            Date from = day_named(state, term_first_day).value.least;
            std::optional<When> delivered;
            for (std::size_t t = 0; use.tranche && t < lease.tranches.size(); ++t) {
                const TrancheId tranche{static_cast<std::int32_t>(t)};
                if (lease.tranches[t].id == *use.tranche) {
                    from = day_named(state, name_of_due(tranche)).value.least;
                    delivered = day_named(state, name_of_delivery(tranche)).value;
                }
            }
            claims.push_back({Claim::Kind::Lease, i, from, lets[i].state->last_day, use.units,
                              delivered, book.holdings[i].priority, use.clause});
        }
    }
    for (std::size_t i = 0; i < book.own_uses.size(); ++i) {
        const OwnUse &own = book.own_uses[i];
        if (own.site == site) {
            claims.push_back({Claim::Kind::Own, i, own.from, own.to, own.units, std::nullopt,
                              own.priority, own.clause});
        }
    }
    std::stable_sort(claims.begin(), claims.end(),
                     [](const Claim &a, const Claim &b) { return a.priority < b.priority; });
    return claims;
}

std::vector<SiteSpan> site_spans(const Site &site, std::span<const Claim> claims, Date first,
                                 Date last) {
    std::vector<Date> turns = {first};
    const auto turn = [&](Date day) {
        if (first < day && day <= last) {
            turns.push_back(day);
        }
    };
    for (const Capacity &step : site.capacity) {
        turn(step.from);
    }
    for (const Claim &claim : claims) {
        turn(claim.from);
        turn(add_days(claim.to, 1));
        if (claim.delivered) {
            turn(claim.delivered->least);
            turn(claim.delivered->most);
        }
    }
    std::sort(turns.begin(), turns.end());
    turns.erase(std::unique(turns.begin(), turns.end()), turns.end());
    std::vector<SiteSpan> spans;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const Date day = turns[i];
        const Count none = exactly(std::int64_t{0});
        SiteSpan span{day,
                      i + 1 < turns.size() ? add_days(turns[i + 1], -1) : last,
                      {0, INT64_MAX},
                      none,
                      none,
                      none,
                      none,
                      Truth::No};
        for (const Capacity &step : site.capacity) {
            span.capacity = step.from <= day ? step.units : span.capacity;
        }
        for (const Claim &claim : claims) {
            if (day < claim.from || claim.to < day) {
                continue;
            }
            Count &sum_of = claim.kind == Claim::Kind::Own ? span.own : span.let;
            sum_of = sum(sum_of, claim.units);
            if (!claim.delivered) {
                continue;
            }
            span.awaited = sum(span.awaited, claim.units);
            if (claim.delivered->least <= day) {
                const bool is_sure = claim.delivered->most <= day;
                span.delivered =
                    sum(span.delivered, {is_sure ? claim.units.least : 0, claim.units.most});
            }
        }
        span.is_over = less(span.capacity, sum(span.let, span.own));
        const bool goes_on = !spans.empty() && spans.back().capacity == span.capacity &&
                             spans.back().let == span.let && spans.back().own == span.own &&
                             spans.back().awaited == span.awaited &&
                             spans.back().delivered == span.delivered;
        if (goes_on) {
            spans.back().last = span.last;
        } else {
            spans.push_back(span);
        }
    }
    return spans;
}

} // namespace offramp
