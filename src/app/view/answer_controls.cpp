#include "app/view/answer_controls.hpp"

#include "app/controls/controls.hpp"
#include "app/model/targets.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// A place on the axis that the handle can jump to.
struct Stop {
    ControlOption option;
    std::int64_t last; ///< of the run that it stands for
};

/// The day that stands for the piece of the band in which it lies: the published one; of what is
/// published open, the due day.
std::int64_t anchor_of(const Scene &scene) {
    const std::int64_t published = supposed(scene.model.published.scenario, *scene.axis).least;
    const auto *delivery = std::get_if<DeliveryDay>(&*scene.axis);
    return delivery != nullptr && published == open_day
               ? first_touch_day(scene.model, *delivery).day_number()
               : published;
}

/// One for each piece of the band: its first day, or the one that stands for it.
std::vector<Stop> regime_stops(const Scene &scene) {
    std::vector<Stop> stops;
    const std::int64_t published = anchor_of(scene);
    for (Run &run : runs_of(scene, scene.regimes)) {
        const bool holds_published = run.first <= published && published <= run.last;
        stops.push_back(
            {{to_iso(Date::from_day_number(run.first)), std::move(run.name.label),
              "From " + long_date(Date::from_day_number(run.first)) + ": " + run.name.details + ".",
              run.name.tone, holds_published ? published : run.first},
             run.last});
    }
    return stops;
}

std::vector<Stop> preset_stops(const Scene &scene) {
    std::vector<Stop> stops;
    const auto add = [&](const char *id, std::string label, Date day) {
        if (day.is_day() || day == Date::never()) {
            stops.push_back(
                {{id, std::move(label), sentence_case(long_date(day)) + ".", {}, day.day_number()},
                 day.day_number()});
        }
    };
    if (const auto *delivery = std::get_if<DeliveryDay>(&*scene.axis)) {
        if (supposed(scene.model.published.scenario, *scene.axis).least == open_day) {
            stops.push_back(
                {{"open", "Not recorded", "No day is assumed.", {}, open_day}, open_day});
        }
        const TrancheId tranche = scene.scenario.deliveries[delivery->delivery].tranche;
        const When due = day_named(scene.state, name_of_due(tranche)).value;
        if (!due.least.is_day() || !due.most.is_day()) {
            return stops;
        }
        if (!due.known()) {
            add("first-due", "On the first day it may be due", due.least);
            add("last-due", "On the last day it may be due", due.most);
            add("month-late", "A month after that", add_months(due.most, 1, MonthEnd::Clip));
            add("never", "Never", Date::never());
            return stops;
        }
        add("on-time", "On time", due.least);
        Date month_late = add_months(due.least, 1, MonthEnd::Clip);
        const RightState &right = get(scene.state.rights, *scene.principal);
        if (right.grace_last_day && right.grace_last_day->value.known() &&
            due.least < right.grace_last_day->value.least) {
            const Date last = right.grace_last_day->value.least;
            add("in-grace", "In grace",
                add_days(due.least, (days_between(due.least, last) + 1) / 2));
            month_late = add_months(last, 1, MonthEnd::Clip);
            add("month-late", "A month past grace", month_late);
        } else {
            add("month-late", "A month late", month_late);
        }
        add("never", "Never", Date::never());
    } else {
        add("as-of", "On the as-of day", scene.as_of);
        const When opens = get(scene.state.rights, *scene.principal).opens.value;
        if (opens.known()) {
            add("first", "On the first possible day", opens.least);
        }
        add("never", "No notice", Date::never());
    }
    return stops;
}

std::vector<ControlOption> options_of(const std::vector<Stop> &stops) {
    std::vector<ControlOption> options;
    for (const Stop &stop : stops) {
        options.push_back(stop.option);
    }
    return options;
}

/// The stop whose run holds the value; for a preset that run is one day.
std::size_t stop_at(const std::vector<Stop> &stops, std::int64_t value) {
    const auto found = std::find_if(stops.begin(), stops.end(),
                                    [value](const Stop &stop) { return value <= stop.last; });
    return static_cast<std::size_t>(found - stops.begin());
}

std::string_view preset_at(const std::vector<Stop> &stops, std::int64_t value) {
    const auto found = std::find_if(stops.begin(), stops.end(), [value](const Stop &stop) {
        return value == stop.option.number;
    });
    return found == stops.end() ? std::string_view{} : std::string_view{found->option.id};
}

struct Subject {
    std::string id;
    std::string label;
};

std::vector<Subject> subjects_of(const Scene &scene) {
    std::vector<Subject> subjects;
    if (scene.principal) {
        subjects.push_back({"verdict", "The answer"});
    }
    for (Figure &figure : figures_of(scene.answered, scene.as_of, scene.ledger)) {
        subjects.push_back({std::move(figure.id), std::move(figure.label)});
    }
    for (KeyDate &key : key_dates_of(scene.answered)) {
        subjects.push_back({std::move(key.id), sentence_case(std::move(key.what))});
    }
    return subjects;
}

bool shows_all(const Scene &scene) {
    return scene.first_day == scene.whole.first && scene.last_day == scene.whole.last;
}

} // namespace

std::vector<Control> stop_controls(const Scene &scene) {
    if (!scene.axis || !scene.principal) {
        return {};
    }
    const Numbers range = supposed(scene.scenario, *scene.axis);
    const std::int64_t value = range.least;
    const std::vector<Stop> presets = preset_stops(scene);
    const std::vector<Stop> regimes = regime_stops(scene);
    const std::size_t at = stop_at(regimes, value);
    const bool is_delivery = std::holds_alternative<DeliveryDay>(*scene.axis);
    std::vector<Control> controls;
    if (!presets.empty()) {
        controls.push_back(choice_control(
            "preset", is_delivery ? "Delivered" : "Notice given", options_of(presets),
            range.known() || is_handle_open(scene) ? preset_at(presets, value) : ""));
    }
    const bool is_inside = at < regimes.size() && value != open_day &&
                           regimes.front().option.id <= to_iso(Date::from_day_number(value));
    controls.push_back(choice_control("regime", "Outcome", options_of(regimes),
                                      is_inside ? regimes[at].option.id : ""));
    const auto jump = [&](const char *id, const char *label, std::size_t to) { // wraps below zero
        controls.push_back(button_control(id, label, to < regimes.size()));
        controls.back().number = to < regimes.size() ? regimes[to].option.number : 0;
    };
    jump("regime.previous", "Previous outcome", at - 1);
    jump("regime.next", "Next outcome", at + 1);
    return controls;
}

Control explain_control(const Scene &scene) {
    std::vector<ControlOption> options;
    bool is_there = false;
    for (Subject &subject : subjects_of(scene)) {
        is_there |= subject.id == scene.model.subject;
        options.push_back({std::move(subject.id), std::move(subject.label), {}, {}});
    }
    // What is asked about may be gone: a right that no longer arises has no days.
    const std::string first = options.empty() ? std::string{} : options.front().id;
    return choice_control("explain", "Explain", std::move(options),
                          is_there ? scene.model.subject : first);
}

std::vector<Control> view_controls(const Scene &scene) {
    const std::int64_t length = days_between(scene.first_day, scene.last_day) + 1;
    const bool is_part = !shows_all(scene);
    return {button_control("pan.earlier", "Earlier", scene.whole.first < scene.first_day),
            button_control("pan.later", "Later", scene.last_day < scene.whole.last),
            button_control("zoom.in", "Zoom in", shortest_view < length),
            button_control("zoom.out", "Zoom out", is_part),
            button_control("zoom.all", "Whole picture", is_part)};
}

} // namespace offramp
