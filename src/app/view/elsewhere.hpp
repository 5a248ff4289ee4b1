// Stay or leave, for its readers.
#pragma once

#include "app/exhibit/elsewhere_exhibit.hpp"
#include "app/model/model.hpp"
#include "core/ask/elsewhere.hpp"

#include <optional>
#include <string>

namespace offramp {

struct PresentedElsewhere {
    std::optional<ElsewhereExhibit> exhibit;
    std::optional<Comparison> numbers; ///< those that the exhibit says
    std::string error;                 ///< why nothing is shown, in a sentence
};

PresentedElsewhere present_elsewhere(const Model &model, const Elsewhere &elsewhere);

} // namespace offramp
