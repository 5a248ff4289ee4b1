#include "app/model/model.hpp"
#include "core/ask/published.hpp"

#include "core/ask/overloaded.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

constexpr std::size_t most_undo_steps = 200;

/// All that may stand in its place where nothing is supposed of it.
Numbers all_of(const Lease &lease, const Axis &axis) {
    if (const auto *unknown = std::get_if<UnknownValue>(&axis)) {
        const Unknown &fact = get(lease.unknowns, unknown->unknown);
        return {fact.least, fact.most};
    }
    return numbers_of(any_day());
}

void put(const Lease &lease, Supposition &supposition, const Target &target, std::int64_t value) {
    const auto put_axis = [&](const Axis &axis) {
        suppose(supposition.scenario, axis,
                value == open_day ? all_of(lease, axis) : exactly(value));
    };
    std::visit(
        Overloaded{[&](const DeliveryDay &axis) { put_axis(axis); },
                   [&](const DeliverySize &axis) { put_axis(axis); },
                   [&](const NoticeDay &axis) { put_axis(axis); },
                   [&](const EventDay &axis) { put_axis(axis); },
                   [&](const DelayLength &axis) { put_axis(axis); },
                   [&](const UnknownValue &axis) { put_axis(axis); },
                   [&](const AsOfDay &) { supposition.as_of = Date::from_day_number(value); },
                   [&](const ChosenOption &choice) {
                       supposition.scenario.readings[choice.reading.at()] =
                           static_cast<std::int32_t>(value);
                   }},
        target);
}

void remember(Model &model, Supposition before) {
    if (before == model.now) {
        return;
    }
    model.past.push_back(std::move(before));
    if (most_undo_steps < model.past.size()) {
        model.past.erase(model.past.begin());
    }
    model.future.clear();
}

void set(Model &model, const Set &action) {
    Supposition next = model.now;
    put(*model.lease, next, action.target, action.value);
    if (action.stage == Stage::Dragging) {
        if (!model.before_gesture) {
            model.before_gesture = model.now;
        }
        model.now = std::move(next);
        return;
    }
    Supposition before = std::exchange(model.before_gesture, std::nullopt).value_or(model.now);
    model.now = std::move(next);
    remember(model, std::move(before));
}

Supposition published_on(const Lease &lease, Date as_of) { return {open_scenario(lease), as_of}; }

void step(Model &model, std::vector<Supposition> &from, std::vector<Supposition> &to) {
    if (from.empty()) {
        return;
    }
    to.push_back(std::exchange(model.now, from.back()));
    from.pop_back();
}

Model model_of(std::shared_ptr<const Lease> lease, const Supposition &published) {
    return Model{.lease = std::move(lease),
                 .published = published,
                 .now = published,
                 .past = {},
                 .future = {},
                 .before_gesture = std::nullopt,
                 .pinned = std::nullopt,
                 .subject = "verdict",
                 .view = std::nullopt,
                 .locale = Locale::EnglishBritain,
                 .notes = {}};
}

} // namespace

Model model_of(std::shared_ptr<const Lease> lease) {
    const Supposition published = published_on(*lease, lease->information_day);
    return model_of(std::move(lease), published);
}

Model model_of(Case of) {
    Hearing &own = of.hearings.front();
    of.lease.title = of.title;
    const Supposition supposed{std::move(own.scenario), own.as_of};
    return model_of(std::make_shared<const Lease>(std::move(of.lease)), supposed);
}

Model update(Model model, const Action &action) {
    // A gesture that is interrupted by anything but its own end leaves no trace.
    if (!std::holds_alternative<Set>(action) && model.before_gesture) {
        model.now = *std::exchange(model.before_gesture, std::nullopt);
    }
    std::visit(Overloaded{[&](const Set &one) { set(model, one); }, [](const CancelGesture &) {},
                          [&](const Undo &) { step(model, model.past, model.future); },
                          [&](const Redo &) { step(model, model.future, model.past); },
                          [&](const Reset &) {
                              Supposition before = std::exchange(model.now, model.published);
                              remember(model, std::move(before));
                          },
                          [&](const Explain &one) { model.subject = one.subject; },
                          [&](const Pin &) { model.pinned = model.now; },
                          [&](const Unpin &) { model.pinned.reset(); },
                          [&](const Look &one) { model.view = one.view; },
                          [&](const OpenedOn &one) {
                              model.published = published_on(*model.lease, one.day);
                              model.now = model.published;
                          },
                          [&](const ReadIn &one) { model.locale = one.locale; }},
               action);
    return model;
}

Numbers range_at(const Supposition &supposition, const Target &target) {
    const auto of_axis = [&](const Axis &axis) { return supposed(supposition.scenario, axis); };
    return std::visit(
        Overloaded{
            [&](const DeliveryDay &axis) { return of_axis(axis); },
            [&](const DeliverySize &axis) { return of_axis(axis); },
            [&](const NoticeDay &axis) { return of_axis(axis); },
            [&](const EventDay &axis) { return of_axis(axis); },
            [&](const DelayLength &axis) { return of_axis(axis); },
            [&](const UnknownValue &axis) { return of_axis(axis); },
            [&](const AsOfDay &) { return exactly(std::int64_t{supposition.as_of.day_number()}); },
            [&](const ChosenOption &choice) {
                return exactly(std::int64_t{supposition.scenario.readings[choice.reading.at()]});
            }},
        target);
}

std::int64_t value_at(const Supposition &supposition, const Target &target) {
    return range_at(supposition, target).least;
}

std::vector<Target> targets_of(const Model &model) {
    const Lease &lease = *model.lease;
    std::vector<Target> targets;
    for (std::size_t i = 0; i < model.now.scenario.deliveries.size(); ++i) {
        targets.push_back(DeliveryDay{i});
        targets.push_back(DeliverySize{i});
    }
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        targets.push_back(NoticeDay{RightId{static_cast<std::int32_t>(i)}});
    }
    for (std::size_t i = 0; i < lease.events.size(); ++i) {
        if (lease.events[i].kind == Kind::Day) {
            targets.push_back(EventDay{EventId{static_cast<std::int32_t>(i)}});
        }
    }
    for (std::size_t i = 0; i < lease.delays.size(); ++i) {
        targets.push_back(DelayLength{DelayId{static_cast<std::int32_t>(i)}});
    }
    for (std::size_t i = 0; i < lease.unknowns.size(); ++i) {
        targets.push_back(UnknownValue{UnknownId{static_cast<std::int32_t>(i)}});
    }
    targets.push_back(AsOfDay{});
    for (std::size_t i = 0; i < lease.readings.size(); ++i) {
        targets.push_back(ChosenOption{ReadingId{static_cast<std::int32_t>(i)}});
    }
    return targets;
}

} // namespace offramp
