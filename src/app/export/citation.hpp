// The answer in words, to be cited.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/model/model.hpp"

#include <string>
#include <string_view>

namespace offramp {

/// The verdict with what was supposed, the lease's sources, the day seen from and the page.
std::string export_sentence(const Model &model, const Exhibit &exhibit, std::string_view address);

/// The verdict with a `<ref>` that cites the page, for a wiki.
std::string export_wikitext(const Model &model, const Exhibit &exhibit, std::string_view address);

/// An entry `@online` for a bibliography.
std::string export_bibtex(const Model &model, const Exhibit &exhibit, std::string_view address);

} // namespace offramp
