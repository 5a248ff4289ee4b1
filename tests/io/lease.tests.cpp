#include "io/lease/read_lease.hpp"
#include "io/lease/write_lease.hpp"
#include "io/scenario/read_case.hpp"

#include "io/json/names.hpp"
#include "support/documents.hpp"

#include <algorithm>

using namespace offramp;
using namespace offramp::testing;

namespace {

std::vector<Finding> findings_of(const std::string &terms) {
    return read_case(R"({"id":"t","title":"t","source":"t","lease":)" + terms +
                     R"(,"expect":{"money":{"headline":"0.00"}}})")
        .findings;
}

bool has(const std::vector<Finding> &findings, std::string_view code, std::string_view pointer) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
        return finding.code == code && finding.pointer == pointer && 0 < finding.line &&
               0 < finding.column &&
               (finding.message.ends_with(".") || finding.message.ends_with("?"));
    });
}

bool has(const std::vector<Finding> &findings, std::string_view code) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding &finding) { return finding.code == code; });
}

} // namespace

TEST_CASE("Reading what was written gives the same lease", "[io]") {
    const std::string path = GENERATE(from_range(documents_in("assets/leases")));
    const Lease lease = lease_of_file(path);
    const auto again = read_lease(write_lease(lease));
    INFO(findings_text(again.findings));
    REQUIRE(again.value);
    CHECK(*again.value == lease);
    CHECK(write_lease(*again.value) == write_lease(lease));
}

TEST_CASE("The lease by example in the guide is valid", "[io]") {
    const std::string guide = text_of_file("assets/schema/README.md");
    const std::string fence = "```json lease\n";
    const std::size_t first = guide.find(fence) + fence.size();
    const auto result = read_lease(guide.substr(first, guide.find("```", first) - first));
    INFO(findings_text(result.findings));
    CHECK(result.value);
    CHECK(result.findings.empty());
}

TEST_CASE("A complaint says where, what was expected and what was found", "[io]") {
    struct Row {
        const char *terms;
        const char *code;
        const char *pointer;
        const char *why;
    };
    const auto row = GENERATE(
        Row{R"({"tranches":[{"id":"t","units":1,"due":"2026-02-30"}]})", "bad_date",
            "/lease/tranches/0/due", "a day that does not exist"},
        Row{R"({"tranches":[{"id":"t","units":1,"due":"1899-12-31"}]})", "date_out_of_range",
            "/lease/tranches/0/due", "before what the calendar of leases needs"},
        Row{R"({"tranches":[{"id":"t","units":1,"due":"2201-01-01"}]})", "date_out_of_range",
            "/lease/tranches/0/due", "and after it"},
        Row{R"({"tranches":[{"id":"t","units":-1,"due":"2026-01-01"}]})", "wrong_number",
            "/lease/tranches/0/units", "fewer than none"},
        Row{R"({"tranches":[{"id":"t","units":1e3,"due":"2026-01-01"}]})", "wrong_number",
            "/lease/tranches/0/units", "no whole number as written"},
        Row{R"({"tranches":[{"id":"t","units":99999999999999999999,"due":"2026-01-01"}]})",
            "wrong_number", "/lease/tranches/0/units", "wider than any register"},
        Row{R"({"tranches":[{"id":"t t","units":1,"due":"2026-01-01"}]})", "bad_id",
            "/lease/tranches/0/id", "an id with a blank"},
        Row{R"({"tranches":[{"units":1,"due":"2026-01-01"}]})", "missing_key", "/lease/tranches/0",
            "no id"},
        Row{R"({"tranches":{}})", "wrong_type", "/lease/tranches", "an object for an array"},
        Row{R"({"dates":[{"id":"d","is":{"n":1,"unit":"month","after":"2026-01-31"}}]})",
            "missing_month_end", "/lease/dates/0/is", "months have no silent default"},
        Row{R"({"dates":[{"id":"d","is":{"n":1,"unit":"fortnight","after":"2026-01-31"}}]})",
            "unknown_word", "/lease/dates/0/is/unit", "no such unit"},
        Row{R"({"dates":[{"id":"d","is":{"n":1,"unit":"day"}}]})", "bad_rule", "/lease/dates/0/is",
            "from which day?"},
        Row{R"({"dates":[{"id":"d","is":{"n":1,"unit":"day","after":"2026-01-01","before":"2026-02-01"}}]})",
            "unknown_key", "/lease/dates/0/is/before", "from one day, not from two"},
        Row{R"({"dates":[{"id":"d","is":{"n":5,"unit":"business_day","after":"2026-01-01"}}]})",
            "missing_calendar", "/lease/dates/0/is", "whose business days?"},
        Row{R"({"dates":[{"id":"d","is":{"rolled":"2026-01-01","calendar":"us-federal"}}]})",
            "missing_roll", "/lease/dates/0/is", "rolled which way?"},
        Row{R"({"dates":[{"id":"d","is":{"rolled":"2026-01-01","roll":"by_direction","calendar":"us-frb"}}]})",
            "no_direction", "/lease/dates/0/is", "a day has no direction"},
        Row{R"({"dates":[{"id":"d","is":{"n":5,"unit":"hour","after":"2026-01-01"}}]})",
            "wrong_unit", "/lease/dates/0/is/unit", "days do not move by the hour"},
        Row{R"({"counts":[{"id":"c","is":"term.first_day"}]})", "wrong_kind", "/lease/counts/0/is",
            "a day where a number is wanted"},
        Row{R"({"conditions":[{"id":"c","is":{"day":"2026-01-01","than":"2026-01-02"}}]})",
            "bad_rule", "/lease/conditions/0/is", "no comparison of that kind"},
        Row{R"({"remedies":[{"id":"m","from":"2026-01-01","to":"2026-02-01","rungs":[{"per_day":"1.00"}]}]})",
            "missing_interval", "/lease/remedies/0", "which of the two days count?"},
        Row{R"({"remedies":[{"id":"m","from":"2026-01-01","to":"2026-02-01","interval":"include_both","rungs":[{}]}]})",
            "bad_rung", "/lease/remedies/0/rungs/0", "a rung that gives nothing"},
        Row{R"({"remedies":[{"id":"m","from":"2026-01-01","to":"2026-02-01","interval":"include_both","rungs":[{"per_day":"1.00"}]}],
            "caps":[{"id":"c","amount":"5.00","remedies":["m"]}]})",
            "wrong_count", "/lease/caps/0/remedies", "a cap that is shared by one"},
        Row{R"({"remedies":[{"id":"m","from":"2026-01-01","to":"2026-02-01","interval":"include_both","rungs":[{"per_day":"1.00"}]}],
            "caps":[{"id":"c","amount":"5.00","remedies":["m","m"]}]})",
            "two_caps", "/lease/caps/0/remedies/1", "a remedy that is named twice"},
        Row{R"({"remedies":[{"id":"m","from":"2026-01-01","to":"2026-02-01","interval":"include_both","rungs":[{"per_day":"1.00"}]},
            {"id":"n","from":"2026-01-01","to":"2026-02-01","interval":"include_both","rungs":[{"per_day":"1.00"}]}],
            "caps":[{"id":"c","amount":"m.amount","remedies":["n","m"]}]})",
            "circular_rule", "/lease/remedies/0", "a cap that is what it caps"},
        Row{R"({"dates":[{"id":"d-#","repeat":25,"is":"2026-01-01"}]})", "wrong_number",
            "/lease/dates/0/repeat", "more than twice a dozen"},
        Row{R"({"dates":[{"id":"d","repeat":2,"is":"2026-01-01"}]})", "no_number",
            "/lease/dates/0/id", "two days of one name"},
        Row{R"({"dates":[{"id":"d-#","repeat":3,"is":"2026-01-01"},{"id":"e","is":"d-4"}]})",
            "unknown_name", "/lease/dates/1/is", "there are three; what follows keeps its place"},
        Row{R"({"dates":[{"id":"d-#","repeat":3,"is":"e-#"}]})", "unknown_name",
            "/lease/dates/0/is", "each of the three is wrong where it was written"},
        Row{R"({"dates":[{"id":"d-#","is":"2026-01-01"}]})", "bad_id", "/lease/dates/0/id",
            "a number of what is not repeated"},
        Row{R"({"total_units":5,"tranches":[{"id":"t","units":3,"due":"2026-01-01"}]})",
            "units_do_not_add_up", "/lease/total_units", "three of five"},
        Row{R"({"term":{"first_day":"2026-02-01","last_day":"2026-01-01"}})", "empty_term",
            "/lease/term", "a term that ends before it begins"},
        Row{R"({"fees":[{"id":"f","series":"s","from":"2026-01-01","to":"2026-02-15","per_month":"1.00"},
            {"id":"g","series":"s","from":"2026-02-01","to":"2026-03-31","per_month":"2.00"}]})",
            "overlapping_fees", "/lease/fees/1", "two segments for one day"},
        Row{R"({"rights":[{"id":"r","holder":"tenant","trigger":{"missed":"never","by":"2026-06-30"},
            "grace":"2026-06-01"}]})",
            "due_after_grace", "/lease/rights/0", "grace that ends before the due day"},
        Row{R"({"rights":[{"id":"r","holder":"tenant","trigger":{"on":"2026-06-30"},
            "window":{"first":"2026-07-01","last":"2026-06-30"}}]})",
            "empty_window", "/lease/rights/0", "a window that closes before it opens"},
        Row{R"({"readings":[{"id":"r","default":"a","options":[{"id":"a"},{"id":"b"}]}]})",
            "unused_reading", "/lease/readings/0", "a choice that changes nothing"},
        Row{R"({"dates":[{"id":"d","is":"d.due"}]})", "unknown_name", "/lease/dates/0/is",
            "no day of that name"},
        Row{R"({"dates":[{"id":"d","is":{"earliest":[]}}]})", "wrong_count",
            "/lease/dates/0/is/earliest", "the earliest of nothing"},
        Row{R"({"dates":[{"id":"d","is":"2026-01-01"},{"id":"d","is":"2026-01-02"}]})",
            "duplicate_id", "/lease/dates/1/id", "two days of one name"},
        Row{R"({"dates":[{"id":"d","is":"2026-01-01","clause":"c"}]})", "unknown_clause",
            "/lease/dates/0/clause", "no such clause"},
        Row{R"({"rights":[{"id":"r","holder":"bank","trigger":{"on":"2026-01-01"}}]})",
            "unknown_word", "/lease/rights/0/holder", "no such holder"},
        Row{R"({"rights":[{"id":"r","holder":"tenant","trigger":{}}]})", "bad_trigger",
            "/lease/rights/0/trigger", "nothing that triggers"},
        Row{R"({"rights":[{"id":"r","holder":"tenant","effect":"2026-01-01"}]})", "missing_trigger",
            "/lease/rights/0", "a lead without a trigger"},
        Row{R"({"fees":[{"id":"f","from":"2026-01-01","to":"2026-12-31","per_month":12}]})",
            "bad_rule", "/lease/fees/0/per_month", "money is text"},
        Row{R"({"fees":[{"id":"f","from":"2026-01-01","to":"2026-12-31","per_month":"1.005"}]})",
            "bad_amount", "/lease/fees/0/per_month", "a tenth of a cent"},
        Row{R"({"fees":[{"id":"f","on":"2026-01-01","amount":"5.00","per_month":"1.00"}]})",
            "unused_key", "/lease/fees/0/per_month", "a fee both once and by the month"},
        Row{R"({"fees":[{"id":"f","from":"2026-01-01","to":"2026-12-31","per_month":"1.00","billing_day":31}]})",
            "wrong_number", "/lease/fees/0/billing_day", "not every month has a 31st"},
        Row{R"({"fees":[{"id":"f","on":"2026-01-01","amount":"5.00"}],
            "remedies":[{"id":"m","from":"2026-01-01","to":"2026-02-01","interval":"include_both","fee":"f","rungs":[{"days_of_fee":1}]}]})",
            "wrong_kind", "/lease/remedies/0/fee", "no days of a fee that is charged once"},
        Row{R"({"readings":[{"id":"r","default":"a","options":[{"id":"a"}]}]})", "too_few_options",
            "/lease/readings/0/options", "a choice of one"},
        Row{R"({"readings":[{"id":"r","default":"c","options":[{"id":"a"},{"id":"b"}]}]})",
            "unknown_option", "/lease/readings/0/default", "the default is no option"},
        Row{R"({"currency":"dollars"})", "bad_currency", "/lease/currency", "no code"},
        Row{R"-({"sources":[{"id":"s","title":"t","kind":"secondary","url":"javascript:a(1)"}]})-",
            "bad_url", "/lease/sources/0/url", "an address that runs"},
        Row{R"({"rihgts":[]})", "unknown_key", "/lease/rihgts", "a misspelt key"});
    INFO(row.why);
    const auto findings = findings_of(row.terms);
    INFO(findings_text(findings));
    CHECK(has(findings, row.code, row.pointer));
}

TEST_CASE("All that is wrong is said at once, and nothing is half loaded", "[io]") {
    const auto result = read_lease(R"({"schema_version":2,"id":"a b","currency":"usd",
        "information_day":"yesterday","parties":[{"id":"p","name":"","role":"bank"}],
        "tranches":[{"id":"t","units":[],"due":"soon"}]})");
    CHECK_FALSE(result.value);
    INFO(findings_text(result.findings));
    CHECK(10 < result.findings.size());
    for (const char *code : {"wrong_number", "bad_id", "bad_currency", "bad_date", "empty_text",
                             "unknown_word", "bad_rule", "unknown_name", "missing_key"}) {
        INFO(code);
        CHECK(has(result.findings, code));
    }
}

TEST_CASE("A misspelt word is answered with the nearest one", "[io]") {
    const auto key = findings_of(R"({"trances":[]})");
    REQUIRE(key.size() == 1);
    CHECK(key[0].severity == Severity::Warning);
    CHECK(key[0].message.find("Did you mean \"tranches\"?") != std::string::npos);
    const auto name = findings_of(
        R"({"tranches":[{"id":"gpus","units":1,"due":"2026-01-01"}],
            "dates":[{"id":"d","is":"gpus.delivred"}]})");
    REQUIRE(name.size() == 1);
    CHECK(name[0].message.find("Did you mean \"gpus.delivered\"?") != std::string::npos);
}

TEST_CASE("Rules that run in a circle are named and refused", "[io][hostile]") {
    struct Row {
        const char *terms;
        const char *path;
    };
    const auto row = GENERATE(
        Row{R"({"dates":[{"id":"a","is":"a"}]})", "a → a"},
        Row{R"({"dates":[{"id":"a","is":{"n":1,"unit":"day","after":"b"}},{"id":"b","is":"a"}]})",
            "a → b → a"},
        Row{R"({"rights":[{"id":"r","holder":"tenant","trigger":{"on":"2026-01-01"},
               "ends_when":"r.first_day"}]})",
            "r.opens → r.first_day → r.first_day"},
        Row{R"({"term":{"first_day":"2026-01-01","last_day":"d"},
               "dates":[{"id":"d","is":"term.last_day"}]})",
            "term.last_day → d → term.last_day"});
    const auto findings = findings_of(row.terms);
    INFO(findings_text(findings));
    REQUIRE(has(findings, "circular_rule"));
    const std::string path = row.path;
    const std::string last_step = path.substr(path.rfind("→"));
    CHECK(findings[0].message.find(last_step) != std::string::npos);
}

TEST_CASE("A right may refer to its own notice", "[io]") {
    CHECK_FALSE(has_errors(findings_of(
        R"({"rights":[{"id":"r","holder":"tenant","trigger":{"on":"2026-01-01"},
            "effect":{"n":1,"unit":"day","after":"r.notice"}}]})")));
}

TEST_CASE("Totals that could not be exact are refused", "[io][hostile]") {
    const auto fee = [](const char *to) {
        return std::string{
                   R"({"fees":[{"id":"f","from":"2026-01-01","per_month":"1000000000000000.00","to":")"} +
               to + "\"}]}";
    };
    CHECK_FALSE(has_errors(findings_of(fee("2027-01-31"))));
    CHECK(has(findings_of(fee("2126-12-31")), "total_too_large", "/lease/fees/0"));
}

TEST_CASE("Rules nested too deep are refused, and chains of names too", "[io][hostile]") {
    std::string chain = R"({"dates":[{"id":"d0","is":"2026-01-01"})";
    for (int i = 1; i < 200; ++i) {
        chain += R"(,{"id":"d)" + std::to_string(i) + R"(","is":{"n":1,"unit":"day","after":"d)" +
                 std::to_string(i - 1) + "\"}}";
    }
    // Each name is three deep: itself, its rule, and the name in it; the 43rd is the first beyond.
    CHECK(has(findings_of(chain + "]}"), "rules_too_deep", "/lease/dates/43"));
}

TEST_CASE("There is an end to complaints", "[io][hostile]") {
    std::string terms = R"({"dates":[)";
    for (int i = 0; i < 250; ++i) {
        terms += (i == 0 ? "" : ",") + std::string{R"({"id":"x x","is":7})"};
    }
    const auto findings = findings_of(terms + "]}");
    CHECK(findings.size() == 201);
    CHECK(findings.back().code == "too_many_findings");
}

TEST_CASE("Every enumerator has a word, and words are unique", "[io]") {
    const auto check = [](const auto &table) {
        for (const auto &[value, word] : table) {
            CHECK_FALSE(word.empty());
            CHECK(std::count_if(table.begin(), table.end(), [&, word = word](const auto &entry) {
                      return entry.second == word;
                  }) == 1);
        }
    };
    check(words_of<Role>);
    check(words_of<About>);
    check(words_of<Holder>);
    check(words_of<Wording>);
    check(words_of<Exercise>);
    check(words_of<Kind>);
    check(words_of<Basis>);
}
