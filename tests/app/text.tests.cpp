#include "app/words/text.hpp"

#include "app/words/locale.hpp"
#include "app/words/words.hpp"

#include <catch_amalgamated.hpp>

using namespace offramp;

TEST_CASE("Days are written day first, with the month in words", "[app][text]") {
    CHECK(long_date("2026-09-30"_date) == "30 September 2026");
    CHECK(short_date("2026-11-05"_date) == "5 Nov 2026");
    CHECK(day_and_month("2026-11-05"_date) == "5 Nov");
    CHECK(long_date(Date::never()) == "never");
}

TEST_CASE("A run of days is said as people say it, alone and after a verb", "[app][text]") {
    struct Row {
        When when;
        const char *alone;
        const char *after_a_verb;
    };
    const auto row = GENERATE(
        Row{{"2025-12-01"_date, "2025-12-31"_date}, "December 2025", "in December 2025"},
        Row{{"2028-02-01"_date, "2028-02-29"_date}, "February 2028", "in February 2028"},
        Row{{"2027-04-01"_date, "2027-06-30"_date},
            "the second quarter of 2027",
            "in the second quarter of 2027"},
        Row{{"2026-01-01"_date, "2026-06-30"_date},
            "the first half of 2026",
            "in the first half of 2026"},
        Row{{"2026-01-01"_date, "2026-12-31"_date}, "2026", "in 2026"},
        Row{{"2026-02-01"_date, "2026-04-30"_date},
            "a day between 1 February and 30 April 2026",
            "between 1 February and 30 April 2026"},
        Row{{"2026-05-03"_date, "2026-05-17"_date},
            "a day between 3 and 17 May 2026",
            "between 3 and 17 May 2026"},
        Row{{"2026-11-15"_date, "2027-02-14"_date},
            "a day between 15 November 2026 and 14 February 2027",
            "between 15 November 2026 and 14 February 2027"},
        Row{{Date::dawn(), "2027-06-30"_date}, "30 June 2027 at the latest", "by 30 June 2027"},
        Row{{"2026-03-02"_date, Date::never()},
            "2 March 2026 at the earliest",
            "on 2 March 2026 at the earliest"},
        Row{{Date::dawn(), Date::never()},
            "a day that no source states",
            "on a day that no source states"},
        Row{exactly("2026-03-02"_date), "2 March 2026", "on 2 March 2026"});
    CHECK(long_date(row.when) == row.alone);
    CHECK(on_day(row.when) == row.after_a_verb);
}

TEST_CASE("A run of days is said in the forms of the locale", "[app][text]") {
    struct Row {
        const char *tag;
        const char *month;
        const char *in_one_month;
        const char *in_one_year;
    };
    const auto row = GENERATE(Row{"en-US", "December 2025", "a day between May 3 and 17, 2026",
                                  "a day between May 3 and June 2, 2026"},
                              Row{"de", "Dezember 2025", "a day between 3. and 17. Mai 2026",
                                  "a day between 3. Mai and 2. Juni 2026"},
                              Row{"fr", "décembre 2025", "a day between 3 and 17 mai 2026",
                                  "a day between 3 mai and 2 juin 2026"},
                              Row{"ja", "2025年12月", "a day between 2026年5月3日 and 5月17日",
                                  "a day between 5月3日 and 2026年6月2日"});
    const LocaleScope scope{locale_of(row.tag)};
    CHECK(long_date(When{"2025-12-01"_date, "2025-12-31"_date}) == row.month);
    CHECK(long_date(When{"2026-05-03"_date, "2026-05-17"_date}) == row.in_one_month);
    CHECK(long_date(When{"2026-05-03"_date, "2026-06-02"_date}) == row.in_one_year);
}

TEST_CASE("Large amounts are rounded in words and exact in figures", "[app][text]") {
    struct Row {
        std::int64_t minor;
        const char *in_short;
        const char *in_column;
        const char *exact;
    };
    const auto row = GENERATE(
        Row{3'036'000'000'000, "$30.4 billion", "$30.36 billion", "$30,360,000,000.00"},
        Row{552'000'000'000, "$5.52 billion", "$5.52 billion", "$5,520,000,000.00"},
        Row{140'000'000'000, "$1.4 billion", "$1.40 billion", "$1,400,000,000.00"},
        Row{80'290'909'091, "$803 million", "$802.91 million", "$802,909,090.91"},
        Row{92'000'000'000, "$920 million", "$920.00 million", "$920,000,000.00"},
        Row{99'949'999'999, "$999 million", "$999.50 million", "$999,499,999.99"},
        Row{99'950'000'000, "$1 billion", "$999.50 million", "$999,500,000.00"},
        Row{99'999'999'999, "$1 billion", "$1.00 billion", "$999,999,999.99"},
        Row{1'466'660, "$14,666.60", "$14,666.60", "$14,666.60"},
        Row{99'999'999, "$999,999.99", "$999,999.99", "$999,999.99"},
        Row{100'000'000, "$1 million", "$1.00 million", "$1,000,000.00"},
        Row{178'500'000'000'000, "$1.79 trillion", "$1.785 trillion", "$1,785,000,000,000.00"},
        Row{0, "$0.00", "$0.00", "$0.00"});
    CHECK(short_money(Money::from_minor(row.minor), "USD") == row.in_short);
    CHECK(column_money(Money::from_minor(row.minor), "USD") == row.in_column);
    CHECK(exact_money(Money::from_minor(row.minor), "USD") == row.exact);
}

TEST_CASE("Dates, numbers and money are those of the locale", "[app][text]") {
    struct Row {
        const char *tag;
        const char *long_date;
        const char *short_date;
        const char *day_and_month;
        const char *month;
        const char *year;
        const char *number;
        const char *exact;
        const char *in_short;
    };
    const auto row = GENERATE(Row{"en-GB", "15 March 2026", "15 Mar 2026", "15 Mar", "Mar", "2026",
                                  "110,000", "$30,360,000,000.00", "$30.4 billion"},
                              Row{"en-US", "March 15, 2026", "Mar 15, 2026", "Mar 15", "Mar",
                                  "2026", "110,000", "$30,360,000,000.00", "$30.4 billion"},
                              Row{"de", "15. März 2026", "15. März 2026", "15. März", "Mär", "2026",
                                  "110.000", "30.360.000.000,00\u00a0$", "30,4\u00a0Mrd.\u00a0$"},
                              Row{"fr", "15 mars 2026", "15 mars 2026", "15 mars", "mars", "2026",
                                  "110\u202f000", "30\u202f360\u202f000\u202f000,00\u00a0$US",
                                  "30,4\u00a0Md\u00a0$US"},
                              Row{"ja", "2026年3月15日", "2026年3月15日", "3月15日", "3月",
                                  "2026年", "110,000", "$30,360,000,000.00", "$304億"});
    const LocaleScope scope{locale_of(row.tag)};
    INFO(row.tag);
    const Date day = "2026-03-15"_date;
    const Money amount = Money::from_minor(3'036'000'000'000);
    CHECK(long_date(day) == row.long_date);
    CHECK(short_date(day) == row.short_date);
    CHECK(day_and_month(day) == row.day_and_month);
    CHECK(month_name(day) == row.month);
    CHECK(year_name(day) == row.year);
    CHECK(grouped(110'000) == row.number);
    CHECK(exact_money(amount, "USD") == row.exact);
    CHECK(short_money(amount, "USD") == row.in_short);
    // What is no date or number stays English.
    CHECK(long_date(Date::never()) == "never");
    CHECK(exact_money(Money::unbounded(), "USD") == "an unknown amount");
}

TEST_CASE("A French month begins with an ordinal", "[app][text]") {
    const LocaleScope scope{Locale::French};
    CHECK(long_date("2026-11-01"_date) == "1er novembre 2026");
    CHECK(day_and_month("2026-11-01"_date) == "1er nov.");
    CHECK(long_date("2026-11-11"_date) == "11 novembre 2026");
}

TEST_CASE("Japanese amounts count in steps of ten thousand", "[app][text]") {
    struct Row {
        std::int64_t yen;
        const char *in_short;
    };
    const auto row =
        GENERATE(Row{999'999, "¥999,999"}, Row{1'234'567, "¥123万"}, Row{99'990'000, "¥9999万"},
                 Row{100'000'000, "¥1億"}, Row{802'909'090, "¥8.03億"},
                 Row{999'900'000'000, "¥9999億"}, Row{1'785'000'000'000, "¥1.79兆"});
    const LocaleScope scope{Locale::Japanese};
    CHECK(short_money(Money::from_minor(row.yen), "JPY") == row.in_short);
}

TEST_CASE("A currency without a sign of its own goes by its code", "[app][text]") {
    const Money amount = Money::from_minor(-123'450);
    CHECK(exact_money(amount, "CHF") == "−CHF\u00a01,234.50");
    const LocaleScope scope{Locale::German};
    CHECK(exact_money(amount, "CHF") == "−1.234,50\u00a0CHF");
}

TEST_CASE("An amount of which only a bound is known says so", "[app][text]") {
    const Money bound = Money::from_minor(4'375'000'000'000);
    CHECK(exact_money(Amount{bound, Money::unbounded()}, "USD") == "at least $43,750,000,000.00");
    CHECK(column_money(Amount{bound, Money::unbounded()}, "USD") == "at least $43.75 billion");
    // Rounded to the nearest, "at least $43.8 billion" and "at most $43.7 billion" would be false.
    CHECK(short_money(Amount{bound, Money::unbounded()}, "USD") == "at least $43.7 billion");
    CHECK(short_money(Amount{Money::zero(), bound}, "USD") == "between $0.00 and $43.8 billion");
}

TEST_CASE("Numbers take their noun in the right number", "[app][text]") {
    CHECK(counted(1, "day") == "1 day");
    CHECK(counted(90, "day") == "90 days");
    CHECK(counted(110'000, "GPU") == "110,000 GPUs");
    CHECK(decimal(150, 2) == "1.50");
    CHECK(sentence_case("either side") == "Either side");
    CHECK(sentence_case("é") == "é");
}

TEST_CASE("A sentence names deliveries as people do", "[app][text]") {
    struct Row {
        const char *label;
        const char *unit;
        const char *things;
        bool is_plural;
        const char *why;
    };
    const auto row =
        GENERATE(Row{"GPUs", "GPU", "the GPUs", true, "many of their unit"},
                 Row{"gpus", "GPU", "the gpus", true, "the same, as an id is written"},
                 Row{"GPUs at Sines", "GPU", "the GPUs at Sines", true, "of the first noun"},
                 Row{"Colossus", "GPU", "Colossus", false, "a name, though it ends in s"},
                 Row{"hall", "hall", "the hall", false, "one of its unit"},
                 Row{"other halls", "part", "the other halls", true, "many, though one unit"},
                 Row{"first hall of phase 1", "hall", "the first hall of phase 1", false, ""},
                 Row{"Phase A", "MW", "Phase A", false, "a name needs no article"},
                 Row{"phase 2", "phase", "phase 2", false, "nor does a number"},
                 Row{"The premises", "premises", "the premises", true, "inside a sentence"},
                 Row{"70 MW of critical IT load", "MW", "the 70 MW of critical IT load", false,
                     "a measure"});
    INFO(row.label << ": " << row.why);
    Tranche tranche{};
    tranche.label = row.label;
    tranche.unit = row.unit;
    CHECK(things_of(tranche) == row.things);
    CHECK(is_plural(tranche) == row.is_plural);
}
