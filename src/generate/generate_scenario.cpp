#include "generate/generate.hpp"
#include "generate/generate_rules.hpp"

#include <iterator>

namespace offramp {

namespace {

/// Supposes things of a lease.
class ScenarioGenerator {
  public:
    ScenarioGenerator(Choices &choices, const Lease &lease, Variety variety)
        : choices_(choices), lease_(lease), is_wild_(variety == Variety::Wild) {}

    Scenario run() {
        scenario_ = blank_scenario(lease_);
        deliveries();
        for (Notice &notice : scenario_.notices) {
            notice.day = choices_.chance(1, 2) ? some_when() : exactly(Date::never());
            if (is_wild_ && !lease_.channels.empty() && choices_.chance(1, 3)) {
                notice.channel = 0;
            }
        }
        for (std::size_t i = 0; i < lease_.events.size(); ++i) {
            const When day = some_when();
            scenario_.events[i].when =
                lease_.events[i].kind == Kind::Day ? numbers_of(day) : some_moment(day);
        }
        for (DelayDays &delay : scenario_.delays) {
            suppose(delay);
        }
        for (std::size_t i = 0; i < lease_.readings.size(); ++i) {
            scenario_.readings[i] = static_cast<std::int32_t>(some(0, 1));
        }
        return std::move(scenario_);
    }

  private:
    std::int64_t some(std::int64_t least, std::int64_t most) {
        return choices_.number(least, most);
    }

    Date some_day() {
        return choices_.chance(1, 6) ? Date::never() : add_days(first_generated_day, some(0, 900));
    }

    When some_when() {
        const Date first = some_day();
        return is_wild_ && choices_.chance(1, 6) ? When{first, add_days(first, some(0, 60))}
                                                 : exactly(first);
    }

    Numbers some_moment(const When &day) {
        constexpr std::int64_t seconds_of_day = 86'400;
        const std::int64_t second = some(0, seconds_of_day - 1);
        const auto moment = [&](Date of) {
            return of.is_day() ? of.day_number() * seconds_of_day + second : INT64_MAX;
        };
        return {moment(day.least), moment(day.most)};
    }

    void deliveries() {
        for (std::size_t i = 0; i < lease_.tranches.size(); ++i) {
            const TrancheId tranche{static_cast<std::int32_t>(i)};
            for (std::int64_t part = some(0, is_wild_ ? 2 : 1); 0 <= part; --part) {
                const std::int64_t units = some(0, 100);
                const bool is_vague = is_wild_ && choices_.chance(1, 6);
                const std::int64_t more = is_vague ? some(0, 50) : 0;
                When day = some_when();
                if (is_wild_ && choices_.chance(1, 8)) {
                    // Nobody knows whether it comes; perhaps not before a day.
                    day = choices_.chance(1, 2) ? When{day.least, Date::never()} : any_day();
                }
                scenario_.deliveries.push_back({tranche, day, {units, units + more}});
            }
        }
    }

    void suppose(DelayDays &delay) {
        for (std::int64_t run = some(0, 2); 0 < run; --run) {
            const When first = some_when();
            DelayRun one{first, add_days(first, some(0, 60))};
            if (choices_.chance(1, 8)) {
                one.last = exactly(Date::never());
            }
            if (choices_.chance(1, 4)) {
                one.hours = some(1, 100);
            }
            delay.runs.push_back(one);
        }
        const std::int64_t undated = choices_.chance(1, 2) ? some(0, 40) : 0;
        const std::int64_t more = choices_.chance(1, 6) ? some(0, 40) : 0;
        delay.undated = {undated, undated + more};
    }

    Choices &choices_;
    const Lease &lease_;
    bool is_wild_;
    Scenario scenario_{};
};

} // namespace

Scenario generated_scenario(Choices &choices, const Lease &lease, Variety variety) {
    return ScenarioGenerator{choices, lease, variety}.run();
}

} // namespace offramp
