// What was delivered, and when all that is owed was; and the earliest and latest of several days.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>

namespace offramp {

Numbers Evaluation::extreme(Frame &frame) {
    const bool least = frame.rule.form == Form::Least;
    Numbers result = input(frame, 0);
    for (std::int32_t place = 1; place < frame.rule.child_count; ++place) {
        const Numbers next = input(frame, place);
        result = least ? smaller(result, next) : larger(result, next);
    }
    return result;
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
    const When day = {completed(id, units.least, true), completed(id, units.most, false)};
    return dated(Step::Completed, day, {committed.why}, id.index,
                 index_of(get(lease_.tranches, id).clause));
}

} // namespace offramp
