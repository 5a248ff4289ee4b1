// The card for social networks, and the lines that it is set in.
#include "app/export/card.hpp"
#include "app/controls/controls.hpp"
#include "app/operate/follow_link.hpp"
#include "app/view/present.hpp"
#include "app/words/typeset.hpp"
#include "support/hostile.hpp"
#include "support/pictures.hpp"

#include <charconv>

using namespace offramp;
using namespace offramp::testing;

namespace {

std::string card_of(const Lease &lease, std::string_view link = "") {
    const Model model = follow_link(model_of(std::make_shared<const Lease>(lease)), link);
    return export_card(model, present(model));
}

std::int64_t number_in(const std::string &tag, const std::string &name) {
    std::int64_t number = 0;
    const std::size_t at = tag.find(" " + name + "=\"");
    if (at != std::string::npos) {
        std::from_chars(tag.data() + at + name.size() + 3, tag.data() + tag.size(), number);
    }
    return number;
}

std::string without_entities(std::string text) {
    for (const auto &[entity, character] : {std::pair{"&lt;", "<"},
                                            {"&gt;", ">"},
                                            {"&quot;", "\""},
                                            {"&#39;", "'"},
                                            {"&amp;", "&"}}) {
        for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity)) {
            text.replace(at, std::string_view{entity}.size(), character);
        }
    }
    return text;
}

/// CHECKs that every line stands within the card, by the widths that it was set with.
void check_inside(const std::string &card) {
    for (std::size_t at = card.find("<text"); at != std::string::npos;
         at = card.find("<text", at + 1)) {
        const std::size_t content = card.find('>', at) + 1;
        const std::string tag = card.substr(at, content - at);
        const std::string text =
            without_entities(card.substr(content, card.find("</text>", content) - content));
        const std::int64_t wide = width_of(text, number_in(tag, "font-size"));
        const std::int64_t x = number_in(tag, "x");
        const bool is_end = tag.find("\"end\"") != std::string::npos;
        const bool is_middle = tag.find("\"middle\"") != std::string::npos;
        const std::int64_t left = is_end ? x - wide : is_middle ? x - wide / 2 : x;
        INFO(tag << text);
        CHECK(0 <= left);
        CHECK(left + wide <= 1200);
        CHECK(number_in(tag, "y") <= 600);
    }
}

} // namespace

TEST_CASE("A card shows the question, the answer and the band", "[app][card]") {
    const std::string card = card_of(google(), "deliver=2026-11-15&as-of=2026-11-05");
    CHECK(card.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" "
                           "height=\"630\" viewBox=\"0 0 1200 630\""));
    for (const char *part :
         {">Can Google walk away?<", ">Yes<", ">Google may leave<", ">from 1 Nov 2026<",
          ">Delivered 15 Nov 2026<", ">Offramp<", ">As of 5 November 2026. Not legal advice.<"}) {
        INFO(part);
        CHECK(card.find(part) != std::string::npos);
    }
    check_picture(card);
    check_inside(card);
}

TEST_CASE("Cards of every lease stay inside their edges", "[app][card]") {
    const char *name =
        GENERATE("all-unknown", "cent-to-quadrillion", "forty-tranches", "hundred-years",
                 "long-names", "no-rights", "nothing", "one-day", "sixty-rights");
    const std::string card = card_of(lease_of_file(std::string{"tests/leases/"} + name + ".json"));
    check_picture(card);
    check_inside(card);
}

TEST_CASE("Cards hold whatever a lease holds as text", "[app][card][hostile]") {
    for (const std::string &label : hostile_labels()) {
        for (const char *link : {"", "deliver=2026-11-15", "deliver=never"}) {
            const std::string card = card_of(labelled(google(), label), link);
            check_picture(card);
            check_inside(card);
        }
    }
}

TEST_CASE("Lines are broken at spaces, before days and between wide characters", "[app][card]") {
    using Lines = std::vector<std::string>;
    CHECK(wrapped("one two three", 10, 45) == Lines{"one two", "three"});
    CHECK(wrapped("on 20 May", 10, 45) == Lines{"on", "20 May"});
    CHECK(wrapped("abcdefghij", 10, 33) == Lines{"abcde", "fghij"});
    CHECK(wrapped("長い契約", 10, 25) == Lines{"長い", "契約"});
    CHECK(wrapped(" \n ", 10, 50) == Lines{""});
    const Setting cut = fitted("one two three four five six", 60, {{20, 1}, {10, 2}});
    CHECK(cut.size == 10);
    CHECK(cut.lines.size() == 2);
    CHECK(cut.lines.back().ends_with("…"));
    for (const std::string &line : cut.lines) {
        CHECK(width_of(line, 10) <= 60);
    }
}
