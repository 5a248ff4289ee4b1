// The grammar of dates, counts and amounts: what a contract can say about them.
// Rules are data. They live in vectors of the lease and name each other by id, so that a lease is
// one regular value; `io` refuses circular ones, and `evaluate` survives them.
#pragma once

#include "core/date.hpp"
#include "core/id.hpp"
#include "core/money.hpp"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace offramp {

struct Clause;
struct DateRule;
struct CountRule;
struct AmountRule;
struct Name;
struct Reading;
struct Tranche;
struct Unknown;

using ClauseId = Id<Clause>;
using DateRuleId = Id<DateRule>;
using CountRuleId = Id<CountRule>;
using AmountRuleId = Id<AmountRule>;
using NameId = Id<Name>;
using ReadingId = Id<Reading>;
using TrancheId = Id<Tranche>;
using UnknownId = Id<Unknown>;

/// One value, or one value per option of a reading. Invariant: without a reading there is exactly
/// one option; with one there are as many as the reading has, in its order.
template <typename T>
struct ByReading {
    std::optional<ReadingId> reading;
    std::vector<T> options;

    friend bool operator==(const ByReading &, const ByReading &) = default;
};

enum class Unit { Day, Week, Month, Year };
enum class Direction { After, Before };

/// A day that a clause names.
struct FixedDay {
    Date day;
    friend bool operator==(const FixedDay &, const FixedDay &) = default;
};
/// A day that this lease has a name for: `gpus.delivered`, `term.first_day`.
struct NamedDay {
    NameId name;
    friend bool operator==(const NamedDay &, const NamedDay &) = default;
};
/// `count` units after or before a day; the day itself is not counted, the last one is.
struct Offset {
    CountRuleId count;
    Unit unit;
    Direction direction;
    DateRuleId from;
    ByReading<MonthEnd> month_end; ///< used by months and years only
    friend bool operator==(const Offset &, const Offset &) = default;
};
struct Earliest {
    std::vector<DateRuleId> of;
    friend bool operator==(const Earliest &, const Earliest &) = default;
};
struct Latest {
    std::vector<DateRuleId> of;
    friend bool operator==(const Latest &, const Latest &) = default;
};
/// A day that no public source states.
struct UnknownDay {
    UnknownId unknown;
    friend bool operator==(const UnknownDay &, const UnknownDay &) = default;
};

struct DateRule {
    std::variant<FixedDay, NamedDay, Offset, Earliest, Latest, ByReading<DateRuleId>, UnknownDay>
        form;
    std::optional<ClauseId> clause; ///< the words that make the rule
    friend bool operator==(const DateRule &, const DateRule &) = default;
};

struct FixedCount {
    std::int64_t count;
    friend bool operator==(const FixedCount &, const FixedCount &) = default;
};
/// Units of a tranche delivered by the end of a day.
struct DeliveredUnits {
    TrancheId tranche;
    DateRuleId by;
    friend bool operator==(const DeliveredUnits &, const DeliveredUnits &) = default;
};
/// Units of a tranche that the landlord owes.
struct CommittedUnits {
    TrancheId tranche;
    friend bool operator==(const CommittedUnits &, const CommittedUnits &) = default;
};
/// Whole months from a day to a day, both included; 0 when the first is later.
struct WholeMonths {
    DateRuleId from;
    DateRuleId to;
    friend bool operator==(const WholeMonths &, const WholeMonths &) = default;
};
struct CountDifference {
    CountRuleId whole;
    CountRuleId less;
    friend bool operator==(const CountDifference &, const CountDifference &) = default;
};
struct UnknownCount {
    UnknownId unknown;
    friend bool operator==(const UnknownCount &, const UnknownCount &) = default;
};

struct CountRule {
    std::variant<FixedCount, DeliveredUnits, CommittedUnits, WholeMonths, CountDifference,
                 ByReading<CountRuleId>, UnknownCount>
        form;
    std::optional<ClauseId> clause;
    friend bool operator==(const CountRule &, const CountRule &) = default;
};

struct FixedAmount {
    Money amount;
    friend bool operator==(const FixedAmount &, const FixedAmount &) = default;
};
/// amount * times / over, rounded once, half-up to the minor unit.
struct Scaled {
    AmountRuleId amount;
    CountRuleId times;
    CountRuleId over;
    friend bool operator==(const Scaled &, const Scaled &) = default;
};
struct AmountDifference {
    AmountRuleId whole;
    AmountRuleId less;
    friend bool operator==(const AmountDifference &, const AmountDifference &) = default;
};
struct UnknownAmount {
    UnknownId unknown;
    friend bool operator==(const UnknownAmount &, const UnknownAmount &) = default;
};

struct AmountRule {
    std::variant<FixedAmount, Scaled, AmountDifference, ByReading<AmountRuleId>, UnknownAmount>
        form;
    std::optional<ClauseId> clause;
    friend bool operator==(const AmountRule &, const AmountRule &) = default;
};

} // namespace offramp
