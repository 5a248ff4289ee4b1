// The limits of a lease: each holds at its edge, and one beyond it is refused with what it is.
#include "core/lease/lease.hpp"
#include "io/scenario/read_case.hpp"

#include "support/documents.hpp"

#include <algorithm>
#include <functional>

using namespace offramp;

namespace {

/// `count` texts, one of each index, in the brackets of a JSON list.
std::string list_of(std::size_t count, const std::function<std::string(std::size_t)> &text) {
    std::string list = "[";
    for (std::size_t i = 0; i < count; ++i) {
        list += (i == 0 ? "" : ",") + text(i);
    }
    return list + "]";
}

std::vector<Finding> errors_of(const std::string &terms) {
    auto findings = read_case(R"({"id":"t","title":"t","source":"t","lease":{)" + terms +
                              R"(},"expect":{"money":{"headline":"0.00"}}})")
                        .findings;
    std::erase_if(findings,
                  [](const Finding &finding) { return finding.severity != Severity::Error; });
    return findings;
}

std::string elements(const char *list, std::size_t count, const char *rest) {
    return "\"" + std::string{list} + "\":" + list_of(count, [&](std::size_t i) {
               return R"({"id":"e)" + std::to_string(i) + "\"" + rest + "}";
           });
}

/// A date that rests on the one before it, so many deep; a name and its rule are two steps.
std::string chain(std::size_t names) {
    return "\"dates\":" + list_of(names, [](std::size_t i) {
               return R"({"id":"d)" + std::to_string(i) + R"(","is":)" +
                      (i == 0 ? "\"2026-01-01\"" : "\"d" + std::to_string(i - 1) + "\"") + "}";
           });
}

/// A date within so many `latest`, each of which is one rule.
std::string nested(std::size_t depth) {
    std::string rule = "\"2026-01-01\"";
    for (std::size_t i = 0; i < depth; ++i) {
        rule = R"({"latest":[)" + rule + "]}";
    }
    return R"("dates":[{"id":"d","is":)" + rule + "}]";
}

/// Dates of 63 values each: together so many rules, with the two of the term.
std::string rules(std::size_t count) {
    std::string text = "\"dates\":[";
    std::size_t left = count - 2;
    for (std::size_t i = 0; left != 0; ++i) {
        const std::size_t values = std::min<std::size_t>(left - 1, max_children - 1);
        text += (i == 0 ? "" : ",") + std::string{R"({"id":"d)"} + std::to_string(i) +
                R"(","is":{"latest":)" +
                list_of(values, [](std::size_t) { return std::string{"\"2026-01-01\""}; }) + "}}";
        left -= values + 1;
    }
    return text + "]";
}

struct Limit {
    const char *why;
    std::function<std::string(std::size_t)> terms;
    std::size_t most;
    const char *code; ///< of the finding beyond it
};

} // namespace

TEST_CASE("Each limit of a lease holds at its edge and not beyond it", "[io][hostile]") {
    const std::vector<Limit> limits = {
        {"events", [](std::size_t n) { return elements("events", n, ""); }, max_rights, "too_many"},
        {"delays", [](std::size_t n) { return elements("delays", n, ""); }, max_rights, "too_many"},
        {"rights",
         [](std::size_t n) {
             return elements("rights", n, R"(,"holder":"tenant","trigger":{"on":"2026-01-01"})");
         },
         max_rights, "too_many"},
        {"parts of a list",
         [](std::size_t n) {
             return R"("counts":[{"id":"n","is":{"sum":)" +
                    list_of(n, [](std::size_t) { return std::string{"1"}; }) + "}}]";
         },
         max_children - 1, "wrong_count"},
        {"remedies that share a cap",
         [](std::size_t n) {
             return elements("remedies", n,
                             R"(,"from":"2026-01-01","to":"2026-02-01","interval":"include_both",)"
                             R"("rungs":[{"per_day":"1.00"}])") +
                    R"(,"caps":[{"id":"c","amount":"1.00","remedies":)" +
                    list_of(n, [](std::size_t i) { return "\"e" + std::to_string(i) + "\""; }) +
                    "}]";
         },
         max_children - 1, "wrong_count"},
        {"what one element stands for",
         [](std::size_t n) {
             return R"("dates":[{"id":"d-#","is":"2026-01-01","repeat":)" + std::to_string(n) +
                    "}]";
         },
         24, "wrong_number"},
        {"rules within rules; of JSON no more than 64 are read", nested, 30, "too_deep"},
        {"names that rest on names", chain, max_rule_depth / 2, "rules_too_deep"},
        {"rules in all", rules, max_rules, "too_many_rules"},
    };
    for (const Limit &limit : limits) {
        INFO(limit.why);
        const auto within = errors_of(limit.terms(limit.most));
        INFO((within.empty() ? "" : within.front().message));
        CHECK(within.empty());
        const auto beyond = errors_of(limit.terms(limit.most + 1));
        REQUIRE(!beyond.empty());
        CHECK(beyond.front().code == limit.code);
    }
}

TEST_CASE("What anybody may do does not rest on the day on which a reader looks", "[io]") {
    const auto last_code = [](const std::string &terms) {
        const auto errors = errors_of(terms);
        return errors.empty() ? std::string{} : errors.back().code;
    };
    CHECK(last_code(R"("dates":[{"id":"d","is":"as_of"}])").empty());
    CHECK(last_code(R"("rights":[{"id":"r","holder":"tenant","trigger":{"on":"as_of"}}])") ==
          "rests_on_view");
    CHECK(last_code(R"("dates":[{"id":"d","is":{"n":1,"unit":"day","after":"as_of"}}],
                        "rights":[{"id":"r","holder":"tenant","trigger":{"on":"d"}}])") ==
          "rests_on_view");
    CHECK(last_code(R"("term":{"first_day":"2026-01-01","last_day":"as_of"})") == "rests_on_view");
    CHECK(last_code(R"("fees":[{"id":"f","from":"2026-01-01","to":"as_of","per_month":"1.00"}])") ==
          "rests_on_view");
}
