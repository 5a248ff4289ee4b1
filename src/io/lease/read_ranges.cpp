#include "io/lease/read_ranges.hpp"

#include "io/lease/grammar.hpp"

namespace offramp {

std::int64_t day_number_from(const Cursor &at) { return at.day(true).day_number(); }
std::int64_t count_from(const Cursor &at) { return at.integer(0, most_units); }

When when_from(const Cursor &at) { return when_of(range_from(at, day_number_from)); }

Count units_from(const Cursor &at) { return range_from(at, count_from); }

} // namespace offramp
