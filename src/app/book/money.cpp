// The money of a book: months or longer periods, tenants, and the bars of both.
#include "app/book/presenter.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t most_share_rows = 20;

std::string month_text(std::int32_t month) {
    const Date day = day_of_month_number(month);
    return month_name(day) + " " + year_name(day);
}

/// Some months that are shown as one.
struct Period {
    std::int32_t first;
    std::int32_t months;
    LedgerParts parts;
};

/// Months; quarters, years or more where a picture could not hold so many.
std::vector<Period> periods_of(const LedgerSum &sum) {
    constexpr std::size_t most_periods = 120;
    std::int32_t step = 1;
    for (const std::int32_t candidate : {1, 3, 12, 60, 120, 1200}) {
        step = candidate;
        if (sum.months().size() / static_cast<std::size_t>(step) < most_periods) {
            break;
        }
    }
    std::vector<Period> periods;
    for (std::size_t i = 0; i < sum.months().size(); ++i) {
        const std::int32_t month = sum.first_month() + static_cast<std::int32_t>(i);
        const std::int32_t first = month - month % step;
        if (periods.empty() || periods.back().first != first) {
            periods.push_back({first, step, {}});
        }
        periods.back().parts += sum.months()[i];
    }
    return periods;
}

std::string text_of(const Period &period) {
    const std::string from = month_text(period.first);
    return period.months == 1 ? from : from + " – " + month_text(period.first + period.months - 1);
}

/// Lines at multiples of 1, 2 or 5 times a power of ten, as many as fit below the highest month.
std::vector<GridLine> grid_of(Money highest, std::string_view currency) {
    constexpr std::int64_t most_lines = 4;
    std::int64_t step = power_of_ten(minor_digits(currency));
    for (int i = 0; most_lines < highest.minor() / step; ++i) {
        step = i % 3 == 1 ? step / 2 * 5 : step * 2; // 1, 2, 5, 10, …
    }
    std::vector<GridLine> grid;
    for (std::int64_t i = 1; i <= highest.minor() / step; ++i) {
        const Money amount = Money::from_minor(i * step);
        grid.push_back({short_money(amount, currency), thousandths(amount, highest)});
    }
    return grid;
}

} // namespace

LedgerParts ledger_in(const LedgerSum &sum, std::int32_t first, std::int32_t last) {
    LedgerParts parts;
    for (std::int32_t month = first; month <= last; ++month) {
        const std::int32_t at = month - sum.first_month();
        if (0 <= at && static_cast<std::size_t>(at) < sum.months().size()) {
            parts += sum.months()[static_cast<std::size_t>(at)];
        }
    }
    return parts;
}

std::string percent(std::int64_t thousandths) { return decimal(thousandths, 1) + "%"; }

std::vector<Segment> bar_of(const LedgerParts &parts, Money whole, std::string_view currency) {
    std::vector<Segment> bar;
    std::int64_t left = 0;
    const auto add = [&](Tone tone, const char *label, Money amount) {
        const std::int64_t width = thousandths(amount, whole);
        if (Money::zero() < amount) {
            bar.push_back({tone, label, short_money(amount, currency), left, width});
        }
        left += width;
    };
    add(Tone::Firm, "firm", parts.due + parts.firm);
    add(Tone::Caution, "conditional", parts.conditional);
    add(Tone::Risk, "cancellable", parts.cancellable);
    return bar;
}

std::vector<ShareRow> BookPresenter::tenants(const std::string &currency) const {
    struct Sum {
        std::size_t who;
        LedgerParts parts;
    };
    std::vector<Sum> sums;
    for (std::size_t i = 0; i < session_.tenant_names_.size(); ++i) {
        sums.push_back({i, {}});
    }
    for (std::size_t i = 0; i < session_.models_.size(); ++i) {
        if (lease(i).currency == currency) {
            sums[session_.tenants_[i]].parts += session_.states_[i].ledger;
        }
    }
    std::erase_if(sums, [](const Sum &one) { return one.parts == LedgerParts{}; });
    std::stable_sort(sums.begin(), sums.end(), [](const Sum &a, const Sum &b) {
        return b.parts.headline() < a.parts.headline();
    });
    sums.resize(std::min(sums.size(), most_share_rows));
    const Money whole = session_.sums_.at(currency).total().headline();
    std::vector<ShareRow> rows;
    for (const Sum &one : sums) {
        rows.push_back({session_.tenant_names_[one.who],
                        column_money(one.parts.headline(), currency),
                        column_money(one.parts.due + one.parts.firm, currency),
                        percent(thousandths(one.parts.headline(), whole)),
                        bar_of(one.parts, whole, currency)});
    }
    return rows;
}

std::vector<CurrencyBook> BookPresenter::money() const {
    std::vector<CurrencyBook> books;
    const std::int32_t now = month_number(session_.as_of_);
    for (const auto &[currency, sum] : session_.sums_) {
        const LedgerParts all = sum.total();
        if (sum.months().empty()) {
            continue;
        }
        const std::vector<Period> periods = periods_of(sum);
        Money highest = Money::zero();
        for (const Period &period : periods) {
            highest = std::max(highest, period.parts.headline());
        }
        const LedgerParts year = ledger_in(sum, now + 1, now + 12);
        CurrencyBook one{currency,
                         {{"Headline", column_money(all.headline(), currency), {}},
                          {"Firm",
                           column_money(all.due + all.firm, currency) + ", " +
                               percent(thousandths(all.due + all.firm, all.headline())),
                           {}},
                          {"of it due", column_money(all.due, currency), {}},
                          {"Conditional", column_money(all.conditional, currency), {}},
                          {"Cancellable", column_money(all.cancellable, currency), {}},
                          {"The twelve months after " + month_text(now),
                           short_money(year.headline(), currency) + ", of it firm " +
                               short_money(year.due + year.firm, currency),
                           {}}},
                         bar_of(all, all.headline(), currency),
                         {},
                         grid_of(highest, currency),
                         tenants(currency)};
        for (const Period &period : periods) {
            const LedgerParts &parts = period.parts;
            one.months.push_back(
                {to_iso(day_of_month_number(period.first)).substr(0, 7), text_of(period),
                 column_money(parts.due, currency), column_money(parts.firm, currency),
                 column_money(parts.conditional, currency),
                 column_money(parts.cancellable, currency),
                 column_money(parts.headline(), currency), period.first + period.months <= now,
                 bar_of(parts, highest, currency)});
        }
        books.push_back(std::move(one));
    }
    return books;
}

} // namespace offramp
