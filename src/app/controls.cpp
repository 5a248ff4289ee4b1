#include "app/controls.hpp"

#include "app/text.hpp"
#include "app/words.hpp"
#include "core/evaluate.hpp"
#include "core/overloaded.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace offramp {

namespace {

constexpr Date first_allowed = "1900-01-01"_date;
constexpr Date last_allowed = "2200-12-31"_date;
constexpr std::string_view on_suffix = ".on";

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

bool is_number(const Target &target) {
    return std::holds_alternative<DeliverySize>(target) ||
           std::holds_alternative<DelayLength>(target) ||
           std::holds_alternative<UnknownValue>(target);
}

bool is_day(const Target &target) {
    return !is_number(target) && !std::holds_alternative<ChosenOption>(target);
}

/// Whether the reader may say that the day never comes.
bool is_optional(const Target &target) { return is_day(target) && target != Target{AsOfDay{}}; }

bool is_handle(const Model &model, const Target &target) {
    const auto &handle = model.lease->presentation.handle;
    const auto *notice = std::get_if<NoticeDay>(&target);
    return handle && notice != nullptr &&
           *handle == name_of(*model.lease, notice->right, RightDay::Notice);
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
                       return sentence_case(holder) + " gives notice (" +
                              (right.label.empty() ? right.id : right.label) + ")";
                   },
                   [&](const EventDay &axis) {
                       const Event &event = get(lease.events, axis.event);
                       return event.label.empty() ? event.id : event.label;
                   },
                   [&](const DelayLength &axis) {
                       const Delay &delay = get(lease.delays, axis.delay);
                       return (delay.label.empty() ? delay.id : delay.label) + ", days of delay";
                   },
                   [&](const UnknownValue &axis) {
                       const Unknown &unknown = get(lease.unknowns, axis.unknown);
                       return unknown.question.empty() ? unknown.id : unknown.question;
                   },
                   [](const AsOfDay &) { return std::string{"Seen from"}; },
                   [&](const ChosenOption &choice) {
                       const Reading &reading = get(lease.readings, choice.reading);
                       return reading.question.empty() ? reading.id : reading.question;
                   }},
        target);
}

Control day_control(const Model &model, const Target &target) {
    const std::int64_t number = value_at(model.now, target);
    const Date day =
        number == Date::never().day_number() ? Date::never() : Date::from_day_number(number);
    return {.id = control_id(model, target),
            .kind = ControlKind::Day,
            .label = label_of(model, target),
            .value = day.is_day() ? to_iso(day) : "never",
            .value_text = long_date(day),
            .hint = {},
            .number = number,
            .min = first_allowed.day_number(),
            .max = last_allowed.day_number(),
            .step = 1,
            .enabled = day.is_day(),
            .options = {}};
}

Control toggle_control(const Model &model, const Target &target) {
    const bool is_on = value_at(model.now, target) != Date::never().day_number();
    const bool is_delivery = std::holds_alternative<DeliveryDay>(target);
    return {.id = control_id(model, target) + std::string{on_suffix},
            .kind = ControlKind::Toggle,
            .label = is_delivery ? sentence_case(name_of_tranche(
                                       tranche_of(model, std::get<DeliveryDay>(target).delivery))) +
                                       " are delivered"
                                 : label_of(model, target),
            .value = is_on ? "on" : "off",
            .value_text = is_on ? "yes" : "no",
            .hint = {},
            .number = is_on ? 1 : 0,
            .min = 0,
            .max = 1,
            .step = 1,
            .enabled = true,
            .options = {}};
}

/// The largest number that a control offers where the lease has no bound.
constexpr std::int64_t most_days_of_delay = 3650;
constexpr std::int64_t most_of_anything = 1'000'000'000;

Control number_control(const Model &model, const Target &target) {
    const std::int64_t number = value_at(model.now, target);
    std::int64_t min = 0;
    std::int64_t max = most_days_of_delay;
    std::string text = grouped(number);
    if (const auto *size = std::get_if<DeliverySize>(&target)) {
        const Count committed =
            committed_units(*model.lease, model.now.scenario.deliveries[size->delivery].tranche);
        text += " of " + grouped(committed) + " " + tranche_of(model, size->delivery).unit + "s";
        max = committed.most;
    } else if (const auto *unknown = std::get_if<UnknownValue>(&target)) {
        min = get(model.lease->unknowns, unknown->unknown).least;
        max = std::min(get(model.lease->unknowns, unknown->unknown).most, most_of_anything);
    } else {
        text = counted(number, "day");
    }
    return {.id = control_id(model, target),
            .kind = ControlKind::Number,
            .label = label_of(model, target),
            .value = std::to_string(number),
            .value_text = std::move(text),
            .hint = {},
            .number = number,
            .min = min,
            .max = std::max(max, number),
            .step = 1,
            .enabled = true,
            .options = {}};
}

Control choice_control(const Model &model, const ChosenOption &choice) {
    const Reading &reading = get(model.lease->readings, choice.reading);
    const std::int64_t index = value_at(model.now, choice);
    const Option &chosen_option = reading.options[static_cast<std::size_t>(index)];
    Control control{.id = control_id(model, choice),
                    .kind = ControlKind::Choice,
                    .label = label_of(model, choice),
                    .value = chosen_option.id,
                    .value_text =
                        chosen_option.label.empty() ? chosen_option.id : chosen_option.label,
                    .hint = chosen_option.explanation,
                    .number = index,
                    .min = 0,
                    .max = static_cast<std::int64_t>(reading.options.size()) - 1,
                    .step = 1,
                    .enabled = true,
                    .options = {}};
    for (const Option &option : reading.options) {
        control.options.push_back(
            {option.id, option.label.empty() ? option.id : option.label, option.explanation});
    }
    return control;
}

constexpr std::array subjects = {Subject::Verdict, Subject::Firm, Subject::Headline};

Control explain_control(const Model &model) {
    Control control{.id = "explain",
                    .kind = ControlKind::Choice,
                    .label = "Explain",
                    .value = std::string{name_of(model.subject)},
                    .value_text = {},
                    .hint = {},
                    .number = static_cast<std::int64_t>(model.subject),
                    .min = 0,
                    .max = static_cast<std::int64_t>(subjects.size()) - 1,
                    .step = 1,
                    .enabled = true,
                    .options = {{"verdict", "Answer", ""},
                                {"firm", "Firm money", ""},
                                {"headline", "Headline", ""}}};
    control.value_text = control.options[static_cast<std::size_t>(control.number)].label;
    return control;
}

Control button(std::string id, std::string label, bool enabled) {
    return {.id = std::move(id),
            .kind = ControlKind::Button,
            .label = std::move(label),
            .value = {},
            .value_text = {},
            .hint = {},
            .number = 0,
            .min = 0,
            .max = 0,
            .step = 0,
            .enabled = enabled,
            .options = {}};
}

std::string first_difference(const Model &model, const Supposition &other) {
    for (const Target &target : targets_of(model)) {
        if (value_at(model.now, target) != value_at(other, target)) {
            return label_of(model, target);
        }
    }
    return {};
}

/// The day that a toggle puts where there was none: the first on which a notice could be given,
/// and otherwise the day the reader looks from.
Date day_when_switched_on(const Model &model, const Target &target) {
    if (const auto *notice = std::get_if<NoticeDay>(&target)) {
        const LeaseState state = evaluate(*model.lease, model.now.scenario, model.now.as_of);
        const Date opens = get(state.rights, notice->right).opens.value.least;
        return opens.is_day() ? opens : model.now.as_of;
    }
    if (std::holds_alternative<DeliveryDay>(target)) {
        const std::int64_t published = value_at(model.published, target);
        return Date::from_day_number(published);
    }
    return model.now.as_of;
}

Operation refused(std::string error) { return {std::nullopt, std::move(error)}; }

std::optional<Date> parse_day_number(std::string_view text) {
    std::int32_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size()
               ? std::optional{Date::from_day_number(number)}
               : std::nullopt;
}

Operation set_day(const Target &target, std::string_view id, std::string_view value, Stage stage) {
    if (value == "never" && is_optional(target)) {
        return {Set{target, Date::never().day_number(), stage}, {}};
    }
    const auto day = value.starts_with('#') ? parse_day_number(value.substr(1)) : parse_iso(value);
    if (!day) {
        return refused("“" + std::string{value} + "” is not a day; “" + std::string{id} +
                       "” takes one that exists, written YYYY-MM-DD" +
                       (is_optional(target) ? ", or “never”." : "."));
    }
    if (*day < first_allowed || last_allowed < *day) {
        return refused(to_iso(*day) + " is out of range; “" + std::string{id} +
                       "” takes days from 1900-01-01 to 2200-12-31.");
    }
    return {Set{target, day->day_number(), stage}, {}};
}

Operation set_number(const Model &model, const Target &target, std::string_view id,
                     std::string_view value, Stage stage) {
    const Control control = number_control(model, target);
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (failure != std::errc{} || end != value.data() + value.size() || number < control.min ||
        control.max < number) {
        return refused("“" + std::string{value} + "” is not a whole number from " +
                       grouped(control.min) + " to " + grouped(control.max) + ", as “" +
                       std::string{id} + "” needs.");
    }
    return {Set{target, number, stage}, {}};
}

Operation choose(const Model &model, const ChosenOption &choice, std::string_view id,
                 std::string_view value) {
    const Reading &reading = get(model.lease->readings, choice.reading);
    std::string known;
    for (std::size_t i = 0; i < reading.options.size(); ++i) {
        if (reading.options[i].id == value) {
            return {Set{choice, static_cast<std::int64_t>(i)}, {}};
        }
        known += (i == 0 ? "" : ", ") + reading.options[i].id;
    }
    return refused("“" + std::string{value} + "” is no option of “" + std::string{id} +
                   "”; it has " + known + ".");
}

} // namespace

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

std::vector<Control> controls_of(const Model &model) {
    std::vector<Control> controls;
    for (const Target &target : targets_of(model)) {
        if (const auto *choice = std::get_if<ChosenOption>(&target)) {
            controls.push_back(choice_control(model, *choice));
        } else if (is_number(target)) {
            controls.push_back(number_control(model, target));
        } else {
            if (is_optional(target) && !is_handle(model, target)) {
                controls.push_back(toggle_control(model, target));
            }
            controls.push_back(day_control(model, target));
        }
    }
    controls.push_back(explain_control(model));
    const auto undo_label = [&](const char *verb, const std::vector<Supposition> &steps) {
        return std::string{verb} +
               (steps.empty() ? "" : ": " + first_difference(model, steps.back()));
    };
    controls.push_back(button("undo", undo_label("Undo", model.past), !model.past.empty()));
    controls.push_back(button("redo", undo_label("Redo", model.future), !model.future.empty()));
    controls.push_back(button("reset", "Reset", model.now != model.published));
    return controls;
}

Operation operate(const Model &model, std::string_view id, std::string_view value, Stage stage) {
    if (id == "undo") {
        return {Undo{}, {}};
    }
    if (id == "redo") {
        return {Redo{}, {}};
    }
    if (id == "reset") {
        return {Reset{}, {}};
    }
    if (id == "cancel") {
        return {CancelGesture{}, {}};
    }
    if (id == "explain") {
        for (const Subject subject : subjects) {
            if (name_of(subject) == value) {
                return {Explain{subject}, {}};
            }
        }
        return refused("“" + std::string{value} +
                       "” is nothing that can be explained; there are "
                       "verdict, firm and headline.");
    }
    const bool is_toggle = id.ends_with(on_suffix);
    const std::string_view bare = is_toggle ? id.substr(0, id.size() - on_suffix.size()) : id;
    for (const Target &target : targets_of(model)) {
        if (control_id(model, target) != bare) {
            continue;
        }
        if (is_toggle && is_optional(target)) {
            const Date day = value == "on" ? day_when_switched_on(model, target) : Date::never();
            return {Set{target, day.day_number()}, {}};
        }
        if (const auto *choice = std::get_if<ChosenOption>(&target)) {
            return choose(model, *choice, id, value);
        }
        if (is_number(target)) {
            return set_number(model, target, id, value, stage);
        }
        return set_day(target, id, value, stage);
    }
    return refused("This lease has no control “" + std::string{id} + "”.");
}

} // namespace offramp
