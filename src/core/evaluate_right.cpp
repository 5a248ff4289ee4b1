// Rights: when each arises, from which day to which it may be used, and what its life looks like.
#include "core/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

const RightState &Evaluation::right(RightId id) {
    if (!started_[id.at()]) {
        started_.set(id.at());
        // What is assumed for another question is no fact of this right.
        const auto assumed_right = std::exchange(assumed_right_, std::nullopt);
        const auto assumed_notice = std::exchange(assumed_notice_, std::nullopt);
        const RightState state = evaluate_right(id);
        out_.rights[id.at()] = state;
        assumed_right_ = assumed_right;
        assumed_notice_ = assumed_notice;
    }
    return out_.rights[id.at()];
}

Turns Evaluation::turns_of(const Right &right) {
    std::optional<Dated> done;
    const Dated in_time =
        std::visit(Overloaded{[&](const Missed &form) {
                                  done = day(form.what);
                                  return day(form.by);
                              },
                              [&](const AfterDay &form) { return day(form.day); },
                              [&](const OnDay &form) { return day_before(day(form.day)); }},
                   right.trigger);
    const Dated cured = right.grace ? day(*right.grace) : in_time;
    const Dated window = right.window_first ? day(*right.window_first) : day_after(cured);

    Dated opens = window;
    for (const DateRuleId precondition : right.preconditions) {
        const Dated met = day(precondition);
        opens = dated(Step::Latest, larger(opens.value, met.value), {opens.why, met.why});
    }

    const Dated term = named(term_last_day);
    Dated last = term;
    if (right.window_last) {
        const Dated window_last = day(*right.window_last);
        last = dated(Step::Earliest, smaller(window_last.value, term.value),
                     {window_last.why, term.why});
    }
    std::optional<Dated> ended;
    Dated closes = last;
    if (right.ends_when) {
        ended = day(*right.ends_when);
        const Dated eve = day_before(*ended);
        closes = dated(Step::Earliest, smaller(last.value, eve.value), {eve.why, last.why});
    }
    return {.done = done,
            .in_time = in_time,
            .cured = cured,
            .window = window,
            .opens = opens,
            .ended = ended,
            .lapses = day_after(last),
            .closes = closes};
}

RightState Evaluation::evaluate_right(RightId id) {
    const Right &right = get(lease_.rights, id);
    const Turns turns = turns_of(right);

    const Truth open = at_most(turns.opens.value, turns.closes.value);
    ReasonId why = note(Step::StillOpen, value_of(open), {turns.opens.why, turns.closes.why}, -1,
                        index_of(right.clause));
    Truth arises = open;
    Truth missed = Truth::No;
    if (turns.done) {
        missed = less(turns.cured.value, turns.done->value);
        const ReasonId why_missed =
            note(Step::Missed, value_of(missed), {turns.done->why, turns.cured.why}, -1,
                 index_of(right.clause));
        arises = both(missed, open);
        why = note(Step::StillOpen, value_of(arises),
                   {why_missed, turns.opens.why, turns.closes.why}, -1, index_of(right.clause));
    }

    RightState state{.late = turns.done ? less(turns.in_time.value, turns.done->value) : Truth::No,
                     .missed = missed,
                     .arises = {arises, why},
                     .opens = turns.opens,
                     .closes = turns.closes,
                     .grace_last_day = right.grace ? std::optional{turns.cured} : std::nullopt,
                     .first_effect = effect_of_notice(id, turns.opens),
                     .notice_effect = std::nullopt,
                     .exit_fee = std::nullopt,
                     .phases = {},
                     .unsettled_from = std::nullopt,
                     .status = std::nullopt};
    if (right.exit_fee) {
        state.exit_fee = amount(*right.exit_fee);
    }
    order_phases(id, turns, state);
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

void Evaluation::order_phases(RightId id, const Turns &turns, RightState &state) {
    state.phases.push({Status::NotDue, exactly(Date::dawn())});
    if (turns.done) {
        const When &done = turns.done->value;
        if (ask(less(turns.in_time.value, turns.cured.value)) != Truth::No) {
            enter(state, Status::Grace, add_days(turns.in_time.value, 1));
        }
        const Truth cured = ask(at_most(done, turns.cured.value));
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
    const Truth open = ask(at_most(turns.opens.value, turns.closes.value));
    if (open == Truth::Depends) {
        return unsettle(state,
                        std::min(turns.opens.value.least, add_days(turns.closes.value.least, 1)));
    }
    if (open == Truth::Yes) {
        enter(state, Status::Exercisable, turns.opens.value);
        const Dated notice = notice_of(id);
        const Truth valid = ask(both(at_most(turns.opens.value, notice.value),
                                     at_most(notice.value, turns.closes.value)));
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
    const Dated effect = effect_of_notice(id, notice);
    if (!right.last_chance) {
        enter(state, Status::NoticePending, notice.value);
        return enter(state, Status::Terminated, effect.value);
    }
    const Dated done = day(right.last_chance->what);
    const Dated by = day(right.last_chance->by);
    const Truth saved = ask(at_most(done.value, by.value));
    enter(state, Status::Suspended, notice.value);
    if (saved == Truth::Depends) {
        return unsettle(state, std::min(done.value.least, add_days(by.value.least, 1)));
    }
    if (saved == Truth::Yes) {
        return enter(state, Status::Voided, done.value);
    }
    enter(state, Status::Terminated, larger(effect.value, add_days(by.value, 1)));
}

void Evaluation::order_end(const Turns &turns, RightState &state) {
    const Truth ended =
        turns.ended ? ask(at_most(turns.ended->value, turns.lapses.value)) : Truth::No;
    if (ended == Truth::Depends) {
        return unsettle(state, std::min(turns.ended->value.least, turns.lapses.value.least));
    }
    const When &end = ended == Truth::Yes ? turns.ended->value : turns.lapses.value;
    if (happens(end) != Truth::No) {
        enter(state, ended == Truth::Yes ? Status::Extinguished : Status::Lapsed, end);
    }
}

Dated Evaluation::effect_of_notice(RightId id, const Dated &notice) {
    const Right &right = get(lease_.rights, id);
    if (!right.effect) {
        return notice;
    }
    const auto right_before = std::exchange(assumed_right_, id);
    const auto notice_before = std::exchange(assumed_notice_, notice);
    const Dated effect = day(*right.effect);
    assumed_right_ = right_before;
    assumed_notice_ = notice_before;
    return effect;
}

Dated Evaluation::notice_of(RightId id) {
    if (assumed_right_ == id) {
        return *assumed_notice_;
    }
    return dated(Step::Supposed, scenario_.notices[id.at()], {},
                 name_of(lease_, id, RightDay::Notice).index);
}

Dated Evaluation::right_day(RightId id, RightDay which) {
    const auto named_day = [&](const Dated &source) {
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
        return happens(notice.value) == Truth::No ? notice
                                                  : named_day(effect_of_notice(id, notice));
    }
    case RightDay::Opens:
        return named_day(right(id).opens);
    case RightDay::FirstDay:
        return if_it_arises(right(id), right(id).opens);
    case RightDay::LastDay:
        return if_it_arises(right(id), right(id).closes);
    case RightDay::GraceLastDay:
        return named_day(right(id).grace_last_day.value_or(right(id).opens));
    }
    return notice_of(id);
}

/// Once the lease has ended, no right in it goes on living.
void Evaluation::terminate() {
    When end = exactly(Date::never());
    for (const RightState &state : out_.rights) {
        for (const Phase &phase : state.phases.all()) {
            if (phase.status == Status::Terminated || phase.status == Status::AutoTerminated) {
                end = smaller(end, phase.from);
            }
        }
    }
    out_.terminated = end;
    if (happens(end) == Truth::No) {
        return;
    }
    for (RightState &state : out_.rights) {
        const Phase &last = state.phases.all().back();
        const bool over = last.status == Status::Extinguished || last.status == Status::Lapsed ||
                          last.status == Status::Voided;
        if (!over || ask(less(end, last.from)) == Truth::Yes) {
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
            state.notice_effect = effect_of_notice(RightId{static_cast<std::int32_t>(i)}, today);
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
