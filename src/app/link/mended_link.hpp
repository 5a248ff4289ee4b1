// What hosts and mail clients do to a link, undone.
#pragma once

#include <string>
#include <string_view>

namespace offramp {

/// A link without what hosts and mail clients did to it on its way.
std::string mended_link(std::string_view link);

} // namespace offramp
