// The evaluation of one lease under one scenario, while it runs. Internal to core.
// Rules are read on demand; each name and right once; each step leaves its reason behind.
#pragma once

#include "core/lease_state.hpp"
#include "core/overloaded.hpp"
#include "core/scenario.hpp"

#include <bitset>
#include <initializer_list>
#include <optional>
#include <span>

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
};

class Evaluation {
  public:
    Evaluation(const Lease &lease, const Scenario &scenario, Date as_of, LeaseState &out);

    void run();

  private:
    // Rules: evaluate_days.cpp and evaluate_counts.cpp.
    Dated day(DateRuleId id);
    Dated offset(const DateRule &rule, const Offset &form, DateRuleId id);
    Dated extreme(std::span<const DateRuleId> of, Step step, std::int32_t clause);
    Dated unknown_day(UnknownId id, std::int32_t clause);
    Counted count(CountRuleId id);
    Priced amount(AmountRuleId id);
    Dated named(NameId id);
    Dated named_afresh(NameId id);
    Dated completed(TrancheId id);
    Date completed(TrancheId id, std::int64_t committed, bool soonest) const;
    Count delivered_units(TrancheId id, const When &by) const;
    template <typename T>
    std::optional<ReasonId> reading_behind(const ByReading<T> &datum);

    // Rights: evaluate_right.cpp.
    const RightState &right(RightId id);
    RightState evaluate_right(RightId id);
    Turns turns_of(const Right &right);
    void order_phases(RightId id, const Turns &turns, RightState &state);
    void order_notice(RightId id, const Dated &notice, RightState &state);
    void order_end(const Turns &turns, RightState &state);
    void enter(RightState &state, Status status, const When &from);
    void unsettle(RightState &state, Date from);
    Truth ask(Truth answer);
    Dated effect_of_notice(RightId id, const Dated &notice);
    Dated right_day(RightId id, RightDay which);
    Dated notice_of(RightId id);
    void terminate();
    void look_from_as_of();

    // Money: evaluate_money.cpp.
    void fees();
    void money();
    Priced fees_until(const Dated *last_day);
    Priced fee_until(FeeId id, const Dated *last_day);
    std::optional<Dated> first_free_exit();
    std::optional<Dated> first_free_exit_from(Date day);
    Priced firm_until(const std::optional<Dated> &exit, std::optional<Dated> &last_day);
    Dated last_fee_day(const Dated &exit);

    // Reasons.
    ReasonId note(Step step, Value value, std::initializer_list<ReasonId> inputs,
                  std::int32_t detail, std::int32_t clause);
    ReasonId note(Step step, Value value, std::span<const ReasonId> inputs, std::int32_t detail,
                  std::int32_t clause);
    Dated dated(Step step, When when, std::initializer_list<ReasonId> inputs,
                std::int32_t detail = -1, std::int32_t clause = -1);
    Dated day_after(const Dated &day);
    Dated day_before(const Dated &day);

    const Lease &lease_;
    const Scenario &scenario_;
    Date as_of_;
    LeaseState &out_;
    std::bitset<max_rights> started_;
    std::bitset<max_rights> done_;
    std::optional<RightId> assumed_right_; ///< a notice supposed for one question only
    std::optional<Dated> assumed_notice_;
    int depth_ = 0;
};

constexpr std::int32_t index_of(const std::optional<ClauseId> &clause) {
    return clause ? clause->index : -1;
}
constexpr Value value_of(const When &when) {
    return {Value::Kind::Day, when.least.day_number(), when.most.day_number()};
}
constexpr Value value_of(const Count &count) {
    return {Value::Kind::Number, count.least, count.most};
}
constexpr Value value_of(const Amount &amount) {
    return {Value::Kind::Sum, amount.least.minor(), amount.most.minor()};
}
constexpr Value value_of(Truth truth) {
    return {Value::Kind::Truth, truth == Truth::Yes ? 1 : 0, truth == Truth::No ? 0 : 1};
}

} // namespace offramp
