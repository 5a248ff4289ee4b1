// Whatever is fed in, and however wide it is: the lists are sane and nothing lies on anything else.
#include "support/explorer.hpp"

#include "io/lease/write_lease.hpp"
#include "io/scenario/read_case.hpp"

#include <random>

using namespace offramp;
using namespace offramp::testing;

namespace {

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

/// Draws at every width and size of text, and complains about what lies over something else.
void check_layout(Explorer &explorer, std::string_view what) {
    for (const float width : {320.0F, 360.0F, 500.0F, 720.0F, 900.0F, 1200.0F, 1600.0F}) {
        for (const float text_scale : {1.0F, 2.0F}) {
            explorer.frame(
                {.width = width, .height = 4000, .text_scale = text_scale, .has_map = true});
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

} // namespace

TEST_CASE("Twenty frames of every case and lease at every size are sane",
          "[ui][layout][thorough]") {
    std::vector<std::string> leases;
    for (const std::string &path : documents_in("assets/leases")) {
        leases.push_back(text_of_file(path));
    }
    for (const std::string &path : documents_in("tests/cases")) {
        auto found = read_case(text_of_file(path));
        INFO(path);
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
                                         .coarse = frame % 3 == 0,
                                         .has_map = frame % 4 == 0};
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

TEST_CASE("No line of text lies on another, whatever is supposed and however wide it is",
          "[ui][layout]") {
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
        Row{"spacex-anthropic-2026", ""}, Row{"spacex-anthropic-2026", "notice.convenience=never"},
        Row{"spacex-reflection-2026", ""},
        Row{"spacex-reflection-2026", "reading.lock-start=signing"});
    Explorer explorer{fonts()};
    loaded(explorer, text_of_file("assets/leases/" + std::string{row.lease} + ".json"));
    explorer.follow(row.link);
    check_layout(explorer, std::string{row.lease} + " " + row.link);
}

TEST_CASE("Leases that no layout likes are set without a collision", "[ui][layout]") {
    for (const std::string &path : documents_in("tests/leases")) {
        Explorer explorer{fonts()};
        loaded(explorer, text_of_file(path));
        check_layout(explorer, path);
    }
}

TEST_CASE("The check for collisions sees one", "[ui][layout]") {
    ui::Drawn drawn{};
    drawn.texts = {{10, 10, 50, 16}, {40, 12, 50, 16}, {200, 10, 50, 16}};
    CHECK(colliding(drawn).size() == 1);
}
