#include "core/ask/published.hpp"

#include "core/evaluate/evaluate.hpp"

#include <algorithm>
#include <iterator>

namespace offramp {

LeaseState blank_state(const Lease &lease) {
    return evaluate(lease, blank_scenario(lease), lease.information_day, UpTo::Fees);
}

Count committed_units(const Lease &lease, TrancheId tranche) {
    const RuleId units = get(lease.tranches, tranche).units;
    LeaseState memory;
    return evaluate_rule(lease, blank_scenario(lease), units, memory);
}

namespace {

Delivery all_that_is_owed(const LeaseState &state, TrancheId tranche, const When &day) {
    const Count owed = committed(state, tranche).value;
    return {tranche, day, owed, Basis::Supposed, Date::dawn(), !owed.known()};
}

std::vector<Delivery> reported_deliveries(const Lease &lease, const LeaseState &state,
                                          TrancheId tranche) {
    std::vector<Delivery> deliveries;
    for (const ReportedDelivery &one : lease.reported) {
        if (one.tranche == tranche) {
            const Count owed = committed(state, tranche).value;
            deliveries.push_back({tranche, one.day, one.units.value_or(owed), Basis::Recorded,
                                  Date::dawn(), !one.units && !owed.known()});
        }
    }
    return deliveries;
}

} // namespace

Scenario on_time_scenario(const Lease &lease) {
    return on_time_scenario(lease, blank_state(lease));
}

Scenario on_time_scenario(const Lease &lease, const LeaseState &blank) {
    Scenario scenario = blank_scenario(lease);
    for (std::size_t i = 0; i < lease.tranches.size(); ++i) {
        const TrancheId tranche{static_cast<std::int32_t>(i)};
        const auto reported = reported_deliveries(lease, blank, tranche);
        scenario.deliveries.insert(scenario.deliveries.end(), reported.begin(), reported.end());
        if (!reported.empty()) {
            continue;
        }
        const When due = day_named(blank, name_of_due(tranche)).value;
        if (happens(due) == Truth::No) {
            continue;
        }
        // Of a day that nothing bounds it is only sure that no delivery is reported yet.
        const Date tomorrow = add_days(lease.information_day, 1);
        const When day = due.most.is_day() ? due : When{std::max(due.least, tomorrow), due.most};
        scenario.deliveries.push_back(all_that_is_owed(blank, tranche, day));
    }
    return scenario;
}

Scenario open_scenario(const Lease &lease) {
    Scenario scenario = blank_scenario(lease);
    const LeaseState state = blank_state(lease);
    for (std::size_t i = 0; i < lease.tranches.size(); ++i) {
        const TrancheId tranche{static_cast<std::int32_t>(i)};
        const auto reported = reported_deliveries(lease, state, tranche);
        scenario.deliveries.insert(scenario.deliveries.end(), reported.begin(), reported.end());
        if (reported.empty()) {
            scenario.deliveries.push_back(all_that_is_owed(state, tranche, any_day()));
        }
    }
    return scenario;
}

bool is_as_reported(const Lease &lease, const Scenario &scenario, TrancheId tranche) {
    std::vector<Delivery> own;
    std::copy_if(scenario.deliveries.begin(), scenario.deliveries.end(), std::back_inserter(own),
                 [tranche](const Delivery &one) { return one.tranche == tranche; });
    const bool is_recorded = std::all_of(
        own.begin(), own.end(), [](const Delivery &one) { return one.basis == Basis::Recorded; });
    const auto reported = reported_deliveries(lease, blank_state(lease), tranche);
    return !own.empty() && is_recorded && (reported.empty() || own == reported);
}

Scenario without_coming_notices(const Lease &lease, const Scenario &scenario, Date as_of) {
    Scenario now = scenario;
    for (std::size_t i = 0; i < now.notices.size(); ++i) {
        Notice &notice = now.notices[i];
        if (0 <= notice.channel) {
            notice.day = received_day(lease, scenario, RightId{static_cast<std::int32_t>(i)});
            notice.channel = -1;
        }
        if (as_of <= notice.day.most) {
            notice = Notice{};
        }
    }
    return now;
}

const Delivery *awaited_by(const Lease &lease, const Scenario &scenario, const Right &right) {
    std::vector<char> is_awaited(lease.tranches.size());
    std::vector<char> seen(lease.rules.size());
    std::vector<RuleId> left = {right.trigger.what};
    while (!left.empty()) {
        const RuleId id = left.back();
        left.pop_back();
        if (!is_given(id) || seen[id.at()] != 0) {
            continue;
        }
        seen[id.at()] = 1;
        const Rule &rule = get(lease.rules, id);
        if (rule.form == Form::Named) {
            const Name &name = lease.names[static_cast<std::size_t>(rule.value)];
            if (name.source == NameSource::Delivery) {
                is_awaited[static_cast<std::size_t>(name.index)] = 1;
            } else if (name.source == NameSource::Rule) {
                left.push_back(RuleId{name.index});
            }
        }
        for (std::int32_t i = 0; i < rule.child_count; ++i) {
            left.push_back(child(lease, rule, i));
        }
    }
    const Delivery *found = nullptr;
    for (const Delivery &one : scenario.deliveries) {
        if (is_awaited[one.tranche.at()] != 0) {
            if (found != nullptr) {
                return nullptr;
            }
            found = &one;
        }
    }
    return found;
}

} // namespace offramp
