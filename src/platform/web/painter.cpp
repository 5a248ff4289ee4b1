// Triangles by way of JavaScript: web/engine/painter.mjs is the other side.
#include "ui/painter.hpp"

#include <emscripten/emscripten.h>

// clang-format off
EM_JS(std::int32_t, offramp_paint_texture, (std::int32_t number, std::int32_t width,
                                            std::int32_t height, const unsigned char *pixels), {
    return Module.painter.texture(number, width, height,
                                  HEAPU8.subarray(pixels, pixels + 4 * width * height));
});
EM_JS(void, offramp_drop_texture, (std::int32_t number), {
    if (Module.painter) Module.painter.drop(number);
});
EM_JS(void, offramp_begin_picture, (std::int32_t width, std::int32_t height, float right,
                                    float bottom, std::uint32_t ground), {
    Module.painter.begin(width, height, right, bottom, ground);
});
EM_JS(void, offramp_take_triangles, (const void *corners, std::int32_t corner_bytes,
                                     const void *numbers, std::int32_t number_bytes), {
    Module.painter.take(HEAPU8.subarray(corners, corners + corner_bytes),
                        HEAPU8.subarray(numbers, numbers + number_bytes));
});
EM_JS(void, offramp_paint_piece, (std::int32_t texture, std::int32_t left, std::int32_t bottom,
                                  std::int32_t width, std::int32_t height, std::int32_t first,
                                  std::int32_t count), {
    Module.painter.paint(texture, left, bottom, width, height, first, count);
});
// clang-format on

namespace offramp::ui {

std::int32_t paint_texture(std::int32_t number, std::int32_t width, std::int32_t height,
                           const unsigned char *pixels) {
    return offramp_paint_texture(number, width, height, pixels);
}

void drop_texture(std::int32_t number) { offramp_drop_texture(number); }

void begin_picture(std::int32_t width, std::int32_t height, float right, float bottom,
                   std::uint32_t ground) {
    offramp_begin_picture(width, height, right, bottom, ground);
}

void take_triangles(const void *corners, std::int32_t corner_bytes, const void *numbers,
                    std::int32_t number_bytes) {
    offramp_take_triangles(corners, corner_bytes, numbers, number_bytes);
}

void paint_piece(std::int32_t texture, std::int32_t left, std::int32_t bottom, std::int32_t width,
                 std::int32_t height, std::int32_t first, std::int32_t count) {
    offramp_paint_piece(texture, left, bottom, width, height, first, count);
}

} // namespace offramp::ui
