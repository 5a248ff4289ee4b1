// The grammar of days, counts, amounts and conditions: what a contract can say about them.
// A rule is a form with children. Rules are data: they live in one vector of the lease and name
// each other by id, so that a lease is one regular value, and reading, writing, checking and
// explaining walk all forms alike. `io` refuses circular rules, and `evaluate` survives them.
#pragma once

#include "core/lease/form.hpp"
#include "core/lease/id.hpp"

#include <cstdint>
#include <optional>

namespace offramp {

struct Clause;
struct Name;
struct Reading;
struct Rule;
struct Tranche;
struct Unknown;

using ClauseId = Id<Clause>;
using NameId = Id<Name>;
using ReadingId = Id<Reading>;
using RuleId = Id<Rule>;
using TrancheId = Id<Tranche>;
using UnknownId = Id<Unknown>;

/// What a rule comes to. The kinds from `Unit` on are words: settings of another rule. They are
/// rules too, so that whatever a contract leaves open can be a reading.
enum class Kind : std::uint8_t {
    Day,
    Instant, ///< a moment, where a clause names a clock time
    Count,
    Amount,
    Truth,
    Days, ///< a set of days, such as those of a delay
    Unit,
    MonthEnd,
    Counting,
    MonthsBack,
    Calendar,
    Roll,
    Interval,
    Excess,
    Rounding,
    Measure,
    Within,
    Amortisation,
    Zone,
    ExitDay,
    Rungs,
    Meanwhile,
};
inline constexpr std::size_t kind_count = 22;
constexpr bool is_word(Kind kind) { return Kind::Unit <= kind; }

/// Months and years are added from the original day, never chained. A full month is a calendar
/// month that lies wholly after (or before) the day that it is counted from.
enum class Unit { Day, BusinessDay, Week, Month, FullMonth, Year, Hour, Minute };

/// Which days a period of days counts.
enum class Counting {
    ExcludeFirst,         ///< not the day it runs from, but its last (the default of the trade)
    IncludeBoth,          ///< the day it runs from is day one
    Clear,                ///< neither end: the act is for the day after the period, or before it
    LeapDayWithDayBefore, ///< as ExcludeFirst; 28 and 29 February are one day (NY GCL 58)
};

/// Months before a day.
enum class MonthsBack {
    Subtract,    ///< the corresponding date in the earlier month
    ForwardTest, ///< the last day from which the same months forward do not pass the day
};

/// Where a day goes that is no business day (FpML businessDayConvention).
enum class Rolling {
    None,
    Following,
    ModifiedFollowing, ///< following, unless that is in the next month: then preceding
    Preceding,
    ModifiedPreceding, ///< preceding, unless that is in the month before: then following
    ByDirection,       ///< a period after a day rolls forward, one before a day back (FRCP 6(a)(5))
};

/// Which ends of a run of days belong to it.
enum class Interval { IncludeFirst, IncludeLast, ExcludeBoth, IncludeBoth };

/// What counts once a number of days is exceeded.
enum class Excess { OnlyExcess, Everything };

enum class Rounding { Down, Up, HalfUp };

/// How the days of a set are counted together.
enum class Measure { Days, Occurrences, Hours };

/// The stretch of time over which they are counted.
enum class Within { Ever, Consecutive, RollingDays, CalendarMonth, CalendarYear };

enum class Amortisation { LevelPayments, StraightLine };

/// The last day for which a fee is due when a lease ends "on" a day.
enum class ExitDay {
    NotServed, ///< it ends as that day begins
    Served,    ///< it ends as that day closes
};

/// How the rungs of a remedy follow each other.
enum class Rungs { Replace, Add };

/// What becomes of the lease between a notice and the end of a last chance to deliver.
enum class Meanwhile {
    Suspended, ///< it goes on until the last chance has passed
    Ended,     ///< it has ended, and delivery revives it
};

/// One rule. `value` means what the form says; children are `Lease::children[first_child...]`,
/// and one that is absent has the id -1.
struct Rule {
    Form form;
    Kind kind;
    std::int64_t value = 0;
    std::int32_t first_child = 0;
    std::int32_t child_count = 0;
    std::optional<ClauseId> clause = std::nullopt; ///< the words that make the rule
    friend bool operator==(const Rule &, const Rule &) = default;
};

inline constexpr RuleId no_rule{-1};
constexpr bool is_given(RuleId id) { return 0 <= id.index; }

} // namespace offramp
