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
constexpr std::int64_t most_of_unknown = 365; ///< mostly days of grace and of notice

} // namespace

bool is_number(const Target &target) {
    return std::holds_alternative<DeliverySize>(target) ||
           std::holds_alternative<DelayLength>(target) ||
           std::holds_alternative<UnknownValue>(target);
}

bool is_condition(const Model &model, const Target &target) {
    const auto *unknown = std::get_if<UnknownValue>(&target);
    return unknown != nullptr && get(model.lease->unknowns, unknown->unknown).kind == Kind::Truth;
}

bool is_known(const Model &model, const Target &target) {
    const auto *unknown = std::get_if<UnknownValue>(&target);
    return unknown == nullptr || supposed(model.now.scenario, *unknown).known();
}

bool is_optional(const Target &target) {
    return !is_number(target) && !std::holds_alternative<ChosenOption>(target) &&
           target != Target{AsOfDay{}};
}

std::string_view toggle_suffix(const Target &target) {
    return std::holds_alternative<DeliveryDay>(target) ? ".never" : ".on";
}

bool is_open(const Model &model, const Target &target) {
    if (const auto *delivery = std::get_if<DeliveryDay>(&target)) {
        return is_open(model.now.scenario.deliveries[delivery->delivery]);
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
        return model.now.as_of;
    }
    const LeaseState state = evaluate(lease, model.now.scenario, model.now.as_of);
    const TrancheId tranche = model.now.scenario.deliveries[delivery->delivery].tranche;
    const Date due = day_named(state, name_of_due(tranche)).value.least;
    return due.is_day() && first_allowed <= due && due <= last_allowed ? due : model.now.as_of;
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
    if (const auto *size = std::get_if<DeliverySize>(&target)) {
        const TrancheId tranche = model.now.scenario.deliveries[size->delivery].tranche;
        bounds.most = committed_units(*model.lease, tranche).most;
    } else if (const auto *unknown = std::get_if<UnknownValue>(&target)) {
        const Unknown &fact = get(model.lease->unknowns, unknown->unknown);
        const bool is_bounded = fact.is_input || fact.most != INT64_MAX;
        bounds.least = fact.least;
        bounds.most = is_bounded ? std::min(fact.most, most_of_anything) : most_of_unknown;
    }
    bounds.most = std::max(bounds.most, value_at(model.now, target));
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
