// Against what stood before: marks in place, and for a pinned scenario a table.
#include "app/controls/controls.hpp"
#include "app/view/scene.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"

#include <algorithm>

namespace offramp {

namespace {

template <typename T>
const T *find_row(const std::vector<T> &rows, std::string_view id) {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [id](const T &row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

/// The text of a row's counterpart, where it says something else.
template <typename T>
std::string was(const std::vector<T> &before, const T &row, std::string T::*text,
                std::string_view absent) {
    const T *old = find_row(before, row.id);
    return old == nullptr            ? std::string{absent}
           : old->*text == row.*text ? std::string{}
                                     : old->*text;
}

std::string signed_count(std::int64_t change) {
    return (change < 0 ? "−" : "+") + grouped(change < 0 ? -change : change);
}

std::string signed_days(const When &a, const When &b) {
    if (!a.known() || !b.known() || !a.least.is_day() || !b.least.is_day()) {
        return {};
    }
    const std::int64_t change = days_between(a.least, b.least);
    return signed_count(change) + (change == 1 || change == -1 ? " day" : " days");
}

class Table {
  public:
    Table(const Scene &a, const Scene &b) : a_(a), b_(b) {}

    std::vector<ComparisonRow> rows() {
        settings();
        add("Answer", present_verdict(a_).pill, present_verdict(b_).pill, {});
        rights();
        figures();
        dates();
        return std::move(rows_);
    }

  private:
    void add(std::string what, std::string a, std::string b, std::string difference) {
        if (a != b) {
            rows_.push_back({std::move(what), std::move(a), std::move(b), std::move(difference)});
        }
    }

    void settings() {
        for (const Target &target : targets_of(b_.model)) {
            if (range_at(a_.model.now, target) == range_at(b_.model.now, target)) {
                continue;
            }
            const Control old = control_of(a_.model, target);
            const Control control = control_of(b_.model, target);
            const auto is_day = [](const Control &of) {
                return of.value != "never" && of.value != "open";
            };
            const bool is_finite = is_day(control) && is_day(old);
            const std::int64_t change = control.number - old.number;
            add(control.label, old.value_text, control.value_text,
                control.kind == ControlKind::Choice || !is_finite ? std::string{}
                : control.kind == ControlKind::Day
                    ? signed_days(exactly(Date::from_day_number(old.number)),
                                  exactly(Date::from_day_number(control.number)))
                    : signed_count(change));
        }
    }

    void rights() {
        const std::vector<RightRow> before = present_rights(a_);
        for (const RightRow &row : present_rights(b_)) {
            if (const RightRow *old = find_row(before, row.id)) {
                add(row.holder + ", " + row.right, old->window, row.window, {});
            }
        }
    }

    void figures() {
        const std::string &currency = b_.lease.currency;
        const std::vector<Figure> before = figures_of(a_.answered, a_.as_of, a_.ledger);
        for (const Figure &figure : figures_of(b_.answered, b_.as_of, b_.ledger)) {
            const Figure *old = find_row(before, figure.id);
            add(figure.label, old == nullptr ? "–" : exact_money(old->amount, currency),
                exact_money(figure.amount, currency),
                old == nullptr ? std::string{}
                               : signed_money(old->amount, figure.amount, currency));
        }
    }

    void dates() {
        const std::vector<KeyDate> before = key_dates_of(a_.answered);
        const std::vector<KeyDate> after = key_dates_of(b_.answered);
        for (const KeyDate &key : after) {
            const KeyDate *old = find_row(before, key.id);
            add(sentence_case(key.what), old == nullptr ? "–" : long_date(old->dated.value),
                long_date(key.dated.value),
                old == nullptr ? std::string{} : signed_days(old->dated.value, key.dated.value));
        }
        for (const KeyDate &key : before) {
            if (find_row(after, key.id) == nullptr) {
                add(sentence_case(key.what), long_date(key.dated.value), "–", {});
            }
        }
    }

    const Scene &a_;
    const Scene &b_;
    std::vector<ComparisonRow> rows_;
};

} // namespace

void compare(const Scene &scene, Exhibit &exhibit) {
    const Model &model = scene.model;
    const Supposition *baseline = model.pinned           ? &*model.pinned
                                  : model.before_gesture ? &*model.before_gesture
                                  : !model.past.empty()  ? &model.past.back()
                                                         : nullptr;
    if (baseline == nullptr || *baseline == model.now) {
        return;
    }
    Model earlier = model;
    earlier.now = *baseline;
    const Scene before{earlier};
    exhibit.baseline = model.pinned ? "A" : "before";
    const auto rights = present_rights(before);
    for (RightRow &row : exhibit.rights) {
        row.was = was(rights, row, &RightRow::window, "");
    }
    const auto money = present_money(before);
    for (MoneyRow &row : exhibit.money) {
        row.was = was(money, row, &MoneyRow::exact, "none");
    }
    const auto dates = present_key_dates(before);
    for (KeyDateRow &row : exhibit.key_dates) {
        row.was = was(dates, row, &KeyDateRow::date, "no such day");
    }
    if (model.pinned) {
        exhibit.comparison = Table{before, scene}.rows();
    }
}

} // namespace offramp
