// Writing that is more than a row of letters.
#pragma once

#include <string_view>

namespace offramp::ui {

/// Whether drawing one letter after the other from left to right would be wrong: text that runs to
/// the left, letters that join, stack or combine, pictures in colour, and bytes that are no UTF-8.
bool needs_shaping(std::string_view utf8);

} // namespace offramp::ui
