#include "app/view/present.hpp"
#include "app/operate/follow_link.hpp"
#include "app/operate/operate.hpp"

#include "app/controls/controls.hpp"
#include "support/documents.hpp"

#include <algorithm>

using namespace offramp;
using namespace offramp::testing;

namespace {

Exhibit exhibit_of(const Lease &lease, std::string_view link = "") {
    return present(follow_link(model_of(std::make_shared<const Lease>(lease)), link));
}

std::string band_of(const Exhibit &exhibit) {
    std::string text;
    for (const Span &span : exhibit.timeline.band) {
        text += to_iso(Date::from_day_number(span.first_day)) + " " + span.label +
                (span.current ? " *" : "") + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("The verdict on Google's lease follows the delivery day", "[app][present]") {
    struct Row {
        const char *link;
        const char *pill;
        const char *part;
    };
    const auto row = GENERATE(
        Row{"", "No", "that is in time: nobody may leave for late delivery"},
        Row{"deliver=2026-10-01", "No", "within the grace that ends on 30 October 2026"},
        Row{"deliver=2026-10-31", "No", "that is late, but leaves no day on which to go"},
        Row{"deliver=2026-10-30", "No", "within the grace that ends on 30 October 2026"},
        Row{"deliver=2026-11-15", "Yes",
            "Google may terminate from 31 October 2026 until 14 November 2026, the day before "
            "delivery"},
        Row{"deliver=2026-11-15&reading.month-count=whole_month", "Yes",
            "from 1 November 2026 until 14 November 2026"},
        Row{"deliver=never", "Yes", "until the term ends on 30 June 2029"},
        Row{"units=96000", "Yes", "only 96,000 of 110,000 GPUs"});
    INFO(row.link);
    const Exhibit exhibit = exhibit_of(google(), row.link);
    INFO(exhibit.verdict.sentence);
    CHECK(exhibit.verdict.pill == row.pill);
    CHECK(exhibit.verdict.sentence.find(row.part) != std::string::npos);
}

TEST_CASE("The verdict on Anthropic's lease follows the day of notice", "[app][present]") {
    CHECK(exhibit_of(anthropic())
              .verdict.sentence.find(
                  "Notice on 22 November 2026 ends the lease on 20 February 2027") !=
          std::string::npos);
    CHECK(exhibit_of(anthropic(), "notice.convenience=2026-07-01").verdict.pill == "Too early");
    CHECK(exhibit_of(anthropic(), "reading.lock=days_180&notice.convenience=2026-08-10")
              .verdict.pill == "Too early");
}

TEST_CASE("The band names every regime and marks where the handle stands", "[app][present]") {
    CHECK(band_of(exhibit_of(google(), "deliver=2026-11-15")) ==
          "2026-09-01 On time\n2026-10-01 In grace\n2026-11-01 Google may leave *\n"
          "2027-01-02 Either side may leave\n");
}

TEST_CASE("Shares of money add up to the headline", "[app][present]") {
    const char *link = GENERATE("", "deliver=2026-11-15", "deliver=never");
    const Exhibit exhibit = exhibit_of(google(), link);
    std::int64_t headline = 0;
    std::int64_t parts = 0;
    for (const MoneyRow &row : exhibit.money) {
        headline += row.id == "headline" ? row.share : 0;
        parts += row.id == "firm" || row.id == "at-risk" ? row.share : 0;
    }
    CHECK(headline == 1000);
    CHECK(std::abs(parts - 1000) <= 1);
}

TEST_CASE("What is not known is shown as a bound, never as a number", "[app][present]") {
    const Exhibit exhibit = exhibit_of(anthropic());
    CHECK(exhibit.money.front().exact == "between $43,750,000,000.00 and $46,169,354,838.71");
}

TEST_CASE("A deadline that passed without a recorded outcome says so", "[app][present]") {
    CHECK(exhibit_of(google()).freshness.find("30 September 2026 has passed") == 0);
    CHECK(exhibit_of(google(), "as-of=2026-09-30").freshness.empty());
}

TEST_CASE("The nearest change that turns the answer is named", "[app][present]") {
    CHECK(exhibit_of(google()).verdict.contrast ==
          "Delivered on 1 November 2026 or later: Google may leave.");
    CHECK(exhibit_of(google(), "deliver=2026-12-01").verdict.contrast ==
          "Delivered by 31 October 2026: nobody may leave for late delivery.");
}

TEST_CASE("Other readings are listed with their days and their price", "[app][present]") {
    const Exhibit exhibit = exhibit_of(google(), "deliver=2026-11-15");
    const auto row = std::find_if(exhibit.readings.begin(), exhibit.readings.end(),
                                  [](const ReadingRow &r) { return r.option == "whole_month"; });
    REQUIRE(row != exhibit.readings.end());
    CHECK(row->first_iso == "2026-11-01");
    CHECK(row->last_iso == "2026-11-14");
    CHECK(row->firm == "$920,000,000.00");
    CHECK(row->difference == "+$29,677,419.35");
}

TEST_CASE("The last deed is echoed once, with what it changed", "[app][present]") {
    Model model = model_of(std::make_shared<const Lease>(google()));
    CHECK(present(model).echo.empty());
    model = update(model, *operate(model, "deliver", "2026-11-15", Stage::Settled).action);
    CHECK(present(model).echo == "GPUs delivered on: 30 September 2026 → 15 November 2026.");
}

TEST_CASE("Every lease of the library and every case can be shown", "[app][present]") {
    for (const Lease &lease : {google(), anthropic()}) {
        const Exhibit exhibit = exhibit_of(lease);
        CHECK_FALSE(exhibit.verdict.sentence.empty());
        CHECK_FALSE(exhibit.key_dates.empty());
        CHECK_FALSE(exhibit.why.empty());
        for (const KeyDateRow &row : exhibit.key_dates) {
            INFO(row.id);
            CHECK_FALSE(row.how.empty());
        }
    }
    const Case bare = case_of("{}");
    CHECK(exhibit_of(bare.lease).verdict.pill == "No");
}
