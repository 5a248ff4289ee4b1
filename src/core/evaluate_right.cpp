// Rights: when each arises, from which day to which it may be used, and what its life looks like.
#include "core/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

/// Never is on no day, whatever the last day for it.
Truth is_done_by(const When &done, const When &by) {
    return both(happens(done), at_most(done, by));
}

Truth is_open(const Turns &turns) { return is_done_by(turns.opens.value, turns.closes.value); }

} // namespace

const RightState &Evaluation::right(RightId id) {
    if (!started_[id.at()]) {
        started_.set(id.at());
        // What is assumed for another question is no fact of this right.
        const auto assumed_right = std::exchange(assumed_right_, std::nullopt);
        const auto assumed_notice = std::exchange(assumed_notice_, std::nullopt);
        const auto sent = std::exchange(sent_, std::nullopt);
        const RightState state = evaluate_right(id);
        out_.rights[id.at()] = state;
        assumed_right_ = assumed_right;
        assumed_notice_ = assumed_notice;
        sent_ = sent;
    }
    return out_.rights[id.at()];
}

Turns Evaluation::turns_of(const Right &right) {
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

    const Dated term = named_day(term_last_day);
    Dated last = term;
    if (is_given(right.window_last)) {
        const Dated window_last = day(right.window_last);
        last = dated(Step::Earliest, smaller(window_last.value, term.value),
                     {window_last.why, term.why});
    }
    std::optional<Dated> ended;
    Dated closes = last;
    if (is_given(right.ends_when)) {
        ended = day(right.ends_when);
        const Dated eve = day_before(*ended);
        closes = dated(Step::Earliest, smaller(last.value, eve.value), {eve.why, last.why});
    }
    std::optional<When> credit;
    if (right.remedy) {
        credit = remedy(*right.remedy).first_day.value;
    }
    return {.done = done,
            .in_time = in_time,
            .cured = cured,
            .window = window,
            .opens = opens,
            .ended = ended,
            .lapses = day_after(last),
            .closes = closes,
            .credit = credit};
}

RightState Evaluation::evaluate_right(RightId id) {
    const Right &right = get(lease_.rights, id);
    const std::int32_t clause = index_of(right.clause);
    const Turns turns = turns_of(right);

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
    state.first_effect = effect_of_notice(id, right.effect, turns.opens);
    if (is_given(right.latest_effect)) {
        state.latest_effect = effect_of_notice(id, right.latest_effect, turns.opens);
    }
    if (is_given(right.exit_fee)) {
        const Dated supposed = notice_of(id);
        const bool is_given_notice = happens(supposed.value) == Truth::Yes;
        state.exit_fee = exit_fee_of(id, is_given_notice ? supposed : turns.opens);
    }
    state.phases.push({Status::NotDue, exactly(Date::dawn())});
    if (ask(condition) == Truth::Depends) {
        unsettle(state, std::min(turns.opens.value.least, add_days(turns.in_time.value.least, 1)));
    } else if (condition == Truth::Yes) {
        order_phases(id, turns, state);
    }
    return state;
}

Truth Evaluation::ask(Truth answer) {
    out_.decided = out_.decided && answer != Truth::Depends;
    return answer;
}

/// A phase that begins no later than the one before it takes its place: that one never began.
void Evaluation::enter(RightState &state, Status status, const When &from) {
    while (1 < state.phases.all().size() &&
           ask(at_most(from, state.phases.all().back().from)) == Truth::Yes) {
        state.phases.pop();
    }
    state.phases.push({status, from});
}

void Evaluation::unsettle(RightState &state, Date from) {
    out_.decided = false;
    state.unsettled_from = from;
}

/// What comes before the right opens: credits and grace, in the order of their days.
void Evaluation::order_waiting(const Turns &turns, RightState &state) {
    const When grace = add_days(turns.in_time.value, 1);
    const bool has_grace = ask(less(turns.in_time.value, turns.cured.value)) != Truth::No;
    const bool has_credit = turns.credit && ask(happens(*turns.credit)) != Truth::No;
    const bool credit_is_first = has_credit && ask(at_most(*turns.credit, grace)) == Truth::Yes;
    if (credit_is_first) {
        enter(state, Status::Credit, *turns.credit);
    }
    if (has_grace) {
        enter(state, Status::Grace, grace);
    }
    if (has_credit && !credit_is_first) {
        enter(state, Status::Credit, *turns.credit);
    }
}

void Evaluation::order_phases(RightId id, const Turns &turns, RightState &state) {
    if (turns.done) {
        const When &done = turns.done->value;
        order_waiting(turns, state);
        const Truth cured = ask(is_done_by(done, turns.cured.value));
        if (cured == Truth::Depends) {
            return unsettle(state, std::min(done.least, add_days(turns.cured.value.least, 1)));
        }
        if (cured == Truth::Yes) {
            return enter(state, Status::Extinguished, done);
        }
    }
    if (ask(less(turns.window.value, turns.opens.value)) != Truth::No) {
        enter(state, Status::LockedPrecondition, turns.window.value);
    }
    const Truth open = ask(is_open(turns));
    if (open == Truth::Depends) {
        return unsettle(state,
                        std::min(turns.opens.value.least, add_days(turns.closes.value.least, 1)));
    }
    if (open == Truth::Yes) {
        const Right &right = get(lease_.rights, id);
        if (right.exercise == Exercise::Automatic) {
            return enter(state, Status::AutoTerminated, turns.opens.value);
        }
        enter(state, Status::Exercisable, turns.opens.value);
        const Dated notice = notice_of(id);
        const Truth valid =
            ask(both(happens(notice.value), both(at_most(turns.opens.value, notice.value),
                                                 at_most(notice.value, turns.closes.value))));
        if (valid == Truth::Depends) {
            return unsettle(state, notice.value.least);
        }
        if (valid == Truth::Yes) {
            return order_notice(id, notice, state);
        }
    }
    order_end(turns, state);
}

void Evaluation::order_notice(RightId id, const Dated &notice, RightState &state) {
    const Right &right = get(lease_.rights, id);
    const Dated effect = effect_of_notice(id, right.effect, notice);
    if (right.exercise == Exercise::Renewal) {
        return enter(state, Status::NoticePending, notice.value);
    }
    if (!right.last_chance) {
        enter(state, Status::NoticePending, notice.value);
        return enter(state, Status::Terminated, effect.value);
    }
    // The last chance may run from the notice, or from the end of its lead.
    const auto right_before = std::exchange(assumed_right_, id);
    const auto notice_before = std::exchange(assumed_notice_, notice);
    const Dated done = day(right.last_chance->what);
    const Dated by = day(right.last_chance->by);
    assumed_right_ = right_before;
    assumed_notice_ = notice_before;
    const Truth saved = ask(is_done_by(done.value, by.value));
    const RuleId own = right.last_chance->meanwhile;
    const RuleId word =
        is_given(own) ? own : lease_.conventions[static_cast<std::size_t>(Kind::Meanwhile)];
    const bool is_over =
        is_given(word) &&
        static_cast<Meanwhile>(word_of(lease_, scenario_, word)) == Meanwhile::Ended;
    enter(state, is_over ? Status::NoticePending : Status::Suspended, notice.value);
    if (is_over) {
        enter(state, Status::Terminated, effect.value);
    }
    if (saved == Truth::Depends) {
        return unsettle(state, std::min(done.value.least, add_days(by.value.least, 1)));
    }
    if (saved == Truth::Yes) {
        return enter(state, Status::Voided, done.value);
    }
    if (is_over) {
        return;
    }
    // The last chance has passed, and what is left of the lead runs on.
    const When passed = add_days(by.value, 1);
    if (ask(less(passed, effect.value)) == Truth::Yes) {
        enter(state, Status::NoticePending, passed);
    }
    enter(state, Status::Terminated, larger(effect.value, passed));
}

void Evaluation::order_end(const Turns &turns, RightState &state) {
    const Truth ended =
        turns.ended ? ask(at_most(turns.ended->value, turns.lapses.value)) : Truth::No;
    if (ended == Truth::Depends) {
        return unsettle(state, std::min(turns.ended->value.least, turns.lapses.value.least));
    }
    const When &end = ended == Truth::Yes ? turns.ended->value : turns.lapses.value;
    if (ask(happens(end)) != Truth::No) {
        enter(state, ended == Truth::Yes ? Status::Extinguished : Status::Lapsed, end);
    }
}

Dated Evaluation::effect_of_notice(RightId id, RuleId effect, const Dated &notice) {
    if (!is_given(effect)) {
        return notice;
    }
    const auto right_before = std::exchange(assumed_right_, id);
    const auto notice_before = std::exchange(assumed_notice_, notice);
    const Dated result = day(effect);
    assumed_right_ = right_before;
    assumed_notice_ = notice_before;
    return result;
}

/// What leaving costs if notice is given on a day.
Priced Evaluation::exit_fee_of(RightId id, const Dated &notice) {
    const auto right_before = std::exchange(assumed_right_, id);
    const auto notice_before = std::exchange(assumed_notice_, notice);
    const Priced fee = amount(get(lease_.rights, id).exit_fee);
    assumed_right_ = right_before;
    assumed_notice_ = notice_before;
    return fee;
}

Dated Evaluation::notice_of(RightId id) {
    if (assumed_right_ == id) {
        return *assumed_notice_;
    }
    const Notice &notice = scenario_.notices[id.at()];
    const Dated given =
        dated(Step::Supposed, notice.day, {}, name_of(lease_, id, RightDay::Notice).index);
    if (notice.channel < 0) {
        return given;
    }
    const auto sent_before = std::exchange(sent_, given);
    const Dated received = day(lease_.channels[static_cast<std::size_t>(notice.channel)].received);
    sent_ = sent_before;
    return received;
}

Dated Evaluation::right_day(RightId id, RightDay which) {
    const auto named_here = [&](const Dated &source) {
        return dated(Step::Named, source.value, {source.why}, name_of(lease_, id, which).index);
    };
    // Only if the right arises: otherwise it has no first and no last day.
    const auto if_it_arises = [&](const RightState &state, const Dated &source) {
        const Truth arises = state.arises.value;
        const When &when = source.value;
        const When result = arises == Truth::Yes  ? when
                            : arises == Truth::No ? exactly(Date::never())
                                                  : When{when.least, Date::never()};
        return dated(Step::Named, result, {source.why, state.arises.why},
                     name_of(lease_, id, which).index);
    };
    switch (which) {
    case RightDay::Notice:
        return notice_of(id);
    case RightDay::Effect: {
        const Dated notice = notice_of(id);
        return happens(notice.value) == Truth::No
                   ? notice
                   : named_here(effect_of_notice(id, get(lease_.rights, id).effect, notice));
    }
    case RightDay::Opens:
        return named_here(right(id).opens);
    case RightDay::FirstDay:
        return if_it_arises(right(id), right(id).opens);
    case RightDay::LastDay:
        return if_it_arises(right(id), right(id).closes);
    case RightDay::GraceLastDay:
        return named_here(right(id).grace_last_day.value_or(right(id).opens));
    }
    return notice_of(id);
}

/// Once what a right is about has ended, the right does not go on living.
void Evaluation::terminate() {
    const Dated no_end = {exactly(Date::never()), ReasonId{0}};
    out_.terminated = no_end;
    out_.given_up.assign(lease_.tranches.size(), no_end);
    const auto end_by = [](Dated &end, const Dated &other) {
        end = {smaller(end.value, other.value), other.value.least < end.value.least ? other.why
                                                                                   : end.why};
    };
    for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
        const Right &right = lease_.rights[i];
        const RightState &state = out_.rights[i];
        const Phase &last = state.phases.all().back();
        if (last.status != Status::Terminated && last.status != Status::AutoTerminated) {
            continue;
        }
        const Dated end = dated(Step::Terminated, last.from, {state.arises.why},
                                static_cast<std::int32_t>(i), index_of(right.clause));
        if (right.scope.empty()) {
            end_by(out_.terminated, end);
        }
        for (const TrancheId tranche : right.scope) {
            end_by(out_.given_up[tranche.at()], end);
        }
    }
    for (Dated &end : out_.given_up) {
        end_by(end, out_.terminated);
    }
    for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
        // A right over several tranches lives as long as one of them.
        When end = out_.terminated.value;
        const std::vector<TrancheId> &scope = lease_.rights[i].scope;
        for (std::size_t at = 0; at < scope.size(); ++at) {
            const When &part = out_.given_up[scope[at].at()].value;
            end = at == 0 ? part : larger(end, part);
        }
        if (ask(happens(end)) == Truth::No) {
            continue;
        }
        RightState &state = out_.rights[i];
        const Phase &last = state.phases.all().back();
        const bool is_over = last.status == Status::Extinguished || last.status == Status::Lapsed ||
                             last.status == Status::Voided ||
                             last.status == Status::AutoTerminated ||
                             last.status == Status::Terminated;
        if (!is_over || ask(less(end, last.from)) == Truth::Yes) {
            enter(state, Status::Terminated, end);
        }
    }
}

void Evaluation::look_from_as_of() {
    for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
        RightState &state = out_.rights[i];
        state.status = status_on(state, as_of_);
        if (state.status == Status::Exercisable) {
            const Dated today = dated(Step::AsOf, exactly(as_of_), {});
            state.notice_effect = effect_of_notice(RightId{static_cast<std::int32_t>(i)},
                                                   lease_.rights[i].effect, today);
        }
    }
}

std::optional<Status> status_on(const RightState &right, Date day) {
    if (right.unsettled_from && *right.unsettled_from <= day) {
        return std::nullopt;
    }
    std::optional<Status> status;
    for (const Phase &phase : right.phases.all()) {
        if (phase.from.most <= day) {
            status = phase.status;
        } else if (phase.from.least <= day && status != phase.status) {
            return std::nullopt;
        }
    }
    return status;
}

} // namespace offramp
