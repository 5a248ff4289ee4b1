// Values that are not known: a range holds what each value in it leads to, and what has no end says
// so. Each row is the smallest example of a kind of fault that was found by trying.
#include "app/answers/answers.hpp"

#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

namespace {

/// $1,000,000 a month from October 2026 to June 2029; 1,000 GPUs due on 30 September 2026.
std::string terms(const std::string &more) {
    return R"({"currency":"USD",
        "conventions":{"month_end":"corresponding_date","interval":"include_first","rounding":"down"},
        "clauses":[{"id":"c","text":"t","is":"derived"}],
        "term":{"first_day":"2026-10-01","last_day":"2029-06-30","clause":"c"},
        "tranches":[{"id":"gpus","unit":"GPU","units":1000,"due":"2026-09-30","clause":"c"}],)" +
           more + "}";
}

struct Row {
    const char *why;
    std::string lease; ///< beside the common terms
    const char *scenario;
    const char *path;
    const char *answer;
};

const std::string exit_right =
    R"("rights":[{"id":"x","holder":"tenant","trigger":{"on":"2026-10-01"},"clause":"c",
        "effect":{"n":30,"unit":"day","after":"x.notice"}}])";

} // namespace

TEST_CASE("A range holds what each value in it leads to, and what has no end says so",
          "[app][hulls]") {
    const std::vector<Row> rows = {
        {"the days to a notice that nobody gives have no end, and are counted at once",
         exit_right + R"(,"counts":[{"id":"n","is":{"days_in":{"business_days_of":
             {"from":"gpus.due","to":"x.notice"},"calendar":"weekends"}}}])",
         "{}", "counts.n", nullptr},
        {"days up to a delivery that never comes have no end",
         R"("counts":[{"id":"n","is":{"days_in":{"from":"gpus.due","to":"gpus.delivered"}}}])",
         "{}", "counts.n", "unbounded"},
        {"a term that such days prolong has none either",
         R"("counts":[{"id":"n","is":{"days_in":{"from":"gpus.due","to":"gpus.delivered"}}}],
            "dates":[{"id":"end","is":{"n":"n","unit":"day","after":"term.last_day"}}])",
         "{}", "dates.end", "none"},
        {"nothing lies between never and never",
         exit_right + R"(,"counts":[{"id":"n","is":{"days_from":"x.notice","to":"x.effect"}}])",
         "{}", "counts.n", "0"},
        {"the same in months",
         exit_right +
             R"(,"counts":[{"id":"n","is":{"whole_months_from":"x.notice","to":"x.effect"}}])",
         "{}", "counts.n", "0"},
        {"−4 over 2 is −2, over 4 is −1",
         R"("unknowns":[{"id":"n","question":"n?","kind":"count","least":2,"most":4}],
            "counts":[{"id":"q","is":{"count":{"count":1,"less":5},"divided_by":{"unknown":"n"}}}])",
         "{}", "counts.q", "-2..-1"},
        {"what may be divided by nothing may be anything",
         R"("unknowns":[{"id":"n","question":"n?","kind":"count","least":0,"most":4}],
            "counts":[{"id":"q","is":{"count":{"count":1,"less":5},"divided_by":{"unknown":"n"}}}])",
         "{}", "counts.q", "-2147483647..unbounded"},
        // Payments of a loan: what is left after 12 of 60 is more at a higher rate. In equal parts
        // it would be 800,000 at any rate.
        {"what is left of 1,000,000 after 12 of 60 payments at 1 % and at 20 %",
         R"("unknowns":[{"id":"r","question":"r?","kind":"count","least":1,"most":20}],
            "amounts":[{"id":"a","is":{"unamortised":"1000000.00","rate":{"unknown":"r"},"over":100,
                "months":60,"after":12,"amortisation":"level_payments"}}])",
         "{}", "amounts.a", "803978.22..870639.77"},
        {"an outage that began between the 1st and the 10th may have begun from the 5th on",
         R"("delays":[{"id":"out","clause":"c"}],
            "counts":[{"id":"n","is":{"days_in":"out","from":"2026-01-05","to":"2026-01-20",
                       "measure":"occurrences"}}])",
         R"({"delays":{"out":[{"from":{"from":"2026-01-01","to":"2026-01-10"},"to":"2026-02-01"}]}})",
         "counts.n", "0..1"},
        {"a union keeps the hours of its outages",
         R"("delays":[{"id":"a","clause":"c"},{"id":"b","clause":"c"}],
            "counts":[{"id":"n","is":{"days_in":{"union":["a","b"]},"measure":"hours"}}])",
         R"({"delays":{"a":[{"from":"2026-01-01","to":"2026-01-01","hours":3}],
                       "b":[{"from":"2026-01-02","to":"2026-01-02","hours":2}]}})",
         "counts.n", "5"},
        {"and stays two occurrences",
         R"("delays":[{"id":"a","clause":"c"},{"id":"b","clause":"c"}],
            "counts":[{"id":"n","is":{"days_in":{"union":["a","b"]},"measure":"occurrences"}}])",
         R"({"delays":{"a":[{"from":"2026-01-01","to":"2026-01-01","hours":3}],
                       "b":[{"from":"2026-01-02","to":"2026-01-02","hours":2}]}})",
         "counts.n", "2"},
        {"on one day three hours and two may be the same hours in part: three to five",
         R"("delays":[{"id":"a","clause":"c"},{"id":"b","clause":"c"}],
            "counts":[{"id":"n","is":{"days_in":{"union":["a","b"]},"measure":"hours"}}])",
         R"({"delays":{"a":[{"from":"2026-01-01","to":"2026-01-01","hours":3}],
                       "b":[{"from":"2026-01-01","to":"2026-01-01","hours":2}]}})",
         "counts.n", "3..5"},
        {"whole days that overlap are 24 hours each, once",
         R"("delays":[{"id":"a","clause":"c"},{"id":"b","clause":"c"}],
            "counts":[{"id":"n","is":{"days_in":{"union":["a","b"]},"measure":"hours"}}])",
         R"({"delays":{"a":[{"from":"2026-01-01","to":"2026-01-02"}],
                       "b":[{"from":"2026-01-02","to":"2026-01-03"}]}})",
         "counts.n", "72"},
        {"90 of 200 days of delay are reached, nobody knows when",
         R"("delays":[{"id":"fm","clause":"c"}],
            "conditions":[{"id":"is","is":{"happens":{"days":"fm","reach":90}}}])",
         R"({"delays":{"fm":{"undated":200}}})", "conditions.is", "yes"},
        {"201 of 200 are not",
         R"("delays":[{"id":"fm","clause":"c"}],
            "conditions":[{"id":"is","is":{"happens":{"days":"fm","reach":201}}}])",
         R"({"delays":{"fm":{"undated":200}}})", "conditions.is", "no"},
        {"what never happens is by no moment, not even by never",
         R"("events":[{"id":"e","kind":"instant","clause":"c"}],
            "conditions":[{"id":"is","is":{"instant":"e","by":"never"}}])",
         "{}", "conditions.is", "no"},
        {"a cap of $50 is reached in 5 days at $10 a day and in 50 at $1",
         R"("unknowns":[{"id":"r","question":"r?","kind":"amount","least":"1.00","most":"10.00"}],
            "remedies":[{"id":"cr","from":"2026-10-01","to":"gpus.delivered","clause":"c",
                "rungs":[{"per_day":{"unknown":"r"}}],"cap":"50.00"}])",
         R"({"deliveries":[{"tranche":"gpus","day":"2027-01-09"}]})", "remedies.cr.days", "5..50"},
        {"at either rate 100 days come to the cap",
         R"("unknowns":[{"id":"r","question":"r?","kind":"amount","least":"1.00","most":"10.00"}],
            "remedies":[{"id":"cr","from":"2026-10-01","to":"gpus.delivered","clause":"c",
                "rungs":[{"per_day":{"unknown":"r"}}],"cap":"50.00"}])",
         R"({"deliveries":[{"tranche":"gpus","day":"2027-01-09"}]})", "remedies.cr.amount",
         "50.00"},
        // 20 days: $100 a day for 5 and $10 for 15 are $650; for 10 and 10 they are $1,100.
        {"a rung that gives less begins after 5 to 10 days: the later, the more",
         R"("unknowns":[{"id":"n","question":"n?","kind":"count","least":5,"most":10}],
            "remedies":[{"id":"cr","from":"2026-10-01","to":"gpus.delivered","clause":"c",
                "rungs":[{"per_day":"100.00"},{"after":{"unknown":"n"},"per_day":"10.00"}]}])",
         R"({"deliveries":[{"tranche":"gpus","day":"2026-10-21"}]})", "remedies.cr.amount",
         "650.00..1100.00"},
        {"the last of days of which none is certain may be the first of them, or there is none",
         R"("unknowns":[{"id":"u","question":"u?","kind":"day","least":"2026-10-01","most":"2026-10-02"}],
            "dates":[{"id":"d","is":{"last_of":{"from":{"unknown":"u"},
                "to":{"after":{"unknown":"u"},"n":1,"unit":"day"}}}}])",
         "{}", "dates.d", "2026-10-01..none"},
        {"between the last of January and the first of March lie days numbered 1 to 31",
         R"("counts":[{"id":"n","is":{"day_of_month":"gpus.delivered"}}])",
         R"({"deliveries":[{"tranche":"gpus","day":{"from":"2027-01-31","to":"2027-03-01"}}]})",
         "counts.n", "1..31"},
        {"of a Friday and the Saturday after it one is a business day",
         R"("conditions":[{"id":"is","is":{"business_day":"gpus.delivered","calendar":"weekends"}}])",
         R"({"deliveries":[{"tranche":"gpus","day":{"from":"2026-10-02","to":"2026-10-03"}}]})",
         "conditions.is", "depends"},
        {"a Saturday and the Sunday after it are none",
         R"("conditions":[{"id":"is","is":{"business_day":"gpus.delivered","calendar":"weekends"}}])",
         R"({"deliveries":[{"tranche":"gpus","day":{"from":"2026-10-03","to":"2026-10-04"}}]})",
         "conditions.is", "no"},
        {"what has no end less 30 days has none",
         R"("counts":[{"id":"n","is":{"count":{"days_from":"gpus.due","to":"gpus.delivered"},"less":30}}])",
         "{}", "counts.n", "unbounded"},
        {"nor has a third of it",
         R"("counts":[{"id":"n","is":{"count":{"days_from":"gpus.due","to":"gpus.delivered"},"divided_by":3}}])",
         "{}", "counts.n", "unbounded"},
        {"nor has $10,000 for each of its days",
         R"("amounts":[{"id":"a","is":{"amount":"10000.00","times":{"days_from":"gpus.due","to":"gpus.delivered"}}}])",
         "{}", "amounts.a", "unbounded"},
        {"from 17:00 on the 30th to 9:20 two days later are 40 whole hours",
         R"("counts":[{"id":"n","is":{"hours_from":"2026-09-30T17:00Z","to":"2026-10-02T09:20Z"}}])",
         "{}", "counts.n", "40"},
        {"a rebate is below nothing: the longer, the more of it",
         R"("fees":[{"id":"f","from":"term.first_day","to":"term.last_day","per_month":"1000000.00","clause":"c"},
                    {"id":"rebate","from":"gpus.delivered","to":"term.last_day","per_month":"-100000.00","clause":"c"}])",
         R"({"deliveries":[{"tranche":"gpus","day":{"from":"2026-10-01","to":"2026-12-01"}}]})",
         "money.headline", "29700000.00..29900000.00"},
        {"30 days back from 15 March 2028 pass 29 February, which is counted with the 28th",
         R"("dates":[{"id":"d","is":{"n":30,"unit":"day","before":"2028-03-15","counting":"leap_day_with_day_before"}}])",
         "{}", "dates.d", "2028-02-13"},
        {"so do four weeks on from 10 February 2028",
         R"("dates":[{"id":"d","is":{"n":4,"unit":"week","after":"2028-02-10","counting":"leap_day_with_day_before"}}])",
         "{}", "dates.d", "2028-03-10"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        const Case of = case_of(terms(row.lease), row.scenario);
        const auto found = answer_at(of.lease, state_of(of), row.path);
        REQUIRE(found);
        if (row.answer != nullptr) {
            CHECK(*found == row.answer);
        }
    }
}

TEST_CASE("All that is owed was delivered, however many that is", "[app][hulls]") {
    const std::string lease = R"({"currency":"USD","clauses":[{"id":"c","text":"t","is":"derived"}],
        "term":{"first_day":"2026-10-01","last_day":"2029-06-30","clause":"c"},
        "unknowns":[{"id":"u","question":"u?","kind":"count","least":900,"most":1100}],
        "tranches":[{"id":"gpus","unit":"GPU","units":{"unknown":"u"},"due":"2026-09-30","clause":"c"}]})";
    const auto delivered = [&](const char *scenario) {
        const Case of = case_of(lease, scenario);
        return *answer_at(of.lease, state_of(of), "dates.gpus.delivered");
    };
    CHECK(delivered(R"({"deliveries":[{"tranche":"gpus","day":"2026-09-30"}]})") == "2026-09-30");
    CHECK(delivered(R"({"deliveries":[{"tranche":"gpus","day":"2026-09-30","units":1000}]})") ==
          "2026-09-30..none");
    CHECK(delivered(R"({"deliveries":[{"tranche":"gpus","day":"2026-09-30","units":899}]})") ==
          "none");
}

TEST_CASE("Amounts have the minor units of ISO 4217", "[core][money]") {
    struct Row {
        const char *currency;
        int digits;
    };
    for (const Row &row :
         {Row{"USD", 2}, Row{"JPY", 0}, Row{"XOF", 0}, Row{"XPF", 0}, Row{"RWF", 0}, Row{"LYD", 3},
          Row{"KWD", 3}, Row{"CLF", 4}, Row{"UYW", 4}, Row{"", 2}, Row{"F J", 2}}) {
        INFO(row.currency);
        CHECK(minor_digits(row.currency) == row.digits);
    }
}
