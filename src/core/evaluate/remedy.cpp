// Remedies: for how many days lateness costs money, and how much.
#include "core/evaluate/accrual.hpp"
#include "core/evaluate/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

constexpr std::int64_t hundredths = 100;

} // namespace

const RemedyState &Evaluation::remedy(RemedyId id) {
    if (!started_remedies_[id.at()]) {
        started_remedies_.set(id.at());
        const Assumption assumed = std::exchange(assumed_, {});
        const RemedyState state = evaluate_remedy(id);
        out_.remedies[id.at()] = state;
        assumed_ = assumed;
    }
    return out_.remedies[id.at()];
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
    Numbers days = {length(first.most, last.least), length(first.least, last.most)};
    if (is_given(remedy.cap_days)) {
        const Counted cap = count(remedy.cap_days);
        days = smaller(days, cap.value);
        inputs.push(cap.why);
    }

    Climb climb = climb_of(remedy);
    Amount cap = exactly(Money::unbounded());
    if (is_given(remedy.cap)) {
        const Priced stated = amount(remedy.cap);
        cap = stated.value;
        inputs.push(stated.why);
    }
    if (is_given(remedy.cap) && !climb.is_in_days) {
        climb.least.cap = cap.least.minor();
        climb.most.cap = cap.most.minor();
        const Numbers capped = {days_to_cap(climb.least, days.least),
                                days_to_cap(climb.most, days.most)};
        days = {std::min(capped.least, capped.most), std::max(capped.least, capped.most)};
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
                      .credit_days = {exactly(Money::zero()), counted.why},
                      .amount = {exactly(Money::zero()), counted.why},
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
    const Numbers total = {total_of(state.least, days.least), total_of(state.most, days.most)};
    if (!climb.is_in_days) {
        state.amount = priced(Step::Remedied, total);
        return state;
    }
    state.credit_days = priced(Step::CreditDays, total);
    if (remedy.fee) {
        const Priced per_month = amount(get(lease_.fees, *remedy.fee).per_month);
        const Dated start = is_given(remedy.credited_from) ? day(remedy.credited_from) : first_day;
        reasons.push(per_month.why);
        reasons.push(start.why);
        state.credited = Credited{per_month.value, start.value, cap};
        const Amount all = credited_until(state, Date::never());
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
        const Numbers rate = input(rung.per_day, {saturated(Wide{days.least} * hundredths),
                                                  saturated(Wide{days.most} * hundredths)});
        const Numbers over =
            larger(input(rung.over, exactly(std::int64_t{1})), exactly(std::int64_t{1}));
        climb.least.rates.push_back({after.most, rate.least, over.most});
        climb.most.rates.push_back({after.least, rate.most, over.least});
    }
    return climb;
}

namespace {

/// The fee of so many hundredths of a day from a day on, as far as it falls on days up to another.
Money credited(Money per_month, Date from, std::int64_t parts, Date last) {
    if (parts == INT64_MAX && last == Date::never()) {
        return per_month == Money::zero() ? per_month : Money::unbounded();
    }
    const std::int64_t whole = parts / hundredths;
    const Date next = add_days(from, whole);
    const Date whole_last = std::min(add_days(next, -1), last);
    const auto fee = [&](Date first, Date until) {
        return accrued(exactly(per_month), exactly(first), exactly(until)).least;
    };
    const Money full = whole == 0 ? Money::zero() : fee(from, whole_last);
    return last < next ? full : full + scale(fee(next, next), parts % hundredths, hundredths);
}

/// Bounds where it is not known on which days: a day is worth a 31st of the fee to a 28th, and each
/// month that is touched rounds by less than one.
Money least_credited(Money per_month, std::int64_t parts) {
    const Money share = scale(per_month, parts, 31 * hundredths);
    const Money slack = Money::from_minor(parts / (28 * hundredths) + 3);
    return std::max(Money::zero(), share - slack);
}
Money most_credited(Money per_month, std::int64_t parts) {
    const Money slack = Money::from_minor(parts / (28 * hundredths) + 3);
    return parts == 0 ? Money::zero() : scale(per_month, parts, 28 * hundredths) + slack;
}

} // namespace

Amount credited_until(const RemedyState &state, Date last) {
    const auto ordered = [](Money a, Money b) { return Amount{std::min(a, b), std::max(a, b)}; };
    if (state.credited) {
        const Credited &by = *state.credited;
        const auto [least, most] = state.credit_days.value;
        if (least == most && by.from.known() && by.per_month.known()) {
            return smaller(
                exactly(credited(by.per_month.least, by.from.least, least.minor(), last)), by.cap);
        }
        return smaller(Amount{last == Date::never()
                                  ? least_credited(by.per_month.least, least.minor())
                                  : Money::zero(),
                              most_credited(by.per_month.most, most.minor())},
                       by.cap);
    }
    if (state.credit_days.value != exactly(Money::zero())) {
        return exactly(Money::zero()); // days of fee, and no fee is named
    }
    const auto days_until = [&](Date first, std::int64_t most) -> std::int64_t {
        return !first.is_day() || last < first ? 0
               : last.is_day() ? std::min<std::int64_t>(days_between(first, last) + 1, most)
                               : most;
    };
    const When first = state.first_day.value;
    return ordered(
        Money::from_minor(total_of(state.least, days_until(first.most, state.days.value.least))),
        Money::from_minor(total_of(state.most, days_until(first.least, state.days.value.most))));
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
