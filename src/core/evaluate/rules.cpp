// Rules: one case for each form, and the names that they refer to.
//
// Example: the earlier of "gpus.delivered" and 31 December 2026. The name stands for the day that
// the scenario supposes: delivered in November 2026, a day of November; never delivered, 31
// December.
#include "core/evaluate/evaluation.hpp"

namespace offramp {

namespace {

/// What is known of a value of which nothing is.
constexpr Numbers unknown_of(Kind kind) {
    return kind == Kind::Truth ? numbers_of(Truth::Depends) : Numbers{INT64_MIN, INT64_MAX};
}

} // namespace

ReasonId Evaluation::note(Step step, Value value, std::span<const ReasonId> inputs,
                          std::int32_t detail, std::int32_t clause) {
    const auto id = next_id<Reason>(out_.reasons);
    out_.reasons.push_back({step, value, detail, static_cast<std::int32_t>(out_.inputs.size()),
                            static_cast<std::int32_t>(inputs.size()), clause});
    for (const ReasonId input : inputs) { // one or two, mostly: `insert` is made for more
        out_.inputs.push_back(input);
    }
    return id;
}

Dated Evaluation::dated(Step step, When when, std::initializer_list<ReasonId> inputs,
                        std::int32_t detail, std::int32_t clause) {
    return {when, note(step, offramp::value_of(when), inputs, detail, clause)};
}

Dated Evaluation::day_after(const Dated &day) {
    return dated(Step::DayAfter, add_days(day.value, 1), {day.why});
}

Dated Evaluation::day_before(const Dated &day) {
    return dated(Step::DayBefore, add_days(day.value, -1), {day.why});
}

Dated Evaluation::day(RuleId id) {
    const Evaluated result = rule(id);
    return {when_of(result.value), result.why};
}

Priced Evaluation::amount(RuleId id) {
    const Evaluated result = rule(id);
    return {amount_of(result.value), result.why};
}

Evaluated Evaluation::rule(RuleId id) {
    Frame frame{id, get(lease_.rules, id), {}};
    const Rule &rule = frame.rule;
    if (max_rule_depth < depth_) {
        // A circle, which `io` refuses: nothing is known of what rests on itself.
        return {unknown_of(rule.kind), ReasonId{0}};
    }
    ++depth_;
    if (rule.form == Form::Named) {
        const Evaluated result = named(NameId{static_cast<std::int32_t>(rule.value)});
        --depth_;
        return result;
    }
    const Numbers value = value_of(frame);
    --depth_;
    return {value, note(Step::Rule, {rule.kind, value.least, value.most}, frame.inputs.all(),
                        id.index, index_of(rule.clause))};
}

Numbers Evaluation::value_of(Frame &frame) {
    if (is_lifted(frame.rule.form)) {
        return lifted(frame);
    }
    const Rule &rule = frame.rule;
    const auto index = static_cast<std::size_t>(rule.value);
    if (rule.form == Form::Literal) {
        return exactly(rule.value);
    }
    if (rule.form == Form::Unknown) {
        return scenario_.unknowns[index];
    }
    if (rule.form == Form::ByReading) {
        return input(frame, scenario_.readings[index]);
    }
    if (rule.form == Form::If) {
        return choose(frame);
    }
    if (rule.form == Form::Reached) {
        return reached(frame);
    }
    if (rule.form == Form::Delivered) {
        return delivered(frame);
    }
    if (rule.form == Form::Reaches) {
        return reaches(frame);
    }
    if (rule.form == Form::DaysIn) {
        return days_in(frame);
    }
    if (rule.form == Form::FirstIn || rule.form == Form::LastIn) {
        return end_of_set(frame);
    }
    if (rule.form == Form::FeeBetween) {
        return fee_between(frame);
    }
    return size_of(days_of(frame));
}

Numbers Evaluation::input(Frame &frame, std::int32_t place) {
    const Evaluated result = rule(child(lease_, frame.rule, place));
    frame.inputs.push(result.why);
    return result.value;
}

std::int32_t Evaluation::word(RuleId own, Kind kind, Inputs &inputs) {
    const RuleId word = is_given(own) ? own : lease_.conventions[static_cast<std::size_t>(kind)];
    if (!is_given(word)) {
        return default_word(kind);
    }
    const std::int32_t chosen = word_of(lease_, scenario_, word);
    const Rule &rule = get(lease_.rules, word);
    if (rule.form == Form::ByReading) {
        inputs.push(
            note(Step::Convention, {kind, chosen, chosen}, {}, word.index, index_of(rule.clause)));
    }
    return chosen;
}

std::int32_t Evaluation::setting(Frame &frame, std::int32_t place, Kind kind) {
    return word(child(lease_, frame.rule, place), kind, frame.inputs);
}

/// A rule without a calendar counts weekends only; `io` refuses business days without one.
const Calendar &Evaluation::calendar(Frame &frame, std::int32_t place) {
    const std::int32_t index = setting(frame, place, Kind::Calendar);
    return lease_.calendars[index < 0 ? 0 : static_cast<std::size_t>(index)];
}

Numbers Evaluation::choose(Frame &frame) {
    using At = place::If;
    const Truth condition = ask(truth_of(input(frame, At::Condition)));
    if (condition != Truth::Depends) {
        return input(frame, condition == Truth::Yes ? At::Then : At::Otherwise);
    }
    const Numbers yes = input(frame, At::Then);
    return hull(yes, input(frame, At::Otherwise));
}

Evaluated Evaluation::named(NameId id) {
    // A notice that is only assumed must not leak into the answer.
    if (assumed_.is_any()) {
        return named_if(id);
    }
    auto &remembered = out_.names[id.at()];
    if (!remembered) {
        const Evaluated fresh = named_afresh(id);
        out_.names[id.at()] = fresh;
        return fresh;
    }
    return *remembered;
}

Dated Evaluation::named_day(NameId id) {
    const Evaluated result = named(id);
    return {when_of(result.value), result.why};
}

Evaluated Evaluation::named_afresh(NameId id) {
    const Name &name = get(lease_.names, id);
    const auto index = static_cast<std::size_t>(name.index);
    const auto noted = [&](Step step, const Numbers &value, std::initializer_list<ReasonId> inputs,
                           std::int32_t detail) {
        return Evaluated{value,
                         note(step, {name.kind, value.least, value.most}, inputs, detail, -1)};
    };
    const auto as_numbers = [](const Dated &day) {
        return Evaluated{numbers_of(day.value), day.why};
    };
    switch (name.source) {
    case NameSource::Rule: {
        const Evaluated result = rule(RuleId{name.index});
        return noted(Step::Named, result.value, {result.why}, id.index);
    }
    case NameSource::Delivery:
        return as_numbers(completed(TrancheId{name.index}));
    case NameSource::Event:
        return noted(Step::Supposed, scenario_.events[index].when, {}, id.index);
    case NameSource::Unknown:
        return lease_.unknowns[index].is_input
                   ? noted(Step::Supposed, scenario_.unknowns[index], {}, id.index)
                   : noted(Step::Unknown, scenario_.unknowns[index], {}, name.index);
    case NameSource::Delay:
        return noted(Step::Supposed, size_of(delay(DelayId{name.index})), {}, id.index);
    case NameSource::RightDay:
        return as_numbers(right_day(RightId{name.index}, static_cast<RightDay>(name.part)));
    case NameSource::RemedyPart:
        return remedy_part(RemedyId{name.index}, static_cast<RemedyPart>(name.part));
    case NameSource::AsOf:
        return as_numbers(dated(Step::AsOf, exactly(as_of_), {}));
    case NameSource::Sent:
        rests_on_assumption_ = true;
        return assumed_.sent
                   ? as_numbers(*assumed_.sent)
                   : noted(Step::Supposed, numbers_of(exactly(Date::never())), {}, id.index);
    }
    return {{INT64_MIN, INT64_MAX}, ReasonId{0}};
}

} // namespace offramp
