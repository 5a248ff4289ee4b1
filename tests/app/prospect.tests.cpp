// What is likely, as its readers see it: words for chances, dots, the hill.
#include "app/export/prospect.hpp"
#include "app/export/prospect_svg.hpp"
#include "app/view/present.hpp"
#include "app/view/prospect.hpp"
#include "app/words/likely_text.hpp"

#include "support/documents.hpp"
#include "support/pictures.hpp"

#include <numeric>

using namespace offramp;
using namespace offramp::testing;

namespace {

ProspectExhibit prospect_of_google(const char *guess) {
    Model model = model_of(std::make_shared<const Lease>(google()));
    model.now.as_of = "2026-09-27"_date;
    const ParsedLikely parsed = parse_likely(guess);
    REQUIRE(parsed.likely);
    const PresentedProspect presented =
        present_prospect(model, {{{}, *parsed.likely}}, Slipping::Together);
    INFO(presented.error);
    REQUIRE(presented.exhibit);
    return *presented.exhibit;
}

} // namespace

TEST_CASE("A chance is said no more exactly than a guess allows", "[app][likely]") {
    struct Row {
        Parts least;
        Parts most;
        const char *text;
        const char *why;
    };
    const std::vector<Row> rows = {
        {360'870, 360'870, "36 in 100", "to the nearest hundredth"},
        {365'000, 365'000, "37 in 100", "half a hundredth goes up"},
        {0, 0, "no chance", "none at all"},
        {1, 1, "fewer than 1 in 100", "some, and not none"},
        {certain, certain, "certain", "all of it"},
        {certain - 1, certain - 1, "more than 99 in 100", "not quite all"},
        {300'000, 550'000, "30 to 55 in 100", "what no source states decides"},
        {300'000, 300'001, "30 in 100", "bounds that are one when rounded"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        CHECK(chance_text(row.least, row.most) == row.text);
    }
}

TEST_CASE("What is thought likely is written as it is read", "[app][likely]") {
    for (const char *text :
         {"2026-10-15,2026-11-30,2%", "2026-10-15,2026-11-30", "2026-10-15,2026-11-30,0.5%",
          "2026-10-01..2026-12-31,5%", "2026-10:40,2026-11:50,never:10", "late:0,31,45..60"}) {
        INFO(text);
        const ParsedLikely parsed = parse_likely(text);
        REQUIRE(parsed.likely);
        CHECK(likely_text(*parsed.likely) == text);
    }
}

TEST_CASE("A hundred dots are shared by the largest remainders", "[app][likely]") {
    struct Row {
        std::vector<std::int64_t> parts;
        std::vector<std::int64_t> dots;
        const char *why;
    };
    const std::vector<Row> rows = {
        {{105'263, 533'867, 320'000, 40'870}, {11, 53, 32, 4}, "10.5, 53.4, 32, 4.09"},
        {{333'333, 333'333, 333'334}, {33, 33, 34}, "the largest third has the last dot"},
        {{certain}, {100}, "one outcome has all"},
        {{999'999, 1}, {100, 0}, "a millionth is no dot"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        const std::vector<std::int64_t> dots = dots_of(row.parts);
        CHECK(dots == row.dots);
        CHECK(std::accumulate(dots.begin(), dots.end(), std::int64_t{0}) == 100);
    }
}

TEST_CASE("The hill is a drawing that every guess has, and its dots are a hundred",
          "[app][likely]") {
    const Exhibit exhibit = present(model_of(std::make_shared<const Lease>(google())));
    for (const char *guess : {"2026-10-15,2026-11-30,2%", "2026-12-01,2026-12-01",
                              "2026-10-01..2026-10-01,100%", "2026-10:1,2028-12:1", "late:0..90"}) {
        INFO(guess);
        const ProspectExhibit prospect = prospect_of_google(guess);
        const std::string svg =
            draw_hill(prospect, {.words = HillWords{exhibit.title, exhibit.question}}).svg;
        check_picture(svg);
        std::size_t dots = 0;
        for (std::size_t at = svg.find("rx=\"6\""); at != std::string::npos;
             at = svg.find("rx=\"6\"", at + 1)) {
            ++dots;
        }
        CHECK(dots == 100);
        std::int64_t sum = 0;
        for (const LikelyOutcome &outcome : prospect.outcomes) {
            CHECK(svg.find(outcome.label) != std::string::npos);
            for (const LikelyDay &day : outcome.days) {
                sum += day.parts;
            }
        }
        CHECK(sum == certain);
    }
}
