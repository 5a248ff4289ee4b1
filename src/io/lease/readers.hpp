// The parts of reading that lease, scenario and case share. Internal to io.
#pragma once

#include "core/lease/case.hpp"
#include "io/json/cursor.hpp"
#include "io/lease/grammar.hpp"

#include <map>
#include <optional>
#include <string>

namespace offramp {

/// No stated number of units, days or months is larger.
inline constexpr std::int64_t most_units = 1'000'000'000'000;

/// Ids of one kind and where each was given; an id given twice is an error.
class IdTable {
  public:
    /// `kind` is for messages: "clause".
    explicit IdTable(std::string kind) : kind_(std::move(kind)) {}

    std::string declare(const Cursor &at);
    bool insert(const std::string &id); ///< false when the id was there already
    /// The index of a declared id; an error and 0 when there is none of that name.
    std::int32_t look_up(const Cursor &at) const;
    std::optional<std::int32_t> find(std::string_view id) const;
    std::int32_t size() const { return static_cast<std::int32_t>(index_.size()); }
    /// ` Did you mean "…"?`, or nothing.
    std::string suggest(std::string_view id) const;

  private:
    std::string kind_;
    std::map<std::string, std::int32_t, std::less<>> index_;
};

using MaybeClause = std::optional<ClauseId>;

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

/// Complains of circular rules, rules nested too deep, totals too large to be exact, and days or
/// numbers that contradict each other.
void check_lease(const Lease &lease, const Cursor &root);

/// A whole document must name itself, its parties and its sources; the terms of a case need not.
enum class Extent { Document, Terms };

Source source_from(const Cursor &at, IdTable &sources, Extent extent);
Clause clause_from(const Cursor &at, IdTable &clauses, const IdTable &sources, Extent extent);
Reading reading_from(const Cursor &at, IdTable &readings, const IdTable &clauses);
Lease lease_from(const Cursor &root, Extent extent);
/// A day or a number of units, or an object with both ends of a range.
When when_from(const Cursor &at);
Count units_from(const Cursor &at);
/// `as_of` is set when the scenario has that key.
Scenario scenario_from(const Cursor &at, const Lease &lease, Date &as_of);
void readings_from(const Cursor &at, const Lease &lease, Scenario &scenario);

} // namespace offramp
