// Rights and fees of the slow model.
#include "model.hpp"
#include "model_days.hpp"

#include <algorithm>

namespace offramp::laws {

std::optional<ModelRight> SlowModel::right(RightId id) {
    const Right &right = get(lease_.rights, id);
    const Modelled day = value(right.trigger.day);
    const Modelled last = name(term_last_day);
    const bool is_awaited = right.trigger.kind == TriggerKind::Missed;
    const Modelled done = is_awaited ? value(right.trigger.what) : Modelled{model_never};
    const Modelled holds = is_given(right.condition) ? value(right.condition) : Modelled{1};
    if (!day || !last || !done || !holds) {
        return std::nullopt;
    }
    const auto next = [](std::int64_t of) { return is_day(of) ? of + 1 : of; };
    const auto before = [](std::int64_t of) { return is_day(of) ? of - 1 : of; };
    const Modelled cured = is_given(right.grace) ? value(right.grace) : day;
    if (!cured) {
        return std::nullopt;
    }
    Modelled opens = is_given(right.window_first) ? value(right.window_first)
                     : right.trigger.kind == TriggerKind::On && !is_given(right.grace)
                         ? day
                         : Modelled{next(*cured)};
    for (const RuleId precondition : right.preconditions) {
        const Modelled met = value(precondition);
        opens = opens && met ? Modelled{std::max(*opens, *met)} : Modelled{};
    }
    Modelled closes = is_given(right.window_last) ? value(right.window_last) : last;
    const Modelled gone = is_given(right.ends_when) ? value(right.ends_when) : Modelled{};
    if (!opens || !closes || (is_given(right.ends_when) && !gone)) {
        return std::nullopt;
    }
    closes = std::min(*closes, *last);
    if (gone) {
        closes = std::min(*closes, before(*gone));
    }
    const bool was_late = is_awaited && (*done == model_never || *day < *done);
    const bool is_missed = !is_awaited || *done == model_never || *cured < *done;
    ModelRight result{.late = was_late,
                      .arises =
                          is_missed && *holds != 0 && *opens != model_never && *opens <= *closes,
                      .opens = *opens,
                      .closes = *closes,
                      .first_effect = {}};
    if (right.exercise == Exercise::Automatic) {
        result.first_effect = opens; // it ends by itself on the first day
    } else if (!right.last_chance) {
        noticed_ = id;
        notice_ = *opens;
        result.first_effect = is_given(right.effect) ? value(right.effect) : opens;
        noticed_.reset();
    }
    return result;
}

Modelled SlowModel::fee(FeeId id) { return fee(id, model_dawn, model_never); }

Modelled SlowModel::fee(FeeId id, std::int64_t from, std::int64_t to) {
    const Fee &fee = get(lease_.fees, id);
    if (fee.billing != Billing{}) {
        return std::nullopt; // only calendar months are counted here
    }
    const Modelled first = value(fee.from);
    const Modelled last = value(fee.to);
    const Modelled per_month = value(fee.amount);
    if (!first || !last || !per_month) {
        return std::nullopt;
    }
    from = std::max(from, *first);
    to = std::min(to, *last);
    if (to < from || from == model_never) {
        return 0;
    }
    if (!is_day(from) || !is_day(to) || 36'525 < to - from) {
        return std::nullopt;
    }
    std::int64_t total = 0;
    std::int64_t days = 0; // of the month that is being counted
    for (std::int64_t day = from; day <= to; ++day) {
        ++days;
        const Civil civil = civil_of(day);
        const int length = length_of_month(civil.year, civil.month);
        if (day == to || civil.day == length) {
            total += half_up(*per_month * days, length);
            days = 0;
        }
    }
    return checked(total);
}

} // namespace offramp::laws
