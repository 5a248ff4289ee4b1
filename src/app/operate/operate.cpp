// What operating a control means: text in, an action or a sentence out.
#include "app/operate/operate.hpp"

#include "app/model/targets.hpp"
#include "app/operate/operate_answer.hpp"
#include "app/view/present.hpp"
#include "app/words/locale.hpp"
#include "app/words/text.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// The day that a toggle puts where there was none: the first on which a notice could be given,
/// and otherwise the day the reader looks from.
Date day_when_switched_on(const Model &model, const Target &target) {
    if (const auto *notice = std::get_if<NoticeDay>(&target)) {
        const LeaseState state = evaluate(*model.lease, model.now.scenario, model.now.as_of);
        const Date opens = get(state.rights, notice->right).opens.value.least;
        return opens.is_day() ? opens : model.now.as_of;
    }
    return first_touch_day(model, target);
}

/// What a delivery goes back to that is no longer never: as published, else its due day.
std::int64_t delivery_again(const Model &model, const DeliveryDay &target) {
    const std::int64_t published = value_at(model.published, target);
    return published == Date::never().day_number() ? first_touch_day(model, target).day_number()
                                                   : published;
}

/// What a value says as text; empty for one that is none.
std::string_view text_in(const ControlValue &value) {
    const auto *text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string_view{} : std::string_view{*text};
}

Operation refused(std::string error) { return {std::nullopt, std::move(error)}; }

/// The number that a value is: given as one, or by a slider as `#` and digits.
std::optional<std::int64_t> day_number_in(const ControlValue &value) {
    if (const auto *number = std::get_if<std::int64_t>(&value)) {
        return *number;
    }
    const std::string_view text = text_in(value);
    return text.starts_with('#') ? number_in(text.substr(1)) : std::nullopt;
}

Operation set_day(const Model &model, const Target &target, const ControlValue &given,
                  Stage stage) {
    const std::string_view value = text_in(given);
    const Bounds days = bounds_of(model, target);
    const bool may_be_never = is_optional(model, target) ||
                              (is_gap(model, target) && last_allowed.day_number() <= days.most);
    if (value == "never" && may_be_never) {
        return {Set{target, Date::never().day_number(), stage}, {}};
    }
    if (value == "open" && std::holds_alternative<DeliveryDay>(target)) {
        return {Set{target, open_day, stage}, {}};
    }
    const auto number = day_number_in(given);
    const auto day = number ? std::optional{day_of(*number)} : parse_iso(value);
    if (!day) {
        return refused("“" + std::string{value} + "” is not a day; “" + label_of(model, target) +
                       "” takes one that exists, written YYYY-MM-DD" +
                       (may_be_never ? ", or “never”." : "."));
    }
    if (day->day_number() < days.least || days.most < day->day_number()) {
        return refused(to_iso(*day) + " is out of range; “" + label_of(model, target) +
                       "” takes days from " + to_iso(Date::from_day_number(days.least)) + " to " +
                       to_iso(Date::from_day_number(days.most)) + ".");
    }
    return {Set{target, day->day_number(), stage}, {}};
}

Operation set_number(const Model &model, const Target &target, const ControlValue &given,
                     Stage stage) {
    const std::string_view value = text_in(given);
    const Bounds bounds = typed_bounds_of(model, target);
    const int digits = is_amount(model, target) ? minor_digits(model.lease->currency) : 0;
    const auto money = is_amount(model, target) ? parse_decimal(value, digits) : std::nullopt;
    const auto *count = std::get_if<std::int64_t>(&given);
    const auto number = money              ? std::optional{money->minor()}
                        : count != nullptr ? std::optional{*count}
                                           : number_in(value);
    if (!number || (is_amount(model, target) && !money) || *number < bounds.least ||
        bounds.most < *number) {
        const auto text = [&](std::int64_t bound) {
            return is_amount(model, target)
                       ? exact_money(Money::from_minor(bound), model.lease->currency)
                       : grouped(bound);
        };
        return refused("“" + std::string{value} + "” is not " +
                       (is_amount(model, target) ? "an amount" : "a whole number") + " from " +
                       text(bounds.least) + " to " + text(bounds.most) + ", as “" +
                       label_of(model, target) + "” needs.");
    }
    return {Set{target, *number, stage}, {}};
}

Operation choose(const Model &model, const ChosenOption &choice, std::string_view value) {
    const Reading &reading = get(model.lease->readings, choice.reading);
    std::string known;
    for (std::size_t i = 0; i < reading.options.size(); ++i) {
        if (reading.options[i].id == value) {
            return {Set{choice, static_cast<std::int64_t>(i)}, {}};
        }
        known += (i == 0 ? "" : ", ") + reading.options[i].id;
    }
    return refused("“" + std::string{value} + "” is no option of “" + label_of(model, choice) +
                   "”; it has " + known + ".");
}

/// What a button does that needs nothing else.
std::optional<Action> deed_named(std::string_view id) {
    return id == "undo"     ? std::optional<Action>{Undo{}}
           : id == "redo"   ? std::optional<Action>{Redo{}}
           : id == "reset"  ? std::optional<Action>{Reset{}}
           : id == "cancel" ? std::optional<Action>{CancelGesture{}}
           : id == "pin"    ? std::optional<Action>{Pin{}}
           : id == "unpin"  ? std::optional<Action>{Unpin{}}
                            : std::nullopt;
}

} // namespace

Operation operate(const Model &model, std::string_view id, const ControlValue &given, Stage stage,
                  const Exhibit *shown) {
    const LocaleScope scope{model.locale};
    const std::string_view value = text_in(given);
    if (auto deed = deed_named(id)) {
        return {std::move(*deed), {}};
    }
    if (comes_of_answer(id)) {
        return shown != nullptr ? operate_answer(model, *shown, id, given)
                                : operate_answer(model, present(model), id, given);
    }
    for (const Target &target : targets_of(model)) {
        const std::string own = control_id(model, target);
        if (is_optional(model, target) && id == own + std::string{toggle_suffix(target)}) {
            const auto *delivery = std::get_if<DeliveryDay>(&target);
            const bool is_never = (value == "on") == (delivery != nullptr);
            return {Set{target, is_never ? Date::never().day_number()
                                : delivery != nullptr
                                    ? delivery_again(model, *delivery)
                                    : day_when_switched_on(model, target).day_number()},
                    {}};
        }
        if (own != id) {
            continue;
        }
        if (is_gap(model, target) && (value.empty() || value == "open")) {
            return {Set{target, open_day, stage}, {}};
        }
        if (const auto *choice = std::get_if<ChosenOption>(&target)) {
            return choose(model, *choice, value);
        }
        if (is_condition(model, target)) {
            if (value != "yes" && value != "no") {
                return refused("“" + label_of(model, target) + "” takes “yes” or “no”.");
            }
            return {Set{target, value == "yes" ? 1 : 0}, {}};
        }
        if (is_number(model, target)) {
            return set_number(model, target, given, stage);
        }
        return set_day(model, target, given, stage);
    }
    return refused("This lease has no control “" + std::string{id} + "”.");
}

} // namespace offramp
