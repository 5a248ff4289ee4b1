#include "app/text.hpp"

#include <catch_amalgamated.hpp>

using namespace offramp;

TEST_CASE("Days are written day first, with the month in words", "[app][text]") {
    CHECK(long_date("2026-09-30"_date) == "30 September 2026");
    CHECK(short_date("2026-11-05"_date) == "5 Nov 2026");
    CHECK(day_and_month("2026-11-05"_date) == "5 Nov");
    CHECK(long_date(Date::never()) == "never");
    CHECK(long_date(When{"2026-10-01"_date, "2026-10-30"_date}) ==
          "between 1 October 2026 and 30 October 2026");
    CHECK(long_date(When{"2026-10-01"_date, Date::never()}) == "not before 1 October 2026");
}

TEST_CASE("Large amounts are rounded in words and exact in figures", "[app][text]") {
    struct Row {
        std::int64_t minor;
        const char *in_short;
        const char *exact;
    };
    const auto row = GENERATE(Row{3'036'000'000'000, "$30.36 billion", "$30,360,000,000.00"},
                              Row{552'000'000'000, "$5.52 billion", "$5,520,000,000.00"},
                              Row{80'290'909'091, "$802.9 million", "$802,909,090.91"},
                              Row{92'000'000'000, "$920 million", "$920,000,000.00"},
                              Row{1'466'660, "$14,666.60", "$14,666.60"},
                              Row{99'999'999, "$999,999.99", "$999,999.99"},
                              Row{100'000'000, "$1 million", "$1,000,000.00"},
                              Row{178'500'000'000'000, "$1.785 trillion", "$1,785,000,000,000.00"},
                              Row{0, "$0.00", "$0.00"});
    CHECK(short_money(Money::from_minor(row.minor), "USD") == row.in_short);
    CHECK(exact_money(Money::from_minor(row.minor), "USD") == row.exact);
}

TEST_CASE("An amount of which only a bound is known says so", "[app][text]") {
    const Money least = Money::from_minor(4'375'000'000'000);
    CHECK(short_money(Amount{least, Money::unbounded()}, "USD") == "at least $43.75 billion");
    CHECK(short_money(Amount{Money::zero(), least}, "USD") == "between $0.00 and $43.75 billion");
}

TEST_CASE("Numbers take their noun in the right number", "[app][text]") {
    CHECK(counted(1, "day") == "1 day");
    CHECK(counted(90, "day") == "90 days");
    CHECK(counted(110'000, "GPU") == "110,000 GPUs");
    CHECK(sentence_case("either side") == "Either side");
    CHECK(sentence_case("é") == "é");
}
