// A question, answered for its readers.
#pragma once

#include "app/exhibit/question_exhibit.hpp"
#include "app/model/model.hpp"
#include "core/ask/question.hpp"

#include <optional>

namespace offramp {

QuestionExhibit present_question(const Model &model, const Question &question);

/// The same, and the numbers that it says; the outcomes' names are in the exhibit alone.
struct ReckonedQuestion {
    QuestionExhibit exhibit;
    std::optional<Prospect> prospect;
    std::optional<Comparison> comparison;
};
ReckonedQuestion reckon_question(const Model &model, const Question &question);

} // namespace offramp
