// What the engine finds as lines of one table, in the words of programs. Internal to app.
#pragma once

#include "app/words/explain.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

/// In the order in which they are written. `From` and `To` are ISO days, both included, and
/// `Amount` is a decimal, where they are exactly known; `Least` and `Most` are bounds of what is
/// not. `Reading` is the option under which the line holds, empty for those chosen; `DisputedBy`
/// names the readings of which another option gives another value.
enum class Column {
    Table,
    Id,
    What,
    Who,
    From,
    To,
    Value,
    Amount,
    Least,
    Most,
    Currency,
    Standing,
    Reading,
    DisputedBy,
    How,
    Clause,
    Wording,
    Sources,
};

struct TidyRow {
    std::array<std::string, 18> cells; ///< by Column

    std::string &operator[](Column column) { return cells[static_cast<std::size_t>(column)]; }
    const std::string &operator[](Column column) const {
        return cells[static_cast<std::size_t>(column)];
    }
};

/// As one line of the table, with its end.
std::string csv_line(const TidyRow &row);

TidyRow tidy_row(std::string_view table, std::string_view id, std::string_view what,
                 std::string_view value);

/// Rights, key dates, money and months under the readings chosen, and after them every line that
/// another option of one reading changes.
std::vector<TidyRow> tidy_rows(const Answered &answered, Date as_of);

} // namespace offramp
