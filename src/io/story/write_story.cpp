#include "io/story/write_story.hpp"

#include "io/json/json_writer.hpp"

#include <algorithm>

namespace offramp {

namespace {

class StoryWriter {
  public:
    std::string write(const Story &story, const std::vector<Exhibit> &shown) {
        json_.object([&] {
            json_.member("id", story.id);
            json_.member("lease", story.lease);
            json_.member("title", story.title);
            std::size_t index = 0;
            json_.list("steps", story.steps, [&](const StoryStep &one) {
                step(one, shown[index]);
                ++index;
            });
        });
        return json_.take();
    }

  private:
    void step(const StoryStep &step, const Exhibit &exhibit) {
        json_.object([&] {
            json_.member("title", step.title);
            json_.member("link", exhibit.link);
            json_.member("scenario", step.scenario);
            json_.list("text", *pieces_of(step.text), [&](const TextPiece &piece) {
                json_.object([&] {
                    if (piece.is_figure) {
                        json_.member("figure", piece.text);
                    }
                    json_.member("text", piece.is_figure ? figure_named(exhibit, piece.text)->text
                                                         : piece.text);
                });
            });
            json_.member("verdict", exhibit.verdict.pill + ". " + exhibit.verdict.sentence);
            if (!step.look_at.empty()) {
                json_.member("look_at", [&] { look_at(step.look_at, exhibit); });
            }
            if (step.guess) {
                json_.member("guess", [&] { guess(*step.guess, exhibit); });
            }
        });
    }

    void look_at(const std::string &id, const Exhibit &exhibit) {
        const auto control = std::find_if(exhibit.controls.begin(), exhibit.controls.end(),
                                          [&](const Control &one) { return one.id == id; });
        json_.object([&] {
            json_.member("control", id);
            json_.member("label", control->label);
            json_.member("value", control->value_text);
        });
    }

    void guess(const StoryGuess &guess, const Exhibit &exhibit) {
        json_.object([&] {
            json_.member("question", filled_text(guess.question, exhibit));
            if (guess.day.empty()) {
                json_.list("choices", guess.choices,
                           [&](const std::string &choice) { json_.value(choice); });
                json_.member("answer", filled_text(guess.answer, exhibit));
                return;
            }
            json_.member("figure", guess.day);
            json_.member("day", day_of_figure(exhibit, guess.day));
            json_.member("answer", figure_named(exhibit, guess.day)->text);
        });
    }

    JsonWriter json_{Layout::OneLine};
};

} // namespace

std::string write_story(const Story &story, const std::vector<Exhibit> &shown) {
    return StoryWriter{}.write(story, shown);
}

} // namespace offramp
