#include "app/link/link.hpp"
#include "app/controls/controls.hpp"
#include "app/operate/follow_link.hpp"
#include "app/operate/operate.hpp"

#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

namespace {

Model model() { return model_of(std::make_shared<const Lease>(google())); }

} // namespace

TEST_CASE("A link holds what differs, in words, and brings it back", "[app][link]") {
    Model now = model();
    CHECK(link_of(now).empty());
    for (const auto &[id, value] : {std::pair{"deliver", "2026-11-15"},
                                    {"units", "96000"},
                                    {"reading.month-count", "whole_month"},
                                    {"event.accept", "2026-11-20"},
                                    {"as-of", "2026-12-01"}}) {
        const Operation operation = operate(now, id, value, Stage::Settled);
        INFO(operation.error);
        REQUIRE(operation.action);
        now = update(now, *operation.action);
    }
    CHECK(link_of(now) == "deliver=2026-11-15&units=96000&event.accept=2026-11-20&as-of=2026-12-01"
                          "&reading.month-count=whole_month");
    const Model followed = follow_link(model(), link_of(now));
    CHECK(followed.now == now.now);
    CHECK(followed.notes.empty());
    CHECK(followed.past.empty());
}

TEST_CASE("What a link holds that cannot be taken is left out and named", "[app][link][hostile]") {
    struct Row {
        const char *fragment;
        const char *named;
        const char *why;
    };
    const auto row = GENERATE(
        Row{"deliver=2026-02-30", "2026-02-30", "no such day"},
        Row{"deliver=1899-12-31", "1899-12-31 is out of range", "before 1900"},
        Row{"deliver=2201-01-01", "2201-01-01 is out of range", "after 2200"},
        Row{"deliver=", "is not a day", "nothing"}, Row{"deliver", "is not a day", "no value"},
        Row{"units=-1", "-1", "fewer than none"}, Row{"units=110001", "110001", "more than all"},
        Row{"units=9e3", "9e3", "not a whole number"},
        Row{"units=99999999999999999999", "99999999999999999999", "too wide"},
        Row{"reading.month-count=x", "no option", "no such option"},
        Row{"reading.nothing=x", "no control", "no such reading"},
        Row{"undo=1", "undo", "a button is no value"},
        Row{"deliver=%zz", "cannot be read", "a broken escape"},
        Row{"%ff%fe=1", "no control", "bytes that are no text"},
        Row{"<script>alert(1)</script>=1", "no control", "markup"},
        Row{"as-of=never", "is not a day", "one looks from some day"});
    INFO(row.why);
    const Model followed = follow_link(model(), row.fragment);
    CHECK(followed.now == model().now);
    REQUIRE(followed.notes.size() == 1);
    INFO(followed.notes[0]);
    CHECK(followed.notes[0].find(row.named) != std::string::npos);
}

TEST_CASE("The good part of a link is followed beside the bad", "[app][link]") {
    const Model followed =
        follow_link(model(), "nonsense=1&deliver=2026-11-15&utm_source=x&?secret=abcdefghij");
    CHECK(followed.now.scenario.deliveries[0].day == exactly("2026-11-15"_date));
    CHECK(followed.notes.size() == 1);
}

TEST_CASE("A link without end is not followed", "[app][link][hostile]") {
    const Model followed = follow_link(model(), std::string(5000, '&') + "deliver=2026-11-15");
    CHECK(followed.now == model().now);
    CHECK(followed.notes.size() == 1);
    std::string many;
    for (int i = 0; i < 500; ++i) {
        many += "a=1&";
    }
    CHECK(follow_link(model(), many).notes.size() == 8);
}

TEST_CASE("A link asks for a few whole answers, and no more of them are made",
          "[app][link][hostile]") {
    for (const std::string key :
         {"zoom.in", "pan.later", "picture", "explain", "regime", "preset"}) {
        std::string link = "deliver=2026-11-15";
        while (link.size() < 3980) {
            link += "&" + key;
        }
        const Model followed = follow_link(model(), link);
        INFO(key);
        CHECK(followed.notes.back() ==
              "The link was followed in part: it asks for “" + key + "” too often.");
        CHECK(link_of(followed) == "deliver=2026-11-15");
    }
}

TEST_CASE("Every control takes its own value back", "[app][controls]") {
    Model now = model();
    now = update(now, *operate(now, "event.accept.on", "on", Stage::Settled).action);
    for (const Control &control : controls_of(now)) {
        if (control.kind == ControlKind::Button) {
            continue;
        }
        INFO(control.id);
        const Operation operation = operate(now, control.id, control.value, Stage::Settled);
        INFO(operation.error);
        REQUIRE(operation.action);
        CHECK(update(now, *operation.action).now == now.now);
    }
}

TEST_CASE("A toggle puts a day where there was none and takes it away", "[app][controls]") {
    Model now = model();
    now = update(now, *operate(now, "notice.convenience.on", "on", Stage::Settled).action);
    CHECK(now.now.scenario.notices[1].day == exactly("2027-01-01"_date));
    now = update(now, *operate(now, "notice.convenience.on", "off", Stage::Settled).action);
    CHECK(now.now.scenario.notices[1].day == exactly(Date::never()));
}
