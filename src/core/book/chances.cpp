// Take two leases with $10 a month, each firm if its GPUs come in time and cancellable if they come
// 31 days late, and a lateness of 0 or 31 days, even odds. Together, a month is firm for $20 or for
// $0, half and half. Apart, for $20 in one case of four, for $10 in two, for $0 in one.
#include "core/book/chances.hpp"

#include "core/ask/regimes.hpp"
#include "core/ask/world.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>
#include <map>

namespace offramp {

namespace {

using Amounts = std::map<Money, Parts>;

/// What is payable of the months of one lease whoever takes the first free way out, in one world.
struct Income {
    std::int32_t first_month = 0;
    std::vector<Money> months;
    Date is_open_from = Date::never(); ///< a fee that is not known may begin here
    Date is_open_until = Date::dawn(); ///< and end here

    void add(std::int32_t month, Money amount) {
        if (months.empty()) {
            first_month = month;
        }
        if (month < first_month) {
            months.insert(months.begin(), static_cast<std::size_t>(first_month - month),
                          Money::zero());
            first_month = month;
        }
        const auto place = static_cast<std::size_t>(month - first_month);
        months.resize(std::max(months.size(), place + 1), Money::zero());
        months[place] = months[place] + amount;
    }
    Money at(std::int32_t month) const {
        const std::int64_t place = std::int64_t{month} - first_month;
        return place < 0 || static_cast<std::int64_t>(months.size()) <= place
                   ? Money::zero()
                   : months[static_cast<std::size_t>(place)];
    }
    friend bool operator==(const Income &, const Income &) = default;
};

/// One lease in every world of the lateness.
class Worlds {
  public:
    Worlds(const Awaiting &one, Date as_of)
        : lease_(*one.lease), scenario_(*one.scenario), as_of_(as_of) {
        const LeaseState state = evaluate(lease_, scenario_, as_of);
        for (std::size_t i = 0; i < scenario_.deliveries.size(); ++i) {
            const Delivery &delivery = scenario_.deliveries[i];
            const When due = day_named(state, name_of_due(delivery.tranche)).value;
            const bool has_come = delivery.basis == Basis::Recorded && delivery.day.most < as_of;
            if (!has_come && due.least.is_day() && due.most.is_day()) {
                awaited_.push_back({i, due.most});
            }
        }
    }

    bool waits() const { return !awaited_.empty(); }

    /// Of fees that are known: what no source states is in no sum.
    Income income(Date late, LeaseState &state) const {
        Scenario scenario = scenario_;
        for (const Awaited &one : awaited_) {
            const Date day = late.is_day() ? std::max(add_days(one.due, late.day_number()), as_of_)
                                           : Date::never();
            suppose(scenario, DeliveryDay{one.delivery}, exactly(std::int64_t{day.day_number()}));
        }
        evaluate(lease_, scenario, as_of_, state);
        Income income;
        for (const FeeState &fee : state.fees) {
            add_fee(fee, income);
        }
        return income;
    }

  private:
    static void add_fee(const FeeState &fee, Income &income) {
        const When &from = fee.from.value;
        const When &to = fee.billing.is_once ? from : fee.to.value;
        const Amount whole = accrued_until(fee, exactly(Date::never()));
        const Date first = from.least;
        const Date last = fee.billing.is_once ? first : to.most;
        if (first.is_day() && last.is_day() && last < first) {
            return; // the fee of a phase that never comes
        }
        if (!whole.known()) {
            income.is_open_from = std::min(income.is_open_from, first);
            income.is_open_until = std::max(income.is_open_until, to.most);
        }
        if (!whole.most.is_bounded() || !first.is_day() || !last.is_day()) {
            return;
        }
        Money before = Money::zero();
        for (std::int32_t month = month_number(first); month <= month_number(last); ++month) {
            const Date end = last_of_month(day_of_month_number(month));
            const Money until = accrued_until(fee, smaller(paid_until(fee), exactly(end))).least;
            income.add(month, until - before);
            before = until;
        }
    }

    struct Awaited {
        std::size_t delivery;
        Date due;
    };

    const Lease &lease_;
    const Scenario &scenario_;
    Date as_of_;
    std::vector<Awaited> awaited_;
};

/// Incomes of one lease, each once, with their parts.
using LikelyIncome = std::vector<std::pair<Income, Parts>>;

void put(LikelyIncome &all, Income income, Parts parts) {
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&income](const auto &one) { return one.first == income; });
    if (same == all.end()) {
        all.emplace_back(std::move(income), parts);
    } else {
        same->second += parts;
    }
}

/// Sums of two that do not hang on each other. Parts are cut from the running sum, so that they add
/// up to a million.
Amounts sums_of(const Amounts &some, const Amounts &others) {
    Amounts raw;
    for (const auto &[amount, parts] : some) {
        for (const auto &[more, other_parts] : others) {
            raw[amount + more] += parts * other_parts;
        }
    }
    Parts passed = 0;
    for (auto &[amount, parts] : raw) {
        const Parts before = passed / certain;
        passed += parts;
        parts = passed / certain - before;
    }
    return raw;
}

class Months {
  public:
    void reach(const Income &income) {
        if (!income.months.empty()) {
            first_ = std::min(first_, income.first_month);
            last_ = std::max(last_, income.first_month +
                                        static_cast<std::int32_t>(income.months.size()) - 1);
        }
        if (income.is_open_from <= income.is_open_until) {
            open_.push_back({income.is_open_from, income.is_open_until});
        }
    }

    /// `amounts(month)` gives what is likely of one; nothing where there is too much.
    template <typename OfMonth>
    std::optional<IncomeChances> take(OfMonth amounts) const {
        IncomeChances chances;
        for (std::int32_t month = first_; month <= last_; ++month) {
            chances.first_month = first_;
            const std::optional<Amounts> of_month = amounts(month);
            if (!of_month) {
                return std::nullopt;
            }
            std::vector<Weighed<Money>> firm;
            for (const auto &[amount, parts] : *of_month) {
                if (parts != 0) {
                    firm.push_back({amount, parts});
                }
            }
            chances.months.push_back(std::move(firm));
            const Date first = day_of_month_number(month);
            chances.is_least.push_back(
                std::any_of(open_.begin(), open_.end(), [first](const auto &open) {
                    return open.first <= last_of_month(first) && first <= open.second;
                }));
        }
        return chances;
    }

  private:
    std::vector<std::pair<Date, Date>> open_; ///< while a fee that is not known may be paid
    std::int32_t first_ = INT32_MAX;
    std::int32_t last_ = INT32_MIN;
};

std::optional<IncomeChances> together(const std::vector<Worlds> &leases, const Lateness &lateness,
                                      LeaseState &state) {
    Months months;
    std::vector<std::vector<Income>> by_days(lateness.size());
    for (const Worlds &lease : leases) {
        for (std::size_t i = 0; i < lateness.size(); ++i) {
            by_days[i].push_back(i == 0 || lease.waits() ? lease.income(lateness[i].day, state)
                                                         : by_days[0][by_days[i].size()]);
            months.reach(by_days[i].back());
        }
    }
    return months.take([&](std::int32_t month) {
        Amounts amounts;
        for (std::size_t i = 0; i < lateness.size(); ++i) {
            Money sum = Money::zero();
            for (const Income &income : by_days[i]) {
                sum = sum + income.at(month);
            }
            amounts[sum] += lateness[i].parts;
        }
        return std::optional{std::move(amounts)};
    });
}

std::optional<IncomeChances> apart(const std::vector<Worlds> &leases, const Lateness &lateness,
                                   LeaseState &state) {
    Months months;
    std::vector<LikelyIncome> all;
    for (const Worlds &lease : leases) {
        LikelyIncome likely;
        if (!lease.waits()) {
            likely.emplace_back(lease.income(Date::never(), state), certain);
        } else {
            for (const DayParts &one : lateness) {
                put(likely, lease.income(one.day, state), one.parts);
            }
        }
        for (const auto &[income, parts] : likely) {
            months.reach(income);
        }
        all.push_back(std::move(likely));
    }
    return months.take([&](std::int32_t month) -> std::optional<Amounts> {
        Amounts sums = {{Money::zero(), certain}};
        for (const LikelyIncome &likely : all) {
            Amounts own;
            for (const auto &[income, parts] : likely) {
                own[income.at(month)] += parts;
            }
            if (most_income_worlds < sums.size() * own.size()) {
                return std::nullopt;
            }
            sums = sums_of(sums, own);
        }
        return sums;
    });
}

} // namespace

std::optional<IncomeChances> income_chances(std::span<const Awaiting> leases,
                                            const Lateness &lateness, Slipping slipping,
                                            Date as_of) {
    std::vector<Worlds> worlds;
    std::size_t evaluations = 0;
    for (const Awaiting &one : leases) {
        worlds.emplace_back(one, as_of);
        evaluations += worlds.back().waits() ? lateness.size() : 1;
    }
    if (most_income_worlds < evaluations) {
        return std::nullopt;
    }
    LeaseState state;
    return slipping == Slipping::Together ? together(worlds, lateness, state)
                                          : apart(worlds, lateness, state);
}

Parts chance_below(const std::vector<Weighed<Money>> &firm, Money line) {
    Parts below = 0;
    for (const Weighed<Money> &one : firm) {
        below += one.value < line ? one.parts : 0;
    }
    return below;
}

} // namespace offramp
