// Stay or leave: Google's lease by hand, and what the figures have to do with each other.
#include "core/ask/elsewhere.hpp"
#include "core/ask/published.hpp"
#include "core/evaluate/evaluate.hpp"

#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

namespace {

Compared compared(const Lease &lease, const char *as_of, const Elsewhere &elsewhere,
                  When delivered = any_day()) {
    Scenario scenario = open_scenario(lease);
    if (!scenario.deliveries.empty()) {
        scenario.deliveries.front().day = delivered;
    }
    const Date day = *parse_iso(as_of);
    return stay_or_leave(lease, scenario, evaluate(lease, scenario, day), day, elsewhere);
}

constexpr Money dollars(std::int64_t whole) { return Money::from_minor(whole * 100); }

} // namespace

TEST_CASE("What leaving Google's lease on 1 April 2027 saves at three prices",
          "[core][elsewhere]") {
    // 27 months of $920 million are left, which are 822 days: 110,000 x 24 x 822 = 2,170,080,000
    // GPU-hours.
    struct Row {
        std::int64_t price;
        Money elsewhere;
        Money saves;
        const char *why;
    };
    const std::vector<Row> rows = {
        {40'000, dollars(8'680'320'000), dollars(16'159'680'000), "2,170,080,000 x $4"},
        {60'000, dollars(13'020'480'000), dollars(11'819'520'000), "2,170,080,000 x $6"},
        {90'000, dollars(19'530'720'000), dollars(5'309'280'000), "2,170,080,000 x $9"},
        {120'000, dollars(26'040'960'000), dollars(-1'200'960'000), "staying is cheaper at $12"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        const auto all = compared(google(), "2026-09-27", {row.price, 0, Money::zero()}).comparison;
        REQUIRE(all);
        CHECK(all->units == 110'000);
        // $920 million / 110,000 / 720 hours of April.
        CHECK(all->own_price == 116'162);
        REQUIRE(all->ways.size() == 1);
        const Leaving &first = all->ways.front().first;
        CHECK(first.end == "2027-04-01"_date);
        CHECK(first.fees == dollars(24'840'000'000));
        CHECK(first.days == 822);
        CHECK(first.elsewhere == row.elsewhere);
        CHECK(first.saves == row.saves);
        // $24,840,000,000 / 2,170,080,000 = $11.44658...
        CHECK(first.break_even == 114'466);
    }
}

TEST_CASE("Days without capacity cost nothing elsewhere, and other costs lessen what is saved",
          "[core][elsewhere]") {
    const auto plain = compared(google(), "2026-09-27", {60'000, 0, Money::zero()}).comparison;
    const auto dear = compared(google(), "2026-09-27", {60'000, 30, dollars(1'000'000)}).comparison;
    REQUIRE((plain && dear));
    const Leaving &a = plain->ways.front().first;
    const Leaving &b = dear->ways.front().first;
    CHECK(b.days == a.days - 30);
    // 110,000 x 24 x 30 x $6 = $475,200,000 less.
    CHECK(a.elsewhere - b.elsewhere == dollars(475'200'000));
    CHECK(b.saves == a.saves + dollars(475'200'000) - dollars(1'000'000));
}

TEST_CASE("At the break-even price nothing is saved, above it staying is cheaper",
          "[core][elsewhere]") {
    for (const std::int64_t gap : {0, 1, 45, 400}) {
        const Elsewhere asked{60'000, gap, dollars(5'000'000)};
        const auto at = [&](std::int64_t price) {
            return compared(google(), "2026-09-27", {price, gap, asked.extra})
                .comparison->ways.front()
                .first;
        };
        const std::int64_t price = at(60'000).break_even.value();
        CHECK(Money::zero() < at(price - 1).saves);
        CHECK(at(price + 1).saves < Money::zero());
    }
}

TEST_CASE("A way out that closes is not used after it has", "[core][elsewhere]") {
    // Late: the right is open from 31 October until the day before delivery.
    const auto all =
        compared(google(), "2026-11-01", {60'000, 0, Money::zero()}, exactly("2026-11-15"_date))
            .comparison;
    REQUIRE(all);
    REQUIRE(all->ways.size() == 2);
    CHECK(all->ways.front().first.end == "2026-11-01"_date);
    CHECK(all->ways.front().pays_from == "2026-11-01"_date);
    CHECK(all->ways.front().pays_until == "2026-11-14"_date);
}

TEST_CASE("Without units or fees that are public there is no figure", "[core][elsewhere]") {
    const Elsewhere asked{60'000, 0, Money::zero()};
    CHECK(compared(anthropic(), "2026-11-22", asked).comparison == std::nullopt);
    const Lease other = lease_of_file("assets/leases/nebius-meta-2025.json");
    CHECK(compared(other, "2026-11-22", asked).comparison == std::nullopt);
}
