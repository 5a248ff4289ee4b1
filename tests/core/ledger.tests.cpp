// The ledger where deliveries are open or forecast: each part is that of some single day on which
// they may come. Held against every such day, asked one by one.
#include "core/ask/ledger.hpp"
#include "core/ask/published.hpp"
#include "core/evaluate/evaluate.hpp"
#include "support/documents.hpp"

#include <catch_amalgamated.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace offramp;

namespace {

/// $31 million a month from October 2026 to June 2029; 1,000 GPUs due on 30 September 2026.
std::string terms(const std::string &fee_from, const std::string &rights) {
    return R"({"currency":"USD","information_day":"2026-09-01",
        "conventions":{"month_end":"corresponding_date","interval":"include_last"},
        "term":{"first_day":"2026-10-01","last_day":"2029-06-30","clause":"c"},
        "tranches":[{"id":"gpus","units":1000,"due":"2026-09-30","clause":"c"},
                    {"id":"more","units":500,"due":"2026-12-31","clause":"c"}],
        "clauses":[{"id":"c","text":"t","is":"derived"}],
        "fees":[{"id":"monthly","from":)" +
           fee_from +
           R"(,"to":"term.last_day","per_month":"31000000.00","clause":"c"}],"rights":[)" + rights +
           "]}";
}

/// Dawn, each day of four years, and never.
std::vector<Date> days() {
    std::vector<Date> all = {Date::dawn(), Date::never()};
    for (Date day = *parse_iso("2026-06-01"); day < *parse_iso("2030-06-01");
         day = add_days(day, 1)) {
        all.push_back(day);
    }
    return all;
}

struct Bounds {
    Money least = Money::unbounded();
    Money most = Money::zero();
};

/// The least that is payable before the first free exit, over all days of the first delivery from
/// one on, and the most over those by the day seen from.
Bounds firm_by_days(const Lease &lease, Scenario scenario, Date as_of, Date first) {
    Bounds bounds;
    for (const Date day : days()) {
        if (day < first) {
            continue;
        }
        scenario.deliveries[0].day = exactly(day);
        const LeaseState state = evaluate(lease, scenario, as_of);
        const Amount firm = state.money.firm_as_of.value;
        bounds.least = std::min(bounds.least, firm.least);
        if (day <= as_of) {
            bounds.most = std::max(bounds.most, firm.most);
        }
    }
    return bounds;
}

const std::string free_on_notice =
    R"("holder":"tenant","clause":"c","effect":{"n":30,"unit":"day","after":)";

} // namespace

TEST_CASE("What is firm is what the least of all days of delivery leaves, what is conditional what "
          "the most does",
          "[core][ledger]") {
    struct Row {
        const char *why;
        std::string fee_from;
        std::string rights;
    };
    const std::string from_start = R"("term.first_day")";
    const auto row = GENERATE_COPY(values<Row>({
        {"an exit in January if late, in March if in time", from_start,
         R"({"id":"x","trigger":{"on":{"if":{"not":{"day":"gpus.delivered","by":"gpus.due"}},"then":"2027-01-01","else":"2027-03-01"}},)" +
             free_on_notice + R"("x.notice"}})"},
        {"a window that opens sixty days after a late delivery", from_start,
         R"({"id":"x","trigger":{"missed":"gpus.delivered","by":"gpus.due"},"opens":{"n":60,"unit":"day","after":"gpus.delivered"},)" +
             free_on_notice + R"("x.notice"}})"},
        {"an exit twelve months after delivery", from_start,
         R"({"id":"x","trigger":{"after":{"n":12,"unit":"month","after":"gpus.delivered"}},)" +
             free_on_notice + R"("x.notice"}})"},
        {"a fee from delivery, an exit twelve months after it",
         R"({"latest":["term.first_day","gpus.delivered"]})",
         R"({"id":"x","trigger":{"after":{"n":12,"unit":"month","after":"gpus.delivered"}},)" +
             free_on_notice + R"("x.notice"}})"},
        {"late delivery opens a window until it comes; leaving is free from 2028 all the same",
         from_start,
         R"({"id":"late","trigger":{"missed":"gpus.delivered","by":"gpus.due"},"ends_when":"gpus.delivered",)" +
             free_on_notice + R"("late.notice"}},{"id":"x","trigger":{"on":"2028-01-01"},)" +
             free_on_notice + R"("x.notice"}})"},
    }));
    const std::string as_of_text =
        GENERATE("2026-09-01", "2026-10-01", "2026-11-01", "2027-02-15", "2028-03-01");
    INFO(row.why << ", seen from " << as_of_text);
    const Lease lease = testing::case_of(terms(row.fee_from, row.rights)).lease;
    const Date as_of = *parse_iso(as_of_text);

    // Where every day leads to another amount, the most that was found is that of some day.
    const bool is_exact = row.fee_from == from_start;
    const auto check = [&](const Scenario &scenario, Date first) {
        const Ledger ledger = ledger_of(lease, scenario, as_of);
        if (!ledger.unknown.empty()) {
            return;
        }
        const Bounds bounds = firm_by_days(lease, scenario, as_of, first);
        const Money firm = std::max(ledger.due, bounds.least);
        const Money most = std::max(firm, std::min(bounds.most, ledger.headline()));
        const Money reachable = ledger.due + ledger.firm + ledger.conditional;
        CHECK(to_decimal(ledger.due + ledger.firm, 2) == to_decimal(firm, 2));
        CHECK(reachable <= most);
        if (is_exact) {
            CHECK(to_decimal(reachable, 2) == to_decimal(most, 2));
        }
    };

    SECTION("nothing is recorded") { check(open_scenario(lease), Date::dawn()); }
    SECTION("it is forecast for a day, or for a month") {
        const auto forecast = GENERATE(values<When>({
            exactly("2027-04-15"_date),
            {"2028-05-01"_date, "2028-05-31"_date},
        }));
        if (as_of <= forecast.least) {
            Scenario scenario = open_scenario(lease);
            scenario.deliveries[0].day = forecast;
            check(scenario, as_of);
        }
    }
}

TEST_CASE("Two open deliveries are asked about together: each may come on any day",
          "[core][ledger]") {
    // Late GPUs let the tenant leave from 1 January 2027, late others from 1 March.
    const Lease lease =
        testing::case_of(
            terms(
                R"("term.first_day")",
                R"({"id":"x","trigger":{"on":{"if":{"not":{"day":"gpus.delivered","by":"gpus.due"}},
                      "then":{"if":{"not":{"day":"more.delivered","by":"more.due"}},"then":"2027-01-01","else":"2027-03-01"},
                      "else":"2027-06-01"}},"holder":"tenant","clause":"c"})"))
            .lease;
    const Ledger ledger = ledger_of(lease, open_scenario(lease), "2027-01-01"_date);
    // October to December are due. Both late: nobody is bound any longer. Seen from 1 January one
    // of the two may have been in time: at the most the fees to 31 May 2027, five months.
    CHECK(to_decimal(ledger.due, 2) == "93000000.00");
    CHECK(to_decimal(ledger.firm, 2) == "0.00");
    CHECK(to_decimal(ledger.conditional, 2) == "155000000.00");
}
