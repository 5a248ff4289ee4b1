// What is likely to come of a lease, for its readers.
#pragma once

#include "app/exhibit/prospect_exhibit.hpp"
#include "app/model/model.hpp"
#include "core/ask/question.hpp"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

/// Whether a source reports that it came before that day: then nothing is left to guess.
bool is_delivered(const Delivery &delivery, Date as_of);

struct PresentedProspect {
    std::optional<ProspectExhibit> exhibit;
    std::optional<Prospect> numbers; ///< those that the exhibit says, but for the outcomes' names
    std::string error;               ///< a sentence, where there is none
};

/// Seen from the model's as-of day, in its scenario but for the day of the deliveries that are
/// named.
PresentedProspect present_prospect(const Model &model, const std::vector<LikelyTranche> &likely,
                                   Slipping slipping);

} // namespace offramp
