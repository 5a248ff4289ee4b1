// What the papers say. A regular value, made by `io`, never edited by a reader.
// It holds no supposition: deliveries, notices and chosen readings belong to the scenario.
#pragma once

#include "core/rule.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace offramp {

struct Event;
struct Right;
struct Source;
struct Fee;
struct Party;

using EventId = Id<Event>;
using RightId = Id<Right>;
using SourceId = Id<Source>;
using FeeId = Id<Fee>;
using PartyId = Id<Party>;

enum class Role { Landlord, Tenant, Other };

struct Party {
    std::string id;
    std::string name;
    Role role;
    friend bool operator==(const Party &, const Party &) = default;
};

/// A publication behind a datum.
struct Source {
    std::string id;
    std::string title;
    std::string url;  ///< http or https; empty when none is recorded
    std::string date; ///< as the source prints it; empty when undated
    std::string kind; ///< primary, primary_partial, primary_cited or secondary
    friend bool operator==(const Source &, const Source &) = default;
};

enum class Wording {
    Quotation,  ///< the words of the contract or filing
    Paraphrase, ///< somebody's retelling of them
    Derived,    ///< arithmetic or convention of this lease document, in no source
};

struct Clause {
    std::string id;
    std::string title;
    std::string text;
    Wording wording;
    std::vector<SourceId> sources;
    friend bool operator==(const Clause &, const Clause &) = default;
};

/// One of several defensible meanings of a clause.
struct Option {
    std::string id;
    std::string label;
    std::string explanation;
    friend bool operator==(const Option &, const Option &) = default;
};
struct Reading {
    std::string id;
    std::string question;
    std::int32_t default_option; ///< index into options
    std::vector<Option> options; ///< at least two
    std::optional<ClauseId> clause;
    friend bool operator==(const Reading &, const Reading &) = default;
};

enum class UnknownKind { Day, Count, Amount };

/// A fact that is redacted or unreported. The bounds are what can be said of it all the same.
struct Unknown {
    std::string id;
    std::string question;
    UnknownKind kind;
    std::int64_t least; ///< day number, count or minor units, by kind
    std::int64_t most;  ///< included; INT64_MAX for "no bound is known"
    std::optional<ClauseId> clause;
    friend bool operator==(const Unknown &, const Unknown &) = default;
};

struct Term {
    DateRuleId first_day;
    DateRuleId last_day; ///< included, as contracts write it
    std::optional<ClauseId> clause;
    friend bool operator==(const Term &, const Term &) = default;
};

/// A separately dated part of the delivery.
struct Tranche {
    std::string id;
    std::string label;
    std::string unit; ///< singular: "GPU"
    CountRuleId units;
    DateRuleId due;   ///< delivery on this day is in time
    bool approximate; ///< the papers say "about"
    std::optional<ClauseId> clause;
    friend bool operator==(const Tranche &, const Tranche &) = default;
};

/// Something dated that a scenario may suppose: a reminder, an acceptance, a change of control.
struct Event {
    std::string id;
    std::string label;
    std::optional<ClauseId> clause;
    friend bool operator==(const Event &, const Event &) = default;
};

/// A day worth a row of its own in the table of key dates.
struct KeyDate {
    std::string id;
    std::string label;
    DateRuleId rule;
    std::optional<ClauseId> clause;
    friend bool operator==(const KeyDate &, const KeyDate &) = default;
};

/// A number or an amount worth stating by name.
struct KeyCount {
    std::string id;
    std::string label;
    CountRuleId rule;
    std::optional<ClauseId> clause;
    friend bool operator==(const KeyCount &, const KeyCount &) = default;
};
struct KeyAmount {
    std::string id;
    std::string label;
    AmountRuleId rule;
    std::optional<ClauseId> clause;
    friend bool operator==(const KeyAmount &, const KeyAmount &) = default;
};

/// A monthly fee from one day to another, both included; part months are charged by the day,
/// each month's part rounded on its own.
struct Fee {
    std::string id;
    std::string label;
    DateRuleId from;
    DateRuleId to;
    AmountRuleId per_month;
    std::optional<ClauseId> clause;
    friend bool operator==(const Fee &, const Fee &) = default;
};

enum class Holder { Tenant, Landlord, Either };

/// The right arises when `what` has not happened by the end of `by`.
struct Missed {
    DateRuleId what;
    DateRuleId by;
    friend bool operator==(const Missed &, const Missed &) = default;
};
/// The right arises on the day after.
struct AfterDay {
    DateRuleId day;
    friend bool operator==(const AfterDay &, const AfterDay &) = default;
};
/// The right arises on that day.
struct OnDay {
    DateRuleId day;
    friend bool operator==(const OnDay &, const OnDay &) = default;
};

/// A delivery that voids a notice already given.
struct LastChance {
    DateRuleId what;
    DateRuleId by; ///< included
    friend bool operator==(const LastChance &, const LastChance &) = default;
};

/// Somebody's right to leave. Condition, window and last chance are separate: each has its own
/// anchors.
struct Right {
    std::string id;
    std::string label;
    Holder holder;
    std::variant<Missed, AfterDay, OnDay> trigger;
    std::optional<DateRuleId> grace;        ///< last day on which the missed thing still cures
    std::optional<DateRuleId> window_first; ///< default: the day after the trigger and its grace
    std::optional<DateRuleId> window_last;  ///< included; default: no last day but the term's
    std::vector<DateRuleId> preconditions;  ///< each is met from its day on
    std::optional<DateRuleId> effect;       ///< default: the day of the notice
    std::optional<LastChance> last_chance;
    std::optional<DateRuleId> ends_when; ///< the right is gone from this day if not yet used
    std::optional<AmountRuleId> exit_fee;
    std::optional<EventId> alternative; ///< what the holder may choose instead
    std::optional<ClauseId> clause;
    friend bool operator==(const Right &, const Right &) = default;
};

/// The last day for which a fee is due when a lease ends "on" a day.
enum class ExitDay {
    NotServed, ///< it ends as that day begins
    Served,    ///< it ends as that day closes
};

/// `Opens` is the first day for notice had nothing else happened; `FirstDay` and `LastDay` are
/// never when the right does not arise.
enum class RightDay { Opens, FirstDay, LastDay, GraceLastDay, Notice, Effect };

struct DayOfRule {
    DateRuleId rule;
    friend bool operator==(const DayOfRule &, const DayOfRule &) = default;
};
struct DayOfDelivery {
    TrancheId tranche;
    friend bool operator==(const DayOfDelivery &, const DayOfDelivery &) = default;
};
struct DayOfEvent {
    EventId event;
    friend bool operator==(const DayOfEvent &, const DayOfEvent &) = default;
};
struct DayOfRight {
    RightId right;
    RightDay which;
    friend bool operator==(const DayOfRight &, const DayOfRight &) = default;
};

/// Every day of a lease that a rule may refer to has one name.
struct Name {
    std::string text; ///< as rules write it: `gpus.delivered`
    std::variant<DayOfRule, DayOfDelivery, DayOfEvent, DayOfRight> day;
    friend bool operator==(const Name &, const Name &) = default;
};

/// How a lease asks to be shown. It changes no answer.
struct Presentation {
    std::string question; ///< "Can Google walk away?"
    std::string introduction;
    std::optional<NameId> handle;  ///< the day that the reader drags
    std::optional<Date> first_day; ///< of the picture
    std::optional<Date> last_day;
    friend bool operator==(const Presentation &, const Presentation &) = default;
};

struct Lease {
    std::string id;
    std::string title;
    std::string terms_version;
    std::string currency; ///< ISO 4217
    std::vector<Party> parties;
    Term term;
    std::vector<Tranche> tranches;
    std::vector<Event> events;
    std::vector<KeyDate> dates;
    std::vector<KeyCount> counts;
    std::vector<KeyAmount> amounts;
    std::vector<Fee> fees;
    std::vector<Right> rights;
    ByReading<ExitDay> exit_day;
    std::vector<Reading> readings;
    std::vector<Unknown> unknowns;
    std::vector<Clause> clauses;
    std::vector<Source> sources;
    Presentation presentation;
    Date information_day; ///< what is known of outcomes is known as of this day

    std::vector<Name> names; ///< made by `make_names`, in the order that it documents
    std::vector<DateRule> date_rules;
    std::vector<CountRule> count_rules;
    std::vector<AmountRule> amount_rules;

    friend bool operator==(const Lease &, const Lease &) = default;
};

/// No lease has more rights than this; `io` refuses one that has.
inline constexpr std::size_t max_rights = 256;

/// Rules may nest, name after name, no deeper than this; `io` refuses deeper ones and circles.
inline constexpr int max_rule_depth = 128;

/// The names that every lease has: those of the term, then two for each tranche (`.due`,
/// `.delivered`), one for each event and key date, and six for each right in the order of RightDay.
std::vector<Name> make_names(const Lease &lease);

inline constexpr NameId term_first_day{0};
inline constexpr NameId term_last_day{1};
NameId name_of_key_date(const Lease &lease, std::size_t index);
NameId first_name_of_rights(const Lease &lease);
NameId name_of(const Lease &lease, RightId right, RightDay which);
NameId name_of_due(const Lease &lease, TrancheId tranche);
NameId name_of_delivery(const Lease &lease, TrancheId tranche);

/// The name's id, or nothing when the lease has no such name.
std::optional<NameId> find_name(const Lease &lease, std::string_view text);

} // namespace offramp
