// Distributions of a delivery, and what is likely to come of a lease by them: held against a sum by
// days and against lots drawn, neither of which shares code with them.
#include "core/ask/likely.hpp"
#include "core/ask/prospect.hpp"
#include "core/ask/published.hpp"
#include "core/ask/slips.hpp"

#include "support/documents.hpp"

#include <iostream>
#include <map>
#include <random>

using namespace offramp;
using namespace offramp::testing;

namespace {

constexpr Date seen_from = "2026-09-27"_date;
constexpr Date due = "2026-09-30"_date;

Guess guess_of(const char *even, const char *nine_tenth, Parts never) {
    return {*parse_iso(even), *parse_iso(nine_tenth), never};
}

Parts sum_of(const Distribution &days) {
    Parts sum = 0;
    for (const DayParts &one : days) {
        sum += one.parts;
    }
    return sum;
}

Parts between(const Distribution &days, Date first, Date last) {
    Parts sum = 0;
    for (const DayParts &one : days) {
        sum += first <= one.day && one.day <= last ? one.parts : 0;
    }
    return sum;
}

Prospect prospect_by(const Lease &lease, const Distribution &days) {
    return *prospect_of(lease, open_scenario(lease), seen_from, {{0, days}}, {due},
                        Slipping::Together);
}

/// The parts of an outcome in which Google could use its right of late delivery, and the others.
struct ByLateness {
    Parts exit = 0;
    Parts late = 0;
    Parts in_time = 0;
};

bool can_leave(const Outcome &outcome) {
    const auto &statuses = outcome.front().statuses;
    return std::find(statuses.begin(), statuses.end(), Status::Exercisable) != statuses.end();
}

ByLateness by_lateness(const Prospect &prospect) {
    ByLateness sums;
    for (const OutcomeProspect &one : prospect.outcomes) {
        (can_leave(one.outcome)     ? sums.exit
         : one.outcome.front().late ? sums.late
                                    : sums.in_time) += one.parts;
    }
    return sums;
}

} // namespace

TEST_CASE("A guess lies on days as its three answers say", "[core][likely]") {
    const Distribution days =
        distribution_of(guess_of("2026-10-15", "2026-11-30", 20'000), seen_from, due);
    CHECK(sum_of(days) == certain);
    CHECK(days.front().day == seen_from);
    CHECK(days.front().parts == 26'315); // 500,000 over 19 days
    CHECK(between(days, seen_from, "2026-10-15"_date) == 500'000);
    CHECK(between(days, "2026-10-16"_date, "2026-11-30"_date) == 400'000);
    CHECK(between(days, "2026-12-01"_date, "2027-01-15"_date) == 80'000);
    CHECK(days.back() == DayParts{Date::never(), 20'000});
}

TEST_CASE("Each kind of distribution adds up to the whole", "[core][likely]") {
    struct Row {
        Likely likely;
        Date first;
        Date last;
        const char *why;
    };
    const std::vector<Row> rows = {
        {guess_of("2026-12-01", "2026-12-01", 0), "2026-12-01"_date, "2026-12-02"_date,
         "nine in ten on the day of even odds"},
        {guess_of("2026-12-01", "2027-01-31", 100'000), "2026-10-02"_date, Date::never(),
         "what nine in ten leaves is all never"},
        {Evenly{"2026-10-01"_date, "2026-10-03"_date, 100'000}, "2026-10-01"_date, Date::never(),
         "900,000 does divide by three"},
        {Evenly{"2026-09-01"_date, "2026-10-03"_date, 0}, seen_from, "2026-10-03"_date,
         "what lies before the day seen from is left out"},
        {Evenly{"2026-10-01"_date, "2026-10-01"_date, certain}, Date::never(), Date::never(),
         "surely never"},
        {Months{{{"2026-10-01"_date, 1}, {"2026-11-01"_date, 1}, {"2027-01-01"_date, 1}}, 0},
         "2026-10-01"_date, "2027-01-31"_date, "thirds do not divide a million"},
        {Slips{{exactly(std::int64_t{0}), exactly(std::int64_t{31}), exactly(std::int64_t{31})}},
         due, "2026-10-31"_date, "two of three came a month late"},
        {Slips{{{0, 30}}}, due, "2026-10-30"_date, "only bounds of the one are public"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        REQUIRE(complaint_about(row.likely, seen_from).empty());
        const Distribution days = distribution_of(row.likely, seen_from, due);
        CHECK(sum_of(days) == certain);
        CHECK(days.front().day == row.first);
        CHECK(days.back().day == row.last);
        for (std::size_t i = 1; i < days.size(); ++i) {
            CHECK(days[i - 1].day < days[i].day);
        }
    }
}

TEST_CASE("How late a delivery came lies between the bounds of both its days", "[core][slips]") {
    struct Row {
        const char *file;
        std::size_t place; ///< among the lease's reported deliveries
        std::int64_t least;
        std::int64_t most;
        const char *why;
    };
    const std::vector<Row> rows = {
        {"assets/leases/nebius-meta-2025.json", 0, 0, 30, "due and delivered in December 2025"},
        {"assets/leases/nebius-microsoft-2025.json", 0, 0, 333,
         "due in 2025; 30 November is day 334"},
        {"assets/leases/terawulf-core42.json", 2, 90, 181,
         "due by the end of 2025, came on 31 March"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        const std::vector<Slip> slips = slips_of(lease_of_file(row.file));
        CHECK(slips.at(row.place).days_late == Count{row.least, row.most});
    }
    CHECK(slips_of(google()).empty()); // no source reports its delivery
}

TEST_CASE("What cannot be a distribution is named in a sentence", "[core][likely]") {
    struct Row {
        Likely likely;
        const char *part;
        const char *why;
    };
    const std::vector<Row> rows = {
        {guess_of("2026-11-30", "2026-10-15", 0), "comes before even odds", "the wrong way round"},
        {guess_of("2026-09-01", "2026-10-15", 0), "lies before 2026-09-27", "it would have come"},
        {guess_of("2026-10-15", "2026-11-30", 100'001), "at most 10 %",
         "nine in ten leave a tenth"},
        {guess_of("2200-10-15", "2201-01-01", 0), "up to 2200-12-31", "beyond what controls take"},
        {guess_of("2026-10-15", "2126-11-30", 0), "4,000 days", "beyond what is bounded"},
        {Evenly{"2026-11-01"_date, "2026-10-01"_date, 0}, "begins with", "the wrong way round"},
        {Evenly{"2026-08-01"_date, "2026-09-01"_date, 0}, "before 2026-09-27", "all of it is past"},
        {Months{{{"2026-10-01"_date, 0}}, 0}, "add up to nothing", "no weight at all"},
        {Months{{{"2026-10-01"_date, -1}}, 0}, "weighs from 0", "less than nothing"},
        {Months{{{"2026-10-01"_date, 1}, {"2026-10-01"_date, 1}}, 0}, "each once", "twice October"},
        {Months{{{"2026-08-01"_date, 1}}, 0}, "is over", "August is past"},
        {Slips{{}}, "at least one", "no other delivery"},
        {Slips{{{-3, 4}}}, "from 0", "early is not late"},
        {Slips{{{5, 4}}}, "from 0", "the wrong way round"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        const std::string said = complaint_about(row.likely, seen_from);
        INFO(said);
        CHECK(said.find(row.part) != std::string::npos);
    }
}

TEST_CASE("What is likely is the sum over days, and what a million lots come to",
          "[core][likely]") {
    const Lease lease = google();
    const Distribution days =
        distribution_of(guess_of("2026-10-15", "2026-11-30", 20'000), seen_from, due);
    const ByLateness told = by_lateness(prospect_by(lease, days));
    CHECK(told.exit + told.late + told.in_time == certain);

    // By the words of the lease: late after 30 September, and after 30 October a way out until
    // delivery.
    ByLateness summed;
    for (const DayParts &one : days) {
        (one.day <= due                 ? summed.in_time
         : one.day <= "2026-10-30"_date ? summed.late
         : one.day == "2026-10-31"_date ? summed.late // it comes as the right would open
                                        : summed.exit) += one.parts;
    }
    CHECK(told.in_time == summed.in_time);
    CHECK(told.late == summed.late);
    CHECK(told.exit == summed.exit);

    std::mt19937_64 lots{20260927};
    ByLateness drawn;
    for (int i = 0; i < certain; ++i) {
        auto lot = static_cast<Parts>(lots() % static_cast<std::uint64_t>(certain));
        std::size_t at = 0;
        while (days[at].parts <= lot) {
            lot -= days[at++].parts;
        }
        const Date day = days[at].day;
        ++(day <= due ? drawn.in_time : day <= "2026-10-31"_date ? drawn.late : drawn.exit);
    }
    const auto near = [](Parts a, Parts b) { return a - b < 3'000 && b - a < 3'000; };
    CHECK(near(told.in_time, drawn.in_time));
    CHECK(near(told.late, drawn.late));
    CHECK(near(told.exit, drawn.exit));
    std::cout << "# in time, late, exit: " << told.in_time << " " << told.late << " " << told.exit
              << "; summed " << summed.in_time << " " << summed.late << " " << summed.exit
              << "; drawn " << drawn.in_time << " " << drawn.late << " " << drawn.exit << "\n";
}

TEST_CASE("The chance of a way out, its days and what is firm follow the weights",
          "[core][likely]") {
    const Lease lease = google();
    // 60 % in time, 30 % on 15 November, 10 % never.
    const Distribution days = {
        {"2026-09-30"_date, 600'000}, {"2026-11-15"_date, 300'000}, {Date::never(), 100'000}};
    const Prospect prospect = prospect_by(lease, days);
    const WayProspect &late = prospect.ways.front();
    CHECK(late.arises == Chance{400'000, 400'000});
    REQUIRE(late.steps.size() >= 2);
    CHECK(late.steps[0].from == "2026-10-31"_date);
    CHECK(late.steps[0].open == Chance{400'000, 400'000});
    CHECK(late.steps[1].from == "2026-11-15"_date); // then it has come, in three of the four
    CHECK(late.steps[1].open == Chance{100'000, 100'000});
    REQUIRE(late.first.size() == 1);
    CHECK(late.first.front().value == "2026-10-31"_date);
    CHECK(late.first.front().parts == 400'000);
    // Until 30 October a month and 30 of 31 days of $920 million; until 31 March six months.
    CHECK(quantile(prospect.firm, 100'000) == Money::from_minor(89'032'258'065));
    CHECK(quantile(prospect.firm, 500'000) == Money::from_minor(552'000'000'000));
    CHECK(quantile(prospect.firm, 400'000) == Money::from_minor(89'032'258'065));
    CHECK(quantile(prospect.firm, 400'001) == Money::from_minor(552'000'000'000));
}
