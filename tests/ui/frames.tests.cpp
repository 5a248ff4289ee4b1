// Frames without a screen: what can be operated is drawn, in the reader's words and letters.
#include "support/explorer.hpp"

#include <set>

using namespace offramp;
using namespace offramp::testing;

TEST_CASE("What the picture leaves to the page is not drawn; all else is drawn, and can be pressed",
          "[ui][frames]") {
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
    std::set<std::string> on_picture = {"deliver", "as-of", "event.accept"};
    on_picture.insert("regime");
    on_picture.insert("picture"); // a place for two fingers, and no control
    CHECK(drawn == on_picture);
}

TEST_CASE("The picture of every lease leaves an article its room", "[ui][frames]") {
    for (const std::string &path : documents_in("assets/leases")) {
        Explorer explorer{fonts()};
        loaded(explorer, text_of_file(path));
        for (const float width : {320.0F, 360.0F, 599.0F, 600.0F, 640.0F, 760.0F, 1200.0F}) {
            explorer.frame({.width = width, .height = 500});
            INFO(path << " at " << width);
            CHECK(explorer.drawn().height <= (width < 600 ? 480 : 420));
        }
    }
}

TEST_CASE("Under a finger nothing is smaller than 44 pixels", "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    explorer.frame(
        {.width = 360, .height = 4000, .pixel_ratio = 3, .coarse = true, .has_map = true});
    explorer.frame(
        {.width = 360, .height = 4000, .pixel_ratio = 3, .coarse = true, .has_map = true});
    for (const ui::Item &item : explorer.drawn().items) {
        INFO(item.control << " " << item.part);
        CHECK(44 <= item.rect.height);
        CHECK(44 <= item.rect.width);
        CHECK(item.rect.left + item.rect.width <= 360);
    }
}

TEST_CASE("The reader's locale holds from the first frame and for leases loaded later",
          "[ui][frames]") {
    Explorer explorer{fonts()};
    explorer.read_in(Locale::German);
    loaded(explorer, google_text());
    CHECK(explorer.exhibit().as_of == "As of 22. November 2026");
    const int revision = explorer.revision();
    explorer.read_in(Locale::EnglishUnitedStates);
    CHECK(explorer.exhibit().as_of == "As of November 22, 2026");
    CHECK(revision < explorer.revision());
    loaded(explorer, google_text());
    CHECK(explorer.exhibit().as_of == "As of November 22, 2026");
}

TEST_CASE("A lease that cannot be read leaves the one before it on the screen", "[ui][frames]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    REQUIRE(explorer.operate("deliver", "2026-11-15", Stage::Settled));
    CHECK_FALSE(explorer.load("{\"schema_version\":1}", "2026-11-22"));
    CHECK(explorer.findings().find("Expected the key \"id\"") != std::string::npos);
    CHECK(explorer.exhibit().verdict.pill == "Not yet");
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
    const std::string tenant = "\"name\": \"Google";
    hebrew.insert(hebrew.find(tenant) + tenant.size(), " \u05d7\u05d5\u05d6\u05d4");
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
            // The tabular figures of both weights, in the font's 512 units an em.
            const float figure = font == ImGui::GetIO().Fonts->Fonts[0] ? 332.0F : 343.0F;
            CHECK(baked->GetCharAdvance('0') == Catch::Approx(figure / 512 * metrics.em));
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
