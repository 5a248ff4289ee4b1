// An explorer without a screen, operated by a pointer, for tests of what it draws and does.
#pragma once

#include "platform/web/explorer.hpp"
#include "support/documents.hpp"
#include "support/fonts.hpp"

#include <imgui.h>

#include <algorithm>

namespace offramp::testing {

constexpr ui::Surface wide = {.width = 1200, .height = 2600, .has_map = true};

inline const ui::Item *item_of(const Explorer &explorer, std::string_view control,
                               std::string_view part) {
    const auto &items = explorer.drawn().items;
    const auto found = std::find_if(items.begin(), items.end(), [&](const ui::Item &item) {
        return item.control == control && item.part == part;
    });
    return found == items.end() ? nullptr : &*found;
}

inline std::string value_of(const Explorer &explorer, std::string_view control) {
    for (const Control &one : explorer.exhibit().controls) {
        if (one.id == control) {
            return one.value;
        }
    }
    return {};
}

struct Drag {
    float right = 0;
    float down = 0;
    bool escape = false;  ///< is pressed before the release
    bool is_free = false; ///< Alt is held
};

/// Draws as long as a frame asks for another.
inline void settle(Explorer &explorer) {
    int patience = 10;
    do {
        explorer.frame(wide);
        REQUIRE(--patience > 0);
    } while (explorer.drawn().again);
}

/// Presses in the middle of an item; gives the place.
inline ImVec2 press(Explorer &explorer, const ui::Rect &rect) {
    const ImVec2 at{rect.left + rect.width / 2, rect.top + rect.height / 2};
    explorer.session().pointer_moved(at.x, at.y);
    explorer.frame(wide);
    explorer.session().pointer_pressed(true);
    explorer.frame(wide);
    return at;
}

inline void press_and_drag(Explorer &explorer, const ui::Rect &rect, const Drag &drag) {
    ui::Session &session = explorer.session();
    const auto [x, y] = press(explorer, rect);
    for (int step = 1; step <= 5; ++step) {
        const float share = static_cast<float>(step) / 5;
        session.pointer_moved(x + drag.right * share, y + drag.down * share, drag.is_free);
        explorer.frame(wide);
    }
    if (drag.escape) {
        session.escape_pressed();
        explorer.frame(wide);
        explorer.frame(wide);
    }
    session.pointer_pressed(false);
    explorer.frame(wide);
    explorer.frame(wide);
}

inline Explorer &loaded(Explorer &explorer, const std::string &lease) {
    INFO(explorer.findings());
    REQUIRE(explorer.load(lease, "2026-11-22"));
    for (int frame = 0; frame < 3; ++frame) {
        explorer.frame(wide);
    }
    return explorer;
}

inline std::string google_text() { return text_of_file("assets/leases/spacex-google-2026.json"); }

} // namespace offramp::testing
