// The order of an evaluation: rights and remedies, what ends the lease, then money.
//
// Example: Google's lease, delivered on 15 November 2026. Its right of late delivery opens on 31
// October and is gone on 15 November; nobody gave notice, so that nothing ends the lease; an exit
// on 31 October would have been free, so that of $30,360,000,000 only October up to the 30th is
// firm: $890,322,580.65.
#include "core/evaluate/evaluate.hpp"

#include "core/evaluate/evaluation.hpp"

namespace offramp {

Numbers Evaluation::only(RuleId id) {
    clear();
    return rule(id).value;
}

NoticeOutcome Evaluation::only(RightId id, const When &notice) {
    clear();
    const Right &right = get(lease_.rights, id);
    const Dated given =
        dated(Step::Supposed, notice, {}, name_of(lease_, id, RightDay::Notice).index);
    NoticeOutcome outcome{end_after_notice(id, given).value, std::nullopt};
    if (is_given(right.exit_fee)) {
        outcome.fee = if_notice_on(id, given, [&] { return amount(right.exit_fee); }).value;
    }
    return outcome;
}

const RightState &Evaluation::only(RightId id) {
    clear();
    right(id);
    count_work();
    return get(out_.rights, id);
}

When Evaluation::received(RightId id) {
    clear();
    return notice_of(id).value;
}

void Evaluation::run(UpTo up_to) {
    clear();
    // What rests on a name asks for it. All names but those of rights are part of the whole answer.
    const NameId past_own = up_to == UpTo::All ? name_of(lease_, RightId{0}, RightDay::Opens)
                                               : name_of_event(lease_, EventId{0});
    for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
        right(RightId{static_cast<std::int32_t>(i)});
    }
    for (std::size_t i = 0; i < lease_.remedies.size(); ++i) {
        remedy(RemedyId{static_cast<std::int32_t>(i)});
    }
    terminate();
    for (std::size_t i = 0; i < past_own.at(); ++i) {
        named(NameId{static_cast<std::int32_t>(i)});
    }
    fees();
    if (up_to != UpTo::Fees) {
        money(up_to);
    }
    if (up_to == UpTo::All) {
        look_from_as_of();
    }
    count_work();
}

/// Steps leave reasons; names and rights are made ready, and each tranche looks at all deliveries.
void Evaluation::count_work() {
    out_.work += out_.reasons.size() + lease_.names.size() / 8 + lease_.rights.size() * 8 +
                 lease_.tranches.size() * scenario_.deliveries.size() / 16;
}

void evaluate(const Lease &lease, const Scenario &scenario, Date as_of, LeaseState &out,
              UpTo up_to) {
    Evaluation{lease, scenario, as_of, out}.run(up_to);
}

const RightState &evaluate_right(const Lease &lease, const Scenario &scenario, RightId right,
                                 LeaseState &memory) {
    return Evaluation{lease, scenario, lease.information_day, memory}.only(right);
}

NoticeOutcome outcome_of(const Lease &lease, const Scenario &scenario, RightId right,
                         const When &notice, LeaseState &memory) {
    return Evaluation{lease, scenario, lease.information_day, memory}.only(right, notice);
}

NoticeOutcome outcome_of(const Lease &lease, const Scenario &scenario, RightId right,
                         const When &notice) {
    LeaseState memory;
    return outcome_of(lease, scenario, right, notice, memory);
}

When received_day(const Lease &lease, const Scenario &scenario, RightId right) {
    const Notice &notice = scenario.notices[right.at()];
    if (notice.channel < 0) {
        return notice.day;
    }
    LeaseState state;
    return Evaluation{lease, scenario, lease.information_day, state}.received(right);
}

Numbers evaluate_rule(const Lease &lease, const Scenario &scenario, RuleId rule,
                      LeaseState &memory) {
    const Rule &asked = get(lease.rules, rule);
    return asked.form == Form::Literal
               ? exactly(asked.value)
               : Evaluation{lease, scenario, lease.information_day, memory}.only(rule);
}

LeaseState evaluate(const Lease &lease, const Scenario &scenario, Date as_of, UpTo up_to) {
    LeaseState state;
    evaluate(lease, scenario, as_of, state, up_to);
    return state;
}

} // namespace offramp
