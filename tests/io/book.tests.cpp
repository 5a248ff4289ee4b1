// What is wrong with a book is found, with its place, and nothing half is loaded.
#include "io/book/read_book.hpp"

#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

namespace {

/// A sound book with one part of it replaced.
std::string book_with(const std::string &part, const std::string &instead) {
    std::string text = R"({"schema_version":1,"id":"b","title":"t","introduction":"i",
"landlord":"L","currency":"USD","information_day":"2026-11-22",
"sites":[{"id":"s","name":"S","unit":"GPU","capacity":[{"from":"2026-01-01","units":100,"clause":"c"}]}],
"leases":[{"lease":"spacex-google-2026","uses":[{"site":"s","units":5,"tranche":"gpus","clause":"c"}]}],
"own_uses":[{"id":"o","label":"own","site":"s","from":"2026-01-01","clause":"c"}],
"reclaims":[{"id":"r","label":"back","lease":"spacex-google-2026","right":"convenience","clause":"c"}],
"values":[{"id":"v","label":"v","amount":"10.00","clause":"c"}],
"readings":[{"id":"q","question":"?","default":"a","options":[{"id":"a"},{"id":"b"}]}],
"clauses":[{"id":"c","is":"derived","text":"t","sources":["x"]}],
"sources":[{"id":"x","title":"t","url":"https://example.org/","kind":"secondary"}]})";
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), instead);
}

std::vector<Finding> all_findings(const std::string &text) {
    ReadResult<Book> book = read_book(text);
    const Lease lease = google();
    std::vector<Finding> findings = book.findings;
    if (book.value) {
        const auto more = check_book(text, {&lease});
        findings.insert(findings.end(), more.begin(), more.end());
    }
    return findings;
}

} // namespace

TEST_CASE("A sound book has no findings", "[io][book]") {
    const std::string text = book_with("\"t\"", "\"t\"");
    INFO(findings_text(all_findings(text)));
    CHECK(all_findings(text).empty());
    CHECK(is_book(text));
    CHECK_FALSE(is_book(text_of_file("assets/leases/spacex-google-2026.json")));
}

TEST_CASE("A book with leases without money says so once and is a book", "[io][book]") {
    Lease free = google();
    free.fees.clear();
    const auto findings = check_book(book_with("\"t\"", "\"t\""), {&free});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "no_money");
    CHECK(findings[0].severity == Severity::Warning);
    CHECK(findings[0].pointer == "/leases");
}

TEST_CASE("What is wrong with a book is found where it stands", "[io][book]") {
    struct Row {
        const char *part;
        const char *instead;
        const char *code;
        const char *pointer;
        const char *why;
    };
    const std::vector<Row> rows = {
        {R"("leases":[)", R"("leases":[{"lease":"spacex-google-2026"},)", "duplicate_id",
         "/leases/1/lease", "a lease that is there twice would be counted twice"},
        {R"("leases":[)", R"("leases":[{"lease":"moon-2026"},)", "missing_lease", "/leases/0/lease",
         "no document of that name"},
        {R"({"site":"s","units":5)", R"({"site":"z","units":5)", "unknown_site",
         "/leases/0/uses/0/site", "a use of no site"},
        {R"("tranche":"gpus")", R"("tranche":"cpus")", "unknown_tranche",
         "/leases/0/uses/0/tranche", "the lease has no such part"},
        {R"("right":"convenience")", R"("right":"whim")", "unknown_right", "/reclaims/0/right",
         "the lease has no such right"},
        {R"("amount":"10.00")", R"("amount":"0.00")", "not_positive", "/values/0/amount",
         "nothing is worth nothing here"},
        {R"("amount":"10.00")", R"("amount":10)", "bad_amount", "/values/0/amount",
         "money is a decimal string"},
        {R"("clause":"c"}],
"values")",
         R"("clause":"k"}],
"values")",
         "unknown_clause", "/reclaims/0/clause", "a dead reference"},
        {R"("sources":["x"])", R"("sources":["y"])", "unknown_source", "/clauses/0/sources/0",
         "a dead reference"},
        {R"(https://example.org/)", R"(javascript:alert(1))", "bad_url", "/sources/0/url",
         "no address of the web"},
        {R"("from":"2026-01-01","units":100,"clause":"c"})",
         R"("from":"2026-01-01","units":100,"clause":"c"},{"from":"2025-01-01","units":1,"clause":"c"})",
         "out_of_order", "/sites/0/capacity/1", "steps go on in time"},
        {R"("from":"2026-01-01","clause":"c"})",
         R"("from":"2026-01-01","to":"2025-01-01","clause":"c"})", "empty_range", "/own_uses/0/to",
         "it would end before it begins"},
        {R"("units":5)", R"("units":-5)", "wrong_number", "/leases/0/uses/0/units",
         "less than none"},
    };
    for (const Row &row : rows) {
        const auto findings = all_findings(book_with(row.part, row.instead));
        INFO(row.why << "\n" << findings_text(findings));
        CHECK(std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
            return finding.code == row.code && finding.pointer == row.pointer &&
                   finding.severity == Severity::Error && 0 < finding.line;
        }));
    }
}

TEST_CASE("Every datum of what is published leads to a source", "[io][book]") {
    for (const std::string &path : documents_in("assets/leases")) {
        const Lease lease = lease_of_file(path);
        INFO(path);
        const auto expect = [&](const std::optional<ClauseId> &clause, const std::string &what) {
            INFO(what);
            CHECK(clause);
        };
        expect(lease.term.clause, "term");
        for (const Tranche &one : lease.tranches) {
            expect(one.clause, one.id);
        }
        for (const ReportedDelivery &one : lease.reported) {
            expect(one.clause, "a reported delivery");
        }
        for (const Fee &one : lease.fees) {
            expect(one.clause, one.id);
        }
        for (const Right &one : lease.rights) {
            expect(one.clause, one.id);
        }
        for (const Reading &one : lease.readings) {
            expect(one.clause, one.id);
        }
        for (const Unknown &one : lease.unknowns) {
            expect(one.clause, one.id);
        }
        CHECK_FALSE(lease.sources.empty());
        for (const Clause &clause : lease.clauses) {
            INFO(clause.id);
            const bool is_ours = clause.wording == Wording::Derived;
            CHECK((is_ours || !clause.sources.empty()));
        }
        for (const Source &source : lease.sources) {
            INFO(source.id);
            CHECK((source.url.starts_with("https://") || source.url.starts_with("http://")));
        }
    }
    for (const std::string &path : documents_in("assets/books")) {
        const auto book = read_book(text_of_file(path));
        INFO(path << "\n" << findings_text(book.findings));
        REQUIRE(book.value);
        for (const Clause &clause : book.value->clauses) {
            INFO(clause.id);
            const bool is_ours = clause.wording == Wording::Derived;
            CHECK((is_ours || !clause.sources.empty()));
        }
        for (const Source &source : book.value->sources) {
            CHECK(source.url.starts_with("http"));
        }
    }
}
