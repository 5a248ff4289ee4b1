// The few formats that stand in for the C library's on the web.
#include "platform/web/format.hpp"

#include <catch_amalgamated.hpp>

#include <string>

using namespace offramp;

namespace {

struct Formatted {
    std::string text;
    int length;
};

Formatted formatted(std::size_t size, const char *pattern, ...) {
    std::string room(16, '~');
    std::va_list arguments;
    va_start(arguments, pattern);
    const int length = format(size == 0 ? nullptr : room.data(), size, pattern, arguments);
    va_end(arguments);
    return {size == 0 ? "" : room.c_str(), length};
}

} // namespace

TEST_CASE("Window names and letters by number are written as printf would", "[ui][format]") {
    CHECK(formatted(16, "%s/%s", "window", "child").text == "window/child");
    CHECK(formatted(16, "##Tooltip_%02d", 7).text == "##Tooltip_07");
    CHECK(formatted(16, "%d %d", -120, 0).text == "-120 0");
    CHECK(formatted(16, "%d", -2147483647 - 1).text == "-2147483648");
    CHECK(formatted(16, "##%08x", 0xbeefU).text == "##0000beef");
    CHECK(formatted(16, "<U+%.4X>", 0x1fU).text == "<U+001F>");
    CHECK(formatted(16, "100 %%").text == "100 %");
}

TEST_CASE("A text that is too long is cut, and its whole length known", "[ui][format]") {
    const Formatted cut = formatted(5, "%s", "delivery");
    CHECK(cut.text == "deli");
    CHECK(cut.length == 8);
    CHECK(formatted(0, "%s", "delivery").length == 8);
}

TEST_CASE("What it does not know stays as it is written", "[ui][format]") {
    CHECK(formatted(16, "%.0f%s", "x").text == "%.0fx");
    CHECK(formatted(16, "at the end %").text == "at the end %");
}
