// What is likely as a drawing.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/exhibit/prospect_exhibit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace offramp {

/// The words round the hill.
struct HillWords {
    std::string title;
    std::string question;
};

struct HillLook {
    std::int64_t width = 960; ///< pixels
    bool is_dark = false;
    std::optional<HillWords> words{}; ///< absent for a page that says them itself
    /// The days of the axis; absent: those of the guess, to the end of a month.
    std::optional<Days> axis{};
};

struct HillDrawing {
    std::string svg;
    Days axis;          ///< its first is after its last if the delivery never comes
    std::int64_t left;  ///< of the axis, in pixels
    std::int64_t width; ///< the same
    std::int64_t foot;  ///< where the hill stands, from the top
};

/// The days of delivery as a hill in the colours of what follows from each, never beside it, and
/// the chances as a hundred dots.
HillDrawing draw_hill(const ProspectExhibit &prospect, const HillLook &look);

/// A hundred dots shared among parts of a million, by the largest remainders.
std::vector<std::int64_t> dots_of(const std::vector<std::int64_t> &parts);

} // namespace offramp
