// What every other reading would give. Internal to app.
#pragma once

#include "app/words/explain.hpp"
#include "core/evaluate/evaluate.hpp"

namespace offramp {

/// Evaluates every other option of every reading, the rest unchanged. `visit` takes the reading,
/// the option and the answer, which lasts for the call.
template <typename Visit>
void for_each_other_reading(const Answered &answered, Date as_of, Visit visit) {
    const Lease &lease = answered.lease;
    LeaseState other;
    for (std::size_t i = 0; i < lease.readings.size(); ++i) {
        for (std::size_t option = 0; option < lease.readings[i].options.size(); ++option) {
            if (static_cast<std::int32_t>(option) == answered.scenario.readings[i]) {
                continue;
            }
            Scenario read_otherwise = answered.scenario;
            read_otherwise.readings[i] = static_cast<std::int32_t>(option);
            evaluate(lease, read_otherwise, as_of, other);
            visit(lease.readings[i], lease.readings[i].options[option],
                  Answered{lease, read_otherwise, other});
        }
    }
}

} // namespace offramp
