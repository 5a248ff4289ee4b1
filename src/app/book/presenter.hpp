// Makes the view model of a book. Internal to app.
#pragma once

#include "app/book/session.hpp"

namespace offramp {

class BookPresenter {
  public:
    BookPresenter(const BookSession &session, const BookView &view)
        : session_(session), view_(view) {}

    BookExhibit present() const;

  private:
    // The leases: present_book.cpp.
    std::vector<std::size_t> chosen() const;
    bool is_chosen(std::size_t holding) const;
    bool leaves_soon(std::size_t holding) const;
    std::vector<std::string> sites_of(std::size_t holding) const;
    HoldingRow row(std::size_t holding) const;
    void exits_of(std::size_t holding, std::vector<ExitRow> &rows) const;
    std::string echo() const;
    std::vector<std::string> notes() const;
    std::vector<Control> controls() const;
    std::vector<Fact> summary() const;

    // Their money: present_book_money.cpp.
    std::vector<CurrencyBook> money() const;
    std::vector<ShareRow> tenants(const std::string &currency) const;

    // Sites, worth, slips and claims: present_book_sites.cpp.
    std::vector<SiteView> sites() const;
    std::vector<WorthRow> worth() const;
    std::vector<SlipRow> slips() const;
    std::vector<ClaimRow> claims() const;

    const Lease &lease(std::size_t holding) const { return *session_.models_[holding].lease; }
    const Book &book() const { return session_.book_; }

    const BookSession &session_;
    const BookView &view_;
};

/// "14.2 %" of thousandths.
std::string percent(std::int64_t thousandths);

/// The income of some months, both ends included.
Income income_in(const IncomeSum &sum, std::int32_t first, std::int32_t last);

/// The pieces of a bar: firm, conditional, cancellable, of a whole. Empty pieces are left out.
std::vector<Segment> bar_of(const Income &income, Money whole, std::string_view currency);

/// The band of a lease's handle as pieces of its picture.
std::vector<Segment> band_of(const Timeline &timeline);

} // namespace offramp
