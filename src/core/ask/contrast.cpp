#include "core/ask/contrast.hpp"

#include "core/evaluate/evaluate.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

constexpr std::int64_t ten_years = 3653;
constexpr std::int64_t a_million = 1'000'000;

/// A range that this work does not settle is taken as not settling.
constexpr std::size_t most_work_of_facts = 2'000'000;

class Search {
  public:
    Search(const Lease &lease, const Scenario &scenario, RightId right, Work &work)
        : lease_(lease), scenario_(scenario), right_(right), work_(work) {}

    bool is_open() {
        evaluate(lease_, scenario_, lease_.information_day, state_, UpTo::Fees);
        work_.take(state_);
        const RightState &right = get(state_.rights, right_);
        return right.unsettled_from || right.arises.value == Truth::Depends;
    }

    /// Whether every single value leaves nothing open. Where a whole range leaves nothing open,
    /// none of its values does.
    bool settles(const Axis &axis, std::int64_t first, std::int64_t last) {
        if (work_.is_done()) {
            return false;
        }
        suppose(scenario_, axis, {first, last});
        if (!is_open()) {
            return true;
        }
        if (first == last) {
            return false;
        }
        const std::int64_t middle = first + (last - first) / 2;
        return settles(axis, first, middle) && settles(axis, middle + 1, last);
    }

  private:
    const Lease &lease_;
    Scenario scenario_;
    RightId right_;
    Work &work_;
    LeaseState state_;
};

/// The value nearest to `now` at which the answer is another, and that answer. A flip that lies
/// beyond the regimes, between their end and `now`, is none of theirs.
std::optional<std::pair<std::int64_t, Truth>>
nearest_turn(const std::vector<Regime> &all, std::size_t right, std::int64_t now, Truth answer) {
    std::optional<std::pair<std::int64_t, Truth>> nearest;
    const auto distance = [now](std::int64_t value) {
        return now < value ? value - now : now - value;
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Truth other = all[i].outcome[right].arises;
        const bool is_later = now < all[i].first;
        const bool is_earlier = all[i].last < now;
        const bool has_flip = is_later ? 0 < i && all[i - 1].outcome[right].arises == answer
                              : is_earlier
                                  ? i + 1 < all.size() && all[i + 1].outcome[right].arises == answer
                                  : false;
        const std::int64_t to = is_later ? all[i].first : all[i].last;
        if (has_flip && other != answer && (!nearest || distance(to) < distance(nearest->first))) {
            nearest = {to, other};
        }
    }
    return nearest;
}

bool is_exact(const Scenario &scenario, const Axis &axis) {
    return supposed(scenario, axis).known();
}

} // namespace

std::vector<AxisRange> axes_of(const Lease &lease, const Scenario &scenario) {
    std::vector<AxisRange> all;
    const auto days_around = [&](const Axis &axis) {
        const Numbers now = supposed(scenario, axis);
        const auto near = [&](std::int64_t number) {
            return day_of(number).is_day() ? number : lease.information_day.day_number();
        };
        const std::int64_t first =
            std::max<std::int64_t>(near(now.least) - ten_years, Date::first_day_number);
        all.push_back({axis, first, near(now.most) + ten_years});
    };
    const LeaseState state = evaluate(lease, scenario, lease.information_day, UpTo::Fees);
    for (std::size_t i = 0; i < scenario.deliveries.size(); ++i) {
        days_around(DeliveryDay{i});
        const Count owed = committed(state, scenario.deliveries[i].tranche).value;
        const std::int64_t most =
            std::max(std::min(owed.most, a_million), scenario.deliveries[i].units.most);
        all.push_back({DeliverySize{i}, 0, 2 * most});
    }
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        days_around(NoticeDay{RightId{static_cast<std::int32_t>(i)}});
    }
    for (std::size_t i = 0; i < lease.events.size(); ++i) {
        if (lease.events[i].kind == Kind::Day) {
            days_around(EventDay{EventId{static_cast<std::int32_t>(i)}});
        }
    }
    for (std::size_t i = 0; i < lease.delays.size(); ++i) {
        all.push_back({DelayLength{DelayId{static_cast<std::int32_t>(i)}}, 0,
                       scenario.delays[i].undated.most + ten_years});
    }
    for (std::size_t i = 0; i < lease.unknowns.size(); ++i) {
        const Unknown &unknown = lease.unknowns[i];
        const UnknownValue axis{UnknownId{static_cast<std::int32_t>(i)}};
        if (unknown.kind == Kind::Day) {
            days_around(axis);
        } else {
            const bool is_bounded = unknown.most != INT64_MAX;
            all.push_back(
                {axis, unknown.least, is_bounded ? unknown.most : unknown.least + a_million});
        }
    }
    return all;
}

std::vector<Contrast> contrast(const Lease &lease, const Scenario &scenario) {
    std::vector<Contrast> found;
    Work work{most_work_of_turns};
    for (const AxisRange &range : axes_of(lease, scenario)) {
        if (!is_exact(scenario, range.axis)) {
            continue;
        }
        const std::int64_t now = supposed(scenario, range.axis).least;
        const Outcome here = outcome_at(lease, scenario, range.axis, now);
        const std::vector<Regime> all =
            regimes(lease, scenario, range.axis, range.first, range.last, work);
        for (std::size_t right = 0; right < here.size(); ++right) {
            const auto nearest = nearest_turn(all, right, now, here[right].arises);
            if (nearest) {
                found.push_back({RightId{static_cast<std::int32_t>(right)}, range.axis, now,
                                 nearest->first, nearest->second});
            }
        }
    }
    return found;
}

std::optional<Axis> settling_fact(const Lease &lease, const Scenario &scenario, RightId right) {
    Work work{most_work_of_facts};
    if (!Search{lease, scenario, right, work}.is_open()) {
        return std::nullopt;
    }
    for (const AxisRange &range : axes_of(lease, scenario)) {
        if (is_exact(scenario, range.axis)) {
            continue;
        }
        const Numbers open = supposed(scenario, range.axis);
        if (Search{lease, scenario, right, work}.settles(
                range.axis, std::max(open.least, range.first), std::min(open.most, range.last))) {
            return range.axis;
        }
    }
    return std::nullopt;
}

} // namespace offramp
