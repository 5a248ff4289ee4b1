// What the laws share: samples of leases that nobody signed, and how a broken law is shrunk and
// shown. A failure is shrunk to the fewest choices that still show it, and printed as a lease
// document with its scenario.
#pragma once

#include "core/evaluate/evaluate.hpp"
#include "generate/generate.hpp"

#include <catch_amalgamated.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace offramp::laws {

inline constexpr std::uint64_t seed = 20'260'930;

/// By what the environment says that the number of samples is divided: 1 unless it does.
std::int64_t part_asked();

struct Sample {
    Lease lease;
    Scenario scenario;
    Choices &choices; ///< for what a law needs besides
};

/// What a law says of one sample: nothing when it holds, else how it is broken.
using Broken = std::optional<std::string>;

Sample sample_of(Choices &choices, Variety variety);

/// A sample as two documents, after the words that say how it breaks a law.
std::string shown(std::int64_t number, const std::string &broken, const Sample &sample);

/// Asks a law of `samples` generated leases, divided by the part asked for.
template <typename Law>
void holds(std::int64_t samples, Variety variety, Law law) {
    for (std::int64_t i = 0; i < std::max<std::int64_t>(samples / part_asked(), 1); ++i) {
        Choices choices{seed + static_cast<std::uint64_t>(i)};
        if (!law(sample_of(choices, variety))) {
            continue;
        }
        const auto smallest =
            shrunk(choices.recorded(), [&](const std::vector<std::uint64_t> &recorded) {
                Choices replayed{recorded};
                return law(sample_of(replayed, variety)).has_value();
            });
        Choices again{smallest};
        const Sample least = sample_of(again, variety);
        const Broken broken = law(least);
        FAIL(shown(i, broken.value_or("only before it was shrunk"), least));
    }
    SUCCEED();
}

LeaseState state_of(const Sample &sample);

std::string numbers(const Numbers &range);

/// Everything that an answer says in numbers, the reasons aside.
std::vector<Numbers> values_of(const LeaseState &state);

/// A value of an answer with the words by which a broken law names it.
struct Told {
    std::string what;
    Numbers value;
};
std::vector<Told> told_names(const Lease &lease, const LeaseState &state);
std::vector<Told> told_rights(const LeaseState &state);
std::vector<Told> told_remedies(const LeaseState &state);
std::vector<Told> told_money(const LeaseState &state);

constexpr bool within(const Numbers &inner, const Numbers &outer) {
    return outer.least <= inner.least && inner.most <= outer.most;
}

} // namespace offramp::laws
