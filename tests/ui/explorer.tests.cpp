// What the web shell gives a page besides frames.
#include "support/explorer.hpp"

using namespace offramp;
using namespace offramp::testing;

TEST_CASE("A page takes away what is shown, under its own address", "[ui][explorer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    explorer.follow("deliver=2026-11-15");
    const std::string page = "https://example.org/google.html";
    const std::string sentence = explorer.export_as("sentence", page);
    CHECK(sentence.find(explorer.exhibit().verdict.sentence) == 0);
    CHECK(sentence.ends_with(page + "#" + explorer.exhibit().permalink + "\n"));
    CHECK(explorer.export_as("ics", page).starts_with("BEGIN:VCALENDAR\r\n"));
    CHECK(explorer.export_as("csv", page).starts_with("table,id,"));
    CHECK(explorer.export_as("svg", "").starts_with("<svg "));
    CHECK(explorer.export_as("pdf", page).empty());
}

TEST_CASE("A cut permalink leaves the published scenario, whatever was shown", "[ui][explorer]") {
    Explorer explorer{fonts()};
    loaded(explorer, google_text());
    explorer.follow("deliver=2026-11-15");
    const std::string permalink = explorer.exhibit().permalink;
    explorer.follow(permalink.substr(0, permalink.size() - 1));
    CHECK(explorer.exhibit().link.empty());
    REQUIRE(explorer.exhibit().notes.size() == 1);
    CHECK(explorer.exhibit().notes[0].find("This link is incomplete") == 0);
    explorer.follow("#" + permalink + "#?secret=aZ09bY18cX");
    CHECK(explorer.exhibit().link == "deliver=2026-11-15");
    CHECK(explorer.exhibit().notes.empty());
}
