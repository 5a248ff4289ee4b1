// Money: fees over the term, and how much of them is payable before anybody may leave for nothing.
#include "core/evaluation.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// One fee from a day to a day, both included. Part months are charged by the day and each part
/// is rounded on its own, so that a total is the sum of the months a reader sees.
Money accrue(Money per_month, Date from, Date to) {
    if (to < from || from == Date::never() || per_month == Money::zero()) {
        return Money::zero();
    }
    if (!from.is_day() || !to.is_day()) {
        return Money::unbounded();
    }
    const auto first = from.ymd();
    const auto last = to.ymd();
    const auto part = [per_month](std::chrono::year_month month, std::int64_t days) {
        const auto length = unsigned{(month / std::chrono::last).day()};
        return days == length ? per_month : scale(per_month, days, length);
    };
    const std::chrono::year_month first_month = first.year() / first.month();
    const std::chrono::year_month last_month = last.year() / last.month();
    if (first_month == last_month) {
        return part(first_month, days_between(from, to) + 1);
    }
    const auto days_in_first =
        unsigned{(first_month / std::chrono::last).day()} + 1 - unsigned{first.day()};
    const std::int64_t months_between = (last_month - first_month).count() - 1;
    return part(first_month, days_in_first) + scale(per_month, months_between, 1) +
           part(last_month, unsigned{last.day()});
}

Amount accrue(const Amount &per_month, const When &from, const When &to) {
    const Money least = accrue(per_month.least, from.most, to.least);
    const bool all_known = per_month.known() && from.known() && to.known();
    return {least, all_known ? least : accrue(per_month.most, from.least, to.most)};
}

} // namespace

void Evaluation::fees() {
    for (std::size_t i = 0; i < lease_.fees.size(); ++i) {
        const Fee &fee = lease_.fees[i];
        const Priced per_month = amount(fee.per_month);
        const Dated from = day(fee.from);
        const Dated to = day(fee.to);
        const Amount total = accrue(per_month.value, from.value, to.value);
        out_.fees.push_back(
            {per_month, from, to,
             Priced{total, note(Step::Accrued, value_of(total), {per_month.why, from.why, to.why},
                                static_cast<std::int32_t>(i), index_of(fee.clause))}});
    }
}

Priced Evaluation::fee_until(FeeId id, const Dated *last_day) {
    const FeeState &fee = get(out_.fees, id);
    if (last_day == nullptr || at_most(fee.to.value, last_day->value) == Truth::Yes) {
        return fee.total;
    }
    const When to = smaller(fee.to.value, last_day->value);
    const Amount total = accrue(fee.per_month.value, fee.from.value, to);
    return {total,
            note(Step::Accrued, value_of(total), {fee.per_month.why, fee.from.why, last_day->why},
                 id.index, index_of(get(lease_.fees, id).clause))};
}

/// Fees up to a day, included; all of them without one.
Priced Evaluation::fees_until(const Dated *last_day) {
    constexpr std::size_t most_inputs = 64;
    std::array<ReasonId, most_inputs> inputs{};
    std::size_t size = 0;
    Amount total = exactly(Money::zero());
    for (std::size_t i = 0; i < out_.fees.size(); ++i) {
        const Priced fee = fee_until(FeeId{static_cast<std::int32_t>(i)}, last_day);
        total = total + fee.value;
        if (size < most_inputs && fee.value != exactly(Money::zero())) {
            inputs[size++] = fee.why;
        }
    }
    return {total, note(Step::Sum, value_of(total), std::span<const ReasonId>{inputs}.first(size),
                        -1, -1)};
}

/// The earliest day on which somebody who pays nothing for it could have ended the lease, each
/// right being used on its first day.
std::optional<Dated> Evaluation::first_free_exit() {
    constexpr std::size_t most_inputs = max_rights;
    std::array<ReasonId, most_inputs> inputs{};
    std::size_t size = 0;
    When exit = exactly(Date::never());
    for (const RightState &state : out_.rights) {
        const bool is_free = !state.exit_fee || state.exit_fee->value == exactly(Money::zero());
        if (!is_free || state.arises.value == Truth::No) {
            continue;
        }
        const When effect = state.first_effect->value;
        exit = smaller(exit, state.arises.value == Truth::Yes ? effect
                                                              : When{effect.least, Date::never()});
        inputs[size++] = state.first_effect->why;
    }
    if (size == 0) {
        return std::nullopt;
    }
    return Dated{exit, note(Step::FirstExit, value_of(exit),
                            std::span<const ReasonId>{inputs}.first(size), -1, -1)};
}

/// The same for notice on or after a day: rights whose last day is past are left out.
std::optional<Dated> Evaluation::first_free_exit_from(Date first) {
    std::array<ReasonId, max_rights> inputs{};
    std::size_t size = 0;
    When exit = exactly(Date::never());
    for (std::size_t i = 0; i < out_.rights.size(); ++i) {
        const RightState &state = out_.rights[i];
        const bool is_free = !state.exit_fee || state.exit_fee->value == exactly(Money::zero());
        const Dated notice = dated(Step::Latest, larger(state.opens.value, exactly(first)),
                                   {state.opens.why, dated(Step::AsOf, exactly(first), {}).why});
        const Truth open = both(state.arises.value, at_most(notice.value, state.closes.value));
        if (!is_free || open == Truth::No) {
            continue;
        }
        const Dated effect = effect_of_notice(RightId{static_cast<std::int32_t>(i)}, notice);
        exit = smaller(exit,
                       open == Truth::Yes ? effect.value : When{effect.value.least, Date::never()});
        inputs[size++] = effect.why;
    }
    if (size == 0) {
        return std::nullopt;
    }
    return Dated{exit, note(Step::FirstExit, value_of(exit),
                            std::span<const ReasonId>{inputs}.first(size), -1, -1)};
}

/// Fees up to the last day before an exit; all of them when nobody may leave.
Priced Evaluation::firm_until(const std::optional<Dated> &exit, std::optional<Dated> &last_day) {
    if (!exit) {
        return fees_until(nullptr);
    }
    last_day = last_fee_day(*exit);
    return fees_until(&*last_day);
}

Dated Evaluation::last_fee_day(const Dated &exit) {
    const auto reading = reading_behind(lease_.exit_day);
    if (chosen(lease_.exit_day, scenario_) == ExitDay::Served) {
        return reading ? dated(Step::Latest, exit.value, {exit.why, *reading}) : exit;
    }
    const When eve = add_days(exit.value, -1);
    return reading ? dated(Step::DayBefore, eve, {exit.why, *reading})
                   : dated(Step::DayBefore, eve, {exit.why});
}

void Evaluation::money() {
    const Priced headline = fees_until(nullptr);
    const auto exit = first_free_exit();
    std::optional<Dated> last_firm_day;
    const Priced firm = firm_until(exit, last_firm_day);
    std::optional<Dated> terminated;
    if (happens(out_.terminated) != Truth::No) {
        terminated = dated(Step::Terminated, out_.terminated, {});
    }
    std::optional<Dated> last_paid_day;
    const Priced payable = firm_until(terminated, last_paid_day);
    const auto exit_as_of = first_free_exit_from(as_of_);
    std::optional<Dated> last_day_as_of;
    const Priced firm_as_of = firm_until(exit_as_of, last_day_as_of);
    const Amount at_risk = difference(headline.value, firm.value);
    out_.money = {.headline = headline,
                  .firm = firm,
                  .at_risk = {at_risk, note(Step::Difference, value_of(at_risk),
                                            {headline.why, firm.why}, -1, -1)},
                  .payable = payable,
                  .firm_as_of = firm_as_of,
                  .first_exit = exit,
                  .last_firm_day = last_firm_day,
                  .exit_as_of = exit_as_of};
}

} // namespace offramp
