// Rights: when each arises, from which day to which it may be used, and what its life looks like.
//
// Example: GPUs due on 30 September 2026, a month of grace. They are late from 1 October; grace
// ends on 30 October, and the first day for notice is 31 October, if they have not come by then.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

const RightState &Evaluation::right(RightId id) {
    if (!started_[id.at()]) {
        started_.set(id.at());
        // What is assumed for another question is no fact of this right.
        const Assumption assumed = std::exchange(assumed_, {});
        const RightState state = evaluate_right(id);
        out_.rights[id.at()] = state;
        assumed_ = assumed;
    }
    return out_.rights[id.at()];
}

/// The first day for notice rests on no last day, which may therefore count from it.
const Dated &Evaluation::opens(RightId id) {
    if (!opened_[id.at()]) {
        opened_.set(id.at());
        const Assumption assumed = std::exchange(assumed_, {});
        keep_opening(id, opening_of(get(lease_.rights, id)));
        assumed_ = assumed;
    }
    return out_.rights[id.at()].opens;
}

void Evaluation::keep_opening(RightId id, const Turns &turns) {
    RightState &state = out_.rights[id.at()];
    state.opens = turns.opens;
    if (is_given(get(lease_.rights, id).grace)) {
        state.grace_last_day = turns.cured;
    }
}

/// The turns up to the first day for notice.
Turns Evaluation::opening_of(const Right &right) {
    std::optional<Dated> done;
    if (right.trigger.kind == TriggerKind::Missed) {
        done = day(right.trigger.what);
    }
    const Dated triggered = day(right.trigger.day);
    const Dated in_time = right.trigger.kind == TriggerKind::On ? day_before(triggered) : triggered;
    const Dated cured = is_given(right.grace) ? day(right.grace) : in_time;
    const Dated window = is_given(right.window_first) ? day(right.window_first) : day_after(cured);

    Dated opens = window;
    for (const RuleId precondition : right.preconditions) {
        const Dated met = day(precondition);
        opens = dated(Step::Latest, larger(opens.value, met.value), {opens.why, met.why});
    }
    return {.done = done,
            .in_time = in_time,
            .cured = cured,
            .window = window,
            .opens = opens,
            .ended = std::nullopt,
            .lapses = opens,
            .closes = opens,
            .credit = std::nullopt};
}

Turns Evaluation::turns_of(RightId id) {
    const Right &right = get(lease_.rights, id);
    Turns turns = opening_of(right);
    if (opened_[id.at()]) {
        turns.opens = out_.rights[id.at()].opens; // with the reason that others rest on
    } else {
        opened_.set(id.at());
        keep_opening(id, turns);
    }
    const Dated term = named_day(term_last_day);
    Dated last = term;
    if (is_given(right.window_last)) {
        const Dated window_last = day(right.window_last);
        last = dated(Step::Earliest, smaller(window_last.value, term.value),
                     {window_last.why, term.why});
    }
    turns.closes = last;
    if (is_given(right.ends_when)) {
        turns.ended = day(right.ends_when);
        const Dated eve = day_before(*turns.ended);
        turns.closes = dated(Step::Earliest, smaller(last.value, eve.value), {eve.why, last.why});
    }
    if (right.remedy) {
        turns.credit = remedy(*right.remedy).first_day.value;
    }
    turns.lapses = day_after(last);
    return turns;
}

RightState Evaluation::evaluate_right(RightId id) {
    const Right &right = get(lease_.rights, id);
    const std::int32_t clause = index_of(right.clause);
    const Turns turns = turns_of(id);

    Truth arises = is_open(turns);
    Truth missed = Truth::No;
    Inputs inputs;
    if (turns.done) {
        missed = !is_done_by(turns.done->value, turns.cured.value);
        inputs.push(note(Step::Missed, offramp::value_of(missed),
                         {turns.done->why, turns.cured.why}, -1, clause));
        arises = both(missed, arises);
    }
    Truth condition = Truth::Yes;
    if (is_given(right.condition)) {
        const Evaluated holds = rule(right.condition);
        inputs.push(holds.why);
        condition = truth_of(holds.value);
        arises = both(condition, arises);
    }
    inputs.push(turns.opens.why);
    inputs.push(turns.closes.why);
    const ReasonId why = note(Step::StillOpen, offramp::value_of(arises), inputs.all(), -1, clause);

    RightState state{
        .late = turns.done ? !is_done_by(turns.done->value, turns.in_time.value) : Truth::No,
        .missed = missed,
        .arises = {arises, why},
        .opens = turns.opens,
        .closes = turns.closes,
        .grace_last_day = is_given(right.grace) ? std::optional{turns.cured} : std::nullopt,
        .first_effect = std::nullopt,
        .latest_effect = std::nullopt,
        .notice_effect = std::nullopt,
        .exit_fee = std::nullopt,
        .phases = {},
        .unsettled_from = std::nullopt,
        .status = std::nullopt};
    // What follows may ask for the window, which no longer depends on it.
    out_.rights[id.at()] = state;
    state.first_effect =
        right.exercise == Exercise::Automatic ? turns.opens : end_after_notice(id, turns.opens);
    if (is_given(right.latest_effect)) {
        state.latest_effect = effect_of_notice(id, right.latest_effect, turns.opens);
    }
    if (is_given(right.exit_fee)) {
        state.exit_fee = exit_fee_of(id, turns);
    }
    state.phases.push({Status::NotDue, exactly(Date::dawn())});
    if (ask(condition) == Truth::Depends) {
        const Date waiting = add_days(turns.in_time.value.least, 1);
        unsettle(state, std::min({first_turn_of(turns), waiting,
                                  turns.credit ? turns.credit->least : waiting}));
    } else if (condition == Truth::Yes) {
        order_phases(id, turns, state);
    }
    return state;
}

/// The fee for the notice that the scenario supposes, or for one on the first day; for both where
/// it is not known whether one is given.
Priced Evaluation::exit_fee_of(RightId id, const Turns &turns) {
    const auto fee_on = [&](const Dated &notice) {
        const RuleId fee = get(lease_.rights, id).exit_fee;
        return if_notice_on(id, notice, [&] { return amount(fee); });
    };
    Dated supposed = notice_of(id);
    const Truth is_supposed = happens(supposed.value);
    if (is_supposed == Truth::Yes) {
        return fee_on(supposed);
    }
    const Priced first = fee_on(turns.opens);
    if (is_supposed == Truth::No) {
        return first;
    }
    supposed.value.most = Date::from_day_number(supposed.value.most.day_number());
    const Priced then = fee_on(supposed);
    return {hull(first.value, then.value), then.why};
}

Dated Evaluation::effect_of_notice(RightId id, RuleId effect, const Dated &notice) {
    return is_given(effect) ? if_notice_on(id, notice, [&] { return day(effect); }) : notice;
}

void Evaluation::look_from_as_of() {
    for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
        RightState &state = out_.rights[i];
        state.status = status_on(state, as_of_);
        if (state.status == Status::Exercisable) {
            const Dated today = dated(Step::AsOf, exactly(as_of_), {});
            state.notice_effect = end_after_notice(RightId{static_cast<std::int32_t>(i)}, today);
        }
    }
}

} // namespace offramp
