#include "app/controls/controls.hpp"

#include "app/model/targets.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/ask/published.hpp"
#include "core/evaluate/evaluate.hpp"

namespace offramp {

namespace {

Control day_control(const Model &model, const Target &target) {
    const bool is_untouched = is_open(model, target);
    const auto *delivery = std::get_if<DeliveryDay>(&target);
    const std::int64_t number =
        is_untouched ? first_touch_day(model, target).day_number() : value_at(model.now, target);
    const Date day =
        number == Date::never().day_number() ? Date::never() : Date::from_day_number(number);
    const When supposed =
        delivery != nullptr ? model.now.scenario.deliveries[delivery->delivery].day : exactly(day);
    const bool is_fact = is_gap(model, target);
    const Bounds bounds = bounds_of(model, target);
    return {.id = control_id(model, target),
            .kind = ControlKind::Day,
            .label = label_of(model, target),
            .value = is_untouched   ? (delivery != nullptr || is_fact ? "open" : "never")
                     : day.is_day() ? to_iso(day)
                                    : "never",
            .value_text = !is_untouched         ? long_date(supposed)
                          : delivery != nullptr ? "not recorded"
                          : is_fact             ? "not public"
                                                : "none supposed",
            .hint = is_untouched && delivery != nullptr
                        ? "No source records it. Suppose a day to see what follows."
                    : is_untouched && is_fact ? "Not public. Suppose a day to see what follows."
                                              : "",
            .number = number,
            .min = bounds.least,
            .max = bounds.most,
            .step = 1,
            .enabled = day.is_day() || is_fact,
            .options = {}};
}

Control toggle_control(const Model &model, const Target &target) {
    const auto *delivery = std::get_if<DeliveryDay>(&target);
    const bool is_never = value_at(model.now, target) == Date::never().day_number();
    const bool is_on = is_never == (delivery != nullptr);
    return {.id = control_id(model, target) + std::string{toggle_suffix(target)},
            .kind = ControlKind::Toggle,
            .label = delivery != nullptr
                         ? sentence_case(name_of_tranche(
                               get(model.lease->tranches,
                                   model.now.scenario.deliveries[delivery->delivery].tranche))) +
                               " never delivered"
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

Control number_control(const Model &model, const Target &target) {
    const std::int64_t number = value_at(model.now, target);
    const Bounds bounds = bounds_of(model, target);
    const bool is_money = is_amount(model, target);
    const std::int64_t unit = is_money ? minor_per_major(model) : 1;
    const std::string &currency = model.lease->currency;
    std::string text =
        is_money ? exact_money(Money::from_minor(number), currency) : grouped(number);
    if (const auto *size = std::get_if<DeliverySize>(&target)) {
        const TrancheId tranche = model.now.scenario.deliveries[size->delivery].tranche;
        text += " of " + grouped(committed_units(*model.lease, tranche)) + " " +
                plural(get(model.lease->tranches, tranche).unit);
    } else if (std::holds_alternative<DelayLength>(target)) {
        text = counted(number, "day");
    }
    const std::string value = is_money
                                  ? to_decimal(Money::from_minor(number), minor_digits(currency))
                                  : std::to_string(number);
    // Of money, whole major units: a slider needs no cents, and has one place where there are only
    // cents to choose from.
    const std::int64_t least = (bounds.least + unit - 1) / unit;
    const std::int64_t most = std::max(least, bounds.most / unit);
    return {.id = control_id(model, target),
            .kind = ControlKind::Number,
            .label = label_of(model, target),
            .value = is_known(model, target) ? value : "open",
            .value_text = is_known(model, target) ? std::move(text) : "not public",
            .hint = {},
            .number = std::clamp(number / unit, least, most),
            .min = least,
            .max = most,
            .step = 1,
            .enabled = true,
            .options = {}};
}

Control condition_control(const Model &model, const Target &target) {
    const bool holds = value_at(model.now, target) != 0;
    const bool known = is_known(model, target);
    Control control = choice_control(control_id(model, target), label_of(model, target),
                                     {{"no", "No", {}, {}}, {"yes", "Yes", {}, {}}},
                                     known ? (holds ? "yes" : "no") : "");
    control.value = known ? control.value : "open";
    control.hint = known ? "" : "Not public. Suppose an answer to see what follows.";
    return control;
}

Control reading_control(const Model &model, const ChosenOption &choice) {
    const Reading &reading = get(model.lease->readings, choice.reading);
    std::vector<ControlOption> options;
    for (const Option &option : reading.options) {
        options.push_back({option.id, label_or_id(option), option.explanation, {}});
    }
    const auto index = static_cast<std::size_t>(value_at(model.now, choice));
    Control control = choice_control(control_id(model, choice), label_of(model, choice),
                                     std::move(options), reading.options[index].id);
    control.hint = reading.options[index].explanation;
    return control;
}

std::string first_difference(const Model &model, const Supposition &other) {
    for (const Target &target : targets_of(model)) {
        if (range_at(model.now, target) != range_at(other, target)) {
            return label_of(model, target);
        }
    }
    return {};
}

} // namespace

Control button_control(std::string id, std::string label, bool enabled) {
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

Control choice_control(std::string id, std::string label, std::vector<ControlOption> options,
                       std::string_view chosen) {
    Control control{.id = std::move(id),
                    .kind = ControlKind::Choice,
                    .label = std::move(label),
                    .value = std::string{chosen},
                    .value_text = {},
                    .hint = {},
                    .number = -1,
                    .min = 0,
                    .max = static_cast<std::int64_t>(options.size()) - 1,
                    .step = 1,
                    .enabled = true,
                    .options = std::move(options)};
    for (std::size_t i = 0; i < control.options.size(); ++i) {
        if (control.options[i].id == chosen) {
            control.number = static_cast<std::int64_t>(i);
            control.value_text = control.options[i].label;
        }
    }
    return control;
}

Control control_of(const Model &model, const Target &target) {
    const auto *choice = std::get_if<ChosenOption>(&target);
    return choice != nullptr             ? reading_control(model, *choice)
           : is_condition(model, target) ? condition_control(model, target)
           : is_number(model, target)    ? number_control(model, target)
                                         : day_control(model, target);
}

std::vector<Control> controls_of(const Model &model) {
    const LocaleScope scope{model.locale};
    std::vector<Control> controls;
    for (const Target &target : targets_of(model)) {
        if (is_optional(model, target)) {
            controls.push_back(toggle_control(model, target));
        }
        controls.push_back(control_of(model, target));
    }
    const auto undo_label = [&](const char *verb, const std::vector<Supposition> &steps) {
        return std::string{verb} +
               (steps.empty() ? "" : ": " + first_difference(model, steps.back()));
    };
    controls.push_back(button_control("undo", undo_label("Undo", model.past), !model.past.empty()));
    controls.push_back(
        button_control("redo", undo_label("Redo", model.future), !model.future.empty()));
    controls.push_back(button_control("reset", "Reset", model.now != model.published));
    controls.push_back(button_control("pin", model.pinned ? "Pin anew as A" : "Pin as A", true));
    controls.push_back(button_control("unpin", "Stop comparing", model.pinned.has_value()));
    return controls;
}

std::vector<Control> changed_controls(const Model &model) {
    const LocaleScope scope{model.locale};
    std::vector<Control> changed;
    for (const Target &target : targets_of(model)) {
        if (range_at(model.now, target) != range_at(model.published, target)) {
            changed.push_back(control_of(model, target));
        }
    }
    return changed;
}

} // namespace offramp
