#include "core/scenario.hpp"

#include "core/evaluate.hpp"

namespace offramp {

Scenario blank_scenario(const Lease &lease) {
    Scenario scenario;
    scenario.notices.assign(lease.rights.size(), exactly(Date::never()));
    scenario.events.assign(lease.events.size(), exactly(Date::never()));
    for (const Reading &reading : lease.readings) {
        scenario.readings.push_back(reading.default_option);
    }
    for (const Unknown &unknown : lease.unknowns) {
        scenario.unknowns.push_back({unknown.least, unknown.most});
    }
    return scenario;
}

Count committed_units(const Lease &lease, TrancheId tranche) {
    return evaluate(lease, blank_scenario(lease), lease.information_day)
        .committed[tranche.at()]
        .value;
}

Scenario on_time_scenario(const Lease &lease) {
    Scenario scenario = blank_scenario(lease);
    const LeaseState state = evaluate(lease, scenario, lease.information_day);
    for (std::size_t i = 0; i < lease.tranches.size(); ++i) {
        const TrancheId tranche{static_cast<std::int32_t>(i)};
        const auto &day = state.names[name_of_due(lease, tranche).at()];
        if (day && day->value.known() && day->value.least.is_day()) {
            scenario.deliveries.push_back(
                {tranche, day->value, state.committed[i].value, Basis::Supposed});
        }
    }
    return scenario;
}

} // namespace offramp
