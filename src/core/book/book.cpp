#include "core/book/book.hpp"

#include "core/evaluate/accrual.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// The last day up to which a fee runs, cut at another day if there is one; its least.
Date cut(Date to, const std::optional<Dated> &last) {
    return last ? std::min(to, last->value.least) : to;
}

/// A fee's months into the columns of a holding.
class Columns {
  public:
    explicit Columns(HoldingState &out) : out_(out) {}

    /// Whether the fee is known, and so is counted.
    bool add(const FeeState &fee, const FeeState *undelivered) {
        const bool is_due = at_most(fee.from.value, fee.to.value) != Truth::No;
        if (!is_due || fee.per_month.value == exactly(Money::zero())) {
            return true;
        }
        if (!fee.per_month.value.known() || !fee.from.value.known() || !fee.to.value.known() ||
            !fee.from.value.least.is_day() || !fee.to.value.least.is_day()) {
            return false;
        }
        const Date from = fee.from.value.least;
        const Date paid = cut(fee.to.value.least, fee.last_paid_day);
        const Date later_firm = cut(paid, fee.last_firm_day);
        if (paid < from) {
            return true;
        }
        const std::int32_t last = month_number(paid);
        for (std::int32_t month = month_number(from); month <= last; ++month) {
            const Date first_day = std::max(from, day_of_month_number(month));
            const Date last_day = add_days(day_of_month_number(month + 1), -1);
            const auto until = [&](const FeeState &of, Date end) {
                return accrued(of.per_month.value, exactly(first_day),
                               exactly(std::min(end, last_day)))
                    .least;
            };
            const Money all = until(fee, paid);
            const Money once_delivered = until(fee, later_firm);
            const Money firm =
                std::min(once_delivered, firm_of(undelivered, month, once_delivered));
            put(month, {firm, once_delivered - firm, all - once_delivered});
        }
        return true;
    }

  private:
    /// What of a month is firm if nothing more is delivered.
    static Money firm_of(const FeeState *fee, std::int32_t month, Money otherwise) {
        if (fee == nullptr) {
            return otherwise;
        }
        if (!fee->per_month.value.least.is_bounded() || !fee->from.value.most.is_day() ||
            !fee->to.value.least.is_day()) {
            return Money::zero();
        }
        const Date first = std::max(fee->from.value.most, day_of_month_number(month));
        const Date last =
            std::min(cut(cut(fee->to.value.least, fee->last_paid_day), fee->last_firm_day),
                     add_days(day_of_month_number(month + 1), -1));
        return accrued(exactly(fee->per_month.value.least), exactly(first), exactly(last)).least;
    }

    void put(std::int32_t month, const Income &income) {
        if (out_.months.empty()) {
            out_.first_month = month;
        }
        if (month < out_.first_month) {
            out_.months.insert(out_.months.begin(),
                               static_cast<std::size_t>(out_.first_month - month), Income{});
            out_.first_month = month;
        }
        const auto at = static_cast<std::size_t>(month - out_.first_month);
        if (out_.months.size() <= at) {
            out_.months.resize(at + 1);
        }
        out_.months[at] += income;
        out_.total += income;
    }

    HoldingState &out_;
};

void consider(std::optional<Exit> &first, const Exit &exit) {
    if (!first || exit.effect.least < first->effect.least) {
        first = exit;
    }
}

/// How a right that is open, or will be, can be used from a day on; or how it has been.
Exit exit_by(RightId id, const RightState &right, const When &given, const LeaseState &state,
             Date as_of) {
    if (happens(given) == Truth::Yes && happens(state.terminated.value) != Truth::No) {
        return {id, Truth::Yes, given, state.terminated.value};
    }
    const bool is_open = right.opens.value.most < as_of && right.notice_effect;
    return {id, right.closes.value.least < as_of ? Truth::Depends : right.arises.value,
            larger(right.opens.value, exactly(as_of)),
            is_open ? right.notice_effect->value : right.first_effect->value};
}

/// The first exits of both sides that are still to be had.
void exits(const Lease &lease, const Scenario &scenario, const LeaseState &state, Date as_of,
           HoldingState &out) {
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        const Right &right = lease.rights[i];
        const RightState &own = state.rights[i];
        const When &given = scenario.notices[i].day;
        if (right.exercise == Exercise::Renewal || own.arises.value == Truth::No ||
            (own.closes.value.most < as_of && happens(given) == Truth::No)) {
            continue;
        }
        const Exit exit = exit_by(RightId{static_cast<std::int32_t>(i)}, own, given, state, as_of);
        if (right.holder == Holder::Tenant || right.holder == Holder::Either) {
            consider(out.tenant, exit);
        }
        if (right.holder == Holder::Landlord || right.holder == Holder::Either) {
            consider(out.landlord, exit);
        }
    }
}

Count sum(const Count &a, const Count &b) {
    const bool is_bounded = a.most != INT64_MAX && b.most != INT64_MAX;
    return {a.least + b.least, is_bounded ? a.most + b.most : INT64_MAX};
}

} // namespace

Income &Income::operator+=(const Income &other) {
    firm = firm + other.firm;
    conditional = conditional + other.conditional;
    cancellable = cancellable + other.cancellable;
    return *this;
}

Income &Income::operator-=(const Income &other) {
    firm = firm - other.firm;
    conditional = conditional - other.conditional;
    cancellable = cancellable - other.cancellable;
    return *this;
}

Date day_of_month_number(std::int32_t month) {
    return *Date::from_ymd(std::chrono::year{month / 12} /
                           std::chrono::month{static_cast<unsigned>(month % 12) + 1} / 1);
}

std::optional<Scenario> undelivered(const Scenario &scenario) {
    Scenario without = scenario;
    for (Delivery &delivery : without.deliveries) {
        if (delivery.basis == Basis::Supposed) {
            delivery.day = exactly(Date::never());
        }
    }
    return without == scenario ? std::nullopt : std::optional{std::move(without)};
}

HoldingState HoldingEvaluator::evaluate(const Lease &lease, const Scenario &scenario, Date as_of) {
    offramp::evaluate(lease, scenario, as_of, now_);
    const std::optional<Scenario> without = undelivered(scenario);
    if (without) {
        offramp::evaluate(lease, *without, as_of, undelivered_);
    }
    HoldingState out;
    Columns columns{out};
    for (std::size_t i = 0; i < now_.fees.size(); ++i) {
        const bool is_known = columns.add(now_.fees[i], without ? &undelivered_.fees[i] : nullptr);
        out.is_partial = out.is_partial || !is_known;
    }
    out.headline = now_.money.headline.value;
    exits(lease, scenario, now_, as_of, out);
    const Date term_end = day_named(now_, term_last_day).value.most;
    const Date end = now_.terminated.value.least;
    out.last_day = end.is_day() ? std::min(term_end, add_days(end, -1)) : term_end;
    return out;
}

void IncomeSum::reach(const HoldingState &holding) {
    if (holding.months.empty()) {
        return;
    }
    if (months_.empty()) {
        first_month_ = holding.first_month;
    }
    if (holding.first_month < first_month_) {
        months_.insert(months_.begin(),
                       static_cast<std::size_t>(first_month_ - holding.first_month), Income{});
        first_month_ = holding.first_month;
    }
    const std::size_t end =
        static_cast<std::size_t>(holding.first_month - first_month_) + holding.months.size();
    months_.resize(std::max(months_.size(), end));
}

void IncomeSum::add(const HoldingState &holding) {
    reach(holding);
    for (std::size_t i = 0; i < holding.months.size(); ++i) {
        months_[static_cast<std::size_t>(holding.first_month - first_month_) + i] +=
            holding.months[i];
    }
    total_ += holding.total;
}

void IncomeSum::remove(const HoldingState &holding) {
    for (std::size_t i = 0; i < holding.months.size(); ++i) {
        months_[static_cast<std::size_t>(holding.first_month - first_month_) + i] -=
            holding.months[i];
    }
    total_ -= holding.total;
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
            const LeaseState state = evaluate(lease, *lets[i].scenario, book.information_day);
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
            if (claim.delivered && claim.delivered->least <= day) {
                const bool is_sure = claim.delivered->most <= day;
                span.delivered =
                    sum(span.delivered, {is_sure ? claim.units.least : 0, claim.units.most});
            }
        }
        span.is_over = less(span.capacity, sum(span.let, span.own));
        const bool goes_on = !spans.empty() && spans.back().capacity == span.capacity &&
                             spans.back().let == span.let && spans.back().own == span.own &&
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
