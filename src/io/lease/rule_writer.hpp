// Rules as JSON, by the table of spellings. Internal to io.
#pragma once

#include "core/lease/lease.hpp"
#include "io/json/json_writer.hpp"
#include "io/lease/grammar.hpp"

namespace offramp {

using MaybeClause = std::optional<ClauseId>;

/// Writes the grammar of rules. A rule's clause is written where it is not the one it inherits.
class RuleWriter {
  public:
    RuleWriter(const Lease &lease, JsonWriter &json) : lease_(lease), json_(json) {}

    void rule(RuleId id, MaybeClause inherited);
    void clause(MaybeClause clause);
    /// A day, count, amount or condition as documents write it.
    void literal(Kind kind, std::int64_t value);
    /// One literal, or an object with both ends.
    void range(Kind kind, const Numbers &range);

  private:
    void leaf(const Rule &rule);
    void spelt(const Rule &rule);
    void by_reading(const Rule &rule);
    void held(const Slot &slot, std::int64_t value);

    const Lease &lease_;
    JsonWriter &json_;
};

} // namespace offramp
