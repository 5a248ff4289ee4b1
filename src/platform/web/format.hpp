// What `printf` is asked for in the web engine: window names of Dear ImGui, messages of
// nlohmann_json.
#pragma once

#include <cstdarg>
#include <cstddef>

namespace offramp {

/// Writes at most `size` bytes, the closing zero among them, as `vsnprintf` would; gives the length
/// that the whole text has without that zero. Knows `%s`, `%d`, `%x`, `%X` and `%%`, numbers filled
/// up with zeros to one digit's width (`%02d`, `%.4X`); anything else stays as it is written.
int format(char *target, std::size_t size, const char *pattern, std::va_list arguments);

} // namespace offramp
