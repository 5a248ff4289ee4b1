#include "core/ask/grounds.hpp"

namespace offramp {

Grounds grounds_of(const Lease &lease, const LeaseState &state, ReasonId why) {
    std::vector<char> seen(state.reasons.size());
    std::vector<ReasonId> left = {why};
    std::vector<char> unknowns(lease.unknowns.size());
    Grounds grounds{{}, std::vector<char>(lease.tranches.size())};
    const auto add_rule = [&](const Rule &rule) {
        const auto index = static_cast<std::size_t>(rule.value);
        if (rule.form == Form::Unknown) {
            unknowns[index] = 1;
        } else if (rule.form == Form::Delivered || rule.form == Form::Reached) {
            grounds.tranches[index] = 1;
        }
    };
    while (!left.empty()) {
        const ReasonId id = left.back();
        left.pop_back();
        if (seen[id.at()] != 0) {
            continue;
        }
        seen[id.at()] = 1;
        const Reason &reason = get(state.reasons, id);
        const bool is_open = reason.value.least != reason.value.most && 0 <= reason.detail;
        const auto index = static_cast<std::size_t>(reason.detail);
        if (is_open && reason.step == Step::Unknown) {
            unknowns[index] = 1;
        } else if (is_open && reason.step == Step::Completed) {
            grounds.tranches[index] = 1;
        } else if (is_open && reason.step == Step::Rule) {
            add_rule(get(lease.rules, RuleId{reason.detail}));
        }
        const auto inputs = inputs_of(state, reason);
        left.insert(left.end(), inputs.begin(), inputs.end());
    }
    for (std::size_t i = 0; i < unknowns.size(); ++i) {
        if (unknowns[i] != 0) {
            grounds.unknowns.push_back(UnknownId{static_cast<std::int32_t>(i)});
        }
    }
    return grounds;
}

} // namespace offramp
