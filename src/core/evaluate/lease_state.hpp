// What follows from a lease and a scenario: dated statuses, days to act, money, and why.
// Every day and amount carries the id of the reason that made it; nothing here is text.
#pragma once

#include "core/evaluate/ladder.hpp"
#include "core/lease/lease.hpp"
#include "core/lease/range.hpp"
#include "core/lease/status.hpp"

#include <array>
#include <cassert>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace offramp {

/// The kinds of step in an explanation. What `detail` indexes is said beside each.
enum class Step {
    Rule,       ///< what a rule of the lease comes to; RuleId
    Supposed,   ///< what the scenario supposes; NameId
    Completed,  ///< the day on which deliveries reach the committed units; TrancheId
    Unknown,    ///< a fact no source states; UnknownId, or -1 in a circle
    Named,      ///< a named value of the lease; NameId
    Convention, ///< a word of the lease's conventions, by a reading; RuleId
    DayAfter,
    DayBefore,
    Earliest,
    Latest,
    Missed,     ///< not done by the last day for it: inputs are the doing and the last day
    StillOpen,  ///< opens no later than it closes: inputs are the two
    Accrued,    ///< a fee from a day to a day: inputs are amount, from, to; of one charged once
                ///< amount, its day, and the last day that counts if there is one; FeeId
    RemedyDays, ///< days for which a remedy accrues: inputs are from, to and what limits them;
                ///< RemedyId
    RemedyFrom, ///< its first day; RemedyId
    RemedyTo,   ///< its last day; RemedyId
    CreditDays, ///< hundredths of days of fee that it gives: inputs as of Remedied; RemedyId
    Remedied,   ///< what a remedy comes to: inputs are its days and rates; RemedyId
    Capped,     ///< what a shared cap leaves of it: inputs are the same without the cap, the cap,
                ///< and what goes before; CapId
    Sum,
    FirstExit,  ///< the earliest effect of a free exit: inputs are those effects
    Terminated, ///< the day on which a right of the scenario ends its scope; RightId
    AsOf,       ///< the day from which the reader looks
    FreeFrom, ///< the first day of notice on which leaving costs nothing: the input is a fee of the
              ///< window; RightId
};

struct Reason;
using ReasonId = Id<Reason>;

struct Value {
    Kind kind;
    std::int64_t least;
    std::int64_t most;
    friend bool operator==(const Value &, const Value &) = default;
};

/// One step of an explanation. Its inputs stand before it, so that the whole reads upward.
struct Reason {
    Step step;
    Value value;
    std::int32_t detail;      ///< an index whose meaning the step gives; -1 when it has none
    std::int32_t first_input; ///< into LeaseState::inputs
    std::int32_t input_count;
    std::int32_t clause; ///< ClauseId index, or -1
    friend bool operator==(const Reason &, const Reason &) = default;
};

/// A value with the reason for it.
template <typename T>
struct Because {
    T value;
    ReasonId why;
    friend bool operator==(const Because &, const Because &) = default;
};
using Dated = Because<When>;
using Counted = Because<Count>;
using Priced = Because<Amount>;
using Decided = Because<Truth>;
using Evaluated = Because<Numbers>;

/// From `from` on the right has this status, until the next phase begins.
struct Phase {
    Status status = Status::NotDue;
    When from = exactly(Date::dawn());
    friend bool operator==(const Phase &, const Phase &) = default;
};

/// The life of a right in order of time; the first phase begins at dawn.
class Phases {
  public:
    /// Precondition: at most `capacity` phases; no right has more kinds of phase than that.
    void push(Phase phase) {
        assert(size_ < capacity);
        all_[size_++] = phase;
    }
    void pop() { all_[--size_] = Phase{}; }
    std::span<const Phase> all() const { return std::span{all_}.first(size_); }
    friend bool operator==(const Phases &, const Phases &) = default;

  private:
    static constexpr std::size_t capacity = 8;
    std::array<Phase, capacity> all_;
    std::size_t size_ = 0;
};

struct RightState {
    Truth late;     ///< what it waits for was done after its last day, in grace or not
    Truth missed;   ///< and after the last day of grace
    Decided arises; ///< becomes exercisable on at least one day
    Dated opens;    ///< first day for notice, had nothing else happened
    Dated closes;   ///< last day for notice, from all that ends the right; may precede `opens`
    std::optional<Dated> grace_last_day;
    std::optional<Dated> first_effect;  ///< end of the lease if notice is given on `opens`
    std::optional<Dated> latest_effect; ///< the last day that such a notice may name
    std::optional<Dated> notice_effect; ///< end of the lease if notice is given on the as-of day
    std::optional<Priced> exit_fee;
    Phases phases;
    bool is_waiting_open = false;       ///< whether credit or grace begins first is not known
    std::optional<Date> unsettled_from; ///< from this day on the phases depend on an unknown
    std::optional<Status> status;       ///< on the as-of day; nothing when it depends
    friend bool operator==(const RightState &, const RightState &) = default;
};

struct FeeState {
    Billing billing;
    Priced amount; ///< for a month, or all of it
    Dated from;    ///< of a fee charged once, its day; so is `to`
    Dated to;
    Priced total;
    std::optional<Dated> last_firm_day; ///< before the first free exit still to be had on the
                                        ///< as-of day; absent: all of it is firm
    std::optional<Dated> last_paid_day; ///< in this scenario, where a right that is used ends it
    friend bool operator==(const FeeState &, const FeeState &) = default;
};

/// The fee whose days are credited, the first of them, and the most that is.
struct Credited {
    Billing billing;
    Amount per_month;
    When from;
    Amount cap;
    friend bool operator==(const Credited &, const Credited &) = default;
};

/// What a remedy comes to under the scenario.
struct RemedyState {
    Dated first_day; ///< of accrual; after `last_day` when there is none
    Dated last_day;
    Counted days;       ///< until a cap in money is reached
    Numbers accrual;    ///< the same, were there no such cap
    Priced credit_days; ///< hundredths of days of fee
    Priced amount;
    Amount uncapped; ///< as `amount`, but for a cap that it shares
    Ladder least;    ///< what its days come to, at both ends of what is known
    Ladder most;
    std::optional<Credited> credited; ///< where days of fee are credited
    friend bool operator==(const RemedyState &, const RemedyState &) = default;
};

/// Money over the term, in the world of the scenario. `ledger_of` (core/ask) says what of it is
/// due, firm, conditional and cancellable as seen from a day.
struct MoneyState {
    Priced headline;   ///< payable if nobody leaves
    Priced firm;       ///< payable even if every free exit is taken on its first day
    Priced payable;    ///< payable in this scenario: as headline, cut at its termination
    Priced credits;    ///< what remedies come to in this scenario
    Priced firm_as_of; ///< as firm, of the exits that are still to be had on the as-of day
    std::optional<Dated> first_exit;    ///< the day on which the first free exit takes effect
    std::optional<Dated> last_firm_day; ///< the last day whose fee is firm
    std::optional<Dated> exit_as_of; ///< the first free exit for notice on or after the as-of day
    friend bool operator==(const MoneyState &, const MoneyState &) = default;
};

struct LeaseState {
    std::vector<RightState> rights;              ///< by RightId
    std::vector<std::optional<Evaluated>> names; ///< by NameId; some only if a rule used them
    std::vector<FeeState> fees;                  ///< by FeeId
    std::vector<RemedyState> remedies;           ///< by RemedyId
    MoneyState money;
    Dated terminated;            ///< the day on which a right ends the lease; never if none does
    std::vector<Dated> given_up; ///< by TrancheId: the same of its part, with the lease or alone
    bool decided = true;         ///< whether the order of all turning days is known
    std::vector<Reason> reasons;
    std::vector<ReasonId> inputs; ///< of all reasons
    std::size_t work = 0;         ///< steps taken, those of which no reason is kept too

    friend bool operator==(const LeaseState &, const LeaseState &) = default;
};

inline std::span<const ReasonId> inputs_of(const LeaseState &state, const Reason &reason) {
    return std::span{state.inputs}.subspan(static_cast<std::size_t>(reason.first_input),
                                           static_cast<std::size_t>(reason.input_count));
}

/// A named day. Precondition: the name is of kind Day and `evaluate` has been asked for it, as it
/// is for all but those of rights.
inline Dated day_named(const LeaseState &state, NameId name) {
    const Evaluated &named = *state.names[name.at()];
    return {when_of(named.value), named.why};
}
/// The units that a tranche owes.
inline Counted committed(const LeaseState &state, TrancheId tranche) {
    const Evaluated &named = *state.names[name_of_committed(tranche).at()];
    return {named.value, named.why};
}

/// What a remedy comes to on days from one to another, both included: of money on its days of
/// accrual, of days of fee on the days that are credited. From `dawn` to `never` it is all.
Amount credited_between(const RemedyState &state, Date first, Date last);

/// The status on a day; nothing when it depends on what is not known.
std::optional<Status> status_on(const RightState &right, Date day);

} // namespace offramp
