// The Exhibit as text for other readers. Each is complete and fetches nothing.
#pragma once

#include "app/exhibit/book_exhibit.hpp"
#include "app/exhibit/exhibit.hpp"
#include "app/model/model.hpp"
#include "app/words/explain.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace offramp {

/// The picture as a stand-alone SVG with a title and a description; colours by class names that
/// web/element/element.css knows, and by attributes where no style sheet is at hand.
std::string export_svg(const Exhibit &exhibit);

/// The card that social networks show for a link: 1200 by 630 pixels, stand-alone. Only the command
/// line makes it; no page carries it.
std::string export_card(const Model &model, const Exhibit &exhibit);

/// The static twin: picture, verdict, tables, reasons and sources as an HTML fragment.
std::string export_html(const Exhibit &exhibit);

/// The same answer for a terminal.
std::string export_text(const Exhibit &exhibit);

/// A book for a terminal.
std::string export_book_text(const BookExhibit &exhibit);

/// What prose may name, as `id`, a tab and the text, one line each.
std::string export_figures(const Exhibit &exhibit);

/// Why: every right, named value, remedy and sum, each with its reasons down to the papers, and the
/// words of the clauses that they cite.
std::string export_reasons(const Answered &answered, Date as_of);

/// Every combination of the readings that matter, with the windows and the money of each.
std::string export_readings(const Lease &lease, const Scenario &scenario, Date as_of);

/// Fees and credits by month, if nobody leaves.
std::string export_months(const Lease &lease, const LeaseState &state);

/// The answer as one tidy table (RFC 4180): rights, key dates, money, months and readings, a line
/// for each value. `standing` says what a line is worth: `known`; `bounded`, with `least` and
/// `most`; `unknown`; `depends`, where it is not known whether there is such a day; `none`;
/// `published` or `supposed`; `chosen` or `possible`. A line with a `reading` holds under that
/// option alone, and `disputed_by` names the readings that would change a line.
std::string export_csv(const Model &model, const Exhibit &exhibit);

/// A text as one cell of a CSV table, on one line, that no spreadsheet takes for a formula.
std::string csv_cell(std::string_view content);

/// The exactly known days as a calendar (RFC 5545), with reminders of those that open or close a
/// window. Entries keep their UIDs from scenario to scenario. Empty when no day is known.
/// `address` is the page's; one that cannot be cited is left out.
std::string export_ics(const Model &model, const Exhibit &exhibit, std::string_view address);

/// The page's address with this scenario's permalink. Empty for an address that is not http or
/// https, or that holds what no address does: quotation marks, spaces, brackets, other letters.
std::string cited_address(std::string_view page, const Exhibit &exhibit);

/// The verdict with what was supposed, the lease's sources, the day seen from and the page.
std::string export_sentence(const Model &model, const Exhibit &exhibit, std::string_view address);

/// The verdict with a `<ref>` that cites the page, for a wiki.
std::string export_wikitext(const Model &model, const Exhibit &exhibit, std::string_view address);

/// An entry `@online` for a bibliography.
std::string export_bibtex(const Model &model, const Exhibit &exhibit, std::string_view address);

/// What a reader may take away: `svg`, `csv`, `ics`, `sentence`, `wikitext` or `bibtex`; nothing
/// for another format. Every shell takes it from here.
std::optional<std::string> export_as(std::string_view format, const Model &model,
                                     const Exhibit &exhibit, std::string_view address);

/// `& < > " '` as entities.
std::string escaped(std::string_view text);

} // namespace offramp
