// A reader's session with a book: what is supposed of each lease, and what follows for all of them.
// One lease is evaluated again when one lease is touched; the sums follow by difference.
#pragma once

#include "app/exhibit/book_exhibit.hpp"
#include "app/model/model.hpp"
#include "core/book/book.hpp"
#include "core/book/chances.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

/// Which rows of the book are shown, and in which order.
struct BookView {
    std::string words{};    ///< that title, landlord, tenant or site hold; any order, any case
    std::string landlord{}; ///< empty: any
    std::string tenant{};
    std::string site{};
    std::string kind{};       ///< of off-ramp
    bool leaves_soon = false; ///< only those that somebody may leave within 90 days
    enum class Order { Book, FirmShare, Headline, FirstExit } order = Order::Book;
    std::int64_t first_row = 0;
    std::int64_t row_count = 50;
    friend bool operator==(const BookView &, const BookView &) = default;
};

/// "firm", "headline", "exit"; the book's own order for any other word.
BookView::Order order_named(std::string_view word);

class BookSession {
  public:
    /// Precondition: the leases are those of the book's holdings, in their order.
    BookSession(Book book, std::vector<std::shared_ptr<const Lease>> leases);

    /// Operates a control of a lease: `deliver`, `units`, `notice.<right>`, `reading.<id>` …; an
    /// error, or nothing.
    std::string set(std::size_t holding, std::string_view control, std::string_view value,
                    Stage stage = Stage::Settled);
    /// Operates a control of the book: `as-of`, `reading.<id>`, `value`, `slip`, `reset`; `likely`
    /// (how late all deliveries come, as `parse_lateness` takes it, or none), `slipping`
    /// (together or apart), `line` (an amount of the book's currency).
    std::string set(std::string_view control, std::string_view value);

    BookExhibit present(const BookView &view) const;

    const Book &book() const { return book_; }
    const std::vector<Model> &models() const { return models_; }
    const std::vector<HoldingState> &states() const { return states_; }
    const std::map<std::string, LedgerSum> &sums() const { return sums_; }
    std::optional<std::size_t> holding_of(std::string_view lease) const;

  private:
    friend class BookPresenter;
    std::string set_in_book(std::string_view control, std::string_view value);
    void evaluate_all();
    void evaluate(std::size_t holding);

    Book book_;
    std::vector<Model> models_; ///< one for each holding, all seen from one day
    std::vector<HoldingState> states_;
    std::map<std::string, LedgerSum> sums_; ///< by currency
    std::vector<std::int32_t> readings_;    ///< by ReadingId of the book
    Date as_of_;
    std::size_t value_ = 0;            ///< index into the stated values
    std::optional<Money> own_value_;   ///< what the reader says instead
    std::optional<std::int64_t> slip_; ///< days; nothing until a reader supposes some
    std::string likely_;               ///< a guess; empty until a reader makes one
    Slipping slipping_ = Slipping::Together;
    std::optional<Money> line_; ///< of a month's income; nothing: half of the highest month
    std::string echo_;          ///< what the last deed to the book did
    std::optional<std::size_t> touched_; ///< the holding that the last deed was done to
    HoldingEvaluator evaluator_;

    /// What is costly to say, and lasts until what it speaks of changes.
    struct Said {
        HoldingRow row;
        std::vector<ExitRow> exits;
    };
    mutable std::vector<std::optional<Said>> said_; ///< by holding
    mutable std::optional<std::vector<SlipRow>> slips_;
    mutable std::optional<IncomeChances> chances_; ///< of the guess, where there is one and it can
                                                   ///< be counted
    mutable bool has_counted_ = false;
    std::vector<std::string> tenant_names_;
    std::vector<std::size_t> tenants_; ///< by holding: index into the names
};

} // namespace offramp
