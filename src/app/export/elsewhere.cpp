#include "app/export/elsewhere.hpp"

#include "app/words/text_table.hpp"

namespace offramp {

std::string export_elsewhere(const ElsewhereExhibit &shown) {
    std::string out =
        "Supposed: " + shown.supposed + ". A guess, not a fact.\nThis lease: " + shown.own + "\n";
    TextTable rows = {{"Who", "Right", "First end", "Fees from then on", "Elsewhere", "Exit fee",
                       "Leaving saves", "Break-even"}};
    for (const LeavingRow &row : shown.ways) {
        rows.push_back({row.holder, row.right, row.end, row.fees, row.elsewhere, row.exit_fee,
                        row.saves, row.break_even});
    }
    out += shown.ways.empty() ? "" : "\nStay or leave\n" + text_table(rows);
    for (const LeavingRow &row : shown.ways) {
        out += "  " + row.holder + ", " + row.right + ": " + row.when + "\n";
    }
    return out + "  " + shown.other_side + "\n";
}

} // namespace offramp
