#include "platform/native/stories.hpp"

#include "app/answers/question_figures.hpp"
#include "app/link/question_text.hpp"
#include "app/operate/follow_link.hpp"
#include "app/view/present.hpp"
#include "io/lease/read_lease.hpp"
#include "io/story/read_story.hpp"
#include "io/story/write_story.hpp"
#include "platform/native/commands.hpp"

#include <memory>
#include <optional>

namespace offramp {

namespace {

struct ToldStory {
    Story story;
    std::vector<Exhibit> shown; ///< of each step, the lease under its scenario
};

/// What the lease shows at a step, with figures of what its scenario asks; a note where that cannot
/// be answered.
Exhibit shown_at(const std::shared_ptr<const Lease> &lease, const StoryStep &step) {
    const Model model = follow_link(model_of(lease), without_question(step.scenario));
    Exhibit exhibit = present(model);
    const ReadQuestion read = read_question(step.scenario, lease->currency);
    const QuestionAnswers asked{model, read.question};
    const std::string &error = read.error.empty() ? asked.error() : read.error;
    if (!error.empty()) {
        exhibit.notes.push_back(error);
    }
    for (FigureText &figure : question_figures(*lease, asked)) {
        exhibit.figures.push_back(std::move(figure));
    }
    return exhibit;
}

/// Nothing after an error, which is printed.
std::optional<ToldStory> tell(const std::string &path, const std::string &text) {
    ReadResult<Story> result = read_story(text);
    print_findings(path, result.findings);
    if (!result.value) {
        return std::nullopt;
    }
    ToldStory told{std::move(*result.value), {}};
    const std::string file = beside(path, "leases", told.story.lease);
    const auto lease_text = read_file(file);
    ReadResult<Lease> lease = lease_text ? read_lease(*lease_text) : ReadResult<Lease>{};
    print_findings(file, lease.findings);
    if (lease.value) {
        const auto shared = std::make_shared<const Lease>(std::move(*lease.value));
        for (StoryStep &step : told.story.steps) {
            told.shown.push_back(shown_at(shared, step));
            step.scenario = without_question(step.scenario); // which the explorer does not know
        }
    }
    const auto findings = check_story(text, told.shown.empty() ? nullptr : &told.shown);
    print_findings(path, findings);
    return has_errors(findings) ? std::nullopt : std::optional{std::move(told)};
}

/// One step for a terminal.
std::string step_text(const StoryStep &step, const Exhibit &exhibit, std::size_t number) {
    std::string out = std::to_string(number) + (step.title.empty() ? "" : " " + step.title) + "\n";
    out += step.guess ? "  " + filled_text(step.guess->question, exhibit) + "\n" : "";
    for (const std::string &choice :
         step.guess ? step.guess->choices : std::vector<std::string>{}) {
        out += "    " + choice + "\n";
    }
    out += "  " + filled_text(step.text, exhibit) + "\n";
    return out + (step.scenario.empty() ? "" : "  #" + step.scenario + "\n");
}

} // namespace

bool validate_story(const std::string &path, const std::string &text) {
    return tell(path, text).has_value();
}

int show_story(const Arguments &arguments, const NamedFile &file) {
    bool json = false;
    for (const std::string &argument : arguments) {
        if (argument == "--json") {
            json = true;
        } else if (argument != file.path) {
            return usage_error("there is no option " + argument + " for a story.");
        }
    }
    const auto told = tell(file.path, file.text);
    if (!told) {
        return 1;
    }
    if (json) {
        print(write_story(told->story, told->shown) + "\n");
        return 0;
    }
    std::string out = told->story.title + "\n";
    for (std::size_t i = 0; i < told->shown.size(); ++i) {
        out += "\n" + step_text(told->story.steps[i], told->shown[i], i + 1);
    }
    print(out);
    return 0;
}

} // namespace offramp
