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
        Row{"", "Only if late",
            "from 31 October 2026 until they are. Otherwise it may give notice"},
        Row{"deliver=2026-09-30", "Not yet", "The GPUs came in time. Google may give notice"},
        Row{"deliver=2026-10-01", "Not yet", "1 day late, within the month of grace that ended on"},
        Row{"deliver=2026-10-31", "Not yet", "31 days late, which leaves no day on which"},
        Row{"deliver=2026-10-30", "Not yet", "within the month of grace that ended on 30 October"},
        Row{"deliver=2026-11-15", "Not yet",
            "Google could have left from 31 October 2026 to 14 November 2026"},
        Row{"deliver=2026-11-15&reading.month-count=whole_month", "Not yet",
            "could have left from 1 November 2026 to 14 November 2026"},
        Row{"deliver=2026-11-15&as-of=2026-11-05", "Yes",
            "may leave at once: notice given today, 5 November 2026, takes effect today. The last "
            "day for it is 14 November 2026."},
        Row{"deliver=2026-11-15&as-of=2026-10-05", "Not yet",
            "If the GPUs come on 15 November 2026, Google may leave from 31 October 2026 to 14 "
            "November 2026."},
        Row{"deliver=never", "Yes", "Google may leave at once"},
        Row{"deliver=2026-09-30&as-of=2027-02-01", "Yes",
            "may give notice today, 1 February 2027, and leave on 2 May 2027"});
    INFO(row.link);
    const Exhibit exhibit = exhibit_of(google(), row.link);
    INFO(exhibit.verdict.sentence);
    CHECK(exhibit.verdict.pill == row.pill);
    CHECK(exhibit.verdict.sentence.find(row.part) != std::string::npos);
}

TEST_CASE("The verdict on Anthropic's lease follows the day of notice", "[app][present]") {
    struct Row {
        const char *link;
        const char *sentence;
        const char *why;
    };
    const auto row = GENERATE(values<Row>({
        {"", "Anthropic may give notice today, 22 November 2026, and leave on 20 February 2027.",
         "nobody is known to have given notice"},
        {"notice.convenience=2026-11-01",
         "Notice was given on 1 November 2026 (supposed): the lease ends on 30 January 2027.",
         "notice in the past"},
    }));
    INFO(row.why);
    CHECK(exhibit_of(anthropic(), row.link).verdict.sentence == row.sentence);
    CHECK(exhibit_of(anthropic(), row.link).verdict.pill == "Yes");
}

TEST_CASE("The band names every regime and marks where the handle stands", "[app][present]") {
    CHECK(band_of(exhibit_of(google(), "deliver=2026-11-15")) ==
          "2026-09-01 On time\n2026-10-01 Late\n2026-11-01 Google may leave *\n"
          "2027-01-02 Either side may leave\n");
}

TEST_CASE("Shares of money add up to the headline", "[app][present]") {
    const char *link = GENERATE("", "deliver=2026-11-15", "deliver=never");
    const Exhibit exhibit = exhibit_of(google(), link);
    std::int64_t headline = 0;
    std::int64_t parts = 0;
    for (const MoneyRow &row : exhibit.money) {
        headline += row.id == "headline" ? row.share : 0;
        parts +=
            row.id == "firm" || row.id == "conditional" || row.id == "cancellable" ? row.share : 0;
    }
    CHECK(headline == 1000);
    CHECK(std::abs(parts - 1000) <= 2);
}

TEST_CASE("What is not known is shown as at least so much, and named", "[app][present]") {
    const Exhibit exhibit = exhibit_of(anthropic());
    CHECK(exhibit.money.front().exact == "at least $43,750,000,000.00");
}

TEST_CASE("A fee that no source states makes no figure look exact", "[app][present]") {
    struct Row {
        const char *link;
        const char *headline;
        const char *firm;
        const char *why;
    };
    const Row rows[] = {
        {"deliver=2026-11-15", "$30,360,000,000.00", "$5,520,000,000.00",
         "33 x 920 million; no day is paid by the unknown fee"},
        {"deliver=2026-11-15&reading.fee-while-missing=from_delivery",
         "at least $29,010,666,666.67", "at least $4,170,666,666.67",
         "16 of 30 days of November and 31 months; to the end of March 2027 4 of these"},
        {"deliver=2026-09-30&reading.fee-while-missing=from_delivery", "$30,360,000,000.00",
         "$5,520,000,000.00", "nothing was missing on the first day of the term"},
        {"reading.fee-while-missing=from_delivery", "an unknown amount", "an unknown amount",
         "if nothing is ever delivered, all of it is unknown"},
    };
    for (const Row &row : rows) {
        INFO(row.link << ": " << row.why);
        const Exhibit exhibit = exhibit_of(google(), "as-of=2026-11-27&" + std::string{row.link});
        CHECK(exhibit.money[0].exact == row.headline);
        CHECK(exhibit.money[1].exact == row.firm);
    }
}

TEST_CASE("A reading under which a fee is unknown has a price of at least so much",
          "[app][present]") {
    const Exhibit exhibit = exhibit_of(google(), "deliver=2026-11-15&as-of=2026-11-27");
    const auto row = std::find_if(exhibit.readings.begin(), exhibit.readings.end(),
                                  [](const ReadingRow &r) { return r.option == "from_delivery"; });
    REQUIRE(row != exhibit.readings.end());
    CHECK(row->firm == "at least $4,170,666,666.67");
    CHECK(row->difference.empty());
}

TEST_CASE("A deadline that passed without a recorded outcome says so", "[app][present]") {
    CHECK(exhibit_of(google()).freshness ==
          "No source here records the delivery of the GPUs, due on 30 September 2026.");
    CHECK(exhibit_of(google(), "as-of=2026-09-30").freshness.empty());
}

TEST_CASE("The nearest change that turns the answer is named", "[app][present]") {
    CHECK(exhibit_of(google()).verdict.contrast.empty()); // the sentence names both outcomes
    CHECK(exhibit_of(google(), "deliver=2026-09-30").verdict.contrast ==
          "Delivered on 1 November 2026 or later: Google could leave until then.");
    CHECK(exhibit_of(google(), "deliver=2026-12-01").verdict.contrast ==
          "Delivered by 31 October 2026: nobody could leave for late delivery.");
}

TEST_CASE("Other readings are listed with their days and their price", "[app][present]") {
    const Exhibit exhibit = exhibit_of(google(), "deliver=2026-11-15&as-of=2026-10-15");
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
    CHECK(present(model).echo == "GPUs delivered on: not recorded → 15 November 2026.");
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
