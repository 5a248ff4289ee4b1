// Notices: when one is received, what it brings, and when the lease ends by it. Apart from the rest
// of a right's life, because most scenarios have none.
//
// Example: notice that takes effect 90 days after it is received, received on 1 January 2027: the
// lease ends on 1 April 2027. Sent on that day by a post that takes two days, it ends on 3 April.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

Dated Evaluation::end_after_notice(RightId id, const Dated &notice) {
    const Right &right = get(lease_.rights, id);
    const Dated effect = effect_of_notice(id, right.effect, notice);
    Inputs readings;
    if (!right.last_chance || has_last_chance(id, notice) == Truth::No ||
        static_cast<Meanwhile>(word(right.last_chance->meanwhile, Kind::Meanwhile, readings)) ==
            Meanwhile::Ended) {
        return effect;
    }
    const Dated by = if_notice_on(id, notice, [&] { return day(right.last_chance->by); });
    const Dated passed = day_after(by);
    return dated(Step::Latest, larger(effect.value, passed.value), {effect.why, passed.why});
}

Dated Evaluation::notice_of(RightId id) {
    if (assumed_.right == id) {
        rests_on_assumption_ = true;
        return *assumed_.notice;
    }
    const Notice &notice = scenario_.notices[id.at()];
    const Dated given =
        dated(Step::Supposed, notice.day, {}, name_of(lease_, id, RightDay::Notice).index);
    if (notice.channel < 0) {
        return given;
    }
    const auto sent_before = std::exchange(assumed_.sent, given);
    const Dated received = day(lease_.channels[static_cast<std::size_t>(notice.channel)].received);
    assumed_.sent = sent_before;
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
        return named_here(opens(id));
    case RightDay::FirstDay:
        return if_it_arises(right(id), right(id).opens);
    case RightDay::LastDay:
        return if_it_arises(right(id), right(id).closes);
    case RightDay::GraceLastDay:
        opens(id);
        return named_here(get(out_.rights, id).grace_last_day.value_or(opens(id)));
    }
    return notice_of(id);
}

void Evaluation::order_notice(RightId id, const Dated &notice, RightState &state) {
    const Right &right = get(lease_.rights, id);
    const Dated effect = effect_of_notice(id, right.effect, notice);
    if (right.exercise == Exercise::Renewal) {
        return enter(state, Status::NoticePending, notice.value);
    }
    // A notice that comes after the last day of the last chance leaves none.
    const Truth has_chance = right.last_chance ? ask(has_last_chance(id, notice)) : Truth::No;
    if (has_chance == Truth::Depends) {
        return unsettle(state, notice.value.least);
    }
    if (has_chance == Truth::No) {
        enter(state, Status::NoticePending, notice.value);
        return enter(state, Status::Terminated, effect.value);
    }
    // The last chance may run from the notice, or from the end of its lead.
    const Dated done = if_notice_on(id, notice, [&] { return day(right.last_chance->what); });
    const Dated by = if_notice_on(id, notice, [&] { return day(right.last_chance->by); });
    const Truth saved = ask(is_done_by(done.value, by.value));
    Inputs readings;
    const bool is_over = static_cast<Meanwhile>(word(right.last_chance->meanwhile, Kind::Meanwhile,
                                                     readings)) == Meanwhile::Ended;
    enter(state, is_over ? Status::NoticePending : Status::Suspended, notice.value);
    if (is_over) {
        enter(state, Status::Terminated, effect.value);
    }
    if (saved == Truth::Depends) {
        return unsettle(state, std::max(notice.value.least,
                                        std::min(done.value.least, add_days(by.value.least, 1))));
    }
    if (saved == Truth::Yes) {
        return enter(state, Status::Voided, larger(done.value, notice.value));
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

Truth Evaluation::has_last_chance(RightId id, const Dated &notice) {
    const RuleId by = get(lease_.rights, id).last_chance->by;
    return at_most(notice.value, if_notice_on(id, notice, [&] { return day(by); }).value);
}

/// The end that a right brings where it is not settled whether it does: from the day on which a
/// notice given may take effect, or never.
std::optional<When> Evaluation::possible_end(RightId id) {
    const Right &right = get(lease_.rights, id);
    const RightState &state = get(out_.rights, id);
    if (!state.unsettled_from || state.arises.value == Truth::No ||
        right.exercise == Exercise::Renewal) {
        return std::nullopt;
    }
    if (right.exercise == Exercise::Automatic) {
        return When{state.opens.value.least, Date::never()};
    }
    const Dated notice = notice_of(id);
    const Truth valid =
        both(happens(notice.value), both(at_most(state.opens.value, notice.value),
                                         at_most(notice.value, state.closes.value)));
    if (valid == Truth::No) {
        return std::nullopt;
    }
    return When{effect_of_notice(id, right.effect, notice).value.least, Date::never()};
}

} // namespace offramp
