// Counts and amounts: one case for each form of rule, and what deliveries add up to.
#include "core/evaluation.hpp"

namespace offramp {

namespace {

std::int64_t whole_months(Date from, Date to) {
    if (to < from) {
        return 0;
    }
    if (!from.is_day() || !to.is_day()) {
        return INT32_MAX;
    }
    const Date end = add_days(to, 1);
    std::int64_t months = 12LL * (int{end.ymd().year()} - int{from.ymd().year()}) +
                          (static_cast<int>(unsigned{end.ymd().month()}) -
                           static_cast<int>(unsigned{from.ymd().month()}));
    while (end < add_months(from, months, MonthEnd::Clip)) {
        --months;
    }
    return months;
}

} // namespace

Counted Evaluation::count(CountRuleId id) {
    const CountRule &rule = get(lease_.count_rules, id);
    const std::int32_t clause = index_of(rule.clause);
    const auto counted = [&](Step step, Count value, std::initializer_list<ReasonId> inputs,
                             std::int32_t detail) {
        return Counted{value, note(step, value_of(value), inputs, detail, clause)};
    };
    return std::visit(Overloaded{
                          [&](const FixedCount &form) {
                              return counted(Step::Stated, exactly(form.count), {}, -1);
                          },
                          [&](const DeliveredUnits &form) {
                              const Dated by = day(form.by);
                              return counted(Step::DeliveredUnits,
                                             delivered_units(form.tranche, by.value), {by.why},
                                             form.tranche.index);
                          },
                          [&](const CommittedUnits &form) {
                              return count(get(lease_.tranches, form.tranche).units);
                          },
                          [&](const WholeMonths &form) {
                              const Dated from = day(form.from);
                              const Dated to = day(form.to);
                              const Count months = {whole_months(from.value.most, to.value.least),
                                                    whole_months(from.value.least, to.value.most)};
                              return counted(Step::WholeMonths, months, {from.why, to.why}, -1);
                          },
                          [&](const CountDifference &form) {
                              const Counted whole = count(form.whole);
                              const Counted less = count(form.less);
                              const Count rest = {whole.value.least - less.value.most,
                                                  whole.value.most - less.value.least};
                              return counted(Step::Difference, rest, {whole.why, less.why}, -1);
                          },
                          [&](const ByReading<CountRuleId> &form) {
                              const Counted option = count(chosen(form, scenario_));
                              return counted(Step::ChosenReading, option.value, {option.why},
                                             form.reading->index);
                          },
                          [&](const UnknownCount &form) {
                              return counted(Step::Unknown, scenario_.unknowns[form.unknown.at()],
                                             {}, form.unknown.index);
                          },
                      },
                      rule.form);
}

Priced Evaluation::amount(AmountRuleId id) {
    const AmountRule &rule = get(lease_.amount_rules, id);
    const std::int32_t clause = index_of(rule.clause);
    const auto priced = [&](Step step, Amount value, std::initializer_list<ReasonId> inputs,
                            std::int32_t detail) {
        return Priced{value, note(step, value_of(value), inputs, detail, clause)};
    };
    return std::visit(
        Overloaded{
            [&](const FixedAmount &form) {
                return priced(Step::Stated, exactly(form.amount), {}, -1);
            },
            [&](const Scaled &form) {
                const Priced whole = amount(form.amount);
                const Counted times = count(form.times);
                const Counted over = count(form.over);
                const Amount value = {scale(whole.value.least, times.value.least, over.value.most),
                                      scale(whole.value.most, times.value.most, over.value.least)};
                return priced(Step::Scaled, value, {whole.why, times.why, over.why}, -1);
            },
            [&](const AmountDifference &form) {
                const Priced whole = amount(form.whole);
                const Priced less = amount(form.less);
                return priced(Step::Difference, difference(whole.value, less.value),
                              {whole.why, less.why}, -1);
            },
            [&](const ByReading<AmountRuleId> &form) {
                const Priced option = amount(chosen(form, scenario_));
                return priced(Step::ChosenReading, option.value, {option.why}, form.reading->index);
            },
            [&](const UnknownAmount &form) {
                const Range<std::int64_t> supposed = scenario_.unknowns[form.unknown.at()];
                return priced(Step::Unknown,
                              {Money::from_minor(supposed.least), Money::from_minor(supposed.most)},
                              {}, form.unknown.index);
            },
        },
        rule.form);
}

Count Evaluation::delivered_units(TrancheId id, const When &by) const {
    Count units = exactly(std::int64_t{0});
    for (const Delivery &delivery : scenario_.deliveries) {
        if (delivery.tranche != id) {
            continue;
        }
        units.least += delivery.day.most <= by.least ? delivery.units.least : 0;
        units.most += delivery.day.least <= by.most ? delivery.units.most : 0;
    }
    return units;
}

/// The first day by which the deliveries sum to the committed units: at their soonest and largest,
/// or at their latest and smallest.
Date Evaluation::completed(TrancheId id, std::int64_t committed, bool soonest) const {
    Date best = committed <= 0 ? Date::dawn() : Date::never();
    for (const Delivery &candidate : scenario_.deliveries) {
        const Date day = soonest ? candidate.day.least : candidate.day.most;
        if (candidate.tranche != id || best <= day) {
            continue;
        }
        std::int64_t units = 0;
        for (const Delivery &delivery : scenario_.deliveries) {
            const Date arrival = soonest ? delivery.day.least : delivery.day.most;
            if (delivery.tranche == id && arrival <= day) {
                units += soonest ? delivery.units.most : delivery.units.least;
            }
        }
        best = committed <= units ? day : best;
    }
    return best;
}

Dated Evaluation::completed(TrancheId id) {
    const Counted committed = count(get(lease_.tranches, id).units);
    const When day = {completed(id, committed.value.least, true),
                      completed(id, committed.value.most, false)};
    return dated(Step::Completed, day, {committed.why}, id.index,
                 index_of(get(lease_.tranches, id).clause));
}

} // namespace offramp
