// Questions of cases and of lines, and what is said of those that nobody can answer.
#include "io/scenario/read_case.hpp"
#include "io/scenario/read_line.hpp"

#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

namespace {

/// A case of one delivery, seen from 27 September 2026, that asks this.
ReadResult<Case> asking(const std::string &question) {
    return read_case(R"({"id":"t","title":"t","source":"t","lease":{"currency":"USD","tranches":[)"
                     R"({"id":"gpus","due":"2026-09-30"},{"id":"hall","due":"2026-12-31"}]},)"
                     R"("scenario":{"as_of":"2026-09-27","deliveries":[)"
                     R"({"tranche":"gpus","day":"2026-09-30"}]},"question":)" +
                     question + R"(,"expect":{"dates":{"gpus.due":"2026-09-30"}}})");
}

Question question_of(const std::string &text) {
    const auto result = asking(text);
    INFO(findings_text(result.findings));
    CHECK(result.findings.empty());
    REQUIRE(result.value);
    return result.value->hearings.front().question;
}

} // namespace

TEST_CASE("A case asks in each of four forms, and what a price comes with", "[io][question]") {
    CHECK(question_of(R"({"likely":{"gpus":{"even":"2026-10-15","nine_tenth":"2026-11-30",)"
                      R"("never":20000}}})")
              .likely.front() ==
          LikelyTranche{"gpus", Guess{"2026-10-15"_date, "2026-11-30"_date, 20'000}});
    CHECK(question_of(R"({"likely":{"gpus":{"from":"2026-10-01","to":"2026-12-31"}}})")
              .likely.front()
              .likely == Likely{Evenly{"2026-10-01"_date, "2026-12-31"_date, 0}});
    CHECK(question_of(R"({"likely":{"gpus":{"months":[{"month":"2026-10","parts":900000}],)"
                      R"("never":100000}}})")
              .likely.front()
              .likely == Likely{Months{{{"2026-10-01"_date, 900'000}}, 100'000}});
    CHECK(question_of(R"({"likely":{"gpus":{"late":[0,{"from":45,"to":60}]}}})")
              .likely.front()
              .likely == Likely{Slips{{{0, 0}, {45, 60}}}});
    const Question asked = question_of(
        R"({"slipping":"apart","elsewhere":{"price":"6.25","gap_days":30,"extra":"1000.50"}})");
    CHECK(asked.slipping == Slipping::Apart);
    CHECK(asked.elsewhere == Elsewhere{62'500, 30, Money::from_minor(100'050)});
}

TEST_CASE("What nobody can take is said where it stands", "[io][question][hostile]") {
    struct Row {
        const char *why;
        const char *question;
        const char *code;
        const char *pointer;
        const char *said;
    };
    const auto row = GENERATE(values<Row>({
        {"the ninth decile before the median",
         R"({"likely":{"gpus":{"even":"2026-11-30","nine_tenth":"2026-10-15"}}})", "not_likely",
         "/question/likely/gpus", "comes before even odds"},
        {"even odds in the past",
         R"({"likely":{"gpus":{"even":"2026-09-01","nine_tenth":"2026-10-15"}}})", "not_likely",
         "/question/likely/gpus", "before 2026-09-27"},
        {"more than a tenth is left for never",
         R"({"likely":{"gpus":{"even":"2026-10-15","nine_tenth":"2026-11-30","never":100001}}})",
         "not_likely", "/question/likely/gpus", "at most 10 %"},
        {"parts that do not add up",
         R"({"likely":{"gpus":{"months":[{"month":"2026-10","parts":400000}],"never":20000}}})",
         "parts_do_not_add_up", "/question/likely/gpus", "add up to 420000 parts"},
        {"October twice",
         R"({"likely":{"gpus":{"months":[{"month":"2026-10","parts":400000},)"
         R"({"month":"2026-10","parts":600000}]}}})",
         "not_likely", "/question/likely/gpus", "each once"},
        {"a year beyond the calendar",
         R"({"likely":{"gpus":{"even":"2026-10-15","nine_tenth":"2201-01-01"}}})",
         "date_out_of_range", "/question/likely/gpus/nine_tenth", "2200-12-31"},
        {"a month beyond the calendar",
         R"({"likely":{"gpus":{"months":[{"month":"2201-01","parts":1000000}]}}})", "bad_month",
         "/question/likely/gpus/months/0/month", "2200-12"},
        {"a century of days", R"({"likely":{"gpus":{"from":"2026-10-15","to":"2126-10-15"}}})",
         "not_likely", "/question/likely/gpus", "4,000 days"},
        {"a range that ends before it begins",
         R"({"likely":{"gpus":{"from":"2026-10-15","to":"2026-10-14"}}})", "not_likely",
         "/question/likely/gpus", "begins with its first day"},
        {"nothing to go by", R"({"likely":{"gpus":{"late":[]}}})", "not_likely",
         "/question/likely/gpus", "at least one"},
        {"a misspelt tranche", R"({"likely":{"gpu":{"late":[0]}}})", "unknown_tranche",
         "/question/likely/gpu", "Did you mean"},
        {"what the scenario does not deliver", R"({"likely":{"hall":{"late":[0]}}})", "no_delivery",
         "/question/likely/hall", "under \"deliveries\""},
        {"a price above a million", R"({"elsewhere":{"price":"1000000.01"}})", "out_of_range",
         "/question/elsewhere/price", "from 0 to 1000000"},
        {"a cost below zero", R"({"elsewhere":{"price":"6","extra":"-5"}})", "out_of_range",
         "/question/elsewhere/extra", "0 or more"},
        {"more than ten years without capacity", R"({"elsewhere":{"price":"6","gap_days":3651}})",
         "wrong_number", "/question/elsewhere/gap_days", "3650"},
    }));
    INFO(row.why);
    const auto result = asking(row.question);
    CHECK_FALSE(result.value);
    REQUIRE(result.findings.size() == 1);
    const Finding &finding = result.findings.front();
    CHECK(finding.code == row.code);
    CHECK(finding.pointer == row.pointer);
    INFO(finding.message);
    CHECK(finding.message.find(row.said) != std::string::npos);
}

TEST_CASE("A scenario of a case keeps the question unless it cannot be asked there",
          "[io][question]") {
    const auto text = [](const char *as_of) {
        return std::string{R"({"id":"t","title":"t","source":"t","lease":{"tranches":[)"
                           R"({"id":"gpus","due":"2026-09-30"}]},"scenario":{"as_of":"2026-09-27",)"
                           R"("deliveries":[{"tranche":"gpus","day":"2026-09-30"}]},"question":)"
                           R"({"likely":{"gpus":{"from":"2026-10-01","to":"2026-10-31"}}},)"
                           R"("expect":{"dates":{"gpus.due":"2026-09-30"}},"other_scenarios":[)"
                           R"({"title":"later","scenario":{"as_of":")"} +
               as_of +
               R"(","deliveries":[{"tranche":"gpus","day":"2026-09-30"}]},)"
               R"("expect":{"dates":{"gpus.due":"2026-09-30"}}}]})";
    };
    const auto kept = read_case(text("2026-10-15"));
    REQUIRE(kept.value);
    CHECK(kept.value->hearings[1].question == kept.value->hearings[0].question);
    const auto over = read_case(text("2026-11-01"));
    CHECK_FALSE(over.value);
    REQUIRE(over.findings.size() == 1);
    CHECK(over.findings.front().pointer == "/other_scenarios/0/scenario");
}
