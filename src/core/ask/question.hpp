// What may be asked of a lease beside what holds: how likely, and worth it. Nothing of it is part
// of a supposition: it changes no answer.
#pragma once

#include "core/ask/elsewhere.hpp"
#include "core/ask/likely.hpp"
#include "core/ask/prospect.hpp"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

/// What is thought likely of one tranche; of a lease with one, its id may be empty.
struct LikelyTranche {
    std::string tranche;
    Likely likely;
    friend bool operator==(const LikelyTranche &, const LikelyTranche &) = default;
};

struct Question {
    std::vector<LikelyTranche> likely;
    Slipping slipping = Slipping::Together;
    std::optional<Elsewhere> elsewhere; ///< with what staying is compared
    friend bool operator==(const Question &, const Question &) = default;
};

} // namespace offramp
