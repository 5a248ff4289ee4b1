// The picture: the band of regimes, a lane for each thing that has days, ticks and handles.
#include "app/view/scene.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::int64_t most_ticks = 40;

/// A span cut to the picture; nothing when no day of it is inside.
std::optional<Span> cut(const Scene &scene, Date first, Date last, Tone tone, std::string label,
                        std::string details) {
    const Date from = std::max(first, scene.first_day);
    const Date to = std::min(last, scene.last_day);
    if (to < from) {
        return std::nullopt;
    }
    return Span{from.day_number(), to.day_number(), tone, std::move(label), std::move(details)};
}

void add(Lane &lane, std::optional<Span> span) {
    if (span) {
        lane.spans.push_back(std::move(*span));
    }
}

/// "delivered from 1 October 2026 to 30 October 2026", for what the band says of these days.
std::string when_moved(const Axis &axis, Date first, Date last) {
    const std::string days = days_text(first, last);
    return std::holds_alternative<NoticeDay>(axis) ? "notice " + days
           : days.starts_with("until ")            ? "delivered by " + days.substr(6)
                                                   : "delivered " + days;
}

std::vector<Span> band_of(const Scene &scene) {
    std::vector<Span> band;
    if (!scene.axis || !scene.principal) {
        return band;
    }
    const std::int64_t value = supposed(scene.scenario, *scene.axis).least;
    for (const Run &run : runs_of(scene, scene.regimes)) {
        const Date first = Date::from_day_number(run.first);
        const Date last = Date::from_day_number(run.last);
        if (auto span = cut(scene, first, last, run.name.tone, run.name.label,
                            when_moved(*scene.axis, first, last) + ": " + run.name.details)) {
            span->current = run.first <= value && value <= run.last;
            band.push_back(std::move(*span));
        }
    }
    return band;
}

Lane delivery_lane(const Scene &scene, TrancheId id) {
    const Tranche &tranche = get(scene.lease.tranches, id);
    const When due = day_named(scene.state, name_of_due(id)).value;
    const When delivered = day_named(scene.state, name_of_delivery(id)).value;
    Lane lane{tranche.id, "Delivery", {}, {}, {}};
    if (1 < scene.lease.tranches.size()) {
        lane.label += ": " + name_of_tranche(tranche);
    }
    const Date late_from = add_days(due.most, 1);
    if (is_any_day(delivered)) {
        add(lane, cut(scene, Date::dawn(), due.least, Tone::Calm, "time to deliver",
                      "until " + long_date(due)));
        add(lane, cut(scene, late_from, Date::never(), Tone::Unknown, "not recorded",
                      days_text(late_from, Date::never())));
    }
    const Date in_time_last = std::min(due.least, add_days(delivered.least, -1));
    add(lane, cut(scene, Date::dawn(), in_time_last, Tone::Calm, "time to deliver",
                  "until " + long_date(due)));
    if (!is_any_day(delivered) && late_from < delivered.most) {
        const Date last = add_days(delivered.most, -1);
        const std::string label =
            last.is_day() && due.most.is_day()
                ? counted(days_between(due.most, delivered.most), "day") + " late"
                : "late";
        add(lane, cut(scene, late_from, last, Tone::Caution, label, days_text(late_from, last)));
    }
    if (due.least.is_day()) {
        lane.marks.push_back(
            {due.least.day_number(), MarkKind::Due,
             (due.known() ? "due " : "due, not before ") + day_and_month(due.least)});
    }
    if (delivered.known() && delivered.least.is_day()) {
        lane.marks.push_back({delivered.least.day_number(), MarkKind::Delivered, "delivered"});
    }
    return lane;
}

std::string phase_label(const Scene &scene, const Right &right, Status status) {
    switch (status) {
    case Status::Grace:
        return "grace";
    case Status::Credit:
        return "credits";
    case Status::LockedPrecondition:
        return "locked";
    case Status::Exercisable:
        return sentence_case(name_of_holder(scene.lease, right.holder)) + " may give notice";
    case Status::NoticePending:
        return "notice running";
    case Status::Suspended:
        return "last chance";
    case Status::Voided:
        return "notice undone";
    case Status::Terminated:
    case Status::AutoTerminated:
        return "ended";
    case Status::Lapsed:
        return "lapsed";
    case Status::Extinguished:
        return "no longer";
    case Status::NotDue:
        break;
    }
    return {};
}

Lane right_lane(const Scene &scene, RightId id, const DayRuns &disputed) {
    const Right &right = get(scene.lease.rights, id);
    const RightState &state = get(scene.state.rights, id);
    Lane lane{right.id, label_or_id(right), {}, {}, {}};
    const auto phases = state.phases.all();
    for (std::size_t i = 1; i < phases.size(); ++i) {
        const Date first = phases[i].from.least;
        const Date last = i + 1 < phases.size() ? add_days(phases[i + 1].from.least, -1)
                                                : state.unsettled_from.value_or(Date::never());
        const std::string label = phase_label(scene, right, phases[i].status);
        add(lane, cut(scene, first, last, tone_of(scene.lease, right, phases[i].status), label,
                      days_text(first, last)));
    }
    if (state.unsettled_from) {
        const WayOut *way = way_by(scene, id);
        const bool hangs_on_delivery =
            way != nullptr && way->state == WayState::If && way->delivery;
        // The right may arise from the first day of its window on, if nothing has come by then.
        const Date first = hangs_on_delivery
                               ? std::max(*state.unsettled_from, way->runs.front().from.least)
                               : *state.unsettled_from;
        add(lane, cut(scene, first, Date::never(), Tone::Unknown,
                      hangs_on_delivery ? "if not delivered before" : "not known",
                      hangs_on_delivery ? "the delivery is not recorded" : "not public"));
    }
    for (const DayRun &days : disputed) {
        if (auto span = cut(scene, days.first, days.last, Tone::Unknown, "Readings differ",
                            days_text(days.first, days.last))) {
            lane.disputed.push_back(std::move(*span));
        }
    }
    return lane;
}

/// From a notice to its effect: the notice given, else one on the first possible day.
std::optional<Lane> notice_lane(const Scene &scene, RightId id) {
    const Right &right = get(scene.lease.rights, id);
    const RightState &state = get(scene.state.rights, id);
    const When given = scene.scenario.notices[id.at()].day;
    const bool is_given = happens(given) == Truth::Yes;
    const When effect = state.first_effect->value;
    if (is_given || state.arises.value != Truth::Yes || effect == state.opens.value) {
        return std::nullopt;
    }
    Lane lane{right.id + ".notice", "Earliest notice", {}, {}, {}};
    const Date first = state.opens.value.least;
    const Date last = add_days(effect.most, -1);
    const std::string label = first.is_day() && effect.least.is_day()
                                  ? counted(days_between(first, effect.least), "day") + "’ notice"
                                  : "notice";
    add(lane, cut(scene, first, last, Tone::Notice, label, days_text(first, last)));
    if (effect.least.is_day()) {
        lane.marks.push_back({effect.least.day_number(), MarkKind::Effect, "earliest end"});
    }
    return lane;
}

Lane term_lane(const Scene &scene) {
    const Date first = day_named(scene.state, term_first_day).value.least;
    const Date last = day_named(scene.state, term_last_day).value.most;
    const Ledger &ledger = scene.ledger;
    Lane lane{"term", "Fees", {}, {}, {}};
    if (ledger.headline() == Money::zero() && !ledger.unknown.empty()) {
        add(lane,
            cut(scene, first, last, Tone::Unknown, "amount not public", days_text(first, last)));
        return lane;
    }
    // What is due was for days that have passed, whoever leaves now.
    const Date firm_last =
        std::min(std::max(ledger.firm_last_day, add_days(scene.as_of, -1)), last);
    const Date conditional_last = std::min(std::max(ledger.conditional_last_day, firm_last), last);
    const auto part = [&](Date after, Date until, Tone tone, const char *label) {
        const Date from = std::max(first, after == Date::dawn() ? after : add_days(after, 1));
        if (from <= until) {
            add(lane, cut(scene, from, until, tone, label, days_text(from, until)));
        }
    };
    part(Date::dawn(), firm_last, Tone::Firm, "firm");
    part(firm_last, conditional_last, Tone::Caution, "firm once delivered");
    part(conditional_last, last, Tone::Risk, "ends if somebody leaves");
    return lane;
}

Lane event_lane(const Scene &scene, EventId id) {
    const Event &event = get(scene.lease.events, id);
    const Date day = when_of(scene.scenario.events[id.at()].when).least;
    return {"event." + event.id,
            label_or_id(event),
            {},
            {{day.day_number(), MarkKind::Event, short_date(day)}},
            {}};
}

} // namespace

std::vector<Tick> ticks_of(Date first, Date last) {
    const std::int64_t months = days_between(first, last) / 30;
    std::int64_t step = 1;
    for (const std::int64_t candidate : {1, 2, 3, 6, 12, 24, 60, 120, 240}) {
        step = candidate;
        if (months / candidate <= most_ticks) {
            break;
        }
    }
    std::vector<Tick> ticks;
    Date day = add_months(first_of_month(first), 1, MonthEnd::Clip);
    if (first == first_of_month(first)) {
        day = first;
    }
    // Steps of months begin with a January, so that years fall on ticks.
    while (step != 1 && (unsigned{day.ymd().month()} - 1) % std::min<std::int64_t>(step, 12) != 0) {
        day = add_months(day, 1, MonthEnd::Clip);
    }
    for (; day <= last; day = add_months(day, step, MonthEnd::Clip)) {
        const bool begins_year = unsigned{day.ymd().month()} == 1;
        ticks.push_back({day.day_number(), month_name(day),
                         begins_year || ticks.empty() ? year_name(day) : std::string{}});
        if (add_months(day, step, MonthEnd::Clip) == day) {
            break; // the calendar ends here
        }
    }
    return ticks;
}

Tone tone_of(const Lease &, const Right &right, Status status) {
    switch (status) {
    case Status::NotDue:
        return Tone::Calm;
    case Status::Grace:
    case Status::Credit:
    case Status::LockedPrecondition:
        return Tone::Caution;
    case Status::Exercisable:
        return right.holder == Holder::Either ? Tone::Either : Tone::Exit;
    case Status::NoticePending:
    case Status::Suspended:
        return Tone::Notice;
    case Status::Voided:
    case Status::Terminated:
    case Status::Lapsed:
    case Status::Extinguished:
    case Status::AutoTerminated:
        return Tone::Closed;
    }
    return Tone::Unknown;
}

Timeline present_timeline(const Scene &scene) {
    Timeline timeline{.first_day = scene.first_day.day_number(),
                      .last_day = scene.last_day.day_number(),
                      .whole = scene.whole,
                      .ticks = ticks_of(scene.first_day, scene.last_day),
                      .band_label = {},
                      .band = band_of(scene),
                      .lanes = {},
                      .handles = present_handles(scene),
                      .ghost = std::nullopt};
    if (scene.axis) {
        timeline.band_label = std::holds_alternative<DeliveryDay>(*scene.axis)
                                  ? "What follows from delivery on each day"
                                  : "What follows from notice on each day";
        if (const auto *axis = std::get_if<DeliveryDay>(&*scene.axis)) {
            const TrancheId tranche = scene.scenario.deliveries[axis->delivery].tranche;
            const When due = day_named(scene.state, name_of_due(tranche)).value;
            if (due.known() && due.least.is_day()) {
                timeline.ghost = Mark{due.least.day_number(), MarkKind::Due,
                                      "contract: " + short_date(due.least)};
            }
        }
    }
    for (std::size_t i = 0; i < scene.lease.tranches.size(); ++i) {
        timeline.lanes.push_back(delivery_lane(scene, TrancheId{static_cast<std::int32_t>(i)}));
    }
    const std::vector<DayRuns> disputed = disputed_days(scene);
    for (std::size_t i = 0; i < scene.lease.rights.size(); ++i) {
        const RightId id{static_cast<std::int32_t>(i)};
        timeline.lanes.push_back(right_lane(scene, id, disputed[i]));
        if (auto lane = notice_lane(scene, id)) {
            timeline.lanes.push_back(std::move(*lane));
        }
    }
    for (std::size_t i = 0; i < scene.lease.events.size(); ++i) {
        if (scene.lease.events[i].kind == Kind::Day &&
            happens(when_of(scene.scenario.events[i].when)) == Truth::Yes) {
            timeline.lanes.push_back(event_lane(scene, EventId{static_cast<std::int32_t>(i)}));
        }
    }
    if (!scene.lease.fees.empty()) {
        timeline.lanes.push_back(term_lane(scene));
    }
    return timeline;
}

} // namespace offramp
