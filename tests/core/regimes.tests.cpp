#include "core/ask/regimes.hpp"
#include "core/ask/published.hpp"

#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

namespace {

/// What `regimes` must give, found one value at a time.
std::vector<Regime> day_by_day(const Lease &lease, const Scenario &scenario, const Axis &axis,
                               std::int64_t first, std::int64_t last) {
    std::vector<Regime> found;
    for (std::int64_t value = first; value <= last; ++value) {
        Outcome outcome = outcome_at(lease, scenario, axis, value);
        if (!found.empty() && found.back().outcome == outcome) {
            found.back().last = value;
        } else {
            found.push_back({value, value, std::move(outcome)});
        }
    }
    return found;
}

std::string starts_of(const std::vector<Regime> &regimes) {
    std::string text;
    for (const Regime &regime : regimes) {
        text += (text.empty() ? "" : " ") + to_iso(Date::from_day_number(regime.first));
    }
    return text;
}

constexpr std::int64_t first_day = "2026-08-01"_date.day_number();
constexpr std::int64_t last_day = "2027-06-30"_date.day_number();

} // namespace

TEST_CASE("The regimes of Google's lease begin on the days that the clauses name",
          "[core][regimes]") {
    const Lease lease = google();
    Scenario scenario = on_time_scenario(lease);
    // On time; in grace from 1 October; 1 November is the first delivery that leaves Google a day
    // to go; from 2 January 2027 either side could have given notice before the delivery.
    CHECK(starts_of(regimes(lease, scenario, DeliveryDay{0}, first_day, last_day)) ==
          "2026-08-01 2026-10-01 2026-11-01 2027-01-02");
    scenario.readings[0] = 1; // the whole month
    CHECK(starts_of(regimes(lease, scenario, DeliveryDay{0}, first_day, last_day)) ==
          "2026-08-01 2026-10-01 2026-11-02 2027-01-02");
}

TEST_CASE("Regimes are exactly what asking about each day gives", "[core][regimes]") {
    const Lease lease = GENERATE(google(), anthropic());
    const Scenario scenario = on_time_scenario(lease);
    std::vector<Axis> axes;
    for (std::size_t i = 0; i < scenario.deliveries.size(); ++i) {
        axes.push_back(DeliveryDay{i});
    }
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        axes.push_back(NoticeDay{RightId{static_cast<std::int32_t>(i)}});
    }
    for (std::size_t i = 0; i < lease.events.size(); ++i) {
        axes.push_back(EventDay{EventId{static_cast<std::int32_t>(i)}});
    }
    for (std::size_t reading = 0; reading < lease.readings.size(); ++reading) {
        for (std::size_t option = 0; option < lease.readings[reading].options.size(); ++option) {
            Scenario read = scenario;
            read.readings[reading] = static_cast<std::int32_t>(option);
            for (const Axis &axis : axes) {
                INFO(lease.id << " " << lease.readings[reading].id << " option " << option);
                CHECK(regimes(lease, read, axis, first_day, last_day) ==
                      day_by_day(lease, read, axis, first_day, last_day));
            }
        }
    }
}

TEST_CASE("As much work as is allowed finds the first of the regimes", "[core][regimes]") {
    const Lease lease = google();
    const Scenario scenario = on_time_scenario(lease);
    const auto all = regimes(lease, scenario, DeliveryDay{0}, first_day, last_day);
    Work work{1'500};
    const auto first = regimes(lease, scenario, DeliveryDay{0}, first_day, last_day, work);
    CHECK(work.is_done());
    REQUIRE(!first.empty());
    CHECK(first.size() < all.size());
    for (std::size_t i = 0; i + 1 < first.size(); ++i) {
        CHECK(first[i] == all[i]);
    }
    CHECK(first.back().first == all[first.size() - 1].first);
    CHECK(first.back().outcome == all[first.size() - 1].outcome);
}

TEST_CASE("Regimes along the number of units turn where the commitment is met", "[core][regimes]") {
    const Lease lease = google();
    const auto found = regimes(lease, on_time_scenario(lease), DeliverySize{0}, 0, 120'000);
    CHECK(found.size() == 2);
    CHECK(found.front().last == 109'999);
    CHECK(found.back().first == 110'000);
    CHECK(found.back().last == 120'000);
}

TEST_CASE("Regimes cover the axis without gaps, and neighbours differ", "[core][regimes]") {
    const Lease lease = google();
    const auto found = regimes(lease, on_time_scenario(lease), DeliveryDay{0}, first_day, last_day);
    CHECK(found.front().first == first_day);
    CHECK(found.back().last == last_day);
    for (std::size_t i = 1; i < found.size(); ++i) {
        CHECK(found[i].first == found[i - 1].last + 1);
        CHECK(found[i].outcome != found[i - 1].outcome);
    }
    CHECK(regimes(lease, on_time_scenario(lease), DeliveryDay{0}, 5, 4).empty());
}
