#include "model.hpp"

#include "model_days.hpp"

#include <algorithm>
#include <iterator>

namespace offramp::laws {

Modelled SlowModel::value(RuleId id) {
    if (!is_given(id) || 100 < depth_) {
        return std::nullopt;
    }
    ++depth_;
    const Modelled result = evaluated(get(lease_.rules, id));
    --depth_;
    return result;
}

Modelled SlowModel::name(NameId id) {
    const Name &name = get(lease_.names, id);
    const auto index = static_cast<std::size_t>(name.index);
    const auto known = [&](const Numbers &numbers) {
        return !numbers.known()         ? Modelled{}
               : name.kind == Kind::Day ? Modelled{model_day(offramp::day_of(numbers.least))}
                                        : checked(numbers.least);
    };
    switch (name.source) {
    case NameSource::Rule:
        return value(RuleId{name.index});
    case NameSource::Delivery: {
        const TrancheId tranche{name.index};
        const Modelled owed = value(get(lease_.tranches, tranche).units);
        return owed ? reached(tranche, *owed) : owed;
    }
    case NameSource::Event:
        return name.kind == Kind::Day ? known(scenario_.events[index].when) : Modelled{};
    case NameSource::Unknown:
        return known(scenario_.unknowns[index]);
    case NameSource::RightDay:
        if (static_cast<RightDay>(name.part) != RightDay::Notice) {
            return std::nullopt;
        }
        if (noticed_ == RightId{name.index}) {
            return notice_;
        }
        return scenario_.notices[index].channel < 0
                   ? known(numbers_of(scenario_.notices[index].day))
                   : Modelled{};
    case NameSource::Delay:
    case NameSource::RemedyPart:
    case NameSource::Sent:
    case NameSource::AsOf:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::vector<std::int64_t>> SlowModel::all(const Rule &rule) {
    std::vector<std::int64_t> values;
    for (std::int32_t place = 0; place < rule.child_count; ++place) {
        const Modelled next = input(rule, place);
        if (!next) {
            return std::nullopt;
        }
        values.push_back(*next);
    }
    return values;
}

std::int32_t SlowModel::word(const Rule &rule, std::int32_t place, Kind kind) {
    RuleId id = child(lease_, rule, place);
    if (!is_given(id)) {
        id = lease_.conventions[static_cast<std::size_t>(kind)];
    }
    if (!is_given(id)) {
        return default_word(kind);
    }
    const Rule *own = &get(lease_.rules, id);
    while (own->form == Form::ByReading) {
        own = &get(lease_.rules,
                   child(lease_, *own, scenario_.readings[static_cast<std::size_t>(own->value)]));
    }
    return static_cast<std::int32_t>(own->value);
}

Modelled SlowModel::evaluated(const Rule &rule) {
    struct Way {
        Form form;
        Modelled (SlowModel::*find)(const Rule &);
    };
    static constexpr Way ways[] = {{Form::Literal, &SlowModel::literal},
                                   {Form::Named, &SlowModel::named},
                                   {Form::Unknown, &SlowModel::unknown},
                                   {Form::ByReading, &SlowModel::chosen},
                                   {Form::If, &SlowModel::chosen},
                                   {Form::After, &SlowModel::offset},
                                   {Form::Before, &SlowModel::offset},
                                   {Form::StartOf, &SlowModel::end_of_period},
                                   {Form::EndOf, &SlowModel::end_of_period},
                                   {Form::Nth, &SlowModel::nth},
                                   {Form::Reached, &SlowModel::of_deliveries},
                                   {Form::Delivered, &SlowModel::of_deliveries},
                                   {Form::WholeMonths, &SlowModel::whole_months},
                                   {Form::DaysFrom, &SlowModel::days_from},
                                   {Form::DayOfMonth, &SlowModel::day_of_month},
                                   {Form::Quotient, &SlowModel::quotient},
                                   {Form::FeeBetween, &SlowModel::fee_between},
                                   {Form::NotAfter, &SlowModel::compared},
                                   {Form::Earlier, &SlowModel::compared},
                                   {Form::AtLeast, &SlowModel::compared},
                                   {Form::MoreThan, &SlowModel::compared},
                                   {Form::Happens, &SlowModel::of_one},
                                   {Form::Not, &SlowModel::of_one},
                                   {Form::Least, &SlowModel::combined},
                                   {Form::Most, &SlowModel::combined},
                                   {Form::Sum, &SlowModel::combined},
                                   {Form::Product, &SlowModel::combined},
                                   {Form::Difference, &SlowModel::combined},
                                   {Form::All, &SlowModel::combined},
                                   {Form::Any, &SlowModel::combined}};
    const auto way = std::find_if(std::begin(ways), std::end(ways),
                                  [&](const Way &one) { return one.form == rule.form; });
    const bool is_known = way != std::end(ways) && rule.kind != Kind::Instant;
    return is_known ? (this->*way->find)(rule) : std::nullopt;
}

Modelled SlowModel::literal(const Rule &rule) {
    return rule.kind == Kind::Day ? Modelled{model_day(offramp::day_of(rule.value))}
                                  : checked(rule.value);
}

Modelled SlowModel::named(const Rule &rule) {
    return name(NameId{static_cast<std::int32_t>(rule.value)});
}

Modelled SlowModel::unknown(const Rule &rule) {
    const Numbers &numbers = scenario_.unknowns[static_cast<std::size_t>(rule.value)];
    return !numbers.known()         ? Modelled{}
           : rule.kind == Kind::Day ? Modelled{model_day(offramp::day_of(numbers.least))}
                                    : checked(numbers.least);
}

Modelled SlowModel::chosen(const Rule &rule) {
    if (rule.form == Form::ByReading) {
        return input(rule, scenario_.readings[static_cast<std::size_t>(rule.value)]);
    }
    const Modelled condition = input(rule, 0);
    return condition ? input(rule, *condition != 0 ? 1 : 2) : condition;
}

Modelled SlowModel::of_deliveries(const Rule &rule) {
    const TrancheId tranche{static_cast<std::int32_t>(rule.value)};
    const Modelled of = input(rule, 0);
    return !of ? of : rule.form == Form::Reached ? reached(tranche, *of) : delivered(tranche, *of);
}

Modelled SlowModel::day_of_month(const Rule &rule) {
    const Modelled day = input(rule, 0);
    return day && is_day(*day) ? Modelled{civil_of(*day).day} : Modelled{};
}

Modelled SlowModel::fee_between(const Rule &rule) {
    const Modelled from = input(rule, 0);
    const Modelled to = input(rule, 1);
    return from && to ? fee(FeeId{static_cast<std::int32_t>(rule.value)}, *from, *to) : Modelled{};
}

Modelled SlowModel::of_one(const Rule &rule) {
    const Modelled of = input(rule, 0);
    return !of                          ? of
           : rule.form == Form::Happens ? Modelled{*of != model_never}
                                        : Modelled{*of == 0};
}

/// Forms of several values that are all needed.
Modelled SlowModel::combined(const Rule &rule) {
    const auto values = all(rule);
    if (!values) {
        return std::nullopt;
    }
    Modelled result = values->front();
    for (std::size_t i = 1; i < values->size() && result; ++i) {
        const std::int64_t next = (*values)[i];
        std::int64_t product = 0;
        result =
            rule.form == Form::Least  ? std::min(*result, next)
            : rule.form == Form::Most ? std::max(*result, next)
            : rule.form == Form::Sum  ? checked(*result + next)
            : rule.form == Form::Product
                ? (__builtin_mul_overflow(*result, next, &product) ? Modelled{} : checked(product))
            : rule.form == Form::Difference ? checked(*result - next)
            : rule.form == Form::All        ? Modelled{*result != 0 && next != 0}
                                            : Modelled{*result != 0 || next != 0};
    }
    return result;
}

Modelled SlowModel::offset(const Rule &rule) {
    const Modelled from = input(rule, 0);
    const Modelled n = input(rule, 1);
    if (!from || !n || *n < 0 || 40'000 < *n) {
        return std::nullopt;
    }
    if (!is_day(*from)) {
        return from;
    }
    const auto unit = static_cast<Unit>(word(rule, 2, Kind::Unit));
    const std::int64_t sign = rule.form == Form::After ? 1 : -1;
    if (unit == Unit::Month || unit == Unit::Year) {
        const auto month_end = static_cast<MonthEnd>(word(rule, 3, Kind::MonthEnd));
        const bool is_forward_test =
            sign < 0 &&
            static_cast<MonthsBack>(word(rule, 6, Kind::MonthsBack)) == MonthsBack::ForwardTest;
        return is_forward_test
                   ? Modelled{}
                   : moved_months(*from, sign * *n * (unit == Unit::Year ? 12 : 1), month_end);
    }
    if (unit != Unit::Day && unit != Unit::Week) {
        return std::nullopt;
    }
    std::int64_t days = unit == Unit::Week ? 7 * *n : *n;
    switch (static_cast<Counting>(word(rule, 4, Kind::Counting))) {
    case Counting::ExcludeFirst:
        break;
    case Counting::IncludeBoth:
        days = std::max<std::int64_t>(days - 1, 0);
        break;
    case Counting::Clear:
        days += 1;
        break;
    case Counting::LeapDayWithDayBefore:
        return std::nullopt;
    }
    return *from + sign * days;
}

Modelled SlowModel::end_of_period(const Rule &rule) {
    const Modelled day = input(rule, 0);
    const bool has_more = is_given(child(lease_, rule, 2));
    const Modelled plus = has_more ? input(rule, 2) : Modelled{0};
    if (!day || !plus || *plus < 0 || 1000 < *plus || !is_day(*day)) {
        return std::nullopt;
    }
    const bool is_year = static_cast<Unit>(word(rule, 1, Kind::Unit)) == Unit::Year;
    Civil civil = civil_of(*day);
    const Modelled first =
        is_year ? number_of({civil.year + static_cast<int>(*plus), 1, 1})
                : moved_months(number_of({civil.year, civil.month, 1}), *plus, MonthEnd::Clip);
    if (rule.form == Form::StartOf) {
        return first;
    }
    civil = civil_of(*first);
    return is_year ? number_of({civil.year, 12, 31})
                   : number_of({civil.year, civil.month, length_of_month(civil.year, civil.month)});
}

Modelled SlowModel::nth(const Rule &rule) {
    const auto values = all(rule);
    if (!values || values->front() < 1) {
        return std::nullopt;
    }
    std::vector<std::int64_t> days{values->begin() + 1, values->end()};
    std::sort(days.begin(), days.end());
    const std::int64_t n = values->front();
    return n <= static_cast<std::int64_t>(days.size()) ? days[static_cast<std::size_t>(n - 1)]
                                                       : model_never;
}

/// A month is whole when the day before its corresponding date has come: both ends are included.
Modelled SlowModel::whole_months(const Rule &rule) {
    const Modelled from = input(rule, 0);
    const Modelled to = input(rule, 1);
    if (!from || !to) {
        return std::nullopt;
    }
    if (*to < *from || *from == model_never) {
        return 0;
    }
    if (!is_day(*from) || !is_day(*to) || 400 * 366 < *to - *from) {
        return std::nullopt;
    }
    std::int64_t months = 0;
    while (*moved_months(*from, months + 1, MonthEnd::Clip) - 1 <= *to) {
        ++months;
        if (1199 < months) {
            return std::nullopt;
        }
    }
    return months;
}

Modelled SlowModel::days_from(const Rule &rule) {
    const Modelled from = input(rule, 0);
    const Modelled to = input(rule, 1);
    if (!from || !to) {
        return std::nullopt;
    }
    if (*to < *from || *from == model_never) {
        return 0;
    }
    if (!is_day(*from) || !is_day(*to)) {
        return std::nullopt;
    }
    const auto interval = static_cast<Interval>(std::max(0, word(rule, 2, Kind::Interval)));
    std::int64_t days = *to - *from + 1; // both ends, of which some are not counted
    days -= interval == Interval::IncludeBoth ? 0 : interval == Interval::ExcludeBoth ? 2 : 1;
    return std::max<std::int64_t>(days, 0);
}

Modelled SlowModel::quotient(const Rule &rule) {
    const Modelled dividend = input(rule, 0);
    const Modelled divisor = input(rule, 1);
    if (!dividend || !divisor || *divisor == 0) {
        return std::nullopt;
    }
    std::int64_t whole = *dividend / *divisor;
    const bool is_exact = *dividend % *divisor == 0;
    const bool is_negative = (*dividend < 0) != (*divisor < 0);
    switch (static_cast<Rounding>(std::max(0, word(rule, 2, Kind::Rounding)))) {
    case Rounding::Down:
        return !is_exact && is_negative ? whole - 1 : whole;
    case Rounding::Up:
        return !is_exact && !is_negative ? whole + 1 : whole;
    case Rounding::HalfUp:
        return half_up(*dividend, *divisor);
    }
    return whole;
}

Modelled SlowModel::compared(const Rule &rule) {
    const auto values = all(rule);
    const Kind kind = get(lease_.rules, child(lease_, rule, 0)).kind;
    if (!values || kind == Kind::Instant) {
        return std::nullopt;
    }
    const std::int64_t a = (*values)[0];
    const std::int64_t b = (*values)[1];
    if (kind == Kind::Day && a == model_never) {
        return 0; // what never happens is by no day
    }
    return rule.form == Form::NotAfter  ? a <= b
           : rule.form == Form::Earlier ? a < b
           : rule.form == Form::AtLeast ? b <= a
                                        : b < a;
}

bool SlowModel::knows_deliveries(TrancheId tranche) const {
    return std::all_of(scenario_.deliveries.begin(), scenario_.deliveries.end(),
                       [&](const Delivery &one) {
                           return one.tranche != tranche || (one.day.known() && one.units.known());
                       });
}

Modelled SlowModel::delivered(TrancheId tranche, std::int64_t by) {
    if (!knows_deliveries(tranche) || by == model_never) {
        return std::nullopt;
    }
    std::int64_t units = 0;
    for (const Delivery &one : scenario_.deliveries) {
        const std::int64_t day = model_day(one.day.least);
        units += one.tranche == tranche && day <= by ? one.units.least : 0;
    }
    return units;
}

Modelled SlowModel::reached(TrancheId tranche, std::int64_t units) {
    if (!knows_deliveries(tranche)) {
        return std::nullopt;
    }
    if (units <= 0) {
        return model_dawn;
    }
    std::int64_t first = model_never;
    for (const Delivery &one : scenario_.deliveries) {
        const std::int64_t day = model_day(one.day.least);
        if (one.tranche == tranche && day < first && units <= *delivered(tranche, day)) {
            first = day;
        }
    }
    return first;
}

} // namespace offramp::laws
