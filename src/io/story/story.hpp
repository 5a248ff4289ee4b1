// A story leads a reader through one lease: each step is a few sentences, a scenario, and what to
// look at. Its words come from the author; every day and amount in them is a figure of the exhibit.
#pragma once

#include "app/exhibit/exhibit.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

// What a story may hold; texts in bytes. The JSON Schema states the same limits.
inline constexpr std::size_t most_story_bytes = 200'000;
inline constexpr std::size_t most_story_steps = 20;
inline constexpr std::size_t longest_step_text = 1'000;
inline constexpr std::size_t longest_story_title = 120; ///< of a step and of a choice too
inline constexpr std::size_t longest_guess_question = 300;
inline constexpr std::size_t longest_story_scenario = 4'000;
inline constexpr std::size_t longest_look_at = 80;
inline constexpr std::size_t least_choices = 2;
inline constexpr std::size_t most_choices = 6;

/// What a step asks before it shows: one of several choices, or a day.
struct StoryGuess {
    std::string question;             ///< with figures by name
    std::vector<std::string> choices; ///< empty where a day is asked for
    std::string answer;               ///< one of the choices, once its figures are filled in
    std::string day;                  ///< name of the figure that is asked for; empty with choices
    friend bool operator==(const StoryGuess &, const StoryGuess &) = default;
};

struct StoryStep {
    std::string title;    ///< may be empty
    std::string text;     ///< with figures by name: "from {late-delivery.first_day} on"
    std::string scenario; ///< the fragment of a link; empty for what is published
    std::string look_at;  ///< id of a control; may be empty
    std::optional<StoryGuess> guess;
    friend bool operator==(const StoryStep &, const StoryStep &) = default;
};

struct Story {
    std::string id;
    std::string lease; ///< id of the lease document
    std::string title;
    std::vector<StoryStep> steps;
    friend bool operator==(const Story &, const Story &) = default;
};

/// A run of words, or the name of a figure.
struct TextPiece {
    std::string text;
    bool is_figure;
    friend bool operator==(const TextPiece &, const TextPiece &) = default;
};

/// A text cut at its figures. Nothing where a brace has no partner, or holds what is no name.
std::optional<std::vector<TextPiece>> pieces_of(std::string_view text);

/// The text of a figure; null where there is none of that name.
const FigureText *figure_named(const Exhibit &exhibit, std::string_view name);

/// A text with its figures filled in. Precondition: `check_story` found no error.
std::string filled_text(std::string_view text, const Exhibit &exhibit);

/// The day of a figure as YYYY-MM-DD; empty where it is no day, or not one day.
std::string day_of_figure(const Exhibit &exhibit, std::string_view name);

} // namespace offramp
