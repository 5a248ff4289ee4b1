// Remedies: for how many days lateness costs money, and how much.
//
// Example: $50,000 for each day of delay after the first 30. 45 days late are 15 days that cost, or
// $750,000; a cap of $500,000 is reached on the 40th day.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

/// Adds a rung of which it may not be known after how many days it begins. Where it replaces one
/// that gives more a day, the later it begins the more all comes to; else the earlier.
void add_rung(Ladder &ladder, const Numbers &after, Rate rate, bool is_most) {
    const Rate before =
        ladder.mode == Rungs::Add || ladder.rates.empty() ? Rate{0, 0, 1} : ladder.rates.back();
    const bool gives_less =
        Wide{rate.numerator} * before.divisor < Wide{before.numerator} * rate.divisor;
    rate.after = gives_less == is_most ? after.most : after.least;
    ladder.rates.push_back(rate);
}

} // namespace

const RemedyState &Evaluation::remedy(RemedyId id) {
    if (!started_remedies_[id.at()]) {
        started_remedies_.set(id.at());
        const Assumption assumed = std::exchange(assumed_, {});
        RemedyState state = evaluate_remedy(id);
        state.uncapped = state.amount.value;
        if (const auto &shared = get(lease_.remedies, id).shared_cap) {
            state.amount = what_is_left(id, *shared, state.amount);
        }
        out_.remedies[id.at()] = state;
        assumed_ = assumed;
    }
    return out_.remedies[id.at()];
}

namespace {

/// What is left of a whole: the more the parts come to, the less; never less than nothing.
Amount rest_of(const Amount &whole, const Amount &parts) {
    return larger(Amount{whole.least - parts.most, whole.most - parts.least},
                  exactly(Money::zero()));
}

} // namespace

/// Example: damages of $700,000 and a rebate of $500,000 share a cap of $1,000,000. The damages,
/// the first of its list, are whole; of the rebate $300,000 are left.
Priced Evaluation::what_is_left(RemedyId id, CapId shared, const Priced &uncapped) {
    const Cap &cap = get(lease_.caps, shared);
    const Priced most = amount(cap.amount);
    Inputs inputs;
    inputs.push(uncapped.why);
    inputs.push(most.why);
    Amount before = exactly(Money::zero());
    for (const RemedyId other : cap.remedies) {
        if (other == id) {
            break;
        }
        const RemedyState &state = remedy(other);
        before = before + state.uncapped;
        inputs.push(state.amount.why);
    }
    const Amount left = smaller(uncapped.value, rest_of(most.value, before));
    return {left, note(Step::Capped, offramp::value_of(left), inputs.all(), shared.index,
                       index_of(cap.clause))};
}

/// Less is known of each of them than of all.
Amount Evaluation::all_credits(const Cap &cap) {
    Amount all = exactly(Money::zero());
    for (const RemedyId id : cap.remedies) {
        all = all + remedy(id).uncapped;
    }
    return smaller(all, larger(amount(cap.amount).value, exactly(Money::zero())));
}

RemedyState Evaluation::evaluate_remedy(RemedyId id) {
    const Remedy &remedy = get(lease_.remedies, id);
    const std::int32_t clause = index_of(remedy.clause);
    const Dated from = day(remedy.from);
    const Dated to = day(remedy.to);
    Inputs inputs;
    inputs.push(from.why);
    inputs.push(to.why);
    const auto interval =
        static_cast<Interval>(std::max(0, word(remedy.interval, Kind::Interval, inputs)));
    const bool skips_first = interval == Interval::IncludeLast || interval == Interval::ExcludeBoth;
    const bool skips_last = interval == Interval::IncludeFirst || interval == Interval::ExcludeBoth;
    const When first = add_days(from.value, skips_first ? 1 : 0);
    const When last = add_days(to.value, skips_last ? -1 : 0);

    const auto length = [](Date a, Date b) -> std::int64_t {
        if (b < a || a == Date::never()) {
            return 0;
        }
        return a.is_day() && b.is_day() ? days_between(a, b) + 1 : endless;
    };
    Numbers accrual = {length(first.most, last.least), length(first.least, last.most)};
    if (is_given(remedy.cap_days)) {
        const Counted cap = count(remedy.cap_days);
        accrual = smaller(accrual, cap.value);
        inputs.push(cap.why);
    }

    Climb climb = climb_of(remedy);
    Numbers days = accrual;
    Amount cap = exactly(Money::unbounded());
    if (is_given(remedy.cap)) {
        const Priced stated = amount(remedy.cap);
        cap = larger(stated.value, exactly(Money::zero()));
        inputs.push(stated.why);
    }
    if (is_given(remedy.cap) && !climb.is_in_days) {
        // The higher the rates and the lower the cap, the sooner it is reached.
        days = {days_to_cap(climb.most, cap.least.minor(), accrual.least),
                days_to_cap(climb.least, cap.most.minor(), accrual.most)};
        climb.least.cap = cap.least.minor();
        climb.most.cap = cap.most.minor();
        for (const ReasonId why : climb.reasons.all()) {
            inputs.push(why);
        }
    }

    const Counted counted = {days, note(Step::RemedyDays, {Kind::Count, days.least, days.most},
                                        inputs.all(), id.index, clause)};
    const auto end_of = [](Date start, std::int64_t run) {
        return run < endless ? add_days(start, run - 1) : Date::never();
    };
    const When end = {end_of(first.least, days.least), end_of(first.most, days.most)};
    // Where it may be that nothing accrues, there may be no first and no last day.
    const auto day_of_remedy = [&](Step step, const When &when) {
        const When known = {0 < days.most ? when.least : Date::never(),
                            0 < days.least ? when.most : Date::never()};
        return dated(step, known, {counted.why}, id.index, clause);
    };
    const Dated first_day = day_of_remedy(Step::RemedyFrom, first);
    const Dated last_day = day_of_remedy(
        Step::RemedyTo, {std::min(end.least, end.most), std::max(end.least, end.most)});
    RemedyState state{.first_day = first_day,
                      .last_day = last_day,
                      .days = counted,
                      .accrual = accrual,
                      .credit_days = {exactly(Money::zero()), counted.why},
                      .amount = {exactly(Money::zero()), counted.why},
                      .uncapped = exactly(Money::zero()),
                      .least = std::move(climb.least),
                      .most = std::move(climb.most),
                      .credited = std::nullopt};
    Inputs reasons;
    reasons.push(counted.why);
    for (const ReasonId why : climb.reasons.all()) {
        reasons.push(why);
    }
    const auto priced = [&](Step step, const Numbers &total) {
        return Priced{amount_of(total), note(step, {Kind::Amount, total.least, total.most},
                                             reasons.all(), id.index, clause)};
    };
    const Numbers total = hull(exactly(total_of(state.least, accrual.least)),
                               exactly(total_of(state.most, accrual.most)));
    if (!climb.is_in_days) {
        state.amount = priced(Step::Remedied, total);
        return state;
    }
    state.credit_days = priced(Step::CreditDays, total);
    if (remedy.fee) {
        const Priced per_month = amount(get(lease_.fees, *remedy.fee).amount);
        const Dated start = is_given(remedy.credited_from) ? day(remedy.credited_from) : first_day;
        reasons.push(per_month.why);
        reasons.push(start.why);
        const Amount credit = larger(per_month.value, exactly(Money::zero()));
        state.credited = Credited{get(lease_.fees, *remedy.fee).billing, credit, start.value, cap};
        const Amount all = credited_between(state, Date::dawn(), Date::never());
        state.amount = priced(Step::Remedied, numbers_of(all));
    }
    return state;
}

Evaluation::Climb Evaluation::climb_of(const Remedy &remedy) {
    Climb climb;
    climb.least.mode = static_cast<Rungs>(word(remedy.mode, Kind::Rungs, climb.reasons));
    climb.most.mode = climb.least.mode;
    const auto input = [&](RuleId rule, Numbers otherwise) {
        if (!is_given(rule)) {
            return otherwise;
        }
        const Evaluated result = this->rule(rule);
        climb.reasons.push(result.why);
        return result.value;
    };
    for (const Rung &rung : remedy.rungs) {
        climb.is_in_days = climb.is_in_days || !is_given(rung.per_day);
        const Numbers after = input(rung.after, exactly(std::int64_t{0}));
        const Numbers days = input(rung.times, exactly(std::int64_t{0}));
        const Numbers parts = {saturated(Wide{days.least} * hundredths),
                               saturated(Wide{days.most} * hundredths)};
        const Numbers rate = larger(input(rung.per_day, parts), exactly(std::int64_t{0}));
        const Numbers over =
            larger(input(rung.over, exactly(std::int64_t{1})), exactly(std::int64_t{1}));
        add_rung(climb.least, after, {0, rate.least, over.most}, false);
        add_rung(climb.most, after, {0, rate.most, over.least}, true);
    }
    return climb;
}

Evaluated Evaluation::remedy_part(RemedyId id, RemedyPart part) {
    const RemedyState &state = remedy(id);
    const auto from_day = [](const Dated &day) {
        return Evaluated{numbers_of(day.value), day.why};
    };
    const auto from_amount = [](const Priced &amount) {
        return Evaluated{numbers_of(amount.value), amount.why};
    };
    switch (part) {
    case RemedyPart::FirstDay:
        return from_day(state.first_day);
    case RemedyPart::LastDay:
        return from_day(state.last_day);
    case RemedyPart::Days:
        return state.days;
    case RemedyPart::CreditDays:
        return from_amount(state.credit_days);
    case RemedyPart::Amount:
        return from_amount(state.amount);
    }
    return state.days;
}

} // namespace offramp
