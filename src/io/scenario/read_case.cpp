// Case files: nested expectations become paths, so that a case may state any answer there is.
#include "io/scenario/read_case.hpp"

#include "io/lease/readers.hpp"
#include "io/scenario/scenario_from.hpp"

namespace offramp {

namespace {

void expectations_from(const Cursor &at, const std::string &path, std::vector<Expectation> &all) {
    switch (at.kind()) {
    case JsonKind::Object:
        for (const Cursor &member : at.members()) {
            expectations_from(member, path.empty() ? member.key() : path + "." + member.key(), all);
        }
        break;
    case JsonKind::Null:
        all.push_back({path, "none"});
        break;
    case JsonKind::Boolean:
        all.push_back({path, at.raw() == "true" ? "yes" : "no"});
        break;
    case JsonKind::Number:
    case JsonKind::String:
        all.push_back({path, at.raw()});
        break;
    case JsonKind::Array:
        at.error("wrong_type", "An expectation is one value; name each by its own key.");
        break;
    }
}

/// Expectations must stand somewhere: a case that states none would pass whatever the engine says.
void expect_from(const Cursor &at, std::vector<Expectation> &all) {
    if (const auto expect = at.require("expect")) {
        expectations_from(*expect, "", all);
        if (all.empty()) {
            expect->error("nothing_expected", "Expected at least one answer here.");
        }
    }
}

void hearing_from(const Cursor &at, const Case &of, std::vector<Hearing> &hearings) {
    at.expect_object({"title", "readings", "scenario", "expect", "because"});
    Hearing hearing = of.hearings.front();
    hearing.expect.clear();
    const auto title = at.find("title");
    if (const auto scenario = at.find("scenario")) {
        hearing.scenario = scenario_from(*scenario, of.lease, hearing.as_of);
    }
    if (const auto readings = at.find("readings")) {
        readings_from(*readings, of.lease, hearing.scenario);
        for (const Cursor &reading : readings->members()) {
            hearing.title += (hearing.title.empty() ? "" : ", ") + reading.raw();
        }
    }
    hearing.title = title ? title->text() : hearing.title;
    expect_from(at, hearing.expect);
    hearings.push_back(std::move(hearing));
}

Case case_from(const Cursor &root) {
    root.expect_object({"id", "title", "source", "taxonomy", "lease", "scenario", "expect",
                        "other_readings", "other_scenarios", "arithmetic"});
    Case result{};
    const auto id = root.require("id");
    result.id = id ? id->identifier() : "";
    const auto title = root.require("title");
    result.title = title ? title->text() : "";
    const auto source = root.require("source");
    result.source = source ? source->text() : "";
    const auto lease = root.require("lease");
    if (lease) {
        result.lease = lease_from(*lease, Extent::Terms);
    }
    if (!root.clean()) {
        return result; // what follows is read against a lease that is whole
    }
    Hearing own{"", blank_scenario(result.lease), result.lease.information_day, {}};
    if (const auto scenario = root.find("scenario")) {
        own.scenario = scenario_from(*scenario, result.lease, own.as_of);
    }
    expect_from(root, own.expect);
    result.hearings.push_back(std::move(own));
    for (const char *key : {"other_readings", "other_scenarios"}) {
        if (const auto list = root.find(key)) {
            for (const Cursor &other : list->elements()) {
                hearing_from(other, result, result.hearings);
            }
        }
    }
    const auto texts = [&](std::string_view key, std::vector<std::string> &all) {
        const auto list = root.find(key);
        for (const Cursor &text : list ? list->elements() : std::vector<Cursor>{}) {
            all.push_back(text.text());
        }
    };
    texts("taxonomy", result.taxonomy);
    texts("arithmetic", result.arithmetic);
    return result;
}

} // namespace

bool is_case(std::string_view text) {
    std::vector<Finding> findings;
    const auto document = parse_json(text, findings);
    if (!document) {
        return false;
    }
    ReadContext context{*document, findings};
    return Cursor{context, 0}.find("lease").has_value();
}

ReadResult<Case> read_case(std::string_view text) {
    ReadResult<Case> result;
    if (const auto document = parse_json(text, result.findings)) {
        ReadContext context{*document, result.findings};
        Case found = case_from(Cursor{context, 0});
        if (!has_errors(result.findings)) {
            result.value = std::move(found);
        }
    }
    return result;
}

} // namespace offramp
