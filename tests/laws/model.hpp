// A second evaluator, written from the words of the schema page: slow, of exact values alone, and
// of what it knows. It shares nothing with core/evaluate, and leaves out what it does not know.
#pragma once

#include "core/lease/scenario.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace offramp::laws {

/// Days are day numbers; these two stand before and after all of them.
inline constexpr std::int64_t model_never = 1'000'000'000;
inline constexpr std::int64_t model_dawn = -1'000'000'000;

/// Nothing where the model does not know what a rule comes to.
using Modelled = std::optional<std::int64_t>;

struct ModelRight {
    bool late;   ///< what it waits for did not come in time
    bool arises; ///< notice may be given on some day
    std::int64_t opens;
    std::int64_t closes;
    Modelled first_effect; ///< of a notice on the day on which it opens
};

class SlowModel {
  public:
    SlowModel(const Lease &lease, const Scenario &scenario) : lease_(lease), scenario_(scenario) {}

    Modelled value(RuleId id);
    Modelled name(NameId id);
    std::optional<ModelRight> right(RightId id);
    /// What a fee comes to, day by day. Nothing where it has no end, or runs for a hundred years.
    Modelled fee(FeeId id);
    /// What it comes to from a day to a day.
    Modelled fee(FeeId id, std::int64_t from, std::int64_t to);

  private:
    Modelled evaluated(const Rule &rule);
    /// The values of all children that a rule has; nothing if one is not known.
    std::optional<std::vector<std::int64_t>> all(const Rule &rule);
    Modelled input(const Rule &rule, std::int32_t place) {
        return value(child(lease_, rule, place));
    }
    Modelled literal(const Rule &rule);
    Modelled named(const Rule &rule);
    Modelled unknown(const Rule &rule);
    Modelled chosen(const Rule &rule);
    Modelled of_deliveries(const Rule &rule);
    Modelled day_of_month(const Rule &rule);
    Modelled fee_between(const Rule &rule);
    Modelled of_one(const Rule &rule);
    Modelled offset(const Rule &rule);
    Modelled end_of_period(const Rule &rule);
    Modelled nth(const Rule &rule);
    Modelled whole_months(const Rule &rule);
    Modelled days_from(const Rule &rule);
    Modelled quotient(const Rule &rule);
    Modelled compared(const Rule &rule);
    Modelled combined(const Rule &rule);
    /// The index of the word that applies; -1 if nobody says one.
    std::int32_t word(const Rule &rule, std::int32_t place, Kind kind);
    Modelled delivered(TrancheId tranche, std::int64_t by);
    Modelled reached(TrancheId tranche, std::int64_t units);
    bool knows_deliveries(TrancheId tranche) const;

    const Lease &lease_;
    const Scenario &scenario_;
    std::optional<RightId> noticed_; ///< whose notice is supposed on `notice_`
    std::int64_t notice_ = model_never;
    int depth_ = 0;
};

} // namespace offramp::laws
