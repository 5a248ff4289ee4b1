// Example: $920 million a month until 30 June 2029, 110,000 GPUs, $6 a GPU-hour elsewhere, an end
// on 1 April 2027: 27 months or 822 days are left. Fees $24,840,000,000; elsewhere 110,000 x 24 x
// 822 x $6 = $13,020,480,000: leaving saves $11,819,520,000, and would up to $24,840,000,000 /
// (110,000 x 24 x 822) = $11.4465 a GPU-hour.
#include "core/ask/elsewhere.hpp"

#include "core/evaluate/accrual.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::int64_t hours_a_day = 24;
constexpr std::int64_t price_unit = 10'000;
constexpr std::int64_t most_counted = 1'000'000'000; ///< units of all tranches
constexpr std::int32_t most_days = 36'525;           ///< that ends are looked for on, one by one

/// The units of all tranches, where they are of one kind and known.
std::optional<std::int64_t> units_of(const Lease &lease, const LeaseState &state) {
    std::int64_t units = 0;
    for (std::size_t i = 0; i < lease.tranches.size(); ++i) {
        const Count own = committed(state, TrancheId{static_cast<std::int32_t>(i)}).value;
        if (!own.known() || most_counted < own.most ||
            lease.tranches[i].unit != lease.tranches.front().unit) {
            return std::nullopt;
        }
        units += own.most;
        if (most_counted < units) {
            return std::nullopt;
        }
    }
    return units == 0 ? std::nullopt : std::optional{units};
}

/// The fees of a lease in which nobody leaves.
class Fees {
  public:
    explicit Fees(const LeaseState &state) : state_(state) {
        for (const FeeState &fee : state.fees) {
            if (!(fee.to.value.most < fee.from.value.least)) { // else it runs on no day
                last_ = std::max(last_, fee.to.value.most);
            }
        }
    }

    Date last() const { return last_; }
    /// What they come to on these days, both included; nothing where that is not known.
    std::optional<Money> between(Date first, Date last) const {
        Amount sum = exactly(Money::zero());
        for (const FeeState &fee : state_.fees) {
            const Amount own = charged(charge_of(fee), exactly(first), exactly(last));
            sum = {sum.least + own.least, sum.most + own.most};
        }
        return sum.known() && sum.most.is_bounded() ? std::optional{sum.most} : std::nullopt;
    }
    std::optional<Money> from(Date day) const { return between(day, last_); }

  private:
    const LeaseState &state_;
    Date last_ = Date::dawn();
};

/// Of one unit for one hour, in ten-thousandths of the currency.
std::int64_t price_of(Money amount, std::int64_t unit_hours, int digits) {
    return scale(Money::from_minor(amount.minor()), price_unit, power_of_ten(digits) * unit_hours)
        .minor();
}

class Comparing {
  public:
    Comparing(const Fees &fees, std::int64_t units, const Elsewhere &elsewhere, int digits)
        : fees_(fees), units_(units), elsewhere_(elsewhere), digits_(digits) {}

    /// Precondition: the fees from that day on are known.
    Leaving leaving(Date end, Money exit_fee) const {
        const std::int64_t days =
            std::max<std::int64_t>(days_between(end, fees_.last()) + 1 - elsewhere_.gap_days, 0);
        const std::int64_t unit_hours = units_ * hours_a_day * days;
        const Money other = scale(Money::from_minor(elsewhere_.price * power_of_ten(digits_)),
                                  unit_hours, price_unit);
        const Money fixed = exit_fee + elsewhere_.extra;
        const Money fees = *fees_.from(end);
        return {end,
                fees,
                days,
                other,
                exit_fee,
                fees - other - fixed,
                days == 0 ? std::nullopt
                          : std::optional{price_of(fees - fixed, unit_hours, digits_)}};
    }

    /// A later notice ends the lease as many days later, as long as it may be given.
    void find_days(StayOrLeave &way, Date as_of) const {
        if (way.first.exit_fee != Money::zero()) {
            return;
        }
        const Date first_notice = std::max(way.way.from.most, as_of);
        const Date last_notice = way.way.until.least;
        const Date last_end = last_notice.is_day()
                                  ? add_days(way.first.end, days_between(first_notice, last_notice))
                                  : fees_.last();
        for (Date end = way.first.end; end <= std::min(last_end, fees_.last());
             end = add_days(end, 1)) {
            if (Money::zero() < leaving(end, Money::zero()).saves) {
                way.pays_from = way.pays_from ? way.pays_from : end;
                way.pays_until = end;
            }
        }
    }

  private:
    const Fees &fees_;
    std::int64_t units_;
    const Elsewhere &elsewhere_;
    int digits_;
};

} // namespace

Compared stay_or_leave(const Lease &lease, const Scenario &scenario, const LeaseState &state,
                       Date as_of, const Elsewhere &elsewhere) {
    const Fees fees{state};
    if (!fees.last().is_day() || most_days < days_between(as_of, fees.last())) {
        return {std::nullopt, NoFigure::Fees};
    }
    const auto units = units_of(lease, state);
    if (!units) {
        return {std::nullopt, NoFigure::Units};
    }
    const int digits = minor_digits(lease.currency);
    const Comparing comparing{fees, *units, elsewhere, digits};
    Comparison all{*units, fees.last(), {}, Money::zero(), 0, {}};
    Date first_end = Date::never();
    for (WayOut &way : ways_out(lease, scenario, state, as_of)) {
        const bool is_to_come = way.state == WayState::Open || way.state == WayState::Opens;
        const bool has_end = way.ends && way.ends->known() && way.ends->least <= fees.last();
        const bool has_price = !way.cost || way.cost->known();
        if (way.kind != WayKind::Leave || way.holder != Role::Tenant || !is_to_come || !has_end ||
            !has_price) {
            continue;
        }
        const Date end = way.ends->least;
        if (!fees.from(end)) {
            return {std::nullopt, NoFigure::Fees};
        }
        first_end = std::min(first_end, end);
        StayOrLeave one{way, comparing.leaving(end, way.cost ? way.cost->least : Money::zero()),
                        std::nullopt, std::nullopt};
        comparing.find_days(one, as_of);
        all.ways.push_back(std::move(one));
    }
    all.month = first_of_month(first_end.is_day() ? first_end : fees.last());
    const Date month_end = last_of_month(all.month);
    const auto monthly = fees.between(all.month, month_end);
    if (!monthly) {
        return {std::nullopt, NoFigure::Fees};
    }
    all.monthly = *monthly;
    all.own_price = price_of(
        all.monthly, *units * hours_a_day * (days_between(all.month, month_end) + 1), digits);
    return {std::move(all), {}};
}

} // namespace offramp
