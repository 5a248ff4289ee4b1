#include "io/scenario/read_case.hpp"
#include "io/scenario/read_scenario.hpp"
#include "io/scenario/write_scenario.hpp"

#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

TEST_CASE("Reading what was written gives the same scenario", "[io]") {
    const Lease lease = google();
    const char *text =
        GENERATE("{}", R"({"deliveries":[{"tranche":"gpus","day":"2026-10-28","units":14000}]})",
                 R"({"deliveries":[{"tranche":"gpus","day":{"from":"2026-10-01","to":"never"}}]})",
                 R"({"notices":{"late-delivery":"2026-11-02"},"events":{"accept":"2026-11-03"},
            "readings":{"month-count":"whole_month"}})");
    const auto first = read_scenario(text, lease);
    INFO(findings_text(first.findings));
    REQUIRE(first.value);
    const auto second = read_scenario(write_scenario(*first.value, lease), lease);
    INFO(findings_text(second.findings));
    REQUIRE(second.value);
    CHECK(*second.value == *first.value);
}

TEST_CASE("A delivery without a number of units is the whole tranche", "[io]") {
    const Lease lease = google();
    const auto result =
        read_scenario(R"({"deliveries":[{"tranche":"gpus","day":"2026-10-28"}]})", lease);
    REQUIRE(result.value);
    CHECK(result.value->deliveries[0].units == exactly(std::int64_t{110'000}));
}

TEST_CASE("What a scenario says of things the lease does not have is refused", "[io][hostile]") {
    struct Row {
        const char *text;
        const char *code;
    };
    const auto row = GENERATE(
        Row{R"({"deliveries":[{"tranche":"cpus","day":"2026-10-28"}]})", "unknown_tranche"},
        Row{R"({"notices":{"late":"2026-11-02"}})", "unknown_right"},
        Row{R"({"events":{"accepted":"2026-11-02"}})", "unknown_event"},
        Row{R"({"readings":{"month":"whole_month"}})", "unknown_reading"},
        Row{R"({"readings":{"month-count":"whole"}})", "unknown_option"},
        Row{R"({"deliveries":[{"tranche":"gpus","day":{"from":"2026-10-02","to":"2026-10-01"}}]})",
            "empty_range"},
        Row{R"({"as_of":"2026-02-30"})", "bad_date"}, Row{R"([])", "wrong_type"});
    INFO(row.text);
    const auto result = read_scenario(row.text, google());
    CHECK_FALSE(result.value);
    REQUIRE_FALSE(result.findings.empty());
    CHECK(result.findings.front().code == row.code);
}

TEST_CASE("A case that expects nothing is refused", "[io]") {
    const auto result = read_case(R"({"id":"t","title":"t","source":"t","lease":{},"expect":{}})");
    CHECK_FALSE(result.value);
    CHECK(result.findings.front().code == "nothing_expected");
}

TEST_CASE("A case that expects what no answer can be is refused where it stands", "[io]") {
    struct Row {
        const char *expect;
        bool is_possible;
    };
    const auto row = GENERATE(values<Row>({
        {R"({"rights":{"x":{"outcome":"ended"}}})", false},
        {R"({"rights":{"x":{"status":{"2027-01-01":"open"}}}})", false},
        {R"({"rights":{"x":{"first_day":"5 January 2027"}}})", false},
        {R"({"dates":{"gpus.delivered":"soon"}})", false},
        {R"({"dates":{"gpus.delivered":"2027-02-30"}})", false},
        {R"({"dates":{"gpus.delivered":"2027-01-05..later"}})", false},
        {R"({"rights":{"x":{"outcome":"lapsed","first_day":"2027-01-05..none","opens":"depends"}}})",
         true},
        {R"({"rights":{"x":{"status":{"2027-01-01":"notice_pending","2027-01-02":"depends"}}}})",
         true},
        {R"({"dates":{"a":"2027-01-05","b":"2027-01-05T09:00:00Z","c":null}})", true},
        {R"({"rights":{"x":{"last_day":null,"arises":"depends"}}})", true},
    }));
    INFO(row.expect);
    const auto result =
        read_case(std::string{R"({"id":"t","title":"t","source":"t","lease":{},"expect":)"} +
                  row.expect + "}");
    CHECK(result.value.has_value() == row.is_possible);
    CHECK(result.findings.empty() == row.is_possible);
    if (!row.is_possible) {
        REQUIRE(result.findings.size() == 1);
        CHECK(result.findings.front().code == "impossible");
    }
}
