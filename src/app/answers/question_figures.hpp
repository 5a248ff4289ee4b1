// The answers to a question under names, for prose.
#pragma once

#include "app/answers/question_answers.hpp"
#include "app/exhibit/exhibit.hpp"

#include <vector>

namespace offramp {

///     likely.supposed                    even odds by 15 October 2026, …
///     likely.<outcome>                   likely.google-may-leave: 32 in 100
///     likely.<right>.<holder>            that notice can be given on some day: 36 in 100
///     likely.<right>.<holder>.first      even odds: 31 Oct 2026; so .ends
///     likely.firm.tenth, .median, .ninetieth
///     elsewhere.supposed, .own
///     elsewhere.<right>.end, .saves, .break-even
///
/// The holder is tenant, landlord or third_party. Of what cannot be answered there is no figure.
std::vector<FigureText> question_figures(const Lease &lease, const QuestionAnswers &answers);

} // namespace offramp
