// How likely a book's income is: sums by hand, a model that adds up one world after another, and
// what a session refuses.
#include "core/book/chances.hpp"
#include "app/book/session.hpp"
#include "app/view/prospect.hpp"
#include "app/words/likely_text.hpp"
#include "core/ask/prospect.hpp"
#include "io/book/read_book.hpp"

#include "support/documents.hpp"

#include <map>
#include <memory>

using namespace offramp;
using namespace offramp::testing;

namespace {

__extension__ using Wide = __int128;

Money dollars(std::int64_t whole) { return Money::from_minor(whole * 100); }

Lateness lateness(const char *text) {
    const ParsedLateness parsed = parse_lateness(text);
    INFO(parsed.error);
    REQUIRE(parsed.days);
    return *parsed.days;
}

constexpr Date day = "2026-09-27"_date;

std::vector<Weighed<Money>> month_of(const IncomeChances &chances, Date month) {
    return chances.months.at(static_cast<std::size_t>(month_number(month) - chances.first_month));
}

/// Two of the same lease, so that every sum can be written down.
std::optional<IncomeChances> of_two(const char *late, Slipping slipping) {
    static const Lease lease = google();
    static const Scenario scenario = model_of(std::make_shared<const Lease>(lease)).now.scenario;
    const std::vector<Awaiting> leases = {{&lease, &scenario}, {&lease, &scenario}};
    return income_chances(leases, lateness(late), slipping, day);
}

std::vector<std::pair<std::int64_t, Parts>> whole(const std::vector<Weighed<Money>> &values) {
    std::vector<std::pair<std::int64_t, Parts>> all;
    for (const auto &[value, parts] : values) {
        all.emplace_back(value.minor() / 100, parts);
    }
    return all;
}

} // namespace

TEST_CASE("Two leases that are late together, and each by itself", "[app][chances]") {
    // Google may leave on 31 October if its GPUs come 32 days late or later, and then pays for 30
    // of October's 31 days and nothing for January. On time or 60 days late, even odds.
    const auto together = of_two("late:0,60", Slipping::Together);
    REQUIRE(together);
    CHECK(whole(month_of(*together, "2027-01-01"_date)) ==
          std::vector<std::pair<std::int64_t, Parts>>{{0, 500'000}, {1'840'000'000, 500'000}});
    const auto apart = of_two("late:0,60", Slipping::Apart);
    REQUIRE(apart);
    CHECK(whole(month_of(*apart, "2027-01-01"_date)) ==
          std::vector<std::pair<std::int64_t, Parts>>{
              {0, 250'000}, {920'000'000, 500'000}, {1'840'000'000, 250'000}});
    // 920,000,000 x 30 / 31 = 890,322,580.64…
    CHECK(whole(month_of(*apart, "2026-10-01"_date)) ==
          std::vector<std::pair<std::int64_t, Parts>>{
              {1'780'645'161, 250'000}, {1'810'322'580, 500'000}, {1'840'000'000, 250'000}});
    CHECK(chance_below(month_of(*apart, "2027-01-01"_date), dollars(920'000'000)) == 250'000);
    CHECK(chance_below(month_of(*apart, "2027-01-01"_date), dollars(920'000'001)) == 750'000);
    CHECK(chance_below(month_of(*apart, "2027-01-01"_date), Money::zero()) == 0);
}

TEST_CASE("Months add up to a million parts, whatever the guess", "[app][chances]") {
    for (const char *late : {"30,90,2%", "0,0", "0,1000,10%", "late:0", "late:1,1,7..9",
                             "late:0..333", "5,6,0.0001%"}) {
        for (const Slipping slipping : {Slipping::Together, Slipping::Apart}) {
            INFO(late);
            const auto chances = of_two(late, slipping);
            REQUIRE(chances);
            for (const auto &month : chances->months) {
                Parts sum = 0;
                for (std::size_t i = 0; i < month.size(); ++i) {
                    CHECK(0 < month[i].parts);
                    CHECK((i == 0 || month[i - 1].value < month[i].value));
                    sum += month[i].parts;
                }
                CHECK(sum == certain);
            }
        }
    }
}

TEST_CASE("Of one lease the months come to what is likely of it alone", "[app][chances]") {
    const Lease lease = google();
    Model model = model_of(std::make_shared<const Lease>(lease));
    model.now.as_of = day;
    const std::vector<Awaiting> one = {{&lease, &model.now.scenario}};
    for (const char *late : {"late:0..120", "late:0,31,32", "late:10..400"}) {
        INFO(late);
        const auto chances =
            income_chances(one, lateness(late), Slipping::Together, model.now.as_of);
        REQUIRE(chances);
        // In millionths of a cent, so that nothing is rounded; a month is 920,000,000 dollars.
        Wide months = 0;
        for (const auto &month : chances->months) {
            for (const auto &[value, parts] : month) {
                months += static_cast<Wide>(value.minor()) * parts;
            }
        }
        const Slips slips = std::get<Slips>(*parse_likely(late).likely);
        const Date due = "2026-09-30"_date;
        const auto prospect =
            prospect_of(lease, model.now.scenario, day, {{0, distribution_of(slips, day, due)}},
                        {due}, Slipping::Together);
        REQUIRE(prospect);
        Wide firm = 0;
        for (const auto &[value, parts] : prospect->firm) {
            firm += static_cast<Wide>(value.minor()) * parts;
        }
        CHECK(months == firm);
    }
}

TEST_CASE("What nobody can count is refused, and says how it could be counted", "[app][chances]") {
    const Lease lease = google();
    const Scenario scenario = model_of(std::make_shared<const Lease>(lease)).now.scenario;
    const std::vector<Awaiting> many(60, {&lease, &scenario});
    CHECK_FALSE(income_chances(many, lateness("late:0..399"), Slipping::Together, day));
    CHECK(income_chances(many, lateness("late:0,60"), Slipping::Apart, day));
}

TEST_CASE("A session takes a guess for all its leases, and says what is wrong with another",
          "[app][chances]") {
    const auto book = read_book(text_of_file("assets/books/spacex.json"));
    REQUIRE(book.value);
    std::vector<std::shared_ptr<const Lease>> leases;
    for (const Holding &holding : book.value->holdings) {
        leases.push_back(std::make_shared<const Lease>(
            lease_of_file("assets/leases/" + holding.lease + ".json")));
    }
    BookSession session{*book.value, std::move(leases)};
    CHECK_FALSE(session.present({}).chances);
    REQUIRE(session.set("as-of", "2026-06-10").empty());
    REQUIRE(session.set("likely", "30,90,2%").empty());
    REQUIRE(session.set("line", "1000000000").empty());
    const auto row_of_november = [&session] {
        const BookExhibit exhibit = session.present({});
        REQUIRE(exhibit.chances);
        for (const ChanceRow &row : exhibit.chances->rows) {
            if (row.months == "Nov 2026") {
                return row;
            }
        }
        FAIL("no row for November");
        return ChanceRow{};
    };
    // 30 days and more late, that is in about half of all cases, Google leaves; what is left is
    // Reflection AI's 150 million.
    CHECK(row_of_november().chance == "49 in 100");
    CHECK(row_of_november().tenth == "$150 million");
    CHECK(row_of_november().median == "$1.07 billion");
    REQUIRE(session.set("line", "100000000").empty());
    CHECK(row_of_november().chance == "no chance");
    // What Anthropic pays for June is not public.
    CHECK(session.present({}).chances->rows.front().months == "Jun 2026");
    CHECK(session.present({}).chances->rows.front().chance == "not known");

    struct Row {
        const char *control;
        const char *value;
        const char *said;
    };
    for (const auto &[control, value, said] :
         std::vector<Row>{{"likely", "90,30",
                           "Nine in ten (30 days late) comes before even odds (90 days late)"},
                          {"likely", "90", "days late"},
                          {"likely", "1,2201", "up to 2,200"},
                          {"likely", "0,2200", "more than 4,000 days"},
                          {"likely", "", "days late"},
                          {"likely", "30,90,11%", "never"},
                          {"likely", "late:", "days late"},
                          {"slipping", "sideways", "together or apart"},
                          {"line", "-1", "USD"},
                          {"line", "much", "USD"}}) {
        INFO(value);
        const std::string refusal = session.set(control, value);
        CHECK(refusal.find(said) != std::string::npos);
        CHECK(session.present({}).chances->supposed ==
              "even odds by 30 days late, nine in ten by 90 days late, 2 % never; all by the same "
              "days");
    }
    REQUIRE(session.set("reset", "").empty());
    CHECK_FALSE(session.present({}).chances);
}
