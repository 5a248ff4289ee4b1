#include "core/ask/regimes.hpp"

#include "core/ask/overloaded.hpp"

#include <algorithm>

namespace offramp {

namespace {

bool is_day_axis(const Axis &axis) {
    return std::holds_alternative<DeliveryDay>(axis) || std::holds_alternative<NoticeDay>(axis) ||
           std::holds_alternative<EventDay>(axis);
}

/// One question put to the engine about a range of values, and whether the answer holds for all.
struct Answer {
    Outcome outcome;
    bool decided;
};

class Explorer {
  public:
    Explorer(const Lease &lease, const Scenario &scenario, const Axis &axis, Work &work)
        : lease_(lease), scenario_(scenario), axis_(axis), work_(work) {}

    Answer ask(const Numbers &value) {
        suppose(scenario_, axis_, value);
        evaluate(lease_, scenario_, lease_.information_day, state_, UpTo::Fees);
        work_.take(state_);
        Answer answer{{}, state_.decided};
        for (const RightState &right : state_.rights) {
            const Truth before = is_day_axis(axis_) ? both(right.arises.value,
                                                           less(right.opens.value, when_of(value)))
                                                    : Truth::No;
            answer.decided = answer.decided && before != Truth::Depends &&
                             right.late != Truth::Depends && right.arises.value != Truth::Depends;
            RightOutcome outcome{{},
                                 right.late == Truth::Yes,
                                 right.arises.value,
                                 !right.unsettled_from,
                                 before == Truth::Yes};
            for (const Phase &phase : right.phases.all()) {
                if (phase.status != Status::Grace) {
                    outcome.statuses.push_back(phase.status);
                }
            }
            answer.outcome.push_back(std::move(outcome));
        }
        return answer;
    }

    void explore(std::int64_t first, std::int64_t last, std::vector<Regime> &found) {
        if (work_.is_done()) {
            return;
        }
        Answer answer = ask({first, last});
        if (!answer.decided && first < last) {
            const std::int64_t middle = first + (last - first) / 2;
            explore(first, middle, found);
            explore(middle + 1, last, found);
            return;
        }
        add(first, last, std::move(answer), found);
    }

    static void add(std::int64_t first, std::int64_t last, Answer answer,
                    std::vector<Regime> &found) {
        if (!found.empty() && found.back().outcome == answer.outcome) {
            found.back().last = last;
        } else {
            found.push_back({first, last, std::move(answer.outcome)});
        }
    }

  private:
    const Lease &lease_;
    Scenario scenario_;
    Axis axis_;
    Work &work_;
    LeaseState state_;
};

} // namespace

void suppose(Scenario &scenario, const Axis &axis, const Numbers &value) {
    std::visit(
        Overloaded{
            [&](const DeliveryDay &a) { scenario.deliveries[a.delivery].day = when_of(value); },
            [&](const DeliverySize &a) {
                scenario.deliveries[a.delivery].units = value;
                scenario.deliveries[a.delivery].is_all = false;
            },
            [&](const NoticeDay &a) { scenario.notices[a.right.at()].day = when_of(value); },
            [&](const EventDay &a) { scenario.events[a.event.at()].when = value; },
            [&](const DelayLength &a) { scenario.delays[a.delay.at()].undated = value; },
            [&](const UnknownValue &a) { scenario.unknowns[a.unknown.at()] = value; }},
        axis);
}

Numbers supposed(const Scenario &scenario, const Axis &axis) {
    return std::visit(
        Overloaded{
            [&](const DeliveryDay &a) { return numbers_of(scenario.deliveries[a.delivery].day); },
            [&](const DeliverySize &a) { return scenario.deliveries[a.delivery].units; },
            [&](const NoticeDay &a) { return numbers_of(scenario.notices[a.right.at()].day); },
            [&](const EventDay &a) { return scenario.events[a.event.at()].when; },
            [&](const DelayLength &a) { return scenario.delays[a.delay.at()].undated; },
            [&](const UnknownValue &a) { return scenario.unknowns[a.unknown.at()]; }},
        axis);
}

Outcome outcome_at(const Lease &lease, const Scenario &scenario, const Axis &axis,
                   std::int64_t value) {
    Work work{most_work_of_regimes};
    return Explorer{lease, scenario, axis, work}.ask(exactly(value)).outcome;
}

std::vector<Regime> regimes(const Lease &lease, const Scenario &scenario, const Axis &axis,
                            std::int64_t first, std::int64_t last) {
    Work work{most_work_of_regimes};
    std::vector<Regime> found = regimes(lease, scenario, axis, first, last, work);
    const std::int64_t rest = found.empty() ? first : found.back().last + 1;
    if (rest <= last) {
        Explorer explorer{lease, scenario, axis, work};
        Explorer::add(rest, last, explorer.ask({rest, last}), found);
    }
    return found;
}

std::vector<Regime> regimes(const Lease &lease, const Scenario &scenario, const Axis &axis,
                            std::int64_t first, std::int64_t last, Work &work) {
    std::vector<Regime> found;
    if (first <= last) {
        Explorer{lease, scenario, axis, work}.explore(first, last, found);
    }
    return found;
}

std::vector<Regime> regimes_as_of(const LeaseState &state, Date first, Date last) {
    std::vector<Regime> found;
    std::vector<Date> flips = {first};
    const auto add = [&](Date day) {
        if (first < day && day <= last) {
            flips.push_back(day);
        }
    };
    for (const RightState &right : state.rights) {
        for (const Phase &phase : right.phases.all()) {
            add(phase.from.least);
            add(phase.from.most);
        }
        if (right.unsettled_from) {
            add(*right.unsettled_from);
        }
    }
    std::sort(flips.begin(), flips.end());
    flips.erase(std::unique(flips.begin(), flips.end()), flips.end());
    for (std::size_t i = 0; i < flips.size() && first <= last; ++i) {
        Outcome outcome;
        for (const RightState &right : state.rights) {
            const auto status = status_on(right, flips[i]);
            outcome.push_back({status ? std::vector{*status} : std::vector<Status>{}, false,
                               right.arises.value, status.has_value(), false});
        }
        const Date end = i + 1 < flips.size() ? add_days(flips[i + 1], -1) : last;
        if (!found.empty() && found.back().outcome == outcome) {
            found.back().last = end.day_number();
        } else {
            found.push_back({flips[i].day_number(), end.day_number(), std::move(outcome)});
        }
    }
    return found;
}

} // namespace offramp
