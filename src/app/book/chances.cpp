// How likely a book's income is, month by month, beside a line that the reader drags.
#include "app/book/presenter.hpp"

#include "app/words/likely_text.hpp"
#include "app/words/text.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string name_of_month(std::int32_t month) {
    const Date day = day_of_month_number(month);
    return joined({month_name(day), " ", year_name(day)});
}

/// Months that are over are nobody's guess.
std::size_t first_place_of(const IncomeChances &counted, Date as_of) {
    return static_cast<std::size_t>(
        std::max(month_number(as_of) - counted.first_month, std::int32_t{0}));
}

/// With a fee that is not known a month brings more, and is the less likely below the line.
std::string chance_of(Parts below, bool is_least) {
    return !is_least || below == 0 ? chance_text(below, below)
           : below == certain      ? "not known"
                                   : "at most " + chance_text(below, below);
}

ChanceRow row_of(const std::vector<Weighed<Money>> &firm, bool is_least, Money line,
                 std::string_view currency) {
    const auto text = [&](Parts parts) {
        const Money amount = quantile(firm, parts);
        return is_least ? short_money(Amount{amount, Money::unbounded()}, currency)
                        : short_money(amount, currency);
    };
    const Parts below = chance_below(firm, line);
    return {{},
            chance_of(below, is_least),
            below,
            1,
            text(certain / 10),
            text(certain / 2),
            text(certain / 10 * 9)};
}

} // namespace

const std::optional<IncomeChances> &BookPresenter::counted_chances() const {
    if (!session_.has_counted_) {
        std::vector<Awaiting> leases;
        for (const Model &model : session_.models_) {
            if (model.lease->currency == book().currency) {
                leases.push_back({model.lease.get(), &model.now.scenario});
            }
        }
        const ParsedLateness lateness = parse_lateness(session_.likely_);
        session_.chances_ =
            income_chances(leases, *lateness.days, session_.slipping_, session_.as_of_);
        session_.has_counted_ = true;
    }
    return session_.chances_;
}

/// Of what nobody cancels or awaits, and of the rest.
Money BookPresenter::highest_month() const {
    Money highest = Money::zero();
    const auto sum = session_.sums_.find(book().currency);
    for (const LedgerParts &month :
         sum == session_.sums_.end() ? std::span<const LedgerParts>{} : sum->second.months()) {
        highest = std::max(highest, month.headline());
    }
    return highest;
}

Money BookPresenter::line() const {
    return session_.line_.value_or(Money::from_minor(highest_month().minor() / 2));
}

void BookPresenter::add_chance_controls(std::vector<Control> &controls) const {
    const bool is_apart = session_.slipping_ == Slipping::Apart;
    controls.push_back({.id = "slipping",
                        .kind = ControlKind::Choice,
                        .label = "How deliveries are late",
                        .value = is_apart ? "apart" : "together",
                        .value_text = is_apart ? "each lease by itself" : "all by the same days",
                        .hint = {},
                        .options = {{"together", "all by the same days", "", {}},
                                    {"apart", "each lease by itself", "", {}}}});
    const std::int64_t unit = power_of_ten(minor_digits(book().currency));
    const std::int64_t highest = highest_month().minor() / unit;
    controls.push_back({.id = "line",
                        .kind = ControlKind::Number,
                        .label = "A line of income a month, " + book().currency,
                        .value = to_decimal(line(), minor_digits(book().currency)),
                        .value_text = short_money(line(), book().currency),
                        .hint = {},
                        .number = line().minor() / unit,
                        .max = std::max<std::int64_t>(highest, 1),
                        .step = std::max<std::int64_t>(highest / 200, 1),
                        .options = {}});
}

std::optional<BookChances> BookPresenter::chances() const {
    if (session_.likely_.empty()) {
        return std::nullopt;
    }
    BookChances shown;
    shown.supposed = joined(
        {lateness_phrase(session_.likely_), "; ",
         session_.slipping_ == Slipping::Apart ? "each lease by itself" : "all by the same days"});
    shown.line = short_money(line(), book().currency);
    const std::optional<IncomeChances> &counted = counted_chances();
    if (!counted) {
        shown.error = "There are more than " +
                      grouped(static_cast<std::int64_t>(most_income_worlds)) +
                      " possibilities; let all be late together, or give fewer days.";
        return shown;
    }
    bool has_others = false;
    bool is_partial = false;
    for (std::size_t i = 0; i < session_.states_.size(); ++i) {
        const bool is_own = lease(i).currency == book().currency;
        has_others |= !is_own;
        is_partial |= is_own && session_.states_[i].is_partial();
    }
    if (is_partial) {
        shown.notes.push_back("Fees that are not public are in no sum.");
    }
    if (has_others) {
        shown.notes.push_back("Leases in other currencies than " + book().currency +
                              " are in no sum.");
    }
    std::int32_t since = counted->first_month;
    for (std::size_t i = first_place_of(*counted, session_.as_of_); i < counted->months.size();
         ++i) {
        const std::int32_t month = counted->first_month + static_cast<std::int32_t>(i);
        ChanceRow row = row_of(counted->months[i], counted->is_least[i], line(), book().currency);
        if (!shown.rows.empty()) {
            ChanceRow &before = shown.rows.back();
            row.count = before.count;
            row.months = before.months;
            if (row == before) {
                ++before.count;
                before.months = joined({name_of_month(since), " – ", name_of_month(month)});
                continue;
            }
            row.count = 1;
        }
        since = month;
        row.months = name_of_month(month);
        shown.rows.push_back(std::move(row));
    }
    return shown;
}

} // namespace offramp
