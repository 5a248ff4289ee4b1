// What is wrong with a story is found, with its place, and nothing half is loaded.
#include "io/story/read_story.hpp"
#include "io/story/write_story.hpp"

#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

namespace {

/// A sound story with one part of it replaced.
std::string story_with(const std::string &part, const std::string &instead) {
    std::string text =
        R"({"schema_version":1,"id":"s","lease":"spacex-google-2026","title":"A title",
"steps":[
{"title":"One","text":"Due on {gpus.due}.","scenario":"","look_at":"deliver"},
{"text":"From {late-delivery.first_day} on.","scenario":"deliver=2026-11-15",
 "guess":{"question":"When, if they come on {deliver}?","day":"late-delivery.first_day"}},
{"text":"{verdict}.","scenario":"deliver=never",
 "guess":{"question":"May it leave?","choices":["Yes","No"],"answer":"{verdict}"}}]})";
    const std::size_t at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), instead);
}

std::string sound() { return story_with("\"s\"", "\"s\""); }

/// What each step of the story above shows.
std::vector<Exhibit> shown() {
    Exhibit exhibit;
    exhibit.lease = "spacex-google-2026";
    exhibit.link = "as-of=2026-11-05";
    exhibit.verdict.pill = "Yes";
    exhibit.verdict.sentence = "Google may leave.";
    exhibit.figures = {{"gpus.due", "30 September 2026"},
                       {"late-delivery.first_day", "31 October 2026"},
                       {"late-delivery.last_day", "–"},
                       {"verdict", "Yes"},
                       {"deliver", "15 November 2026"}};
    KeyDateRow day;
    day.id = "late-delivery.first_day";
    day.iso = "2026-10-31";
    exhibit.key_dates = {day};
    Control deliver;
    deliver.id = "deliver";
    deliver.kind = ControlKind::Day;
    deliver.label = "Delivered";
    deliver.value = "2026-11-15";
    deliver.value_text = "15 November 2026";
    exhibit.controls = {deliver};
    return {exhibit, exhibit, exhibit};
}

std::vector<Finding> all_findings(const std::string &text) {
    ReadResult<Story> story = read_story(text);
    std::vector<Finding> findings = story.findings;
    if (story.value) {
        const std::vector<Exhibit> exhibits = shown();
        const auto more = check_story(text, &exhibits);
        findings.insert(findings.end(), more.begin(), more.end());
    }
    return findings;
}

} // namespace

TEST_CASE("A sound story has no findings and is told with its figures", "[io][story]") {
    INFO(findings_text(all_findings(sound())));
    CHECK(all_findings(sound()).empty());
    CHECK(is_story(sound()));
    CHECK_FALSE(is_story(text_of_file("assets/leases/spacex-google-2026.json")));
    CHECK_FALSE(is_story(text_of_file("assets/books/spacex.json")));
    CHECK_FALSE(is_story("{"));
    const auto story = read_story(sound());
    REQUIRE(story.value);
    CHECK(story.value->steps[1].scenario == "deliver=2026-11-15");
    CHECK(filled_text(story.value->steps[0].text, shown()[0]) == "Due on 30 September 2026.");
    CHECK(
        write_story(*story.value, shown()) ==
        R"({"id":"s","lease":"spacex-google-2026","title":"A title","steps":[)"
        R"({"title":"One","link":"as-of=2026-11-05","scenario":"","text":[{"text":"Due on "},{"figure":"gpus.due",)"
        R"("text":"30 September 2026"},{"text":"."}],"verdict":"Yes. Google may leave.",)"
        R"("look_at":{"control":"deliver","label":"Delivered","value":"15 November 2026"}},)"
        R"({"title":"","link":"as-of=2026-11-05","scenario":"deliver=2026-11-15","text":[{"text":"From "},)"
        R"({"figure":"late-delivery.first_day","text":"31 October 2026"},{"text":" on."}],)"
        R"("verdict":"Yes. Google may leave.","guess":{"question":"When, if they come on 15 )"
        R"(November 2026?","figure":"late-delivery.first_day","day":"2026-10-31",)"
        R"("answer":"31 October 2026"}},)"
        R"({"title":"","link":"as-of=2026-11-05","scenario":"deliver=never","text":[{"figure":"verdict","text":"Yes"},)"
        R"({"text":"."}],"verdict":"Yes. Google may leave.","guess":{"question":"May it leave?",)"
        R"("choices":["Yes","No"],"answer":"Yes"}}]})");
}

TEST_CASE("What is wrong with a story is found where it stands", "[io][story]") {
    struct Row {
        std::string part;
        std::string instead;
        const char *code;
        const char *pointer;
        const char *why;
    };
    std::string many = R"("steps":[)";
    for (std::size_t i = 0; i < most_story_steps; ++i) {
        many += R"({"text":"t","scenario":""},)";
    }
    const std::vector<Row> rows = {
        {R"("schema_version":1)", R"("schema_version":2)", "wrong_number", "/schema_version",
         "a format of the future"},
        {R"("id":"s",)", "", "missing_key", "", "a story without a name"},
        {R"("title":"A title")", R"("title":")" + std::string(longest_story_title + 1, 't') + '"',
         "too_long", "/title", "a title is a line"},
        {R"(Due on {gpus.due}.)", std::string(longest_step_text + 1, 't'), "too_long",
         "/steps/0/text", "a step is a few sentences"},
        {R"("scenario":"")", R"("scenario":")" + std::string(longest_story_scenario + 1, 'a') + '"',
         "too_long", "/steps/0/scenario", "no link is so long"},
        {R"("steps":[)", many, "wrong_count", "/steps", "more steps than anybody reads"},
        {"{gpus.due}", "{gpus.due", "bad_figure", "/steps/0/text", "a brace is not closed"},
        {"{gpus.due}", "gpus.due}", "bad_figure", "/steps/0/text", "a brace is not opened"},
        {"{gpus.due}", "{}", "bad_figure", "/steps/0/text", "a figure without a name"},
        {"{gpus.due}", "{{gpus.due}}", "bad_figure", "/steps/0/text", "braces in braces"},
        {"{gpus.due}", "{<b>}", "bad_figure", "/steps/0/text", "letters that no name has"},
        {"{gpus.due}", "{gpus.deu}", "unknown_figure", "/steps/0/text", "no figure of that name"},
        {"{gpus.due}", "{late-delivery.last_day}", "empty_figure", "/steps/0/text",
         "a figure that says nothing would be an empty word"},
        {R"("look_at":"deliver")", R"("look_at":"delivery")", "unknown_control", "/steps/0/look_at",
         "there is nothing of that name to look at"},
        {R"("look_at":"deliver")", R"("look_at":7)", "wrong_type", "/steps/0/look_at",
         "no name at all"},
        {R"("scenario":"deliver=never")", R"("scene":"deliver=never")", "missing_key", "/steps/2",
         "every step says what it supposes"},
        {R"("day":"late-delivery.first_day")", R"("day":"late-delivery.last_dya")",
         "unknown_figure", "/steps/1/guess/day", "no figure of that name"},
        {R"("day":"late-delivery.first_day")", R"("day":"late-delivery.last_day")", "empty_figure",
         "/steps/1/guess/day", "there is no such day here"},
        {R"("day":"late-delivery.first_day")", R"("day":"verdict")", "no_day", "/steps/1/guess/day",
         "an answer that is no day"},
        {R"("day":"late-delivery.first_day")", R"("day":"deliver","answer":"x")", "lone_answer",
         "/steps/1/guess/answer", "the day is the answer"},
        {R"("day":"late-delivery.first_day")", R"("days":3)", "one_kind_of_guess", "/steps/1/guess",
         "nothing is asked for"},
        {R"("day":"late-delivery.first_day")", R"("day":"deliver","choices":["a","b"])",
         "one_kind_of_guess", "/steps/1/guess", "two things are asked for"},
        {"When, if they come on {deliver}?", "When, if {on}?", "unknown_figure",
         "/steps/1/guess/question", "questions have figures too"},
        {R"(["Yes","No"])", R"(["Yes"])", "wrong_count", "/steps/2/guess/choices",
         "one choice is no question"},
        {R"(["Yes","No"])", R"(["Yes","Yes"])", "same_choice", "/steps/2/guess/choices/1",
         "the same choice twice"},
        {R"(["Yes","No"])", R"(["Maybe","No"])", "no_such_choice", "/steps/2/guess/answer",
         "the right answer cannot be chosen"},
        {R"("answer":"{verdict}")", R"("answer":"{verdcit}")", "unknown_figure",
         "/steps/2/guess/answer", "no figure of that name"},
        {R"(,"answer":"{verdict}")", "", "missing_key", "/steps/2/guess",
         "nobody could be told whether they were right"},
        {R"("lease":"spacex-google-2026")", R"("lease":"another")", "missing_lease", "/lease",
         "the lease has another name"},
    };
    for (const Row &row : rows) {
        const auto findings = all_findings(story_with(row.part, row.instead));
        INFO(row.why << "\n" << findings_text(findings));
        CHECK(std::any_of(findings.begin(), findings.end(), [&](const Finding &finding) {
            return finding.code == row.code && finding.pointer == row.pointer &&
                   finding.severity == Severity::Error && 0 < finding.line && 0 < finding.column;
        }));
    }
}

TEST_CASE("A scenario that a link would not be followed in is a finding of its step",
          "[io][story]") {
    std::vector<Exhibit> exhibits = shown();
    exhibits[1].notes = {"The link was followed in part."};
    const auto findings = check_story(sound(), &exhibits);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "refused_scenario");
    CHECK(findings[0].pointer == "/steps/1/scenario");
    CHECK(findings[0].line == 4);
    CHECK(findings[0].message == "The link was followed in part.");
}

TEST_CASE("A story whose lease is not there says so at the lease", "[io][story]") {
    const auto findings = check_story(sound(), nullptr);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "missing_lease");
    CHECK(findings[0].pointer == "/lease");
}

TEST_CASE("No story is too hostile to be refused", "[io][story][hostile]") {
    const std::vector<std::string> texts = {
        "",
        "[]",
        "{}",
        R"({"steps":null})",
        R"({"steps":[]})",
        R"({"steps":[null,1,"x",[],{}]})",
        R"({"steps":[{"guess":[]},{"guess":{"choices":7,"answer":7}},{"guess":{"day":7}}]})",
        R"({"schema_version":1,"id":"s","lease":"l","title":"t","steps":{"a":1}})",
        sound() + std::string(most_story_bytes, ' '),
        std::string(100, '['),
    };
    for (const std::string &text : texts) {
        const auto story = read_story(text);
        INFO(text.substr(0, 100));
        CHECK_FALSE(story.value);
        CHECK(has_errors(story.findings));
    }
}
