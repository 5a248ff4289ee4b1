#include "app/answers/answers.hpp"
#include "core/ask/published.hpp"

#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

TEST_CASE("Answers have paths", "[app][answers]") {
    const Lease lease = google();
    const LeaseState state = evaluate(lease, on_time_scenario(lease), "2026-11-22"_date);
    struct Row {
        const char *path;
        const char *answer;
    };
    for (const Row &row :
         {Row{"money.headline", "30360000000.00"}, Row{"money.firm", "5520000000.00"},
          Row{"money.first_exit", "2027-04-01"}, Row{"money.last_firm_day", "2027-03-31"},
          Row{"rights.late-delivery.arises", "no"}, Row{"rights.late-delivery.first_day", "none"},
          Row{"rights.late-delivery.opens", "2026-10-31"},
          Row{"rights.late-delivery.outcome", "extinguished"},
          Row{"rights.convenience.status.2027-01-01", "exercisable"},
          Row{"rights.convenience.status", "not_due"}, Row{"fees.full.per_month", "920000000.00"},
          Row{"tranches.gpus.committed", "110000"}, Row{"dates.gpus.due", "2026-09-30"}}) {
        INFO(row.path);
        CHECK(answer_at(lease, state, row.path) == row.answer);
    }
}

TEST_CASE("A path that leads nowhere has no answer", "[app][answers]") {
    const Lease lease = google();
    const LeaseState state = evaluate(lease, on_time_scenario(lease), "2026-11-22"_date);
    for (const char *path : {"", ".", "money", "money.", "money.luck", "rights", "rights.x.opens",
                             "rights.convenience", "rights.convenience.status.2027-02-30",
                             "rights.convenience.opens.x", "dates.nothing", "fees.full.luck"}) {
        INFO(path);
        CHECK_FALSE(answer_at(lease, state, path));
    }
}

TEST_CASE("A case with a wrong expectation fails and says both answers", "[app][answers]") {
    Case wrong =
        case_of(R"({"rights":[{"id":"r","holder":"tenant","trigger":{"on":"2026-05-01"}}]})");
    wrong.hearings.front().expect = {{"rights.r.first_day", "2026-05-02"},
                                     {"rights.r.nothing", "x"},
                                     {"rights.r.opens", "2026-05-01"}};
    const auto mismatches = check_case(wrong);
    REQUIRE(mismatches.size() == 2);
    CHECK(mismatches[0].expected == "2026-05-02");
    CHECK(mismatches[0].actual == "2026-05-01");
    CHECK(mismatches[1].actual == "no answer has this path");
}
