// The Exhibit as text for other readers. Each is complete and fetches nothing.
#pragma once

#include "app/exhibit.hpp"
#include "app/explain.hpp"
#include "app/model.hpp"

#include <string>
#include <string_view>

namespace offramp {

/// The picture as a stand-alone SVG with a title and a description; colours by class names that
/// web/style.css knows, and by attributes where no style sheet is at hand.
std::string export_svg(const Exhibit &exhibit);

/// The static twin: picture, verdict, tables, reasons and sources as an HTML fragment.
std::string export_html(const Exhibit &exhibit);

/// The same answer for a terminal.
std::string export_text(const Exhibit &exhibit);

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

/// The exactly known days as a calendar (RFC 5545), with reminders of those that open or close a
/// window. Entries keep their UIDs from scenario to scenario. Empty when no day is known.
/// `address` is the page's; one that cannot be cited is left out.
std::string export_ics(const Model &model, const Exhibit &exhibit, std::string_view address);

/// `& < > " '` as entities.
std::string escaped(std::string_view text);

} // namespace offramp
