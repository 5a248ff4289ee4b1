// What comes of a question, as JSON.
#pragma once

#include "app/exhibit/question_exhibit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

/// `prospect` and `elsewhere` are left out where nothing was asked, or where an error says why.
std::string write_question(const QuestionExhibit &question);

/// Rows of lease, delivery, due, delivered and days late, and the guess that they make, as links
/// write it.
std::string write_slips(const std::vector<std::vector<std::string>> &rows, std::string_view guess);

} // namespace offramp
