#include "platform/web/bridge.hpp"

#include "platform/web/explorer.hpp"

#include <emscripten/emscripten.h>

#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace {

using offramp::Explorer;

/// The page's one instance of this module outlives every function call into it.
struct Module {
    std::map<std::int32_t, std::unique_ptr<Explorer>> explorers;
    std::int32_t last_number = 0;
    std::string text; ///< what a function gave back last
    std::array<float, 5> numbers{};
};

Module &module() {
    static Module instance;
    return instance;
}

Explorer *explorer_at(std::int32_t number) {
    const auto found = module().explorers.find(number);
    return found == module().explorers.end() ? nullptr : found->second.get();
}

Explorer *loaded_at(std::int32_t number) {
    Explorer *const explorer = explorer_at(number);
    return explorer != nullptr && explorer->is_loaded() ? explorer : nullptr;
}

std::string_view view(const char *text, std::int32_t size) {
    return {text, static_cast<std::size_t>(size)};
}

/// A length as JSON, to a hundredth of a CSS pixel.
std::string length(float pixels) {
    const long hundredths = std::lround(std::fabs(pixels) * 100);
    const long fraction = hundredths % 100;
    return (pixels < 0 && hundredths != 0 ? "-" : "") + std::to_string(hundredths / 100) +
           (fraction < 10 ? ".0" : ".") + std::to_string(fraction);
}

const char *give(std::string text) {
    module().text = std::move(text);
    return module().text.c_str();
}

} // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE std::int32_t offramp_create(std::int32_t has_context) {
    const std::int32_t number = ++module().last_number;
    module().explorers.emplace(
        number, std::make_unique<Explorer>(offramp::ui::FontBytes{}, has_context == 1));
    return number;
}

EMSCRIPTEN_KEEPALIVE std::int32_t offramp_can_draw(std::int32_t explorer) {
    Explorer *const found = explorer_at(explorer);
    return found != nullptr && found->can_draw() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void offramp_destroy(std::int32_t explorer) {
    module().explorers.erase(explorer);
}

EMSCRIPTEN_KEEPALIVE std::int32_t offramp_load(std::int32_t explorer, const char *text,
                                               std::int32_t size, const char *day,
                                               std::int32_t day_size) {
    Explorer *const found = explorer_at(explorer);
    return found != nullptr && found->load(view(text, size), view(day, day_size)) ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE const char *offramp_findings(std::int32_t explorer) {
    Explorer *const found = explorer_at(explorer);
    return give(found == nullptr ? "" : found->findings());
}

EMSCRIPTEN_KEEPALIVE void offramp_locale(std::int32_t explorer, const char *tag,
                                         std::int32_t size) {
    if (Explorer *const found = explorer_at(explorer)) {
        found->read_in(offramp::locale_of(view(tag, size)));
    }
}

EMSCRIPTEN_KEEPALIVE void offramp_follow(std::int32_t explorer, const char *fragment,
                                         std::int32_t size) {
    if (Explorer *const found = loaded_at(explorer)) {
        found->follow(view(fragment, size));
    }
}

EMSCRIPTEN_KEEPALIVE std::int32_t offramp_operate(std::int32_t explorer, const char *control,
                                                  std::int32_t control_size, const char *value,
                                                  std::int32_t value_size,
                                                  std::int32_t is_dragging) {
    Explorer *const found = loaded_at(explorer);
    const auto stage = is_dragging == 1 ? offramp::Stage::Dragging : offramp::Stage::Settled;
    return found != nullptr && found->operate(view(control, control_size),
                                              std::string{view(value, value_size)}, stage)
               ? 1
               : 0;
}

EMSCRIPTEN_KEEPALIVE const char *offramp_refusal(std::int32_t explorer) {
    Explorer *const found = explorer_at(explorer);
    return give(found == nullptr ? "" : found->refusal());
}

EMSCRIPTEN_KEEPALIVE const char *offramp_exhibit(std::int32_t explorer) {
    Explorer *const found = loaded_at(explorer);
    return found == nullptr ? "null" : found->exhibit_json().c_str();
}

EMSCRIPTEN_KEEPALIVE const char *offramp_export(std::int32_t explorer, const char *format,
                                                std::int32_t format_size, const char *address,
                                                std::int32_t address_size) {
    Explorer *const found = loaded_at(explorer);
    return give(found == nullptr
                    ? ""
                    : found->export_as(view(format, format_size), view(address, address_size)));
}

EMSCRIPTEN_KEEPALIVE const char *offramp_items(std::int32_t explorer) {
    Explorer *const found = explorer_at(explorer);
    std::string json = "[";
    if (found != nullptr) {
        for (const offramp::ui::Item &item : found->drawn().items) {
            json += json.size() == 1 ? "" : ",";
            // Ids hold letters, digits, points and hyphens only: nothing to escape.
            json += "{\"control\":\"" + item.control + "\",\"part\":\"" + item.part +
                    "\",\"left\":" + length(item.rect.left) + ",\"top\":" + length(item.rect.top) +
                    ",\"width\":" + length(item.rect.width) +
                    ",\"height\":" + length(item.rect.height) + "}";
        }
    }
    return give(json + "]");
}

EMSCRIPTEN_KEEPALIVE void offramp_pointer_moved(std::int32_t explorer, float x, float y,
                                                std::int32_t is_free) {
    if (Explorer *const found = explorer_at(explorer)) {
        found->session().pointer_moved(x, y, is_free == 1);
    }
}

EMSCRIPTEN_KEEPALIVE void offramp_view(std::int32_t explorer, float x, float factor, float shift) {
    if (Explorer *const found = explorer_at(explorer)) {
        found->session().view_gestured(x, factor, shift);
    }
}

EMSCRIPTEN_KEEPALIVE void offramp_pointer_left(std::int32_t explorer) {
    if (Explorer *const found = explorer_at(explorer)) {
        found->session().pointer_left();
    }
}

EMSCRIPTEN_KEEPALIVE void offramp_pointer_pressed(std::int32_t explorer, std::int32_t is_down) {
    if (Explorer *const found = explorer_at(explorer)) {
        found->session().pointer_pressed(is_down == 1);
    }
}

EMSCRIPTEN_KEEPALIVE void offramp_escape(std::int32_t explorer) {
    if (Explorer *const found = explorer_at(explorer)) {
        found->session().escape_pressed();
    }
}

EMSCRIPTEN_KEEPALIVE void offramp_focus(std::int32_t explorer, const char *item,
                                        std::int32_t size) {
    if (Explorer *const found = explorer_at(explorer)) {
        found->session().focus(std::string{view(item, size)});
    }
}

EMSCRIPTEN_KEEPALIVE void offramp_graphics_lost(std::int32_t explorer) {
    if (Explorer *const found = explorer_at(explorer)) {
        found->session().graphics_lost();
    }
}

EMSCRIPTEN_KEEPALIVE std::int32_t offramp_revision(std::int32_t explorer) {
    Explorer *const found = explorer_at(explorer);
    return found == nullptr ? 0 : found->revision();
}

EMSCRIPTEN_KEEPALIVE std::int32_t offramp_settled_revision(std::int32_t explorer) {
    Explorer *const found = explorer_at(explorer);
    return found == nullptr ? 0 : found->settled_revision();
}

EMSCRIPTEN_KEEPALIVE const float *offramp_frame(std::int32_t explorer, float width, float height,
                                                float pixel_ratio, float text_scale,
                                                std::int32_t is_dark, std::int32_t is_coarse,
                                                std::int32_t has_map) {
    Module &state = module();
    state.numbers = {};
    if (Explorer *const found = loaded_at(explorer)) {
        found->frame({.width = width,
                      .height = height,
                      .pixel_ratio = pixel_ratio,
                      .text_scale = text_scale,
                      .dark = is_dark == 1,
                      .coarse = is_coarse == 1,
                      .has_map = has_map == 1});
        state.numbers = {found->drawn().height, found->drawn().again ? 1.0F : 0.0F,
                         static_cast<float>(found->drawn().pointer),
                         found->session().dragged().empty() ? 0.0F : 1.0F,
                         found->drawn().needs_shaping ? 1.0F : 0.0F};
    }
    return state.numbers.data();
}

EMSCRIPTEN_KEEPALIVE const char *offramp_dragged(std::int32_t explorer) {
    Explorer *const found = explorer_at(explorer);
    return give(found == nullptr ? "" : found->session().dragged());
}

} // extern "C"
