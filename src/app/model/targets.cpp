#include "app/model/targets.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/ask/overloaded.hpp"
#include "core/ask/published.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string suffix(const Model &model, std::size_t delivery) {
    if (model.lease->tranches.size() < 2) {
        return {};
    }
    const TrancheId tranche = model.now.scenario.deliveries[delivery].tranche;
    return "." + get(model.lease->tranches, tranche).id;
}

const Tranche &tranche_of(const Model &model, std::size_t delivery) {
    return get(model.lease->tranches, model.now.scenario.deliveries[delivery].tranche);
}

/// The largest number that a control offers where the lease has no bound.
constexpr std::int64_t most_days_of_delay = 3650;
constexpr std::int64_t most_of_anything = 1'000'000'000;
constexpr std::int64_t most_of_unknown = 365; ///< mostly days of grace and of notice; a reader may
                                              ///< type more
constexpr std::int64_t most_major_units = 1'000'000'000'000'000; ///< of money, as documents have it

const Unknown *fact_of(const Model &model, const Target &target) {
    const auto *unknown = std::get_if<UnknownValue>(&target);
    return unknown == nullptr ? nullptr : &get(model.lease->unknowns, unknown->unknown);
}
bool is_of(const Model &model, const Target &target, Kind kind) {
    const Unknown *const fact = fact_of(model, target);
    return fact != nullptr && fact->kind == kind;
}

} // namespace

bool is_number(const Model &model, const Target &target) {
    return std::holds_alternative<DeliverySize>(target) ||
           std::holds_alternative<DelayLength>(target) ||
           (fact_of(model, target) != nullptr && !is_of(model, target, Kind::Day));
}

bool is_condition(const Model &model, const Target &target) {
    return is_of(model, target, Kind::Truth);
}

bool is_amount(const Model &model, const Target &target) {
    return is_of(model, target, Kind::Amount);
}

bool is_gap(const Model &model, const Target &target) {
    const Unknown *const fact = fact_of(model, target);
    return fact != nullptr && !fact->is_input;
}

bool is_known(const Model &model, const Target &target) {
    const auto *unknown = std::get_if<UnknownValue>(&target);
    return unknown == nullptr || supposed(model.now.scenario, *unknown).known();
}

bool is_optional(const Model &model, const Target &target) {
    return !is_number(model, target) && !is_gap(model, target) &&
           !std::holds_alternative<ChosenOption>(target) && target != Target{AsOfDay{}};
}

std::string_view toggle_suffix(const Target &target) {
    return std::holds_alternative<DeliveryDay>(target) ? ".never" : ".on";
}

bool is_open(const Model &model, const Target &target) {
    if (const auto *delivery = std::get_if<DeliveryDay>(&target)) {
        return is_open(model.now.scenario.deliveries[delivery->delivery]);
    }
    if (is_of(model, target, Kind::Day)) {
        return !is_known(model, target);
    }
    const auto *notice = std::get_if<NoticeDay>(&target);
    const std::optional<NameId> &handle = model.lease->presentation.handle;
    return notice != nullptr && handle &&
           *handle == name_of(*model.lease, notice->right, RightDay::Notice) &&
           model.now.scenario.notices[notice->right.at()].day == exactly(Date::never());
}

Date first_touch_day(const Model &model, const Target &target) {
    const Lease &lease = *model.lease;
    const auto *delivery = std::get_if<DeliveryDay>(&target);
    if (delivery == nullptr) {
        const Bounds days = bounds_of(model, target);
        return Date::from_day_number(
            std::clamp<std::int64_t>(model.now.as_of.day_number(), days.least, days.most));
    }
    const LeaseState state = evaluate(lease, model.now.scenario, model.now.as_of);
    const TrancheId tranche = model.now.scenario.deliveries[delivery->delivery].tranche;
    const Date due = day_named(state, name_of_due(tranche)).value.least;
    return due.is_day() && first_allowed <= due && due <= last_allowed ? due : model.now.as_of;
}

std::int64_t minor_per_major(const Model &model) {
    return power_of_ten(minor_digits(model.lease->currency));
}

std::string label_of(const Model &model, const Target &target) {
    const Lease &lease = *model.lease;
    return std::visit(
        Overloaded{[&](const DeliveryDay &axis) {
                       const std::string what = name_of_tranche(tranche_of(model, axis.delivery));
                       return sentence_case(what) + " delivered on";
                   },
                   [&](const DeliverySize &axis) {
                       return sentence_case(name_of_tranche(tranche_of(model, axis.delivery))) +
                              " delivered then";
                   },
                   [&](const NoticeDay &axis) {
                       const Right &right = get(lease.rights, axis.right);
                       const std::string holder = name_of_holder(lease, right.holder);
                       return sentence_case(holder) + " gives notice (" + label_or_id(right) + ")";
                   },
                   [&](const EventDay &axis) {
                       const Event &event = get(lease.events, axis.event);
                       return label_or_id(event);
                   },
                   [&](const DelayLength &axis) {
                       const Delay &delay = get(lease.delays, axis.delay);
                       return label_or_id(delay) + ", days of delay";
                   },
                   [&](const UnknownValue &axis) {
                       const Unknown &unknown = get(lease.unknowns, axis.unknown);
                       return unknown.question.empty() ? unknown.id : unknown.question;
                   },
                   [](const AsOfDay &) { return std::string{"As of"}; },
                   [&](const ChosenOption &choice) {
                       const Reading &reading = get(lease.readings, choice.reading);
                       return reading.question.empty() ? reading.id : reading.question;
                   }},
        target);
}

Bounds bounds_of(const Model &model, const Target &target) {
    Bounds bounds{0, most_days_of_delay};
    const Unknown *const fact = fact_of(model, target);
    const bool is_bounded = fact != nullptr && (fact->is_input || fact->most != INT64_MAX);
    if (const auto *size = std::get_if<DeliverySize>(&target)) {
        const TrancheId tranche = model.now.scenario.deliveries[size->delivery].tranche;
        bounds.most = committed_units(*model.lease, tranche).most;
    } else if (!is_number(model, target)) {
        bounds = {first_allowed.day_number(), last_allowed.day_number()};
        return fact == nullptr ? bounds
                               : Bounds{std::clamp(fact->least, bounds.least, bounds.most),
                                        std::clamp(fact->most, bounds.least, bounds.most)};
    } else if (fact != nullptr) {
        const std::int64_t unit = is_amount(model, target) ? minor_per_major(model) : 1;
        bounds = {fact->least, is_bounded  ? std::min(fact->most, most_of_anything * unit)
                               : unit == 1 ? most_of_unknown
                                           : most_of_anything * unit};
    }
    bounds.most = std::max(bounds.most, value_at(model.now, target));
    return bounds;
}

Bounds typed_bounds_of(const Model &model, const Target &target) {
    Bounds bounds = bounds_of(model, target);
    if (const Unknown *const fact = fact_of(model, target); fact != nullptr) {
        const std::int64_t most =
            is_amount(model, target) ? most_major_units * minor_per_major(model) : most_of_anything;
        bounds.most = std::max(bounds.most, std::min(fact->most, most));
    }
    return bounds;
}

std::string control_id(const Model &model, const Target &target) {
    const Lease &lease = *model.lease;
    return std::visit(
        Overloaded{
            [&](const DeliveryDay &axis) { return "deliver" + suffix(model, axis.delivery); },
            [&](const DeliverySize &axis) { return "units" + suffix(model, axis.delivery); },
            [&](const NoticeDay &axis) { return "notice." + get(lease.rights, axis.right).id; },
            [&](const EventDay &axis) { return "event." + get(lease.events, axis.event).id; },
            [&](const DelayLength &axis) { return "delay." + get(lease.delays, axis.delay).id; },
            [&](const UnknownValue &axis) {
                return "input." + get(lease.unknowns, axis.unknown).id;
            },
            [](const AsOfDay &) { return std::string{"as-of"}; },
            [&](const ChosenOption &choice) {
                return "reading." + get(lease.readings, choice.reading).id;
            }},
        target);
}

} // namespace offramp
