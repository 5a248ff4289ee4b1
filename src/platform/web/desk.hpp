// What the functions that the desk's engine offers have in common: texts come as UTF-8 bytes and a
// size, and go back as zero-terminated UTF-8 that stays valid until the next call.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace offramp {

inline std::string_view text_at(const char *text, std::int32_t size) {
    return {text, static_cast<std::size_t>(size)};
}

/// Keeps a text until the next one.
const char *give(std::string text);

} // namespace offramp
