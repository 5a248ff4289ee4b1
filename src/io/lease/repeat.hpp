// Elements of a lease's lists that stand for several. Internal to io.
#pragma once

#include "io/json/json.hpp"

namespace offramp {

/// Writes an element with `"repeat": N` out N times, in its place: in each `#` is its number, 1 to
/// N, in all texts, and a text that is `#` alone is that number. Findings about any of them point
/// at the element as it was written. Looks into the document, or into its `lease` if it has one.
void write_out_repeats(JsonDocument &document, std::vector<Finding> &findings);

} // namespace offramp
