#include "app/view/elsewhere.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

namespace offramp {

namespace {

/// "$11.62"; four decimals where two would round.
std::string price_text(std::int64_t price, const std::string &currency) {
    const int digits = minor_digits(currency);
    const std::int64_t unit = power_of_ten(price_digits - std::min(digits, price_digits));
    std::string text = exact_money(Money::from_minor(price / unit), currency);
    if (price % unit != 0) {
        // The digits that the currency does not have follow its last one, which no sign need
        // follow.
        const std::string fine = std::to_string(unit + price % unit).substr(1);
        text.insert(text.find_last_of("0123456789") + 1, (digits == 0 ? "." : "") + fine);
    }
    return text;
}

std::string singular(const Lease &lease) { return lease.tranches.front().unit; }

std::string signed_amount(Money amount, const std::string &currency) {
    return amount < Money::zero() ? "−" + exact_money(Money::from_minor(-amount.minor()), currency)
                                  : exact_money(amount, currency);
}

std::string when_text(const StayOrLeave &one) {
    if (one.first.exit_fee != Money::zero()) {
        return one.first.saves <= Money::zero()
                   ? "An end on this day saves nothing."
                   : "An end on this day saves money; of others the exit fee may differ.";
    }
    if (!one.pays_from) {
        return "No end saves money at this price.";
    }
    return "Ends " + days_text(*one.pays_from, *one.pays_until) + " save money.";
}

LeavingRow row_of(const Lease &lease, const StayOrLeave &one) {
    const std::string &currency = lease.currency;
    const Leaving &first = one.first;
    return {name_of_party(lease, one.way.holder),
            label_or_id(get(lease.rights, one.way.right)),
            long_date(first.end),
            exact_money(first.fees, currency),
            exact_money(first.elsewhere, currency),
            exact_money(first.exit_fee, currency),
            signed_amount(first.saves, currency),
            first.break_even ? price_text(*first.break_even, currency) : "",
            when_text(one)};
}

std::string supposed_text(const Lease &lease, const Elsewhere &elsewhere) {
    std::string text =
        price_text(elsewhere.price, lease.currency) + " a " + singular(lease) + "-hour elsewhere";
    if (elsewhere.gap_days != 0) {
        text += ", " + counted(elsewhere.gap_days, "day") + " without capacity";
    }
    if (elsewhere.extra != Money::zero()) {
        text += ", " + exact_money(elsewhere.extra, lease.currency) + " of other cost";
    }
    return text;
}

/// What the landlord loses by the first end and earns at the same price.
std::string other_side_of(const Lease &lease, const Comparison &all) {
    if (all.ways.empty()) {
        return "The tenant has no way out that is open or to come and whose first end is known.";
    }
    const Leaving &first = all.ways.front().first;
    return sentence_case(name_of_party(lease, Role::Landlord)) + " would lose " +
           exact_money(first.fees, lease.currency) + " of fees by an end on " +
           long_date(first.end) +
           "; let to somebody else at the same price, the same capacity brings " +
           exact_money(first.elsewhere, lease.currency) + ".";
}

} // namespace

PresentedElsewhere present_elsewhere(const Model &model, const Elsewhere &elsewhere) {
    const LocaleScope scope{model.locale};
    const Lease &lease = *model.lease;
    const Supposition &now = model.now;
    const LeaseState state = evaluate(lease, now.scenario, now.as_of);
    Compared compared = stay_or_leave(lease, now.scenario, state, now.as_of, elsewhere);
    if (!compared.comparison) {
        return {std::nullopt, std::nullopt,
                compared.obstacle == NoFigure::Fees
                    ? "Staying and leaving cannot be compared: fees, or the days from or to which "
                      "they are paid, are not public."
                    : "Staying and leaving cannot be compared: the number of units is not public, "
                      "or there are several kinds."};
    }
    const Comparison &all = *compared.comparison;
    const std::int64_t hours =
        24 * std::int64_t{days_between(all.month, last_of_month(all.month)) + 1};
    ElsewhereExhibit shown{
        supposed_text(lease, elsewhere),
        joined({exact_money(all.monthly, lease.currency), " in ", to_iso(all.month).substr(0, 7),
                " ÷ ", grouped(all.units), " ", plural(singular(lease)), " ÷ ", grouped(hours),
                " hours = ", price_text(all.own_price, lease.currency), " a ", singular(lease),
                "-hour"}),
        {},
        other_side_of(lease, all)};
    for (const StayOrLeave &one : all.ways) {
        shown.ways.push_back(row_of(lease, one));
    }
    return {std::move(shown), std::move(compared.comparison), {}};
}

} // namespace offramp
