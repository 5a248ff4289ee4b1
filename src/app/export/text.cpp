#include "app/export/text.hpp"

#include "app/words/text.hpp"
#include "app/words/text_table.hpp"

namespace offramp {

std::string export_text(const Exhibit &exhibit) {
    std::string out = exhibit.title + "\n";
    out +=
        exhibit.question + "\n\n" + exhibit.verdict.pill + ". " + exhibit.verdict.sentence + "\n";
    for (const std::string &line : {exhibit.verdict.contrast, exhibit.freshness, exhibit.as_of}) {
        out += line.empty() ? "" : line + "\n";
    }

    TextTable rows = {{"Who", "Right", "Window", "Notice", "Earliest end", "Fee", "Status"}};
    for (const RightRow &row : exhibit.rights) {
        rows.push_back(
            {row.holder, row.right, row.window, row.notice, row.effect, row.price, row.status});
    }
    out += "\nWho may leave\n" + text_table(rows);
    for (const RightRow &row : exhibit.rights) {
        out += row.alternative.empty() ? "" : "  Or: " + row.alternative + "\n";
    }

    rows.clear();
    for (const MoneyRow &row : exhibit.money) {
        rows.push_back({row.label, row.exact, row.note});
    }
    out += rows.empty() ? "" : "\nMoney\n" + text_table(rows);

    rows.clear();
    for (const KeyDateRow &row : exhibit.key_dates) {
        rows.push_back({row.date, row.what, row.how});
    }
    out += "\nKey dates\n" + text_table(rows);

    rows.clear();
    for (const Control &control : exhibit.controls) {
        if (control.id.starts_with("reading.")) {
            rows.push_back({control.label, control.value_text, control.hint});
        }
    }
    out += rows.empty() ? "" : "\nReadings chosen\n" + text_table(rows);

    rows.clear();
    for (const ReadingRow &row : exhibit.readings) {
        rows.push_back({row.question, row.label, row.firm.empty() ? "" : "firm " + row.firm,
                        row.difference, row.consequence});
    }
    out += rows.empty() ? "" : "\nIf read otherwise\n" + text_table(rows);

    for (const WhyTree &tree : exhibit.why) {
        out += "\n" + tree.title + "\n";
        for (const WhyRow &row : tree.rows) {
            out += std::string(2 + 2 * static_cast<std::size_t>(row.depth), ' ') + row.text +
                   (row.clause.empty() ? "" : " [" + row.wording + ": " + row.title + "]") + "\n";
        }
    }
    return out;
}

std::string export_figures(const Exhibit &exhibit) {
    std::string out;
    for (const FigureText &figure : exhibit.figures) {
        out += figure.id + "\t" + one_line(figure.text) + "\n";
    }
    return out;
}

} // namespace offramp
