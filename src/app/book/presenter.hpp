// Makes the view model of a book. Internal to app.
#pragma once

#include "app/book/session.hpp"
#include "app/words/answer.hpp"

namespace offramp {

class BookPresenter {
  public:
    BookPresenter(const BookSession &session, const BookView &view)
        : session_(session), view_(view) {}

    BookExhibit present() const;

  private:
    // The leases: present.cpp.
    std::vector<std::size_t> chosen() const;
    bool is_chosen(std::size_t holding) const;
    bool leaves_soon(std::size_t holding) const;
    std::vector<std::string> sites_of(std::size_t holding) const;
    HoldingRow row(std::size_t holding) const;
    std::string echo() const;
    std::vector<std::string> notes() const;
    std::vector<Control> controls() const;
    std::vector<Fact> summary() const;

    // Who may leave them: exits.cpp.
    PartyAnswer answer(std::size_t holding, Role party) const;
    void exits_of(std::size_t holding, std::vector<ExitRow> &rows) const;

    // Their money: money.cpp.
    std::vector<CurrencyBook> money() const;
    std::vector<ShareRow> tenants(const std::string &currency) const;

    // Sites, worth, slips and claims: sites.cpp.
    std::vector<SiteView> sites() const;
    std::vector<WorthRow> worth() const;
    std::vector<SlipRow> slips() const;
    std::vector<ClaimRow> claims() const;

    // How likely its income is: chances.cpp.
    std::optional<BookChances> chances() const;
    const std::optional<IncomeChances> &counted_chances() const;
    Money highest_month() const;
    Money line() const;
    void add_chance_controls(std::vector<Control> &controls) const;

    const Lease &lease(std::size_t holding) const { return *session_.models_[holding].lease; }
    const Book &book() const { return session_.book_; }

    const BookSession &session_;
    const BookView &view_;
};

/// "14.2%" of thousandths.
std::string percent(std::int64_t thousandths);

/// The ledger of some months, both ends included.
LedgerParts ledger_in(const LedgerSum &sum, std::int32_t first, std::int32_t last);

/// The pieces of a bar: firm with what is due, conditional, cancellable, of a whole. Empty pieces
/// are left out.
std::vector<Segment> bar_of(const LedgerParts &parts, Money whole, std::string_view currency);

/// "Not yet: from 1 Jan 2027, out on 1 Apr 2027".
std::string exit_text(const PartyAnswer &answer);

/// Whether notice may be given by it, on the day seen from or later, whatever is delivered.
bool is_to_be_had(const WayOut &way);

/// The band of a lease's handle as pieces of its picture.
std::vector<Segment> band_of(const Timeline &timeline);

} // namespace offramp
