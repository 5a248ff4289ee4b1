// What is likely to come of a lease, for its readers.
#pragma once

#include "app/exhibit/prospect_exhibit.hpp"
#include "app/model/model.hpp"
#include "core/ask/prospect.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace offramp {

/// What is thought likely of one tranche; of a lease with one, its id may be empty.
struct LikelyTranche {
    std::string tranche;
    Likely likely;
};

struct PresentedProspect {
    std::optional<ProspectExhibit> exhibit;
    std::string error; ///< a sentence, where there is none
};

/// Seen from the model's as-of day, in its scenario but for the day of the deliveries that are
/// named.
PresentedProspect present_prospect(const Model &model, const std::vector<LikelyTranche> &likely,
                                   Slipping slipping);

} // namespace offramp
