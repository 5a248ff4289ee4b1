#include "app/export/question_csv.hpp"

#include "app/answers/answer_text.hpp"
#include "app/export/tidy_rows.hpp"
#include "app/words/likely_text.hpp"
#include "app/words/words.hpp"

namespace offramp {

namespace {

class QuestionLines {
  public:
    QuestionLines(const Lease &lease, const QuestionAnswers &answers)
        : lease_(lease), answers_(answers) {}

    std::string write() {
        const QuestionExhibit &shown = answers_.shown();
        if (shown.prospect) {
            likely(*shown.prospect);
        }
        if (shown.elsewhere) {
            elsewhere(*shown.elsewhere);
        }
        return std::move(out_);
    }

  private:
    void write(TidyRow row) {
        row[Column::Standing] = "supposed";
        out_ += csv_line(row);
    }

    static void put_chance(TidyRow &row, Parts least, Parts most) {
        row[Column::Value] = chance_text(least, most);
        row[Column::How] = "parts of a million";
        if (least == most) {
            row[Column::Amount] = std::to_string(least);
        } else {
            row[Column::Least] = std::to_string(least);
            row[Column::Most] = std::to_string(most);
        }
    }

    void likely(const ProspectExhibit &shown) {
        write(tidy_row("likely", "supposed", "A guess, not a fact", shown.supposed));
        for (const LikelyOutcome &one : shown.outcomes) {
            TidyRow row = tidy_row("likely", "outcome", one.label, "");
            put_chance(row, one.parts, one.parts);
            write(row);
        }
        for (std::size_t i = 0; i < shown.ways.size(); ++i) {
            way(shown.ways[i], answers_.prospect()->ways[i]);
        }
        for (const std::string_view which : {"tenth", "median", "ninetieth"}) {
            amount("likely", "firm." + std::string{which},
                   "Payable if the first free way out is taken", "",
                   answers_.at("likely.firm." + std::string{which}));
        }
        for (const LikelyMonths &months : shown.months) {
            TidyRow row =
                tidy_row("likely", "month", "Expected fees a month, if nobody leaves", months.fees);
            row[Column::From] = months.first + "-01";
            row[Column::To] = to_iso(last_of_month(*parse_iso(months.last + "-01")));
            row[Column::Amount] = answers_.at("likely.months." + months.first).value_or("");
            row[Column::Currency] = lease_.currency;
            write(row);
        }
    }

    void way(const LikelyWay &shown, const WayProspect &way) {
        const std::string &right = get(lease_.rights, way.right).id;
        const auto line = [&](const std::string &id, std::string_view value) {
            TidyRow row = tidy_row("likely", right + "." + id, shown.right, value);
            row[Column::Who] = shown.holder;
            return row;
        };
        TidyRow arises = line("arises", "");
        put_chance(arises, way.arises.least, way.arises.most);
        write(arises);
        for (std::size_t i = 0; i < way.steps.size(); ++i) {
            TidyRow row = line("open", "");
            row[Column::From] = to_iso(way.steps[i].from);
            row[Column::To] =
                i + 1 < way.steps.size() ? to_iso(add_days(way.steps[i + 1].from, -1)) : "";
            put_chance(row, way.steps[i].open.least, way.steps[i].open.most);
            write(row);
        }
        const std::string path =
            "likely.ways." + right + "." + std::string{word_of_holder(way.holder)} + ".";
        for (const char *id : {"first.tenth", "first.median", "first.ninetieth", "ends.tenth",
                               "ends.median", "ends.ninetieth"}) {
            const std::string day = answers_.at(path + id).value_or("none");
            if (day != "none") {
                TidyRow row = line(id, day);
                row[Column::From] = day;
                row[Column::To] = day;
                write(row);
            }
        }
    }

    void amount(std::string_view table, std::string_view id, std::string_view what,
                std::string_view who, const std::optional<std::string> &decimal) {
        if (decimal && *decimal != "none") {
            TidyRow row = tidy_row(table, id, what, *decimal);
            row[Column::Who] = who;
            row[Column::Amount] = *decimal;
            row[Column::Currency] = lease_.currency;
            write(row);
        }
    }

    void elsewhere(const ElsewhereExhibit &shown) {
        write(tidy_row("elsewhere", "supposed", "A guess, not a fact", shown.supposed));
        amount("elsewhere", "own_price", shown.own, "", answers_.at("elsewhere.own_price"));
        for (std::size_t i = 0; i < shown.ways.size(); ++i) {
            const LeavingRow &row = shown.ways[i];
            const std::string &right =
                get(lease_.rights, answers_.comparison()->ways[i].way.right).id;
            const std::string path = "elsewhere.ways." + right + ".";
            TidyRow end = tidy_row("elsewhere", right + ".end", row.right, row.end);
            end[Column::Who] = row.holder;
            end[Column::From] = answers_.at(path + "end").value_or("");
            end[Column::To] = end[Column::From];
            end[Column::How] = row.when;
            write(end);
            for (const char *what : {"fees", "elsewhere", "exit_fee", "saves", "break_even"}) {
                amount("elsewhere", right + "." + what, row.right, row.holder,
                       answers_.at(path + what));
            }
        }
    }

    const Lease &lease_;
    const QuestionAnswers &answers_;
    std::string out_;
};

} // namespace

std::string export_question_csv(const Lease &lease, const QuestionAnswers &answers) {
    return QuestionLines{lease, answers}.write();
}

} // namespace offramp
