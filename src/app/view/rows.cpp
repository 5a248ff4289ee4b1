// Tables: who may leave, what is payable, which days matter.
#include "app/view/scene.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string window_of(const RightState &right) {
    if (right.arises.value == Truth::No) {
        return "no window";
    }
    const When closes = right.closes.value;
    const std::string opens = short_date(right.opens.value);
    if (opens == short_date(closes) && !closes.known()) {
        return "not known";
    }
    if (happens(closes) == Truth::No) {
        return "from " + opens;
    }
    return opens + " – " + short_date(closes);
}

std::string notice_of(const RightState &right) {
    const When opens = right.opens.value;
    const When effect = right.first_effect->value;
    if (!opens.known() || !effect.known() || !opens.least.is_day() || !effect.least.is_day()) {
        return "not known";
    }
    const std::int64_t days = days_between(opens.least, effect.least);
    return days == 0 ? "at once" : counted(days, "day");
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
        const bool is_due = fee.from.value.most <= opens.least && opens.least <= fee.to.value.least;
        per_month = is_due ? per_month + fee.per_month.value : per_month;
    }
    if (per_month.most <= Money::zero()) {
        return {}; // there is nothing to keep
    }
    const Event &event = get(scene.lease.events, *right.alternative);
    return (event.label.empty() ? event.id : event.label) + " on " + short_date(opens.least) +
           ": " + short_money(per_month, scene.lease.currency) + " a month";
}

/// One line; a name that only stands for what the papers state says just that.
std::string how_of(const Scene &scene, ReasonId id) {
    const Reason &reason = get(scene.state.reasons, id);
    if (reason.step == Step::Named) {
        const ReasonId input = inputs_of(scene.state, reason).front();
        return is_stated(scene.lease, get(scene.state.reasons, input))
                   ? "As the papers state it"
                   : sentence_case(describe(scene.answered, input));
    }
    return sentence_case(describe(scene.answered, id));
}

} // namespace

std::vector<RightRow> present_rights(const Scene &scene) {
    std::vector<RightRow> rows;
    for (std::size_t i = 0; i < scene.lease.rights.size(); ++i) {
        const RightId id{static_cast<std::int32_t>(i)};
        const Right &right = scene.lease.rights[i];
        const RightState &state = scene.state.rights[i];
        const bool arises = state.arises.value != Truth::No;
        rows.push_back({right.id,
                        sentence_case(name_of_holder(scene.lease, right.holder)),
                        right.label.empty() ? right.id : right.label,
                        state.status ? tone_of(scene.lease, right, *state.status) : Tone::Unknown,
                        state.status ? phrase_of(*state.status) : "depends on what is not known",
                        window_of(state),
                        arises ? iso_if_known(state.opens.value) : "",
                        arises ? iso_if_known(state.closes.value) : "",
                        arises ? notice_of(state) : "–",
                        arises ? short_date(state.first_effect->value) : "–",
                        arises ? iso_if_known(state.first_effect->value) : "",
                        state.exit_fee ? short_money(state.exit_fee->value, scene.lease.currency)
                                       : "none stated",
                        alternative_of(scene, id),
                        {}});
    }
    return rows;
}

std::vector<Figure> figures_of(const Answered &answered) {
    if (answered.lease.fees.empty()) {
        return {};
    }
    const MoneyState &money = answered.state.money;
    const std::string exit =
        money.first_exit ? "payable before the first free exit, " + on_day(money.first_exit->value)
        : answered.lease.rights.empty() ? "no right to leave is stated"
                                        : "nobody may leave for nothing";
    const When term_end = day_named(answered.state, term_last_day).value;
    std::vector<Figure> figures = {
        {"headline", "Headline", money.headline,
         term_end.known() && term_end.least.is_day()
             ? "payable if nobody leaves before " + long_date(term_end)
             : "payable if nobody leaves before the term ends",
         Tone::Unknown, "Why this headline?"},
        {"firm", "Firm", money.firm, exit, Tone::Firm, "Why is this much firm?"},
        {"at-risk", "At risk", money.at_risk, "no longer payable if somebody leaves on that day",
         Tone::Risk, "Why is this much at risk?"}};
    if (money.exit_as_of && money.firm_as_of.value != money.firm.value &&
        happens(answered.state.terminated.value) == Truth::No) {
        figures.push_back({"firm-as-of", "Firm by now", money.firm_as_of,
                           "payable if somebody leaves as soon as they still can, " +
                               on_day(money.exit_as_of->value),
                           Tone::Firm, "Why is this much firm by now?"});
    }
    if (happens(answered.state.terminated.value) == Truth::Yes) {
        figures.push_back({"payable", "Payable here", money.payable,
                           "the lease ends " + on_day(answered.state.terminated.value),
                           Tone::Notice, "Why is this much payable here?"});
    }
    return figures;
}

std::vector<MoneyRow> present_money(const Scene &scene) {
    std::vector<MoneyRow> rows;
    const std::string &currency = scene.lease.currency;
    const Money whole = scene.state.money.headline.value.least;
    for (Figure &figure : figures_of(scene.answered)) {
        const Amount amount = figure.amount.value;
        const bool is_bounded = amount.most.is_bounded();
        rows.push_back({std::move(figure.id),
                        std::move(figure.label),
                        short_money(amount, currency),
                        exact_money(amount, currency),
                        std::move(figure.note),
                        is_bounded ? thousandths(amount.least, whole) : 1000,
                        is_bounded ? figure.tone : Tone::Unknown,
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
    }
    for (std::size_t i = 0; i < answered.lease.dates.size(); ++i) {
        add_name(name_of_key_date(answered.lease, i), answered.lease.dates[i].clause);
    }
    for (std::size_t i = 0; i < answered.lease.rights.size(); ++i) {
        const Right &right = answered.lease.rights[i];
        const RightState &state = answered.state.rights[i];
        const std::string label = right.label.empty() ? right.id : right.label;
        if (state.grace_last_day) {
            add(right.id + ".grace_last_day", label + ": last day of grace", *state.grace_last_day,
                right.clause);
        }
        if (state.arises.value == Truth::No) {
            continue;
        }
        add(right.id + ".first_day", label + ": first day for notice", state.opens, right.clause);
        if (happens(state.closes.value) != Truth::No) {
            add(right.id + ".last_day", label + ": last day for notice", state.closes,
                right.clause);
        }
        if (state.first_effect->value != state.opens.value) {
            add(right.id + ".effect", label + ": earliest end of the lease", *state.first_effect,
                right.clause);
        }
    }
    add_name(term_first_day, answered.lease.term.clause);
    add_name(term_last_day, answered.lease.term.clause);
    return keys;
}

std::vector<KeyDateRow> present_key_dates(const Scene &scene) {
    std::vector<KeyDateRow> rows;
    for (KeyDate &key : key_dates_of(scene.answered)) {
        const When when = key.dated.value;
        rows.push_back({std::move(key.id),
                        iso_if_known(when),
                        long_date(when),
                        sentence_case(std::move(key.what)),
                        how_of(scene, key.dated.why),
                        key.clause ? get(scene.lease.clauses, *key.clause).id : "",
                        when.most < scene.as_of,
                        {}});
    }
    return rows;
}

std::vector<Fact> present_summary(const Scene &scene) {
    std::vector<Fact> facts;
    for (const Role role : {Role::Tenant, Role::Landlord}) {
        const Holder own = role == Role::Tenant ? Holder::Tenant : Holder::Landlord;
        const RightState *soonest = nullptr;
        std::string subject;
        bool has_any = false;
        for (std::size_t i = 0; i < scene.lease.rights.size(); ++i) {
            const Holder holder = scene.lease.rights[i].holder;
            const RightState &state = scene.state.rights[i];
            has_any |= holder == own || holder == Holder::Either;
            if ((holder == own || holder == Holder::Either) && state.arises.value != Truth::No &&
                (soonest == nullptr ||
                 state.first_effect->value.least < soonest->first_effect->value.least)) {
                soonest = &state;
                subject = scene.lease.rights[i].id + ".first_day";
            }
        }
        if (!has_any && soonest == nullptr && scene.lease.rights.empty()) {
            continue;
        }
        std::string value = has_any ? "may not leave early" : "no right to leave early is stated";
        if (soonest != nullptr) {
            const std::string notice = notice_of(*soonest);
            value =
                (soonest->arises.value == Truth::Depends ? "may perhaps leave: " : "may leave: ") +
                window_of(*soonest) +
                (notice == "at once"     ? ", at once"
                 : notice == "not known" ? ""
                                         : ", on " + notice + "’ notice");
        }
        facts.push_back({sentence_case(name_of_party(scene.lease, role)), std::move(value),
                         std::move(subject)});
    }
    const MoneyState &money = scene.state.money;
    if (!scene.lease.fees.empty()) {
        const std::string &currency = scene.lease.currency;
        const std::string firm = short_money(money.firm.value, currency);
        const std::string headline = short_money(money.headline.value, currency);
        facts.push_back({"Firm",
                         firm != headline           ? firm + " of " + headline
                         : money.firm.value.known() ? "all of " + headline
                                                    : firm,
                         "firm"});
    }
    return facts;
}

} // namespace offramp
