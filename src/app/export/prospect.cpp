#include "app/export/prospect.hpp"

#include "app/words/text.hpp"
#include "app/words/text_table.hpp"

namespace offramp {

namespace {

/// "between A and B; the median is C".
void add_row(TextTable &rows, std::string what, const LikelyQuantiles &quantiles) {
    if (!quantiles.median.empty()) {
        rows.push_back({std::move(what), quantiles.tenth, quantiles.median, quantiles.ninetieth});
    }
}

} // namespace

std::string export_prospect(const ProspectExhibit &prospect) {
    std::string out =
        "Supposed: " + prospect.supposed + ". " + prospect.as_of + ". A guess, not a fact.\n";
    TextTable rows;
    for (const LikelyOutcome &one : prospect.outcomes) {
        rows.push_back({one.chance, one.label});
    }
    out += rows.empty() ? "" : "\nWhat follows\n" + text_table(rows);

    rows = {{"Who", "Right", "Notice can be given on some day"}};
    TextTable days = {{"", "One in ten by", "Even odds by", "Nine in ten by"}};
    for (const LikelyWay &way : prospect.ways) {
        rows.push_back({way.holder, way.right, way.chance});
        add_row(days, way.holder + ", " + way.right + ": first day for notice", way.first);
        add_row(days, way.holder + ", " + way.right + ": earliest end", way.ends);
    }
    out += prospect.ways.empty() ? "" : "\nWho may leave\n" + text_table(rows);
    out += days.size() == 1 ? "" : "\nIf the right arises\n" + text_table(days);

    rows = {{"", "One in ten at most", "Median", "Nine in ten at most"}};
    add_row(rows, "Payable if the first free way out is taken", prospect.firm);
    out += rows.size() == 1 ? "" : "\nMoney\n" + text_table(rows);
    out += prospect.caveat.empty() ? "" : "  " + prospect.caveat + "\n";

    rows.clear();
    for (const LikelyMonths &months : prospect.months) {
        rows.push_back(
            {months.first + (months.first == months.last ? "" : " – " + months.last), months.fees});
    }
    out += rows.empty() ? "" : "\nExpected fees a month, if nobody leaves\n" + text_table(rows);
    return out;
}

} // namespace offramp
