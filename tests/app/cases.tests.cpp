// What holds of every case in tests/cases: each answer has a reason down to the papers, flips are
// exact on every axis, and every row of the taxonomy has a case.
#include "app/answers/answers.hpp"
#include "core/ask/contrast.hpp"
#include "core/ask/readings.hpp"
#include "core/ask/statement.hpp"
#include "core/evaluate/evaluate.hpp"
#include "io/scenario/read_case.hpp"
#include "support/documents.hpp"

#include <catch_amalgamated.hpp>

#include <filesystem>
#include <fstream>
#include <map>

using namespace offramp;
using namespace offramp::testing;

namespace {

std::vector<Case> all_cases() {
    std::vector<Case> cases;
    for (const std::string &path : documents_in("tests/cases")) {
        const auto result = read_case(text_of_file(path));
        INFO(path);
        REQUIRE(result.value);
        CHECK("tests/cases/" + result.value->id + ".json" == path);
        cases.push_back(*result.value);
    }
    return cases;
}

/// Why a leaf of an explanation is none; empty when it is: a clause, a reading, a supposition or
/// a fact that is declared unknown stands behind it.
std::string lacks(const LeaseState &state, const Reason &reason) {
    const bool is_answer = reason.value.kind == Kind::Day || reason.value.kind == Kind::Instant ||
                           reason.value.kind == Kind::Count || reason.value.kind == Kind::Amount;
    const bool is_no_day = reason.value.kind == Kind::Day &&
                           !when_of({reason.value.least, reason.value.most}).least.is_day();
    if (!is_answer || is_no_day || !inputs_of(state, reason).empty() || 0 <= reason.clause) {
        return {};
    }
    const Step step = reason.step;
    const bool is_ground = step == Step::Supposed || step == Step::Convention ||
                           step == Step::AsOf || (step == Step::Sum && reason.value.most == 0) ||
                           (step == Step::Unknown && 0 <= reason.detail);
    return is_ground ? "" : "step " + std::to_string(static_cast<int>(step)) + " at a leaf; ";
}

/// All axes, cut to a stretch that can be asked value by value.
std::vector<AxisRange> short_axes(const Lease &lease, const Scenario &scenario) {
    constexpr std::int64_t most_values = 420;
    std::vector<AxisRange> all;
    for (AxisRange range : axes_of(lease, scenario)) {
        const std::int64_t now = supposed(scenario, range.axis).least;
        const std::int64_t middle =
            range.first <= now && now <= range.last ? now : (range.first + range.last) / 2;
        range.first = std::max(range.first, middle - most_values / 2);
        range.last = std::min(range.last, middle + most_values / 2);
        all.push_back(range);
    }
    return all;
}

} // namespace

TEST_CASE("Every day and amount of every case leads to a clause, a reading or a supposition",
          "[cases][because]") {
    std::size_t leaves = 0;
    for (const Case &of : all_cases()) {
        for (const Hearing &hearing : of.hearings) {
            INFO(of.id << " " << hearing.title);
            const LeaseState state = evaluate(of.lease, hearing.scenario, hearing.as_of);
            std::string found;
            for (const Reason &reason : state.reasons) {
                leaves += inputs_of(state, reason).empty() ? 1U : 0U;
                found += lacks(state, reason);
            }
            CHECK(found == "");
        }
    }
    CHECK(1000 < leaves);
}

TEST_CASE("A leaf without a reason would be found", "[cases][because]") {
    std::vector<Case> cases = all_cases();
    Case &of = cases.front();
    for (Rule &rule : of.lease.rules) {
        rule.clause = std::nullopt; // the planted fault
    }
    const LeaseState state = evaluate(of.lease, of.hearings[0].scenario, of.hearings[0].as_of);
    CHECK(std::any_of(state.reasons.begin(), state.reasons.end(),
                      [&](const Reason &reason) { return !lacks(state, reason).empty(); }));
}

TEST_CASE("Flips are exact on every axis of every case", "[cases][regimes][brute][thorough]") {
    std::size_t axes = 0;
    for (const Case &of : all_cases()) {
        const Hearing &hearing = of.hearings.front();
        for (const AxisRange &range : short_axes(of.lease, hearing.scenario)) {
            INFO(of.id << ", axis " << range.axis.index());
            std::vector<Regime> one_by_one;
            for (std::int64_t value = range.first; value <= range.last; ++value) {
                Outcome outcome = outcome_at(of.lease, hearing.scenario, range.axis, value);
                if (!one_by_one.empty() && one_by_one.back().outcome == outcome) {
                    one_by_one.back().last = value;
                } else {
                    one_by_one.push_back({value, value, std::move(outcome)});
                }
            }
            CHECK(regimes(of.lease, hearing.scenario, range.axis, range.first, range.last) ==
                  one_by_one);
            ++axes;
        }
    }
    CHECK(200 < axes);
}

TEST_CASE("Flips along the as-of day are those of asking day by day",
          "[cases][regimes][brute][thorough]") {
    for (const Case &of : all_cases()) {
        INFO(of.id);
        const Hearing &hearing = of.hearings.front();
        const LeaseState state = evaluate(of.lease, hearing.scenario, hearing.as_of);
        Date first = hearing.as_of;
        for (const RightState &right : state.rights) {
            first = right.opens.value.least.is_day() ? right.opens.value.least : first;
        }
        first = add_days(first, -200);
        const Date last = add_days(first, 500);
        std::vector<std::vector<std::optional<Status>>> by_day;
        for (Date day = first; day <= last; day = add_days(day, 1)) {
            by_day.emplace_back();
            for (const RightState &right : evaluate(of.lease, hearing.scenario, day).rights) {
                by_day.back().push_back(right.status);
            }
        }
        std::size_t covered = 0;
        for (const Regime &regime : regimes_as_of(state, first, last)) {
            for (std::int64_t day = regime.first; day <= regime.last; ++day, ++covered) {
                const auto &asked = by_day[static_cast<std::size_t>(day - first.day_number())];
                for (std::size_t i = 0; i < asked.size(); ++i) {
                    const auto &found = regime.outcome[i].statuses;
                    CHECK((found.empty() ? std::nullopt : std::optional{found.front()}) ==
                          asked[i]);
                }
            }
        }
        CHECK(covered == by_day.size());
    }
}

TEST_CASE("The nearest change turns the answer, and no nearer one does",
          "[cases][contrast][brute][thorough]") {
    std::size_t changes = 0;
    for (const Case &of : all_cases()) {
        const Scenario &scenario = of.hearings.front().scenario;
        for (const Contrast &one : contrast(of.lease, scenario)) {
            INFO(of.id << ", axis " << one.axis.index());
            const auto answer = [&](std::int64_t value) {
                return outcome_at(of.lease, scenario, one.axis, value)[one.right.at()].arises;
            };
            CHECK(answer(one.to) == one.answer);
            CHECK(answer(one.from) != one.answer);
            CHECK(answer(one.to + (one.from < one.to ? -1 : 1)) == answer(one.from));
            ++changes;
        }
    }
    CHECK(50 < changes);
}

TEST_CASE("Months of every case sum to its totals", "[cases][money]") {
    for (const Case &of : all_cases()) {
        INFO(of.id);
        const Hearing &hearing = of.hearings.front();
        const LeaseState state = evaluate(of.lease, hearing.scenario, hearing.as_of);
        const auto months = statement(state);
        if (months.empty() || !state.money.headline.value.known()) {
            continue;
        }
        Amount sum = exactly(Money::zero());
        for (const StatementMonth &month : months) {
            sum = sum + month.fees;
        }
        // What is charged once, on a day that is open, may fall in each of several months.
        const bool is_open =
            std::any_of(state.fees.begin(), state.fees.end(), [](const FeeState &fee) {
                return fee.billing.is_once && !fee.from.value.known();
            });
        const Amount &headline = state.money.headline.value;
        const bool holds = sum.least <= headline.least && headline.most <= sum.most;
        CHECK((is_open ? holds : sum == headline));
    }
}

TEST_CASE("An answer that depends names the one fact that settles it", "[cases][unknowns]") {
    const auto lease = read_case(R"({"id":"u","title":"t","source":"s","lease":{
        "clauses":[{"id":"c","text":"c","is":"derived"}],
        "tranches":[{"id":"gpus","unit":"GPU","units":{"unknown":"committed"},"due":"2026-09-30"}],
        "unknowns":[{"id":"committed","question":"How many?","kind":"count","least":90000,"most":110000},
                    {"id":"grace","question":"How long?","kind":"count","least":30,"most":31}],
        "rights":[{"id":"late","holder":"tenant","trigger":{"missed":"gpus.delivered","by":"gpus.due"},
                   "grace":{"n":"grace","unit":"day","after":"gpus.due"}}]},
        "scenario":{"deliveries":[{"tranche":"gpus","day":"2026-09-01","units":96000}]},
        "expect":{"rights":{"late":{"arises":"depends"}}}})");
    REQUIRE(lease.value);
    CHECK(check_case(*lease.value).empty());
    const Case &of = *lease.value;
    // The length of grace moves a day, and leaves open what the number decides.
    Scenario scenario = of.hearings[0].scenario;
    CHECK(settling_fact(of.lease, scenario, RightId{0}) == Axis{UnknownValue{UnknownId{0}}});
    scenario.unknowns[0] = exactly(std::int64_t{96000});
    CHECK_FALSE(settling_fact(of.lease, scenario, RightId{0}));
    // Two facts that are open at once, each of which alone may keep the right from arising.
    scenario.unknowns[0] = {90000, 110000};
    scenario.deliveries.push_back(
        {TrancheId{0}, {"2026-10-15"_date, "2026-12-15"_date}, exactly(std::int64_t{14000})});
    CHECK_FALSE(settling_fact(of.lease, scenario, RightId{0}));
}

namespace {

const std::vector<std::pair<const char *, int>> taxonomy = {
    {"T", 12}, {"D", 9}, {"K", 7}, {"X", 10}, {"R", 11}, {"E", 12},
    {"C", 5},  {"O", 9}, {"N", 4}, {"M", 3},  {"S", 5},  {"P", 1}};

/// Which cases exercise each row, as the page lists them.
std::string coverage_page() {
    std::map<std::string, std::string> cases;
    std::size_t vectors = 0;
    std::size_t own = 0;
    for (const Case &of : all_cases()) {
        const bool is_vector = of.id.size() == 3 && of.id[0] == 'V';
        (is_vector ? vectors : own) += 1;
        for (const std::string &row : of.taxonomy) {
            std::string &list = cases[row];
            list += (list.empty() ? "" : ", ") + std::string{"["} + of.id + "](" + of.id + ".json)";
        }
    }
    std::string page =
        "# Which case shows which clause\n\nMade by a test (`OFFRAMP_UPDATE=1` writes it "
        "anew) from the `taxonomy` of the cases: " +
        std::to_string(vectors) + " vectors and " + std::to_string(own) +
        " of our own.\n\n| row | cases |\n| --- | --- |\n";
    for (const auto &[group, size] : taxonomy) {
        for (int number = 1; number <= size; ++number) {
            const std::string row = group + std::to_string(number);
            page += "| " + row + " | " + cases[row] + " |\n";
        }
    }
    return page;
}

} // namespace

TEST_CASE("Every row of the taxonomy has a case, and the page that lists them is current",
          "[cases][coverage]") {
    const std::string page = coverage_page();
    CHECK(page.find("|  |") == std::string::npos);
    const auto path = std::filesystem::path{OFFRAMP_SOURCE_DIR} / "tests" / "cases" / "COVERAGE.md";
    if (std::getenv("OFFRAMP_UPDATE") != nullptr) {
        std::ofstream{path} << page;
    }
    CHECK(text_of_file("tests/cases/COVERAGE.md") == page);
}
