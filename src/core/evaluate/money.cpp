// Money: fees over the term, and how much of them is payable before anybody may leave for nothing.
//
// Example: $920 million a month from 1 October 2026 to 30 June 2029 are 33 months, $30,360,000,000.
// The first free exit is 1 April 2027: the six months before it, $5,520,000,000, are firm.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>

namespace offramp {

Evaluation::FeeTerms Evaluation::terms_of(FeeId id) {
    const Fee &fee = get(lease_.fees, id);
    const Priced price = amount(fee.amount);
    const Dated from = day(fee.from);
    return {fee.billing, price, from, fee.billing.is_once ? from : day(fee.to)};
}

void Evaluation::fees() {
    for (std::size_t i = 0; i < lease_.fees.size(); ++i) {
        const FeeId id{static_cast<std::int32_t>(i)};
        const FeeTerms terms = terms_of(id);
        const Amount total = charged(terms.charge());
        Inputs inputs;
        inputs.push(terms.amount.why);
        inputs.push(terms.from.why);
        if (!terms.billing.is_once) {
            inputs.push(terms.to.why);
        }
        const ReasonId why = note(Step::Accrued, offramp::value_of(total), inputs.all(), id.index,
                                  index_of(lease_.fees[i].clause));
        out_.fees.push_back({terms.billing, terms.amount, terms.from, terms.to, Priced{total, why},
                             std::nullopt, std::nullopt});
    }
}

Numbers Evaluation::fee_between(Frame &frame) {
    const When from = when_of(input(frame, place::Between::From));
    const When to = when_of(input(frame, place::Between::To));
    const FeeTerms fee = remembered_terms_of(FeeId{static_cast<std::int32_t>(frame.rule.value)});
    frame.inputs.push(fee.from.why);
    if (!fee.billing.is_once) {
        frame.inputs.push(fee.to.why);
    }
    frame.inputs.push(fee.amount.why);
    return numbers_of(charged(fee.charge(), from, to));
}

Priced Evaluation::fee_until(FeeId id, const Dated *last_day) {
    const FeeState &fee = get(out_.fees, id);
    if (last_day == nullptr || at_most(fee.to.value, last_day->value) == Truth::Yes) {
        return fee.total;
    }
    const Amount total = charged(charge_of(fee), exactly(Date::dawn()), last_day->value);
    return {total, note(Step::Accrued, offramp::value_of(total),
                        {fee.amount.why, fee.from.why, last_day->why}, id.index,
                        index_of(get(lease_.fees, id).clause))};
}

Priced Evaluation::sum_of(const Amount &total, const Inputs &inputs) {
    return {total, note(Step::Sum, offramp::value_of(total), inputs.all(), -1, -1)};
}

/// Fees up to a day, included; all of them without one.
Priced Evaluation::fees_until(const std::optional<Dated> &last_day) {
    Inputs inputs;
    Amount total = exactly(Money::zero());
    for (std::size_t i = 0; i < out_.fees.size(); ++i) {
        const Priced fee =
            fee_until(FeeId{static_cast<std::int32_t>(i)}, last_day ? &*last_day : nullptr);
        total = total + fee.value;
        if (fee.value != exactly(Money::zero())) {
            inputs.push(fee.why);
        }
    }
    return sum_of(total, inputs);
}

/// Whether using the right ends a fee of this tranche; one of none ends with the lease only.
bool Evaluation::ends_fee(const Right &right, const std::optional<TrancheId> &tranche) const {
    return right.scope.empty() || (tranche && std::find(right.scope.begin(), right.scope.end(),
                                                        *tranche) != right.scope.end());
}

/// The end that each right brings somebody who pays nothing for it, the right being used on its
/// first free day, or on the first on or after `notice_from`. An end that comes by itself is no
/// exit but counts all the same.
std::vector<std::optional<Evaluation::FreeExit>>
Evaluation::free_exits(const std::optional<Date> &notice_from) {
    std::vector<std::optional<FreeExit>> exits;
    for (std::size_t i = 0; i < out_.rights.size(); ++i) {
        exits.push_back(free_exit(RightId{static_cast<std::int32_t>(i)}, notice_from));
    }
    return exits;
}

std::optional<Evaluation::FreeExit> Evaluation::free_exit(RightId id,
                                                          const std::optional<Date> &notice_from) {
    const Right &right = get(lease_.rights, id);
    const RightState &state = get(out_.rights, id);
    const bool is_by_notice = right.exercise == Exercise::Notice;
    if (right.exercise == Exercise::Renewal || state.arises.value == Truth::No) {
        return std::nullopt;
    }
    if (!is_by_notice || (!notice_from && !state.exit_fee)) {
        return FreeExit{state.arises.value, *state.first_effect};
    }
    if (state.exit_fee) {
        const When from =
            notice_from ? larger(state.opens.value, exactly(*notice_from)) : state.opens.value;
        const FreeDays free = free_days(id, from, state.closes.value);
        if (!free.possible) {
            return std::nullopt;
        }
        const When days = {*free.possible, free.certain.value_or(*free.possible)};
        const Dated notice = dated(Step::FreeFrom, days, {state.exit_fee->why}, id.index);
        const Truth open = notice_from ? both(state.arises.value, at_most(from, state.closes.value))
                                       : state.arises.value;
        return FreeExit{free.certain ? open : both(open, Truth::Depends),
                        end_after_notice(id, notice)};
    }
    const ReasonId today = dated(Step::AsOf, exactly(*notice_from), {}).why;
    const Dated notice = dated(Step::Latest, larger(state.opens.value, exactly(*notice_from)),
                               {state.opens.why, today});
    const Truth open = both(state.arises.value, at_most(notice.value, state.closes.value));
    return open == Truth::No ? std::nullopt
                             : std::optional{FreeExit{open, end_after_notice(id, notice)}};
}

/// The earliest of the exits that end the lease or, with `is_of_fee`, a fee of this tranche.
std::optional<Dated> Evaluation::first_free_exit(std::span<const std::optional<FreeExit>> exits,
                                                 bool is_of_fee,
                                                 const std::optional<TrancheId> &tranche) {
    Inputs inputs;
    bool is_any = false;
    When first = exactly(Date::never());
    for (std::size_t i = 0; i < exits.size(); ++i) {
        if (!exits[i] || (is_of_fee && !ends_fee(lease_.rights[i], tranche))) {
            continue;
        }
        const When &end = exits[i]->end.value;
        first = smaller(first, exits[i]->open == Truth::Yes ? end : When{end.least, Date::never()});
        inputs.push(exits[i]->end.why);
        is_any = true;
    }
    if (!is_any) {
        return std::nullopt;
    }
    return Dated{first, note(Step::FirstExit, offramp::value_of(first), inputs.all(), -1, -1)};
}

/// Fees payable before anybody may end them for nothing; all of them when nobody may. `exit` is
/// the first free exit of all, `last_day` the last one that it leaves firm. Each fee keeps its own
/// last firm day of the last question that was asked.
Priced Evaluation::firm(const std::optional<Date> &notice_from, std::optional<Dated> &exit,
                        std::optional<Dated> &last_day) {
    const auto exits = free_exits(notice_from);
    exit = first_free_exit(exits, false, std::nullopt);
    last_day.reset();
    for (FeeState &fee : out_.fees) {
        fee.last_firm_day.reset();
    }
    if (!exit) {
        return fees_until(std::nullopt);
    }
    last_day = last_fee_day(*exit);
    for (FeeState &fee : out_.fees) {
        fee.last_firm_day = last_day;
    }
    const auto is_partial = [](const Right &right) { return !right.scope.empty(); };
    if (std::none_of(lease_.rights.begin(), lease_.rights.end(), is_partial)) {
        return fees_until(last_day);
    }
    Inputs inputs;
    Amount total = exactly(Money::zero());
    for (std::size_t i = 0; i < out_.fees.size(); ++i) {
        const auto own = first_free_exit(exits, true, lease_.fees[i].tranche);
        std::optional<Dated> own_last;
        if (own) {
            own_last = last_fee_day(*own);
        }
        out_.fees[i].last_firm_day = own_last;
        const Priced fee =
            fee_until(FeeId{static_cast<std::int32_t>(i)}, own_last ? &*own_last : nullptr);
        total = total + fee.value;
        inputs.push(fee.why);
    }
    return sum_of(total, inputs);
}

Dated Evaluation::last_fee_day(const Dated &exit) {
    Inputs inputs;
    inputs.push(exit.why);
    const auto rule = static_cast<ExitDay>(word(no_rule, Kind::ExitDay, inputs));
    const bool is_served = rule == ExitDay::Served;
    const When last = add_days(exit.value, is_served ? 0 : -1);
    return {last, note(is_served ? Step::Latest : Step::DayBefore, offramp::value_of(last),
                       inputs.all(), -1, -1)};
}

/// Fees up to the end that the scenario brings each. Each keeps its own last day.
Priced Evaluation::payable() {
    Inputs inputs;
    Amount total = exactly(Money::zero());
    for (std::size_t i = 0; i < out_.fees.size(); ++i) {
        const std::optional<TrancheId> &tranche = lease_.fees[i].tranche;
        const Dated end = tranche ? out_.given_up[tranche->at()] : out_.terminated;
        std::optional<Dated> last;
        if (happens(end.value) != Truth::No) {
            last = last_fee_day(end);
        }
        out_.fees[i].last_paid_day = last;
        const Priced fee = fee_until(FeeId{static_cast<std::int32_t>(i)}, last ? &*last : nullptr);
        total = total + fee.value;
        inputs.push(fee.why);
    }
    return sum_of(total, inputs);
}

Priced Evaluation::credits() {
    Inputs inputs;
    Amount total = exactly(Money::zero());
    for (std::size_t i = 0; i < out_.remedies.size(); ++i) {
        const Priced &amount = out_.remedies[i].amount;
        total = lease_.remedies[i].shared_cap ? total : total + amount.value;
        inputs.push(amount.why);
    }
    for (const Cap &cap : lease_.caps) {
        total = total + all_credits(cap);
    }
    return sum_of(total, inputs);
}

void Evaluation::money(UpTo up_to) {
    MoneyState &money = out_.money;
    if (up_to == UpTo::All) {
        money.headline = fees_until(std::nullopt);
        money.firm = firm(std::nullopt, money.first_exit, money.last_firm_day);
    }
    std::optional<Dated> last_day_as_of;
    money.firm_as_of = firm(as_of_, money.exit_as_of, last_day_as_of);
    money.payable = payable();
    if (up_to == UpTo::All) {
        money.credits = credits();
    }
}

} // namespace offramp
