#include "app/export/tidy_rows.hpp"

#include "app/model/targets.hpp"
#include "app/view/other_readings.hpp"
#include "app/view/scene.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/ask/statement.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string iso_if_allowed(Date day) {
    return day.is_day() && first_allowed <= day ? to_iso(day) : std::string{};
}

void put_days(TidyRow &row, Truth is_there, const When &from, const When &to) {
    if (is_there == Truth::No || happens(from) == Truth::No) {
        row[Column::Standing] = "none";
    } else if (is_there == Truth::Yes && from.known() && to.known()) {
        row[Column::Standing] = "known";
        row[Column::From] = iso_if_allowed(from.least);
        row[Column::To] = iso_if_allowed(to.least);
    } else {
        row[Column::Least] = iso_if_allowed(from.least);
        row[Column::Most] = iso_if_allowed(to.most);
        row[Column::Standing] = is_there == Truth::Depends ? "depends"
                                : row[Column::Least].empty() && row[Column::Most].empty()
                                    ? "unknown"
                                    : "bounded";
    }
}

void put_amount(TidyRow &row, const Amount &amount, std::string_view currency) {
    const int digits = minor_digits(currency);
    const bool has_most = amount.most.is_bounded();
    row[Column::Currency] = currency;
    row[Column::Value] = short_money(amount, currency);
    if (amount.known() && has_most) {
        row[Column::Standing] = "known";
        row[Column::Amount] = to_decimal(amount.least, digits);
        return;
    }
    row[Column::Least] = to_decimal(amount.least, digits);
    row[Column::Most] = has_most ? to_decimal(amount.most, digits) : std::string{};
    row[Column::Standing] = amount.least <= Money::zero() && !has_most ? "unknown" : "bounded";
}

/// What the engine finds, line by line, without the words that only the tables have.
class Values {
  public:
    Values(const Answered &answered, Date as_of)
        : answered_(answered), lease_(answered.lease), as_of_(as_of) {}

    std::vector<TidyRow> rows() {
        const std::vector<WayOut> ways =
            ways_out(lease_, answered_.scenario, answered_.state, as_of_);
        for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
            const auto way = std::find_if(ways.begin(), ways.end(),
                                          [i](const WayOut &one) { return one.right.at() == i; });
            right(lease_.rights[i], answered_.state.rights[i], *way);
        }
        for (KeyDate &key : key_dates_of(answered_)) {
            TidyRow &row = add("date", key.id, sentence_case(std::move(key.what)));
            row[Column::Value] = day_text(key);
            put_days(row, Truth::Yes, key.dated.value, key.dated.value);
        }
        const Ledger ledger = ledger_of(lease_, answered_.scenario, as_of_);
        for (Figure &figure : figures_of(answered_, as_of_, ledger)) {
            TidyRow &row = add("money", figure.id, figure.label);
            put_amount(row, figure.amount, lease_.currency);
            row[Column::How] = std::move(figure.note);
        }
        for (const StatementMonth &month : statement(answered_.state)) {
            of_month(month, ".fees", "Fees", month.fees);
            if (month.credits != exactly(Money::zero())) {
                of_month(month, ".credits", "Credits", month.credits);
            }
        }
        return std::move(rows_);
    }

  private:
    TidyRow &add(std::string_view table, std::string_view id, std::string_view what) {
        rows_.push_back(tidy_row(table, id, what, {}));
        return rows_.back();
    }

    void right(const Right &right, const RightState &state, const WayOut &way) {
        const std::string label = label_or_id(right);
        const auto part = [&](std::string_view name, std::string_view what) -> TidyRow & {
            TidyRow &row = add("right", right.id + std::string{name}, label + std::string{what});
            row[Column::Who] = sentence_case(name_of_holder(lease_, right.holder));
            row[Column::Clause] =
                right.clause ? get(lease_.clauses, *right.clause).id : std::string{};
            return row;
        };
        const bool is_none = way.state == WayState::None;
        const bool is_sure =
            !is_none && way.state != WayState::If && way.state != WayState::Unknown;
        TidyRow &window = part(".window", ": window for notice");
        window[Column::Value] = window_text(answered_, way);
        put_days(window,
                 is_none   ? Truth::No
                 : is_sure ? Truth::Yes
                           : Truth::Depends,
                 way.from, way.state == WayState::Given ? way.from : way.until);
        put_days(part(".effect", ": end of the lease after notice on the first day"),
                 state.arises.value, state.first_effect->value, state.first_effect->value);
        TidyRow &status = part(".status", ": status");
        status[Column::Standing] = is_sure || is_none ? "known" : "depends";
        status[Column::Value] = status_text(way);
        TidyRow &price = part(".price", ": exit fee");
        price[Column::Standing] = "none";
        if (state.exit_fee) {
            put_amount(price, state.exit_fee->value, lease_.currency);
        }
    }

    void of_month(const StatementMonth &month, std::string_view part, std::string_view what,
                  const Amount &amount) {
        const std::string first = to_iso(month.first_day);
        TidyRow &row = add("month", first.substr(0, 7) + std::string{part}, what);
        put_amount(row, amount, lease_.currency);
        row[Column::From] = first;
        row[Column::To] = to_iso(last_of_month(month.first_day));
        row[Column::How] = "if nobody leaves";
    }

    const Answered &answered_;
    const Lease &lease_;
    Date as_of_;
    std::vector<TidyRow> rows_;
};

bool is_same_value(const TidyRow &a, const TidyRow &b) {
    constexpr auto first = static_cast<std::ptrdiff_t>(Column::From);
    constexpr auto last = static_cast<std::ptrdiff_t>(Column::Standing);
    return std::equal(a.cells.begin() + first, a.cells.begin() + last + 1, b.cells.begin() + first);
}

/// The line that stands in the place of another.
std::vector<TidyRow>::iterator counterpart(std::vector<TidyRow> &rows, const TidyRow &of) {
    return std::find_if(rows.begin(), rows.end(), [&](const TidyRow &row) {
        return row[Column::Table] == of[Column::Table] && row[Column::Id] == of[Column::Id];
    });
}

void dispute(TidyRow &row, const std::string &reading) {
    // The options of one reading come one after the other.
    if (!(" " + row[Column::DisputedBy]).ends_with(" " + reading)) {
        row[Column::DisputedBy] += (row[Column::DisputedBy].empty() ? "" : " ") + reading;
    }
}

/// Lines of another reading in the place of those that it changes.
std::vector<TidyRow> changes(std::vector<TidyRow> &rows, std::vector<TidyRow> others,
                             const std::string &reading) {
    std::vector<TidyRow> changed;
    for (TidyRow &own : rows) {
        const auto other = counterpart(others, own);
        if (other == others.end()) {
            dispute(own, reading);
            changed.push_back(tidy_row(own[Column::Table], own[Column::Id], own[Column::What], {}));
            changed.back()[Column::Standing] = "none";
        } else if (!is_same_value(own, *other)) {
            dispute(own, reading);
            changed.push_back(*other);
        }
    }
    for (TidyRow &other : others) {
        if (counterpart(rows, other) == rows.end()) {
            changed.push_back(std::move(other));
        }
    }
    return changed;
}

} // namespace

TidyRow tidy_row(std::string_view table, std::string_view id, std::string_view what,
                 std::string_view value) {
    TidyRow row;
    row[Column::Table] = table;
    row[Column::Id] = id;
    row[Column::What] = what;
    row[Column::Value] = value;
    return row;
}

std::vector<TidyRow> tidy_rows(const Answered &answered, Date as_of) {
    std::vector<TidyRow> rows = Values{answered, as_of}.rows();
    std::vector<TidyRow> otherwise;
    for_each_other_reading(
        answered, as_of, [&](const Reading &reading, const Option &option, const Answered &other) {
            for (TidyRow &row : changes(rows, Values{other, as_of}.rows(), reading.id)) {
                row[Column::Reading] = reading.id + "=" + option.id;
                otherwise.push_back(std::move(row));
            }
        });
    for (TidyRow &row : otherwise) {
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace offramp
