// The JSON Schema of stories. Their limits are those that the reader holds them to.
#include "io/story/story.hpp"
#include "schema/schema_writer.hpp"
#include "schema/write_schema.hpp"

#include <array>

namespace offramp {

namespace {

using enum Presence;
using enum Arity;

constexpr std::array story_file = {
    Property{"$schema", Optional, "text", "The schema that an editor is to use.",
             R"("https://offramp.example/schema/story.schema.json")"},
    Property{"schema_version", Required, "schema_version", "The version of this format.", "1"},
    Property{"id", Required, "id", "The story's own name, as in its file's.",
             R"("spacex-google-2026")"},
    Property{"lease", Required, "id",
             "The lease that it tells, by its id; its document is in ../leases.",
             R"("spacex-google-2026")"},
    Property{"title", Required, "title", "What the story is called.", R"("Can Google walk away?")"},
    Property{"steps", Required, "steps", "What is told, in order.",
             R"([{"text": "The GPUs are due on {gpus.due}.", "scenario": ""}])"},
};

constexpr std::array step = {
    Property{"title", Optional, "title", "A heading.", R"("The deadline")"},
    Property{"text", Required, "step_text",
             "A few sentences. A figure stands by its name in braces, so that no day or amount is "
             "typed: it then follows the exhibit, and the reader's way of writing dates.",
             R"("Google may leave from {late-delivery.first_day} on.")"},
    Property{"scenario", Required, "scenario",
             "What is supposed in this step: the fragment of a link, without `#`; empty for what "
             "is published.",
             R"("deliver=2026-11-15&as-of=2026-11-05")"},
    Property{"look_at", Optional, "look_at", "The control that the step is about, by its id.",
             R"("deliver")"},
    Property{"guess", Optional, "guess", "What is asked before the step shows.",
             R"({"question": "From when on may Google leave?", "day": "late-delivery.first_day"})"},
};

constexpr std::array guess_of_day = {
    Property{"question", Required, "question", "The question; figures may stand in it by name.",
             R"("From when on may Google leave?")"},
    Property{"day", Required, "look_at", "The figure that is asked for: a day, by its name.",
             R"("late-delivery.first_day")"},
};

constexpr std::array guess_of_choice = {
    Property{"question", Required, "question", "The question; figures may stand in it by name.",
             R"("It is {as-of}. May Google leave?")"},
    Property{"choices", Required, "choices", "What may be answered.", R"(["Yes", "Not yet"])"},
    Property{"answer", Required, "title",
             "The right one of the choices; figures may stand in it by name.", R"("{verdict}")"},
};

constexpr ObjectText story_object = {"story", "A story: a lease told step by step.", story_file};
constexpr ObjectText step_object = {"step", "One step of a story.", step};
constexpr ObjectText day_object = {"guess.day", "A guess of a day.", guess_of_day};
constexpr ObjectText choice_object = {"guess.choice", "A guess of one of several choices.",
                                      guess_of_choice};

class StorySchemaWriter {
  public:
    std::string write() {
        json_.object([&] {
            schema_.head("story.schema.json", "Offramp: a story", "STORIES.md");
            json_.member("description", std::string{story_object.says} + " At most " +
                                            std::to_string(most_story_bytes) + " bytes.");
            schema_.object(story_object, true);
            schema_.definition("$defs", [&] { definitions(); });
        });
        return json_.take() + "\n";
    }

  private:
    void definitions() {
        object(
            step_object,
            R"({"title": "The deadline", "text": "The GPUs are due on {gpus.due}.", "scenario": ""})");
        object(
            day_object,
            R"({"question": "From when on may Google leave?", "day": "late-delivery.first_day"})");
        object(choice_object,
               R"({"question": "May Google leave?", "choices": ["Yes", "No"], "answer": "Yes"})");
        schema_.definition("guess", [&] {
            schema_.says(
                "What a step asks before it shows.",
                R"({"question": "From when on may Google leave?", "day": "late-delivery.first_day"})");
            schema_.any_of({"guess.day", "guess.choice"});
        });
        list("steps", "The steps of a story.", R"([{"text": "Words.", "scenario": ""}])", "step", 1,
             most_story_steps);
        list("choices", "Choices, no two alike.", R"(["Yes", "No"])", "title", least_choices,
             most_choices);
        text("title", "A line", R"("The deadline")", longest_story_title);
        text("question", "A question", R"("May Google leave?")", longest_guess_question);
        text("look_at", "An id of a control or a name of a figure", R"("deliver")",
             longest_look_at);
        prose();
        schema_.definition("scenario", [&] {
            schema_.says("The fragment of a link, or nothing.", R"("deliver=2026-11-15")");
            json_.member("type", "string");
            json_.member("maxLength", std::int64_t{longest_story_scenario});
        });
    }

    void object(const ObjectText &object, std::string_view example) {
        schema_.definition(object.name, [&] {
            schema_.says(object.says, example);
            schema_.object(object, true);
        });
    }

    void list(std::string_view name, std::string_view says, std::string_view example,
              std::string_view of, std::size_t least, std::size_t most) {
        schema_.definition(name, [&] {
            schema_.says(says, example);
            json_.member("type", "array");
            json_.member("minItems", static_cast<std::int64_t>(least));
            json_.member("maxItems", static_cast<std::int64_t>(most));
            if (name == "choices") {
                json_.member("uniqueItems", true);
            }
            json_.member("items", [&] { schema_.ref_object(of); });
        });
    }

    void limits(const std::string &what, std::string_view example, std::size_t longest) {
        schema_.says(what + " of at most " + std::to_string(longest) + " bytes.", example);
        json_.member("type", "string");
        json_.member("minLength", std::int64_t{1});
        json_.member("maxLength", static_cast<std::int64_t>(longest));
    }

    void text(std::string_view name, const std::string &what, std::string_view example,
              std::size_t longest) {
        schema_.definition(name, [&] { limits(what, example, longest); });
    }

    void prose() {
        schema_.definition("step_text", [&] {
            limits("Sentences, with the names of figures in braces,",
                   R"("The GPUs are due on {gpus.due}.")", longest_step_text);
            json_.member("pattern", R"(^([^{}]|\{[A-Za-z0-9._-]+\})+$)");
        });
    }

    SchemaWriter schema_{{"step", "guess", "guess.day", "guess.choice", "steps", "choices", "title",
                          "question", "look_at", "step_text", "scenario"}};
    JsonWriter &json_ = schema_.json;
};

} // namespace

std::string write_story_schema() { return StorySchemaWriter{}.write(); }

} // namespace offramp
