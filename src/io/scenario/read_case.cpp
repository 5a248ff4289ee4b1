// Case files: nested expectations become paths, so that a case may state any answer there is.
#include "io/scenario/read_case.hpp"

#include "core/days/instant.hpp"
#include "core/lease/status.hpp"
#include "io/lease/readers.hpp"
#include "io/lease/repeat.hpp"
#include "io/scenario/question_from.hpp"
#include "io/scenario/scenario_from.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

/// Whether a text can be a day or a moment of an answer, or one end of what is known of it.
bool is_day_or_none(std::string_view text) {
    return text == "none" || text == "depends" || parse_iso(text.substr(0, 10));
}

/// No answer is ever "ended" or "5 January 2027": an expectation that nothing can meet is a slip.
void check_possible(const Cursor &at, std::string_view path) {
    const std::string_view part = path.substr(path.rfind('.') + 1);
    const bool is_of_right = path.starts_with("rights.");
    const std::string value{at.raw()};
    if (is_of_right && (part == "outcome" || path.find(".status") != std::string_view::npos)) {
        if (value != "depends" &&
            std::find(status_names.begin(), status_names.end(), value) == status_names.end()) {
            std::string names;
            for (const std::string_view name : status_names) {
                names += (names.empty() ? "" : ", ") + std::string{name};
            }
            at.error("impossible",
                     "No status is called \"" + value + "\": expected " + names + " or depends.");
        }
        return;
    }
    constexpr std::array<std::string_view, 8> days = {
        "first_day", "last_day", "grace_last_day", "opens",
        "closes",    "effect",   "latest_effect",  "notice_effect"};
    const bool is_day = path.starts_with("dates.") ||
                        (is_of_right && std::find(days.begin(), days.end(), part) != days.end());
    const std::size_t range = value.find("..");
    const std::string_view text = value;
    if (is_day && !(is_day_or_none(text.substr(0, range)) &&
                    (range == std::string::npos || is_day_or_none(text.substr(range + 2))))) {
        at.error("impossible", "Expected a day such as 2027-01-05, two with \"..\" between them, "
                               "null or \"depends\"; found \"" +
                                   value + "\".");
    }
}

/// A moment may be written in any zone; answers have UTC.
std::string moment_from(const Cursor &at) {
    const auto moment = parse_instant(at.raw());
    if (!moment && at.raw() != "depends" && at.raw() != "none") {
        at.error("impossible", "Expected a moment such as \"2026-09-30T17:00[America/New_York]\", "
                               "null or \"depends\"; found " +
                                   at.found() + ".");
    }
    return moment ? to_text(*moment, Zone::Utc) : std::string{at.raw()};
}

void expectations_from(const Cursor &at, const std::string &path, std::vector<Expectation> &all) {
    switch (at.kind()) {
    case JsonKind::Object:
        for (const Cursor &member : at.members()) {
            expectations_from(member, (path.empty() ? "" : path + ".") + std::string{member.key()},
                              all);
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
        check_possible(at, path);
        all.push_back(
            {path, path.starts_with("moments.") ? moment_from(at) : std::string{at.raw()}});
        break;
    case JsonKind::Array:
        at.error("wrong_type", "An expectation is one value; name each by its own key.");
        break;
    }
}

/// The question that stands here, or the one at hand; `asked_of` is where the scenario stands.
void take_question(const Cursor &at, const Cursor &asked_of, const Lease &lease, Hearing &hearing) {
    const auto own = at.find("question");
    if (own) {
        hearing.question = question_from(*own, lease);
    }
    check_question(own.value_or(asked_of), hearing.question, lease, hearing.scenario,
                   hearing.as_of);
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
    at.expect_object({"title", "readings", "scenario", "question", "expect", "because"});
    Hearing hearing = of.hearings.front();
    hearing.expect.clear();
    const auto title = at.find("title");
    if (const auto scenario = at.find("scenario")) {
        hearing.scenario = scenario_from(*scenario, of.lease, hearing.as_of);
    }
    if (const auto readings = at.find("readings")) {
        readings_from(*readings, of.lease, hearing.scenario);
        for (const Cursor &reading : readings->members()) {
            hearing.title += (hearing.title.empty() ? "" : ", ") + std::string{reading.raw()};
        }
    }
    hearing.title = title ? title->text() : hearing.title;
    take_question(at, at.find("scenario").value_or(at), of.lease, hearing);
    expect_from(at, hearing.expect);
    hearings.push_back(std::move(hearing));
}

Case case_from(const Cursor &root) {
    root.expect_object({"id", "title", "source", "taxonomy", "lease", "scenario", "question",
                        "expect", "other_readings", "other_scenarios", "arithmetic"});
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
    Hearing own{"", blank_scenario(result.lease), result.lease.information_day, {}, {}};
    if (const auto scenario = root.find("scenario")) {
        own.scenario = scenario_from(*scenario, result.lease, own.as_of);
    }
    take_question(root, root, result.lease, own);
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
        for (const Cursor &text : list ? list->elements() : Cursors{}) {
            all.push_back(text.text());
        }
    };
    texts("taxonomy", result.taxonomy);
    texts("arithmetic", result.arithmetic);
    return result;
}

} // namespace

bool is_case(std::string_view text) { return is_object_with(text, "lease"); }

ReadResult<Case> read_case(std::string_view text) {
    ReadResult<Case> result;
    if (auto document = parse_json(text, result.findings)) {
        write_out_repeats(*document, result.findings);
        ReadContext context{*document, result.findings};
        Case found = case_from(Cursor{context, 0});
        if (!has_errors(result.findings)) {
            result.value = std::move(found);
        }
    }
    return result;
}

} // namespace offramp
