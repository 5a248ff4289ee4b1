#include "core/regimes.hpp"

#include "core/overloaded.hpp"

namespace offramp {

namespace {

When when_of(Range<std::int64_t> value) {
    const auto day = [](std::int64_t number) {
        return Date::last_day_number < number ? Date::never() : Date::from_day_number(number);
    };
    return {day(value.least), day(value.most)};
}

Range<std::int64_t> numbers_of(const When &when) {
    return {when.least.day_number(), when.most.day_number()};
}

bool is_day_axis(const Axis &axis) { return !std::holds_alternative<DeliverySize>(axis); }

/// One question put to the engine about a range of values, and whether the answer holds for all.
struct Answer {
    Outcome outcome;
    bool decided;
};

class Explorer {
  public:
    Explorer(const Lease &lease, const Scenario &scenario, const Axis &axis)
        : lease_(lease), scenario_(scenario), axis_(axis) {}

    Answer ask(Range<std::int64_t> value) {
        suppose(scenario_, axis_, value);
        evaluate(lease_, scenario_, lease_.information_day, state_);
        Answer answer{{}, state_.decided};
        for (const RightState &right : state_.rights) {
            const Truth before = is_day_axis(axis_) ? both(right.arises.value,
                                                           less(right.opens.value, when_of(value)))
                                                    : Truth::No;
            answer.decided =
                answer.decided && before != Truth::Depends && right.late != Truth::Depends;
            RightOutcome outcome{
                {}, right.late == Truth::Yes, !right.unsettled_from, before == Truth::Yes};
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
        Answer answer = ask({first, last});
        if (!answer.decided && first < last) {
            const std::int64_t middle = first + (last - first) / 2;
            explore(first, middle, found);
            explore(middle + 1, last, found);
            return;
        }
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
    LeaseState state_;
};

} // namespace

void suppose(Scenario &scenario, const Axis &axis, Range<std::int64_t> value) {
    std::visit(
        Overloaded{
            [&](const DeliveryDay &a) { scenario.deliveries[a.delivery].day = when_of(value); },
            [&](const DeliverySize &a) { scenario.deliveries[a.delivery].units = value; },
            [&](const NoticeDay &a) { scenario.notices[a.right.at()] = when_of(value); },
            [&](const EventDay &a) { scenario.events[a.event.at()] = when_of(value); }},
        axis);
}

Range<std::int64_t> supposed(const Scenario &scenario, const Axis &axis) {
    return std::visit(
        Overloaded{
            [&](const DeliveryDay &a) { return numbers_of(scenario.deliveries[a.delivery].day); },
            [&](const DeliverySize &a) { return scenario.deliveries[a.delivery].units; },
            [&](const NoticeDay &a) { return numbers_of(scenario.notices[a.right.at()]); },
            [&](const EventDay &a) { return numbers_of(scenario.events[a.event.at()]); }},
        axis);
}

Outcome outcome_at(const Lease &lease, const Scenario &scenario, const Axis &axis,
                   std::int64_t value) {
    return Explorer{lease, scenario, axis}.ask(exactly(value)).outcome;
}

std::vector<Regime> regimes(const Lease &lease, const Scenario &scenario, const Axis &axis,
                            std::int64_t first, std::int64_t last) {
    std::vector<Regime> found;
    if (first <= last) {
        Explorer{lease, scenario, axis}.explore(first, last, found);
    }
    return found;
}

} // namespace offramp
