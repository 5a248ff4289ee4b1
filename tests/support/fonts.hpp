// The letters of the page, for tests that draw.
#pragma once

#include "support/documents.hpp"
#include "ui/fonts.hpp"

#include <cstddef>
#include <vector>

namespace offramp::testing {

inline std::vector<std::byte> bytes_of(const std::string &path) {
    std::ifstream in{path, std::ios::binary};
    INFO(path);
    REQUIRE(in.good());
    const std::string text{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
    const auto *first = reinterpret_cast<const std::byte *>(text.data());
    return {first, first + text.size()};
}

inline const ui::FontBytes &fonts() {
    static const ui::FontBytes loaded{bytes_of(OFFRAMP_FONT_DIR "/inter-regular.otf"),
                                      bytes_of(OFFRAMP_FONT_DIR "/inter-semibold.otf")};
    return loaded;
}

} // namespace offramp::testing
