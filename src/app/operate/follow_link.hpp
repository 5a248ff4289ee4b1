// A link taken into a model.
#pragma once

#include "app/model/model.hpp"

#include <string_view>

namespace offramp {

/// Takes either kind of link, mended. What it cannot take is left out, and named in `notes`; of a
/// permalink that is cut, or of a newer version, it takes nothing.
Model follow_link(Model model, std::string_view fragment);

} // namespace offramp
