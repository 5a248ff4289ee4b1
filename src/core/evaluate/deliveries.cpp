// What was delivered by a day, and on which day so many units had come.
//
// Example: 60,000 GPUs came on 1 October and 50,000 on a day of November. By 15 November 60,000 to
// 110,000 have come; all 110,000 had come on a day from 1 to 30 November.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>

namespace offramp {

Numbers Evaluation::reached(Frame &frame) {
    const TrancheId tranche{static_cast<std::int32_t>(frame.rule.value)};
    const Numbers units = input(frame, place::Reached::N);
    return numbers_of(
        When{completed(tranche, units.least, true), completed(tranche, units.most, false)});
}

Numbers Evaluation::delivered(Frame &frame) {
    const When by = when_of(input(frame, place::Delivered::By));
    return delivered_units(TrancheId{static_cast<std::int32_t>(frame.rule.value)}, by);
}

Count Evaluation::delivered_units(TrancheId id, const When &by) const {
    Count units = exactly(std::int64_t{0});
    for (const Delivery &delivery : scenario_.deliveries) {
        if (delivery.tranche != id) {
            continue;
        }
        const Count own = {delivery.day.most <= by.least ? delivery.units.least : 0,
                           delivery.day.least <= by.most ? delivery.units.most : 0};
        units = {saturated(Wide{units.least} + own.least), saturated(Wide{units.most} + own.most)};
    }
    return units;
}

/// The first day by which the deliveries sum to so many units: at their soonest and largest, or at
/// their latest and smallest.
Date Evaluation::completed(TrancheId id, std::int64_t units, bool soonest) const {
    Date best = units <= 0 ? Date::dawn() : Date::never();
    for (const Delivery &candidate : scenario_.deliveries) {
        const Date day = soonest ? candidate.day.least : candidate.day.most;
        if (candidate.tranche != id || best <= day) {
            continue;
        }
        std::int64_t sum = 0;
        for (const Delivery &delivery : scenario_.deliveries) {
            const Date arrival = soonest ? delivery.day.least : delivery.day.most;
            if (delivery.tranche == id && arrival <= day) {
                sum = saturated(Wide{sum} + (soonest ? delivery.units.most : delivery.units.least));
            }
        }
        best = units <= sum ? day : best;
    }
    return best;
}

Dated Evaluation::completed(TrancheId id) {
    const Evaluated committed = named(name_of_committed(id));
    const Count &units = committed.value;
    When day = {completed(id, units.least, true), completed(id, units.most, false)};
    // Of 900 to 1,100 units all were delivered: however many they are, none is missing.
    for (const Delivery &delivery : scenario_.deliveries) {
        if (delivery.tranche == id && delivery.is_all) {
            day = smaller(day, delivery.day);
        }
    }
    return dated(Step::Completed, day, {committed.why}, id.index,
                 index_of(get(lease_.tranches, id).clause));
}

} // namespace offramp
