// What is supposed, as words in an address.
#pragma once

#include "app/model/model.hpp"

#include <string>
#include <string_view>

namespace offramp {

/// The part of a supposition that differs from the published one, as a fragment without `#`:
/// `deliver=2026-11-15&reading.month-count=whole_month`.
std::string link_of(const Model &model);

/// The same for citing: `v=1.x3k9&terms=2026-06-05&on=2026-11-22&deliver=2026-11-15`. It says in
/// which version of these words it is written, by four characters whether all of it has arrived,
/// for which version of the terms it was made, and on which day, which what is published hangs on.
std::string permalink_of(const Model &model);
/// The same of a link that is there already.
std::string permalink_of(const Model &model, std::string_view link);

} // namespace offramp
