#include "app/link/link.hpp"
#include "app/model/model.hpp"
#include "app/operate/follow_link.hpp"
#include "app/operate/operate.hpp"

#include "app/controls/controls.hpp"
#include "app/view/present.hpp"
#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

namespace {

Model model() { return model_of(std::make_shared<const Lease>(google())); }

std::int64_t number(Date day) { return day.day_number(); }

Date delivered(const Model &of) { return of.now.scenario.deliveries[0].day.least; }

} // namespace

TEST_CASE("A lease is first shown with nothing supposed of its delivery", "[app][update]") {
    CHECK(delivered(model()) == Date::dawn());
    CHECK(value_at(model().now, DeliveryDay{0}) == open_day);
    CHECK(model().now == model().published);
    CHECK(model().now.as_of == "2026-11-22"_date);
}

TEST_CASE("Undo and redo walk through what was done", "[app][update]") {
    Model now = model();
    now = update(now, Set{DeliveryDay{0}, number("2026-11-15"_date)});
    now = update(now, Set{ChosenOption{ReadingId{0}}, 1});
    now = update(now, Undo{});
    CHECK(now.now.scenario.readings[0] == 0);
    CHECK(delivered(now) == "2026-11-15"_date);
    now = update(now, Undo{});
    CHECK(now.now == now.published);
    now = update(now, Undo{}); // nothing left to undo
    CHECK(now.now == now.published);
    now = update(update(now, Redo{}), Redo{});
    CHECK(delivered(now) == "2026-11-15"_date);
    CHECK(now.now.scenario.readings[0] == 1);
    now = update(now, Undo{});
    now = update(now, Set{AsOfDay{}, number("2026-12-01"_date)});
    CHECK(now.future.empty()); // a new deed forgets what was undone
}

TEST_CASE("A drag is one step to undo, however long it was", "[app][update]") {
    Model now = model();
    for (int day = 0; day < 100; ++day) {
        now = update(now, Set{DeliveryDay{0}, number("2026-10-01"_date) + day, Stage::Dragging});
    }
    CHECK(now.past.empty());
    now = update(now, Set{DeliveryDay{0}, number("2026-11-15"_date), Stage::Settled});
    CHECK(now.past.size() == 1);
    now = update(now, Undo{});
    CHECK(now.now == now.published);
}

TEST_CASE("A cancelled drag leaves no trace", "[app][update]") {
    const Model before = model();
    Model now = update(before, Set{DeliveryDay{0}, number("2026-12-24"_date), Stage::Dragging});
    CHECK(delivered(now) == "2026-12-24"_date);
    now = update(now, CancelGesture{});
    CHECK(now.now == before.now);
    CHECK(now.past.empty());
    CHECK_FALSE(now.before_gesture);
    // Neither does one that ends where it began.
    now = update(now, Set{DeliveryDay{0}, number("2026-09-30"_date), Stage::Settled});
    now = update(now, Set{DeliveryDay{0}, number("2026-12-24"_date), Stage::Dragging});
    now = update(now, Set{DeliveryDay{0}, number("2026-09-30"_date), Stage::Settled});
    CHECK(now.past.size() == 1);
}

TEST_CASE("Reset returns to what was published, and can be undone", "[app][update]") {
    Model now = update(model(), Set{DeliveryDay{0}, number("2026-11-15"_date)});
    now = update(now, Reset{});
    CHECK(now.now == now.published);
    now = update(now, Undo{});
    CHECK(delivered(now) == "2026-11-15"_date);
}

TEST_CASE("The day the page is opened is where the reader looks from", "[app][update]") {
    const Model now = update(model(), OpenedOn{"2027-02-03"_date});
    CHECK(now.now.as_of == "2027-02-03"_date);
    CHECK(now.now == now.published);
    CHECK(now.past.empty());
}

TEST_CASE("History has a limit and keeps the newest", "[app][update]") {
    Model now = model();
    for (int i = 0; i < 500; ++i) {
        now = update(now, Set{AsOfDay{}, number("2026-12-01"_date) + i});
    }
    CHECK(now.past.size() == 200);
    now = update(now, Undo{});
    CHECK(now.now.as_of == add_days("2026-12-01"_date, 498));
}

TEST_CASE("What no source states is not known until the reader supposes it", "[app]") {
    const Model published = model_of(
        std::make_shared<const Lease>(lease_of_file("assets/leases/cipher-aws-2025.json")));
    const auto control_named = [](const Model &model, std::string_view id) {
        const auto controls = controls_of(model);
        const auto found = std::find_if(controls.begin(), controls.end(),
                                        [id](const Control &one) { return one.id == id; });
        REQUIRE(found != controls.end());
        return *found;
    };
    CHECK(control_named(published, "input.late-days").value == "open");
    CHECK(control_named(published, "input.late-days").value_text == "not public");
    CHECK(control_named(published, "input.late-delivery-exists").value == "open");
    CHECK(present(published).verdict.pill == "It depends");
    CHECK(present(published).verdict.sentence.ends_with(
        "“Do the papers let Amazon leave if phase 1 is late?”"));

    Model other = published;
    for (const auto &[id, value] :
         std::vector<std::pair<const char *, const char *>>{{"input.late-delivery-exists", "yes"},
                                                            {"input.late-days", "30"},
                                                            {"input.notice-days", "0"},
                                                            {"deliver.phase-1", "2026-12-31"}}) {
        const Operation operation = operate(other, id, value, Stage::Settled);
        INFO(id << ": " << operation.error);
        REQUIRE(operation.action);
        other = update(std::move(other), *operation.action);
    }
    CHECK(control_named(other, "input.late-days").value == "30");
    CHECK(control_named(other, "input.late-delivery-exists").value == "yes");
    CHECK(follow_link(published, link_of(other)).now == other.now);
    CHECK(update(other, Reset{}).now == published.now);
    CHECK_FALSE(operate(published, "input.late-delivery-exists", "perhaps", Stage::Settled).action);
    CHECK_FALSE(operate(published, "input.late-days", "many", Stage::Settled).action);
}

TEST_CASE("Days, amounts and large counts that no source states can be supposed, and withdrawn",
          "[app]") {
    const auto of = read_case(R"({"id":"u","title":"t","source":"s","lease":{"currency":"USD",
        "clauses":[{"id":"c","text":"c","is":"derived"}],
        "term":{"first_day":"2026-10-01","last_day":"2029-09-30"},
        "unknowns":[{"id":"audit","question":"When is the audit?","kind":"day","least":"2027-01-01","most":"2027-03-31"},
                    {"id":"call","question":"When is the call?","kind":"day"},
                    {"id":"lead","question":"How long is the notice?","kind":"count"},
                    {"id":"price","question":"What does it cost?","kind":"amount","least":"0.50"}],
        "inputs":[{"id":"start","label":"The tenant moves in","kind":"day"}],
        "fees":[{"id":"audit-fee","on":{"unknown":"audit"},"amount":{"unknown":"price"}}],
        "dates":[{"id":"moved","is":{"latest":[{"unknown":"start"},{"unknown":"call"}]}}],
        "rights":[{"id":"r","holder":"tenant","trigger":{"on":"2027-01-01"},"clause":"c",
                   "effect":{"n":{"unknown":"lead"},"unit":"day","after":"r.notice"}}]},
        "scenario":{"as_of":"2026-11-22"},"expect":{"rights":{"r":{"arises":true}}}})");
    REQUIRE(of.value);
    const Model published = model_of(*of.value);
    struct Row {
        const char *id;
        const char *value;
        const char *shown; ///< "": refused
        const char *why;
    };
    const auto row = GENERATE(
        Row{"input.audit", "2027-02-14", "14 February 2027", "a day within its bounds"},
        Row{"input.audit", "2027-04-01", "", "a day beyond them"},
        Row{"input.audit", "never", "", "it is on one of these days"},
        Row{"input.call", "never", "never", "nothing says that it comes"},
        Row{"input.call", "2026-12-01", "1 December 2026", "any day"},
        Row{"input.lead", "400", "400", "more than a year of notice"},
        Row{"input.lead", "1000000001", "", "no number of days"},
        Row{"input.price", "1234567.89", "$1,234,567.89", "to the cent"},
        Row{"input.price", "2000000000.00", "$2,000,000,000.00", "more than the slider offers"},
        Row{"input.price", "0.49", "", "less than it is at the least"},
        Row{"input.price", "1.005", "", "a tenth of a cent"},
        Row{"input.start.on", "on", "22 November 2026", "the day that the reader looks from"},
        Row{"input.start", "2027-01-01", "1 January 2027", "the reader's to say"});
    INFO(row.id << "=" << row.value << ": " << row.why);
    const Operation operation = operate(published, row.id, row.value, Stage::Settled);
    REQUIRE(operation.action.has_value() == (row.shown[0] != '\0'));
    if (!operation.action) {
        CHECK_FALSE(operation.error.empty());
        return;
    }
    const Model other = update(published, *operation.action);
    const std::vector<Control> changed = changed_controls(other);
    REQUIRE(changed.size() == 1);
    CHECK(changed.front().value_text == row.shown);
    CHECK(follow_link(published, link_of(other)).now == other.now);
    if (changed.front().id != "input.start") { // which is no gap in the papers
        const Operation back = operate(other, changed.front().id, "", Stage::Settled);
        REQUIRE(back.action);
        CHECK(update(other, *back.action).now == published.now);
    }
}
