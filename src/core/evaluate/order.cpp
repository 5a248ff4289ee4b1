// Which of two days comes first, where both hang on one day that is not known. As ranges they tell
// nothing: "30 days after delivery" is any day, and so is delivery. But how they were found does:
// whatever the day of delivery, it is no later than the day 30 days after it.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// Steps of a proof; one that needs more is not found.
constexpr int most_steps = 64;

/// Days by which a period of n units moves a day, at the least and at the most, however it is
/// counted and wherever its months end.
std::optional<Numbers> length_of(Unit unit, const Numbers &n) {
    if (n.least < 0 || 100'000 < n.most) {
        return std::nullopt;
    }
    switch (unit) {
    case Unit::Day:
        return Numbers{n.least - 1, n.most + 2 + n.most / 1000};
    case Unit::Week:
        return Numbers{7 * n.least - 1, 7 * n.most + 2 + n.most / 100};
    case Unit::Month:
        return Numbers{28 * n.least - 1, 31 * n.most + 3};
    case Unit::Year:
        return Numbers{365 * n.least - 1, 366 * n.most + 3};
    case Unit::BusinessDay: // how far the next one is depends on the day
    case Unit::FullMonth:
    case Unit::Hour:
    case Unit::Minute:
        break;
    }
    return std::nullopt;
}

/// Looks for a proof that one day, moved by `shift`, is no later than another.
class Order {
  public:
    Order(const Lease &lease, const Scenario &scenario, const LeaseState &state)
        : lease_(lease), scenario_(scenario), state_(state) {}

    bool holds(ReasonId earlier, ReasonId later, std::int64_t shift) {
        if (--steps_left_ < 0) {
            return false;
        }
        const Reason &a = get(state_.reasons, earlier);
        const Reason &b = get(state_.reasons, later);
        if (shift <= 0 && (earlier == later || is_same_fact(a, b))) {
            return true;
        }
        if (day_of(a.value.most).is_day() && a.value.most + shift <= b.value.least) {
            return true;
        }
        return by_earlier(a, later, shift) || by_later(earlier, b, shift);
    }

  private:
    static bool is_same_fact(const Reason &a, const Reason &b) {
        return a.step == b.step && a.detail == b.detail &&
               (a.step == Step::Completed || (a.step == Step::Unknown && 0 <= a.detail));
    }

    const Rule *rule_of(const Reason &reason) const {
        return reason.step == Step::Rule ? &get(lease_.rules, RuleId{reason.detail}) : nullptr;
    }
    /// How far a rule moves the day that it counts from.
    std::optional<Numbers> move_of(const Reason &reason) const {
        const Rule *const rule = rule_of(reason);
        if (rule == nullptr || rule->kind != Kind::Day ||
            (rule->form != Form::After && rule->form != Form::Before)) {
            return std::nullopt;
        }
        const Value &n = get(state_.reasons, inputs_of(state_, reason)[1]).value;
        const auto length =
            length_of(static_cast<Unit>(
                          word_of(lease_, scenario_, child(lease_, *rule, place::Period::Unit))),
                      {n.least, n.most});
        return length && rule->form == Form::Before ? Numbers{-length->most, -length->least}
                                                    : length;
    }
    bool is_choice(const Reason &reason) const {
        const Rule *const rule = rule_of(reason);
        return rule != nullptr && rule->form == Form::ByReading;
    }
    /// A name that stands for what is behind it, whatever else holds.
    static bool is_name(const Reason &reason) {
        return reason.step == Step::Named && reason.input_count == 1;
    }
    bool is_least(const Reason &reason) const {
        const Rule *const rule = rule_of(reason);
        return reason.step == Step::Earliest || (rule != nullptr && rule->form == Form::Least);
    }
    bool is_most(const Reason &reason) const {
        const Rule *const rule = rule_of(reason);
        return reason.step == Step::Latest || (rule != nullptr && rule->form == Form::Most);
    }

    bool by_earlier(const Reason &a, ReasonId later, std::int64_t shift) {
        const auto inputs = inputs_of(state_, a);
        const auto is_no_later = [&](ReasonId input) { return holds(input, later, shift); };
        if (is_least(a)) {
            return std::any_of(inputs.begin(), inputs.end(), is_no_later);
        }
        if (is_most(a)) {
            return std::all_of(inputs.begin(), inputs.end(), is_no_later);
        }
        if (a.step == Step::DayAfter || a.step == Step::DayBefore) {
            return holds(inputs[0], later, shift + (a.step == Step::DayAfter ? 1 : -1));
        }
        if (is_choice(a) || is_name(a)) {
            return is_no_later(inputs[0]);
        }
        const auto move = move_of(a);
        return move && holds(inputs[0], later, shift + move->most);
    }

    bool by_later(ReasonId earlier, const Reason &b, std::int64_t shift) {
        const auto inputs = inputs_of(state_, b);
        const auto is_no_earlier = [&](ReasonId input) { return holds(earlier, input, shift); };
        if (is_least(b)) {
            return std::all_of(inputs.begin(), inputs.end(), is_no_earlier);
        }
        if (is_most(b)) {
            return std::any_of(inputs.begin(), inputs.end(), is_no_earlier);
        }
        if (b.step == Step::DayAfter || b.step == Step::DayBefore) {
            return holds(earlier, inputs[0], shift - (b.step == Step::DayAfter ? 1 : -1));
        }
        if (is_choice(b) || is_name(b)) {
            return is_no_earlier(inputs[0]);
        }
        const auto move = move_of(b);
        return move && holds(earlier, inputs[0], shift - move->least);
    }

    const Lease &lease_;
    const Scenario &scenario_;
    const LeaseState &state_;
    int steps_left_ = most_steps;
};

} // namespace

Truth Evaluation::is_open(const Turns &turns) const {
    const Truth has_days = at_most(turns.opens.value, turns.closes.value);
    const bool is_certain = has_days == Truth::Depends && Order{lease_, scenario_, out_}.holds(
                                                              turns.opens.why, turns.closes.why, 0);
    return both(happens(turns.opens.value), is_certain ? Truth::Yes : has_days);
}

} // namespace offramp
