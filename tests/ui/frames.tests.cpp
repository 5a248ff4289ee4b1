// Frames without a screen: whatever is fed in, the lists are sane and what can be operated is
// drawn.
#include "platform/web/explorer.hpp"
#include "support/documents.hpp"
#include "support/fonts.hpp"

#include "io/write.hpp"

#include <imgui.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>

using namespace offramp;
using namespace offramp::testing;

namespace {

constexpr ui::Surface wide = {.width = 1200, .height = 2600};

const ui::Item *item_of(const Explorer &explorer, std::string_view control, std::string_view part) {
    const auto &items = explorer.drawn().items;
    const auto found = std::find_if(items.begin(), items.end(), [&](const ui::Item &item) {
        return item.control == control && item.part == part;
    });
    return found == items.end() ? nullptr : &*found;
}

std::string value_of(const Explorer &explorer, std::string_view control) {
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

void press_and_drag(Explorer &explorer, const ui::Rect &rect, const Drag &drag) {
    ui::Session &session = explorer.session();
    const float x = rect.left + rect.width / 2;
    const float y = rect.top + rect.height / 2;
    session.pointer_moved(x, y);
    explorer.frame(wide);
    session.pointer_pressed(true);
    explorer.frame(wide);
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

Explorer &loaded(Explorer &explorer, const std::string &lease) {
    INFO(explorer.findings());
    REQUIRE(explorer.load(lease, "2026-11-22"));
    for (int frame = 0; frame < 3; ++frame) {
        explorer.frame(wide);
    }
    return explorer;
}

std::string google_text() { return text_of_file("assets/leases/spacex-google-2026.json"); }

/// Pairs of lines of text that lie over one another by more than a hair.
std::vector<std::pair<ui::Rect, ui::Rect>> colliding(const ui::Drawn &drawn) {
    std::vector<std::pair<ui::Rect, ui::Rect>> pairs;
    const auto &texts = drawn.texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const ui::Rect &a = texts[i];
            const ui::Rect &b = texts[j];
            const float across =
                std::min(a.left + a.width, b.left + b.width) - std::max(a.left, b.left);
            const float down =
                std::min(a.top + a.height, b.top + b.height) - std::max(a.top, b.top);
            if (1 < across && a.height / 4 < down) {
                pairs.emplace_back(a, b);
            }
        }
    }
    return pairs;
}

/// Every place of every list is a number, and no index leads beyond its vertices.
bool is_sane(const ImDrawData &data) {
    for (const ImDrawList *list : data.CmdLists) {
        for (const ImDrawVert &vertex : list->VtxBuffer) {
            if (!std::isfinite(vertex.pos.x) || !std::isfinite(vertex.pos.y)) {
                return false;
            }
        }
        for (const ImDrawIdx index : list->IdxBuffer) {
            if (index >= static_cast<ImDrawIdx>(list->VtxBuffer.Size)) {
                return false;
            }
        }
    }
    return data.Valid;
}

} // namespace

TEST_CASE("Dragging the handle on the canvas turns the verdict", "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    CHECK(explorer.exhibit().verdict.pill == "No");
    const ui::Item *const handle = item_of(explorer, "deliver", "handle");
    REQUIRE(handle != nullptr);
    press_and_drag(explorer, handle->rect, {.right = 250});
    CHECK(explorer.exhibit().verdict.pill == "Yes");
    CHECK(explorer.operate("undo", "", Stage::Settled));
    CHECK(explorer.exhibit().verdict.pill == "No");
}

TEST_CASE("A day near a flip snaps to it, unless Alt frees it", "[ui][frames]") {
    for (const bool is_free : {false, true}) {
        Explorer explorer{fonts()};
        loaded(explorer, google_text());
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

TEST_CASE("Pressing a handle and letting it go where it is changes nothing", "[ui][frames]") {
    // Two days short of a flip: near enough to snap, had it been moved.
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    REQUIRE(explorer.operate("deliver", "2026-10-30", Stage::Settled));
    explorer.frame(wide);
    explorer.frame(wide);
    press_and_drag(explorer, item_of(explorer, "deliver", "handle")->rect, {});
    CHECK(value_of(explorer, "deliver") == "2026-10-30");
}

TEST_CASE("What is let go in the frame of its last move stays where it was let go",
          "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    const ui::Rect rect = item_of(explorer, "deliver", "handle")->rect;
    ui::Session &session = explorer.session();
    const float x = rect.left + rect.width / 2;
    const float y = rect.top + rect.height / 2;
    session.pointer_moved(x, y);
    explorer.frame(wide);
    session.pointer_pressed(true);
    explorer.frame(wide);
    session.pointer_moved(x + 250, y);
    session.pointer_pressed(false);
    explorer.frame(wide);
    explorer.frame(wide);
    CHECK(explorer.exhibit().verdict.pill == "Yes");
}

TEST_CASE("What is let go where nobody saw it ends a drag where it was, and presses nothing",
          "[ui][frames]") {
    struct Row {
        std::string control, part;
        float right;
        std::string why;
    };
    const auto row = GENERATE(values<Row>({
        {"deliver", "handle", 120, "a drag keeps the day that it last showed"},
        {"preset", "never", 0, "a press needs its release inside"},
    }));
    INFO(row.control << ": " << row.why);
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    const std::string before = explorer.exhibit().link;
    const ui::Item *const item = item_of(explorer, row.control, row.part);
    REQUIRE(item != nullptr);
    const ui::Rect rect = item->rect;
    ui::Session &session = explorer.session();
    const float x = rect.left + rect.width / 2;
    const float y = rect.top + rect.height / 2;
    for (const float moved : {0.0F, row.right}) {
        session.pointer_moved(x + moved, y);
        explorer.frame(wide);
        session.pointer_pressed(true);
        explorer.frame(wide);
    }
    const std::string shown = explorer.exhibit().link;
    session.pointer_left();
    session.pointer_pressed(false);
    session.pointer_moved(3, 3);
    explorer.frame(wide);
    explorer.frame(wide);
    CHECK(explorer.exhibit().link == shown);
    CHECK((shown == before) == (row.right == 0));
}

TEST_CASE("Two fingers zoom the picture round the day that they hold, and move it",
          "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    const ui::Rect handle = item_of(explorer, "deliver", "handle")->rect;
    const std::string before = explorer.exhibit().link;
    const float x = handle.left + handle.width / 2;
    explorer.session().view_gestured(x, 2, 0);
    explorer.frame(wide);
    explorer.frame(wide);
    const ui::Rect after = item_of(explorer, "deliver", "handle")->rect;
    CHECK(std::abs(after.left - handle.left) < 12);
    const std::int64_t first = explorer.exhibit().timeline.first_day;
    explorer.session().view_gestured(x, 1, -200);
    explorer.frame(wide);
    explorer.frame(wide);
    CHECK(first < explorer.exhibit().timeline.first_day);
    CHECK(explorer.exhibit().link == before);
}

TEST_CASE("The dot on the map sets day and units in one deed", "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    press_and_drag(explorer, item_of(explorer, "deliver", "map")->rect, {.right = 100, .down = 80});
    CHECK(value_of(explorer, "deliver") > "2026-10-15");
    CHECK(std::stol(value_of(explorer, "units")) < 110000);
    CHECK(explorer.operate("undo", "", Stage::Settled));
    CHECK(value_of(explorer, "deliver") == "2026-09-30");
    CHECK(value_of(explorer, "units") == "110000");
}

TEST_CASE("Every place that shows a figure or a window asks for its reasons", "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    REQUIRE(explorer.operate("deliver", "2026-11-15", Stage::Settled));
    explorer.frame(wide);
    explorer.frame(wide);
    int places = 0;
    for (std::size_t i = 0; i < explorer.drawn().items.size(); ++i) {
        const ui::Item item = explorer.drawn().items[i];
        if (item.control != "explain" || item.part == "field") {
            continue;
        }
        REQUIRE(explorer.operate("explain", "headline", Stage::Settled));
        press_and_drag(explorer, item.rect, {});
        INFO(item.part << " at " << item.rect.left << "," << item.rect.top);
        CHECK(explorer.exhibit().explained == item.part);
        ++places;
    }
    // The answer, three facts, two rights, four amounts and ten days.
    CHECK(places == 20);
}

TEST_CASE("A notice that is given is dragged on the lane of its right", "[ui][frames]") {
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

TEST_CASE("A drag that Escape ends changes nothing", "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    press_and_drag(explorer, item_of(explorer, "deliver", "handle")->rect,
                   {.right = 250, .escape = true});
    CHECK(explorer.exhibit().verdict.pill == "No");
    CHECK(value_of(explorer, "deliver") == "2026-09-30");
    CHECK(explorer.session().dragged().empty());
}

TEST_CASE("Days on the picture and days in the model are the same, all along the axis",
          "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    const float start = item_of(explorer, "deliver", "handle")->rect.left;
    // A drag there and back again is no change, whatever the distance.
    for (const float by : {13.0F, 111.0F, 400.0F, -30.0F}) {
        press_and_drag(explorer, item_of(explorer, "deliver", "handle")->rect, {.right = by});
        const ui::Rect rect = item_of(explorer, "deliver", "handle")->rect;
        press_and_drag(explorer, rect, {.right = start - rect.left});
        CHECK(value_of(explorer, "deliver") == "2026-09-30");
    }
}

TEST_CASE("Everything that can be operated is drawn, and can be pressed", "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    REQUIRE(explorer.operate("event.accept.on", "on", Stage::Settled));
    explorer.frame(wide);
    explorer.frame(wide);
    std::set<std::string> drawn;
    for (const ui::Item &item : explorer.drawn().items) {
        drawn.insert(item.control);
        INFO(item.control << " " << item.part);
        CHECK(0 <= item.rect.left);
        CHECK(item.rect.left + item.rect.width <= wide.width);
        CHECK(24 <= item.rect.height);
        CHECK(24 <= item.rect.width);
    }
    for (const Control &control : explorer.exhibit().controls) {
        INFO(control.id);
        CHECK(drawn.contains(control.id) == control.enabled);
    }
}

TEST_CASE("Under a finger nothing is smaller than 44 pixels", "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    explorer.frame({.width = 360, .height = 4000, .pixel_ratio = 3, .coarse = true});
    explorer.frame({.width = 360, .height = 4000, .pixel_ratio = 3, .coarse = true});
    for (const ui::Item &item : explorer.drawn().items) {
        INFO(item.control << " " << item.part);
        CHECK(44 <= item.rect.height);
        CHECK(44 <= item.rect.width);
        CHECK(item.rect.left + item.rect.width <= 360);
    }
}

TEST_CASE("Twenty frames of every case and lease at every size are sane", "[ui][frames]") {
    std::vector<std::string> leases = {google_text(),
                                       text_of_file("assets/leases/spacex-anthropic-2026.json")};
    for (const auto &entry :
         std::filesystem::directory_iterator{OFFRAMP_SOURCE_DIR "/tests/cases"}) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        auto found = read_case(text_of_file("tests/cases/" + entry.path().filename().string()));
        INFO(entry.path());
        REQUIRE(found.value);
        // A case's terms are no whole document: they lack a face.
        Lease lease = found.value->lease;
        lease.id = lease.id.empty() ? "case" : lease.id;
        lease.title = found.value->title;
        lease.terms_version = "1";
        lease.presentation.question = found.value->title;
        lease.clauses.front().wording = Wording::Paraphrase;
        leases.push_back(write_lease(lease));
    }
    std::mt19937 random{20260930};
    for (const std::string &lease : leases) {
        Explorer explorer{fonts()};
        INFO(lease.substr(0, 200));
        REQUIRE(explorer.load(lease, "2026-11-22"));
        for (int frame = 0; frame < 20; ++frame) {
            const ui::Surface surface = {.width = static_cast<float>(random() % 1500),
                                         .height = static_cast<float>(random() % 3000),
                                         .pixel_ratio = 0.5F + static_cast<float>(random() % 8) / 2,
                                         .text_scale = frame % 7 == 0 ? 2.0F : 1.0F,
                                         .dark = frame % 2 == 0,
                                         .coarse = frame % 3 == 0};
            explorer.session().pointer_moved(static_cast<float>(random() % 1500),
                                             static_cast<float>(random() % 1500));
            explorer.session().pointer_pressed(random() % 2 == 0);
            if (random() % 5 == 0) {
                explorer.session().escape_pressed();
            }
            explorer.frame(surface);
            CHECK(is_sane(*ImGui::GetDrawData()));
            CHECK(std::isfinite(explorer.drawn().height));
        }
    }
}

/// Draws at every width and size of text, and complains about what lies over something else.
void check_layout(Explorer &explorer, std::string_view what) {
    for (const float width : {320.0F, 360.0F, 500.0F, 720.0F, 900.0F, 1200.0F, 1600.0F}) {
        for (const float text_scale : {1.0F, 2.0F}) {
            explorer.frame({.width = width, .height = 4000, .text_scale = text_scale});
            INFO(what << " at " << width << " times " << text_scale);
            CHECK(is_sane(*ImGui::GetDrawData()));
            for (const auto &[a, b] : colliding(explorer.drawn())) {
                FAIL_CHECK("text at " << a.left << "," << a.top << " " << a.width << " wide and at "
                                      << b.left << "," << b.top << " " << b.width << " wide");
            }
            for (const ui::Rect &text : explorer.drawn().texts) {
                CHECK(text.left + text.width <= width + 1);
            }
            for (const ui::Item &item : explorer.drawn().items) {
                INFO(item.control << " " << item.part);
                CHECK(24 <= std::min(item.rect.width, item.rect.height));
                CHECK(item.rect.left + item.rect.width <= width + 1);
            }
        }
    }
}

TEST_CASE("No line of text lies on another, whatever is supposed and however wide it is",
          "[ui][frames]") {
    struct Row {
        const char *lease;
        const char *link;
    };
    const auto row = GENERATE(
        Row{"spacex-google-2026", ""}, Row{"spacex-google-2026", "deliver=2026-11-15"},
        Row{"spacex-google-2026", "deliver=2026-11-22&a=published"},
        Row{"spacex-google-2026", "deliver=never&units=96000&event.accept=2026-11-10"},
        Row{"spacex-google-2026",
            "deliver=2027-05-30&notice.convenience=2027-02-01&a.deliver=2027-05-28"},
        Row{"spacex-anthropic-2026", ""}, Row{"spacex-anthropic-2026", "notice.convenience=never"});
    Explorer explorer{fonts()};
    loaded(explorer, text_of_file("assets/leases/" + std::string{row.lease} + ".json"));
    explorer.follow(row.link);
    check_layout(explorer, std::string{row.lease} + " " + row.link);
}

TEST_CASE("Leases that no layout likes are set without a collision", "[ui][frames]") {
    for (const auto &entry :
         std::filesystem::directory_iterator{OFFRAMP_SOURCE_DIR "/tests/leases"}) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        Explorer explorer{fonts()};
        loaded(explorer, text_of_file("tests/leases/" + entry.path().filename().string()));
        check_layout(explorer, entry.path().filename().string());
    }
}

TEST_CASE("The check for collisions sees one", "[ui][frames]") {
    ui::Drawn drawn{};
    drawn.texts = {{10, 10, 50, 16}, {40, 12, 50, 16}, {200, 10, 50, 16}};
    CHECK(colliding(drawn).size() == 1);
}

TEST_CASE("The reader's locale holds from the first frame and for leases loaded later",
          "[ui][frames]") {
    Explorer explorer{fonts()};
    explorer.read_in(Locale::German);
    loaded(explorer, google_text());
    CHECK(explorer.exhibit().as_of == "Seen from 22. November 2026");
    const int revision = explorer.revision();
    explorer.read_in(Locale::EnglishUnitedStates);
    CHECK(explorer.exhibit().as_of == "Seen from November 22, 2026");
    CHECK(revision < explorer.revision());
    loaded(explorer, google_text());
    CHECK(explorer.exhibit().as_of == "Seen from November 22, 2026");
}

TEST_CASE("A lease that cannot be read leaves the one before it on the screen", "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    REQUIRE(explorer.operate("deliver", "2026-11-15", Stage::Settled));
    CHECK_FALSE(explorer.load("{\"schema_version\":1}", "2026-11-22"));
    CHECK(explorer.findings().find("Expected the key \"id\"") != std::string::npos);
    CHECK(explorer.exhibit().verdict.pill == "Yes");
    CHECK_FALSE(explorer.operate("deliver", "2026-02-30", Stage::Settled));
    CHECK(explorer.refusal().find("2026-02-30") != std::string::npos);
    CHECK(value_of(explorer, "deliver") == "2026-11-15");
}

TEST_CASE("Writing that cannot be set letter by letter is reported, frame by frame",
          "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    CHECK_FALSE(explorer.drawn().needs_shaping);
    std::string hebrew = google_text();
    const std::string title = "\"title\": \"";
    hebrew.insert(hebrew.find(title) + title.size(), "\u05d7\u05d5\u05d6\u05d4 ");
    loaded(explorer, hebrew);
    CHECK(explorer.drawn().needs_shaping);
    loaded(explorer, google_text());
    CHECK_FALSE(explorer.drawn().needs_shaping);
}

TEST_CASE("The browser's letters stand where those from the files do", "[ui][frames]") {
    Explorer explorer{fonts()};
    for (const float size : {13.0F, 15.0F, 17.0F, 18.0F, 25.0F, 32.0F, 64.0F}) {
        const ui::FontMetrics metrics = ui::metrics_of(size);
        for (ImFont *font : ImGui::GetIO().Fonts->Fonts) {
            ImFontBaked *const baked = font->GetFontBaked(size);
            INFO(size);
            CHECK(baked->Ascent == metrics.ascent);
            CHECK(baked->Descent == metrics.descent);
            // The tabular figures of both weights, in units of the font.
            const float figure = font == ImGui::GetIO().Fonts->Fonts[0] ? 1824.0F : 1888.0F;
            CHECK(baked->GetCharAdvance('0') == Catch::Approx(figure / 2816 * metrics.em));
        }
    }
}

TEST_CASE("Both weights are drawn with as many pixels as the surface has", "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    for (const float ratio : {1.0F, 1.5F, 2.0F, 3.0F}) {
        explorer.frame({.width = 360, .height = 900, .pixel_ratio = ratio});
        for (const ImFont *font : ImGui::GetIO().Fonts->Fonts) {
            CHECK(font->CurrentRasterizerDensity == ratio);
        }
    }
}
