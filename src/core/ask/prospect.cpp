#include "core/ask/prospect.hpp"

#include <algorithm>
#include <map>

namespace offramp {

namespace {

/// A day for each delivery.
struct Joint {
    std::vector<Date> days;
    Parts parts;
};

std::vector<Joint> together(const std::vector<LikelyDelivery> &deliveries,
                            const std::vector<Date> &due) {
    std::vector<Joint> all;
    for (const DayParts &one : deliveries.front().days) {
        Joint combination{{one.day}, one.parts};
        for (std::size_t i = 1; i < deliveries.size(); ++i) {
            combination.days.push_back(
                one.day.is_day() ? add_days(due[i], days_between(due.front(), one.day)) : one.day);
        }
        all.push_back(std::move(combination));
    }
    return all;
}

std::vector<Joint> apart(const std::vector<LikelyDelivery> &deliveries) {
    std::vector<Joint> all = {{{}, 1}};
    Parts whole = 1;
    for (const LikelyDelivery &delivery : deliveries) {
        std::vector<Joint> longer;
        for (const Joint &one : all) {
            for (const DayParts &day : delivery.days) {
                longer.push_back(one);
                longer.back().days.push_back(day.day);
                longer.back().parts *= day.parts;
            }
        }
        all = std::move(longer);
        whole *= certain;
    }
    // Cut from the running sum, so that they add up to a million.
    const Parts unit = whole / certain;
    Parts passed = 0;
    for (Joint &one : all) {
        const Parts before = passed / unit;
        passed += one.parts;
        one.parts = passed / unit - before;
    }
    return all;
}

template <typename Value>
std::vector<Weighed<Value>> in_order(const std::map<Value, Parts> &values) {
    std::vector<Weighed<Value>> all;
    for (const auto &[value, parts] : values) {
        all.push_back({value, parts});
    }
    return all;
}

/// One way out while answers are added up: how the chances change from one day to the next.
struct Tally {
    Chance arises{0, 0};
    std::map<Date, Chance> changes;
    std::map<Date, Parts> first;
    std::map<Date, Parts> ends;
};

class Adding {
  public:
    Adding(const Lease &lease, Date as_of) : lease_(lease), as_of_(as_of) {}

    /// What was added since is not to be trusted.
    bool is_too_much() const { return work_.is_done(); }

    /// Days of the axis come in order.
    void add(const Scenario &scenario, const Axis &axis, Date day, Parts parts) {
        evaluate(lease_, scenario, as_of_, state_);
        work_.take(state_);
        work_.take(state_); // the outcome asks once more
        add_outcome(outcome_at(lease_, scenario, axis, day.day_number()), day, parts);
        const std::vector<WayOut> ways = ways_out(lease_, scenario, state_, as_of_, work_);
        for (const WayOut &way : ways) {
            add_way(way, parts);
        }
        const Ledger ledger = ledgers_.evaluate(lease_, scenario, state_, as_of_);
        prospect_.has_unknown_fees |= !ledger.unknown.empty();
        const Amount &firm = state_.money.firm_as_of.value;
        firm_[firm.least] += parts;
        prospect_.is_firm_open |= !firm.known();
        add_months(ledgers_.months(), parts);
    }

    Prospect take() {
        prospect_.firm = in_order(firm_);
        std::sort(prospect_.outcomes.begin(), prospect_.outcomes.end(),
                  [](const OutcomeProspect &a, const OutcomeProspect &b) {
                      return a.days.front().day < b.days.front().day;
                  });
        for (const auto &[key, tally] : tallies_) {
            WayProspect way{RightId{key.first},    static_cast<Role>(key.second), tally.arises, {},
                            in_order(tally.first), in_order(tally.ends)};
            Chance open{0, 0};
            for (const auto &[day, change] : tally.changes) {
                open = {open.least + change.least, open.most + change.most};
                way.steps.push_back({day, open});
            }
            prospect_.ways.push_back(std::move(way));
        }
        if (!months_.empty()) {
            prospect_.first_month = months_.begin()->first;
            for (const auto &[month, sum] : months_) {
                prospect_.months.resize(static_cast<std::size_t>(month - prospect_.first_month));
                prospect_.months.push_back(sum.expected());
            }
        }
        return std::move(prospect_);
    }

  private:
    /// A sum of amounts with parts of a million, in whole minor units and the rest.
    struct Expected {
        std::int64_t whole = 0;
        std::int64_t rest = 0; ///< parts of a minor unit, below `certain`
        void add(Money amount, Parts parts) {
            const std::int64_t minor = amount.minor();
            rest += minor % certain * parts;
            whole += minor / certain * parts + rest / certain;
            rest %= certain;
        }
        Money expected() const { return Money::from_minor(whole + (certain <= 2 * rest ? 1 : 0)); }
    };

    void add_outcome(Outcome outcome, Date day, Parts parts) {
        for (OutcomeProspect &one : prospect_.outcomes) {
            if (one.outcome == outcome) {
                one.parts += parts;
                if (one.days.back().day == day) {
                    one.days.back().parts += parts;
                } else {
                    one.days.push_back({day, parts});
                }
                return;
            }
        }
        prospect_.outcomes.push_back({std::move(outcome), {{day, parts}}, parts});
    }

    void add_way(const WayOut &way, Parts parts) {
        Tally &tally = tallies_[{way.right.index, static_cast<int>(way.holder)}];
        const bool is_unknown = way.state == WayState::Unknown || way.state == WayState::If;
        const bool is_open = way.state == WayState::Open || way.state == WayState::Opens ||
                             way.state == WayState::Closed;
        if (!is_unknown && !is_open) {
            return;
        }
        const Chance chance{is_unknown ? 0 : parts, parts};
        tally.arises = {tally.arises.least + chance.least, tally.arises.most + chance.most};
        // Surely open from the last first day to the first last day; perhaps from the first to the
        // last.
        change(tally, way.from.most, way.until.least, {chance.least, 0});
        change(tally, way.from.least, way.until.most, {0, chance.most});
        if (!is_unknown && way.from.known()) {
            tally.first[way.from.least] += parts;
        }
        if (!is_unknown && way.ends && way.ends->known()) {
            tally.ends[way.ends->least] += parts;
        }
    }

    static void change(Tally &tally, Date from, Date until, const Chance &chance) {
        if (until < from || from == Date::never()) {
            return;
        }
        Chance &up = tally.changes.try_emplace(from, Chance{0, 0}).first->second;
        up = {up.least + chance.least, up.most + chance.most};
        if (until.is_day()) {
            Chance &down =
                tally.changes.try_emplace(add_days(until, 1), Chance{0, 0}).first->second;
            down = {down.least - chance.least, down.most - chance.most};
        }
    }

    void add_months(const LedgerMonths &months, Parts parts) {
        for (std::size_t i = 0; i < months.months.size(); ++i) {
            const Money fees = months.months[i].headline();
            if (fees.is_bounded()) {
                months_[months.first_month + static_cast<std::int32_t>(i)].add(fees, parts);
            }
        }
    }

    const Lease &lease_;
    Date as_of_;
    LeaseState state_;
    Work work_{most_work_of_prospect};
    LedgerEvaluator ledgers_{work_};
    Prospect prospect_{};
    std::map<Money, Parts> firm_;
    std::map<std::pair<std::int32_t, int>, Tally> tallies_; ///< by right and holder
    std::map<std::int32_t, Expected> months_;
};

} // namespace

std::optional<Prospect> prospect_of(const Lease &lease, const Scenario &scenario, Date as_of,
                                    const std::vector<LikelyDelivery> &deliveries,
                                    const std::vector<Date> &due, Slipping slipping) {
    std::size_t combinations = 1;
    if (slipping == Slipping::Apart) {
        if (most_apart < deliveries.size()) {
            return std::nullopt;
        }
        for (const LikelyDelivery &one : deliveries) {
            combinations *= one.days.size();
        }
    }
    if (most_joint_days < combinations || deliveries.empty()) {
        return std::nullopt;
    }
    Adding adding{lease, as_of};
    Scenario supposed = scenario;
    for (const Joint &one :
         slipping == Slipping::Together ? together(deliveries, due) : apart(deliveries)) {
        for (std::size_t i = 0; i < deliveries.size(); ++i) {
            supposed.deliveries[deliveries[i].delivery].day = exactly(one.days[i]);
        }
        if (one.parts != 0) {
            adding.add(supposed, DeliveryDay{deliveries.front().delivery}, one.days.front(),
                       one.parts);
        }
        if (adding.is_too_much()) {
            return std::nullopt;
        }
    }
    return adding.take();
}

} // namespace offramp
