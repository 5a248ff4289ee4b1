// What comes of a question, as plain data.
#pragma once

#include "app/exhibit/elsewhere_exhibit.hpp"
#include "app/exhibit/prospect_exhibit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

/// A delivery whose day may be guessed.
struct GuessedDelivery {
    std::string tranche;
    std::string label; ///< "GPUs delivered on"
    std::string
        day; ///< ISO 8601, where a guess may begin: the day on which it is due, or seen from
};

struct QuestionExhibit {
    std::vector<GuessedDelivery> deliveries;
    std::optional<ProspectExhibit> prospect;   ///< of a guess
    std::optional<ElsewhereExhibit> elsewhere; ///< of a price
    std::string currency;                      ///< ISO 4217, of prices and amounts
    std::string unit;                          ///< "GPU", of which a price is asked
    std::string likely_error;    ///< a sentence, where a guess was made and there is no prospect
    std::string elsewhere_error; ///< the same of a price
};

} // namespace offramp
