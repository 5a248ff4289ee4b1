// What a mouse or a finger does to what is drawn.
#include "support/explorer.hpp"

using namespace offramp;
using namespace offramp::testing;

namespace {

/// Suppose a delivery, so that its handle stands on the axis.
void supposed(Explorer &explorer, const char *day) {
    REQUIRE(explorer.operate("deliver", day, Stage::Settled));
    explorer.frame(wide);
    explorer.frame(wide);
}

} // namespace

TEST_CASE("A touch of the hollow handle supposes the due day, and a reset leaves it open again",
          "[ui][pointer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    press_and_drag(explorer, item_of(explorer, "deliver", "handle")->rect, {});
    CHECK(value_of(explorer, "deliver") == "2026-09-30");
    CHECK(explorer.operate("reset", "", Stage::Settled));
    CHECK(value_of(explorer, "deliver") == "open");
}

TEST_CASE("Dragging the handle on the canvas turns the verdict", "[ui][pointer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    CHECK(explorer.exhibit().verdict.pill == "Only if late");
    const ui::Item *const handle = item_of(explorer, "deliver", "handle");
    REQUIRE(handle != nullptr);
    press_and_drag(explorer, handle->rect, {.right = 450});
    CHECK(value_of(explorer, "deliver") > "2026-11-23");
    CHECK(explorer.exhibit().verdict.pill == "Yes");
    CHECK(explorer.operate("undo", "", Stage::Settled));
    CHECK(explorer.exhibit().verdict.pill == "Only if late");
}

TEST_CASE("A day near a flip snaps to it, unless Alt frees it", "[ui][pointer]") {
    for (const bool is_free : {false, true}) {
        Explorer explorer{fonts()};
        loaded(explorer, google_text());
        supposed(explorer, "2026-09-30");
        const ui::Rect rect = item_of(explorer, "deliver", "handle")->rect;
        const Timeline &timeline = explorer.exhibit().timeline;
        const ui::Rect picture = item_of(explorer, "picture", "view")->rect;
        const float day =
            picture.width / static_cast<float>(timeline.last_day - timeline.first_day + 1);
        // 31 October is 31 days on; the finger stops a day and a half short of it.
        press_and_drag(explorer, rect, {.right = 29.5F * day, .is_free = is_free});
        INFO(is_free);
        CHECK((value_of(explorer, "deliver") == "2026-10-31") == !is_free);
    }
}

TEST_CASE("Pressing a handle and letting it go where it is changes nothing", "[ui][pointer]") {
    // Two days short of a flip: near enough to snap, had it been moved.
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    supposed(explorer, "2026-10-30");
    press_and_drag(explorer, item_of(explorer, "deliver", "handle")->rect, {});
    CHECK(value_of(explorer, "deliver") == "2026-10-30");
}

TEST_CASE("What is let go in the frame of its last move stays where it was let go",
          "[ui][pointer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    const auto [x, y] = press(explorer, item_of(explorer, "deliver", "handle")->rect);
    explorer.session().pointer_moved(x + 450, y);
    explorer.session().pointer_pressed(false);
    settle(explorer);
    CHECK(explorer.exhibit().verdict.pill == "Yes");
}

TEST_CASE("A drag that is let go where nobody sees it keeps the day that it showed",
          "[ui][pointer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    supposed(explorer, "2026-09-30");
    const auto [x, y] = press(explorer, item_of(explorer, "deliver", "handle")->rect);
    explorer.session().pointer_moved(x + 120, y);
    settle(explorer);
    const std::string shown = value_of(explorer, "deliver");
    CHECK(shown > "2026-10-01");
    explorer.session().pointer_left();
    explorer.session().pointer_pressed(false);
    explorer.session().pointer_moved(3, 3);
    settle(explorer);
    CHECK(value_of(explorer, "deliver") == shown);
    CHECK(explorer.session().dragged().empty());
}

TEST_CASE("A button is pressed only by being let go on it", "[ui][pointer]") {
    struct Row {
        bool escape, leave;
        std::string deliver;
        std::string why;
    };
    const auto row = GENERATE(values<Row>({
        {false, false, "2026-10-01", "pressed and let go inside"},
        {false, true, "open", "let go where nobody sees it"},
        {true, true, "open", "a finger that the browser took for a scroll"},
    }));
    INFO(row.why);
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    const auto [x, y] = press(explorer, item_of(explorer, "regime", "2026-10-01")->rect);
    if (row.escape) {
        explorer.session().escape_pressed();
    }
    if (row.leave) {
        explorer.session().pointer_left();
    }
    explorer.session().pointer_pressed(false);
    settle(explorer);
    CHECK_FALSE(ImGui::GetIO().MouseDown[0]);
    explorer.session().pointer_moved(x, y);
    settle(explorer);
    CHECK(value_of(explorer, "deliver") == row.deliver);
}

TEST_CASE("Two fingers zoom the picture round the day that they hold, and move it",
          "[ui][pointer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    const ui::Rect handle = item_of(explorer, "deliver", "handle")->rect;
    const std::string before = explorer.exhibit().link;
    const auto days = [&] {
        return explorer.exhibit().timeline.last_day - explorer.exhibit().timeline.first_day;
    };
    const auto all = days();
    const float x = handle.left + handle.width / 2;
    explorer.session().view_gestured(x, 2, 0);
    explorer.frame(wide);
    explorer.frame(wide);
    const ui::Rect after = item_of(explorer, "deliver", "handle")->rect;
    CHECK(std::abs(after.left - handle.left) < 12);
    CHECK(days() == Catch::Approx(all / 2).margin(2));
    const std::int64_t first = explorer.exhibit().timeline.first_day;
    explorer.session().view_gestured(x, 1, -200);
    explorer.frame(wide);
    explorer.frame(wide);
    CHECK(first < explorer.exhibit().timeline.first_day);
    CHECK(explorer.exhibit().link == before);
}

TEST_CASE("The dot on the map sets day and units in one deed", "[ui][pointer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    supposed(explorer, "2026-09-30");
    press_and_drag(explorer, item_of(explorer, "deliver", "map")->rect, {.right = 100, .down = 80});
    CHECK(value_of(explorer, "deliver") > "2026-10-15");
    CHECK(std::stol(value_of(explorer, "units")) < 110000);
    CHECK(explorer.operate("undo", "", Stage::Settled));
    CHECK(value_of(explorer, "deliver") == "2026-09-30");
    CHECK(value_of(explorer, "units") == "110000");
}

TEST_CASE("A notice that is given is dragged on the lane of its right", "[ui][pointer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    REQUIRE(explorer.operate("notice.convenience", "2027-02-01", Stage::Settled));
    explorer.frame(wide);
    explorer.frame(wide);
    const ui::Item *const grip = item_of(explorer, "notice.convenience", "handle");
    REQUIRE(grip != nullptr);
    press_and_drag(explorer, grip->rect, {.right = 100});
    CHECK(value_of(explorer, "notice.convenience") > "2027-02-20");
}

TEST_CASE("A drag that Escape ends changes nothing", "[ui][pointer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    press_and_drag(explorer, item_of(explorer, "deliver", "handle")->rect,
                   {.right = 250, .escape = true});
    CHECK(explorer.exhibit().verdict.pill == "Only if late");
    CHECK(value_of(explorer, "deliver") == "open");
    CHECK(explorer.session().dragged().empty());
}

TEST_CASE("Days on the picture and days in the model are the same, all along the axis",
          "[ui][pointer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    supposed(explorer, "2026-09-30");
    const float start = item_of(explorer, "deliver", "handle")->rect.left;
    // A drag there and back again is no change, whatever the distance.
    for (const float by : {13.0F, 111.0F, 400.0F, -30.0F}) {
        press_and_drag(explorer, item_of(explorer, "deliver", "handle")->rect, {.right = by});
        const ui::Rect rect = item_of(explorer, "deliver", "handle")->rect;
        press_and_drag(explorer, rect, {.right = start - rect.left});
        CHECK(value_of(explorer, "deliver") == "2026-09-30");
    }
}
