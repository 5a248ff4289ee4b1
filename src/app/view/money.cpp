// Money as seen from a day: the parts of the ledger, what no source states, and what was firm at
// signing.
#include "app/view/scene.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/ask/published.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// What a sum comes to beside fees that no source states: at least so much.
Amount amount_of(Money known, const Ledger &ledger) {
    return ledger.unknown.empty() ? exactly(known) : Amount{known, Money::unbounded()};
}

std::string headline_note(const Answered &answered) {
    const When term_end = day_named(answered.state, term_last_day).value;
    return term_end.known() && term_end.least.is_day()
               ? "payable if nobody leaves before " + long_date(term_end)
               : "payable if nobody leaves before the term ends";
}

} // namespace

std::string firm_note(const Lease &lease, const Ledger &ledger) {
    if (lease.rights.empty()) {
        return "no right to leave is stated";
    }
    if (ledger.firm_last_day == Date::never()) {
        return "no free exit";
    }
    if (ledger.firm + ledger.due == Money::zero() && !ledger.unknown.empty()) {
        return "the fees, or the days they run, are not known";
    }
    return ledger.firm + ledger.due == Money::zero()
               ? "nothing is payable whatever happens"
               : "payable whatever happens: the fees until " + long_date(ledger.firm_last_day);
}

namespace {

std::string names_of(const Lease &lease, const std::vector<FeeId> &fees) {
    std::string names;
    for (const FeeId id : fees) {
        const Fee &fee = get(lease.fees, id);
        names += (names.empty() ? "" : ", ") + label_or_id(fee);
    }
    return names;
}

/// The day of signing, where the lease states it under that name.
std::optional<Date> signing_day(const Answered &answered) {
    const auto name = find_name(answered.lease, "signed");
    if (!name || !answered.state.names[name->at()]) {
        return std::nullopt;
    }
    const When day = day_named(answered.state, *name).value;
    return day.known() && day.least.is_day() ? std::optional{day.least} : std::nullopt;
}

} // namespace

Amount firm_amount(const Ledger &ledger) { return amount_of(ledger.due + ledger.firm, ledger); }

std::vector<Figure> figures_of(const Answered &answered, Date as_of, const Ledger &ledger) {
    const Lease &lease = answered.lease;
    if (lease.fees.empty()) {
        return {};
    }
    // A fee that runs from an open delivery: the ledger has the most that it comes to.
    const Money least = std::min(answered.state.money.headline.value.least, ledger.headline());
    const bool runs_from_delivery = least < ledger.headline();
    const auto sum = [&](Money known) {
        return runs_from_delivery && !ledger.unknown.empty()
                   ? Amount{Money::zero(), Money::unbounded()}
                   : amount_of(known, ledger);
    };
    const Amount headline{least, amount_of(ledger.headline(), ledger).most};
    std::vector<Figure> figures;
    const auto add = [&](const char *id, const char *label, const Amount &amount, std::string note,
                         Tone tone, const char *question, std::optional<LedgerWorld> world) {
        figures.push_back({id, label, amount, std::move(note), tone, question, world, as_of});
    };
    add("headline", "Headline", headline, headline_note(answered), Tone::Unknown,
        "Why this headline?", std::nullopt);
    add("firm", "Firm", firm_amount(ledger), firm_note(lease, ledger), Tone::Firm,
        "Why is this much firm?", LedgerWorld::Undecided);
    add("due", "of it due", amount_of(ledger.due, ledger),
        "for the days before " + long_date(as_of), Tone::Firm, "Why is this much due?",
        std::nullopt);
    const bool is_to_come = std::any_of(
        answered.scenario.deliveries.begin(), answered.scenario.deliveries.end(),
        [as_of](const Delivery &one) {
            return one.day.least != Date::never() && (is_open(one) || as_of <= one.day.most);
        });
    const bool is_unknown = is_to_come && !ledger.unknown.empty();
    const bool hangs = ledger.conditional != Money::zero();
    add("conditional", "Conditional",
        hangs || is_unknown ? sum(ledger.conditional) : exactly(ledger.conditional),
        hangs && is_to_come
            ? "becomes firm with the deliveries that are not recorded or are forecast"
        : hangs      ? "becomes firm with a fact that is not public"
        : is_unknown ? "the fees, or the days they run, are not known"
        : is_to_come ? "nothing depends on a delivery"
                     : "no delivery is open or forecast",
        Tone::Caution, "Why does this much depend on a delivery?", LedgerWorld::Delivered);
    add("cancellable", "Cancellable", sum(ledger.cancellable),
        "ends if somebody takes the first free way out", Tone::Risk,
        "Why can this much be cancelled?", LedgerWorld::Delivered);
    if (!ledger.unknown.empty()) {
        add("unknown", "Not known", {Money::zero(), Money::unbounded()},
            "not public, so in no sum: " + names_of(lease, ledger.unknown), Tone::Unknown,
            "Why is this not known?", std::nullopt);
    }
    if (const auto signed_on = signing_day(answered)) {
        Scenario open = open_scenario(lease);
        open.readings = answered.scenario.readings;
        open.unknowns = answered.scenario.unknowns;
        const Ledger then = ledger_of(lease, open, *signed_on);
        add("at-signing", "Firm at signing", firm_amount(then),
            "the same, asked on " + long_date(*signed_on), Tone::Firm,
            "Why was this much firm at signing?", LedgerWorld::Undecided);
        figures.back().seen_from = *signed_on;
    }
    return figures;
}

std::vector<MoneyRow> present_money(const Scene &scene) {
    std::vector<MoneyRow> rows;
    const std::string &currency = scene.lease.currency;
    for (Figure &figure : figures_of(scene.answered, scene.as_of, scene.ledger)) {
        const bool is_known = figure.amount.known() || Money::zero() < figure.amount.least;
        rows.push_back({std::move(figure.id),
                        std::move(figure.label),
                        short_money(figure.amount, currency),
                        column_money(figure.amount, currency),
                        exact_money(figure.amount, currency),
                        std::move(figure.note),
                        is_known ? thousandths(figure.amount.least, scene.ledger.headline()) : 1000,
                        is_known ? figure.tone : Tone::Unknown,
                        {}});
    }
    return rows;
}

} // namespace offramp
