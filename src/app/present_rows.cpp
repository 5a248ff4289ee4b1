// Tables: who may leave, what is payable, which days matter.
#include "app/scene.hpp"

#include "app/text.hpp"
#include "app/words.hpp"
#include "core/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string window_of(const RightState &right) {
    if (right.arises.value == Truth::No) {
        return "no window";
    }
    const When closes = right.closes.value;
    if (happens(closes) == Truth::No) {
        return "from " + short_date(right.opens.value);
    }
    return short_date(right.opens.value) + " – " + short_date(closes);
}

std::string iso_of(const When &when) {
    return when.known() && when.least.is_day() ? to_iso(when.least) : "";
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

std::int64_t thousandths(Money part, Money whole) {
    if (whole <= Money::zero() || !whole.is_bounded()) {
        return 0;
    }
    return scale(Money::from_minor(1000), part.minor(), whole.minor()).minor();
}

} // namespace

std::vector<RightRow> present_rights(const Scene &scene) {
    std::vector<RightRow> rows;
    for (std::size_t i = 0; i < scene.lease.rights.size(); ++i) {
        const RightId id{static_cast<std::int32_t>(i)};
        const Right &right = scene.lease.rights[i];
        const RightState &state = scene.state.rights[i];
        const bool arises = state.arises.value != Truth::No;
        rows.push_back({right.id, sentence_case(name_of_holder(scene.lease, right.holder)),
                        right.label.empty() ? right.id : right.label,
                        state.status ? tone_of(scene.lease, right, *state.status) : Tone::Unknown,
                        state.status ? phrase_of(*state.status) : "depends on what is not known",
                        window_of(state), arises ? iso_of(state.opens.value) : "",
                        arises ? iso_of(state.closes.value) : "", arises ? notice_of(state) : "–",
                        arises ? short_date(state.first_effect->value) : "–",
                        arises ? iso_of(state.first_effect->value) : "",
                        state.exit_fee ? short_money(state.exit_fee->value, scene.lease.currency)
                                       : "none stated",
                        alternative_of(scene, id)});
    }
    return rows;
}

std::vector<MoneyRow> present_money(const Scene &scene) {
    if (scene.lease.fees.empty()) {
        return {};
    }
    const MoneyState &money = scene.state.money;
    const std::string &currency = scene.lease.currency;
    const Money whole = money.headline.value.least;
    const auto row = [&](std::string id, std::string label, const Amount &amount, std::string note,
                         Tone tone) {
        return MoneyRow{std::move(id),
                        std::move(label),
                        short_money(amount, currency),
                        exact_money(amount, currency),
                        std::move(note),
                        thousandths(amount.least, whole),
                        tone};
    };
    const std::string exit = money.first_exit ? "payable before the first free exit, on " +
                                                    long_date(money.first_exit->value)
                                              : "nobody may leave for nothing";
    std::vector<MoneyRow> rows;
    rows.push_back(row("headline", "Headline", money.headline.value,
                       "payable if nobody leaves before " +
                           long_date(day_named(scene.state, term_last_day).value),
                       Tone::Unknown));
    rows.push_back(row("firm", "Firm", money.firm.value, exit, Tone::Firm));
    rows.push_back(row("at-risk", "At risk", money.at_risk.value,
                       "no longer payable if somebody leaves on that day", Tone::Risk));
    if (money.exit_as_of && money.firm_as_of.value != money.firm.value &&
        happens(scene.state.terminated.value) == Truth::No) {
        rows.push_back(row("firm-as-of", "Firm by now", money.firm_as_of.value,
                           "payable if somebody leaves as soon as they still can, on " +
                               long_date(money.exit_as_of->value),
                           Tone::Firm));
    }
    if (happens(scene.state.terminated.value) == Truth::Yes) {
        rows.push_back(row("payable", "Payable here", money.payable.value,
                           "the lease ends on " + long_date(scene.state.terminated.value),
                           Tone::Notice));
    }
    return rows;
}

std::vector<KeyDateRow> present_key_dates(const Scene &scene) {
    std::vector<KeyDateRow> rows;
    std::vector<Date> days; // of the rows, in order of time; the first of equals stays first
    const auto add = [&](std::string id, std::string what, const Dated &dated,
                         const std::optional<ClauseId> &clause) {
        const When when = dated.value;
        const bool is_day = when.known() && when.least.is_day();
        const auto place = std::upper_bound(days.begin(), days.end(), when.least);
        rows.insert(rows.begin() + (place - days.begin()),
                    {std::move(id), is_day ? to_iso(when.least) : "", long_date(when),
                     sentence_case(std::move(what)), how_of(scene, dated.why),
                     clause ? get(scene.lease.clauses, *clause).id : "", when.most < scene.as_of});
        days.insert(place, when.least);
    };
    const auto add_name = [&](NameId name, const std::optional<ClauseId> &clause) {
        if (const Dated dated = day_named(scene.state, name); dated.value.least.is_day()) {
            add(get(scene.lease.names, name).text, name_of_day(scene.lease, name), dated, clause);
        }
    };
    for (std::size_t i = 0; i < scene.lease.tranches.size(); ++i) {
        const TrancheId id{static_cast<std::int32_t>(i)};
        add_name(name_of_due(id), scene.lease.tranches[i].clause);
        add_name(name_of_delivery(id), scene.lease.tranches[i].clause);
    }
    for (std::size_t i = 0; i < scene.lease.dates.size(); ++i) {
        add_name(name_of_key_date(scene.lease, i), scene.lease.dates[i].clause);
    }
    for (std::size_t i = 0; i < scene.lease.rights.size(); ++i) {
        const Right &right = scene.lease.rights[i];
        const RightState &state = scene.state.rights[i];
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
    add_name(term_first_day, scene.lease.term.clause);
    add_name(term_last_day, scene.lease.term.clause);
    return rows;
}

} // namespace offramp
