// A question, answered for its readers.
#pragma once

#include "app/exhibit/question_exhibit.hpp"
#include "app/model/model.hpp"
#include "app/model/question.hpp"

namespace offramp {

QuestionExhibit present_question(const Model &model, const Question &question);

} // namespace offramp
