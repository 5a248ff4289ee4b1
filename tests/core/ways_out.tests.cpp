// Who may leave, as seen from a day, and what is firm: worked answers, each with its reckoning.
#include "core/ask/ways_out.hpp"
#include "core/ask/ledger.hpp"
#include "core/ask/published.hpp"
#include "core/evaluate/evaluate.hpp"
#include "support/documents.hpp"

#include <catch_amalgamated.hpp>

#include <map>
#include <string>

using namespace offramp;

namespace {

const Lease &google() {
    static const Lease lease = testing::lease_of_file("assets/leases/spacex-google-2026.json");
    return lease;
}

/// `open`, `never` or an ISO day.
Scenario delivered(const Lease &lease, const std::string &day) {
    Scenario scenario = open_scenario(lease);
    if (day != "open") {
        scenario.deliveries.front().day = exactly(day == "never" ? Date::never() : *parse_iso(day));
    }
    return scenario;
}

std::string text_of(const When &when) {
    const auto one = [](Date day) {
        return day == Date::never() ? "never" : day == Date::dawn() ? "dawn" : to_iso(day);
    };
    return when.known() ? one(when.least) : one(when.least) + ".." + one(when.most);
}

/// "tenant open 2027-02-01..2029-06-30 ends 2027-05-02".
std::string text_of(const WayOut &way) {
    static const std::map<WayState, std::string> states = {
        {WayState::Open, "open"},  {WayState::Opens, "opens"},     {WayState::Closed, "closed"},
        {WayState::If, "if"},      {WayState::Unknown, "unknown"}, {WayState::None, "none"},
        {WayState::Given, "given"}};
    std::string text = way.holder == Role::Tenant     ? "tenant "
                       : way.holder == Role::Landlord ? "landlord "
                                                      : "other ";
    text += states.at(way.state);
    if (way.state == WayState::If) {
        for (const WayRun &run : way.runs) {
            text += " delivered " + text_of(exactly(run.first)) + ".." +
                    text_of(exactly(run.last)) + ": " + text_of(run.from) + " until " +
                    (run.is_until_delivery ? "the day before delivery" : text_of(run.until));
        }
        return text;
    }
    if (way.state != WayState::None && way.state != WayState::Unknown) {
        text += " " + text_of(way.from) + " until " + text_of(way.until);
    }
    return text + (way.ends ? " ends " + text_of(*way.ends) : "");
}

std::string money_of(const Lease &lease, const Ledger &ledger) {
    const int digits = minor_digits(lease.currency);
    return to_decimal(ledger.due, digits) + " " + to_decimal(ledger.firm, digits) + " " +
           to_decimal(ledger.conditional, digits) + " " + to_decimal(ledger.cancellable, digits);
}

} // namespace

TEST_CASE("The ways out of Google's lease are those of the day they are seen from",
          "[core][ways]") {
    struct Row {
        const char *why;
        const char *as_of;
        const char *delivered;
        const char *late;
        const char *notice;
        const char *money;
    };
    static const std::string if_late =
        "tenant if delivered 2026-10-31..never: 2026-10-31 until the day before delivery";
    static const std::string later = "opens 2027-01-01 until 2029-06-30 ends 2027-04-01";
    const auto row = GENERATE_COPY(values<Row>({
        {"nothing is recorded: if it never comes Google leaves today, so only what is due is sure",
         "2026-11-27", "open", if_late.c_str(), later.c_str(),
         "1717333333.33 0.00 3802666666.67 24840000000.00"},
        {"in time: the first way out takes effect on 1 April 2027", "2026-11-27", "2026-09-30",
         "tenant none", later.c_str(), "1717333333.33 3802666666.67 0.00 24840000000.00"},
        {"20 days late, cured inside the grace that ends on 30 October", "2026-11-27", "2026-10-20",
         "tenant none", later.c_str(), "1717333333.33 3802666666.67 0.00 24840000000.00"},
        {"the last day of grace still cures", "2026-11-27", "2026-10-30", "tenant none",
         later.c_str(), "1717333333.33 3802666666.67 0.00 24840000000.00"},
        {"the window closed with delivery; it is past", "2026-11-27", "2026-11-15",
         "tenant closed 2026-10-31 until 2026-11-14", later.c_str(),
         "1717333333.33 3802666666.67 0.00 24840000000.00"},
        {"inside the window: out at once", "2026-11-05", "2026-11-15",
         "tenant open 2026-10-31 until 2026-11-14 ends 2026-11-05", later.c_str(),
         "1042666666.67 0.00 4477333333.33 24840000000.00"},
        {"never: Google may leave on any day until the term ends", "2026-11-27", "never",
         "tenant open 2026-10-31 until 2029-06-30 ends 2026-11-27", later.c_str(),
         "1717333333.33 0.00 0.00 28642666666.67"},
        {"before the term: whatever comes, nobody leaves before 31 October", "2026-06-10", "open",
         if_late.c_str(), later.c_str(), "0.00 890322580.65 4629677419.35 24840000000.00"},
        {"notice may be given today: 90 days after 1 February is 2 May", "2027-02-01", "2026-09-30",
         "tenant none", "open 2027-01-01 until 2029-06-30 ends 2027-05-02",
         "3680000000.00 2789677419.35 0.00 23890322580.65"},
        {"after the end nobody leaves any more; until then both sides could", "2029-07-01",
         "2026-09-30", "tenant none", "closed 2027-01-01 until 2029-06-30",
         "30360000000.00 0.00 0.00 0.00"},
    }));
    INFO(row.why);
    const Date as_of = *parse_iso(row.as_of);
    const Scenario scenario = delivered(google(), row.delivered);
    const auto ways = ways_out(google(), scenario, evaluate(google(), scenario, as_of), as_of);
    REQUIRE(ways.size() == 3);
    CHECK(text_of(ways[0]) == row.late);
    CHECK(text_of(ways[1]) == "tenant " + std::string{row.notice});
    CHECK(text_of(ways[2]) == "landlord " + std::string{row.notice});
    CHECK(money_of(google(), ledger_of(google(), scenario, as_of)) == row.money);
}

TEST_CASE("Anthropic's lease is open to both sides, and a fee that no source states is in no sum",
          "[core][ways]") {
    const Lease lease = testing::lease_of_file("assets/leases/spacex-anthropic-2026.json");
    const Date as_of = *parse_iso("2026-11-27");
    const Scenario scenario = open_scenario(lease);
    const auto ways = ways_out(lease, scenario, evaluate(lease, scenario, as_of), as_of);
    REQUIRE(ways.size() == 2);
    CHECK(text_of(ways[0]) == "tenant open 2026-08-03 until 2029-05-31 ends 2027-02-25");
    CHECK(text_of(ways[1]) == "landlord open 2026-08-03 until 2029-05-31 ends 2027-02-25");
    const Ledger ledger = ledger_of(lease, scenario, as_of);
    CHECK(to_decimal(ledger.due, 2) == "6083333333.33");
    CHECK(to_decimal(ledger.firm, 2) == "3738095238.10");
    CHECK(ledger.unknown.size() == 1);
}

TEST_CASE("A notice that is only supposed changes no money until its day", "[core][ledger]") {
    Scenario scenario = delivered(google(), "2026-09-30");
    const Date as_of = *parse_iso("2026-11-27");
    const Ledger before = ledger_of(google(), scenario, as_of);
    scenario.notices[1].day = exactly(*parse_iso("2027-01-01"));
    CHECK(ledger_of(google(), scenario, as_of) == before);
    // Once it has been given, what it ends is not firm: the lease ends on 1 April 2027.
    const Ledger after = ledger_of(google(), scenario, *parse_iso("2027-02-01"));
    CHECK(to_decimal(after.due + after.firm, 2) == "5520000000.00");
}

TEST_CASE("An exit is free from the first day on which it costs nothing",
          "[core][ledger][freeness]") {
    struct Row {
        const char *why;
        const char *fee;
        const char *due_and_firm; ///< seen from 22 November 2026, in millions of 2 decimals
        const char *conditional;
    };
    // $1,000,000 a month from October 2026; notice from 1 January 2027, at once.
    const auto row = GENERATE(values<Row>({
        {"no fee: free on 1 January 2027, three months", R"("0.00")", "3000000.00", "0.00"},
        {"$1,000 before 2028: free on 1 January 2028, fifteen months",
         R"({"if":{"day":"conv.notice","before":"2028-01-01"},"then":"1000.00","else":"0.00"})",
         "15000000.00", "0.00"},
        {"free for the first month only: 1 January 2027 counts",
         R"({"if":{"day":"conv.notice","before":"2027-02-01"},"then":"0.00","else":"1000.00"})",
         "3000000.00", "0.00"},
        {"always a fee: never free, all 33 months", R"("1.00")", "33000000.00", "0.00"},
        {"between nothing and five dollars: perhaps free", R"({"unknown":"u"})", "3000000.00",
         "30000000.00"},
    }));
    INFO(row.why);
    const Lease lease =
        testing::case_of(std::string{R"({"currency":"USD","information_day":"2026-11-22",
        "conventions":{"month_end":"corresponding_date"},
        "term":{"first_day":"2026-10-01","last_day":"2029-06-30","clause":"c"},
        "clauses":[{"id":"c","text":"t","is":"derived"}],
        "unknowns":[{"id":"u","question":"What does it cost?","kind":"amount","least":"0.00","most":"5.00"}],
        "fees":[{"id":"monthly","from":"term.first_day","to":"term.last_day","per_month":"1000000.00","clause":"c"}],
        "rights":[{"id":"conv","holder":"tenant","trigger":{"on":"2027-01-01"},"clause":"c","exit_fee":)"} +
                         row.fee + "}]}")
            .lease;
    const Ledger ledger = ledger_of(lease, blank_scenario(lease), *parse_iso("2026-11-22"));
    CHECK(to_decimal(ledger.due + ledger.firm, 2) == row.due_and_firm);
    CHECK(to_decimal(ledger.conditional, 2) == row.conditional);
    CHECK(ledger.due + ledger.firm + ledger.conditional + ledger.cancellable == ledger.headline());
}

TEST_CASE("Leaving, shrinking, renewing and ending by itself are told apart, and what is not known",
          "[core][ways]") {
    const std::string lease = R"({"currency":"USD","information_day":"2026-11-22",
        "conventions":{"month_end":"corresponding_date"},
        "term":{"first_day":"2026-10-01","last_day":"2029-09-30","clause":"c"},
        "clauses":[{"id":"c","text":"t","is":"derived"}],
        "tranches":[{"id":"hall","due":"2026-12-31","clause":"c"}],
        "unknowns":[{"id":"day","question":"From which day?","kind":"day","least":"2027-03-01","most":"2027-05-31"}],
        "rights":[
          {"id":"shrink","holder":"tenant","trigger":{"on":"2027-01-01"},"scope":["hall"],"clause":"c"},
          {"id":"renew","holder":"tenant","trigger":{"on":"2028-10-01"},"exercise":"renewal","clause":"c"},
          {"id":"end","holder":"either","trigger":{"on":"2029-01-01"},"exercise":"automatic","clause":"c"},
          {"id":"secret","holder":"landlord","trigger":{"on":{"unknown":"day"}},"clause":"c"},
          {"id":"bank","holder":"third_party","trigger":{"on":"2027-02-01"},
           "window":{"last":"2027-02-28"},"clause":"c"}]})";
    struct Row {
        const char *why;
        const char *scenario;
        const char *as_of;
        std::vector<std::string> ways; ///< shrink, renew, end twice, secret, bank
    };
    const Row rows[] = {
        // The lease ends by itself on 1 January 2029, and the day before is the last for any
        // notice.
        {"before everything",
         "{}",
         "2026-12-01",
         {"tenant opens 2027-01-01 until 2028-12-31 ends 2027-01-01",
          "tenant opens 2028-10-01 until 2028-12-31",
          "tenant opens 2029-01-01 until 2029-01-01 ends 2029-01-01",
          "landlord opens 2029-01-01 until 2029-01-01 ends 2029-01-01",
          "landlord opens 2027-03-01..2027-05-31 until 2028-12-31 ends 2027-03-01..2027-05-31",
          "other opens 2027-02-01 until 2027-02-28 ends 2027-02-01"}},
        {"the unknown day may have come or not",
         "{}",
         "2027-04-01",
         {"tenant open 2027-01-01 until 2028-12-31 ends 2027-04-01",
          "tenant opens 2028-10-01 until 2028-12-31",
          "tenant opens 2029-01-01 until 2029-01-01 ends 2029-01-01",
          "landlord opens 2029-01-01 until 2029-01-01 ends 2029-01-01", "landlord unknown",
          "other closed 2027-02-01 until 2027-02-28"}},
        {"the hall has been given up: a part of the lease, not the lease",
         R"({"notices":{"shrink":"2027-02-01"}})",
         "2027-06-01",
         {"tenant given 2027-02-01 until 2029-09-30 ends 2027-02-01",
          "tenant opens 2028-10-01 until 2028-12-31",
          "tenant opens 2029-01-01 until 2029-01-01 ends 2029-01-01",
          "landlord opens 2029-01-01 until 2029-01-01 ends 2029-01-01",
          "landlord open 2027-03-01..2027-05-31 until 2028-12-31 ends 2027-06-01",
          "other closed 2027-02-01 until 2027-02-28"}},
        {"it has ended by itself; what could be used until then is closed",
         "{}",
         "2029-02-01",
         {"tenant closed 2027-01-01 until 2028-12-31", "tenant closed 2028-10-01 until 2028-12-31",
          "tenant closed 2029-01-01 until 2029-01-01",
          "landlord closed 2029-01-01 until 2029-01-01",
          "landlord closed 2027-03-01..2027-05-31 until 2028-12-31",
          "other closed 2027-02-01 until 2027-02-28"}},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        const Case of = testing::case_of(lease, row.scenario);
        const Scenario &scenario = of.hearings.front().scenario;
        const Date as_of = *parse_iso(row.as_of);
        const auto ways = ways_out(of.lease, scenario, evaluate(of.lease, scenario, as_of), as_of);
        std::vector<std::string> texts;
        for (const WayOut &way : ways) {
            texts.push_back(text_of(way));
        }
        CHECK(texts == row.ways);
        CHECK(ways[0].kind == WayKind::Shrink);
        CHECK(ways[1].kind == WayKind::Renew);
        CHECK(ways[2].kind == WayKind::End);
        CHECK(ways[4].kind == WayKind::Leave);
    }
}

TEST_CASE("A right that no day of the open delivery gives is none", "[core][ways]") {
    // The day after delivery is after the last day for notice, whenever that is.
    const Case of = testing::case_of(R"({"currency":"USD","information_day":"2026-11-22",
        "conventions":{"month_end":"corresponding_date"},
        "term":{"first_day":"2026-10-01","last_day":"2029-09-30","clause":"c"},
        "clauses":[{"id":"c","text":"t","is":"derived"}],
        "tranches":[{"id":"hall","units":1,"due":"2026-12-31","clause":"c"}],
        "rights":[{"id":"go","holder":"tenant",
                   "trigger":{"on":{"n":1,"unit":"day","after":"hall.delivered"}},
                   "window":{"last":"hall.delivered"},"clause":"c"}]})",
                                     "{}");
    Scenario scenario = open_scenario(of.lease);
    scenario.deliveries.front().day = {*parse_iso("2027-01-01"), *parse_iso("2027-01-31")};
    const Date as_of = *parse_iso("2026-12-01");
    const auto ways = ways_out(of.lease, scenario, evaluate(of.lease, scenario, as_of), as_of);
    REQUIRE(ways.size() == 1);
    CHECK(text_of(ways[0]) == "tenant none");
}

TEST_CASE("A window that moves with an open delivery is a window whenever that is",
          "[core][ways]") {
    struct Row {
        const char *why;
        const char *first; ///< of the window
        const char *last;
        const char *days; ///< of delivery, on which the right arises
    };
    // The term ends on 30 September 2029, and with it every window.
    const auto row = GENERATE(values<Row>({
        {"30 days from delivery", R"("hall.delivered")",
         R"({"n":30,"unit":"day","after":"hall.delivered"})", "..2029-09-30"},
        {"the day of delivery alone", R"("hall.delivered")", R"("hall.delivered")", "..2029-09-30"},
        {"from the tenth day to a month: at the least 28 days",
         R"({"n":10,"unit":"day","after":"hall.delivered"})",
         R"({"n":1,"unit":"month","after":"hall.delivered"})", "..2029-09-20"},
        {"a week before delivery to the earlier of two later days",
         R"({"n":1,"unit":"week","before":"hall.delivered"})",
         R"({"earliest":["hall.delivered",{"n":2,"unit":"day","after":"hall.delivered"}]})",
         "..2029-10-07"},
    }));
    INFO(row.why);
    const Case of = testing::case_of(std::string{R"({"currency":"USD",
        "information_day":"2026-11-22","conventions":{"month_end":"corresponding_date"},
        "term":{"first_day":"2026-10-01","last_day":"2029-09-30","clause":"c"},
        "clauses":[{"id":"c","text":"t","is":"derived"}],
        "tranches":[{"id":"hall","units":1,"due":"2026-12-31","clause":"c"}],
        "rights":[{"id":"go","holder":"tenant","trigger":{"on":)"} +
                                         row.first + R"(},"window":{"last":)" + row.last +
                                         R"(},"clause":"c"}]})",
                                     "{}");
    const Scenario scenario = open_scenario(of.lease);
    const Date as_of = *parse_iso("2026-12-01");
    const auto ways = ways_out(of.lease, scenario, evaluate(of.lease, scenario, as_of), as_of);
    REQUIRE(ways.size() == 1);
    CHECK(ways[0].state == WayState::If);
    REQUIRE(ways[0].runs.size() == 1);
    const WayRun &run = ways[0].runs.front();
    CHECK_FALSE(run.first.is_day()); // on any day up to
    CHECK(".." + to_iso(run.last) == row.days);
}

TEST_CASE("A delivery known to a month hangs on the days of that month; one reported so is no "
          "supposition",
          "[core][ways]") {
    const Date as_of = *parse_iso("2026-11-27");
    Scenario scenario = open_scenario(google());
    scenario.deliveries.front().day = {*parse_iso("2026-10-20"), *parse_iso("2026-12-15")};
    const auto late = [&] {
        return text_of(ways_out(google(), scenario, evaluate(google(), scenario, as_of), as_of)[0]);
    };
    CHECK(late() ==
          "tenant if delivered 2026-10-31..2026-12-15: 2026-10-31 until the day before delivery");
    scenario.deliveries.front().basis = Basis::Recorded;
    CHECK(late() == "tenant unknown");
}
