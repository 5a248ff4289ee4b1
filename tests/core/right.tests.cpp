#include "core/ask/published.hpp"
#include "support/documents.hpp"

using namespace offramp;
using namespace offramp::testing;

namespace {

/// A right to leave if 100 units are not there on 30 June, after ten days of grace; the right ends
/// with the delivery.
const std::string late_lease = R"({
  "term": {"first_day": "2026-07-01", "last_day": "2027-06-30"},
  "tranches": [{"id": "t", "units": 100, "due": "2026-06-30"}],
  "events": [{"id": "reminder"}, {"id": "other"}],
  "fees": [{"id": "f", "from": "term.first_day", "to": "term.last_day", "per_month": "31.00"}],
  "rights": [{"id": "late", "holder": "tenant",
    "trigger": {"missed": "t.delivered", "by": "t.due"},
    "grace": {"n": 10, "unit": "day", "after": "t.due"},
    "ends_when": "t.delivered" %MORE% }]
})";

std::string with(const std::string &more) {
    std::string text = late_lease;
    text.replace(text.find("%MORE%"), 6, more);
    return text;
}

std::string phases_of(const RightState &right) {
    std::string text;
    for (const Phase &phase : right.phases.all()) {
        text += (text.empty() ? "" : ", ") + std::string{name_of(phase.status)};
        text += phase.from.least.is_day() ? " " + to_iso(phase.from.least) : "";
    }
    return text + (right.unsettled_from ? ", ? " + to_iso(*right.unsettled_from) : "");
}

} // namespace

TEST_CASE("The life of a right to leave for late delivery", "[core][right]") {
    struct Row {
        const char *more;
        const char *scenario;
        const char *phases;
        const char *why;
    };
    const auto row = GENERATE(
        Row{"", R"({"deliveries":[{"tranche":"t","day":"2026-06-30"}]})",
            "not_due, extinguished 2026-06-30", "delivered on the due day is in time"},
        Row{"", R"({"deliveries":[{"tranche":"t","day":"2026-07-01"}]})",
            "not_due, extinguished 2026-07-01", "the first day of grace never begins"},
        Row{"", R"({"deliveries":[{"tranche":"t","day":"2026-07-10"}]})",
            "not_due, grace 2026-07-01, extinguished 2026-07-10", "the last day of grace cures"},
        Row{"", R"({"deliveries":[{"tranche":"t","day":"2026-07-11"}]})",
            "not_due, grace 2026-07-01, extinguished 2026-07-11",
            "delivered on the day the right would open: no day is left to use it"},
        Row{"", R"({"deliveries":[{"tranche":"t","day":"2026-07-12"}]})",
            "not_due, grace 2026-07-01, exercisable 2026-07-11, extinguished 2026-07-12",
            "one day to leave"},
        Row{"", "{}", "not_due, grace 2026-07-01, exercisable 2026-07-11, lapsed 2027-07-01",
            "never delivered: open until the term ends"},
        Row{"", R"({"deliveries":[{"tranche":"t","day":"2026-06-01","units":99}]})",
            "not_due, grace 2026-07-01, exercisable 2026-07-11, lapsed 2027-07-01",
            "one unit short is not delivered"},
        Row{"", R"({"notices":{"late":"2026-07-11"}})",
            "not_due, grace 2026-07-01, terminated 2026-07-11",
            "notice on the first day takes effect at once, and the window never stood open"},
        Row{"", R"({"notices":{"late":"2026-07-10"}})",
            "not_due, grace 2026-07-01, exercisable 2026-07-11, lapsed 2027-07-01",
            "notice in grace is no notice"},
        Row{R"(,"effect":{"n":5,"unit":"day","after":"late.notice"})",
            R"({"notices":{"late":"2026-07-11"}})",
            "not_due, grace 2026-07-01, notice_pending 2026-07-11, terminated 2026-07-16",
            "a lead of five days"},
        Row{R"(,"window":{"last":"2026-07-20"})", "{}",
            "not_due, grace 2026-07-01, exercisable 2026-07-11, lapsed 2026-07-21",
            "a window that closes"},
        Row{R"(,"preconditions":["reminder"])", R"({"events":{"reminder":"2026-07-15"}})",
            "not_due, grace 2026-07-01, locked_precondition 2026-07-11, exercisable 2026-07-15, "
            "lapsed 2027-07-01",
            "nothing before the reminder"},
        Row{R"(,"preconditions":["reminder"])", "{}",
            "not_due, grace 2026-07-01, locked_precondition 2026-07-11, lapsed 2027-07-01",
            "no reminder, no right"},
        Row{R"(,"last_chance":{"what":"t.delivered","by":{"n":9,"unit":"day","after":"late.notice"}})",
            R"({"notices":{"late":"2026-07-11"},"deliveries":[{"tranche":"t","day":"2026-07-20"}]})",
            "not_due, grace 2026-07-01, suspended 2026-07-11, voided 2026-07-20",
            "delivered on the last day of the last chance"},
        Row{R"(,"last_chance":{"what":"t.delivered","by":{"n":9,"unit":"day","after":"late.notice"}})",
            R"({"notices":{"late":"2026-07-11"},"deliveries":[{"tranche":"t","day":"2026-07-21"}]})",
            "not_due, grace 2026-07-01, suspended 2026-07-11, terminated 2026-07-21",
            "one day too late for it"});
    INFO(row.why);
    CHECK(phases_of(state_of(case_of(with(row.more), row.scenario)).rights[0]) == row.phases);
}

TEST_CASE("A delivery on a day that is not known leaves the right open where it matters",
          "[core][right]") {
    struct Row {
        const char *from;
        const char *to;
        const char *arises;
        const char *phases;
        const char *why;
    };
    const auto row = GENERATE(
        Row{"2026-06-01", "2026-06-30", "no", "not_due, extinguished 2026-06-01",
            "in time whichever day it was"},
        Row{"2026-08-01", "2026-09-01", "yes",
            "not_due, grace 2026-07-01, exercisable 2026-07-11, extinguished 2026-08-01",
            "late whichever day it was"},
        Row{"2026-06-01", "2026-09-01", "depends", "not_due, grace 2026-07-01, ? 2026-06-01",
            "it may have been in time or late"});
    INFO(row.why);
    const auto scenario = std::string{R"({"deliveries":[{"tranche":"t","day":{"from":")"} +
                          row.from + R"(","to":")" + row.to + R"("}}]})";
    const auto state = state_of(case_of(with(""), scenario));
    const Truth arises = state.rights[0].arises.value;
    CHECK((arises == Truth::Yes  ? "yes"
           : arises == Truth::No ? "no"
                                 : "depends") == std::string{row.arises});
    CHECK(phases_of(state.rights[0]) == row.phases);
}

TEST_CASE("A notice that ends the lease ends every other right in it", "[core][right]") {
    const std::string two = R"({
      "term": {"first_day": "2026-07-01", "last_day": "2027-06-30"},
      "rights": [
        {"id": "a", "holder": "either", "trigger": {"on": "2026-08-01"}},
        {"id": "b", "holder": "landlord", "trigger": {"on": "2026-12-01"}}]})";
    const auto state = state_of(case_of(two, R"({"notices":{"a":"2026-09-15"}})"));
    CHECK(phases_of(state.rights[0]) == "not_due, exercisable 2026-08-01, terminated 2026-09-15");
    CHECK(phases_of(state.rights[1]) == "not_due, terminated 2026-09-15");
    CHECK(state.terminated.value == exactly("2026-09-15"_date));
}

TEST_CASE("Firm money is what is payable before the first exit that costs nothing",
          "[core][money]") {
    struct Row {
        const char *rights;
        const char *firm;
        const char *why;
    };
    // 31.00 a month, so that a day of July is 1.00.
    const auto row = GENERATE(
        Row{"", "372.00", "nobody may leave"},
        Row{R"({"id":"a","holder":"landlord","trigger":{"on":"2026-07-11"}})", "10.00",
            "the landlord may leave too: 1 to 10 July are paid"},
        Row{R"({"id":"a","holder":"tenant","trigger":{"on":"2026-07-11"},"exit_fee":"5.00"})",
            "372.00", "an exit with a price is not free"},
        Row{R"({"id":"a","holder":"tenant","trigger":{"on":"2026-07-11"},"exit_fee":"0.00"})",
            "10.00", "an exit that costs nothing is"},
        Row{R"({"id":"a","holder":"tenant","trigger":{"on":"2026-07-11"}},
               {"id":"b","holder":"tenant","trigger":{"on":"2026-07-05"}})",
            "4.00", "the earlier of two"},
        Row{R"({"id":"a","holder":"tenant","trigger":{"on":"2027-07-01"}})", "372.00",
            "a right that opens after the term"});
    INFO(row.why);
    const auto state = state_of(case_of(
        R"({"term":{"first_day":"2026-07-01","last_day":"2027-06-30"},
            "fees":[{"id":"f","from":"term.first_day","to":"term.last_day","per_month":"31.00"}],
            "rights":[)" +
        std::string{row.rights} + "]}"));
    CHECK(to_decimal(state.money.firm.value.least, 2) == row.firm);
    CHECK(state.money.firm.value.most <= state.money.headline.value.most);
}

TEST_CASE("Evaluating twice, and into used memory, gives the same answer", "[core][evaluate]") {
    const Lease lease = google();
    const Lease other = anthropic();
    LeaseState reused;
    evaluate(other, on_time_scenario(other), "2026-11-22"_date, reused);
    evaluate(lease, on_time_scenario(lease), "2026-11-22"_date, reused);
    CHECK(reused == evaluate(lease, on_time_scenario(lease), "2026-11-22"_date));
}

TEST_CASE("Every step of an explanation rests on steps before it", "[core][because]") {
    const Lease lease = google();
    const LeaseState state = evaluate(lease, on_time_scenario(lease), "2026-11-22"_date);
    int wrong = 0;
    for (std::size_t i = 0; i < state.reasons.size(); ++i) {
        for (const ReasonId input : inputs_of(state, state.reasons[i])) {
            wrong += input.at() < i ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
    CHECK(20 < state.reasons.size());
}
