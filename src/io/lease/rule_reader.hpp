// The grammar of rules, read. Internal to io.
#pragma once

#include "core/lease/lease.hpp"
#include "io/lease/grammar.hpp"
#include "io/lease/id_table.hpp"

#include <optional>
#include <vector>

namespace offramp {

/// Reads the grammar of rules into the vectors of a lease.
class RuleReader {
  public:
    explicit RuleReader(Lease &lease) : lease_(lease) {}

    RuleId read(const Cursor &at, Kind kind, MaybeClause inherited);
    RuleId literal(Kind kind, std::int64_t value, MaybeClause clause = std::nullopt);
    /// The clause named by the object, else the one it inherits.
    MaybeClause clause_of(const Cursor &object, MaybeClause inherited) const;
    std::int64_t literal_value(const Cursor &at, Kind kind) const;

    IdTable clauses{"clause"};
    IdTable readings{"reading"};
    IdTable unknowns{"unknown"};
    IdTable tranches{"tranche"};
    IdTable fees{"fee"};
    IdTable calendars{"calendar"};
    IdTable names{"name"};

  private:
    Rule leaf(const Cursor &at, Kind kind, MaybeClause clause) const;
    std::optional<std::int64_t> word(const Cursor &at, Kind kind) const;
    Rule object(const Cursor &at, Kind kind, MaybeClause clause);
    Rule by_reading(const Cursor &at, const Cursor &id, Kind kind, MaybeClause clause);
    Rule spelt(const Cursor &at, const Spelling &spelling, MaybeClause clause);
    std::int64_t held(const Cursor &at, Holds holds) const;
    void list(const Cursor &at, const Slot &slot, MaybeClause clause, std::vector<RuleId> &all);
    Rule with_children(Rule rule, const std::vector<RuleId> &all);
    void check(const Cursor &at, const Spelling &spelling, const Rule &rule) const;
    void check_setting(const Cursor &at, const Slot &slot, RuleId given, bool is_used) const;
    std::uint32_t possible_words(RuleId word) const;
    RuleId add(Rule rule);

    Lease &lease_;
};

} // namespace offramp
