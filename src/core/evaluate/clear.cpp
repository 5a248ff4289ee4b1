// What an evaluation begins with.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// Every value unknown and every reason the first one: what a circular rule would see of itself.
RightState nothing_known() {
    const Dated any = {any_day(), ReasonId{0}};
    return {.late = Truth::Depends,
            .missed = Truth::Depends,
            .arises = {Truth::Depends, ReasonId{0}},
            .opens = any,
            .closes = any,
            .grace_last_day = std::nullopt,
            .first_effect = any,
            .latest_effect = std::nullopt,
            .notice_effect = std::nullopt,
            .exit_fee = std::nullopt,
            .phases = {},
            .unsettled_from = Date::dawn(),
            .status = std::nullopt};
}

RemedyState no_remedy() {
    const Dated any = {any_day(), ReasonId{0}};
    const Priced unpriced = {{Money::zero(), Money::unbounded()}, ReasonId{0}};
    return {any,
            any,
            {{0, INT64_MAX}, ReasonId{0}},
            {0, INT64_MAX},
            unpriced,
            unpriced,
            unpriced.value,
            {},
            {},
            std::nullopt};
}

/// As `assign`, in a third of its code: that much memory is nearly always there already.
template <typename T>
void refill(std::vector<T> &all, std::size_t count, const T &value) {
    if (all.size() != count) {
        all = std::vector<T>(count, value);
        return;
    }
    std::fill(all.begin(), all.end(), value);
}

} // namespace

void Evaluation::clear() {
    out_.reasons.clear();
    out_.inputs.clear();
    out_.reasons.reserve(2 * lease_.rules.size()); // about as many as most answers have
    out_.inputs.reserve(2 * lease_.rules.size());
    out_.fees.clear();
    refill(out_.names, lease_.names.size(), std::optional<Evaluated>{});
    refill(out_.rights, lease_.rights.size(), nothing_known());
    refill(out_.remedies, lease_.remedies.size(), no_remedy());
    out_.decided = true;
    out_.work = 0;
    note(Step::Unknown, {Kind::Day, Date::dawn().day_number(), Date::never().day_number()}, {}, -1,
         -1);
}

} // namespace offramp
