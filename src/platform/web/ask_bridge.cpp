// Questions of a page about one lease: how likely, and worth it.
#include "platform/web/ask.hpp"
#include "platform/web/desk.hpp"

#include <emscripten/emscripten.h>

namespace {

offramp::Ask &asked() {
    static offramp::Ask instance;
    return instance;
}

} // namespace

extern "C" {

/// Answers a question; the texts are those of `Ask::answer`, in its order.
EMSCRIPTEN_KEEPALIVE const char *offramp_ask(const char *lease, std::int32_t lease_size,
                                             const char *day, std::int32_t day_size,
                                             const char *locale, std::int32_t locale_size,
                                             const char *link, std::int32_t link_size,
                                             const char *question, std::int32_t question_size) {
    using offramp::text_at;
    return offramp::give(asked().answer(text_at(lease, lease_size), text_at(day, day_size),
                                        text_at(locale, locale_size), text_at(link, link_size),
                                        text_at(question, question_size)));
}

/// The hill of the last answer, so many pixels wide; `last` is the last day of its axis as a day
/// number, which begins on `first`; where `first` is not before `last`, that of the guess itself.
EMSCRIPTEN_KEEPALIVE const char *offramp_hill(std::int32_t width, std::int32_t is_dark,
                                              std::int32_t first, std::int32_t last) {
    offramp::HillLook look{.width = width, .is_dark = is_dark == 1};
    if (first < last) {
        look.axis = {offramp::Date::from_day_number(first), offramp::Date::from_day_number(last)};
    }
    return offramp::give(asked().hill(look));
}

} // extern "C"
