// What a fee comes to over a run of days.
#pragma once

#include "core/lease/range.hpp"

namespace offramp {

/// One fee from a day to a day, both included. Part months are charged by the day and each part
/// is rounded on its own, so that a total is the sum of the months a reader sees.
Amount accrued(const Amount &per_month, const When &from, const When &to);

} // namespace offramp
