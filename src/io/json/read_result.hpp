// Text in, values and findings out. A document with an error gives no value.
#pragma once

#include "core/lease/finding.hpp"

#include <optional>
#include <vector>

namespace offramp {

/// The value, unless the findings hold an error; then all of them, not only the first.
template <typename T>
struct ReadResult {
    std::optional<T> value;
    std::vector<Finding> findings;
};

} // namespace offramp
