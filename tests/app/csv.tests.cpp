// The table that analysts take away, read back by a parser that forgives nothing.
#include "app/export/csv.hpp"
#include "app/controls/controls.hpp"
#include "app/operate/follow_link.hpp"
#include "app/view/present.hpp"
#include "support/hostile.hpp"

#include <algorithm>
#include <map>

using namespace offramp;
using namespace offramp::testing;

namespace {

using Cells = std::vector<std::string>;
using Line = std::map<std::string, std::string>;

/// RFC 4180 to the letter: CRLF behind every record, quotes only round whole fields. Empty when the
/// text is anything else.
std::vector<Cells> parsed(const std::string &text) {
    std::vector<Cells> records(1);
    std::size_t at = 0;
    while (at < text.size()) {
        std::string field;
        if (text[at] == '"') {
            for (++at;; ++at) {
                if (at == text.size()) {
                    return {};
                }
                if (text[at] != '"') {
                    field += text[at];
                } else if (text.compare(at, 2, "\"\"") == 0) {
                    field += text[at++];
                } else {
                    ++at;
                    break;
                }
            }
        } else {
            while (at < text.size() && text[at] != ',' && text[at] != '\r') {
                if (text[at] == '"' || text[at] == '\n') {
                    return {};
                }
                field += text[at++];
            }
        }
        records.back().push_back(field);
        if (text.compare(at, 2, "\r\n") == 0) {
            at += 2;
            records.emplace_back();
        } else if (at == text.size() || text[at++] != ',') {
            return {};
        }
    }
    records.pop_back();
    return records;
}

std::vector<Line> lines_of(const std::string &text) {
    const auto records = parsed(text);
    REQUIRE_FALSE(records.empty());
    std::vector<Line> lines;
    for (std::size_t i = 1; i < records.size(); ++i) {
        REQUIRE(records[i].size() == records[0].size());
        Line &line = lines.emplace_back();
        for (std::size_t column = 0; column < records[i].size(); ++column) {
            line[records[0][column]] = records[i][column];
        }
    }
    return lines;
}

std::string csv_of(const Lease &lease, std::string_view link = "") {
    const Model model = follow_link(model_of(std::make_shared<const Lease>(lease)), link);
    return export_csv(model, present(model));
}

/// The line of a table, under the readings chosen or under an option.
Line line_at(const std::vector<Line> &lines, const std::string &table, const std::string &id,
             const std::string &reading = "") {
    for (const Line &line : lines) {
        if (line.at("table") == table && line.at("id") == id && line.at("reading") == reading) {
            return line;
        }
    }
    FAIL("no line " << table << " " << id << " " << reading);
    return {};
}

bool is_number(const std::string &text) {
    const std::size_t digits = text.starts_with("-") ? 1 : 0;
    return digits < text.size() &&
           text.find_first_not_of("0123456789.", digits) == std::string::npos;
}

} // namespace

TEST_CASE("The table holds the scenario, the rights, the money and the months", "[app][csv]") {
    const auto lines = lines_of(csv_of(google(), "deliver=2026-11-15"));
    CHECK(lines.front().at("table") == "lease");
    CHECK(line_at(lines, "lease", "id").at("value") == "spacex-google-2026");
    CHECK(line_at(lines, "lease", "terms").at("value") == "2026-06-05");
    CHECK(line_at(lines, "lease", "as-of").at("value") == "2026-11-22");
    CHECK(line_at(lines, "lease", "permalink").at("value").ends_with("&deliver=2026-11-15"));
    CHECK(line_at(lines, "supposition", "deliver").at("standing") == "supposed");
    CHECK(line_at(lines, "supposition", "units").at("standing") == "published");
    const Line window = line_at(lines, "right", "late-delivery.window");
    CHECK(window.at("from") == "2026-10-31");
    CHECK(window.at("to") == "2026-11-14");
    CHECK(window.at("who") == "Google");
    CHECK(window.at("wording") == "Paraphrase");
    const Line firm = line_at(lines, "money", "firm");
    CHECK(firm.at("amount") == "5520000000.00");
    CHECK(line_at(lines, "money", "due").at("amount") == "1564000000.00");
    CHECK(firm.at("currency") == "USD");
    const Line month = line_at(lines, "month", "2026-10.fees");
    CHECK(month.at("amount") == "920000000.00");
    CHECK(month.at("from") == "2026-10-01");
    CHECK(month.at("to") == "2026-10-31");
    CHECK(line_at(lines, "date", "gpus.due").at("how") == "As stated under “Delivery”");
}

TEST_CASE("Known, disputed, unknown and derived stay apart in the table", "[app][csv]") {
    const auto lines = lines_of(csv_of(google(), "deliver=2026-11-15&as-of=2026-10-15"));
    const Line window = line_at(lines, "right", "late-delivery.window");
    CHECK(window.at("standing") == "known");
    CHECK(window.at("disputed_by") == "month-count late-delivery-cures");
    CHECK(line_at(lines, "right", "late-delivery.window", "month-count=whole_month").at("from") ==
          "2026-11-01");
    CHECK(line_at(lines, "money", "firm", "month-count=whole_month").at("amount") ==
          "920000000.00");
    CHECK(line_at(lines, "date", "late-delivery.grace_last_day").at("disputed_by") ==
          "month-count");
    CHECK(line_at(lines, "date", "gpus.due").at("disputed_by").empty());
    CHECK(line_at(lines, "reading", "month-count", "month-count=whole_month").at("standing") ==
          "possible");
    CHECK(line_at(lines_of(csv_of(google())), "right", "late-delivery.window").at("standing") ==
          "depends"); // on a delivery that nobody recorded
    const auto on_time = lines_of(csv_of(google(), "deliver=2026-09-30"));
    CHECK(line_at(on_time, "right", "late-delivery.window").at("standing") == "none");
    const auto other = lines_of(csv_of(anthropic()));
    const Line headline = line_at(other, "money", "headline");
    CHECK(headline.at("standing") == "bounded");
    CHECK(headline.at("amount").empty());
    CHECK(headline.at("least") == "43750000000.00");
    CHECK(headline.at("most").empty()); // what is on top nobody states
    const auto unknown = lines_of(csv_of(lease_of_file("tests/leases/all-unknown.json")));
    CHECK(std::any_of(unknown.begin(), unknown.end(), [](const Line &line) {
        return line.at("standing") == "unknown" || line.at("standing") == "depends";
    }));
    const bool has_derived = std::any_of(other.begin(), other.end(), [](const Line &line) {
        return line.at("wording") == "Derived here";
    });
    CHECK(has_derived);
}

TEST_CASE("Amounts of the months, at most, add up to the headline of the table", "[app][csv]") {
    for (const char *link : {"", "deliver=2026-11-15", "units=96000&event.accept=2026-12-24"}) {
        const auto lines = lines_of(csv_of(google(), link));
        Money sum = Money::zero();
        for (const Line &line : lines) {
            if (line.at("table") == "month" && line.at("id").ends_with(".fees") &&
                line.at("reading").empty()) {
                const bool is_known = !line.at("amount").empty();
                sum = sum + *parse_decimal(line.at(is_known ? "amount" : "most"), 2);
            }
        }
        // Where the delivery is open the fee hangs on it, and so does the headline.
        const Line headline = line_at(lines, "money", "headline");
        const bool is_known = !headline.at("amount").empty();
        CHECK(to_decimal(sum, 2) == headline.at(is_known ? "amount" : "most"));
    }
}

TEST_CASE("Cells of the table are days, decimals or text, whatever a lease holds",
          "[app][csv][hostile]") {
    for (const std::string &label : hostile_labels()) {
        for (const Lease &lease : {google(), anthropic()}) {
            const std::string text = csv_of(labelled(lease, label), "deliver=2026-11-15");
            INFO(text.substr(0, 2000));
            for (const Line &line : lines_of(text)) {
                for (const auto &[column, cell] : line) {
                    INFO(column << ": " << cell);
                    const bool is_formula = !cell.empty() && std::string_view{"=+-@\t\r"}.find(
                                                                 cell[0]) != std::string_view::npos;
                    CHECK((!is_formula || (column == "amount" && is_number(cell))));
                    CHECK(std::none_of(cell.begin(), cell.end(),
                                       [](char c) { return '\0' <= c && c < ' '; }));
                }
                for (const char *day : {"from", "to"}) {
                    CHECK((line.at(day).empty() || parse_iso(line.at(day))));
                }
                CHECK((line.at("amount").empty() || is_number(line.at("amount"))));
            }
        }
    }
}

TEST_CASE("Leases that no layout likes make tables as well", "[app][csv]") {
    const char *name =
        GENERATE("all-unknown", "cent-to-quadrillion", "forty-tranches", "hundred-years",
                 "long-names", "no-rights", "nothing", "one-day", "sixty-rights");
    CHECK_FALSE(
        lines_of(csv_of(lease_of_file(std::string{"tests/leases/"} + name + ".json"))).empty());
}
