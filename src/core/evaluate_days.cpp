// Days: one case for each form of rule, and the names that rules refer to.
#include "core/evaluation.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

Date moved(Date from, std::int64_t count, Unit unit, MonthEnd month_end) {
    switch (unit) {
    case Unit::Day:
        return add_days(from, count);
    case Unit::Week:
        return add_days(from, 7 * count);
    case Unit::Month:
        return add_months(from, count, month_end);
    case Unit::Year:
        return add_months(from, 12 * count, month_end);
    }
    return from;
}

} // namespace

Evaluation::Evaluation(const Lease &lease, const Scenario &scenario, Date as_of, LeaseState &out)
    : lease_(lease), scenario_(scenario), as_of_(as_of), out_(out) {}

ReasonId Evaluation::note(Step step, Value value, std::span<const ReasonId> inputs,
                          std::int32_t detail, std::int32_t clause) {
    const auto id = next_id<Reason>(out_.reasons);
    out_.reasons.push_back({step, value, detail, static_cast<std::int32_t>(out_.inputs.size()),
                            static_cast<std::int32_t>(inputs.size()), clause});
    for (const ReasonId input : inputs) {
        out_.inputs.push_back(input);
    }
    return id;
}

ReasonId Evaluation::note(Step step, Value value, std::initializer_list<ReasonId> inputs,
                          std::int32_t detail, std::int32_t clause) {
    return note(step, value, std::span{inputs.begin(), inputs.size()}, detail, clause);
}

Dated Evaluation::dated(Step step, When when, std::initializer_list<ReasonId> inputs,
                        std::int32_t detail, std::int32_t clause) {
    return {when, note(step, value_of(when), inputs, detail, clause)};
}

Dated Evaluation::day_after(const Dated &day) {
    return dated(Step::DayAfter, add_days(day.value, 1), {day.why});
}

Dated Evaluation::day_before(const Dated &day) {
    return dated(Step::DayBefore, add_days(day.value, -1), {day.why});
}

template <typename T>
std::optional<ReasonId> Evaluation::reading_behind(const ByReading<T> &datum) {
    if (!datum.reading) {
        return std::nullopt;
    }
    const std::int64_t option = scenario_.readings[datum.reading->at()];
    return note(Step::ChosenReading, value_of(exactly(option)), {}, datum.reading->index,
                index_of(get(lease_.readings, *datum.reading).clause));
}
template std::optional<ReasonId> Evaluation::reading_behind(const ByReading<MonthEnd> &);
template std::optional<ReasonId> Evaluation::reading_behind(const ByReading<ExitDay> &);

Dated Evaluation::day(DateRuleId id) {
    if (max_rule_depth < depth_) {
        return dated(Step::Unknown, any_day(), {});
    }
    ++depth_;
    const DateRule &rule = get(lease_.date_rules, id);
    const std::int32_t clause = index_of(rule.clause);
    const Dated result = std::visit(
        Overloaded{
            [&](const FixedDay &form) {
                return dated(Step::Stated, exactly(form.day), {}, -1, clause);
            },
            [&](const NamedDay &form) { return named(form.name); },
            [&](const Offset &form) { return offset(rule, form, id); },
            [&](const Earliest &form) { return extreme(form.of, Step::Earliest, clause); },
            [&](const Latest &form) { return extreme(form.of, Step::Latest, clause); },
            [&](const ByReading<DateRuleId> &form) {
                const Dated option = day(chosen(form, scenario_));
                return dated(Step::ChosenReading, option.value, {option.why}, form.reading->index,
                             clause);
            },
            [&](const UnknownDay &form) { return unknown_day(form.unknown, clause); },
        },
        rule.form);
    --depth_;
    return result;
}

Dated Evaluation::unknown_day(UnknownId id, std::int32_t clause) {
    const Range<std::int64_t> supposed = scenario_.unknowns[id.at()];
    const auto bound = [](std::int64_t number) {
        return number == INT64_MAX ? Date::never() : Date::from_day_number(number);
    };
    return dated(Step::Unknown, {bound(supposed.least), bound(supposed.most)}, {}, id.index,
                 clause);
}

Dated Evaluation::offset(const DateRule &rule, const Offset &form, DateRuleId id) {
    const Dated from = day(form.from);
    const Counted number = count(form.count);
    const MonthEnd month_end = chosen(form.month_end, scenario_);
    const bool after = form.direction == Direction::After;
    const Count signed_number =
        after ? number.value : Count{-number.value.most, -number.value.least};
    const When result = {moved(from.value.least, signed_number.least, form.unit, month_end),
                         moved(from.value.most, signed_number.most, form.unit, month_end)};
    const std::int32_t clause = index_of(rule.clause);
    if (const auto reading = reading_behind(form.month_end)) {
        return dated(Step::Offset, result, {from.why, number.why, *reading}, id.index, clause);
    }
    return dated(Step::Offset, result, {from.why, number.why}, id.index, clause);
}

Dated Evaluation::extreme(std::span<const DateRuleId> of, Step step, std::int32_t clause) {
    const bool earliest = step == Step::Earliest;
    When result = exactly(earliest ? Date::never() : Date::dawn());
    // Inputs are noted side by side, so they are all evaluated before the first is noted.
    constexpr std::size_t most_inputs = 64;
    std::array<ReasonId, most_inputs> inputs{};
    std::size_t size = 0;
    for (const DateRuleId id : of) {
        const Dated next = day(id);
        result = earliest ? smaller(result, next.value) : larger(result, next.value);
        if (size < most_inputs) {
            inputs[size++] = next.why;
        }
    }
    return {result, note(step, value_of(result), std::span<const ReasonId>{inputs}.first(size), -1,
                         clause)};
}

Dated Evaluation::named(NameId id) {
    // A notice that is only assumed must not leak into what is remembered.
    if (assumed_right_) {
        return named_afresh(id);
    }
    auto &remembered = out_.names[id.at()];
    if (!remembered) {
        remembered = named_afresh(id);
    }
    return *remembered;
}

Dated Evaluation::named_afresh(NameId id) {
    if (max_rule_depth < depth_) {
        return dated(Step::Unknown, any_day(), {});
    }
    ++depth_;
    const Dated result = std::visit(
        Overloaded{
            [&](const DayOfRule &source) {
                const Dated rule = day(source.rule);
                return dated(Step::Named, rule.value, {rule.why}, id.index);
            },
            [&](const DayOfDelivery &source) { return completed(source.tranche); },
            [&](const DayOfEvent &source) {
                return dated(Step::Supposed, scenario_.events[source.event.at()], {}, id.index);
            },
            [&](const DayOfRight &source) { return right_day(source.right, source.which); },
        },
        get(lease_.names, id).day);
    --depth_;
    return result;
}

} // namespace offramp
