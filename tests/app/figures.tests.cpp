// What prose may name: one id, one text, and the same text as in the tables.
#include "app/controls/controls.hpp"
#include "app/export/text.hpp"
#include "app/operate/follow_link.hpp"
#include "app/view/present.hpp"
#include "support/documents.hpp"

#include <map>
#include <set>

using namespace offramp;
using namespace offramp::testing;

namespace {

using Texts = std::map<std::string, std::string>;

/// By id. CHECKs that each id stands once and is a name that HTML can hold.
Texts figures_of(const Exhibit &exhibit) {
    Texts texts;
    for (const FigureText &figure : exhibit.figures) {
        INFO(figure.id);
        CHECK(texts.emplace(figure.id, figure.text).second);
        CHECK(figure.id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                          "0123456789._-") == std::string::npos);
        CHECK_FALSE(figure.id.empty());
        CHECK_FALSE(figure.text.empty());
    }
    return texts;
}

std::string or_none(const std::string &text) { return text.empty() ? "–" : text; }

void check_against_tables(const Exhibit &exhibit) {
    const Texts texts = figures_of(exhibit);
    CHECK(texts.at("verdict") == exhibit.verdict.pill);
    CHECK(texts.at("sentence") == exhibit.verdict.sentence);
    for (const MoneyRow &row : exhibit.money) {
        CHECK(texts.at(row.id) == row.amount);
        CHECK(texts.at(row.id + ".exact") == row.exact);
    }
    for (const RightRow &row : exhibit.rights) {
        INFO(row.id);
        CHECK(texts.at(row.id + ".window") == row.window);
        CHECK(texts.at(row.id + ".status") == row.status);
        CHECK(texts.at(row.id + ".price") == row.price);
        CHECK((texts.at(row.id + ".ends") == "–") == (row.effect == "–" || row.effect == "never"));
    }
    for (const KeyDateRow &row : exhibit.key_dates) {
        INFO(row.id);
        CHECK(texts.at(row.id) == row.date);
    }
    for (const Control &control : exhibit.controls) {
        INFO(control.id);
        CHECK(texts.count(control.id) == (control.kind == ControlKind::Button ? 0 : 1));
        if (control.kind != ControlKind::Button) {
            CHECK(texts.at(control.id) == or_none(control.value_text));
        }
    }
}

} // namespace

TEST_CASE("Figures say what the tables say, in every scenario", "[app][figures]") {
    const char *link = GENERATE("", "deliver=2026-11-15", "deliver=never",
                                "deliver=2026-11-15&units=96000&event.accept=2026-11-20",
                                "notice.convenience=2027-02-01&as-of=2027-03-01");
    for (const Lease &lease : {google(), anthropic()}) {
        check_against_tables(
            present(follow_link(model_of(std::make_shared<const Lease>(lease)), link)));
    }
}

TEST_CASE("Figures of leases that no layout likes are named once each", "[app][figures]") {
    const char *name =
        GENERATE("all-unknown", "cent-to-quadrillion", "forty-tranches", "hundred-years",
                 "long-names", "no-rights", "nothing", "one-day", "sixty-rights");
    const Lease lease = lease_of_file(std::string{"tests/leases/"} + name + ".json");
    check_against_tables(present(model_of(std::make_shared<const Lease>(lease))));
}

TEST_CASE("Figures are those of the scenario, in the reader's locale", "[app][figures]") {
    Model model = follow_link(model_of(std::make_shared<const Lease>(google())),
                              "deliver=2026-11-15&as-of=2026-11-05");
    Texts texts = figures_of(present(model));
    CHECK(texts.at("verdict") == "Yes");
    CHECK(texts.at("firm") == "$1.04 billion");
    CHECK(texts.at("firm.exact") == "$1,042,666,666.67");
    CHECK(texts.at("late-delivery.window") == "31 Oct 2026 – 14 Nov 2026");
    CHECK(texts.at("late-delivery.first_day") == "31 October 2026");
    CHECK(texts.at("late-delivery.last_day") == "14 November 2026");
    CHECK(texts.at("late-delivery.ends") == "5 November 2026");
    CHECK(texts.at("deliver") == "15 November 2026");
    CHECK(texts.at("as-of") == "5 November 2026");
    texts = figures_of(present(update(std::move(model), ReadIn{Locale::German})));
    CHECK(texts.at("late-delivery.first_day") == "31. Oktober 2026");
    texts = figures_of(present(model_of(std::make_shared<const Lease>(google()))));
    CHECK(texts.at("late-delivery.window") ==
          "if the GPUs are not there by 30 Oct 2026: from 31 Oct 2026 until they are");
    CHECK(texts.at("late-delivery.first_day") == "31 October 2026");
    CHECK(texts.at("late-delivery.last_day") == "–");
    CHECK(texts.at("late-delivery.ends") == "–");
    CHECK(texts.at("deliver") == "not recorded");
}

TEST_CASE("A lease may use the names of figures; the answer's own are meant", "[app][figures]") {
    const Exhibit exhibit = present(model_of(case_of(
        R"({"currency":"USD","term":{"first_day":"2026-10-01","last_day":"2027-09-30"},
            "tranches":[{"id":"notice","unit":"GPU","units":1,"due":"2026-09-30"}],
            "dates":[{"id":"sentence","is":"2026-12-24"},{"id":"deliver","is":"2026-12-24"}],
            "rights":[{"id":"due","holder":"tenant","trigger":{"after":"2026-12-31"}}]})")));
    const Texts texts = figures_of(exhibit);
    CHECK(texts.at("sentence") == exhibit.verdict.sentence);
    CHECK(texts.at("deliver") == "24 December 2026"); // the lease's own day stands before controls
}

TEST_CASE("Figures for a terminal are one line each, whatever they hold",
          "[app][figures][hostile]") {
    Lease lease = google();
    lease.readings[0].options[0].label = "a\tb\r\nc\u2028d\u202ee\x01";
    const std::string text =
        export_figures(present(model_of(std::make_shared<const Lease>(lease))));
    CHECK(text.find("reading.month-count\ta b c de\n") != std::string::npos);
    CHECK(text.starts_with("verdict\tOnly if late\n"));
}
