// What one line of a book comes to, as a line of NDJSON or of CSV. Ways out, ledger and
// sentence are those of every other command; nothing is computed here. STREAM.md says what each
// member and column means.
#pragma once

#include "app/answers/question_answers.hpp"
#include "core/ask/ledger.hpp"
#include "core/evaluate/lease_state.hpp"
#include "core/lease/finding.hpp"
#include "core/lease/scenario.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace offramp {

enum class StreamLayout { Ndjson, Csv };

struct LineAnswer {
    const Lease &lease;
    const Scenario &scenario;
    const LeaseState &state;  ///< of that scenario, up to its payments
    LedgerEvaluator &ledgers; ///< kept from line to line for its memory
    Date as_of;
    const std::vector<Finding> &warnings;
    const std::optional<QuestionAnswers> &asked; ///< where the line has a question
    std::optional<std::int64_t> line;            ///< its number, where that is asked for
};

/// With its newline; empty where the layout has none.
std::string header_row(StreamLayout layout);
std::string answer_row(StreamLayout layout, const LineAnswer &answer);
std::string error_row(StreamLayout layout, std::int64_t line, const std::vector<Finding> &findings);

} // namespace offramp
