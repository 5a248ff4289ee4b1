// Example: $31 million a month; the tenant may leave from 1 January if the GPUs came late, and from
// 1 March if they came in time. Asked about all days at once, the engine says that the first exit
// is on 1 January, 1 March or never, and that everything may be payable. No day of delivery leads
// to that: on each of the two runs of days, halved apart, an end of the run says the same as all.
#include "core/ask/world.hpp"

#include "core/ask/published.hpp"
#include "core/evaluate/accrual.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>
#include <optional>

namespace offramp {

namespace {

/// Halving a calendar of four million days takes 22 steps of three questions for each flip.
constexpr int most_questions_of_worlds = 256;

When or_never(const std::optional<Dated> &day) { return day ? day->value : exactly(Date::never()); }

/// The days on which a delivery may come in a world.
When days_in(const Delivery &delivery, Date as_of, LedgerWorld world) {
    const When &day = delivery.day;
    if (delivery.basis != Basis::Supposed) {
        return day;
    }
    if (world == LedgerWorld::Delivered) {
        return day.most.is_day() || day == any_day() ? smaller(day, exactly(as_of)) : day;
    }
    const bool is_forecast = as_of <= day.most && day.least != Date::never();
    return is_forecast && !is_open(delivery) ? When{std::min(day.least, as_of), Date::never()}
                                             : day;
}

/// How many days apart the two ends are.
std::int64_t size_of(const When &days) { return place_of(days.most) - place_of(days.least); }

} // namespace

When paid_until(const FeeState &fee) {
    return smaller(or_never(fee.last_firm_day), or_never(fee.last_paid_day));
}

Amount accrued_until(const FeeState &fee, const When &last) {
    return charged(charge_of(fee), exactly(Date::dawn()), last);
}

class World::Search {
  public:
    Search(World &world, const Lease &lease, Date as_of, LedgerWorld kind,
           std::span<const FeeId> fees, Work &work)
        : world_(world),
          lease_(lease),
          as_of_(as_of),
          kind_(kind),
          fees_(fees),
          work_(work),
          asked_(world.scenario_) {}

    void search(const std::vector<When> &days) {
        const Money bound = ask(days, world_.asked_);
        if (best_ && *best_ <= bound) {
            return;
        }
        const auto widest =
            std::max_element(days.begin(), days.end(),
                             [](const When &a, const When &b) { return size_of(a) < size_of(b); });
        const bool is_single = widest == days.end() || widest->known();
        if (is_single || is_reached(days, bound)) {
            return take(days, world_.asked_, bound);
        }
        if (most_questions_of_worlds <= questions_ || work_.is_done()) {
            // Firm is what is certain; conditional is what some day was found to lead to.
            return kind_ == LedgerWorld::Undecided ? take(days, world_.asked_, bound) : void();
        }
        const std::int64_t middle = place_of(widest->least) + size_of(*widest) / 2;
        std::vector<When> half = days;
        When &halved = half[static_cast<std::size_t>(widest - days.begin())];
        halved = {day_at(middle + 1), widest->most};
        search(half); // later first: never, or delivered only now, is mostly what is looked for
        halved = {widest->least, day_at(middle)};
        search(half);
    }

  private:
    /// What the figure comes to at least; where the most is looked for, what is left of nothing.
    Money ask(const std::vector<When> &days, LeaseState &state) {
        place(asked_, days);
        evaluate(lease_, asked_, as_of_, state, UpTo::Payments);
        ++questions_;
        work_.take(state);
        Amount paid = exactly(Money::zero());
        for (const FeeId id : fees_) {
            const FeeState &fee = get(state.fees, id);
            paid = paid + accrued_until(fee, paid_until(fee));
        }
        return kind_ == LedgerWorld::Undecided ? paid.least : Money::zero() - paid.most;
    }

    /// Whether all on the first of their days, or all on the last, come to as much as the runs.
    bool is_reached(const std::vector<When> &days, Money bound) {
        std::vector<When> first = days;
        std::vector<When> last = days;
        for (std::size_t i = 0; i < days.size(); ++i) {
            first[i] = exactly(days[i].least);
            last[i] = exactly(days[i].most);
        }
        return is_reached_on(first, bound) || is_reached_on(last, bound);
    }

    bool is_reached_on(const std::vector<When> &end, Money bound) {
        const Money own = ask(end, world_.end_);
        if (own != bound && (!best_ || own < *best_)) {
            take(end, world_.end_, own);
        }
        return own == bound;
    }

    void take(const std::vector<When> &days, LeaseState &state, Money value) {
        best_ = value;
        place(world_.scenario_, days);
        std::swap(world_.state_, state);
    }

    static void place(Scenario &scenario, const std::vector<When> &days) {
        for (std::size_t i = 0; i < days.size(); ++i) {
            scenario.deliveries[i].day = days[i];
        }
    }

    World &world_;
    const Lease &lease_;
    Date as_of_;
    LedgerWorld kind_;
    std::span<const FeeId> fees_;
    Work &work_;
    Scenario asked_;
    std::optional<Money> best_;
    int questions_ = 0;
};

const LeaseState &World::find(const Lease &lease, const Scenario &scenario, const LeaseState &state,
                              Date as_of, LedgerWorld world, std::span<const FeeId> fees,
                              Work &work) {
    scenario_ = scenario;
    std::vector<When> days;
    for (Delivery &delivery : scenario_.deliveries) {
        delivery.day = days_in(delivery, as_of, world);
        days.push_back(delivery.day);
    }
    const bool is_single =
        std::all_of(days.begin(), days.end(), [](const When &day) { return day.known(); });
    if (fees.empty() || (is_single && scenario_ == scenario)) {
        return state; // nothing is paid on any day, or nothing is waited for
    }
    Search{*this, lease, as_of, world, fees, work}.search(days);
    return state_;
}

} // namespace offramp
