// Places to jump to, the pinned scenario, the map, and what the picture shows.
#include "app/controls/controls.hpp"
#include "app/operate/follow_link.hpp"
#include "app/operate/operate.hpp"
#include "app/view/present.hpp"
#include "core/evaluate/evaluate.hpp"
#include "support/documents.hpp"

#include <algorithm>

using namespace offramp;
using namespace offramp::testing;

namespace {

Model model_at(const Lease &lease, std::string_view link) {
    return follow_link(model_of(std::make_shared<const Lease>(lease)), link);
}

Model pressed(Model model, std::string_view id, std::string_view value = "press") {
    const Operation operation = operate(model, id, std::string{value}, Stage::Settled);
    INFO(id << "=" << value << ": " << operation.error);
    REQUIRE(operation.action);
    return update(std::move(model), *operation.action);
}

Control control_of(const Exhibit &exhibit, std::string_view id) {
    const auto found = std::find_if(exhibit.controls.begin(), exhibit.controls.end(),
                                    [id](const Control &one) { return one.id == id; });
    REQUIRE(found != exhibit.controls.end());
    return *found;
}

std::string delivered(const Model &model) { return control_of(present(model), "deliver").value; }

} // namespace

TEST_CASE("Where only bounds of the due day are known, presets go to them", "[app][stops]") {
    struct Row {
        const char *preset;
        const char *day;
        const char *why;
    };
    const std::vector<Row> rows = {
        {"first-due", "2025-12-01", "December 2025 is all that is reported"},
        {"last-due", "2025-12-31", "its last day"},
        {"month-late", "2026-01-31", "a month after that"},
        {"never", "never", "nothing is ever delivered"},
    };
    const Lease lease = lease_of_file("assets/leases/nebius-meta-2025.json");
    CHECK(control_of(present(model_at(lease, "")), "preset").value.empty());
    for (const Row &row : rows) {
        INFO(row.why);
        const Model model = pressed(model_at(lease, ""), "preset", row.preset);
        CHECK(control_of(present(model), "deliver.first").value == row.day);
        CHECK(control_of(present(model), "preset").value == row.preset);
    }
}

TEST_CASE("Each preset puts the delivery where its name says", "[app][stops]") {
    struct Row {
        const char *preset;
        const char *day;
        const char *pill;
        const char *why;
    };
    const auto row = GENERATE(
        Row{"on-time", "2026-09-30", "Not yet", "the due day itself"},
        Row{"in-grace", "2026-10-15", "Not yet", "the middle of the month of grace"},
        Row{"month-late", "2026-11-30", "Yes", "a month after the last day of grace, not here yet"},
        Row{"never", "never", "Yes", "nothing is ever delivered"});
    INFO(row.why);
    const Model model = pressed(model_at(google(), ""), "preset", row.preset);
    CHECK(delivered(model) == row.day);
    CHECK(present(model).verdict.pill == row.pill);
    CHECK(control_of(present(model), "preset").value == row.preset);
}

TEST_CASE("Next and previous walk over every outcome of the band and back", "[app][stops]") {
    Model model = model_at(google(), "");
    std::vector<std::string> there;
    while (control_of(present(model), "regime.next").enabled) {
        model = pressed(std::move(model), "regime.next");
        there.push_back(delivered(model));
    }
    CHECK(there == std::vector<std::string>{"2026-10-01", "2026-11-01", "2027-01-02"});
    CHECK_FALSE(operate(model, "regime.next", "press", Stage::Settled).action);
    while (control_of(present(model), "regime.previous").enabled) {
        model = pressed(std::move(model), "regime.previous");
    }
    // The first outcome holds the contract's own day, which is where one wants to be in it.
    CHECK(delivered(model) == "2026-09-30");
}

TEST_CASE("Choosing an outcome gives that outcome, for every option of every lease",
          "[app][stops]") {
    for (const Lease &lease : {google(), anthropic()}) {
        const Model model = model_at(lease, "");
        for (const ControlOption &option : control_of(present(model), "regime").options) {
            INFO(lease.id << " " << option.id << " " << option.label);
            const Exhibit exhibit = present(pressed(model, "regime", option.id));
            CHECK(control_of(exhibit, "regime").value == option.id);
            const auto current =
                std::find_if(exhibit.timeline.band.begin(), exhibit.timeline.band.end(),
                             [](const Span &span) { return span.current; });
            REQUIRE(current != exhibit.timeline.band.end());
            CHECK(current->label == option.label);
        }
    }
}

TEST_CASE("What the pinned scenario and the present differ in is listed, with the price",
          "[app][compare]") {
    Model model = pressed(model_at(google(), ""), "pin");
    CHECK(present(model).comparison.empty());
    model = pressed(std::move(model), "deliver", "2026-11-15");
    const Exhibit exhibit = present(model);
    const auto row = [&](std::string_view what) {
        const auto found =
            std::find_if(exhibit.comparison.begin(), exhibit.comparison.end(),
                         [what](const ComparisonRow &one) { return one.what == what; });
        INFO(what);
        REQUIRE(found != exhibit.comparison.end());
        return *found;
    };
    CHECK(row("GPUs delivered on") ==
          ComparisonRow{"GPUs delivered on", "not recorded", "15 November 2026", ""});
    CHECK(row("Answer") == ComparisonRow{"Answer", "Only if late", "Not yet", ""});
    CHECK(row("Firm") ==
          ComparisonRow{"Firm", "$1,564,000,000.00", "$5,520,000,000.00", "+$3,956,000,000.00"});
    CHECK(exhibit.baseline == "A");
    CHECK_FALSE(exhibit.timeline.handles.front().was); // a day that is not recorded has no place
    CHECK(present(pressed(model, "unpin")).comparison.empty());
}

TEST_CASE("A link brings the pinned scenario back", "[app][compare]") {
    const char *a =
        GENERATE("", "deliver=2026-10-20", "units=96000&reading.month-count=whole_month");
    Model model = pressed(model_at(google(), a), "pin");
    model = pressed(std::move(model), "deliver", "2026-11-15");
    const std::string link = present(model).link;
    INFO(link);
    const Model again = model_at(google(), link);
    CHECK(again.pinned == model.pinned);
    CHECK(again.now == model.now);
    CHECK(present(again).link == link);
}

TEST_CASE("What the last deed changed is marked where it stands", "[app][compare]") {
    const Model model = pressed(model_at(google(), ""), "deliver", "2026-11-15");
    const Exhibit exhibit = present(model);
    CHECK(exhibit.baseline == "before");
    for (const MoneyRow &row : exhibit.money) {
        INFO(row.id);
        CHECK(row.was == (row.id == "firm"          ? "$1,564,000,000.00"
                          : row.id == "conditional" ? "$3,956,000,000.00"
                                                    : ""));
    }
    CHECK(present(model_at(google(), "")).baseline.empty());
}

TEST_CASE("The map shows at every day and size what the engine gives there", "[app][map]") {
    const Model model = model_at(google(), "");
    const Exhibit exhibit = present(model);
    REQUIRE(exhibit.map);
    const RegimeMap &map = *exhibit.map;
    REQUIRE(map.rows.size() == 2);
    CHECK(map.rows.front().label == "110,000");
    CHECK(map.rows.back().label == "0 to 109,999");
    for (const RegimeMap::Row &row : map.rows) {
        for (const std::int64_t units : {row.least, (row.least + row.most) / 2, row.most}) {
            for (std::int64_t day = map.first_day; day <= map.last_day; day += 3) {
                const auto span =
                    std::find_if(row.spans.begin(), row.spans.end(), [day](const Span &one) {
                        return one.first_day <= day && day <= one.last_day;
                    });
                REQUIRE(span != row.spans.end());
                Model there = model;
                there.before_gesture = model.now; // a drag: nobody asks what else would turn it
                suppose(there.now.scenario, DeliverySize{0}, exactly(units));
                suppose(there.now.scenario, DeliveryDay{0}, exactly(day));
                INFO(units << " on " << to_iso(Date::from_day_number(day)));
                CHECK(control_of(present(there), "regime").value_text == span->label);
            }
        }
    }
}

TEST_CASE("Days on which the readings differ are shaded on the lane of their right",
          "[app][present]") {
    const Exhibit exhibit = present(model_at(google(), "deliver=2026-11-15&as-of=2026-10-05"));
    const auto lane = std::find_if(exhibit.timeline.lanes.begin(), exhibit.timeline.lanes.end(),
                                   [](const Lane &one) { return one.id == "late-delivery"; });
    REQUIRE(lane != exhibit.timeline.lanes.end());
    REQUIRE_FALSE(lane->disputed.empty());
    // "It is notice, not grace" opens the right on 1 October; full delivery may not end it.
    CHECK(lane->disputed.front().first_day == "2026-10-01"_date.day_number());
    // Nothing is sure if the full fee waits for the delivery, but for what nobody knows.
    CHECK(exhibit.readings_range == "Under all readings together, firm money is between $0.00 and "
                                    "$1,073,333,333.33, besides fees that are not public.");
}

TEST_CASE("Zooming changes what the picture shows and nothing else", "[app][view]") {
    const Model model = model_at(google(), "deliver=2026-11-15");
    const Exhibit whole = present(model);
    const Model near = pressed(model, "zoom.in");
    const Exhibit zoomed = present(near);
    CHECK(zoomed.timeline.last_day - zoomed.timeline.first_day <
          whole.timeline.last_day - whole.timeline.first_day);
    CHECK(zoomed.timeline.first_day <= whole.timeline.handles.front().day);
    CHECK(whole.timeline.handles.front().day <= zoomed.timeline.last_day);
    CHECK(zoomed.verdict == whole.verdict);
    CHECK(zoomed.money == whole.money);
    CHECK(zoomed.link == whole.link);
    CHECK(control_of(zoomed, "regime").options == control_of(whole, "regime").options);
    CHECK(present(pressed(pressed(near, "pan.later"), "zoom.all")).timeline == whole.timeline);
    CHECK_FALSE(operate(model, "picture", "20697..20970", Stage::Settled).action);
    const Days far{"1900-01-01"_date, "2200-12-31"_date};
    const Operation looked = operate(near, "picture", far, Stage::Settled);
    CHECK(present(update(near, looked.action.value())).timeline == whole.timeline);
}

TEST_CASE("Every amount and every date can be asked for its reasons", "[app][why]") {
    for (const Lease &lease : {google(), anthropic()}) {
        const Model model = model_at(lease, "");
        const Exhibit exhibit = present(model);
        const Control explain = control_of(exhibit, "explain");
        CHECK(explain.options.size() == 1 + exhibit.money.size() + exhibit.key_dates.size());
        for (const ControlOption &option : explain.options) {
            INFO(lease.id << " " << option.id);
            const Exhibit asked = present(pressed(model, "explain", option.id));
            CHECK(asked.explained == option.id);
            const auto tree = std::find_if(asked.why.begin(), asked.why.end(),
                                           [&](const WhyTree &one) { return one.id == option.id; });
            REQUIRE(tree != asked.why.end());
            CHECK_FALSE(tree->rows.empty());
        }
    }
}

TEST_CASE("Both sides and the firm money stand beside the sentence", "[app][present]") {
    const Exhibit exhibit = present(model_at(google(), "deliver=2026-11-15"));
    CHECK(exhibit.summary ==
          std::vector<Fact>{{"Google", "Not yet: from 1 Jan 2027, out on 1 Apr 2027", ""},
                            {"SpaceX", "Not yet: from 1 Jan 2027, out on 1 Apr 2027", ""},
                            {"Firm", "$5.52 billion of $30.4 billion", "firm"}});
}
