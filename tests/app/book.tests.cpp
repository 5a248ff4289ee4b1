// A landlord's book: sums by month, first exits, sites, and what a drag does to all of them.
#include "app/book/session.hpp"

#include "app/view/present.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/ask/published.hpp"
#include "io/book/read_book.hpp"
#include "support/documents.hpp"

#include <memory>

using namespace offramp;
using namespace offramp::testing;

namespace {

BookSession spacex() {
    const auto book = read_book(text_of_file("assets/books/spacex.json"));
    INFO(findings_text(book.findings));
    REQUIRE(book.value);
    std::vector<std::shared_ptr<const Lease>> leases;
    for (const Holding &holding : book.value->holdings) {
        leases.push_back(std::make_shared<const Lease>(
            lease_of_file("assets/leases/" + holding.lease + ".json")));
    }
    return BookSession{*book.value, std::move(leases)};
}

/// A book over these leases, with nothing else in it.
BookSession book_over(std::vector<Lease> leases) {
    Book book{};
    book.id = "b";
    book.title = "A book";
    book.landlord = "Landlord";
    book.currency = "USD";
    book.information_day = "2026-11-22"_date;
    std::vector<std::shared_ptr<const Lease>> shared;
    for (Lease &lease : leases) {
        book.holdings.push_back({lease.id, 1, {}});
        shared.push_back(std::make_shared<const Lease>(std::move(lease)));
    }
    return BookSession{std::move(book), std::move(shared)};
}

Money dollars(std::int64_t whole) { return Money::from_minor(whole * 100); }

std::size_t at(const BookSession &session, std::string_view id) {
    const auto holding = session.holding_of(id);
    REQUIRE(holding);
    return *holding;
}

LedgerParts month_of(const HoldingState &state, Date day) {
    return state.months.months.at(
        static_cast<std::size_t>(month_number(day) - state.months.first_month));
}

LedgerParts sum_of(std::span<const LedgerParts> months) {
    LedgerParts sum{};
    for (const LedgerParts &month : months) {
        sum += month;
    }
    return sum;
}

} // namespace

TEST_CASE("Google's fees are due, firm, conditional and cancellable as worked by hand", "[book]") {
    const BookSession session = spacex();
    const HoldingState &google = session.states()[at(session, "spacex-google-2026")];
    struct Row {
        Date month;
        LedgerParts expected;
        const char *why;
    };
    const std::vector<Row> rows = {
        {"2026-10-01"_date, {dollars(920'000'000), {}, {}, {}}, "due before the 22nd of November"},
        {"2026-11-01"_date,
         {dollars(644'000'000), {}, dollars(276'000'000), {}},
         "21 of 30 days are due; undelivered, Google could leave at once on the 22nd"},
        {"2027-03-01"_date,
         {{}, {}, dollars(920'000'000), {}},
         "delivered, the first way out ends the lease on 1 April 2027"},
        {"2027-04-01"_date,
         {{}, {}, {}, dollars(920'000'000)},
         "after the first way out of either side"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        CHECK(month_of(google, row.month) == row.expected);
    }
    CHECK(google.ledger.due == dollars(1'564'000'000));
    CHECK(google.ledger.firm == Money::zero());
    CHECK(google.ledger.conditional == dollars(3'956'000'000));
    CHECK(google.ledger.cancellable == dollars(24'840'000'000));
    CHECK(google.ledger.headline() == dollars(30'360'000'000));
}

TEST_CASE("What a book knows at least of a lease is not rounded up", "[book]") {
    BookView view;
    view.tenant = "Anthropic"; // of its fees in May and June 2026 a part is not public
    const BookExhibit exhibit = spacex().present(view);
    REQUIRE(exhibit.rows.size() == 1);
    CHECK(exhibit.rows[0].headline == "at least $43.75 billion"); // 43,750,000,000.00
    CHECK(exhibit.rows[0].firm == "at least $9.59 billion");      // 9,598,214,285.71
}

TEST_CASE("Lines at round amounts cross the picture of the months", "[book]") {
    const BookExhibit exhibit = spacex().present({});
    REQUIRE(exhibit.money.size() == 1);
    // The highest month is 1,250 million of Anthropic, 920 of Google and 150 of Reflection AI.
    CHECK(exhibit.money[0].grid == std::vector<GridLine>{{"$500 million", 216},
                                                         {"$1 billion", 431},
                                                         {"$1.5 billion", 647},
                                                         {"$2 billion", 862}});
}

TEST_CASE("The sums of a book are those of its leases after any deed", "[book]") {
    BookSession session = spacex();
    const auto agrees = [&] {
        LedgerParts all{};
        for (const HoldingState &state : session.states()) {
            all += state.ledger;
        }
        CHECK(session.sums().at("USD").total() == all);
        CHECK(sum_of(session.sums().at("USD").months()) == all);
    };
    agrees();
    const std::size_t google = at(session, "spacex-google-2026");
    const std::size_t anthropic = at(session, "spacex-anthropic-2026");
    const LedgerParts before = session.sums().at("USD").total();
    for (const char *day : {"2026-10-15", "2026-11-15", "2027-06-01", "never", "2026-09-30"}) {
        REQUIRE(session.set(google, "deliver", day).empty());
        agrees();
    }
    CHECK(session.states()[google].ledger.firm == before.conditional); // it has been delivered
    REQUIRE(session.set(google, "deliver", "open").empty());
    CHECK(session.sums().at("USD").total() == before);
    REQUIRE(session.set(anthropic, "notice.convenience", "2026-10-01").empty());
    agrees();
    CHECK(session.sums().at("USD").total().firm < before.firm); // it ends sooner than it must
    REQUIRE(session.set("reset", "").empty());
    agrees();
    CHECK(session.sums().at("USD").total() == before);
}

TEST_CASE("A notice that is to come moves no money of the book, and says when the lease would end",
          "[book]") {
    BookSession session = spacex();
    const std::size_t reflection = at(session, "spacex-reflection-2026");
    const LedgerParts before = session.states()[reflection].ledger;
    REQUIRE(session.set(reflection, "notice.convenience", "2026-12-01").empty());
    const HoldingState &state = session.states()[reflection];
    CHECK(state.last_day == "2027-02-28"_date); // 1 December and 90 days is 1 March
    CHECK(static_cast<const LedgerParts &>(state.ledger) == before);
    REQUIRE(session.set("as-of", "2026-12-02").empty());
    const Ledger &given = session.states()[reflection].ledger;
    CHECK(given.due + given.firm == dollars(1'200'000'000)); // July to February, at 150 million
    CHECK(given.headline() == before.headline());            // if nobody had left
}

TEST_CASE("The months of every lease add up to its ledger, and none is below nothing",
          "[book][thorough]") {
    HoldingEvaluator evaluator;
    for (const std::string &path : documents_in("assets/leases")) {
        const Lease lease = lease_of_file(path);
        const auto scenarios = {open_scenario(lease), on_time_scenario(lease)};
        for (const Scenario &scenario : scenarios) {
            for (const std::int64_t days : {-400, -30, 0, 45, 400, 3000}) {
                const Date as_of = add_days(lease.information_day, days);
                INFO(path << " as of " << to_iso(as_of));
                const HoldingState state = evaluator.evaluate(lease, scenario, as_of);
                CHECK(sum_of(state.months.months) == state.ledger);
                CHECK(state.ledger == ledger_of(lease, scenario, as_of));
                for (const LedgerParts &month : state.months.months) {
                    const bool is_none_negative =
                        Money::zero() <=
                        std::min({month.due, month.firm, month.conditional, month.cancellable});
                    CHECK(is_none_negative);
                }
            }
        }
    }
}

TEST_CASE("A lease says the same in a book as on its own page", "[book]") {
    BookSession session = spacex();
    const std::size_t google = at(session, "spacex-google-2026");
    for (const char *delivered : {"open", "2026-09-30", "2026-11-15", "never"}) {
        for (const char *day : {"2026-09-01", "2026-11-05", "2026-11-27", "2027-02-01"}) {
            INFO(delivered << " as of " << day);
            REQUIRE(session.set(google, "deliver", delivered).empty());
            REQUIRE(session.set("as-of", day).empty());
            Model own = session.models()[google];
            const Exhibit page = present(own);
            const BookExhibit book = session.present({});
            CHECK(book.rows.at(google).verdict == page.verdict);
            const LedgerParts &ledger = session.states()[google].ledger;
            CHECK(page.money.at(0).exact == exact_money(ledger.headline(), "USD"));
            CHECK(page.money.at(1).exact == exact_money(ledger.due + ledger.firm, "USD"));
            CHECK(page.money.at(2).exact == exact_money(ledger.due, "USD"));
        }
    }
}

TEST_CASE("Money of two currencies is shown apart and never added up", "[book]") {
    Lease euro = google();
    euro.id = "euro";
    euro.currency = "EUR";
    const BookSession session = book_over({google(), euro});
    const BookExhibit exhibit = session.present({});
    REQUIRE(exhibit.money.size() == 2);
    CHECK(exhibit.money[0].currency == "EUR");
    CHECK(exhibit.money[1].currency == "USD");
    CHECK(exhibit.money[0].totals.front().value == "€30.36 billion");
    CHECK(exhibit.money[1].totals.front().value == "$30.36 billion");
    CHECK(exhibit.notes.back().find("2 currencies") != std::string::npos);
}

TEST_CASE("A term that has ended, and a lease without money, are said and add nothing", "[book]") {
    Lease free = google();
    free.id = "free";
    free.fees.clear();
    BookSession session = book_over({google(), free});
    REQUIRE(session.set("as-of", "2031-01-01").empty());
    const BookExhibit exhibit = session.present({});
    REQUIRE(exhibit.rows.size() == 2);
    CHECK(exhibit.rows[0].remark == "The term has ended.");
    CHECK(session.sums().at("USD").total().headline() == dollars(30'360'000'000));
    REQUIRE(session.set("as-of", "2026-11-22").empty());
    CHECK(session.present({}).rows[1].remark == "States no fee.");
}

TEST_CASE("A site on which more is promised than there is says so", "[book]") {
    BookSession session = spacex();
    const auto text_of = [&] {
        const BookExhibit exhibit = session.present({});
        std::string text;
        for (const SiteRow &row : exhibit.sites.at(0).rows) {
            text += row.from_iso + " " + row.free + "\n";
        }
        return text;
    };
    CHECK(text_of().find("over-committed") == std::string::npos);
    REQUIRE(session.set("reading.google-site", "colossus-1").empty());
    // 220,000 and 110,000 of at most 230,000.
    CHECK(text_of().find("2026-09-30 over-committed by at least 100,000 GPUs") !=
          std::string::npos);
}

TEST_CASE("A day is taken as a date or as a slider has it", "[book]") {
    BookSession session = spacex();
    REQUIRE(session.set("as-of", "2027-01-15").empty());
    const BookExhibit by_date = session.present({});
    REQUIRE(session.set("as-of", "2026-12-01").empty());
    REQUIRE(session.set("as-of", "#" + std::to_string("2027-01-15"_date.day_number())).empty());
    CHECK(session.present({}) == by_date);
}

TEST_CASE("What a site holds and who takes it says whether a source or we say so", "[book]") {
    const BookSession session = spacex();
    const SiteView site = session.present({}).sites.at(1);
    REQUIRE(site.claims.size() == 5);
    CHECK(site.claims[0].value == "between 110,000 and 555,000 GPUs (Paraphrase)");
    CHECK(site.claims[1].value.starts_with("105,000 GPUs (Derived here)"));
    CHECK(site.claims[2].value.starts_with("110,000 GPUs (Paraphrase)"));
    CHECK(site.claims[3].value.starts_with("not known (Paraphrase)"));
    CHECK(site.claims[4].value.ends_with("served after those"));
}

TEST_CASE("A refusal changes nothing and says what was expected", "[book]") {
    BookSession session = spacex();
    const BookExhibit before = session.present({});
    struct Row {
        const char *control;
        const char *value;
        const char *why;
    };
    const std::vector<Row> rows = {
        {"as-of", "22 November", "no day"},
        {"as-of", "2300-01-01", "beyond the calendar"},
        {"as-of", "#999999999", "beyond it by number"},
        {"as-of", "#", "no number"},
        {"slip", "-1", "earlier is no slip"},
        {"slip", "many", "no number"},
        {"value", "-5", "worth nothing"},
        {"value", "1e12", "no decimal"},
        {"reading.google-site", "moon", "no such option"},
        {"reading.other", "colossus-1", "no such reading"},
        {"colour", "red", "no such control"},
    };
    for (const Row &row : rows) {
        INFO(row.why);
        CHECK_FALSE(session.set(row.control, row.value).empty());
    }
    CHECK_FALSE(session.set(0, "deliver", "2026-11-15").empty()); // Anthropic's has no delivery
    CHECK_FALSE(session.set(99, "deliver", "2026-11-15").empty());
    CHECK(session.present({}) == before);
}

TEST_CASE("A stated value is chosen, or set by the reader, and the working is shown", "[book]") {
    BookSession session = spacex();
    CHECK(session.present({}).worth.at(1).arithmetic == "$1.785 trillion ÷ $27.84 billion");
    CHECK(session.present({}).worth.at(1).value == "64.1 times");
    REQUIRE(session.set("value", "first-day").empty());
    CHECK(session.present({}).worth.at(0).value == "$2.100 trillion");
    REQUIRE(session.set("value", "278400000000").empty());
    CHECK(session.present({}).worth.at(1).value == "10.0 times");
    CHECK(session.present({}).worth.at(0).caveat.empty());
}

TEST_CASE("One slip is dragged through every lease that waits for a delivery", "[book]") {
    BookSession session = spacex();
    const BookExhibit untouched = session.present({});
    REQUIRE(untouched.slips.size() == 1);
    CHECK(untouched.slips[0].delivered.empty()); // nobody has supposed a slip
    CHECK(untouched.slips[0].verdict.pill == "Only if late");
    REQUIRE(session.set("slip", "46").empty());
    const BookExhibit exhibit = session.present({});
    CHECK(exhibit.slips[0].delivered == "15 November 2026");
    CHECK(exhibit.slips[0].verdict.pill == "Not yet"); // as of 22 November it has come
    const Segment &last = exhibit.slips[0].band.back();
    CHECK(last.left + last.width == 1000);                    // the band holds its whole year
    CHECK(exhibit.rows.at(1).verdict.pill == "Only if late"); // the book itself is not late
    REQUIRE(session.set("reset", "").empty());
    CHECK(session.present({}).slips == untouched.slips);
}

TEST_CASE("What nobody recorded of a site is not said to be nothing", "[book]") {
    BookSession session = spacex();
    const auto rows = [&](std::size_t site) { return session.present({}).sites.at(site).rows; };
    for (const SiteRow &row : rows(0)) {
        CHECK(row.delivered != "0 GPUs"); // in use, but no tranche stands for it
    }
    const auto holds = [](const std::vector<SiteRow> &all, const std::string &delivered) {
        return std::any_of(all.begin(), all.end(),
                           [&](const SiteRow &row) { return row.delivered == delivered; });
    };
    CHECK(holds(rows(0), "no delivery stated"));
    CHECK(holds(rows(1), "not recorded, of 110,000 GPUs"));
    for (const SiteRow &row : rows(1)) {
        for (const Segment &piece : row.bar) {
            CHECK(piece.label != "free"); // the landlord's own use is not known
        }
    }
    REQUIRE(session.set(at(session, "spacex-google-2026"), "deliver", "2026-10-15").empty());
    CHECK(holds(rows(1), "110,000 of 110,000 GPUs"));
}

TEST_CASE("What nobody states is neither soon nor an exit, and what we assume is no report",
          "[book]") {
    const BookSession session =
        book_over({lease_of_file("assets/leases/applieddigital-coreweave-2025.json"),
                   lease_of_file("assets/leases/nebius-meta-2025.json")});
    const BookExhibit exhibit = session.present({});
    CHECK_FALSE(exhibit.rows.at(0).leaves_soon); // whether CoreWeave has a right is not public
    CHECK(exhibit.rows.at(0).tenant_exit == "It depends: not public");
    CHECK(exhibit.rows.at(0).landlord_exit == "No: no such right is stated");
    CHECK(exhibit.rows.at(1).tenant_exit == "No");
    const BookExhibit own = spacex().present({});
    CHECK(own.claims.at(0).standing == "Derived here");
    CHECK(own.claims.at(3).standing == "Paraphrase, disputed");
}

TEST_CASE("A view searches, filters, sorts and turns pages", "[book][thorough]") {
    std::vector<Lease> leases;
    for (const std::string &path : documents_in("assets/leases")) {
        leases.push_back(lease_of_file(path));
    }
    const std::size_t size = leases.size();
    const BookSession session = book_over(std::move(leases));
    CHECK(session.present({}).row_count == static_cast<std::int64_t>(size));
    const auto ids = [&](const BookView &view) {
        std::vector<std::string> all;
        for (const HoldingRow &row : session.present(view).rows) {
            all.push_back(row.id);
        }
        return all;
    };
    using Ids = std::vector<std::string>;
    CHECK(ids({.words = "google GPUs"}) == Ids{"spacex-google-2026"});
    CHECK(ids({.words = "nobody of that name"}).empty());
    CHECK(ids({.landlord = "SpaceX"}) ==
          Ids{"spacex-anthropic-2026", "spacex-google-2026", "spacex-reflection-2026"});
    CHECK(ids({.tenant = "Google"}) == Ids{"spacex-google-2026"});
    CHECK(ids({.landlord = "SpaceX", .kind = "late delivery"}) == Ids{"spacex-google-2026"});
    CHECK(ids({.landlord = "SpaceX", .leaves_soon = true}).size() == 3);
    CHECK(ids({.landlord = "SpaceX", .order = BookView::Order::Headline}).front() ==
          "spacex-anthropic-2026");
    CHECK(ids({.landlord = "SpaceX", .order = BookView::Order::FirstExit}).back() ==
          "spacex-google-2026");
    CHECK(session.present({.first_row = 3, .row_count = 2}).rows.size() == 2);
    CHECK(session.present({.first_row = 9999, .row_count = 2}).rows.empty());
}

TEST_CASE("The library's book holds every lease there is, once", "[book]") {
    const auto book = read_book(text_of_file("assets/books/library.json"));
    REQUIRE(book.value);
    std::vector<std::string> held;
    for (const Holding &holding : book.value->holdings) {
        held.push_back("assets/leases/" + holding.lease + ".json");
    }
    CHECK(held == documents_in("assets/leases"));
}
