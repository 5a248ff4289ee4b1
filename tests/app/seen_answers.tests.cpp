// The answer in words, as seen from a day: worked examples, and the whole library on many days.
#include "app/answers/answers.hpp"
#include "core/ask/published.hpp"
#include "support/documents.hpp"

#include <cstdlib>

using namespace offramp;
using namespace offramp::testing;

namespace {

std::string answer(const Lease &lease, const Scenario &scenario, Date as_of, const char *path) {
    const LeaseState state = evaluate(lease, scenario, as_of);
    return seen_answer_at(lease, scenario, state, as_of, path).value_or("no such path");
}

/// The lease's deliveries that nothing reports, all on one day, or open.
Scenario supposing(const Lease &lease, const std::optional<Date> &day) {
    Scenario scenario = open_scenario(lease);
    for (Delivery &delivery : scenario.deliveries) {
        if (is_open(delivery) && day) {
            delivery.day = exactly(*day);
        }
    }
    return scenario;
}

/// The first day on which a tranche that nobody reported is due; the information day without one.
Date due_day(const Lease &lease) {
    const Scenario scenario = open_scenario(lease);
    const LeaseState state = evaluate(lease, scenario, lease.information_day);
    for (const Delivery &delivery : scenario.deliveries) {
        const When due = day_named(state, name_of_due(delivery.tranche)).value;
        if (is_open(delivery) && "2000-01-01"_date <= due.least && due.least.is_day()) {
            return due.least;
        }
    }
    return lease.information_day;
}

std::string golden() {
    std::string text =
        "Every lease of the library, seen from four days, with nothing supposed and with three "
        "deliveries.\nWritten by the tests with OFFRAMP_UPDATE=1.\n";
    for (const std::string &path : documents_in("assets/leases")) {
        const Lease lease = lease_of_file(path);
        const Date due = due_day(lease);
        text +=
            "\n# " + lease.id + ": " + lease.presentation.question + " (due " + to_iso(due) + ")\n";
        const std::pair<const char *, std::optional<Date>> deliveries[] = {
            {"open", std::nullopt},
            {"in time", due},
            {"late", add_days(due, 45)},
            {"never", Date::never()}};
        for (const int days : {-30, 10, 60, 365}) {
            const Date as_of = add_days(due, days);
            for (const auto &[name, day] : deliveries) {
                const Scenario scenario = supposing(lease, day);
                const auto say = [&](const char *what) {
                    return answer(lease, scenario, as_of, what);
                };
                text += to_iso(as_of) + " " + name + ": " + say("answer.pill") + ". " +
                        say("answer.sentence") + "\n    landlord: " + say("answer.landlord.pill") +
                        "; due " + say("ledger.due") + ", firm " + say("ledger.firm") +
                        ", conditional " + say("ledger.conditional") + ", cancellable " +
                        say("ledger.cancellable") + ", unknown " + say("ledger.unknown") + "\n";
            }
        }
    }
    return text;
}

} // namespace

TEST_CASE("The answer is that of the day it is seen from", "[app][answers]") {
    struct Row {
        const char *as_of;
        const char *delivered;
        const char *pill;
        std::vector<const char *> says;
    };
    const Row rows[] = {
        {"2026-11-27",
         "",
         "Only if late",
         {"only if SpaceX was late", "not all there by 30 October 2026", "until they are",
          "from 1 January 2027"}},
        {"2026-11-27", "2026-09-30", "Not yet", {"in time", "from 1 January 2027", "1 April 2027"}},
        {"2026-11-27",
         "2026-10-20",
         "Not yet",
         {"20 days late", "within the month of grace", "from 1 January 2027"}},
        {"2026-11-27",
         "2026-11-15",
         "Not yet",
         {"from 1 January 2027", "could have left", "31 October", "14 November 2026"}},
        {"2026-11-27", "never", "Yes", {"may leave", "at once"}},
        {"2026-11-05", "2026-11-15", "Yes", {"at once", "The last day for it is 14 November 2026"}},
        {"2026-06-10",
         "",
         "Only if late",
         {"only if SpaceX is late", "from 31 October", "from 1 January 2027"}},
        {"2027-02-01", "2026-09-30", "Yes", {"notice", "today", "2 May 2027"}},
        {"2029-07-01", "2026-09-30", "Not any more", {"ended", "30 June 2029"}},
    };
    const Lease lease = google();
    for (const Row &row : rows) {
        const std::string day = row.delivered;
        const Scenario scenario = supposing(lease, day.empty()      ? std::nullopt
                                                   : day == "never" ? std::optional{Date::never()}
                                                                    : parse_iso(day));
        const Date as_of = *parse_iso(row.as_of);
        const std::string sentence = answer(lease, scenario, as_of, "answer.sentence");
        INFO(row.as_of << " " << row.delivered << ": " << sentence);
        CHECK(answer(lease, scenario, as_of, "answer.pill") == row.pill);
        for (const char *words : row.says) {
            INFO(words);
            CHECK(sentence.find(words) != std::string::npos);
        }
    }
}

TEST_CASE("Every lease of the library answers as the golden file says", "[app][answers][golden]") {
    const std::string path = "tests/golden/answers.txt";
    if (std::getenv("OFFRAMP_UPDATE") != nullptr) {
        std::ofstream{std::string{OFFRAMP_SOURCE_DIR} + "/" + path} << golden();
    }
    CHECK(text_of_file(path) == golden());
}
