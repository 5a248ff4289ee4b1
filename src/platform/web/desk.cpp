#include "platform/web/desk.hpp"

namespace offramp {

const char *give(std::string text) {
    static std::string given;
    given = std::move(text);
    return given.c_str();
}

} // namespace offramp
