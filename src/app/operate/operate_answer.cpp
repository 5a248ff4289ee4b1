#include "app/operate/operate_answer.hpp"

#include "app/view/answer_controls.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// A view of that many days round a place, kept inside the whole.
Action look_at(const Timeline &timeline, std::int64_t middle, std::int64_t days) {
    const std::int64_t first = timeline.whole.first.day_number();
    const std::int64_t last = timeline.whole.last.day_number();
    const std::int64_t length =
        std::clamp(days, std::min(shortest_view, last - first + 1), last - first + 1);
    const std::int64_t from = std::clamp(middle - length / 2, first, last - length + 1);
    const Days view{Date::from_day_number(from), Date::from_day_number(from + length - 1)};
    return Look{view == timeline.whole ? std::nullopt : std::optional{view}};
}

/// What zooming in keeps in sight: what the handle stands on, else the middle.
std::int64_t centre_of(const Timeline &timeline) {
    const std::int64_t day = timeline.handles.empty() ? 0 : timeline.handles.front().day;
    return timeline.first_day <= day && day <= timeline.last_day
               ? day
               : (timeline.first_day + timeline.last_day) / 2;
}

Action operate_view(const Timeline &timeline, std::string_view id) {
    const std::int64_t length = timeline.last_day - timeline.first_day + 1;
    const std::int64_t middle = timeline.first_day + length / 2;
    return id == "zoom.in"       ? look_at(timeline, centre_of(timeline), length / 2)
           : id == "zoom.out"    ? look_at(timeline, middle, length * 2)
           : id == "pan.earlier" ? look_at(timeline, middle - length / 3, length)
           : id == "pan.later"   ? look_at(timeline, middle + length / 3, length)
                                 : Action{Look{}};
}

Action jump_to(const Model &model, std::int64_t day) {
    return std::visit(
        [day](const auto &axis) {
            return Set{axis, day};
        },
        axis_of_handle(model).value());
}

} // namespace

bool comes_of_answer(std::string_view id) {
    return id == "preset" || id.starts_with("regime") || id == "explain" || id == "picture" ||
           id.starts_with("zoom.") || id.starts_with("pan.");
}

Operation operate_answer(const Model &model, const Exhibit &exhibit, std::string_view id,
                         const ControlValue &value) {
    const Timeline &timeline = exhibit.timeline;
    if (const auto *days = std::get_if<Days>(&value)) {
        const std::int64_t length = days_between(days->first, days->last) + 1;
        return {look_at(timeline, days->first.day_number() + length / 2, length), {}};
    }
    const auto *text = std::get_if<std::string>(&value);
    for (const Control &control : exhibit.controls) {
        if (control.id != id) {
            continue;
        }
        if (control.kind == ControlKind::Button && !id.starts_with("regime")) {
            return {operate_view(timeline, id), {}};
        }
        if (control.kind == ControlKind::Button && control.enabled) {
            return {jump_to(model, control.number), {}};
        }
        for (const ControlOption &option : control.options) {
            if (text != nullptr && option.id == *text) {
                return {id == "explain" ? Action{Explain{option.id}}
                                        : jump_to(model, option.number),
                        {}};
            }
        }
    }
    return {std::nullopt, "“" + (text == nullptr ? std::string{} : *text) + "” is nothing that “" +
                              std::string{id} + "” offers now."};
}

} // namespace offramp
