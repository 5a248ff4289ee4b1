// The life of a right: which statuses it goes through, in the order of their days.
//
// Example: due on 30 September, a month of grace, delivered on 15 November: nothing is late until
// 30 September; grace from 1 October, notice may be given from 31 October, and from 15 November the
// right is extinguished. Delivered on 31 October it never may be given: that phase would begin as
// it ends.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

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

Date first_turn_of(const Turns &turns) {
    Date first = std::min({turns.window.value.least, turns.opens.value.least,
                           turns.lapses.value.least, add_days(turns.cured.value.least, 1)});
    if (turns.done) {
        first = std::min(first, turns.done->value.least);
    }
    return turns.ended ? std::min(first, turns.ended->value.least) : first;
}

void Evaluation::unsettle(RightState &state, Date from) {
    out_.decided = false;
    state.unsettled_from = from;
}

/// What comes before the right opens: credits and grace, in the order of their days.
void Evaluation::order_waiting(const Turns &turns, RightState &state) {
    const When grace = add_days(turns.in_time.value, 1);
    const bool has_grace = turns.cured.why != turns.in_time.why &&
                           ask(less(turns.in_time.value, turns.cured.value)) != Truth::No;
    const bool has_credit = turns.credit && ask(happens(*turns.credit)) != Truth::No;
    const Truth is_before = has_credit ? ask(at_most(*turns.credit, grace)) : Truth::No;
    state.is_waiting_open = has_grace && is_before == Truth::Depends;
    const bool credit_is_first = is_before == Truth::Yes;
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
            return unsettle(state, first_turn_of(turns));
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
            // Without a valid notice the right ends, perhaps before the day of that notice.
            return unsettle(state,
                            std::min(notice.value.least, add_days(turns.closes.value.least, 1)));
        }
        if (valid == Truth::Yes) {
            return order_notice(id, notice, state);
        }
    }
    order_end(turns, state);
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

/// Once what a right is about has ended, the right does not go on living.
void Evaluation::terminate() {
    const Dated no_end = {exactly(Date::never()), ReasonId{0}};
    out_.terminated = no_end;
    out_.given_up.assign(lease_.tranches.size(), no_end);
    const auto end_by = [](Dated &end, const Dated &other) {
        end = {smaller(end.value, other.value),
               other.value.least < end.value.least ? other.why : end.why};
    };
    for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
        const Right &right = lease_.rights[i];
        const RightState &state = out_.rights[i];
        const Phase &last = state.phases.all().back();
        const bool has_end =
            last.status == Status::Terminated || last.status == Status::AutoTerminated;
        // An end of which it is not settled whether a delivery still undoes it may be none.
        const When end_of_last = {last.from.least,
                                  state.unsettled_from ? Date::never() : last.from.most};
        const std::optional<When> day = has_end
                                            ? std::optional{end_of_last}
                                            : possible_end(RightId{static_cast<std::int32_t>(i)});
        if (!day) {
            continue;
        }
        const Dated end = dated(Step::Terminated, *day, {state.arises.why},
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
        const bool is_own = end == last.from && (last.status == Status::AutoTerminated ||
                                                 last.status == Status::Terminated);
        const Truth is_sooner = is_own ? Truth::No : ask(less(end, last.from));
        if (!is_over || is_sooner == Truth::Yes) {
            enter(state, Status::Terminated, end);
        } else if (is_sooner == Truth::Depends) {
            unsettle(state, std::min(end.least, state.unsettled_from.value_or(end.least)));
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
    const bool is_waiting = status == Status::Credit || status == Status::Grace;
    return is_waiting && right.is_waiting_open ? std::nullopt : status;
}

} // namespace offramp
