#include "core/evaluate.hpp"

#include "core/evaluation.hpp"

namespace offramp {

namespace {

/// Every value unknown and every reason the first one: what a circular rule would see of itself.
RightState nothing_known() {
    const Dated any = {any_day(), ReasonId{0}};
    return {.late = Truth::Depends,
            .missed = Truth::Depends,
            .arises = {Truth::Depends, ReasonId{0}},
            .opens = any,
            .closes = any,
            .grace_last_day = std::nullopt,
            .first_effect = any,
            .latest_effect = std::nullopt,
            .notice_effect = std::nullopt,
            .exit_fee = std::nullopt,
            .phases = {},
            .unsettled_from = Date::dawn(),
            .status = std::nullopt};
}

RemedyState no_remedy() {
    const Dated any = {any_day(), ReasonId{0}};
    const Priced unpriced = {{Money::zero(), Money::unbounded()}, ReasonId{0}};
    return {any, any, {{0, INT64_MAX}, ReasonId{0}}, unpriced, unpriced, {}, {}, std::nullopt};
}

} // namespace

void Evaluation::clear() {
    out_.reasons.clear();
    out_.inputs.clear();
    out_.fees.clear();
    out_.names.assign(lease_.names.size(), std::nullopt);
    out_.rights.assign(lease_.rights.size(), nothing_known());
    out_.remedies.assign(lease_.remedies.size(), no_remedy());
    out_.decided = true;
    note(Step::Unknown, {Kind::Day, Date::dawn().day_number(), Date::never().day_number()}, {}, -1,
         -1);
}

Numbers Evaluation::only(RuleId id) {
    clear();
    return rule(id).value;
}

void Evaluation::run() {
    clear();
    const std::size_t own_names = lease_.rights.empty()
                                      ? lease_.names.size()
                                      : name_of(lease_, RightId{0}, RightDay::Opens).at();
    for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
        right(RightId{static_cast<std::int32_t>(i)});
    }
    for (std::size_t i = 0; i < lease_.remedies.size(); ++i) {
        remedy(RemedyId{static_cast<std::int32_t>(i)});
    }
    terminate();
    for (std::size_t i = 0; i < own_names; ++i) {
        named(NameId{static_cast<std::int32_t>(i)});
    }
    fees();
    money();
    look_from_as_of();
}

void evaluate(const Lease &lease, const Scenario &scenario, Date as_of, LeaseState &out) {
    Evaluation{lease, scenario, as_of, out}.run();
}

Numbers evaluate_rule(const Lease &lease, const Scenario &scenario, RuleId rule) {
    LeaseState state;
    return Evaluation{lease, scenario, lease.information_day, state}.only(rule);
}

LeaseState evaluate(const Lease &lease, const Scenario &scenario, Date as_of) {
    LeaseState state;
    evaluate(lease, scenario, as_of, state);
    return state;
}

} // namespace offramp
