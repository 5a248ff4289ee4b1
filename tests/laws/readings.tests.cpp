// What readings change, and what they leave alone.
#include "laws.hpp"

#include "core/ask/readings.hpp"

#include <algorithm>

using namespace offramp;
using namespace offramp::laws;

namespace {

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

} // namespace

TEST_CASE("A reading changes only what rests on it", "[laws]") {
    holds(50'000, Variety::Wild, [](const Sample &sample) -> Broken {
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
