#include "app/export.hpp"

#include "app/text.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// Characters as a terminal counts them: UTF-8 continuation bytes take no room.
std::size_t width_of(const std::string &text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

/// Rows in columns as wide as their widest cell.
std::string table(const std::vector<std::vector<std::string>> &rows) {
    std::vector<std::size_t> widths;
    for (const auto &row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], width_of(row[i]));
        }
    }
    std::string out;
    for (const auto &row : rows) {
        std::string line = " ";
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += " " + row[i] + std::string(widths[i] - width_of(row[i]) + 1, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

} // namespace

std::string export_text(const Exhibit &exhibit) {
    std::string out = exhibit.title + "\n";
    out +=
        exhibit.question + "\n\n" + exhibit.verdict.pill + ". " + exhibit.verdict.sentence + "\n";
    for (const std::string &line : {exhibit.verdict.contrast, exhibit.freshness, exhibit.as_of}) {
        out += line.empty() ? "" : line + "\n";
    }

    std::vector<std::vector<std::string>> rows = {
        {"Who", "Right", "Window", "Notice", "Earliest end", "Fee", "Status"}};
    for (const RightRow &row : exhibit.rights) {
        const std::string window = row.first_iso.empty() || row.last_iso.empty()
                                       ? row.window
                                       : row.first_iso + " to " + row.last_iso;
        rows.push_back({row.holder, row.right, window, row.notice,
                        row.effect_iso.empty() ? row.effect : row.effect_iso, row.price,
                        row.status});
    }
    out += "\nWho may leave\n" + table(rows);
    for (const RightRow &row : exhibit.rights) {
        out += row.alternative.empty() ? "" : "  Or: " + row.alternative + "\n";
    }

    rows.clear();
    for (const MoneyRow &row : exhibit.money) {
        rows.push_back({row.label, row.exact, row.note});
    }
    out += rows.empty() ? "" : "\nMoney\n" + table(rows);

    rows.clear();
    for (const KeyDateRow &row : exhibit.key_dates) {
        rows.push_back({row.iso.empty() ? row.date : row.iso, row.what, row.how});
    }
    out += "\nKey dates\n" + table(rows);

    rows.clear();
    for (const Control &control : exhibit.controls) {
        if (control.id.starts_with("reading.")) {
            rows.push_back({control.label, control.value_text, control.hint});
        }
    }
    out += rows.empty() ? "" : "\nReadings chosen\n" + table(rows);

    rows.clear();
    for (const ReadingRow &row : exhibit.readings) {
        const std::string window =
            row.first_iso.empty()
                ? "no window"
                : row.first_iso + " to " + (row.last_iso.empty() ? "–" : row.last_iso);
        rows.push_back({row.question, row.label, window, "firm " + row.firm, row.difference});
    }
    out += rows.empty() ? "" : "\nIf read otherwise\n" + table(rows);

    for (const WhyTree &tree : exhibit.why) {
        out += "\n" + tree.title + "\n";
        for (const WhyRow &row : tree.rows) {
            out += std::string(2 + 2 * static_cast<std::size_t>(row.depth), ' ') + row.text +
                   (row.clause.empty() ? "" : " [" + row.clause + ", " + row.wording + "]") + "\n";
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
