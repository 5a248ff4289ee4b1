// The answer as a table for programs and spreadsheets.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/model/model.hpp"

#include <string>
#include <string_view>

namespace offramp {

/// The answer as one tidy table (RFC 4180): rights, key dates, money, months and readings, a line
/// for each value. `standing` says what a line is worth: `known`; `bounded`, with `least` and
/// `most`; `unknown`; `depends`, where it is not known whether there is such a day; `none`;
/// `published` or `supposed`; `chosen` or `possible`. A line with a `reading` holds under that
/// option alone, and `disputed_by` names the readings that would change a line.
std::string export_csv(const Model &model, const Exhibit &exhibit);

/// A text as one cell of a CSV table, on one line, that no spreadsheet takes for a formula.
std::string csv_cell(std::string_view content);

} // namespace offramp
