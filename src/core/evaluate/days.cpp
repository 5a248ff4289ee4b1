// Days and moments: rolls, ends of periods, the earliest and latest of several.
#include "core/evaluate/evaluation.hpp"

#include "core/days/instant.hpp"

#include <algorithm>

namespace offramp {

Numbers Evaluation::nth(Frame &frame) {
    const Numbers n = input(frame, 0);
    // The n-th earliest is the least that no fewer than n of them reach.
    Numbers result = exactly(std::int64_t{Date::never().day_number()});
    std::array<Numbers, max_children> all{};
    std::size_t size = 0;
    for (std::int32_t place = 1; place < frame.rule.child_count && size < max_children; ++place) {
        all[size++] = input(frame, place);
    }
    for (std::size_t i = 0; i < size; ++i) {
        std::int64_t soonest = 0;
        std::int64_t latest = 0;
        for (std::size_t j = 0; j < size; ++j) {
            soonest += all[j].least <= all[i].least ? 1 : 0;
            latest += all[j].most <= all[i].most ? 1 : 0;
        }
        result.least = n.least <= soonest ? std::min(result.least, all[i].least) : result.least;
        result.most = n.most <= latest ? std::min(result.most, all[i].most) : result.most;
    }
    return result;
}

Numbers Evaluation::rolled(Frame &frame) {
    const Numbers day = input(frame, 0);
    auto rolling = static_cast<Rolling>(std::max(0, setting(frame, 1, Kind::Roll)));
    if (rolling == Rolling::ByDirection) {
        const Rule &period = get(lease_.rules, child(lease_, frame.rule, 0));
        rolling = period.form == Form::Before ? Rolling::Preceding : Rolling::Following;
    }
    const Calendar &business = calendar(frame, 2);
    const auto to = [&](std::int64_t number) {
        return roll(business, day_of(number), static_cast<Roll>(rolling));
    };
    const auto least = to(day.least);
    const auto most = to(day.most);
    return least && most ? numbers_of(When{*least, *most})
                         : numbers_of(When{add_days(day_of(day.least), -longest_holiday),
                                           add_days(day_of(day.most), longest_holiday)});
}

Numbers Evaluation::end_of_period(Frame &frame) {
    const Numbers day = input(frame, 0);
    const auto unit = static_cast<Unit>(setting(frame, 1, Kind::Unit));
    const Numbers plus = frame.rule.child_count == 3 && is_given(child(lease_, frame.rule, 2))
                             ? input(frame, 2)
                             : exactly(std::int64_t{0});
    const bool is_start = frame.rule.form == Form::StartOf;
    const auto end = [&](std::int64_t number, std::int64_t periods) -> std::int64_t {
        const Date from = day_of(number);
        if (!from.is_day()) {
            return number;
        }
        const Date first = unit == Unit::Year
                               ? *Date::from_ymd(from.ymd().year() / std::chrono::January / 1)
                               : first_of_month(from);
        const std::int64_t months = unit == Unit::Year ? 12 : 1;
        const Date start = add_months(first, saturated(Wide{months} * periods), MonthEnd::Clip);
        return (is_start ? start : add_days(add_months(start, months, MonthEnd::Clip), -1))
            .day_number();
    };
    return {end(day.least, plus.least), end(day.most, plus.most)};
}

Numbers Evaluation::day_of_instant(Frame &frame) {
    const Numbers moment = input(frame, 0);
    const auto zone = static_cast<Zone>(std::max(0, setting(frame, 1, Kind::Zone)));
    const auto day = [zone](std::int64_t seconds) {
        if (seconds == INT64_MAX || seconds == INT64_MIN) {
            return seconds == INT64_MAX ? Date::never() : Date::dawn();
        }
        return local_time(zone, Instant{seconds}).day;
    };
    return numbers_of(When{day(moment.least), day(moment.most)});
}

Numbers Evaluation::time_on(Frame &frame) {
    const Numbers day = input(frame, 0);
    const auto zone = static_cast<Zone>(std::max(0, setting(frame, 1, Kind::Zone)));
    const auto moment = [&](std::int64_t number) -> std::int64_t {
        const Date on = day_of(number);
        if (!on.is_day()) {
            return on == Date::never() ? INT64_MAX : INT64_MIN;
        }
        return instant_at(zone, {on, static_cast<std::int32_t>(frame.rule.value)}).seconds;
    };
    return {moment(day.least), moment(day.most)};
}

Numbers Evaluation::reached(Frame &frame) {
    const TrancheId tranche{static_cast<std::int32_t>(frame.rule.value)};
    const Numbers units = input(frame, 0);
    return numbers_of(
        When{completed(tranche, units.least, true), completed(tranche, units.most, false)});
}

} // namespace offramp
