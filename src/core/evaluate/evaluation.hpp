// The evaluation of one lease under one scenario, while it runs. Internal to core.
// Rules are read on demand; each name and right once; each step leaves its reason behind.
#pragma once

#include "core/evaluate/accrual.hpp"
#include "core/evaluate/day_set.hpp"
#include "core/evaluate/evaluate.hpp"
#include "core/evaluate/lease_state.hpp"
#include "core/lease/scenario.hpp"
#include "core/money/wide.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <cassert>
#include <initializer_list>
#include <optional>
#include <span>
#include <utility>

namespace offramp {

/// The days that the life of a right turns on.
struct Turns {
    std::optional<Dated> done; ///< the day on which the awaited thing was done, if one is awaited
    Dated in_time;             ///< last day on which doing it is in time, or the day before opening
    Dated cured;               ///< last day on which doing it still cures; not before in_time
    Dated window;              ///< first day of the window, preconditions aside
    Dated opens;               ///< first day for notice
    std::optional<Dated> ended; ///< the day from which the right is gone, if something ends it
    Dated lapses;               ///< the day after the last day of the window or of the term
    Dated closes;               ///< last day for notice
    std::optional<When> credit; ///< the first day of its remedy, if lateness costs money
};

/// The first day on which the life of a right may turn, whatever is done or is not.
Date first_turn_of(const Turns &turns);

/// Reasons that will be noted side by side: they are all evaluated before the first is noted.
class Inputs {
  public:
    Inputs() {
    } // NOLINT(modernize-use-equals-default): `= default` would clear a kilobyte each time

    /// Lists have fewer than `max_children` elements, and what is summed has no more than
    /// `max_rights`; beyond, a reason is left out and no answer changes.
    void push(ReasonId id) {
        assert(size_ < capacity);
        if (size_ < capacity) {
            all_[size_++] = id;
        }
    }
    std::span<const ReasonId> all() const { return std::span{all_}.first(size_); }

  private:
    static constexpr std::size_t capacity = max_rights;
    std::array<ReasonId, capacity> all_;
    std::size_t size_ = 0;
};

/// A rule while it is evaluated: what it is, and what it has been found to rest on.
struct Frame {
    RuleId id;
    const Rule &rule;
    Inputs inputs;
};

struct Function;

class Evaluation {
  public:
    Evaluation(const Lease &lease, const Scenario &scenario, Date as_of, LeaseState &out)
        : lease_(lease), scenario_(scenario), as_of_(as_of), out_(out) {}

    void run(UpTo up_to);
    Numbers only(RuleId id);
    const RightState &only(RightId id);
    NoticeOutcome only(RightId id, const When &notice);
    When received(RightId id);

  private:
    void clear();
    void count_work();

    // Rules in general, and names: rules.cpp.
    Evaluated rule(RuleId id);
    Numbers value_of(Frame &frame);
    Dated day(RuleId id);
    Counted count(RuleId id) { return rule(id); }
    Priced amount(RuleId id);
    Numbers input(Frame &frame, std::int32_t place);
    /// What a word comes to: its own, else the lease's convention, else the default of the trade.
    std::int32_t word(RuleId own, Kind kind, Inputs &inputs);
    std::int32_t setting(Frame &frame, std::int32_t place, Kind kind);
    const Calendar &calendar(Frame &frame, std::int32_t place);
    Numbers choose(Frame &frame);
    Evaluated named(NameId id);
    Evaluated named_afresh(NameId id);
    Evaluated named_if(NameId id);
    Dated named_day(NameId id);

    // Rules that are functions of numbers: forms.cpp.
    Numbers lifted(Frame &frame);
    void choose_words(Frame &frame, Function &function);
    void choose_period(Frame &frame, Function &function);
    void choose_roll(Frame &frame, Function &function);
    /// Words that nobody says are the first of their kind; `io` refuses a lease that must say them.
    template <typename Word>
    Word chosen(Frame &frame, std::int32_t place, Kind kind) {
        return static_cast<Word>(std::max(0, setting(frame, place, kind)));
    }

    // Deliveries: deliveries.cpp.
    Numbers reached(Frame &frame);
    Numbers delivered(Frame &frame);
    Dated completed(TrancheId id);
    Date completed(TrancheId id, std::int64_t units, bool soonest) const;
    Count delivered_units(TrancheId id, const When &by) const;

    // Sets of days: sets.cpp.
    DaySet days(RuleId id, ReasonId &why);
    DaySet days_of(Frame &frame);
    DaySet days_input(Frame &frame, std::int32_t place);
    DaySet delay(DelayId id) const;
    static Numbers size_of(const DaySet &set);
    Numbers reaches(Frame &frame);
    Numbers days_in(Frame &frame);
    Numbers end_of_set(Frame &frame);

    // Remedies: remedy.cpp.
    const RemedyState &remedy(RemedyId id);
    RemedyState evaluate_remedy(RemedyId id);
    Priced what_is_left(RemedyId id, CapId shared, const Priced &uncapped);
    Amount all_credits(const Cap &cap);
    /// The ladder at both ends of what is known, and what it rests on.
    struct Climb {
        Ladder least;
        Ladder most;
        bool is_in_days = false;
        Inputs reasons;
    };
    Climb climb_of(const Remedy &remedy);
    Evaluated remedy_part(RemedyId id, RemedyPart part);

    // Rights: right.cpp.
    const RightState &right(RightId id);
    RightState evaluate_right(RightId id);
    const Dated &opens(RightId id);
    void keep_opening(RightId id, const Turns &turns);
    Turns opening_of(const Right &right);
    Turns turns_of(RightId id);
    Priced exit_fee_of(RightId id, const Turns &turns);
    Dated effect_of_notice(RightId id, RuleId effect, const Dated &notice);
    template <typename Ask>
    auto if_notice_on(RightId id, const Dated &notice, Ask ask) {
        const Assumption before = std::exchange(assumed_, {id, notice, std::nullopt});
        const auto answer = ask();
        assumed_ = before;
        return answer;
    }
    void look_from_as_of();

    // The order of a right's phases: phases.cpp.
    /// Whether there is a day for notice, had nothing else to be met.
    Truth is_open(const Turns &turns) const;
    void order_phases(RightId id, const Turns &turns, RightState &state);
    void order_waiting(const Turns &turns, RightState &state);
    void order_end(const Turns &turns, RightState &state);
    void enter(RightState &state, Status status, const When &from);
    void unsettle(RightState &state, Date from);
    Truth ask(Truth answer);
    void terminate();

    // Notices: notice.cpp.
    /// The day on which a notice ends what the right is over: its effect, but not before a last
    /// chance that suspends it has passed.
    Dated end_after_notice(RightId id, const Dated &notice);
    Dated notice_of(RightId id);
    Dated right_day(RightId id, RightDay which);
    void order_notice(RightId id, const Dated &notice, RightState &state);
    Truth has_last_chance(RightId id, const Dated &notice);
    std::optional<When> possible_end(RightId id);

    // Money: money.cpp.
    struct FeeTerms {
        Billing billing;
        Priced amount;
        Dated from;
        Dated to;
        Charge charge() const { return {billing, amount.value, from.value, to.value}; }
    };
    FeeTerms terms_of(FeeId id);
    FeeTerms remembered_terms_of(FeeId id);
    void fees();
    void money(UpTo up_to);
    Priced sum_of(const Amount &total, const Inputs &inputs);
    Priced payable();
    Priced credits();
    Numbers fee_between(Frame &frame);
    Priced fee_until(FeeId id, const Dated *last_day);
    Priced fees_until(const std::optional<Dated> &last_day);
    bool ends_fee(const Right &right, const std::optional<TrancheId> &tranche) const;
    /// Days of notice on which leaving costs nothing: the first that may be one, the first that is.
    struct FreeDays {
        std::optional<Date> possible;
        std::optional<Date> certain;
    };
    FreeDays free_days(RightId id, const When &from, const When &to);
    struct FreeExit {
        Truth open; ///< whether there is a day for its notice
        Dated end;
    };
    std::vector<std::optional<FreeExit>> free_exits(const std::optional<Date> &notice_from);
    std::optional<FreeExit> free_exit(RightId id, const std::optional<Date> &notice_from);
    std::optional<Dated> first_free_exit(std::span<const std::optional<FreeExit>> exits,
                                         bool is_of_fee, const std::optional<TrancheId> &tranche);
    Priced firm(const std::optional<Date> &notice_from, std::optional<Dated> &exit,
                std::optional<Dated> &last_day);
    Dated last_fee_day(const Dated &exit);

    // Reasons.
    ReasonId note(Step step, Value value, std::span<const ReasonId> inputs, std::int32_t detail,
                  std::int32_t clause);
    ReasonId note(Step step, Value value, std::initializer_list<ReasonId> inputs,
                  std::int32_t detail, std::int32_t clause) {
        return note(step, value, std::span{inputs.begin(), inputs.size()}, detail, clause);
    }
    Dated dated(Step step, When when, std::initializer_list<ReasonId> inputs,
                std::int32_t detail = -1, std::int32_t clause = -1);
    Dated day_after(const Dated &day);
    Dated day_before(const Dated &day);

    const Lease &lease_;
    const Scenario &scenario_;
    Date as_of_;
    LeaseState &out_;
    std::bitset<max_rights> started_;
    std::bitset<max_rights> opened_; ///< whose first day for notice is known, or being found
    std::bitset<max_rights> started_remedies_;
    /// What is supposed for one question only, and is no fact of the scenario.
    struct Assumption {
        std::optional<RightId> right; ///< whose notice is given on `notice`
        std::optional<Dated> notice;
        std::optional<Dated> sent; ///< of the notice whose receipt is asked for
        bool is_any() const { return right || sent; }
    };
    /// What was found under one assumption. Without it forty names, each of which rests twice on
    /// the next, would be asked a million million times. Most questions ask for few names, so it
    /// holds those and no others, in the order of their ids.
    template <typename Id, typename Found>
    class Remembered {
      public:
        const Found *find(Id id) const {
            const auto at = place_of(id);
            return at != all_.end() && at->id == id ? &at->found : nullptr;
        }
        void keep(Id id, const Found &found) { all_.insert(place_of(id), {id, found}); }

      private:
        struct Entry {
            Id id;
            Found found;
        };
        auto place_of(Id id) const {
            return std::lower_bound(all_.begin(), all_.end(), id, [](const Entry &entry, Id other) {
                return entry.id.index < other.index;
            });
        }
        std::vector<Entry> all_;
    };
    struct Memory {
        Assumption assumed;
        Remembered<NameId, Evaluated> names; ///< but for those of the scenario
        Remembered<FeeId, FeeTerms> fees;
    };
    Memory &memory(const Assumption &assumed);
    template <typename Id, typename Found, typename Find>
    Found remembered(Remembered<Id, Found> Memory::*kind, Id id, Find find);
    std::vector<Memory> memories_; ///< the last question's last
    Assumption assumed_;
    bool rests_on_assumption_ = false; ///< whether what is being found has asked for it
    int depth_ = 0;
};

constexpr std::int32_t index_of(const std::optional<ClauseId> &clause) {
    return clause ? clause->index : -1;
}
constexpr Value value_of(const When &when) {
    return {Kind::Day, when.least.day_number(), when.most.day_number()};
}
constexpr Value value_of(const Count &count) { return {Kind::Count, count.least, count.most}; }
constexpr Value value_of(const Amount &amount) {
    return {Kind::Amount, amount.least.minor(), amount.most.minor()};
}
constexpr Value value_of(Truth truth) {
    const Numbers numbers = numbers_of(truth);
    return {Kind::Truth, numbers.least, numbers.most};
}

} // namespace offramp
