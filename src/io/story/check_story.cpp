// Whether what a story names is there: its lease, and in each step what the scenario sets, the
// figures in the words, what is to be looked at, and the answer to a guess.
#include "io/json/cursor.hpp"
#include "io/story/read_story.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::string_view empty_figure = "–"; ///< of what does not exist in a scenario

/// Complains unless there is a figure of that name, and it says something in this scenario.
bool expect_figure(const Cursor &at, const Exhibit &exhibit, const std::string &name) {
    const FigureText *figure = figure_named(exhibit, name);
    if (figure == nullptr) {
        std::vector<std::string_view> known;
        for (const FigureText &one : exhibit.figures) {
            known.push_back(one.id);
        }
        at.error("unknown_figure", "There is no figure \"" + name + "\"." +
                                       suggestion(name, known) +
                                       " `offramp show LEASE.json --figures` lists them.");
        return false;
    }
    if (figure->text == empty_figure) {
        at.error("empty_figure", "The figure \"" + name +
                                     "\" says nothing in this step's scenario; name another, or "
                                     "change the scenario.");
        return false;
    }
    return true;
}

void expect_figures_of(const Cursor &at, const Exhibit &exhibit) {
    for (const TextPiece &piece : pieces_of(at.raw()).value_or(std::vector<TextPiece>{})) {
        if (piece.is_figure) {
            expect_figure(at, exhibit, piece.text);
        }
    }
}

void expect_control(const Cursor &at, const Exhibit &exhibit) {
    std::vector<std::string_view> known;
    for (const Control &control : exhibit.controls) {
        known.push_back(control.id);
    }
    if (std::find(known.begin(), known.end(), at.raw()) == known.end()) {
        at.error("unknown_control", "The exhibit has no control " + at.found() + "." +
                                        suggestion(at.raw(), known) +
                                        " Those that a link can set are controls: deliver, as-of.");
    }
}

void check_guess(const Cursor &guess, const Exhibit &exhibit) {
    expect_figures_of(*guess.find("question"), exhibit);
    if (const auto day = guess.find("day")) {
        const std::string name{day->raw()};
        if (expect_figure(*day, exhibit, name) && day_of_figure(exhibit, name).empty()) {
            day->error("no_day", "The figure \"" + name +
                                     "\" is not a day here; a guess takes a key date or a day that "
                                     "can be set.");
        }
        return;
    }
    const auto answer = guess.find("answer");
    expect_figures_of(*answer, exhibit);
    const std::string filled = filled_text(answer->raw(), exhibit);
    std::vector<std::string> choices;
    for (const Cursor &choice : guess.find("choices")->elements()) {
        choices.emplace_back(choice.raw());
    }
    if (std::find(choices.begin(), choices.end(), filled) == choices.end()) {
        answer->error("no_such_choice", "The answer is “" + filled +
                                            "” here, which is none of the choices; add it, or "
                                            "change the scenario.");
    }
}

void check_step(const Cursor &at, const Exhibit &exhibit) {
    for (const std::string &note : exhibit.notes) {
        at.find("scenario")->error("refused_scenario", note);
    }
    expect_figures_of(*at.find("text"), exhibit);
    if (const auto look_at = at.find("look_at")) {
        expect_control(*look_at, exhibit);
    }
    if (const auto guess = at.find("guess")) {
        check_guess(*guess, exhibit);
    }
}

} // namespace

std::vector<Finding> check_story(std::string_view text, const std::vector<Exhibit> *shown) {
    std::vector<Finding> findings;
    const auto document = parse_json(text, findings);
    if (!document) {
        return findings;
    }
    ReadContext context{*document, findings};
    const Cursor root{context, 0};
    const Cursor lease = *root.find("lease");
    if (shown == nullptr) {
        lease.error("missing_lease", "There is no lease document with the id " + lease.found() +
                                         " in ../leases, seen from the story's folder.");
        return findings;
    }
    std::size_t index = 0;
    for (const Cursor &step : root.find("steps")->elements()) {
        const Exhibit &exhibit = (*shown)[index];
        ++index;
        if (index == 1 && exhibit.lease != lease.raw()) {
            lease.error("missing_lease",
                        "The lease document calls itself \"" + exhibit.lease + "\"; name it so.");
        }
        check_step(step, exhibit);
    }
    return findings;
}

} // namespace offramp
