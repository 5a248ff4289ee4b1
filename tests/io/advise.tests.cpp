// What is no error and would mislead readers all the same, and what is said of everyday slips.
#include "io/lease/read_lease.hpp"
#include "support/documents.hpp"

#include <catch_amalgamated.hpp>

#include <string>

using namespace offramp;

namespace {

/// A lease without a fault, in which each row replaces one piece by another.
const std::string fine = R"({"schema_version":1,"id":"x","title":"X","terms_version":"1",
"currency":"USD","information_day":"2026-11-22",
"presentation":{"question":"May the tenant leave?","handle":"gpus.delivered"},
"parties":[{"id":"l","name":"L","role":"landlord"},{"id":"t","name":"T","role":"tenant"}],
"term":{"first_day":"2026-10-01","last_day":"2029-06-30","clause":"c"},
"tranches":[{"id":"gpus","label":"GPUs","unit":"GPU","units":1000,"due":"2026-09-30","clause":"c"}],
"fees":[{"id":"f","from":"term.first_day","to":"term.last_day","per_month":"1000000.00","clause":"c"}],
"rights":[{"id":"late","holder":"tenant","trigger":{"missed":"gpus.delivered","by":"gpus.due"},
"effect":{"n":30,"unit":"day","after":"late.notice"},"clause":"c"}],
"conventions":{"month_end":"corresponding_date"},
"clauses":[{"id":"c","text":"words","is":"paraphrase","sources":["s"]}],
"sources":[{"id":"s","title":"S","kind":"primary"}]})";

std::string replaced(const std::string &piece, const std::string &other) {
    std::string text = fine;
    const std::size_t at = text.find(piece);
    REQUIRE(at != std::string::npos);
    return text.replace(at, piece.size(), other);
}

} // namespace

TEST_CASE("A lease that would mislead is read with a warning", "[io][findings]") {
    REQUIRE(read_lease(fine).findings.empty());
    struct Row {
        const char *why;
        const char *piece;
        const char *other;
        const char *code;
        const char *pointer;
    };
    const auto row = GENERATE(values<Row>({
        {"30 days before the notice is before it", R"("day","after":"late.notice")",
         R"("day","before":"late.notice")", "effect_before_notice", "/rights/0"},
        {"nobody sees where a right stands", R"("late.notice"},"clause":"c")", R"("late.notice"})",
         "no_clause", "/rights/0"},
        {"a paraphrase is of something", R"(,"sources":["s"]})", "}", "no_source", "/clauses/0"},
        {"so is a quotation", R"("is":"paraphrase","sources":["s"])", R"("is":"quotation")",
         "no_source", "/clauses/0"},
        {"a due day is no supposition", R"("handle":"gpus.delivered")", R"("handle":"gpus.due")",
         "fixed_handle", "/presentation/handle"},
        {"nor is the first day of the term", R"("handle":"gpus.delivered")",
         R"("handle":"term.first_day")", "fixed_handle", "/presentation/handle"},
        {"5,000 of 1,000", R"("conventions")",
         R"("reported":[{"tranche":"gpus","day":"2026-09-01","units":5000,"clause":"c"}],"conventions")",
         "more_than_owed", "/reported/0"},
        {"all of it, twice", R"("conventions")",
         R"("reported":[{"tranche":"gpus","day":"2026-09-01","clause":"c"},
             {"tranche":"gpus","day":"2026-09-05","clause":"c"}],"conventions")",
         "more_than_owed", "/reported/1"},
    }));
    INFO(row.why);
    const auto result = read_lease(replaced(row.piece, row.other));
    INFO(testing::findings_text(result.findings));
    CHECK(result.value);
    REQUIRE(result.findings.size() == 1);
    CHECK(result.findings.front().severity == Severity::Warning);
    CHECK(result.findings.front().code == row.code);
    CHECK(result.findings.front().pointer == row.pointer);
}

TEST_CASE("What readers may suppose is a handle, and what comes in parts is no more than owed",
          "[io][findings]") {
    const auto row = GENERATE(values<std::pair<const char *, const char *>>({
        {R"("handle":"gpus.delivered")", R"("handle":"late.notice")"},
        {R"("conventions")",
         R"("reported":[{"tranche":"gpus","day":"2026-09-01","units":400,"clause":"c"},
             {"tranche":"gpus","day":"2026-09-05","units":600,"clause":"c"}],"conventions")"},
        {R"("is":"paraphrase","sources":["s"])", R"("is":"derived")"},
    }));
    const auto result = read_lease(replaced(row.first, row.second));
    INFO(testing::findings_text(result.findings));
    CHECK(result.findings.empty());
}

TEST_CASE("An everyday slip is answered with what to do", "[io][findings]") {
    struct Row {
        const char *piece;
        const char *other;
        const char *message;
    };
    const auto row = GENERATE(values<Row>({
        {R"("kind":"primary"}]})", R"("kind":"primary"}],})",
         "Remove this comma: nothing follows it."},
        {R"("kind":"primary"}])", R"("kind":"primary"} , ])",
         "Remove this comma: nothing follows it."},
        {R"({"n":30,"unit":"day","after":"late.notice"})", R"({"n":1,"unit":"month"})",
         "Add \"after\" or \"before\" to this period."},
        {R"("per_month":"1000000.00")", R"("per_month":1000000)",
         "Write an amount as text: \"1000000\"."},
    }));
    const auto result = read_lease(replaced(row.piece, row.other));
    INFO(testing::findings_text(result.findings));
    CHECK_FALSE(result.value);
    REQUIRE_FALSE(result.findings.empty());
    CHECK(result.findings.front().message == row.message);
}

TEST_CASE("A pasted tab or page break is a space; what is no character is refused",
          "[io][findings]") {
    const auto spaced = read_lease(replaced("words", R"(a\tb\u000bc\fd)"));
    REQUIRE(spaced.value);
    CHECK(spaced.value->clauses.front().text == "a b c d");
    for (const char *character : {"\\uFFFE", "\\uFFFF", "\\u0001"}) {
        INFO(character);
        const auto refused = read_lease(replaced("words", character));
        CHECK_FALSE(refused.value);
        REQUIRE_FALSE(refused.findings.empty());
        CHECK(refused.findings.front().code == "control_character");
    }
    CHECK(read_lease("\xEF\xBB\xBF" + fine).value);
}
