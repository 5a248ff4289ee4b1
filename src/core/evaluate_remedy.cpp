// Remedies: for how many days lateness costs money, and how much.
#include "core/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

/// What one rung gives: minor units a day, or hundredths of a day of fee for each day of delay.
struct Rate {
    std::int64_t after; ///< days before it
    std::int64_t numerator;
    std::int64_t divisor;
};

/// The ladder while it is climbed, for one end of what is known.
struct Ladder {
    std::array<Rate, max_children> rates{};
    std::size_t size = 0;
    Rungs mode = Rungs::Replace;

    /// Days for which a rung counts among the first `days`.
    std::int64_t days_on(std::size_t rung, std::int64_t days) const {
        std::int64_t end = days;
        if (mode == Rungs::Replace && rung + 1 < size) {
            end = std::min(end, rates[rung + 1].after);
        }
        return std::max<std::int64_t>(end - rates[rung].after, 0);
    }

    /// Each rung rounded on its own, half-up.
    std::int64_t total(std::int64_t days) const {
        Wide sum = 0;
        for (std::size_t rung = 0; rung < size; ++rung) {
            sum += scale(Money::from_minor(rates[rung].numerator), days_on(rung, days),
                         rates[rung].divisor)
                       .minor();
        }
        return saturated(sum);
    }

    /// The fewest days that come to an amount; `most` if none do.
    std::int64_t days_to(std::int64_t amount, std::int64_t most) const {
        std::int64_t low = 0;
        std::int64_t high = most;
        while (low < high) {
            const std::int64_t middle = low + (high - low) / 2;
            if (amount <= total(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }
};

constexpr std::int64_t hundredths = 100;

} // namespace

const RemedyState &Evaluation::remedy(RemedyId id) {
    if (!started_remedies_[id.at()]) {
        started_remedies_.set(id.at());
        const auto assumed_right = std::exchange(assumed_right_, std::nullopt);
        const auto assumed_notice = std::exchange(assumed_notice_, std::nullopt);
        const auto sent = std::exchange(sent_, std::nullopt);
        const RemedyState state = evaluate_remedy(id);
        out_.remedies[id.at()] = state;
        assumed_right_ = assumed_right;
        assumed_notice_ = assumed_notice;
        sent_ = sent;
    }
    return out_.remedies[id.at()];
}

RemedyState Evaluation::evaluate_remedy(RemedyId id) {
    const Remedy &remedy = get(lease_.remedies, id);
    const std::int32_t clause = index_of(remedy.clause);
    const Dated from = day(remedy.from);
    const Dated to = day(remedy.to);
    const RuleId own = remedy.interval;
    const RuleId word =
        is_given(own) ? own : lease_.conventions[static_cast<std::size_t>(Kind::Interval)];
    const auto interval =
        static_cast<Interval>(is_given(word) ? word_of(lease_, scenario_, word) : 0);
    const bool skips_first = interval == Interval::IncludeLast || interval == Interval::ExcludeBoth;
    const bool skips_last = interval == Interval::IncludeFirst || interval == Interval::ExcludeBoth;
    const When first = add_days(from.value, skips_first ? 1 : 0);
    const When last = add_days(to.value, skips_last ? -1 : 0);

    Inputs inputs;
    inputs.push(from.why);
    inputs.push(to.why);
    if (is_given(word) && get(lease_.rules, word).form == Form::ByReading) {
        inputs.push(note(Step::Convention,
                         {Kind::Interval, std::int64_t(interval), std::int64_t(interval)}, {},
                         word.index, index_of(get(lease_.rules, word).clause)));
    }
    const auto length = [](Date a, Date b) -> std::int64_t {
        if (b < a || a == Date::never()) {
            return 0;
        }
        return a.is_day() && b.is_day() ? days_between(a, b) + 1 : INT32_MAX;
    };
    Numbers days = {length(first.most, last.least), length(first.least, last.most)};
    if (is_given(remedy.cap_days)) {
        const Counted cap = count(remedy.cap_days);
        days = smaller(days, cap.value);
        inputs.push(cap.why);
    }

    Ladder least;
    const auto mode = is_given(remedy.mode)
                          ? static_cast<Rungs>(word_of(lease_, scenario_, remedy.mode))
                          : Rungs::Replace;
    least.mode = mode;
    Ladder most = least;
    bool is_in_days = false;
    Inputs rates;
    for (const Rung &rung : remedy.rungs) {
        Numbers after = exactly(std::int64_t{0});
        if (is_given(rung.after)) {
            const Counted start = count(rung.after);
            after = start.value;
            rates.push(start.why);
        }
        Numbers rate = exactly(hundredths);
        Numbers divisor = exactly(std::int64_t{1});
        if (is_given(rung.per_day)) {
            const Evaluated per_day = rule(rung.per_day);
            rate = per_day.value;
            rates.push(per_day.why);
        } else {
            is_in_days = true;
            const Counted times = count(rung.times);
            rate = {times.value.least * hundredths, times.value.most * hundredths};
            rates.push(times.why);
            if (is_given(rung.over)) {
                const Counted over = count(rung.over);
                divisor = larger(over.value, exactly(std::int64_t{1}));
                rates.push(over.why);
            }
        }
        least.rates[least.size++] = {after.most, rate.least, divisor.most};
        most.rates[most.size++] = {after.least, rate.most, divisor.least};
    }
    std::optional<Priced> cap;
    if (is_given(remedy.cap)) {
        cap = amount(remedy.cap);
        const Numbers capped = {least.days_to(cap->value.least.minor(), days.least),
                                most.days_to(cap->value.most.minor(), days.most)};
        days = {std::min(capped.least, capped.most), std::max(capped.least, capped.most)};
        inputs.push(cap->why);
    }

    const Counted counted = {days, note(Step::RemedyDays, {Kind::Count, days.least, days.most},
                                        inputs.all(), id.index, clause)};
    const When end = {add_days(first.least, days.least - 1), add_days(first.most, days.most - 1)};
    const auto day_of_remedy = [&](Step step, const When &when) {
        return dated(step, 0 < days.most ? when : exactly(Date::never()), {counted.why}, id.index,
                     clause);
    };
    const Dated first_day = day_of_remedy(Step::RemedyFrom, first);
    const Dated last_day = day_of_remedy(
        Step::RemedyTo, {std::min(end.least, end.most), std::max(end.least, end.most)});
    Inputs reasons;
    reasons.push(counted.why);
    for (const ReasonId why : rates.all()) {
        reasons.push(why);
    }
    const auto priced = [&](Numbers total) {
        return Priced{amount_of(total),
                      note(Step::Remedied, {Kind::Amount, total.least, total.most}, reasons.all(),
                           id.index, clause)};
    };
    Numbers total = {least.total(days.least), most.total(days.most)};
    if (!is_in_days) {
        if (cap) {
            total = {std::min(total.least, cap->value.least.minor()),
                     std::min(total.most, cap->value.most.minor())};
            reasons.push(cap->why);
        }
        const Priced none = {exactly(Money::zero()), counted.why};
        return {first_day, last_day, counted, none, priced(total)};
    }
    const Priced credit_days = priced(total);
    if (!remedy.fee) {
        return {first_day, last_day, counted, credit_days, {exactly(Money::zero()), counted.why}};
    }
    const Fee &fee = get(lease_.fees, *remedy.fee);
    const Priced per_month = amount(fee.per_month);
    const Dated start = is_given(remedy.credited_from) ? day(remedy.credited_from) : first_day;
    reasons.push(per_month.why);
    reasons.push(start.why);
    // Whole days of fee, and of the day after them the part that is left.
    const auto credit = [&](std::int64_t parts, Amount rate, Date on) {
        const std::int64_t whole = parts / hundredths;
        const Date next = add_days(on, whole);
        const Money full = whole == 0
                               ? Money::zero()
                               : accrued(rate, exactly(on), exactly(add_days(next, -1))).least;
        const Money rest = accrued(rate, exactly(next), exactly(next)).least;
        return full + scale(rest, parts % hundredths, hundredths);
    };
    const Amount value = {credit(total.least, exactly(per_month.value.least), start.value.least),
                          credit(total.most, exactly(per_month.value.most), start.value.most)};
    return {first_day, last_day, counted, credit_days,
            priced(numbers_of(
                Amount{std::min(value.least, value.most), std::max(value.least, value.most)}))};
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
