// The palettes for style sheets.
#pragma once

#include <string>

namespace offramp {

/// The palettes as CSS custom properties on `:root`, `:host` and `[data-theme]`, with the rules
/// that let the twin's picture follow them.
std::string export_css();

} // namespace offramp
