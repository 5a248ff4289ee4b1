// What cases and lines of a stream ask beside a scenario. Internal to io.
#pragma once

#include "core/ask/question.hpp"
#include "io/json/cursor.hpp"

namespace offramp {

/// `{"likely": {"gpus": {"even": "2026-10-15", "nine_tenth": "2026-11-30", "never": 20000}},
/// "slipping": "together", "elsewhere": {"price": "6.00", "gap_days": 30, "extra": "1000000.00"}}`.
/// Chances are parts of a million.
Question question_from(const Cursor &at, const Lease &lease);

/// Complains, at the value where it was asked or at the one that it is asked of, of a delivery that
/// the scenario does not have and of what cannot be likely seen from that day.
void check_question(const Cursor &at, const Question &question, const Lease &lease,
                    const Scenario &scenario, Date as_of);

} // namespace offramp
