// The answer as somebody cites it, and the one table of all that readers take away.
#include "app/controls/controls.hpp"
#include "app/export/export_as.hpp"
#include "app/operate/follow_link.hpp"
#include "app/view/present.hpp"
#include "support/hostile.hpp"

#include <algorithm>

using namespace offramp;
using namespace offramp::testing;

namespace {

constexpr const char *page = "https://example.org/google.html";

std::string taken(std::string_view format, const Lease &lease, std::string_view link = "",
                  std::string_view address = page) {
    const Model model = follow_link(model_of(std::make_shared<const Lease>(lease)), link);
    return *export_as(format, model, present(model), address);
}

bool holds(const std::string &text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::size_t count_of(const std::string &text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

} // namespace

TEST_CASE("A cited sentence says the verdict, what it supposes, its sources and where",
          "[app][citation]") {
    Lease lease = google();
    lease.sources.resize(2);
    lease.sources[1].date.clear();
    for (Clause &clause : lease.clauses) {
        clause.sources.clear();
    }
    CHECK(taken("sentence", lease, "deliver=2026-11-15&reading.month-count=whole_month") ==
          "Google may give notice from 1 January 2027 on and leave on 1 April 2027. Google could "
          "have "
          "left from 1 November 2026 to 14 November 2026. Supposed: GPUs delivered on: 15 November "
          "2026; When does "
          "the month of grace end? 31 October. Sources: Race to AGI: the lease as disclosed in the "
          "prospectus of 5 June 2026, 2026-06-05; WP News: the fee, and the off-ramp sentence of "
          "the filing. Offramp, as of 22 November 2026: https://example.org/google.html"
          "#v=1.4xmk&terms=2026-06-05&on=2026-11-22&deliver=2026-11-15&reading.month-count=whole_"
          "month\n");
    const std::string published = taken("sentence", lease, "", "");
    CHECK_FALSE(holds(published, "Supposed:"));
    CHECK(published.ends_with("Offramp, as of 22 November 2026.\n"));
}

TEST_CASE("A wiki gets the sentence with a reference to the page", "[app][citation]") {
    CHECK(
        taken("wikitext", google()) ==
        "Google may leave only if SpaceX was late: if the GPUs were not all there by 30 October "
        "2026, from 31 October 2026 until they are. Otherwise it may give notice from 1 January "
        "2027 on and leave on 1 April 2027.<ref>{{cite web |title=SpaceX leases 110,000 GPUs to "
        "Google: Can "
        "Google walk away? "
        "|url=https://example.org/google.html#v=1.8z2k&terms=2026-06-05&on=2026-11-22 "
        "|website=Offramp |access-date=2026-11-22 |quote=Google may leave only if SpaceX was late: "
        "if the GPUs were not all there by 30 October 2026, from 31 October 2026 until they are. "
        "Otherwise it may give notice from 1 January 2027 on and leave on 1 April 2027.}}</ref>\n");
    CHECK_FALSE(holds(taken("wikitext", google(), "", "ftp://x"), "|url="));
}

TEST_CASE("A bibliography gets an entry of its own", "[app][citation]") {
    const std::string entry = taken("bibtex", google(), "deliver=2026-11-15");
    CHECK(
        entry.starts_with("@online{offramp-spacex-google-2026,\n  title = {{SpaceX leases 110,000 "
                          "GPUs to Google: Can Google walk away?}},\n"));
    CHECK(holds(entry, "  url = {https://example.org/google.html#v=1."));
    CHECK(holds(entry, "  urldate = {2026-11-22},\n"));
    CHECK(holds(entry, "Supposed: GPUs delivered on: 15 November 2026."));
    CHECK(entry.ends_with("}\n}\n"));
}

TEST_CASE("An address is cited only if it is one", "[app][citation][hostile]") {
    struct Row {
        const char *address;
        bool is_cited;
        const char *why;
    };
    const auto row = GENERATE(values<Row>({
        {"https://example.org/a?b=c", true, "a page"},
        {"http://localhost:8080/lease.html", true, "our own server"},
        {"https://example.org/a#b", true, "its fragment gives way to ours"},
        {"https://example.org/%C3%A4~x", true, "encoded as browsers do"},
        {"https://", false, "no host"},
        {"", false, "nothing"},
        {"example.org", false, "no scheme"},
        {"//example.org", false, "no scheme either"},
        {"javascript:alert(1)//https://", false, "another scheme"},
        {"file:///tmp/a.html", false, "another scheme"},
        {"https://example.org/a b", false, "a space"},
        {"https://example.org/a\nb", false, "a line break"},
        {"https://example.org/\"x", false, "a quotation mark"},
        {"https://example.org/'x", false, "an apostrophe"},
        {"https://example.org/<b>", false, "angle brackets"},
        {"https://example.org/}}x", false, "braces"},
        {"https://example.org/|x", false, "a bar"},
        {"https://example.org/[x]", false, "brackets"},
        {"https://example.org/\\x", false, "a backslash"},
        {"https://ex\u00e4mple.org/", false, "letters that browsers encode"},
        {"https://example.org/\x7f", false, "a control character"},
    }));
    INFO(row.why);
    for (const char *format : {"sentence", "wikitext", "bibtex", "ics"}) {
        const std::string text = taken(format, google(), "", row.address);
        CHECK(holds(text, "#v=1.8z2k") == row.is_cited);
        CHECK((row.is_cited || !holds(text, "://")));
    }
}

TEST_CASE("A wiki reads no markup out of a lease", "[app][citation][hostile]") {
    for (const std::string &label : hostile_labels()) {
        const std::string text = taken("wikitext", labelled(google(), label), "deliver=2026-11-15");
        INFO(text.substr(0, 1000));
        CHECK(count_of(text, "\n") == 1);
        CHECK(count_of(text, "{{") == 1);
        CHECK(count_of(text, "}}") == 1);
        CHECK(count_of(text, "|") == 5);
        CHECK(count_of(text, "<ref>") == 1);
        CHECK(count_of(text, "<") == 2 + count_of(text, "<nowiki/>"));
        CHECK(count_of(text, "://") == 1);
        for (const char *markup : {"[", "]", "''", "~~~", "__", "\r", "\t"}) {
            INFO(markup);
            CHECK_FALSE(holds(text, markup));
        }
        CHECK(std::string_view{"*#:;-= "}.find(text[0]) == std::string_view::npos);
    }
}

TEST_CASE("A bibliography keeps its braces whatever a lease holds", "[app][citation][hostile]") {
    for (const std::string &label : hostile_labels()) {
        const std::string text = taken("bibtex", labelled(google(), label), "deliver=2026-11-15");
        INFO(text.substr(0, 1000));
        int depth = 0;
        int entries = 0;
        for (const char c : text) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            entries += c == '}' && depth == 0 ? 1 : 0;
            CHECK((0 <= depth));
        }
        CHECK(depth == 0);
        CHECK(entries == 1);
        CHECK(count_of(text, "\n") == 7);
        const std::string note = text.substr(text.find("note = "));
        for (std::size_t i = 1; i < note.size(); ++i) {
            if (std::string_view{"$&#%_"}.find(note[i]) != std::string_view::npos) {
                CHECK(note[i - 1] == '\\');
            }
        }
    }
}

TEST_CASE("A sentence is one line of text whatever a lease holds", "[app][citation][hostile]") {
    for (const std::string &label : hostile_labels()) {
        const std::string text = taken("sentence", labelled(google(), label), "deliver=2026-11-15");
        CHECK(count_of(text, "\n") == 1);
        CHECK(std::all_of(text.begin(), text.end() - 1, [](char c) { return c < 0 || ' ' <= c; }));
        CHECK_FALSE(holds(text, "\u202e"));
        CHECK_FALSE(holds(text, "\u2066"));
    }
}

TEST_CASE("Every format is taken from one table, and there is no other", "[app][export]") {
    const Model model = model_of(std::make_shared<const Lease>(google()));
    const Exhibit exhibit = present(model);
    for (const char *format : {"svg", "csv", "ics", "sentence", "wikitext", "bibtex"}) {
        const auto text = export_as(format, model, exhibit, page);
        REQUIRE(text);
        CHECK(text->ends_with("\n"));
    }
    for (const char *format : {"", "pdf", "SVG", "card", "csv "}) {
        CHECK_FALSE(export_as(format, model, exhibit, page));
    }
}
