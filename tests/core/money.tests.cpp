#include "core/money/money.hpp"

#include <catch_amalgamated.hpp>

using namespace offramp;

TEST_CASE("A share of an amount is rounded once, half away from zero", "[core][money]") {
    struct Row {
        std::int64_t minor;
        std::int64_t times;
        std::int64_t over;
        std::int64_t expected;
        const char *why;
    };
    const auto row =
        GENERATE(Row{92'000'000'000, 96'000, 110'000, 80'290'909'091, "…090.9090 rounds to .91"},
                 Row{5, 1, 2, 3, "a half goes up"}, Row{-5, 1, 2, -3, "and down below zero"},
                 Row{4, 1, 3, 1, "a third does not"}, Row{1, 1, 3, 0, "nor a smaller one"},
                 Row{7, 0, 5, 0, "nothing of it"}, Row{7, 3, 0, 0, "no ratio at all"},
                 Row{INT64_MAX - 1, 3, 3, INT64_MAX - 1, "the product needs 128 bits"},
                 Row{100, -1, 2, -50, "a negative share"});
    INFO(row.why);
    CHECK(scale(Money::from_minor(row.minor), row.times, row.over).minor() == row.expected);
}

TEST_CASE("Decimal strings are read exactly or not at all", "[core][money]") {
    CHECK(parse_decimal("920000000.00", 2) == Money::from_minor(92'000'000'000));
    CHECK(parse_decimal("0.01", 2) == Money::from_minor(1));
    CHECK(parse_decimal("-7.5", 2) == Money::from_minor(-750));
    CHECK(parse_decimal("12", 0) == Money::from_minor(12));
    CHECK(parse_decimal("1000000000000000.00", 2) == Money::from_minor(100'000'000'000'000'000));
    for (const char *text :
         {"", "-", ".", "1.", ".5", "1.234", "1,000.00", "1e9", "0x10", " 1", "1 ", "+1", "--1",
          "1000000000000000.01", "9999999999999999.99", "99999999999999999999", "1.2.3", "NaN"}) {
        INFO(text);
        CHECK_FALSE(parse_decimal(text, 2));
    }
    CHECK_FALSE(parse_decimal("1.5", 0));
}

TEST_CASE("Writing an amount and reading it back gives the same amount", "[core][money]") {
    for (const int digits : {0, 2, 3}) {
        for (const std::int64_t minor :
             {0LL, 1LL, -1LL, 99LL, 100LL, -12'345LL, 999'999'999'999LL}) {
            const Money money = Money::from_minor(minor);
            CHECK(parse_decimal(to_decimal(money, digits), digits) == money);
        }
    }
}

TEST_CASE("Amounts are grouped by thousands", "[core][money]") {
    CHECK(to_grouped(Money::from_minor(3'036'000'000'000), 2) == "30,360,000,000.00");
    CHECK(to_grouped(Money::from_minor(-100'000), 2) == "-1,000.00");
    CHECK(to_grouped(Money::from_minor(99'999), 2) == "999.99");
    CHECK(to_grouped(Money::from_minor(110'000), 0) == "110,000");
}

TEST_CASE("What has no bound stays without one", "[core][money]") {
    const Money hundred = Money::from_minor(100);
    CHECK_FALSE((Money::unbounded() + hundred).is_bounded());
    CHECK_FALSE((Money::unbounded() - hundred).is_bounded());
    CHECK_FALSE(scale(Money::unbounded(), 1, 2).is_bounded());
    CHECK(scale(Money::unbounded(), 0, 2) == Money::zero());
    // A sum that would overflow stops at the end instead of changing its sign.
    CHECK(Money::from_minor(INT64_MAX - 1) + Money::from_minor(INT64_MAX - 1) ==
          Money::unbounded());
}
