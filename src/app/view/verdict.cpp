// The answer in one sentence, the names of regimes, and what would turn the answer.
#include "app/controls/controls.hpp"
#include "app/view/scene.hpp"
#include "core/ask/published.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"

#include <algorithm>

namespace offramp {

namespace {

bool holds(const RightOutcome &outcome, Status status) {
    return std::find(outcome.statuses.begin(), outcome.statuses.end(), status) !=
           outcome.statuses.end();
}

bool takes_effect(const RightOutcome &outcome) {
    return holds(outcome, Status::NoticePending) || holds(outcome, Status::Terminated);
}

/// Whether notice may be given, or has been and is not undone: a notice on the first day leaves no
/// day for another.
bool can_be_used(const RightOutcome &outcome) {
    return !holds(outcome, Status::Voided) &&
           (holds(outcome, Status::Exercisable) || holds(outcome, Status::NoticePending) ||
            holds(outcome, Status::Suspended));
}

Tone tone_of(Pill pill) {
    switch (pill) {
    case Pill::Yes:
        return Tone::Exit;
    case Pill::OnlyIf:
        return Tone::Caution;
    case Pill::Depends:
        return Tone::Unknown;
    case Pill::NotAnyMore:
        return Tone::Closed;
    case Pill::NotYet:
    case Pill::No:
        break;
    }
    return Tone::Calm;
}

std::string day_text(std::int64_t number) { return long_date(Date::from_day_number(number)); }

/// "Google may leave"; "Google could leave", where the day of delivery is past by then.
std::string told(const Scene &scene, const Regime &regime, std::int64_t day) {
    std::string details = name_regime(scene, regime).details;
    const std::string_view may = " may leave";
    const std::size_t at = details.rfind(may);
    if (at != std::string::npos && day < scene.as_of.day_number()) {
        details.replace(at, may.size(), " could leave");
    }
    return details;
}

/// The nearest regime, first later and then earlier, in which the right that the handle is about
/// fares otherwise. Nothing while no day is supposed: the answer says then on what it hangs; nor
/// where another right is open, which no other day of delivery would take away.
std::string contrast(const Scene &scene, const PartyAnswer &answer) {
    const auto *axis = scene.axis ? std::get_if<DeliveryDay>(&*scene.axis) : nullptr;
    const bool is_by_another =
        answer.pill == Pill::Yes && answer.way && scene.principal != scene.ways[*answer.way].right;
    const When term = day_named(scene.state, term_last_day).value;
    const When &end = scene.state.terminated.value;
    const bool is_over =
        term.most < scene.as_of || (happens(end) == Truth::Yes && end.most <= scene.as_of);
    if (axis == nullptr || is_by_another || is_over || !scene.principal ||
        !supposed(scene.scenario, *axis).known()) {
        return {};
    }
    const std::int64_t value = supposed(scene.scenario, *axis).least;
    const Regime *own = regime_at(scene, value);
    const bool arises = own != nullptr
                            ? can_be_used(own->outcome[scene.principal->at()])
                            : get(scene.state.rights, *scene.principal).arises.value == Truth::Yes;
    const auto turns = [&](const Regime &regime) {
        return can_be_used(regime.outcome[scene.principal->at()]) != arises;
    };
    // A window that delivery closes is open only before it.
    const bool ends_then = is_given(get(scene.lease.rights, *scene.principal).ends_when);
    for (const Regime &regime : scene.regimes) {
        if (value < regime.first && turns(regime)) {
            return "Delivered on " + day_text(regime.first) +
                   " or later: " + told(scene, regime, regime.first) +
                   (ends_then && can_be_used(regime.outcome[scene.principal->at()]) ? " until then."
                                                                                    : ".");
        }
    }
    for (auto regime = scene.regimes.rbegin(); regime != scene.regimes.rend(); ++regime) {
        if (regime->last < value && turns(*regime)) {
            return "Delivered by " + day_text(regime->last) + ": " +
                   told(scene, *regime, regime->last) + ".";
        }
    }
    return {};
}

/// What is not recorded of a delivery, or differs from what a source reports; may be empty.
std::string freshness_of(const Scene &scene, TrancheId id) {
    const Tranche &tranche = get(scene.lease.tranches, id);
    const std::string name = name_of_tranche(tranche);
    const auto reported =
        std::find_if(scene.lease.reported.begin(), scene.lease.reported.end(),
                     [id](const ReportedDelivery &one) { return one.tranche == id; });
    if (is_as_reported(scene.lease, scene.scenario, id)) {
        return {};
    }
    if (reported != scene.lease.reported.end()) {
        return sentence_case(name) + " delivered: a source reports it " + on_day(reported->day) +
               "; another day is assumed.";
    }
    const When due = day_named(scene.state, name_of_due(id)).value;
    if (scene.as_of <= due.most) {
        return {};
    }
    std::string assumed;
    for (const Delivery &one : scene.scenario.deliveries) {
        if (one.tranche == id && !is_open(one)) {
            assumed = happens(one.day) == Truth::No
                          ? "; that it never comes is assumed"
                          : "; a delivery " + on_day(one.day) + " is assumed";
        }
    }
    return "No source here records the delivery of " + things_of(tranche) + ", due " + on_day(due) +
           assumed + ".";
}

} // namespace

const Regime *regime_at(const Scene &scene, std::int64_t value) {
    const auto found =
        std::find_if(scene.regimes.begin(), scene.regimes.end(), [value](const Regime &regime) {
            return regime.first <= value && value <= regime.last;
        });
    return found == scene.regimes.end() ? nullptr : &*found;
}

RegimeName name_regime(const Scene &scene, const Regime &regime) {
    const RightOutcome &own = regime.outcome[scene.principal->at()];
    const Right &principal = get(scene.lease.rights, *scene.principal);
    const std::string holder = name_of_holder(scene.lease, principal.holder);
    if (!own.settled) {
        return {Tone::Unknown, "Depends", "the outcome depends on a fact that is not public"};
    }
    if (scene.axis && std::holds_alternative<NoticeDay>(*scene.axis)) {
        if (takes_effect(own)) {
            return {Tone::Either, "Notice ends the lease", "the notice takes effect"};
        }
        const std::int64_t opens =
            get(scene.state.rights, *scene.principal).opens.value.least.day_number();
        return regime.last < opens ? RegimeName{Tone::Caution, "Too early", "it is too early"}
                                   : RegimeName{Tone::Closed, "Too late", "it is too late"};
    }
    if (holds(own, Status::Voided)) {
        return {Tone::Caution, "Undone", "the delivery undoes the notice"};
    }
    if (can_be_used(own)) {
        for (std::size_t i = 0; i < regime.outcome.size(); ++i) {
            const Holder other = scene.lease.rights[i].holder;
            const bool both =
                other == Holder::Either || (other != principal.holder && other != Holder::Unknown &&
                                            principal.holder != Holder::Unknown);
            if (i != scene.principal->at() && both && regime.outcome[i].open_before) {
                return {Tone::Either, "Either side may leave", "either side may leave"};
            }
        }
        return {Tone::Exit, sentence_case(holder) + " may leave", holder + " may leave"};
    }
    if (holds(own, Status::Lapsed)) {
        return {Tone::Closed, "Lapsed", "the right has lapsed"};
    }
    if (own.late) {
        return {Tone::Caution, "Late", "nobody may leave for late delivery"};
    }
    return {Tone::Calm, "On time", "nobody may leave for late delivery"};
}

std::vector<Run> runs_of(const Scene &scene, const std::vector<Regime> &regimes) {
    std::vector<Run> runs;
    for (const Regime &regime : regimes) {
        RegimeName name = name_regime(scene, regime);
        // Regimes that differ only in what the band does not say are one piece of it.
        if (runs.empty() || runs.back().name.label != name.label) {
            runs.push_back({regime.first, regime.last, std::move(name)});
        }
        runs.back().last = regime.last;
    }
    return runs;
}

const WayOut *way_by(const Scene &scene, RightId right) {
    const auto found = std::find_if(scene.ways.begin(), scene.ways.end(),
                                    [right](const WayOut &way) { return way.right == right; });
    return found == scene.ways.end() ? nullptr : &*found;
}

bool is_handle_open(const Scene &scene) {
    if (!scene.axis) {
        return false;
    }
    const Numbers value = supposed(scene.scenario, *scene.axis);
    return std::holds_alternative<DeliveryDay>(*scene.axis)
               ? when_of(value) == any_day()
               : when_of(value) == exactly(Date::never());
}

Verdict present_verdict(const Scene &scene) {
    PartyAnswer answer = answer_to_question(scene.seen());
    return {tone_of(answer.pill), sentence_case(name_of_party(scene.lease, answer.party)),
            std::move(answer.label), std::move(answer.sentence), contrast(scene, answer)};
}

std::string present_freshness(const Scene &scene) {
    for (std::size_t i = 0; i < scene.lease.tranches.size(); ++i) {
        std::string said = freshness_of(scene, TrancheId{static_cast<std::int32_t>(i)});
        if (!said.empty()) {
            return said;
        }
    }
    for (const WayOut &way : scene.ways) {
        if (way.kind == WayKind::Leave && way.state == WayState::Open &&
            way.from.most < scene.as_of) {
            return "Notice has been possible since " + long_date(way.from) +
                   ". No source here records that anybody gave it.";
        }
    }
    return {};
}

std::string present_echo(const Scene &scene) {
    const Model &model = scene.model;
    const Supposition *before = model.before_gesture  ? &*model.before_gesture
                                : !model.past.empty() ? &model.past.back()
                                                      : nullptr;
    if (before == nullptr) {
        return {};
    }
    Model earlier = model;
    earlier.now = *before;
    for (const Target &target : targets_of(model)) {
        if (range_at(earlier.now, target) == range_at(model.now, target)) {
            continue;
        }
        const Control from = control_of(earlier, target);
        const Control to = control_of(model, target);
        if (from.value != to.value) {
            return to.label + ": " + from.value_text + " → " + to.value_text + ".";
        }
    }
    return {};
}

} // namespace offramp
