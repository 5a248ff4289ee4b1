// The whole answer as one tidy table, a line for each value. Programs read ISO days and plain
// decimals from columns of their own; the words of the tables stand beside them.
#include "app/export/csv.hpp"

#include "app/controls/controls.hpp"
#include "app/export/parts.hpp"
#include "app/export/tidy_rows.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::string_view header = "table,id,what,who,from,to,value,amount,least,most,currency,"
                                    "standing,reading,disputed_by,how,clause,wording,sources\r\n";

class Lines {
  public:
    Lines(const Model &model, const Exhibit &exhibit) : model_(model), exhibit_(exhibit) {}

    std::string write() {
        out_ = header;
        about();
        suppositions();
        values();
        readings();
        for (const ClauseRow &clause : exhibit_.clauses) {
            TidyRow row = tidy_row("clause", clause.id, clause.title, clause.text);
            row[Column::Clause] = clause.id;
            write(row);
        }
        for (const SourceRow &source : exhibit_.sources) {
            TidyRow row = tidy_row("source", source.id, source.title, source.url);
            row[Column::How] = source.kind + (source.date.empty() ? "" : ", " + source.date);
            write(row);
        }
        return std::move(out_);
    }

  private:
    void about() {
        const auto say = [&](std::string_view id, std::string_view what, std::string_view value) {
            TidyRow row = tidy_row("lease", id, what, value);
            write(row);
        };
        say("id", "Lease", exhibit_.lease);
        say("title", "Title", exhibit_.title);
        say("terms", "Version of the terms", model_.lease->terms_version);
        say("as-of", "As of", to_iso(model_.now.as_of));
        say("permalink", "Fragment that brings this scenario back", exhibit_.permalink);
        say("verdict", exhibit_.question, exhibit_.verdict.pill);
        say("sentence", exhibit_.question, exhibit_.verdict.sentence);
    }

    void suppositions() {
        for (const Target &target : targets_of(model_)) {
            const Control control = control_of(model_, target);
            TidyRow row = tidy_row("supposition", control.id, control.label, control.value);
            const bool is_changed =
                range_at(model_.now, target) != range_at(model_.published, target);
            row[Column::Standing] = is_changed ? "supposed" : "published";
            row[Column::How] = control.value_text;
            write(row);
        }
    }

    void values() {
        const Supposition &now = model_.now;
        const LeaseState state = evaluate(*model_.lease, now.scenario, now.as_of);
        for (TidyRow &row : tidy_rows({*model_.lease, now.scenario, state}, now.as_of)) {
            if (row[Column::Reading].empty()) {
                add_words(row);
            }
            write(row);
        }
    }

    /// What the tables of the Exhibit say of the same line.
    void add_words(TidyRow &row) const {
        for (const KeyDateRow &key : exhibit_.key_dates) {
            if (row[Column::Table] == "date" && row[Column::Id] == key.id) {
                row[Column::How] = key.how;
                row[Column::Clause] = key.clause;
            }
        }
        for (const RightRow &right : exhibit_.rights) {
            if (row[Column::Table] == "right" && row[Column::Id] == right.id + ".effect") {
                row[Column::How] = "Notice: " + right.notice;
            }
        }
    }

    void readings() {
        const Lease &lease = *model_.lease;
        for (std::size_t i = 0; i < lease.readings.size(); ++i) {
            const Reading &reading = lease.readings[i];
            for (std::size_t option = 0; option < reading.options.size(); ++option) {
                const Option &one = reading.options[option];
                TidyRow row = tidy_row("reading", reading.id, reading.question, label_or_id(one));
                const bool is_chosen =
                    static_cast<std::int32_t>(option) == model_.now.scenario.readings[i];
                row[Column::Standing] = is_chosen ? "chosen" : "possible";
                row[Column::Reading] = reading.id + "=" + one.id;
                row[Column::How] = one.explanation;
                row[Column::Clause] =
                    reading.clause ? get(lease.clauses, *reading.clause).id : std::string{};
                write(row);
            }
        }
    }

    void write(TidyRow &row) {
        if (const ClauseRow *clause = clause_of(exhibit_, row[Column::Clause])) {
            row[Column::Wording] = clause->wording;
            for (const std::string &source : clause->sources) {
                row[Column::Sources] += (row[Column::Sources].empty() ? "" : " ") + source;
            }
        }
        out_ += csv_line(row);
    }

    const Model &model_;
    const Exhibit &exhibit_;
    std::string out_;
};

} // namespace

std::string csv_line(const TidyRow &row) {
    std::string out;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto column = static_cast<Column>(i);
        out += column == Column::Table ? "" : ",";
        // Numbers of our own making: a negative one is no formula.
        if (column == Column::Amount || column == Column::Least || column == Column::Most) {
            out += row.cells[i];
        } else {
            out += csv_cell(row.cells[i]);
        }
    }
    return out + "\r\n";
}

std::string csv_cell(std::string_view content) {
    std::string text = one_line(content);
    if (!text.empty() && std::string_view{"=+-@"}.find(text.front()) != std::string_view::npos) {
        text.insert(0, 1, '\'');
    }
    constexpr std::array<Escape, 1> quote = {{{'"', "\"\""}}};
    const bool is_quoted = text.find_first_of(",\"") != std::string::npos;
    return is_quoted ? '"' + escaped_by(text, quote) + '"' : text;
}

std::string export_csv(const Model &model, const Exhibit &exhibit) {
    const LocaleScope scope{model.locale};
    return Lines{model, exhibit}.write();
}

} // namespace offramp
