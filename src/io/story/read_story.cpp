// A story from JSON. Whether its lease exists and has what the steps name, `check_story` says once
// the lease has been read.
#include "io/story/read_story.hpp"

#include "io/json/cursor.hpp"

#include <algorithm>

namespace offramp {

namespace {

class StoryReader {
  public:
    explicit StoryReader(const Cursor &root) : root_(root) {}

    Story read() {
        root_.expect_object({"$schema", "schema_version", "id", "lease", "title", "steps"});
        if (const auto version = root_.require("schema_version")) {
            version->integer(1, 1);
        }
        Story story;
        story.id = id(root_, "id");
        story.lease = id(root_, "lease");
        story.title = required(root_, "title", longest_story_title);
        const auto list = root_.require("steps");
        const Cursors steps = list ? list->elements() : Cursors{};
        const bool is_list = list && list->is(JsonKind::Array);
        if (is_list && (steps.empty() || most_story_steps < steps.size())) {
            list->error("wrong_count", "Expected 1 to " + std::to_string(most_story_steps) +
                                           " steps, found " + std::to_string(steps.size()) + ".");
            return story;
        }
        for (const Cursor &at : steps) {
            story.steps.push_back(step(at));
        }
        return story;
    }

  private:
    static std::string id(const Cursor &at, std::string_view key) {
        const auto member = at.require(key);
        return std::string{member ? member->identifier() : ""};
    }
    static std::string limited(const Cursor &at, std::string text, std::size_t longest) {
        if (longest < text.size()) {
            at.error("too_long", "Expected a text of at most " + std::to_string(longest) +
                                     " bytes, found " + std::to_string(text.size()) +
                                     "; shorten it, or make two steps of it.");
        }
        return text;
    }
    static std::string required(const Cursor &at, std::string_view key, std::size_t longest) {
        const auto member = at.require(key);
        return member ? limited(*member, member->text(), longest) : std::string{};
    }
    static std::string optional(const Cursor &at, std::string_view key, std::size_t longest) {
        const auto member = at.find(key);
        return member ? limited(*member, member->text(), longest) : std::string{};
    }
    /// A text in which figures may stand.
    static std::string prose(const Cursor &at, std::string_view key, std::size_t longest) {
        const std::string text = required(at, key, longest);
        if (!pieces_of(text)) {
            at.find(key)->error("bad_figure",
                                "A brace stands for a figure: write its name between { and }, such "
                                "as {late-delivery.first_day}, and no other braces.");
        }
        return text;
    }

    static StoryStep step(const Cursor &at) {
        at.expect_object({"title", "text", "scenario", "look_at", "guess"});
        StoryStep step;
        step.title = optional(at, "title", longest_story_title);
        step.text = prose(at, "text", longest_step_text);
        if (const auto scenario = at.require("scenario")) { // empty: what is published
            step.scenario = limited(*scenario, scenario->text_or_empty(), longest_story_scenario);
        }
        step.look_at = optional(at, "look_at", longest_look_at);
        if (const auto guess = at.find("guess")) {
            step.guess = guess_from(*guess);
        }
        return step;
    }

    static StoryGuess guess_from(const Cursor &at) {
        at.expect_object({"question", "choices", "answer", "day"});
        StoryGuess guess;
        guess.question = prose(at, "question", longest_guess_question);
        const auto choices = at.find("choices");
        const auto day = at.find("day");
        if (choices.has_value() == day.has_value()) {
            at.error("one_kind_of_guess", "A guess asks for one of some \"choices\" or for a "
                                          "\"day\": give one of the two.");
            return guess;
        }
        if (day) {
            guess.day = limited(*day, day->text(), longest_look_at);
            if (const auto answer = at.find("answer")) {
                answer->error("lone_answer",
                              "The answer to a day is the day itself; leave \"answer\" out.");
            }
            return guess;
        }
        for (const Cursor &choice : choices->elements()) {
            std::string text = limited(choice, choice.text(), longest_story_title);
            if (std::find(guess.choices.begin(), guess.choices.end(), text) !=
                guess.choices.end()) {
                choice.error("same_choice", "This choice stands here already.");
            }
            guess.choices.push_back(std::move(text));
        }
        if (choices->is(JsonKind::Array) &&
            (guess.choices.size() < least_choices || most_choices < guess.choices.size())) {
            choices->error("wrong_count", "Expected " + std::to_string(least_choices) + " to " +
                                              std::to_string(most_choices) + " choices, found " +
                                              std::to_string(guess.choices.size()) + ".");
        }
        guess.answer = prose(at, "answer", longest_story_title);
        return guess;
    }

    Cursor root_;
};

} // namespace

bool is_story(std::string_view text) { return is_object_with(text, "steps"); }

ReadResult<Story> read_story(std::string_view text) {
    ReadResult<Story> result;
    if (most_story_bytes < text.size()) {
        result.findings.push_back({Severity::Error, "too_large", "", 1, 1,
                                   "Expected a story of at most " +
                                       std::to_string(most_story_bytes) + " bytes, found " +
                                       std::to_string(text.size()) + "."});
        return result;
    }
    if (const auto document = parse_json(text, result.findings)) {
        ReadContext context{*document, result.findings};
        Story story = StoryReader{Cursor{context, 0}}.read();
        if (!has_errors(result.findings)) {
            result.value = std::move(story);
        }
    }
    return result;
}

} // namespace offramp
