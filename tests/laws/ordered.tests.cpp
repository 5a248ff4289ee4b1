// Least is never above most, in any value of an answer.
#include "laws.hpp"

using namespace offramp;
using namespace offramp::laws;

namespace {

Broken first_inverted(const std::vector<Told> &all) {
    for (const Told &told : all) {
        if (told.value.most < told.value.least) {
            return told.what + " is " + numbers(told.value);
        }
    }
    return {};
}

} // namespace

TEST_CASE("The least of what a name comes to is not above the most", "[laws]") {
    holds(70'000, Variety::Wild, [](const Sample &sample) {
        return first_inverted(told_names(sample.lease, state_of(sample)));
    });
}

TEST_CASE("The least of what a right turns on is not above the most", "[laws]") {
    holds(50'000, Variety::Wild,
          [](const Sample &sample) { return first_inverted(told_rights(state_of(sample))); });
}

TEST_CASE("The least of what a remedy comes to is not above the most", "[laws]") {
    holds(50'000, Variety::Wild,
          [](const Sample &sample) { return first_inverted(told_remedies(state_of(sample))); });
}

TEST_CASE("The least of all money is not above the most", "[laws]") {
    holds(50'000, Variety::Wild,
          [](const Sample &sample) { return first_inverted(told_money(state_of(sample))); });
}
