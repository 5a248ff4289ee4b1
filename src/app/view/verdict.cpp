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

const Tranche *tranche_of_axis(const Scene &scene) {
    const auto *axis = scene.axis ? std::get_if<DeliveryDay>(&*scene.axis) : nullptr;
    return axis == nullptr
               ? nullptr
               : &get(scene.lease.tranches, scene.scenario.deliveries[axis->delivery].tranche);
}

/// "SpaceX delivers all 110,000 GPUs on 15 November 2026".
std::string supposition(const Scene &scene) {
    const Tranche *tranche = tranche_of_axis(scene);
    if (tranche == nullptr) {
        return {};
    }
    const auto &delivery = scene.scenario.deliveries[std::get<DeliveryDay>(*scene.axis).delivery];
    const Count committed = offramp::committed(scene.state, delivery.tranche).value;
    const std::string landlord = name_of_party(scene.lease, Role::Landlord);
    const bool is_one = committed == exactly(std::int64_t{1});
    const std::string units = grouped(committed) + " " + plural(tranche->unit);
    const std::string whole = is_one ? "the " + name_of_tranche(*tranche) : "all " + units;
    if (happens(delivery.day) == Truth::No) {
        return landlord + " never delivers " + (is_one ? whole : "the " + units);
    }
    return landlord + " delivers " +
           (at_most(committed, delivery.units) == Truth::Yes
                ? whole
                : "only " + grouped(delivery.units) + " of " + units) +
           " " + on_day(delivery.day);
}

/// The unknown that a step stands for, by name or in a rule.
const Unknown *unknown_of(const Scene &scene, const Reason &reason) {
    if (reason.step == Step::Unknown && 0 <= reason.detail) {
        return &scene.lease.unknowns[static_cast<std::size_t>(reason.detail)];
    }
    if (reason.step != Step::Rule) {
        return nullptr;
    }
    const Rule &rule = get(scene.lease.rules, RuleId{reason.detail});
    return rule.form == Form::Unknown ? &scene.lease.unknowns[static_cast<std::size_t>(rule.value)]
                                      : nullptr;
}

/// The unknown that an answer rests on as its question, after a colon: whether there is a right
/// comes before when. A full stop where there is no question.
std::string open_question(const Scene &scene, ReasonId why) {
    std::vector<ReasonId> open = {why};
    std::vector<bool> is_seen(scene.state.reasons.size());
    const Unknown *found = nullptr;
    while (!open.empty()) {
        const ReasonId id = open.back();
        open.pop_back();
        if (is_seen[id.at()]) {
            continue;
        }
        is_seen[id.at()] = true;
        const Reason &reason = get(scene.state.reasons, id);
        const Unknown *unknown = unknown_of(scene, reason);
        if (unknown != nullptr && !unknown->question.empty() &&
            (found == nullptr || (found->kind != Kind::Truth && unknown->kind == Kind::Truth))) {
            found = unknown;
        }
        const auto inputs = inputs_of(scene.state, reason);
        open.insert(open.end(), inputs.rbegin(), inputs.rend());
    }
    return found == nullptr ? "." : ": “" + found->question + "”";
}

/// "from 31 October to 14 November 2026, the day before delivery".
std::string window_phrase(const Scene &scene, const RightState &right) {
    const When term_end = day_named(scene.state, term_last_day).value;
    std::string phrase = "from " + long_date(right.opens.value);
    if (right.closes.value == term_end) {
        return happens(term_end) == Truth::No ? phrase + " on"
                                              : phrase + " until the term ends " + on_day(term_end);
    }
    phrase += " until " + long_date(right.closes.value);
    const Tranche *tranche = tranche_of_axis(scene);
    if (tranche != nullptr) {
        const auto &axis = std::get<DeliveryDay>(*scene.axis);
        const When eve = add_days(scene.scenario.deliveries[axis.delivery].day, -1);
        phrase += right.closes.value == eve ? ", the day before delivery" : "";
    }
    return phrase;
}

std::string effect_phrase(const RightState &right) {
    if (right.first_effect->value == right.opens.value) {
        return "The lease then ends at once, without a notice period.";
    }
    return "Notice on the first of these days ends the lease on " +
           long_date(right.first_effect->value) + ".";
}

Verdict missed_verdict(const Scene &scene, const RightState &right) {
    const std::string condition = supposition(scene);
    const std::string holder =
        name_of_holder(scene.lease, get(scene.lease.rights, *scene.principal).holder);
    switch (right.arises.value) {
    case Truth::Yes:
        return {Tone::Exit,
                "Yes",
                sentence_case((condition.empty() ? "" : "if " + condition + ", ") + holder +
                              " may terminate " + window_phrase(scene, right) + ". ") +
                    effect_phrase(right),
                {}};
    case Truth::Depends:
        return {Tone::Unknown,
                "It depends",
                "Whether " + holder + " may leave depends on what no source states" +
                    open_question(scene, right.arises.why),
                {}};
    case Truth::No:
        break;
    }
    const bool is_late = right.late == Truth::Yes;
    const std::string reason =
        right.missed == Truth::Yes ? "that is late, but leaves no day on which to go"
        : is_late ? "that is within the grace that ends " + on_day(right.grace_last_day->value)
                  : "that is in time";
    return {is_late ? Tone::Caution : Tone::Calm,
            "No",
            sentence_case((condition.empty() ? "" : "if " + condition + ", " + reason + ": ") +
                          "nobody may leave for late delivery."),
            {}};
}

Verdict notice_verdict(const Scene &scene, RightId id, const RightState &right) {
    const When notice = scene.scenario.notices[id.at()].day;
    const std::string holder = name_of_holder(scene.lease, get(scene.lease.rights, id).holder);
    const std::string from = sentence_case(holder) + " may give notice from " +
                             long_date(right.opens.value) + "; given that day, the lease ends on " +
                             long_date(right.first_effect->value) + ".";
    if (right.arises.value == Truth::Depends) {
        return {Tone::Unknown,
                "It depends",
                "When " + holder + " may give notice depends on what no source states" +
                    open_question(scene, right.opens.why),
                {}};
    }
    if (happens(notice) == Truth::No) {
        return {Tone::Either, "On notice", from, {}};
    }
    if (less(notice, right.opens.value) == Truth::Yes) {
        return {Tone::Caution,
                "Too early",
                "Notice " + on_day(notice) + " would be too early. " + from,
                {}};
    }
    if (less(right.closes.value, notice) == Truth::Yes) {
        return {Tone::Closed, "Too late", "Notice " + on_day(notice) + " is too late.", {}};
    }
    const auto phases = right.phases.all();
    const auto end = std::find_if(phases.begin(), phases.end(), [](const Phase &phase) {
        return phase.status == Status::Terminated;
    });
    const std::string effect = end == phases.end() ? "" : " ends the lease " + on_day(end->from);
    return {Tone::Either,
            "Yes",
            sentence_case(holder) + " may give notice from " + long_date(right.opens.value) +
                ". Notice on " + long_date(notice) + effect + ".",
            {}};
}

std::string day_text(std::int64_t number) { return long_date(Date::from_day_number(number)); }

/// The nearest regime, first later and then earlier, in which the principal right fares otherwise.
std::string contrast(const Scene &scene, Truth arises) {
    if (!scene.axis || !scene.principal || scene.regimes.empty()) {
        return {};
    }
    const std::int64_t value = supposed(scene.scenario, *scene.axis).least;
    const std::string deed = std::holds_alternative<DeliveryDay>(*scene.axis) ? "Delivered" : "If";
    const bool is_notice = std::holds_alternative<NoticeDay>(*scene.axis);
    const auto turns = [&](const Regime &regime) {
        const RightOutcome &outcome = regime.outcome[scene.principal->at()];
        return is_notice ? false : holds(outcome, Status::Exercisable) != (arises == Truth::Yes);
    };
    for (const Regime &regime : scene.regimes) {
        if (value < regime.first && turns(regime)) {
            return deed + " on " + day_text(regime.first) +
                   " or later: " + name_regime(scene, regime).details + ".";
        }
    }
    for (auto regime = scene.regimes.rbegin(); regime != scene.regimes.rend(); ++regime) {
        if (regime->last < value && turns(*regime)) {
            return deed + " by " + day_text(regime->last) + ": " +
                   name_regime(scene, *regime).details + ".";
        }
    }
    return {};
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
        return {Tone::Unknown, "Depends", "the outcome depends on what no source states"};
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
    if (holds(own, Status::Exercisable)) {
        for (std::size_t i = 0; i < regime.outcome.size(); ++i) {
            const bool both = scene.lease.rights[i].holder == Holder::Either ||
                              scene.lease.rights[i].holder != principal.holder;
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
        return {Tone::Caution, "In grace", "nobody may leave for late delivery"};
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

Verdict present_verdict(const Scene &scene) {
    if (!scene.principal) {
        return {
            Tone::Calm, "No", "This lease gives nobody a right to leave before its term ends.", {}};
    }
    const RightState &right = get(scene.state.rights, *scene.principal);
    const bool is_missed =
        get(scene.lease.rights, *scene.principal).trigger.kind == TriggerKind::Missed;
    Verdict verdict =
        is_missed ? missed_verdict(scene, right) : notice_verdict(scene, *scene.principal, right);
    verdict.contrast = contrast(scene, right.arises.value);
    return verdict;
}

std::string present_freshness(const Scene &scene) {
    for (std::size_t i = 0; i < scene.lease.tranches.size(); ++i) {
        const TrancheId id{static_cast<std::int32_t>(i)};
        const When due = day_named(scene.state, name_of_due(id)).value;
        if (is_as_reported(scene.lease, scene.scenario, id)) {
            continue;
        }
        const auto reported =
            std::find_if(scene.lease.reported.begin(), scene.lease.reported.end(),
                         [id](const ReportedDelivery &one) { return one.tranche == id; });
        if (reported != scene.lease.reported.end()) {
            return sentence_case(name_of_tranche(scene.lease.tranches[i])) +
                   " delivered: reported " + on_day(reported->day) + "; what you see is supposed.";
        }
        if (due.most < scene.as_of) {
            return sentence_case(long_date(due)) + " has passed. Delivery of the " +
                   name_of_tranche(scene.lease.tranches[i]) +
                   " is not recorded here; what you see is supposed.";
        }
    }
    if (scene.principal) {
        const RightState &right = get(scene.state.rights, *scene.principal);
        if (right.arises.value == Truth::Yes && right.opens.value.most < scene.as_of) {
            return "Notice has been possible since " + long_date(right.opens.value) +
                   ". Whether anybody gave it is not recorded here; what you see is supposed.";
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
    const std::vector<Control> old_controls = controls_of(earlier);
    const std::vector<Control> new_controls = controls_of(model);
    for (std::size_t i = 0; i < std::min(old_controls.size(), new_controls.size()); ++i) {
        const Control &from = old_controls[i];
        const Control &to = new_controls[i];
        if (from.kind != ControlKind::Button && from.kind != ControlKind::Toggle &&
            from.value != to.value) {
            return to.label + ": " + from.value_text + " → " + to.value_text + ".";
        }
    }
    return {};
}

} // namespace offramp
