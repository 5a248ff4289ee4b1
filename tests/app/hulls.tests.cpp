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
