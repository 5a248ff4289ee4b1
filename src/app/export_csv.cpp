// The whole answer as one tidy table, a line for each value. Programs read ISO days and plain
// decimals from columns of their own; the words of the tables stand beside them.
#include "app/export.hpp"

#include "app/controls.hpp"
#include "app/export_parts.hpp"
#include "app/text.hpp"
#include "app/tidy_rows.hpp"
#include "core/evaluate.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::string_view header = "table,id,what,who,from,to,value,amount,least,most,currency,"
                                    "standing,reading,disputed_by,how,clause,wording,sources\r\n";

class Table {
  public:
    Table(const Model &model, const Exhibit &exhibit) : model_(model), exhibit_(exhibit) {}

    std::string write() {
        out_ = header;
        about();
        suppositions();
        values();
        readings();
        for (const ClauseRow &row : exhibit_.clauses) {
            write({.table = "clause",
                   .id = row.id,
                   .what = row.title,
                   .value = row.text,
                   .clause = row.id});
        }
        for (const SourceRow &row : exhibit_.sources) {
            write({.table = "source",
                   .id = row.id,
                   .what = row.title,
                   .value = row.url,
                   .how = row.kind + (row.date.empty() ? "" : ", " + row.date)});
        }
        return std::move(out_);
    }

  private:
    void about() {
        const auto say = [&](std::string id, std::string what, std::string value) {
            write({.table = "lease",
                   .id = std::move(id),
                   .what = std::move(what),
                   .value = std::move(value)});
        };
        say("id", "Lease", exhibit_.lease);
        say("title", "Title", exhibit_.title);
        say("terms", "Version of the terms", model_.lease->terms_version);
        say("as-of", "Seen from", to_iso(model_.now.as_of));
        say("permalink", "Fragment that brings this scenario back", exhibit_.permalink);
        say("verdict", exhibit_.question, exhibit_.verdict.pill);
        say("sentence", exhibit_.question, exhibit_.verdict.sentence);
    }

    void suppositions() {
        const std::vector<Control> changed = changed_controls(model_);
        for (Control &control : controls_of(model_)) {
            if (control.kind == ControlKind::Button || control.kind == ControlKind::Toggle) {
                continue;
            }
            const bool is_changed =
                std::any_of(changed.begin(), changed.end(),
                            [&](const Control &one) { return one.id == control.id; });
            write({.table = "supposition",
                   .id = std::move(control.id),
                   .what = std::move(control.label),
                   .value = std::move(control.value),
                   .standing = is_changed ? "supposed" : "published",
                   .how = std::move(control.value_text)});
        }
    }

    void values() {
        const Supposition &now = model_.now;
        const LeaseState state = evaluate(*model_.lease, now.scenario, now.as_of);
        const Answered answered{*model_.lease, now.scenario, state};
        for (TidyRow &row : tidy_rows(answered, now.as_of)) {
            if (row.reading.empty()) {
                add_words(row);
            }
            write(row);
        }
    }

    /// What the tables of the Exhibit say of the same line.
    void add_words(TidyRow &row) const {
        for (const KeyDateRow &key : exhibit_.key_dates) {
            if (row.table == "date" && row.id == key.id) {
                row.how = key.how;
                row.clause = key.clause;
            }
        }
        for (const RightRow &right : exhibit_.rights) {
            if (row.table == "right" && row.id == right.id + ".window") {
                row.value = right.window;
            } else if (row.table == "right" && row.id == right.id + ".effect") {
                row.how = "Notice: " + right.notice;
            }
        }
    }

    void readings() {
        const Lease &lease = *model_.lease;
        for (std::size_t i = 0; i < lease.readings.size(); ++i) {
            const Reading &reading = lease.readings[i];
            for (std::size_t option = 0; option < reading.options.size(); ++option) {
                const Option &one = reading.options[option];
                const bool is_chosen =
                    static_cast<std::int32_t>(option) == model_.now.scenario.readings[i];
                write({.table = "reading",
                       .id = reading.id,
                       .what = reading.question,
                       .value = one.label.empty() ? one.id : one.label,
                       .standing = is_chosen ? "chosen" : "possible",
                       .reading = reading.id + "=" + one.id,
                       .how = one.explanation,
                       .clause = reading.clause ? get(lease.clauses, *reading.clause).id
                                                : std::string{}});
            }
        }
    }

    void write(const TidyRow &row) {
        cell(row.table);
        for (const std::string *text :
             {&row.id, &row.what, &row.who, &row.from, &row.to, &row.value}) {
            cell(*text);
        }
        // Numbers of our own making: a negative one is no formula.
        for (const std::string *number : {&row.amount, &row.least, &row.most}) {
            out_.append(",").append(*number);
        }
        for (const std::string_view text :
             {row.currency, row.standing, std::string_view{row.reading},
              std::string_view{row.disputed_by}, std::string_view{row.how},
              std::string_view{row.clause}}) {
            cell(text);
        }
        const ClauseRow *clause = clause_of(exhibit_, row.clause);
        std::string sources;
        for (const std::string &source :
             clause != nullptr ? clause->sources : std::vector<std::string>{}) {
            sources += (sources.empty() ? "" : " ") + source;
        }
        cell(clause != nullptr ? clause->wording : std::string{});
        cell(sources);
        out_ += "\r\n";
    }

    /// One line of text that no spreadsheet takes for a formula.
    void cell(std::string_view content) {
        std::string text = one_line(content);
        if (!text.empty() &&
            std::string_view{"=+-@"}.find(text.front()) != std::string_view::npos) {
            text.insert(0, 1, '\'');
        }
        out_ += out_.back() == '\n' ? "" : ",";
        if (text.find_first_of(",\"") == std::string::npos) {
            out_ += text;
            return;
        }
        constexpr std::array<Escape, 1> quote = {{{'"', "\"\""}}};
        out_ += '"' + escaped_by(text, quote) + '"';
    }

    const Model &model_;
    const Exhibit &exhibit_;
    std::string out_;
};

} // namespace

std::string export_csv(const Model &model, const Exhibit &exhibit) {
    const LocaleScope scope{model.locale};
    return Table{model, exhibit}.write();
}

} // namespace offramp
