// What readers take away, by the name of its format: the one list for page and command line.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/model/model.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace offramp {

/// What a reader may take away: `svg`, `csv`, `ics`, `sentence`, `wikitext` or `bibtex`; and for
/// pages `picture-640` or `picture-640-dark`: what the canvas shows, so many pixels wide. Nothing
/// for another format. Every shell takes it from here.
std::optional<std::string> export_as(std::string_view format, const Model &model,
                                     const Exhibit &exhibit, std::string_view address);

} // namespace offramp
