#include "core/lease/scenario.hpp"

#include "core/evaluate/evaluate.hpp"

#include <algorithm>
#include <iterator>

namespace offramp {

Scenario blank_scenario(const Lease &lease) {
    Scenario scenario;
    scenario.notices.resize(lease.rights.size());
    for (const Event &event : lease.events) {
        const bool is_day = event.kind == Kind::Day;
        scenario.events.push_back(
            {exactly(is_day ? std::int64_t{Date::never().day_number()} : INT64_MAX)});
    }
    scenario.delays.resize(lease.delays.size());
    for (const Reading &reading : lease.readings) {
        scenario.readings.push_back(reading.default_option);
    }
    for (const Unknown &unknown : lease.unknowns) {
        scenario.unknowns.push_back(unknown.is_input ? exactly(unknown.supposed)
                                                     : Numbers{unknown.least, unknown.most});
    }
    return scenario;
}

Count committed_units(const Lease &lease, TrancheId tranche) {
    return committed(evaluate(lease, blank_scenario(lease), lease.information_day), tranche).value;
}

namespace {

std::vector<Delivery> reported_deliveries(const Lease &lease, const LeaseState &state,
                                          TrancheId tranche) {
    std::vector<Delivery> deliveries;
    for (const ReportedDelivery &one : lease.reported) {
        if (one.tranche == tranche) {
            deliveries.push_back({tranche, one.day,
                                  one.units.value_or(committed(state, tranche).value),
                                  Basis::Recorded});
        }
    }
    return deliveries;
}

} // namespace

Scenario on_time_scenario(const Lease &lease) {
    Scenario scenario = blank_scenario(lease);
    const LeaseState state = evaluate(lease, scenario, lease.information_day);
    for (std::size_t i = 0; i < lease.tranches.size(); ++i) {
        const TrancheId tranche{static_cast<std::int32_t>(i)};
        const auto reported = reported_deliveries(lease, state, tranche);
        scenario.deliveries.insert(scenario.deliveries.end(), reported.begin(), reported.end());
        if (!reported.empty()) {
            continue;
        }
        const When due = day_named(state, name_of_due(tranche)).value;
        if (happens(due) == Truth::No) {
            continue;
        }
        // Of a day that nothing bounds it is only sure that no delivery is reported yet.
        const Date tomorrow = add_days(lease.information_day, 1);
        const When day = due.most.is_day() ? due : When{std::max(due.least, tomorrow), due.most};
        scenario.deliveries.push_back({tranche, day, committed(state, tranche).value});
    }
    return scenario;
}

bool is_as_reported(const Lease &lease, const Scenario &scenario, TrancheId tranche) {
    std::vector<Delivery> own;
    std::copy_if(scenario.deliveries.begin(), scenario.deliveries.end(), std::back_inserter(own),
                 [tranche](const Delivery &one) { return one.tranche == tranche; });
    const bool is_recorded = std::all_of(
        own.begin(), own.end(), [](const Delivery &one) { return one.basis == Basis::Recorded; });
    const auto reported = reported_deliveries(
        lease, evaluate(lease, blank_scenario(lease), lease.information_day), tranche);
    return !own.empty() && is_recorded && (reported.empty() || own == reported);
}

Scenario known_at(Scenario scenario, Date day) {
    const auto is_news = [day](const auto &fact) { return day < fact.known; };
    std::erase_if(scenario.deliveries, is_news);
    for (Notice &notice : scenario.notices) {
        notice = is_news(notice) ? Notice{} : notice;
    }
    for (Happening &event : scenario.events) {
        if (is_news(event)) {
            event.when = exactly(INT64_MAX);
        }
    }
    for (DelayDays &delay : scenario.delays) {
        std::erase_if(delay.runs, is_news);
    }
    return scenario;
}

std::int32_t word_of(const Lease &lease, const Scenario &scenario, RuleId word) {
    const Rule *rule = &get(lease.rules, word);
    for (int depth = 0; rule->form == Form::ByReading && depth < max_rule_depth; ++depth) {
        const auto reading = static_cast<std::size_t>(rule->value);
        rule = &get(lease.rules, child(lease, *rule, scenario.readings[reading]));
    }
    return static_cast<std::int32_t>(rule->value);
}

std::int32_t setting_of(const Lease &lease, const Scenario &scenario, const Rule &rule,
                        std::int32_t place, Kind kind) {
    const RuleId own = child(lease, rule, place);
    const RuleId word = is_given(own) ? own : lease.conventions[static_cast<std::size_t>(kind)];
    return is_given(word) ? word_of(lease, scenario, word) : default_word(kind);
}

} // namespace offramp
