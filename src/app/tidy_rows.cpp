#include "app/tidy_rows.hpp"

#include "app/other_readings.hpp"
#include "app/scene.hpp"
#include "app/targets.hpp"
#include "app/text.hpp"
#include "app/words.hpp"
#include "core/statement.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string iso_or_empty(Date day) {
    return day.is_day() && first_allowed <= day ? to_iso(day) : std::string{};
}

void put_days(TidyRow &row, Truth is_there, const When &from, const When &to) {
    if (is_there == Truth::No || happens(from) == Truth::No) {
        row.standing = "none";
    } else if (is_there == Truth::Yes && from.known() && to.known()) {
        row.standing = "known";
        row.from = iso_or_empty(from.least);
        row.to = iso_or_empty(to.least);
    } else {
        row.least = iso_or_empty(from.least);
        row.most = iso_or_empty(to.most);
        row.standing = is_there == Truth::Depends              ? "depends"
                       : row.least.empty() && row.most.empty() ? "unknown"
                                                               : "bounded";
    }
}

void put_amount(TidyRow &row, const Amount &amount, std::string_view currency) {
    const int digits = minor_digits(currency);
    const bool has_most = amount.most.is_bounded();
    row.currency = currency;
    row.value = short_money(amount, currency);
    if (amount.known() && has_most) {
        row.standing = "known";
        row.amount = to_decimal(amount.least, digits);
        return;
    }
    row.least = to_decimal(amount.least, digits);
    row.most = has_most ? to_decimal(amount.most, digits) : std::string{};
    row.standing = amount.least <= Money::zero() && !has_most ? "unknown" : "bounded";
}

/// What the engine finds, line by line, without the words that only the tables have.
class Values {
  public:
    explicit Values(const Answered &answered) : answered_(answered), lease_(answered.lease) {}

    std::vector<TidyRow> rows() {
        for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
            right(lease_.rights[i], answered_.state.rights[i]);
        }
        for (KeyDate &key : key_dates_of(answered_)) {
            TidyRow &row = add("date", std::move(key.id), sentence_case(std::move(key.what)));
            row.value = long_date(key.dated.value);
            put_days(row, Truth::Yes, key.dated.value, key.dated.value);
        }
        for (Figure &figure : figures_of(answered_)) {
            TidyRow &row = add("money", std::move(figure.id), std::move(figure.label));
            put_amount(row, figure.amount.value, lease_.currency);
            row.how = std::move(figure.note);
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
    TidyRow &add(std::string_view table, std::string id, std::string what) {
        rows_.push_back({table, std::move(id), std::move(what)});
        return rows_.back();
    }

    void right(const Right &right, const RightState &state) {
        const std::string label = right.label.empty() ? right.id : right.label;
        const auto part = [&](std::string_view name, std::string_view what) -> TidyRow & {
            TidyRow &row = add("right", right.id + std::string{name}, label + std::string{what});
            row.who = sentence_case(name_of_holder(lease_, right.holder));
            row.clause = right.clause ? get(lease_.clauses, *right.clause).id : std::string{};
            return row;
        };
        put_days(part(".window", ": window for notice"), state.arises.value, state.opens.value,
                 state.closes.value);
        put_days(part(".effect", ": earliest end of the lease"), state.arises.value,
                 state.first_effect->value, state.first_effect->value);
        TidyRow &status = part(".status", ": status");
        status.standing = state.status ? "known" : "depends";
        status.value = state.status ? phrase_of(*state.status) : "depends on what is not known";
        TidyRow &price = part(".price", ": exit fee");
        price.standing = "none";
        if (state.exit_fee) {
            put_amount(price, state.exit_fee->value, lease_.currency);
        }
    }

    void of_month(const StatementMonth &month, std::string_view part, std::string what,
                  const Amount &amount) {
        const std::string first = to_iso(month.first_day);
        TidyRow &row = add("month", first.substr(0, 7) + std::string{part}, std::move(what));
        put_amount(row, amount, lease_.currency);
        row.from = first;
        row.to = to_iso(last_of_month(month.first_day));
        row.how = "if nobody leaves";
    }

    const Answered &answered_;
    const Lease &lease_;
    std::vector<TidyRow> rows_;
};

bool is_same_value(const TidyRow &a, const TidyRow &b) {
    return a.standing == b.standing && a.from == b.from && a.to == b.to && a.value == b.value &&
           a.amount == b.amount && a.least == b.least && a.most == b.most;
}

/// The line that stands in the place of another.
std::vector<TidyRow>::iterator counterpart(std::vector<TidyRow> &rows, const TidyRow &of) {
    return std::find_if(rows.begin(), rows.end(), [&](const TidyRow &row) {
        return row.table == of.table && row.id == of.id;
    });
}

void dispute(TidyRow &row, const std::string &reading) {
    // The options of one reading come one after the other.
    if (!(" " + row.disputed_by).ends_with(" " + reading)) {
        row.disputed_by += (row.disputed_by.empty() ? "" : " ") + reading;
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
            changed.push_back({.table = own.table, .id = own.id, .what = own.what});
            changed.back().standing = "none";
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

std::vector<TidyRow> tidy_rows(const Answered &answered, Date as_of) {
    std::vector<TidyRow> rows = Values{answered}.rows();
    std::vector<TidyRow> otherwise;
    for_each_other_reading(
        answered, as_of, [&](const Reading &reading, const Option &option, const Answered &other) {
            for (TidyRow &row : changes(rows, Values{other}.rows(), reading.id)) {
                row.reading = reading.id + "=" + option.id;
                otherwise.push_back(std::move(row));
            }
        });
    for (TidyRow &row : otherwise) {
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace offramp
