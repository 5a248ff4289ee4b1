// What paints triangles: the platform's, as the letters of glyphs.hpp are.
#pragma once

#include <cstdint>

namespace offramp::ui {

/// Makes a texture of `width` times `height` pixels of four bytes (red, green, blue, alpha), or
/// changes the one of that number; gives its number, never 0.
std::int32_t paint_texture(std::int32_t number, std::int32_t width, std::int32_t height,
                           const unsigned char *pixels);
void drop_texture(std::int32_t number);

/// Begins a picture of so many device pixels, whose corner opposite to the origin is (`right`,
/// `bottom`) in the lengths of its triangles. The ground is 0xRRGGBB.
void begin_picture(std::int32_t width, std::int32_t height, float right, float bottom,
                   std::uint32_t ground);

/// What the pieces that follow are made of: corners as Dear ImGui has them (`ImDrawVert`), and
/// numbers of corners, three to a triangle. Both in bytes.
void take_triangles(const void *corners, std::int32_t corner_bytes, const void *numbers,
                    std::int32_t number_bytes);

/// Paints `count` numbers from `first` on with a texture, inside a rectangle of device pixels from
/// the lower left corner.
void paint_piece(std::int32_t texture, std::int32_t left, std::int32_t bottom, std::int32_t width,
                 std::int32_t height, std::int32_t first, std::int32_t count);

} // namespace offramp::ui
