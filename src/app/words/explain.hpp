// Reasons in words: the trees that `evaluate` leaves behind, line by line.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "core/evaluate/lease_state.hpp"
#include "core/lease/scenario.hpp"

#include <string>
#include <vector>

namespace offramp {

/// What explanations read from; the three belong together.
struct Answered {
    const Lease &lease;
    const Scenario &scenario;
    const LeaseState &state;
};

/// One step as a sentence without a full stop: "1 month after 30 September 2026, by the
/// corresponding date, is 30 October 2026".
std::string describe(const Answered &answered, ReasonId reason);

/// The step and everything under it, depth first. Steps that say nothing new are left out.
void explain(const Answered &answered, ReasonId reason, std::int32_t depth,
             std::vector<WhyRow> &rows);

/// The parts of `describe`: for a step that is a rule, a choice of reading, and a value.
std::string describe_rule(const Answered &answered, const Reason &reason);
std::string chosen_reading(const Answered &answered, ReadingId reading);
std::string text_of(const Answered &answered, const Value &value);
/// The inputs of a step from number `first` on, as a list: "14 November 2026, 30 June 2029
/// (last day of the term) and a day that never comes".
std::string list_inputs(const Answered &answered, const Reason &reason, std::size_t first);

/// Whether the step is a value that a clause states.
bool is_stated(const Lease &lease, const Reason &reason);

} // namespace offramp
