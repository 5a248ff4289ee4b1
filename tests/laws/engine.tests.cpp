// What holds of every evaluation.
#include "laws.hpp"

#include "io/lease/read_lease.hpp"
#include "io/lease/write_lease.hpp"

using namespace offramp;
using namespace offramp::laws;

TEST_CASE("Evaluating twice gives the same, and other memory changes nothing", "[laws]") {
    LeaseState used;
    holds(120'000, Variety::Wild, [&](const Sample &sample) -> Broken {
        const LeaseState fresh = state_of(sample);
        evaluate(sample.lease, sample.scenario, sample.lease.information_day, used);
        return fresh == used ? Broken{} : Broken{"two evaluations differ"};
    });
}

TEST_CASE("A later delivery never takes away a right to leave for lateness", "[laws]") {
    holds(300'000, Variety::Plain, [](const Sample &sample) -> Broken {
        const LeaseState before = state_of(sample);
        Scenario later = sample.scenario;
        for (Delivery &delivery : later.deliveries) {
            delivery.day = add_days(delivery.day, sample.choices.number(0, 200));
        }
        const LeaseState after = evaluate(sample.lease, later, sample.lease.information_day);
        for (std::size_t i = 0; i < before.rights.size(); ++i) {
            if (before.rights[i].arises.value == Truth::Yes &&
                after.rights[i].arises.value != Truth::Yes) {
                return "right " + std::to_string(i) + " is gone";
            }
        }
        return {};
    });
}

TEST_CASE("More days of delay never take away a right to leave for lateness", "[laws]") {
    // A delay that excuses nobody: no clause of the plain variety says that one does.
    holds(100'000, Variety::Plain, [](const Sample &sample) -> Broken {
        const LeaseState before = state_of(sample);
        Scenario later = sample.scenario;
        const auto last = static_cast<std::int64_t>(later.deliveries.size()) - 1;
        Delivery &delivery =
            later.deliveries[static_cast<std::size_t>(sample.choices.number(0, last))];
        delivery.day = sample.choices.chance(1, 4)
                           ? exactly(Date::never())
                           : add_days(delivery.day, sample.choices.number(1, 400));
        const LeaseState after = evaluate(sample.lease, later, sample.lease.information_day);
        for (std::size_t i = 0; i < before.rights.size(); ++i) {
            const RightState &one = before.rights[i];
            const RightState &two = after.rights[i];
            if (one.arises.value == Truth::Yes && two.arises.value != Truth::Yes) {
                return "right " + std::to_string(i + 1) + " is gone";
            }
            if (one.arises.value == Truth::Yes && (one.opens.value.least < two.opens.value.least ||
                                                   two.closes.value.most < one.closes.value.most)) {
                return "right " + std::to_string(i + 1) + " has fewer days";
            }
        }
        return {};
    });
}

TEST_CASE("Phases begin one after another, and none twice", "[laws]") {
    holds(120'000, Variety::Wild, [](const Sample &sample) -> Broken {
        for (const RightState &right : state_of(sample).rights) {
            const auto phases = right.phases.all();
            for (std::size_t i = 1; i < phases.size(); ++i) {
                const bool is_later = phases[i - 1].from.least <= phases[i].from.least &&
                                      phases[i - 1].from.most <= phases[i].from.most;
                const bool is_known = phases[i].from.known() && phases[i - 1].from.known();
                if (is_known && (!is_later || (i != 1 && phases[i].from == phases[i - 1].from))) {
                    return std::string{name_of(phases[i].status)} + " from " +
                           numbers(numbers_of(phases[i].from)) + " does not follow " +
                           std::string{name_of(phases[i - 1].status)} + " from " +
                           numbers(numbers_of(phases[i - 1].from));
                }
            }
        }
        return {};
    });
}

TEST_CASE("A delay of no days changes nothing", "[laws]") {
    holds(60'000, Variety::Wild, [](const Sample &sample) -> Broken {
        Scenario none = sample.scenario;
        for (DelayDays &delay : none.delays) {
            delay = {};
        }
        Scenario empty = none;
        for (DelayDays &delay : empty.delays) {
            delay.runs.push_back({exactly("2026-01-02"_date), exactly("2026-01-01"_date)});
        }
        const Date day = sample.lease.information_day;
        return values_of(evaluate(sample.lease, none, day)) ==
                       values_of(evaluate(sample.lease, empty, day))
                   ? Broken{}
                   : Broken{"an empty run of delay changed something"};
    });
}

TEST_CASE("What is written of a generated lease reads back equal", "[laws]") {
    holds(5'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const std::string text = write_lease(sample.lease);
        const auto result = read_lease(text);
        if (!result.value) {
            return "refused: " + result.findings.front().message;
        }
        return write_lease(*result.value) == text ? Broken{} : Broken{"another text"};
    });
}

TEST_CASE("A broken law is found, and shrunk to what breaks it", "[laws]") {
    // The planted fault: a "law" that no right ever arises.
    const auto broken = [](const Choices &from) {
        Choices choices = from;
        const Lease lease = generated_lease(choices, Variety::Plain);
        const Scenario scenario = generated_scenario(choices, lease, Variety::Plain);
        return evaluate(lease, scenario, lease.information_day).rights[0].arises.value ==
               Truth::Yes;
    };
    std::optional<std::vector<std::uint64_t>> found;
    for (std::uint64_t i = 0; i < 100 && !found; ++i) {
        Choices choices{seed + i};
        if (broken(choices)) {
            const Lease lease = generated_lease(choices, Variety::Plain);
            generated_scenario(choices, lease, Variety::Plain);
            found = choices.recorded();
        }
    }
    REQUIRE(found);
    const auto smallest = shrunk(*found, [&](const std::vector<std::uint64_t> &recorded) {
        return broken(Choices{recorded});
    });
    CHECK(broken(Choices{smallest}));
    CHECK(smallest.size() < found->size());
    Choices again{smallest};
    CHECK(generated_lease(again, Variety::Plain).rights.size() == 1);
}
