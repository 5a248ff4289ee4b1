#include "app/export/csv.hpp"
#include "platform/native/line_results.hpp"

namespace offramp {

namespace {

class CsvRow {
  public:
    std::string header() {
        for (const std::string_view name :
             {"format", "lease", "title", "currency", "as_of", "answer", "sentence"}) {
            cell(name);
        }
        for (const Side &side : sides) {
            for (const std::string_view name : {"answer", "right"}) {
                cell(std::string{side.name} + "_" + std::string{name});
            }
            for (const std::string_view what : way_values) {
                cell(std::string{side.name} + "_" + std::string{what});
            }
        }
        for (const std::string_view part : ledger_parts) {
            cell(part);
        }
        for (const std::string_view name : {"unknown", "ways", "warnings", "line", "error"}) {
            cell(name);
        }
        for (const std::string_view name : asked_columns) {
            cell(name);
        }
        return row();
    }

    std::string answer(const LineAnswer &of) {
        const LineResults answers{of};
        cell(std::to_string(row_format));
        cell(of.lease.id);
        cell(of.lease.title);
        cell(of.lease.currency);
        cell(to_iso(of.as_of));
        const PartyAnswer to_question = answers.to_question();
        cell(to_question.label);
        cell(to_question.sentence);
        for (const Side &side : sides) {
            const PartyAnswer own = answers.of_side(side.role);
            const WayOut *way = own.way ? &answers.ways()[*own.way] : nullptr;
            cell(own.label);
            cell(way == nullptr ? "" : answers.right_id(*way));
            for (const std::string_view what : way_values) {
                value(way == nullptr ? "none" : answers.value(*way, what));
            }
        }
        for (const std::string_view part : ledger_parts) {
            raw(answers.money(part)); // a number of our own making: a negative one is no formula
        }
        std::string unknown;
        for (const std::string &fee : answers.unknown()) {
            unknown += (unknown.empty() ? "" : " ") + fee;
        }
        cell(unknown);
        cell(std::to_string(answers.ways().size()));
        cell(std::to_string(of.warnings.size()));
        cell(of.line ? std::to_string(*of.line) : "");
        cell("");
        asked(of);
        return row();
    }

    std::string error(std::int64_t line, const std::vector<Finding> &findings) {
        constexpr std::size_t empty_cells =
            6 + sides.size() * (2 + way_values.size()) + ledger_parts.size() + 3;
        cell(std::to_string(row_format));
        for (std::size_t i = 0; i < empty_cells; ++i) {
            cell("");
        }
        cell(std::to_string(line));
        std::string text;
        for (const Finding &finding : first_of(findings, Severity::Error)) {
            text += (text.empty() ? "" : " ") + finding.code + " at column " +
                    std::to_string(finding.column) + ": " + quotable(finding.message);
        }
        cell(text);
        nothing_asked();
        return row();
    }

  private:
    static constexpr std::array<std::string_view, 7> asked_columns = {
        "likely_outcomes",       "likely_ways", "likely_firm_tenth", "likely_firm_median",
        "likely_firm_ninetieth", "break_even",  "question_error"};

    void nothing_asked() {
        for (std::size_t i = 0; i < asked_columns.size(); ++i) {
            cell("");
        }
    }

    /// "On time 105263; Late 533867", "late-delivery tenant 360870; …", "convenience 11.4466".
    void asked(const LineAnswer &of) {
        if (!of.asked) {
            return nothing_asked();
        }
        const LineQuestion asked{of.lease, *of.asked};
        const QuestionExhibit &shown = asked.shown();
        std::string outcomes;
        std::string ways;
        const auto add = [](std::string &list, const std::string &name, const std::string &value) {
            list += (list.empty() ? "" : "; ") + name + " " + value;
        };
        if (shown.prospect) {
            for (const LikelyOutcome &one : shown.prospect->outcomes) {
                add(outcomes, one.label, std::to_string(one.parts));
            }
            for (const LineQuestion::LikelyWayName &way : asked.likely_ways()) {
                add(ways, way.right + " " + std::string{way.holder},
                    asked.value(way.path() + "arises"));
            }
        }
        cell(outcomes);
        cell(ways);
        for (const std::string_view name : quantile_names) {
            value(shown.prospect ? asked.value("likely.firm." + std::string{name}) : "none");
        }
        std::string prices;
        for (const std::string &right :
             asked.has_comparison() ? asked.rights_to_leave() : std::vector<std::string>{}) {
            add(prices, right, asked.value("elsewhere.ways." + right + ".break_even"));
        }
        cell(prices);
        const bool has_both = !shown.likely_error.empty() && !shown.elsewhere_error.empty();
        cell(shown.likely_error + (has_both ? " " : "") + shown.elsewhere_error);
    }

    void raw(std::string_view text) {
        out_ += is_first_ ? "" : ",";
        out_ += text;
        is_first_ = false;
    }
    void cell(std::string_view text) { raw(csv_cell(text)); }
    /// What does not exist has an empty cell.
    void value(std::string_view text) { cell(text == "none" ? "" : text); }
    std::string row() { return std::move(out_) + "\n"; }

    std::string out_;
    bool is_first_ = true;
};

} // namespace

std::string csv_header() { return CsvRow{}.header(); }

std::string csv_answer(const LineAnswer &of) { return CsvRow{}.answer(of); }

std::string csv_error(std::int64_t line, const std::vector<Finding> &findings) {
    return CsvRow{}.error(line, findings);
}

} // namespace offramp
