// Counts, amounts and conditions: one function for each form of rule.
#include "core/evaluate/accrual.hpp"
#include "core/evaluate/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

namespace {

/// Nothing lies between never and never.
std::int64_t whole_months(Date from, Date to) {
    if (to < from || from == Date::never()) {
        return 0;
    }
    if (!from.is_day() || !to.is_day()) {
        return endless;
    }
    const Date end = add_days(to, 1);
    std::int64_t months = 12LL * (int{end.ymd().year()} - int{from.ymd().year()}) +
                          (static_cast<int>(unsigned{end.ymd().month()}) -
                           static_cast<int>(unsigned{from.ymd().month()}));
    while (end < add_months(from, months, MonthEnd::Clip)) {
        --months;
    }
    return months;
}

std::int64_t days_in_interval(Date from, Date to, Interval interval) {
    if (to < from || from == Date::never()) {
        return 0;
    }
    if (!from.is_day() || !to.is_day()) {
        return endless;
    }
    const std::int64_t days = days_between(from, to);
    switch (interval) {
    case Interval::IncludeFirst:
    case Interval::IncludeLast:
        return days;
    case Interval::ExcludeBoth:
        return std::max<std::int64_t>(days - 1, 0);
    case Interval::IncludeBoth:
        return days + 1;
    }
    return days;
}

/// The quotient and its rounding. Preconditions: 0 < divisor.
std::int64_t divided(std::int64_t dividend, std::int64_t divisor, Rounding rounding) {
    const Wide whole = dividend / divisor;
    const std::int64_t rest = dividend % divisor;
    switch (rounding) {
    case Rounding::Down:
        return saturated(whole - (rest < 0 ? 1 : 0));
    case Rounding::Up:
        return saturated(whole + (0 < rest ? 1 : 0));
    case Rounding::HalfUp: {
        const Wide twice = Wide{2} * (rest < 0 ? -rest : rest);
        return saturated(whole + (twice < divisor ? 0 : rest < 0 ? -1 : 1));
    }
    }
    return saturated(whole);
}

/// The smallest and largest of what the ends of two ranges give together.
template <typename Combine>
Numbers corners(const Numbers &a, const Numbers &b, Combine combine) {
    const std::array<std::int64_t, 4> all = {combine(a.least, b.least), combine(a.least, b.most),
                                             combine(a.most, b.least), combine(a.most, b.most)};
    return {*std::min_element(all.begin(), all.end()), *std::max_element(all.begin(), all.end())};
}

/// A share of one, as a fraction of 2^62: exact to the cent for any principal below 10^13.
constexpr int share_bits = 62;

/// ((1 + i)^-n) for a monthly rate i = rate / (over * 12).
std::int64_t discount(std::int64_t rate, std::int64_t over, std::int64_t months) {
    const Wide one = Wide{1} << share_bits;
    const Wide yearly = Wide{over} * 12;
    const Wide factor = one * yearly / (yearly + rate);
    Wide result = one;
    for (std::int64_t i = 0; i < months; ++i) {
        result = (result * factor + (one >> 1)) >> share_bits;
    }
    return static_cast<std::int64_t>(result);
}

/// What remains of a principal that level monthly payments pay off, after some of them.
Money unamortised_level(Money principal, std::int64_t rate, std::int64_t over, std::int64_t months,
                        std::int64_t after) {
    const std::int64_t one = std::int64_t{1} << share_bits;
    return scale(principal, one - discount(rate, over, months - after),
                 one - discount(rate, over, months));
}

} // namespace

Numbers Evaluation::whole_months_from(Frame &frame) {
    const When from = when_of(input(frame, 0));
    const When to = when_of(input(frame, 1));
    return {whole_months(from.most, to.least), whole_months(from.least, to.most)};
}

Numbers Evaluation::days_from(Frame &frame) {
    const When from = when_of(input(frame, 0));
    const When to = when_of(input(frame, 1));
    const auto interval = static_cast<Interval>(std::max(0, setting(frame, 2, Kind::Interval)));
    return {days_in_interval(from.most, to.least, interval),
            days_in_interval(from.least, to.most, interval)};
}

Numbers Evaluation::business_days_from(Frame &frame) {
    const When from = when_of(input(frame, 0));
    const When to = when_of(input(frame, 1));
    const Calendar &business = calendar(frame, 2);
    const auto least = count_business_days(business, from.most, to.least);
    const auto most = count_business_days(business, from.least, to.most);
    return least && most ? Numbers{*least, *most}
                         : Numbers{0, days_in_interval(from.least, to.most, Interval::IncludeBoth)};
}

Numbers Evaluation::day_of_month(Frame &frame) {
    const When day = when_of(input(frame, 0));
    if (!day.least.is_day() || !day.most.is_day() ||
        first_of_month(day.least) != first_of_month(day.most)) {
        return {1, 31};
    }
    return {unsigned{day.least.ymd().day()}, unsigned{day.most.ymd().day()}};
}

Numbers Evaluation::delivered(Frame &frame) {
    const When by = when_of(input(frame, 0));
    return delivered_units(TrancheId{static_cast<std::int32_t>(frame.rule.value)}, by);
}

Count Evaluation::delivered_units(TrancheId id, const When &by) const {
    Count units = exactly(std::int64_t{0});
    for (const Delivery &delivery : scenario_.deliveries) {
        if (delivery.tranche != id) {
            continue;
        }
        const Count own = {delivery.day.most <= by.least ? delivery.units.least : 0,
                           delivery.day.least <= by.most ? delivery.units.most : 0};
        units = {saturated(Wide{units.least} + own.least), saturated(Wide{units.most} + own.most)};
    }
    return units;
}

Numbers Evaluation::sum(Frame &frame) {
    Numbers total = exactly(std::int64_t{0});
    for (std::int32_t place = 0; place < frame.rule.child_count; ++place) {
        const Numbers next = input(frame, place);
        total = {saturated(Wide{total.least} + next.least),
                 saturated(Wide{total.most} + next.most)};
    }
    return total;
}

Numbers Evaluation::product(Frame &frame) {
    Numbers result = exactly(std::int64_t{1});
    for (std::int32_t place = 0; place < frame.rule.child_count; ++place) {
        result = corners(result, input(frame, place),
                         [](std::int64_t a, std::int64_t b) { return saturated(Wide{a} * b); });
    }
    return result;
}

Numbers Evaluation::difference_of(Frame &frame) {
    const Numbers whole = input(frame, 0);
    const Numbers less = input(frame, 1);
    return {saturated(Wide{whole.least} - less.most), saturated(Wide{whole.most} - less.least)};
}

Numbers Evaluation::excess(Frame &frame) {
    const Numbers number = input(frame, 0);
    const Numbers allowance = input(frame, 1);
    const auto rule = static_cast<Excess>(std::max(0, setting(frame, 2, Kind::Excess)));
    const auto beyond = [rule](std::int64_t n, std::int64_t allowed) {
        if (n <= allowed) {
            return std::int64_t{0};
        }
        return rule == Excess::Everything ? n : n - allowed;
    };
    return {beyond(number.least, allowance.most), beyond(number.most, allowance.least)};
}

Numbers Evaluation::quotient(Frame &frame) {
    Numbers dividend = input(frame, 0);
    Numbers divisor = input(frame, 1);
    const auto rounding = static_cast<Rounding>(std::max(0, setting(frame, 2, Kind::Rounding)));
    if (divisor.most < 0) {
        dividend = {-dividend.most, -dividend.least};
        divisor = {-divisor.most, -divisor.least};
    }
    if (divisor.least <= 0) {
        return {-endless, endless}; // what may be divided by nothing may be anything
    }
    return corners(dividend, divisor,
                   [rounding](std::int64_t a, std::int64_t b) { return divided(a, b, rounding); });
}

Numbers Evaluation::scaled(Frame &frame) {
    const Amount whole = amount_of(input(frame, 0));
    const Numbers times = input(frame, 1);
    const bool has_divisor = is_given(child(lease_, frame.rule, 2));
    const Numbers over = has_divisor ? input(frame, 2) : exactly(std::int64_t{1});
    if (over.least <= 0 && 0 <= over.most && !over.known()) {
        return {INT64_MIN, INT64_MAX}; // what may be divided by nothing may be anything
    }
    const auto part = [](Money amount, std::int64_t by, std::int64_t divisor) {
        return scale(amount, by, divisor).minor();
    };
    const Numbers least =
        corners({times.least, times.most}, over,
                [&](std::int64_t a, std::int64_t b) { return part(whole.least, a, b); });
    if (whole.known() && times.known() && over.known()) {
        return least;
    }
    return hull(least, corners(times, over, [&](std::int64_t a, std::int64_t b) {
                    return part(whole.most, a, b);
                }));
}

Numbers Evaluation::fee_between(Frame &frame) {
    const When from = when_of(input(frame, 0));
    const When to = when_of(input(frame, 1));
    const FeeTerms fee = remembered_terms_of(FeeId{static_cast<std::int32_t>(frame.rule.value)});
    for (const ReasonId why : {fee.from.why, fee.to.why, fee.per_month.why}) {
        frame.inputs.push(why);
    }
    return numbers_of(
        accrued(fee.per_month.value, larger(from, fee.from.value), smaller(to, fee.to.value)));
}

Numbers Evaluation::unamortised(Frame &frame) {
    constexpr std::int64_t most_months = 1200;
    const Amount principal = amount_of(input(frame, 0));
    const Numbers rate = input(frame, 1);
    const Numbers over = larger(input(frame, 2), exactly(std::int64_t{1}));
    const Numbers months = input(frame, 3);
    const Numbers after = input(frame, 4);
    const auto rule = static_cast<Amortisation>(std::max(0, setting(frame, 5, Kind::Amortisation)));
    const auto rest = [&](Money whole, std::int64_t yearly, std::int64_t of, std::int64_t length,
                          std::int64_t paid) {
        length = std::clamp<std::int64_t>(length, 1, most_months);
        const std::int64_t done = std::clamp<std::int64_t>(paid, 0, length);
        const bool is_level = rule == Amortisation::LevelPayments && 0 < yearly;
        return (is_level ? unamortised_level(whole, yearly, of, length, done)
                         : scale(whole, length - done, length))
            .minor();
    };
    // The share that is left grows with the rate and with the months, and falls with what is paid;
    // what it is a share of may be less than nothing.
    const auto least_share = [&](Money whole) {
        return rest(whole, rate.least, over.most, months.least, after.most);
    };
    const auto most_share = [&](Money whole) {
        return rest(whole, rate.most, over.least, months.most, after.least);
    };
    return hull(Numbers{std::min(least_share(principal.least), most_share(principal.least)),
                        std::max(least_share(principal.least), most_share(principal.least))},
                Numbers{std::min(least_share(principal.most), most_share(principal.most)),
                        std::max(least_share(principal.most), most_share(principal.most))});
}

Numbers Evaluation::compared(Frame &frame) {
    const Form form = frame.rule.form;
    Numbers low = input(frame, 0);
    Numbers high = input(frame, 1);
    if (form == Form::AtLeast || form == Form::MoreThan) {
        std::swap(low, high);
    }
    const bool is_strict = form == Form::Earlier || form == Form::MoreThan;
    const Truth answer = is_strict ? less(low, high) : at_most(low, high);
    // What never happens is by no day and by no moment, not even by never.
    const Kind kind = get(lease_.rules, child(lease_, frame.rule, 0)).kind;
    const Numbers never =
        kind == Kind::Day ? numbers_of(exactly(Date::never())) : exactly(std::int64_t{INT64_MAX});
    const bool may_never_be = kind == Kind::Day || kind == Kind::Instant;
    return numbers_of(may_never_be ? both(less(low, never), answer) : answer);
}

Numbers Evaluation::is_business_day_on(Frame &frame) {
    const When day = when_of(input(frame, 0));
    const Calendar &business = calendar(frame, 1);
    if (!day.known() || !day.least.is_day() || !covers(business, day.least)) {
        return numbers_of(Truth::Depends);
    }
    return numbers_of(is_business_day(business, day.least) ? Truth::Yes : Truth::No);
}

Numbers Evaluation::combined(Frame &frame) {
    const bool all = frame.rule.form == Form::All;
    Truth result = all ? Truth::Yes : Truth::No;
    for (std::int32_t place = 0; place < frame.rule.child_count; ++place) {
        const Truth next = truth_of(input(frame, place));
        result = all ? both(result, next) : either(result, next);
    }
    return numbers_of(result);
}

} // namespace offramp
