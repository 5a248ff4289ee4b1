#include "core/ask/readings.hpp"

#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

Combination combination_of(const LeaseState &state) {
    const MoneyState &money = state.money;
    Combination result{{},
                       {},
                       {},
                       {},
                       money.headline.value,
                       money.firm.value,
                       money.payable.value,
                       money.credits.value};
    for (const FeeState &fee : state.fees) {
        result.fees.push_back(fee.total.value);
    }
    for (const RightState &right : state.rights) {
        result.rights.push_back(
            {right.arises.value, right.opens.value, right.closes.value, right.first_effect->value});
    }
    for (const auto &named : state.names) {
        result.values.push_back(named ? named->value : Numbers{INT64_MIN, INT64_MAX});
    }
    return result;
}

/// Of all combinations together.
constexpr std::size_t most_values = 2'000'000;

class Enumeration {
  public:
    Enumeration(const Lease &lease, const Scenario &scenario, Date as_of)
        : lease_(lease), scenario_(scenario), as_of_(as_of) {}

    Readings run() {
        std::vector<ReadingId> all;
        for (std::size_t i = 0; i < lease_.readings.size(); ++i) {
            all.push_back(ReadingId{static_cast<std::int32_t>(i)});
        }
        const bool is_complete = fits(all);
        if (!is_complete) {
            std::erase_if(all, [&](ReadingId id) { return !changes_alone(id); });
            while (!fits(all)) {
                all.pop_back();
            }
        }
        std::vector<Combination> found = enumerate(all);
        std::vector<std::size_t> keep;
        for (std::size_t place = 0; place < all.size(); ++place) {
            if (matters(found, place)) {
                keep.push_back(place);
            }
        }
        return {only(all, keep), pruned(found, all.size(), keep), is_complete};
    }

  private:
    std::size_t options_of(ReadingId id) const { return get(lease_.readings, id).options.size(); }

    /// Large leases have fewer combinations: what is asked and kept of all of them is bounded.
    bool fits(const std::vector<ReadingId> &all) const {
        const std::size_t most =
            std::min(most_combinations, most_values / (lease_.rules.size() + 1));
        std::size_t product = 1;
        for (const ReadingId id : all) {
            product *= options_of(id);
            if (most < product) {
                return false;
            }
        }
        return true;
    }

    Combination ask() {
        evaluate(lease_, scenario_, as_of_, state_);
        return combination_of(state_);
    }

    bool changes_alone(ReadingId id) {
        const std::int32_t own = scenario_.readings[id.at()];
        const Combination here = ask();
        bool changes = false;
        for (std::size_t option = 0; option < options_of(id) && !changes; ++option) {
            scenario_.readings[id.at()] = static_cast<std::int32_t>(option);
            changes = ask() != here;
        }
        scenario_.readings[id.at()] = own;
        return changes;
    }

    /// Counts through all options, the last reading fastest.
    std::vector<Combination> enumerate(const std::vector<ReadingId> &all) {
        std::vector<Combination> found;
        std::vector<std::int32_t> options(all.size(), 0);
        for (bool more = true; more;) {
            for (std::size_t place = 0; place < all.size(); ++place) {
                scenario_.readings[all[place].at()] = options[place];
            }
            found.push_back(ask());
            found.back().options = options;
            more = false;
            for (std::size_t place = all.size(); 0 < place-- && !more;) {
                options[place] += 1;
                more = static_cast<std::size_t>(options[place]) < options_of(all[place]);
                options[place] = more ? options[place] : 0;
            }
        }
        return found;
    }

    /// Whether two combinations that differ in this place alone ever come to different things.
    static bool matters(const std::vector<Combination> &found, std::size_t place) {
        return std::any_of(found.begin(), found.end(), [&](const Combination &one) {
            if (one.options[place] == 0) {
                return false;
            }
            Combination twin = one;
            twin.options[place] = 0;
            // Combinations stand in the order of their options.
            const auto first = std::lower_bound(
                found.begin(), found.end(), twin,
                [](const Combination &a, const Combination &b) { return a.options < b.options; });
            return *first != twin;
        });
    }

    static std::vector<ReadingId> only(const std::vector<ReadingId> &all,
                                       const std::vector<std::size_t> &places) {
        std::vector<ReadingId> kept;
        for (const std::size_t place : places) {
            kept.push_back(all[place]);
        }
        return kept;
    }

    static std::vector<Combination> pruned(const std::vector<Combination> &found, std::size_t size,
                                           const std::vector<std::size_t> &places) {
        std::vector<Combination> kept;
        for (Combination one : found) {
            const auto is_kept = [&](std::size_t place) {
                return std::find(places.begin(), places.end(), place) != places.end();
            };
            bool is_first = true; // of those that differ in pruned places only
            std::vector<std::int32_t> options;
            for (std::size_t place = 0; place < size; ++place) {
                if (is_kept(place)) {
                    options.push_back(one.options[place]);
                } else {
                    is_first = is_first && one.options[place] == 0;
                }
            }
            if (is_first) {
                one.options = std::move(options);
                kept.push_back(std::move(one));
            }
        }
        return kept;
    }

    const Lease &lease_;
    Scenario scenario_;
    Date as_of_;
    LeaseState state_;
};

} // namespace

Readings readings(const Lease &lease, const Scenario &scenario, Date as_of) {
    return Enumeration{lease, scenario, as_of}.run();
}

} // namespace offramp
