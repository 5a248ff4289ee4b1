#include "io/json/json.hpp"

#include <catch_amalgamated.hpp>

#include <string>

using namespace offramp;

namespace {

struct Parsed {
    std::optional<JsonDocument> document;
    std::vector<Finding> findings;

    std::string first_code() const { return findings.empty() ? "" : findings.front().code; }
};

Parsed parse(std::string_view text) {
    Parsed parsed;
    parsed.document = parse_json(text, parsed.findings);
    return parsed;
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += part;
    }
    return text;
}

} // namespace

TEST_CASE("What RFC 8259 refuses is refused, with a reason and without a tree", "[io][hostile]") {
    const std::string text = GENERATE(
        std::string{""}, " ", "{", "}", "[", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
        "{a:1}", "{'a':1}", "[01]", "[+1]", "[.5]", "[1.]", "[1e]", "[0x1]", "[NaN]", "[Infinity]",
        "[-]", "[True]", "[nul]", "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\\ud800\"",
        "\"a\nb\"", "\"\t\"", "[1]x", "[1][2]", "// c\n1", "/* c */ 1", "\xff", "\"\xc0\xaf\"",
        "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xe2\x28\xa1\"", std::string("[1]\0", 4),
        std::string("\"a\0b\"", 5),
        // Allowed by the grammar, but no number of ours: an exponent that no register holds.
        "1e400");
    INFO(text);
    const Parsed parsed = parse(text);
    CHECK_FALSE(parsed.document);
    CHECK(has_errors(parsed.findings));
}

TEST_CASE("What RFC 8259 allows is read", "[io]") {
    const char *text =
        GENERATE("null", "true", "0", "-0", "1.5e-3", "123456789012345678901234567890", "\"\"",
                 "\"\\u00e9\\ud83d\\ude00\"", "[]", "{}", " [ 1 , {\"a\" : [ ] } ] ",
                 "{\"\":{\"a/b~c\":1}}", "\"\\\"\\\\\\/\\b\"");
    INFO(text);
    // Control characters are JSON; this reader refuses them all the same, in the next case.
    const Parsed parsed = parse(text);
    CHECK((parsed.document || parsed.first_code() == "control_character"));
}

TEST_CASE("Texts that would show something else than they say are refused", "[io][hostile]") {
    struct Row {
        const char *text;
        const char *why;
    };
    const auto row =
        GENERATE(Row{R"(["a\u0000b"])", "a NUL"}, Row{R"(["a\u001bb"])", "an escape"},
                 Row{R"(["a\u007fb"])", "a delete"}, Row{R"(["a\u0085b"])", "a C1"},
                 Row{R"(["a\u202eb"])", "writing turned around"},
                 Row{R"(["a\u2066b"])", "an isolate"}, Row{R"({"a\u202eb":1})", "in a key"});
    INFO(row.why);
    const Parsed parsed = parse(row.text);
    CHECK_FALSE(parsed.document);
    CHECK(parsed.first_code() == "control_character");
}

TEST_CASE("Duplicate keys are found at every level, and each of them", "[io][hostile]") {
    const Parsed parsed = parse("{\"a\":1,\n \"a\":2, \"b\":[{\"c\":1,\"c\":2}]}");
    CHECK_FALSE(parsed.document);
    REQUIRE(parsed.findings.size() == 2);
    CHECK(parsed.findings[0].code == "duplicate_key");
    CHECK(parsed.findings[0].line == 2);
    CHECK(parsed.findings[0].column == 2);
    CHECK(parsed.findings[1].pointer == "/b/0");
    // The same key in two objects is no duplicate.
    CHECK(parse(R"([{"a":1},{"a":1}])").document);
}

TEST_CASE("A duplicate is found among few keys and among many", "[io][hostile]") {
    const int size = GENERATE(1, 2, 15, 16, 17, 18, 40);
    std::string keys;
    for (int i = 0; i < size; ++i) {
        keys += "\"k" + std::to_string(i) + "\":{\"k0\":0},";
    }
    CHECK(parse("{" + keys + "\"x\":0}").document);
    for (int i = 0; i < size; ++i) {
        const Parsed parsed = parse("{" + keys + "\"k" + std::to_string(i) + "\":0}");
        CHECK_FALSE(parsed.document);
        CHECK(parsed.first_code() == "duplicate_key");
        CHECK(parsed.findings.size() == 1);
    }
}

TEST_CASE("Complaints end at their limit, however much there is to complain of", "[io][hostile]") {
    const std::string text = GENERATE("{" + repeated("\"a\":1,", 400'000) + "\"a\":1}",
                                      "[" + repeated("\"\\u0001\",", 400'000) + "0]");
    const Parsed parsed = parse(text);
    CHECK_FALSE(parsed.document);
    REQUIRE(parsed.findings.size() == max_findings + 1);
    CHECK(parsed.findings.back().code == "too_many_findings");
}

TEST_CASE("Limits hold at their edge and just beyond it", "[io][hostile]") {
    CHECK(parse(repeated("[", 64) + repeated("]", 64)).document);
    CHECK(parse(repeated("[", 65) + repeated("]", 65)).first_code() == "too_deep");
    CHECK(parse(repeated("[", 100'000)).first_code() == "too_deep");
    CHECK(parse(repeated("{\"a\":", 100'000)).first_code() == "too_deep");
    const std::string longest(max_json_string_bytes, 'x');
    CHECK(parse("\"" + longest + "\"").document);
    CHECK(parse("\"" + longest + "x\"").first_code() == "string_too_long");
    CHECK(parse("[" + repeated("0,", max_json_values - 2) + "0]").document);
    CHECK(parse("[" + repeated("0,", max_json_values - 1) + "0]").first_code() ==
          "too_many_values");
    CHECK(parse(std::string(max_json_bytes + 1, ' ')).first_code() == "too_large");
    CHECK(parse("\xEF\xBB\xBF{}").document); // a byte order mark says nothing
}

TEST_CASE("Every value knows its line, its column and its pointer", "[io]") {
    const Parsed parsed =
        parse("{ \"a\" : [ 12 ,\n  \"x\\\"y\", {\"b/c\": -1.5e3}\n ],\n\t\"d\":true}");
    REQUIRE(parsed.document);
    struct Row {
        std::int32_t node;
        const char *text;
        const char *pointer;
        int line;
        int column;
    };
    const Row rows[] = {{0, "", "", 1, 1},        {1, "", "/a", 1, 9},
                        {2, "12", "/a/0", 1, 11}, {3, "x\"y", "/a/1", 2, 3},
                        {4, "", "/a/2", 2, 11},   {5, "-1.5e3", "/a/2/b~1c", 2, 19},
                        {6, "true", "/d", 4, 6}};
    REQUIRE(parsed.document->nodes.size() == std::size(rows));
    for (const Row &row : rows) {
        const Finding finding = finding_at(*parsed.document, row.node, Severity::Error, "", "");
        INFO(row.pointer);
        CHECK(parsed.document->nodes[static_cast<std::size_t>(row.node)].text == row.text);
        CHECK(finding.pointer == row.pointer);
        CHECK(finding.line == row.line);
        CHECK(finding.column == row.column);
    }
}

TEST_CASE("A text cut off anywhere is refused and never crashes", "[io][hostile]") {
    const std::string whole =
        R"({"a":[1,-2.5e3,"é\\\"",{"b":null,"c":[true,false]}],"d":"\ud83d\ude00"})";
    REQUIRE(parse(whole).document);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        INFO(size);
        CHECK_FALSE(parse(whole.substr(0, size)).document);
    }
}

TEST_CASE("A text with any one byte replaced never crashes", "[io][hostile]") {
    const std::string whole = R"({"a":[1,-2.5e3,"é\\\"",{"b":null}],"d":"\ud83d\ude00"})";
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string text = whole;
            text[at] = static_cast<char>(static_cast<unsigned char>(byte));
            const Parsed parsed = parse(text);
            refused += parsed.document ? 0U : 1U;
            CHECK(parsed.document.has_value() == parsed.findings.empty());
        }
    }
    CHECK(whole.size() * 100 < refused);
}
