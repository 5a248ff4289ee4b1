// The parts of reading that lease, scenario and case share. Internal to io.
#pragma once

#include "core/case.hpp"
#include "io/cursor.hpp"

#include <map>
#include <optional>
#include <string>

namespace offramp {

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

  private:
    std::string kind_;
    std::map<std::string, std::int32_t, std::less<>> index_;
};

/// Reads the grammar of dates, counts and amounts into the vectors of a lease.
class RuleReader {
  public:
    explicit RuleReader(Lease &lease) : lease_(lease) {}

    DateRuleId day(const Cursor &at, std::optional<ClauseId> clause);
    CountRuleId count(const Cursor &at, std::optional<ClauseId> clause);
    AmountRuleId amount(const Cursor &at, std::optional<ClauseId> clause);
    /// The clause named by the object, else the one it inherits.
    std::optional<ClauseId> clause_of(const Cursor &object,
                                      std::optional<ClauseId> inherited) const;
    ByReading<ExitDay> exit_day(const Cursor &at) const;

    DateRuleId fixed_day(Date day);
    CountRuleId fixed_count(std::int64_t count, std::optional<ClauseId> clause);

    IdTable clauses{"clause"};
    IdTable readings{"reading"};
    IdTable unknowns{"unknown"};
    IdTable tranches{"tranche"};

  private:
    DateRule day_form(const Cursor &at, std::optional<ClauseId> clause);
    DateRule named_day(const Cursor &at, std::optional<ClauseId> clause) const;
    Offset offset(const Cursor &at, std::optional<ClauseId> clause);
    std::vector<DateRuleId> days(const Cursor &at, std::optional<ClauseId> clause);
    ByReading<MonthEnd> month_end(const Cursor &offset, Unit unit) const;
    UnknownId unknown(const Cursor &at, UnknownKind kind) const;
    template <typename T, typename ReadOption>
    ByReading<T> by_reading(const Cursor &at, ReadOption read_option) const;
    DateRuleId add(DateRule rule);

    Lease &lease_;
};

/// Complains of circular rules, rules nested too deep, and totals too large to be exact.
void check_lease(const Lease &lease, const Cursor &root);

/// A whole document must name itself, its parties and its sources; the terms of a case need not.
enum class Extent { Document, Terms };

Lease lease_from(const Cursor &root, Extent extent);
/// `as_of` is set when the scenario has that key.
Scenario scenario_from(const Cursor &at, const Lease &lease, Date &as_of);
void readings_from(const Cursor &at, const Lease &lease, Scenario &scenario);

} // namespace offramp
