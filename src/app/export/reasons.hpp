// All reasons, down to the papers.
#pragma once

#include "app/words/explain.hpp"

#include <string>

namespace offramp {

/// Why: every right, named value, remedy and sum, each with its reasons down to the papers, and the
/// words of the clauses that they cite.
std::string export_reasons(const Answered &answered, Date as_of);

} // namespace offramp
