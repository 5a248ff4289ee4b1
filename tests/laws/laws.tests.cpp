// What holds of every lease, asked of generated ones. A failure is shrunk to the fewest choices
// that still show it, and printed as a lease document.
#include "core/ask/contrast.hpp"
#include "core/ask/readings.hpp"
#include "core/ask/regimes.hpp"
#include "core/ask/statement.hpp"
#include "core/evaluate/evaluate.hpp"
#include "generate/generate.hpp"
#include "io/lease/read_lease.hpp"
#include "io/lease/write_lease.hpp"
#include "io/scenario/write_scenario.hpp"

#include <catch_amalgamated.hpp>

#include <cstdlib>
#include <optional>
#include <string>

using namespace offramp;

namespace {

constexpr std::uint64_t seed = 20'260'930;

/// A million in all, divided by what the environment says: 50 for the builds that are slow.
std::int64_t part_asked() {
    const char *const asked = std::getenv("OFFRAMP_LAWS_PART");
    const std::int64_t part = asked == nullptr ? 1 : std::strtoll(asked, nullptr, 10);
    return 1 <= part ? part : 1;
}

struct Sample {
    Lease lease;
    Scenario scenario;
    Choices &choices; ///< for what a law needs besides
};

/// What a law says of one sample: nothing when it holds, else how it is broken.
using Broken = std::optional<std::string>;

template <typename Law>
Broken asked(Choices choices, Variety variety, Law law) {
    Lease lease = generated_lease(choices, variety);
    Scenario scenario = generated_scenario(choices, lease, variety);
    return law(Sample{std::move(lease), std::move(scenario), choices});
}

/// Asks a law of `samples` generated leases.
template <typename Law>
void holds(std::int64_t samples, Variety variety, Law law) {
    for (std::int64_t i = 0; i < std::max<std::int64_t>(samples / part_asked(), 1); ++i) {
        Choices choices{seed + static_cast<std::uint64_t>(i)};
        Lease lease = generated_lease(choices, variety);
        Scenario scenario = generated_scenario(choices, lease, variety);
        if (!law(Sample{std::move(lease), std::move(scenario), choices})) {
            continue;
        }
        const auto smallest =
            shrunk(choices.recorded(), [&](const std::vector<std::uint64_t> &recorded) {
                return asked(Choices{recorded}, variety, law).has_value();
            });
        Choices again{smallest};
        const Lease least = generated_lease(again, variety);
        const Scenario supposed = generated_scenario(again, least, variety);
        FAIL("sample " << i << ": " << *asked(Choices{smallest}, variety, law) << "\n"
                       << write_lease(least) << write_scenario(supposed, least));
    }
    SUCCEED();
}

LeaseState state_of(const Sample &sample) {
    return evaluate(sample.lease, sample.scenario, sample.lease.information_day);
}

std::string numbers(const Numbers &range) {
    return std::to_string(range.least) + ".." + std::to_string(range.most);
}

/// Everything that an answer says in numbers, the reasons aside.
std::vector<Numbers> values_of(const LeaseState &state) {
    std::vector<Numbers> all;
    for (const auto &named : state.names) {
        all.push_back(named ? named->value : Numbers{0, 0});
    }
    for (const RightState &right : state.rights) {
        all.push_back(numbers_of(right.arises.value));
        all.push_back(numbers_of(right.opens.value));
        all.push_back(numbers_of(right.closes.value));
        all.push_back(numbers_of(right.first_effect->value));
    }
    for (const FeeState &fee : state.fees) {
        all.push_back(numbers_of(fee.total.value));
    }
    const MoneyState &money = state.money;
    for (const Priced &one : {money.headline, money.firm, money.payable, money.credits}) {
        all.push_back(numbers_of(one.value));
    }
    return all;
}

/// Whether a reason rests on the choice of a reading.
bool rests_on(const Lease &lease, const LeaseState &state, ReasonId id, ReadingId reading) {
    const Reason &reason = get(state.reasons, id);
    const bool is_rule = reason.step == Step::Rule || reason.step == Step::Convention;
    if (is_rule) {
        const Rule &rule = get(lease.rules, RuleId{reason.detail});
        if (rule.form == Form::ByReading && rule.value == reading.index) {
            return true;
        }
        // Words of a rule that are chosen by a reading and change nothing leave no reason.
        for (std::int32_t place = 0; place < rule.child_count; ++place) {
            const RuleId next = child(lease, rule, place);
            if (is_given(next) && is_word(get(lease.rules, next).kind) &&
                get(lease.rules, next).form == Form::ByReading &&
                get(lease.rules, next).value == reading.index) {
                return true;
            }
        }
    }
    for (const ReasonId input : inputs_of(state, reason)) {
        if (rests_on(lease, state, input, reading)) {
            return true;
        }
    }
    return false;
}

bool within(const Numbers &inner, const Numbers &outer) {
    return outer.least <= inner.least && inner.most <= outer.most;
}

} // namespace

TEST_CASE("Evaluating twice gives the same, and other memory changes nothing", "[laws]") {
    LeaseState used;
    holds(200'000, Variety::Wild, [&](const Sample &sample) -> Broken {
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

TEST_CASE("Phases begin one after another, and none twice", "[laws]") {
    holds(200'000, Variety::Wild, [](const Sample &sample) -> Broken {
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

TEST_CASE("A reading changes only what rests on it", "[laws]") {
    holds(100'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const LeaseState before = state_of(sample);
        for (std::size_t i = 0; i < sample.lease.readings.size(); ++i) {
            const ReadingId reading{static_cast<std::int32_t>(i)};
            Scenario other = sample.scenario;
            other.readings[i] = 1 - other.readings[i];
            const LeaseState after = evaluate(sample.lease, other, sample.lease.information_day);
            for (std::size_t n = 0; n < before.names.size(); ++n) {
                const auto &one = before.names[n];
                const auto &two = after.names[n];
                if (one && two && one->value != two->value &&
                    !rests_on(sample.lease, before, one->why, reading) &&
                    !rests_on(sample.lease, after, two->why, reading)) {
                    return sample.lease.names[n].text + " changed";
                }
            }
        }
        return {};
    });
}

TEST_CASE("Months sum to the totals, to the cent", "[laws]") {
    holds(60'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const LeaseState state = state_of(sample);
        const auto months = statement(state);
        if (months.empty() || months.size() == most_statement_months) {
            return {};
        }
        Amount fees = exactly(Money::zero());
        Amount credits = exactly(Money::zero());
        for (const StatementMonth &month : months) {
            fees = fees + month.fees;
            credits = credits + month.credits;
        }
        const auto differs = [](const Amount &sum, const Amount &total) {
            return total.known() && total.least.is_bounded() && sum != total;
        };
        // What is charged once, on a day that is open, may fall in each of several months.
        const bool is_open =
            std::any_of(state.fees.begin(), state.fees.end(), [](const FeeState &fee) {
                return fee.billing.is_once && !fee.from.value.known();
            });
        if (is_open ? !within(numbers_of(state.money.headline.value), numbers_of(fees))
                    : differs(fees, state.money.headline.value)) {
            return "fees " + numbers(numbers_of(fees)) + ", headline " +
                   numbers(numbers_of(state.money.headline.value));
        }
        const bool is_dated =
            std::all_of(state.remedies.begin(), state.remedies.end(), [](const RemedyState &one) {
                return one.credit_days.value.known() && one.first_day.value.known() &&
                       one.accrual.known() && (!one.credited || one.credited->from.known());
            });
        const bool is_held =
            within(numbers_of(state.money.credits.value), numbers_of(credits)) || is_dated;
        if (!is_held || (is_dated && differs(credits, state.money.credits.value))) {
            return "credits " + numbers(numbers_of(credits)) + ", in all " +
                   numbers(numbers_of(state.money.credits.value));
        }
        return {};
    });
}

TEST_CASE("Remedies that share a cap come to no more than it, in parts that add up", "[laws]") {
    std::int64_t bitten = 0;
    holds(60'000, Variety::Wild, [&](const Sample &sample) -> Broken {
        const LeaseState state = state_of(sample);
        LeaseState memory;
        for (const Cap &cap : sample.lease.caps) {
            const Amount most =
                amount_of(evaluate_rule(sample.lease, sample.scenario, cap.amount, memory));
            Amount parts = exactly(Money::zero());
            Amount whole = exactly(Money::zero());
            for (const RemedyId id : cap.remedies) {
                const RemedyState &one = get(state.remedies, id);
                if (one.amount.value.most < one.amount.value.least ||
                    one.uncapped.most < one.amount.value.most) {
                    return "a part of " + numbers(numbers_of(one.amount.value));
                }
                parts = parts + one.amount.value;
                whole = whole + one.uncapped;
            }
            const Amount capped = smaller(whole, most);
            bitten += capped != whole ? 1 : 0;
            const Numbers all = numbers_of(capped);
            if (!within(all, numbers_of(parts)) || (whole.known() && parts != capped)) {
                return "parts of " + numbers(numbers_of(parts)) + ", together " + numbers(all);
            }
        }
        return {};
    });
    CHECK(0 < bitten);
}

TEST_CASE("A delay of no days changes nothing", "[laws]") {
    holds(100'000, Variety::Wild, [](const Sample &sample) -> Broken {
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

TEST_CASE("What holds of a range holds of every value in it", "[laws]") {
    holds(100'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const LeaseState wide = state_of(sample);
        Scenario narrow = sample.scenario;
        const auto pick = [&](const Numbers &range) {
            return range.known() || range.most == INT64_MAX
                       ? range
                       : exactly(sample.choices.number(range.least, range.most));
        };
        for (Delivery &delivery : narrow.deliveries) {
            const bool ends = happens(delivery.day) == Truth::Yes;
            delivery.day = ends ? when_of(pick(numbers_of(delivery.day))) : delivery.day;
            delivery.units = pick(delivery.units);
        }
        for (Numbers &unknown : narrow.unknowns) {
            unknown = pick(unknown);
        }
        const LeaseState point = evaluate(sample.lease, narrow, sample.lease.information_day);
        for (std::size_t n = 0; n < wide.names.size(); ++n) {
            if (wide.names[n] && point.names[n] &&
                !within(point.names[n]->value, wide.names[n]->value)) {
                return sample.lease.names[n].text + ": " + numbers(point.names[n]->value) +
                       " is not within " + numbers(wide.names[n]->value);
            }
        }
        for (std::size_t i = 0; i < wide.rights.size(); ++i) {
            const Truth answer = wide.rights[i].arises.value;
            if (answer != Truth::Depends && point.rights[i].arises.value != answer) {
                return "right " + std::to_string(i) + " was settled, and is otherwise";
            }
        }
        return {};
    });
}

TEST_CASE("Regimes are what asking day by day would find", "[laws]") {
    holds(1'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const Axis axis = DeliveryDay{0};
        const std::int64_t first = ("2024-01-01"_date).day_number();
        const std::int64_t last = first + 400;
        std::vector<Regime> by_day;
        for (std::int64_t day = first; day <= last; ++day) {
            Outcome outcome = outcome_at(sample.lease, sample.scenario, axis, day);
            if (!by_day.empty() && by_day.back().outcome == outcome) {
                by_day.back().last = day;
            } else {
                by_day.push_back({day, day, std::move(outcome)});
            }
        }
        return regimes(sample.lease, sample.scenario, axis, first, last) == by_day
                   ? Broken{}
                   : Broken{"flips differ"};
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

TEST_CASE("Combinations of readings leave out only what changes nothing", "[laws]") {
    holds(20'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const Readings all = readings(sample.lease, sample.scenario, sample.lease.information_day);
        std::size_t product = 1;
        for (const ReadingId id : all.that_matter) {
            product *= get(sample.lease.readings, id).options.size();
        }
        if (all.combinations.size() != product) {
            return "combinations are missing";
        }
        for (std::size_t i = 0; i < sample.lease.readings.size(); ++i) {
            const ReadingId id{static_cast<std::int32_t>(i)};
            Scenario other = sample.scenario;
            other.readings[i] = 1 - other.readings[i];
            const bool changes =
                values_of(state_of(sample)) !=
                values_of(evaluate(sample.lease, other, sample.lease.information_day));
            const bool is_kept = std::find(all.that_matter.begin(), all.that_matter.end(), id) !=
                                 all.that_matter.end();
            if (changes && !is_kept) {
                return sample.lease.readings[i].id + " is pruned and changes something";
            }
        }
        return {};
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
