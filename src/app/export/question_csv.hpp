// What is likely and whether leaving pays, as further lines of the tidy table.
#pragma once

#include "app/answers/question_answers.hpp"

#include <string>

namespace offramp {

/// Lines of the tables `likely` and `elsewhere`, without the row of column names. Chances are parts
/// of a million in `amount`, or in `least` and `most` where what no source states decides, and in
/// words in `value`. All of it is `supposed`.
std::string export_question_csv(const Lease &lease, const QuestionAnswers &answers);

} // namespace offramp
