#include "generate/generate_rights.hpp"

#include <array>
#include <iterator>

namespace offramp {

TrancheId RightGenerator::some_tranche() {
    return TrancheId{static_cast<std::int32_t>(some(0, std::ssize(lease_.tranches) - 1))};
}

void RightGenerator::remedy(RemedyId id) {
    Remedy &one = lease_.remedies[id.at()];
    const TrancheId tranche = some_tranche();
    one.owed_to = choices_.chance(1, 8) ? Holder::Landlord : Holder::Tenant;
    one.from = rules_.named(name_of_due(tranche));
    one.to =
        choices_.chance(1, 4) ? rules_.rule(Kind::Day, 1) : rules_.named(name_of_delivery(tranche));
    one.interval = rules_.setting(Kind::Interval);
    one.mode = rules_.setting(Kind::Rungs);
    one.cap = no_rule;
    if (choices_.chance(1, 2)) {
        one.cap = choices_.chance(1, 4) ? rules_.rule(Kind::Amount, 1)
                                        : rules_.literal(Kind::Amount, some(0, 1'000'000));
    }
    one.cap_days = choices_.chance(1, 3) ? rules_.rule(Kind::Count, 1) : no_rule;
    one.credited_from = no_rule;
    one.is_sole = choices_.chance(1, 4);
    rungs(one);
    for (const RemedyPart part : {RemedyPart::FirstDay, RemedyPart::LastDay, RemedyPart::Days,
                                  RemedyPart::CreditDays, RemedyPart::Amount}) {
        rules_.offer(name_of(lease_, id, part));
    }
}

void RightGenerator::rungs(Remedy &one) {
    const bool is_in_days = choices_.chance(1, 2);
    std::int64_t after = 0;
    for (std::int64_t i = some(1, 3); 0 < i; --i) {
        Rung rung{rules_.literal(Kind::Count, after), no_rule, no_rule, no_rule};
        if (is_in_days) {
            rung.times = choices_.chance(1, 4) ? rules_.rule(Kind::Count, 1)
                                               : rules_.literal(Kind::Count, some(0, 5));
            rung.over = choices_.chance(1, 2) ? rules_.literal(Kind::Count, some(1, 4)) : no_rule;
        } else {
            rung.per_day = choices_.chance(1, 4) ? rules_.rule(Kind::Amount, 1)
                                                 : rules_.literal(Kind::Amount, some(0, 500'000));
        }
        one.rungs.push_back(rung);
        after += some(1, 20);
    }
    if (is_in_days && !lease_.fees.empty()) {
        one.fee = FeeId{0}; // which is paid by the month
        one.credited_from = choices_.chance(1, 2) ? rules_.rule(Kind::Day, 1) : no_rule;
    }
}

void RightGenerator::trigger(Right &one, TrancheId tranche) {
    if (!is_wild() || choices_.chance(2, 3)) {
        const RuleId done = rules_.named(name_of_delivery(tranche));
        one.trigger = {TriggerKind::Missed, done, rules_.named(name_of_due(tranche))};
        return;
    }
    const TriggerKind kind = choices_.chance(1, 2) ? TriggerKind::After : TriggerKind::On;
    one.trigger = {kind, no_rule, rules_.rule(Kind::Day, 2)};
}

void RightGenerator::right(RightId id) {
    Right &one = lease_.rights[id.at()];
    const TrancheId tranche = is_wild() ? some_tranche() : TrancheId{0};
    one.clause = ClauseId{0};
    one.holder = choices_.chance(1, 2) ? Holder::Tenant : Holder::Either;
    one.exercise = is_wild() && choices_.chance(1, 8) ? Exercise::Automatic : Exercise::Notice;
    for (RuleId *const rule : {&one.condition, &one.grace, &one.window_first, &one.window_last,
                               &one.effect, &one.latest_effect, &one.ends_when, &one.exit_fee}) {
        *rule = no_rule;
    }
    trigger(one, tranche);
    if (one.trigger.kind == TriggerKind::Missed && choices_.chance(2, 3)) {
        one.grace = rules_.period(rules_.named(name_of_due(tranche)), some(0, 60), Unit::Day);
    }
    if (choices_.chance(1, 3)) {
        one.ends_when =
            is_wild() ? rules_.rule(Kind::Day, 1) : rules_.named(name_of_delivery(tranche));
    }
    if (choices_.chance(1, 3)) {
        one.window_last =
            rules_.period(rules_.named(name_of_due(tranche)), some(30, 200), Unit::Day);
    }
    if (choices_.chance(1, 2)) {
        one.effect = is_wild() ? effect(id)
                               : rules_.period(rules_.named(name_of(lease_, id, RightDay::Notice)),
                                               some(0, 120), Unit::Day);
    }
    if (is_wild()) {
        wild_right(one, id, tranche);
    }
}

/// So many days or months after the notice, or the end of its month, or no sooner than a day.
RuleId RightGenerator::effect(RightId id) {
    const RuleId notice = rules_.named(name_of(lease_, id, RightDay::Notice));
    const RuleId simple = rules_.period(notice, some(0, 120), Unit::Day);
    switch (some(0, 3)) {
    case 1:
        return rules_.period(notice, some(0, 6), Unit::Month);
    case 2:
        return rules_.between(Form::Most, Kind::Day, simple, rules_.rule(Kind::Day, 2));
    case 3: {
        const RuleId limit = rules_.rule(Kind::Day, 1);
        const RuleId is_early = rules_.between(Form::NotAfter, Kind::Truth, notice, limit);
        return rules_.when(is_early, simple, notice);
    }
    default:
        return simple;
    }
}

/// An amount, or one that depends on the notice, its day or its effect.
RuleId RightGenerator::exit_fee(RightId id) {
    const RuleId notice = rules_.named(name_of(lease_, id, RightDay::Notice));
    switch (some(0, 4)) {
    case 1: {
        const RuleId limit =
            rules_.literal(Kind::Day, first_generated_day.day_number() + some(0, 800));
        const RuleId is_early = rules_.between(Form::Earlier, Kind::Truth, notice, limit);
        const RuleId price = rules_.literal(Kind::Amount, some(0, 1'000'000));
        return rules_.when(is_early, price, rules_.literal(Kind::Amount, some(0, 2)));
    }
    case 2:
        return rules_.unamortised(
            rules_.between(Form::WholeMonths, Kind::Count, rules_.named(term_first_day), notice));
    case 3: {
        const RuleId effect = rules_.named(name_of(lease_, id, RightDay::Effect));
        return lease_.fees.empty() ? rules_.rule(Kind::Amount, 2)
                                   : rules_.fee_between(notice, effect);
    }
    case 4:
        return rules_.rule(Kind::Amount, 2);
    default:
        return rules_.literal(Kind::Amount, some(0, 2));
    }
}

void RightGenerator::last_chance(Right &one, RightId id, TrancheId tranche) {
    const RightDay from = choices_.chance(1, 4) ? RightDay::Effect : RightDay::Notice;
    const RuleId start = rules_.named(name_of(lease_, id, from));
    const RuleId done = rules_.named(name_of_delivery(tranche));
    const RuleId by = rules_.period(start, some(0, 40), Unit::Day);
    one.last_chance = LastChance{done, by, rules_.setting(Kind::Meanwhile)};
}

void RightGenerator::wild_right(Right &one, RightId id, TrancheId tranche) {
    if (choices_.chance(1, 8)) {
        one.exercise = Exercise::Renewal;
    }
    if (choices_.chance(1, 8)) {
        one.holder = choices_.chance(1, 2) ? Holder::ThirdParty : Holder::Landlord;
    }
    if (choices_.chance(1, 4)) {
        one.condition = rules_.rule(Kind::Truth, 2);
    }
    if (choices_.chance(1, 6)) {
        one.window_first = rules_.rule(Kind::Day, 1);
    }
    if (choices_.chance(1, 4)) {
        one.preconditions.push_back(rules_.rule(Kind::Day, 1));
    }
    if (choices_.chance(1, 4)) {
        last_chance(one, id, tranche);
    }
    if (choices_.chance(1, 8)) {
        const RuleId notice = rules_.named(name_of(lease_, id, RightDay::Notice));
        one.latest_effect = rules_.period(notice, some(60, 200), Unit::Day);
    }
    if (choices_.chance(1, 4)) {
        one.exit_fee = exit_fee(id);
    }
    if (choices_.chance(1, 4)) {
        one.scope.push_back(some_tranche());
    }
    if (!lease_.remedies.empty() && choices_.chance(1, 2)) {
        const std::int64_t last = std::ssize(lease_.remedies) - 1;
        one.remedy = RemedyId{static_cast<std::int32_t>(some(0, last))};
    }
    if (!lease_.events.empty() && choices_.chance(1, 8)) {
        one.alternative = EventId{0};
    }
    for (const RightDay which : {RightDay::Opens, RightDay::FirstDay, RightDay::LastDay,
                                 RightDay::GraceLastDay, RightDay::Effect}) {
        rules_.offer(name_of(lease_, id, which));
    }
}

} // namespace offramp
