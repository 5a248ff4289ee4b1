// The picture that social networks show for a link.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/exhibit/prospect_exhibit.hpp"
#include "app/model/model.hpp"

#include <optional>
#include <string>

namespace offramp {

/// The card that social networks show for a link: 1200 by 630 pixels, stand-alone. Only the command
/// line makes it; no page carries it. With a guess it has the chances of what the band means.
std::string export_card(const Model &model, const Exhibit &exhibit,
                        const std::optional<ProspectExhibit> &likely = std::nullopt);

} // namespace offramp
