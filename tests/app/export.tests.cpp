
#include "app/controls/controls.hpp"
#include "app/export/card.hpp"
#include "app/export/html.hpp"
#include "app/export/parts.hpp"
#include "app/export/reasons.hpp"
#include "app/export/svg.hpp"
#include "app/export/tables.hpp"
#include "app/export/text.hpp"
#include "app/operate/follow_link.hpp"
#include "app/view/present.hpp"
#include "core/ask/published.hpp"
#include "support/hostile.hpp"
#include "support/markup.hpp"
#include "support/pictures.hpp"

#include <set>

using namespace offramp;
using namespace offramp::testing;

namespace {

std::size_t occurrences(const std::string &text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

Exhibit hostile() {
    const Lease lease = labelled(google(), "<script>alert('x')</script>&\"");
    return present(model_of(std::make_shared<const Lease>(lease)));
}

} // namespace

TEST_CASE("The static twin holds the answer, the tables and the sources", "[app][export]") {
    const Exhibit exhibit = present(model_of(std::make_shared<const Lease>(google())));
    const std::string html = export_html(exhibit);
    for (const std::string &part :
         {escaped(exhibit.question), escaped(exhibit.verdict.sentence), escaped(exhibit.freshness),
          std::string{"$30,360,000,000.00"}, std::string{"$5,520,000,000.00"},
          std::string{"<time datetime=\"2026-09-30\">"}, std::string{"<caption>Who may leave"},
          std::string{"Paraphrase"}}) {
        INFO(part);
        CHECK(html.find(part) != std::string::npos);
    }
    CHECK(occurrences(html, "<li id=\"source-") == exhibit.sources.size());
}

TEST_CASE("Every element that is opened is closed", "[app][export]") {
    for (const Lease &lease :
         {google(), anthropic(), labelled(google(), "<script>alert('x')</script>&\"")}) {
        const Model model = model_of(std::make_shared<const Lease>(lease));
        const Exhibit exhibit = present(model);
        for (const std::string &text :
             {export_html(exhibit), export_svg(exhibit), export_card(model, exhibit)}) {
            const Markup markup = read_markup(text);
            INFO(text.substr(0, 200));
            CHECK(markup.faults == std::vector<std::string>{});
            CHECK(20 < markup.elements.size());
        }
    }
}

TEST_CASE("The check of what is opened and closed sees what is wrong", "[app][export]") {
    struct Row {
        const char *text;
        bool is_sound;
        const char *why;
    };
    for (const Row &row : {
             Row{"<p>a<br>b <img src=\"x\"></p><!-- <b> -->", true, "void elements, a comment"},
             Row{"<svg><g><path d=\"M0 0\"/></g></svg>", true, "shapes close themselves"},
             Row{"<td title=\"a > b\">1 &lt; 2</td>", true, "a sign in quotes"},
             Row{"<ul><li>a</ul></li>", false, "as many ends as beginnings, crossed"},
             Row{"<p><ul><li>a</li></ul></p>", false, "a list in a paragraph"},
             Row{"<div>a", false, "no end"},
             Row{"a</div>", false, "no beginning"},
             Row{"<text>a</tex>", false, "another name"},
             Row{"<td/>", false, "HTML closes nothing by a stroke"},
             Row{"<p title=\"a>b</p>", false, "a quotation without an end"},
             Row{"1 < 2", false, "a sign that is not written as one"},
         }) {
        INFO(row.why);
        CHECK(read_markup(row.text).faults.empty() == row.is_sound);
    }
}

TEST_CASE("Labels of a lease are text in HTML and in pictures, whatever they hold",
          "[app][export][hostile]") {
    const auto made_of = [](const std::string &label) {
        const Model model = model_of(std::make_shared<const Lease>(labelled(google(), label)));
        const Exhibit exhibit = present(model);
        std::set<std::string> elements;
        for (const std::string &text :
             {export_html(exhibit), export_svg(exhibit), export_card(model, exhibit)}) {
            const Markup markup = read_markup(text);
            CHECK(markup.faults == std::vector<std::string>{});
            elements.insert(markup.elements.begin(), markup.elements.end());
        }
        return elements;
    };
    const std::set<std::string> expected = made_of("A label");
    for (const std::string &label : hostile_labels()) {
        INFO(label.substr(0, 100));
        CHECK(made_of(label) == expected);
    }
    CHECK(export_html(hostile()).find("&lt;script&gt;") != std::string::npos);
}

TEST_CASE("A picture holds text and shapes, and nothing from elsewhere", "[app][export][hostile]") {
    for (const std::string &label : hostile_labels()) {
        check_picture(export_svg(
            present(follow_link(model_of(std::make_shared<const Lease>(labelled(google(), label))),
                                "deliver=2026-11-15"))));
    }
}

TEST_CASE("The text for a terminal names both readings and both amounts", "[app][export]") {
    const std::string text = export_text(present(follow_link(
        model_of(std::make_shared<const Lease>(google())), "deliver=2026-11-15&as-of=2026-10-15")));
    for (const char *part : {"31 Oct 2026 – 14 Nov 2026", "from 1 November 2026 to 14 November",
                             "$890,322,580.65", "$920,000,000.00", "Why is this much firm?"}) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
}

TEST_CASE("Reasons, readings and months of a lease are told to the end", "[export]") {
    const auto result = read_lease(text_of_file("assets/leases/spacex-google-2026.json"));
    REQUIRE(result.value);
    const Lease &lease = *result.value;
    const Scenario scenario = on_time_scenario(lease);
    const Date as_of = lease.information_day;
    const LeaseState state = evaluate(lease, scenario, as_of);
    const auto holds = [](const std::string &text, const char *part) {
        INFO(part << " in\n" << text);
        CHECK(text.find(part) != std::string::npos);
    };
    const std::string reasons = export_reasons({lease, scenario, state}, as_of);
    holds(reasons, "Otherwise if GPUs delivered on 1 November 2026: the right arises.");
    holds(reasons, "The words behind it");
    const std::string combinations = export_readings(lease, scenario, as_of);
    holds(combinations, "firm $2,760,000,000.00");
    holds(combinations, "firm $5,520,000,000.00");
    CHECK(combinations.find("acceptance-closes") == std::string::npos); // it changes nothing here
    holds(export_months(lease, state), "2029-06  fees $920,000,000.00");
}
