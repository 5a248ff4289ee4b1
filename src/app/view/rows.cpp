// Tables: who may leave, and which days matter.
#include "app/view/scene.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

Tone tone_of(const Lease &lease, const WayOut &way) {
    switch (way.state) {
    case WayState::Open:
        return get(lease.rights, way.right).holder == Holder::Either ? Tone::Either : Tone::Exit;
    case WayState::If:
        return Tone::Caution;
    case WayState::Unknown:
        return Tone::Unknown;
    case WayState::Given:
        return Tone::Notice;
    case WayState::Closed:
        return Tone::Closed;
    case WayState::Opens:
    case WayState::None:
        break;
    }
    return Tone::Calm;
}

/// The notice as the clause says it: "90 days", "6 months"; days from first to last of an exit
/// would be 181 of six months.
std::string notice_of(const Scene &scene, RightId id) {
    const Right &right = get(scene.lease.rights, id);
    if (right.exercise == Exercise::Automatic) {
        return "none: it ends by itself";
    }
    RuleId effect = right.effect;
    while (is_given(effect) && get(scene.lease.rules, effect).form == Form::ByReading) {
        const Rule &choice = get(scene.lease.rules, effect);
        effect = child(scene.lease, choice,
                       scene.scenario.readings[static_cast<std::size_t>(choice.value)]);
    }
    if (!is_given(effect)) {
        return "at once";
    }
    const Rule &rule = get(scene.lease.rules, effect);
    const auto is_notice = [&](RuleId from) {
        return is_given(from) && get(scene.lease.rules, from).form == Form::Named &&
               NameId{static_cast<std::int32_t>(get(scene.lease.rules, from).value)} ==
                   name_of(scene.lease, id, RightDay::Notice);
    };
    if (is_notice(effect)) {
        return "at once";
    }
    if (rule.form == Form::After && is_notice(child(scene.lease, rule, place::Period::From))) {
        const Rule &number = get(scene.lease.rules, child(scene.lease, rule, place::Period::N));
        if (number.form == Form::Literal) {
            return counted(number.value, name_of_unit(static_cast<Unit>(
                                             setting_of(scene.lease, scene.scenario, rule,
                                                        place::Period::Unit, Kind::Unit))));
        }
        if (number.form == Form::Unknown) {
            return "not known";
        }
    }
    return "see the clause";
}

/// What the holder may choose instead of leaving: the fee from the first possible day, had the
/// alternative been chosen then.
std::string alternative_of(const Scene &scene, RightId id) {
    const Right &right = get(scene.lease.rights, id);
    const RightState &state = get(scene.state.rights, id);
    const When opens = state.opens.value;
    if (!right.alternative || state.arises.value != Truth::Yes || !opens.known() ||
        happens(when_of(scene.scenario.events[right.alternative->at()].when)) != Truth::No) {
        return {};
    }
    Scenario chosen_instead = scene.scenario;
    chosen_instead.events[right.alternative->at()].when = numbers_of(opens);
    const LeaseState then = evaluate(scene.lease, chosen_instead, scene.as_of);
    Amount per_month = exactly(Money::zero());
    for (const FeeState &fee : then.fees) {
        const bool is_due = !fee.billing.is_once && fee.from.value.most <= opens.least &&
                            opens.least <= fee.to.value.least;
        per_month = is_due ? per_month + fee.amount.value : per_month;
    }
    if (per_month.most <= Money::zero()) {
        return {}; // there is nothing to keep
    }
    const Event &event = get(scene.lease.events, *right.alternative);
    return label_or_id(event) + " on " + short_date(opens.least) + ": " +
           short_money(per_month, scene.lease.currency) + " a month";
}

/// One line; a name that only stands for what the papers state says just that.
std::string how_of(const Scene &scene, const KeyDate &key) {
    const ReasonId id = key.dated.why;
    const std::optional<ClauseId> &clause = key.clause;
    const Reason &reason = get(scene.state.reasons, id);
    if (reason.step == Step::Named) {
        // The last day for notice, where the right's own clause states none.
        if (NameId{reason.detail} == term_last_day && key.id != "term.last_day") {
            return "Last day of the term";
        }
        const ReasonId input = inputs_of(scene.state, reason).front();
        return is_stated(scene.lease, get(scene.state.reasons, input))
                   ? (clause && !get(scene.lease.clauses, *clause).title.empty()
                          ? "As stated under “" + get(scene.lease.clauses, *clause).title + "”"
                          : "As the papers state it")
                   : sentence_case(describe(scene.answered, input));
    }
    return sentence_case(describe(scene.answered, id));
}

} // namespace

std::string window_text(const Answered &answered, const WayOut &way) {
    if (way.state == WayState::None) {
        return "no window";
    }
    const bool arises = get(answered.state.rights, way.right).arises.value == Truth::Yes;
    if (way.state == WayState::Unknown && (way.is_holder_known || !arises)) {
        return "not known";
    }
    if (way.kind == WayKind::End && !way.delivery) {
        return "by itself, " + short_date(way.from);
    }
    if (way.event) {
        return "if it happens: " + label_or_id(get(answered.lease.events, *way.event));
    }
    if (way.delivery) {
        const WayRun &run = way.runs.front();
        const Tranche &tranche =
            get(answered.lease.tranches, answered.scenario.deliveries[*way.delivery].tranche);
        const bool is_many = is_plural(tranche);
        const std::string when = !run.last.is_day() && run.first.is_day()
                                     ? "not there by " + short_date(add_days(run.first, -1))
                                     : "delivered " + on_day(When{run.first, run.last});
        return joined({"if ", things_of(tranche), is_many ? " are " : " is ", when, ": from ",
                       short_date(run.from),
                       run.is_until_delivery ? (is_many ? " until they are" : " until it is")
                       : happens(run.until) == Truth::No ? ""
                                                         : " to " + short_date(run.until)});
    }
    if (way.state == WayState::Given) {
        return "notice on " + short_date(way.from);
    }
    return happens(way.until) == Truth::No ? "from " + short_date(way.from)
           : way.from.known() && way.from == way.until
               ? short_date(way.from)
               : short_date(way.from) + " – " + short_date(way.until);
}

std::string status_text(const WayOut &way) {
    switch (way.state) {
    case WayState::Open:
        return way.kind == WayKind::End ? "ended by itself" : "may be used now";
    case WayState::Opens:
        return way.kind == WayKind::End ? "will end by itself" : "not yet";
    case WayState::Closed:
        return way.kind == WayKind::End && !way.delivery ? "ended by itself" : "not any more";
    case WayState::If:
        return way.event ? "depends on an event" : "depends on delivery";
    case WayState::Unknown:
        return way.is_holder_known ? "not known" : "not public whose it is";
    case WayState::None:
        return "does not arise";
    case WayState::Given:
        return way.ends || way.kind == WayKind::Renew ? "notice given (supposed)"
                                                      : "notice given (supposed), without effect";
    }
    return {};
}

std::vector<RightRow> present_rights(const Scene &scene) {
    std::vector<RightRow> rows;
    for (std::size_t i = 0; i < scene.lease.rights.size(); ++i) {
        const RightId id{static_cast<std::int32_t>(i)};
        const Right &right = scene.lease.rights[i];
        const WayOut &way = *way_by(scene, id);
        const bool has_window = way.state != WayState::None && way.state != WayState::Unknown;
        const bool is_certain = has_window && way.state != WayState::If;
        rows.push_back(
            {right.id,
             sentence_case(name_of_holder(scene.lease, right.holder)),
             label_or_id(right),
             tone_of(scene.lease, way),
             status_text(way),
             window_text(scene.answered, way),
             is_certain ? iso_if_known(way.from) : "",
             is_certain ? iso_if_known(way.state == WayState::Given ? way.from : way.until) : "",
             notice_of(scene, id),
             way.ends ? short_date(*way.ends) : "–",
             way.ends ? iso_if_known(*way.ends) : "",
             way.cost                   ? short_money(*way.cost, scene.lease.currency)
             : is_given(right.exit_fee) ? "–"
                                        : "none stated",
             alternative_of(scene, id),
             {}});
    }
    return rows;
}

std::vector<KeyDate> key_dates_of(const Answered &answered) {
    std::vector<KeyDate> keys;
    const auto add = [&](std::string id, std::string what, const Dated &dated,
                         const std::optional<ClauseId> &clause) {
        // The first of equals stays first; a day of which nothing is known comes last.
        const auto rank = [](const When &day) {
            return is_any_day(day) ? Date::never() : day.least;
        };
        const auto place = std::upper_bound(
            keys.begin(), keys.end(), rank(dated.value),
            [&](Date day, const KeyDate &key) { return day < rank(key.dated.value); });
        keys.insert(place, {std::move(id), std::move(what), dated, clause});
    };
    const auto add_name = [&](NameId name, const std::optional<ClauseId> &clause) {
        if (const Dated dated = day_named(answered.state, name); dated.value.least.is_day()) {
            add(get(answered.lease.names, name).text, name_of_day(answered.lease, name), dated,
                clause);
        }
    };
    for (std::size_t i = 0; i < answered.lease.tranches.size(); ++i) {
        const TrancheId id{static_cast<std::int32_t>(i)};
        add_name(name_of_due(id), answered.lease.tranches[i].clause);
        add_name(name_of_delivery(id), answered.lease.tranches[i].clause);
        if (is_any_day(day_named(answered.state, name_of_delivery(id)).value)) {
            add(get(answered.lease.names, name_of_delivery(id)).text,
                name_of_day(answered.lease, name_of_delivery(id)),
                day_named(answered.state, name_of_delivery(id)), answered.lease.tranches[i].clause);
        }
    }
    for (std::size_t i = 0; i < answered.lease.dates.size(); ++i) {
        add_name(name_of_key_date(answered.lease, i), answered.lease.dates[i].clause);
    }
    for (std::size_t i = 0; i < answered.lease.rights.size(); ++i) {
        const Right &right = answered.lease.rights[i];
        const RightState &state = answered.state.rights[i];
        const std::string label = label_or_id(right);
        if (state.grace_last_day) {
            add(right.id + ".grace_last_day", label + ": last day of grace", *state.grace_last_day,
                right.clause);
        }
        if (state.arises.value == Truth::No) {
            continue;
        }
        const std::string perhaps =
            state.arises.value == Truth::Depends ? " (if the right arises)" : "";
        if (right.exercise == Exercise::Automatic) {
            add(right.id + ".first_day", label + ": the lease ends by itself" + perhaps,
                state.opens, right.clause);
            continue;
        }
        add(right.id + ".first_day", label + ": first day for notice" + perhaps, state.opens,
            right.clause);
        // A window that lasts until an open delivery has no last day that could be named.
        const bool is_closed_by_delivery =
            state.closes.value.least < state.opens.value.least && !state.closes.value.known();
        if (happens(state.closes.value) != Truth::No && !is_closed_by_delivery) {
            add(right.id + ".last_day", label + ": last day for notice" + perhaps, state.closes,
                right.clause);
        }
        const bool is_renewal = right.exercise == Exercise::Renewal;
        if (!is_renewal && state.first_effect->value != state.opens.value) {
            add(right.id + ".effect",
                label +
                    (right.scope.empty() ? ": end of the lease after notice on the first day"
                                         : ": end of that part after notice on the first day") +
                    perhaps,
                *state.first_effect, right.clause);
        }
    }
    add_name(term_first_day, answered.lease.term.clause);
    add_name(term_last_day, answered.lease.term.clause);
    return keys;
}

std::string day_text(const KeyDate &key) {
    const bool is_delivery = key.id.ends_with(".delivered");
    return is_delivery && is_any_day(key.dated.value) ? "not recorded" : long_date(key.dated.value);
}

std::vector<KeyDateRow> present_key_dates(const Scene &scene) {
    std::vector<KeyDateRow> rows;
    for (KeyDate &key : key_dates_of(scene.answered)) {
        const When when = key.dated.value;
        std::string day = day_text(key);
        rows.push_back({std::move(key.id),
                        iso_if_known(when),
                        std::move(day),
                        sentence_case(std::move(key.what)),
                        how_of(scene, key),
                        key.clause ? get(scene.lease.clauses, *key.clause).id : "",
                        when.most < scene.as_of,
                        {}});
    }
    return rows;
}

std::vector<Fact> present_summary(const Scene &scene) {
    std::vector<Fact> facts;
    for (const Role role : {Role::Tenant, Role::Landlord}) {
        if (scene.lease.rights.empty()) {
            continue;
        }
        const PartyAnswer answer = answer_for(scene.seen(), role);
        facts.push_back({sentence_case(name_of_party(scene.lease, role)),
                         answer.label + (answer.brief.empty() ? "" : ": " + answer.brief),
                         {}});
    }
    for (const MoneyRow &row : present_money(scene)) {
        if (row.id == "firm") {
            const std::string headline = short_money(scene.ledger.headline(), scene.lease.currency);
            const bool is_whole = scene.ledger.unknown.empty();
            facts.push_back({"Firm",
                             !is_whole                ? row.amount
                             : row.amount == headline ? "all of " + headline
                                                      : row.amount + " of " + headline,
                             "firm"});
        }
    }
    return facts;
}

} // namespace offramp
