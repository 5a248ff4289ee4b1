// Every function that JavaScript may call, listed once. web/engine/engine.mjs is the other side.
// Texts come as UTF-8 bytes and a size, in memory that the caller got from `malloc`; texts go back
// as zero-terminated UTF-8 that stays valid until the next call. Explorers go by number; number 0
// and numbers of explorers that are gone are refused by doing nothing.
#pragma once

#include <cstdint>

extern "C" {

/// Makes an explorer, and gives its number. `has_context`: there is something to paint with;
/// without it, it answers and draws nothing.
std::int32_t offramp_create(std::int32_t has_context);
/// 1 if it can draw.
std::int32_t offramp_can_draw(std::int32_t explorer);
void offramp_destroy(std::int32_t explorer);

/// 1 when the lease is shown, 0 when `offramp_findings` says why not.
std::int32_t offramp_load(std::int32_t explorer, const char *text, std::int32_t size,
                          const char *day, std::int32_t day_size);
const char *offramp_findings(std::int32_t explorer);

/// How dates, numbers and money are written from now on; `tag` is a BCP 47 language tag.
void offramp_locale(std::int32_t explorer, const char *tag, std::int32_t size);

void offramp_follow(std::int32_t explorer, const char *fragment, std::int32_t size);

/// 1 when it was done, 0 when `offramp_refusal` says why not. `is_dragging` is 0 or 1.
std::int32_t offramp_operate(std::int32_t explorer, const char *control, std::int32_t control_size,
                             const char *value, std::int32_t value_size, std::int32_t is_dragging);
const char *offramp_refusal(std::int32_t explorer);

const char *offramp_exhibit(std::int32_t explorer);
/// What a reader takes away: `svg`, `csv`, `ics`, `sentence`, `wikitext` or `bibtex`. `address` is
/// the page's, for what cites it; one that is not http or https, or that holds what no address
/// does, is left out. Empty for another format, and for a calendar without a known day.
const char *offramp_export(std::int32_t explorer, const char *format, std::int32_t format_size,
                           const char *address, std::int32_t address_size);
/// `[{"control":…,"part":…,"left":…,"top":…,"width":…,"height":…},…]` of the last frame.
const char *offramp_items(std::int32_t explorer);

/// Events, in CSS pixels from the canvas' top left corner.
/// `is_free` is 1 when days are not to snap to where outcomes flip.
void offramp_pointer_moved(std::int32_t explorer, float x, float y, std::int32_t is_free);
/// Zooms the picture round `x` by a factor, and moves it by `shift` pixels.
void offramp_view(std::int32_t explorer, float x, float factor, float shift);
void offramp_pointer_left(std::int32_t explorer);
void offramp_pointer_pressed(std::int32_t explorer, std::int32_t is_down);
void offramp_escape(std::int32_t explorer);
void offramp_focus(std::int32_t explorer, const char *item, std::int32_t size);
/// What paints is given up; the next frame starts anew with another.
void offramp_graphics_lost(std::int32_t explorer);

/// Grows with everything that changes what is shown, and with what is settled of it.
std::int32_t offramp_revision(std::int32_t explorer);
std::int32_t offramp_settled_revision(std::int32_t explorer);

/// Paints with `Module.painter`; its canvas begins at `top` of the content. Gives five
/// numbers: height the content needs, whether another frame is due, pointer shape, whether a drag
/// is going on, whether some text cannot be set letter by letter.
const float *offramp_frame(std::int32_t explorer, float width, float height, float pixel_ratio,
                           float text_scale, std::int32_t is_dark, std::int32_t is_coarse,
                           std::int32_t has_map);
/// The control that is being dragged on the canvas; empty for none.
const char *offramp_dragged(std::int32_t explorer);

} // extern "C"
