// What the papers say. A regular value, made by `io`, never edited by a reader.
// It holds no supposition: notices, chosen readings and deliveries that nobody reports belong to
// the scenario.
#pragma once

#include "core/days/calendar.hpp"
#include "core/days/date.hpp"
#include "core/lease/range.hpp"
#include "core/lease/rule.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

struct Cap;
struct Delay;
struct Event;
struct Fee;
struct Remedy;
struct Right;
struct Source;

using CapId = Id<Cap>;
using DelayId = Id<Delay>;
using EventId = Id<Event>;
using FeeId = Id<Fee>;
using RemedyId = Id<Remedy>;
using RightId = Id<Right>;
using SourceId = Id<Source>;

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

/// A fact that no source states, or one that is for the reader to suppose: an election, a number
/// of days bought. The bounds are what can be said of it all the same.
struct Unknown {
    std::string id;
    std::string question;
    Kind kind;             ///< Day, Count, Amount or Truth
    std::int64_t least;    ///< day number, count, minor units, or 0
    std::int64_t most;     ///< included; INT64_MAX for "no bound is known"
    bool is_input;         ///< the reader's to say, and no gap in the papers
    std::int64_t supposed; ///< of an input, until the reader says otherwise
    std::optional<ClauseId> clause;
    friend bool operator==(const Unknown &, const Unknown &) = default;
};

struct Term {
    RuleId first_day;
    RuleId last_day; ///< included, as contracts write it
    std::optional<ClauseId> clause;
    friend bool operator==(const Term &, const Term &) = default;
};

/// A separately dated part of the delivery.
struct Tranche {
    std::string id;
    std::string label;
    std::string unit; ///< singular: "GPU"
    RuleId units;     ///< Count
    RuleId due;       ///< delivery on this day is in time
    bool approximate; ///< the papers say "about"
    std::optional<ClauseId> clause;
    friend bool operator==(const Tranche &, const Tranche &) = default;
};

/// A delivery that a publication reports: no supposition, but not beyond what is reported either.
struct ReportedDelivery {
    TrancheId tranche;
    When day;                   ///< a range where only a month or a quarter is reported
    std::optional<Count> units; ///< in this delivery; absent: all that is owed
    std::optional<ClauseId> clause;
    friend bool operator==(const ReportedDelivery &, const ReportedDelivery &) = default;
};

/// Something dated that a scenario may suppose: a reminder, an acceptance, a change of control.
struct Event {
    std::string id;
    std::string label;
    Kind kind; ///< Day, or Instant where the hour matters
    std::optional<ClauseId> clause;
    friend bool operator==(const Event &, const Event &) = default;
};

/// A cause of delay: force majeure, the tenant, a permit. A scenario supposes its days.
struct Delay {
    std::string id;
    std::string label;
    std::optional<ClauseId> clause;
    friend bool operator==(const Delay &, const Delay &) = default;
};

/// A day, moment, count, amount or condition worth stating by name.
struct KeyValue {
    std::string id;
    std::string label;
    RuleId rule;
    std::optional<ClauseId> clause;
    friend bool operator==(const KeyValue &, const KeyValue &) = default;
};

/// How a fee is charged.
struct Billing {
    bool is_once = false;       ///< whole, on one day, instead of by the month
    std::int32_t first_day = 1; ///< the day, 1 to 28, on which each of its months begins
    friend bool operator==(const Billing &, const Billing &) = default;
};

/// A monthly fee from one day to another, both included. Part months are charged by the day of the
/// month that they are part of, and each month's part is rounded on its own. Or a fee that is
/// charged once: `from` and `to` are the rule of its one day.
struct Fee {
    std::string id;
    std::string label;
    std::string series; ///< segments of one series may not overlap; empty for a series of its own
    Billing billing;
    RuleId from;
    RuleId to;
    RuleId amount;                    ///< for a month, or all of it
    std::optional<TrancheId> tranche; ///< ends when this tranche is given up
    std::optional<ClauseId> clause;
    friend bool operator==(const Fee &, const Fee &) = default;
};

enum class Holder {
    Tenant,
    Landlord,
    Either,
    ThirdParty,
    Unknown, ///< the papers do not say whose it is
};

/// One rung of a remedy: from its day of delay on, an amount a day, or a number of days' fee.
struct Rung {
    RuleId after;   ///< days of the remedy before this rung; absent: none
    RuleId per_day; ///< Amount; absent where days of fee are credited
    RuleId times;   ///< days of fee for `over` days of delay; absent where money is
    RuleId over;    ///< absent: 1
    friend bool operator==(const Rung &, const Rung &) = default;
};

/// What lateness costs while the lease goes on: credits, damages, abatement.
struct Remedy {
    std::string id;
    std::string label;
    Holder owed_to;
    RuleId from;
    RuleId to;
    RuleId interval; ///< which of the two ends count; absent: the lease's convention
    std::vector<Rung> rungs;
    RuleId mode;              ///< Rungs; absent: each replaces the one before
    RuleId cap;               ///< Amount; absent: none
    RuleId cap_days;          ///< Count; absent: none
    RuleId credited_from;     ///< first day whose fee is credited; absent: `from`
    std::optional<FeeId> fee; ///< the fee whose days are credited
    bool is_sole;             ///< the papers say that there is no other
    std::optional<ClauseId> clause;
    std::optional<CapId> shared_cap; ///< the cap that names it
    friend bool operator==(const Remedy &, const Remedy &) = default;
};

/// What several remedies together come to no more than. It is used up in the order of the list: the
/// first has all that it comes to, and each that follows what those before it leave.
struct Cap {
    std::string id;
    std::string label;
    RuleId amount;
    std::vector<RemedyId> remedies; ///< 2 to max_children - 1, each in one cap only
    std::optional<ClauseId> clause;
    friend bool operator==(const Cap &, const Cap &) = default;
};

enum class TriggerKind {
    Missed, ///< `what` has not happened by the end of `day`
    After,  ///< on the day after `day`
    On,     ///< on `day`
};
struct Trigger {
    TriggerKind kind;
    RuleId what; ///< absent unless missed
    RuleId day;
    friend bool operator==(const Trigger &, const Trigger &) = default;
};

/// A delivery that voids a notice already given.
struct LastChance {
    RuleId what;
    RuleId by;        ///< included
    RuleId meanwhile; ///< a word; absent: the lease is suspended
    friend bool operator==(const LastChance &, const LastChance &) = default;
};

enum class Exercise {
    Notice,    ///< somebody must give notice
    Automatic, ///< the lease ends by itself on the first day
    Renewal,   ///< notice renews, and ends nothing
};

/// Somebody's right to leave. Condition, window and last chance are separate: each has its own
/// anchors.
struct Right {
    std::string id;
    std::string label;
    Holder holder;
    Exercise exercise;
    std::vector<TrancheId> scope; ///< what it ends; empty: the whole lease
    Trigger trigger;
    RuleId condition;                  ///< Truth; absent: none
    RuleId grace;                      ///< last day on which the missed thing still cures
    RuleId window_first;               ///< default: the day after the trigger and its grace
    RuleId window_last;                ///< included; default: no last day but the term's
    std::vector<RuleId> preconditions; ///< each is met from its day on
    RuleId effect;                     ///< default: the day of the notice
    RuleId latest_effect;              ///< the last day that a notice may name; absent: none
    std::optional<LastChance> last_chance;
    RuleId ends_when; ///< the right is gone from this day if not yet used
    RuleId exit_fee;
    std::optional<RemedyId> remedy;     ///< what lateness costs before the right opens
    std::optional<EventId> alternative; ///< what the holder may choose instead
    std::optional<ClauseId> clause;
    friend bool operator==(const Right &, const Right &) = default;
};

/// How a notice travels: when one that is sent on a day counts as received.
struct Channel {
    std::string id;
    std::string label;
    RuleId received; ///< refers to `sent`
    std::optional<ClauseId> clause;
    friend bool operator==(const Channel &, const Channel &) = default;
};

/// `Opens` is the first day for notice had nothing else happened; `FirstDay` and `LastDay` are
/// never when the right does not arise.
enum class RightDay { Opens, FirstDay, LastDay, GraceLastDay, Notice, Effect };
enum class RemedyPart { FirstDay, LastDay, Days, CreditDays, Amount };

/// Where the value behind a name comes from, and of which element.
enum class NameSource {
    Rule,     ///< index of a rule
    Delivery, ///< the day on which a tranche is complete
    Event,
    Unknown,
    Delay,
    RightDay,   ///< part: RightDay
    RemedyPart, ///< part: RemedyPart
    Sent,       ///< the day on which a notice is sent, in the rule of a channel
    AsOf,       ///< the day seen from, in key dates, counts, amounts and conditions
};

/// Every value of a lease that a rule may refer to has one name.
struct Name {
    std::string text; ///< as rules write it: `gpus.delivered`
    Kind kind;
    NameSource source;
    std::int32_t index;
    std::int32_t part = 0;
    friend bool operator==(const Name &, const Name &) = default;
};

/// Whose way out the question of a lease asks for.
enum class About { Tenant, Landlord, Either };

/// How a lease asks to be shown. It changes no answer.
struct Presentation {
    std::string question; ///< "Can Google walk away?"
    std::string introduction;
    About about = About::Tenant;
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
    std::optional<std::int64_t> total_units; ///< as the papers state it
    std::vector<ReportedDelivery> reported;
    std::vector<Event> events;
    std::vector<Delay> delays;
    std::vector<KeyValue> dates;
    std::vector<KeyValue> moments;
    std::vector<KeyValue> counts;
    std::vector<KeyValue> amounts;
    std::vector<KeyValue> conditions;
    std::vector<Fee> fees;
    std::vector<Remedy> remedies;
    std::vector<Cap> caps;
    std::vector<Right> rights;
    std::vector<Channel> channels;
    std::vector<Reading> readings;
    std::vector<Unknown> unknowns;
    std::vector<Clause> clauses;
    std::vector<Source> sources;
    std::vector<Calendar> calendars;            ///< the public ones first
    std::array<RuleId, kind_count> conventions; ///< by Kind, for words; what a rule leaves out
    Presentation presentation;
    Date information_day; ///< what is known of outcomes is known as of this day

    std::vector<Name> names; ///< made by `make_names`, in the order that it documents
    std::vector<Rule> rules;
    std::vector<RuleId> children; ///< of all rules

    friend bool operator==(const Lease &, const Lease &) = default;
};

/// No lease has more rights, or more elements of any other list, than this; `io` refuses one that
/// has.
inline constexpr std::size_t max_rights = 256;

/// No lease has more rules than this; `io` refuses one that has.
inline constexpr std::size_t max_rules = 4096;

/// Lists inside a rule are no longer than this.
inline constexpr std::size_t max_children = 64;

/// Rules may nest, name after name, no deeper than this; `io` refuses deeper ones and circles.
inline constexpr int max_rule_depth = 128;

/// The names that every lease has: those of the term; three for each tranche (`.due`,
/// `.delivered`, `.committed`); one for each event, unknown, delay, key date, moment, count, amount
/// and condition; five for each remedy; six for each right; `sent` and `as_of`.
std::vector<Name> make_names(const Lease &lease);

inline constexpr NameId term_first_day{0};
inline constexpr NameId term_last_day{1};
NameId name_of_due(TrancheId tranche);
NameId name_of_delivery(TrancheId tranche);
NameId name_of_committed(TrancheId tranche);
NameId name_of_key_date(const Lease &lease, std::size_t index);
NameId name_of_event(const Lease &lease, EventId event);
NameId name_of(const Lease &lease, RightId right, RightDay which);
NameId name_of(const Lease &lease, RemedyId remedy, RemedyPart which);
NameId name_of_sent(const Lease &lease);
NameId name_of_as_of(const Lease &lease);

/// The name's id, or nothing when the lease has no such name.
std::optional<NameId> find_name(const Lease &lease, std::string_view text);

/// A child of a rule by its place; `no_rule` where there is none.
inline RuleId child(const Lease &lease, const Rule &rule, std::int32_t place) {
    return place < rule.child_count
               ? lease.children[static_cast<std::size_t>(rule.first_child + place)]
               : no_rule;
}

/// What a word means when neither a rule nor the lease's conventions say it; -1 where the trade
/// has no default, so that a lease must say it.
std::int32_t default_word(Kind kind);

} // namespace offramp
