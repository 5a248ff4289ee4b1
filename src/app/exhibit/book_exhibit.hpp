// The view model of a landlord's book: everything that any reader of it shows, as plain data. Every
// word, day and amount is text already. Shares are thousandths, for placing and for widths.
#pragma once

#include "app/exhibit/exhibit.hpp"

namespace offramp {

/// A piece of a bar or of a band.
struct Segment {
    Tone tone;
    std::string label;   ///< "firm", "Google may leave"
    std::string details; ///< "$4.21 billion", "from 31 October 2026"
    std::int64_t left;   ///< thousandths of the whole
    std::int64_t width;
    friend bool operator==(const Segment &, const Segment &) = default;
};

/// One lease of the book.
struct HoldingRow {
    std::string id; ///< of the lease
    std::string title;
    std::string landlord;
    std::string tenant;
    std::vector<std::string> sites;
    std::vector<std::string> kinds; ///< of off-ramps: "late delivery", "on notice", …
    std::string headline;
    std::string firm;
    std::string firm_share; ///< "14.2%"; empty when it is not known
    std::int64_t share;     ///< the same in thousandths; 0 when it is not known
    std::string tenant_exit;
    std::string landlord_exit;
    bool leaves_soon; ///< somebody may give notice within 90 days of the as-of day
    Verdict verdict;
    std::string remark;     ///< "The term has ended.", "A fee is not known: it is in no sum."
    std::int64_t first_day; ///< of the band's picture
    std::int64_t last_day;
    std::string first_text;
    std::string last_text;
    std::vector<Segment> band;
    std::vector<Control> controls; ///< its days of delivery and of notice
    friend bool operator==(const HoldingRow &, const HoldingRow &) = default;
};

/// A month; or several where a picture could not hold so many.
struct MonthRow {
    std::string iso;   ///< of the first: "2026-10"
    std::string month; ///< "Oct 2026", "Jan 2026 – Mar 2026"
    std::string due;
    std::string firm;
    std::string conditional;
    std::string cancellable;
    std::string total;
    bool is_past;
    std::vector<Segment> bar; ///< of the highest month
    friend bool operator==(const MonthRow &, const MonthRow &) = default;
};

/// A line across the picture of the months, at a round amount.
struct GridLine {
    std::string label; ///< "$2 billion"
    std::int64_t at;   ///< thousandths of the highest month
    friend bool operator==(const GridLine &, const GridLine &) = default;
};

struct ShareRow {
    std::string who;
    std::string amount;
    std::string firm;
    std::string share;
    std::vector<Segment> bar;
    friend bool operator==(const ShareRow &, const ShareRow &) = default;
};

/// Money of one currency. Currencies are never added up.
struct CurrencyBook {
    std::string currency;
    std::vector<Fact> totals;
    std::vector<Segment> bar; ///< firm with what is due, conditional, cancellable
    std::vector<MonthRow> months;
    std::vector<GridLine> grid; ///< from the lowest up
    std::vector<ShareRow> tenants;
    friend bool operator==(const CurrencyBook &, const CurrencyBook &) = default;
};

struct ExitRow {
    std::string lease;
    std::string title;
    std::string who;
    std::string reading;  ///< "as chosen", or what is read otherwise
    std::string answer;   ///< "Not yet: from 1 Jan 2027, out on 1 Apr 2027"
    std::string ends;     ///< of the lease, by the first notice still to be had; "–" if none is
    std::string ends_iso; ///< empty if it is no single day
    std::string runway;   ///< what the other side has from the notice on: "90 days"
    friend bool operator==(const ExitRow &, const ExitRow &) = default;
};

struct SiteRow {
    std::string from;
    std::string to;
    std::string from_iso;
    std::string capacity;
    std::string let;
    std::string delivered;
    std::string own;
    std::string free; ///< or by how much more is promised than there is
    Tone tone;
    std::int64_t left; ///< of the picture's days
    std::int64_t width;
    std::vector<Segment> bar; ///< what is let and kept, of the most that there is
    friend bool operator==(const SiteRow &, const SiteRow &) = default;
};
struct SiteView {
    std::string id;
    std::string name;
    std::string unit;
    std::vector<SiteRow> rows;
    std::vector<Fact> claims; ///< what there is, and who takes what in the order of being served
    friend bool operator==(const SiteView &, const SiteView &) = default;
};

/// One figure of what the landlord is said to be worth, with its working.
struct WorthRow {
    std::string label;
    std::string value;
    std::string arithmetic;
    std::string caveat;
    friend bool operator==(const WorthRow &, const WorthRow &) = default;
};

/// A lease under the slip that is dragged through all of them.
struct SlipRow {
    std::string lease;
    std::string title;
    std::string due;
    std::string delivered; ///< the day that is supposed; empty while none is
    Verdict verdict;
    std::vector<Segment> band; ///< by days after the due day
    friend bool operator==(const SlipRow &, const SlipRow &) = default;
};

/// The landlord's own use of what it lets, and what is said of taking it back.
struct ClaimRow {
    std::string label;
    std::string text;
    std::string standing; ///< "Derived here", "Paraphrase, disputed"
    std::string clause;
    friend bool operator==(const ClaimRow &, const ClaimRow &) = default;
};

/// Months that follow each other, with the same chances.
struct ChanceRow {
    std::string months; ///< "Oct 2026 – Jun 2029"
    std::string chance; ///< that a month brings less than the line: "37 in 100", "not known"
    std::int64_t parts; ///< the same, of a million
    std::int64_t count; ///< of the months
    std::string tenth;  ///< what a month brings: one in ten at most
    std::string median;
    std::string ninetieth;
    friend bool operator==(const ChanceRow &, const ChanceRow &) = default;
};
/// What comes of a guess about all deliveries of a book.
struct BookChances {
    std::string supposed;           ///< "even odds by 30 days late, …; all late by the same days"
    std::string line;               ///< "$2.00 billion", of a month
    std::string error;              ///< a sentence, where there is nothing to show
    std::vector<std::string> notes; ///< what is in no sum
    std::vector<ChanceRow> rows;
    friend bool operator==(const BookChances &, const BookChances &) = default;
};

struct BookExhibit {
    std::string book;
    std::string title;
    std::string introduction;
    std::string as_of;
    std::string echo;               ///< what the last change did; may be empty
    std::vector<std::string> notes; ///< what is in no sum, and why
    std::vector<Fact> summary;
    std::int64_t row_count; ///< that the filter leaves
    std::int64_t first_row;
    std::vector<HoldingRow> rows; ///< a window of them
    std::vector<CurrencyBook> money;
    std::vector<ExitRow> exits;
    std::vector<SiteView> sites;
    std::vector<WorthRow> worth;
    std::vector<SlipRow> slips;
    std::optional<BookChances> chances; ///< of a guess; absent until there is one
    std::vector<ClaimRow> claims;
    std::vector<Control> controls; ///< as-of, readings, value, slip, slipping, line
    std::vector<ClauseRow> clauses;
    std::vector<SourceRow> sources;
    friend bool operator==(const BookExhibit &, const BookExhibit &) = default;
};

} // namespace offramp
