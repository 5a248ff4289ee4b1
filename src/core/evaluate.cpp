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
            .notice_effect = std::nullopt,
            .exit_fee = std::nullopt,
            .phases = {},
            .unsettled_from = Date::dawn(),
            .status = std::nullopt};
}

} // namespace

void Evaluation::run() {
    out_.reasons.clear();
    out_.inputs.clear();
    out_.fees.clear();
    out_.committed.clear();
    out_.counts.clear();
    out_.amounts.clear();
    out_.names.assign(lease_.names.size(), std::nullopt);
    out_.rights.assign(lease_.rights.size(), nothing_known());
    out_.terminated = exactly(Date::never());
    out_.decided = true;
    note(Step::Unknown, value_of(any_day()), {}, -1, -1);

    for (const Tranche &tranche : lease_.tranches) {
        out_.committed.push_back(count(tranche.units));
    }
    for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
        right(RightId{static_cast<std::int32_t>(i)});
    }
    terminate();
    for (std::int32_t i = 0; i < first_name_of_rights(lease_).index; ++i) {
        named(NameId{i});
    }
    for (const KeyCount &key : lease_.counts) {
        out_.counts.push_back(count(key.rule));
    }
    for (const KeyAmount &key : lease_.amounts) {
        out_.amounts.push_back(amount(key.rule));
    }
    fees();
    money();
    look_from_as_of();
}

void evaluate(const Lease &lease, const Scenario &scenario, Date as_of, LeaseState &out) {
    Evaluation{lease, scenario, as_of, out}.run();
}

LeaseState evaluate(const Lease &lease, const Scenario &scenario, Date as_of) {
    LeaseState state;
    evaluate(lease, scenario, as_of, state);
    return state;
}

} // namespace offramp
