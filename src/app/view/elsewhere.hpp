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
    std::string error; ///< why nothing is shown, in a sentence
};

PresentedElsewhere present_elsewhere(const Model &model, const Elsewhere &elsewhere);

/// A price or an amount as a reader writes it, with at most four decimals: "6", "4.125". In
/// ten-thousandths; nothing for what is none, is below zero or above 1,000,000.
std::optional<std::int64_t> price_in(std::string_view text);

} // namespace offramp
