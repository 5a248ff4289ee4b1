#include "core/lease/scenario.hpp"

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
