#include "io/lease/grammar.hpp"

#include "core/days/instant.hpp"

#include <array>

namespace offramp {

namespace {

constexpr Slot lead(std::string_view key, Kind kind, Holds holds = Holds::One) {
    return {key, Need::Lead, kind, holds};
}
constexpr Slot required(std::string_view key, Kind kind, Holds holds = Holds::One) {
    return {key, Need::Required, kind, holds};
}
constexpr Slot optional(std::string_view key, Kind kind) { return {key, Need::Optional, kind}; }
constexpr Slot setting(std::string_view key, Kind kind) { return {key, Need::Setting, kind}; }

constexpr std::array after = {lead("after", Kind::Day),
                              required("n", Kind::Count),
                              required("unit", Kind::Unit),
                              setting("month_end", Kind::MonthEnd),
                              setting("counting", Kind::Counting),
                              setting("calendar", Kind::Calendar)};
constexpr std::array before = {lead("before", Kind::Day),
                               required("n", Kind::Count),
                               required("unit", Kind::Unit),
                               setting("month_end", Kind::MonthEnd),
                               setting("counting", Kind::Counting),
                               setting("calendar", Kind::Calendar),
                               setting("months_back", Kind::MonthsBack)};
constexpr std::array earliest_day = {lead("earliest", Kind::Day, Holds::List)};
constexpr std::array latest_day = {lead("latest", Kind::Day, Holds::List)};
constexpr std::array nth = {lead("nth", Kind::Count), required("of", Kind::Day, Holds::List)};
constexpr std::array rolled = {lead("rolled", Kind::Day), setting("roll", Kind::Roll),
                               setting("calendar", Kind::Calendar)};
constexpr std::array start_of = {lead("start_of", Kind::Day), required("unit", Kind::Unit),
                                 optional("plus", Kind::Count)};
constexpr std::array end_of = {lead("end_of", Kind::Day), required("unit", Kind::Unit),
                               optional("plus", Kind::Count)};
constexpr std::array day_of = {lead("day_of", Kind::Instant), setting("zone", Kind::Zone)};
constexpr std::array reached = {lead("units_of", Kind::Count, Holds::Tranche),
                                required("reach", Kind::Count)};
constexpr std::array reaches = {lead("days", Kind::Days), lead("reach", Kind::Count),
                                setting("measure", Kind::Measure), setting("within", Kind::Within),
                                optional("window_days", Kind::Count)};
constexpr std::array first_in = {lead("first_of", Kind::Days)};
constexpr std::array last_in = {lead("last_of", Kind::Days)};

constexpr std::array time_on = {lead("time", Kind::Instant, Holds::Time), required("on", Kind::Day),
                                setting("zone", Kind::Zone)};
constexpr std::array instant_after = {lead("after", Kind::Instant), required("n", Kind::Count),
                                      required("unit", Kind::Unit)};
constexpr std::array instant_before = {lead("before", Kind::Instant), required("n", Kind::Count),
                                       required("unit", Kind::Unit)};
constexpr std::array earliest_instant = {lead("earliest", Kind::Instant, Holds::List)};
constexpr std::array latest_instant = {lead("latest", Kind::Instant, Holds::List)};

constexpr std::array delivered = {lead("delivered", Kind::Count, Holds::Tranche),
                                  required("by", Kind::Day)};
constexpr std::array whole_months = {lead("whole_months_from", Kind::Day),
                                     required("to", Kind::Day)};
constexpr std::array days_from = {lead("days_from", Kind::Day), required("to", Kind::Day),
                                  setting("interval", Kind::Interval)};
constexpr std::array business_days_from = {lead("business_days_from", Kind::Day),
                                           required("to", Kind::Day),
                                           setting("calendar", Kind::Calendar)};
constexpr std::array days_in = {lead("days_in", Kind::Days), optional("from", Kind::Day),
                                optional("to", Kind::Day), setting("measure", Kind::Measure)};
constexpr std::array day_of_month = {lead("day_of_month", Kind::Day)};
constexpr std::array sum_of_counts = {lead("sum", Kind::Count, Holds::List)};
constexpr std::array product = {lead("product", Kind::Count, Holds::List)};
constexpr std::array smallest_count = {lead("smallest", Kind::Count, Holds::List)};
constexpr std::array largest_count = {lead("largest", Kind::Count, Holds::List)};
constexpr std::array count_less = {lead("count", Kind::Count), lead("less", Kind::Count)};
constexpr std::array excess = {lead("count", Kind::Count), lead("over", Kind::Count),
                               setting("excess", Kind::Excess)};
constexpr std::array quotient = {lead("count", Kind::Count), lead("divided_by", Kind::Count),
                                 setting("rounding", Kind::Rounding)};
constexpr std::array amount_quotient = {lead("amount", Kind::Amount),
                                        lead("divided_by", Kind::Amount),
                                        setting("rounding", Kind::Rounding)};

constexpr std::array scaled = {lead("amount", Kind::Amount), lead("times", Kind::Count),
                               optional("over", Kind::Count)};
constexpr std::array amount_less = {lead("amount", Kind::Amount), lead("less", Kind::Amount)};
constexpr std::array sum_of_amounts = {lead("sum", Kind::Amount, Holds::List)};
constexpr std::array smallest_amount = {lead("smallest", Kind::Amount, Holds::List)};
constexpr std::array largest_amount = {lead("largest", Kind::Amount, Holds::List)};
constexpr std::array fee_between = {lead("fee", Kind::Amount, Holds::Fee),
                                    required("from", Kind::Day), required("to", Kind::Day)};
constexpr std::array unamortised = {
    lead("unamortised", Kind::Amount), required("rate", Kind::Count),
    required("over", Kind::Count),     required("months", Kind::Count),
    required("after", Kind::Count),    setting("amortisation", Kind::Amortisation)};

constexpr std::array day_by = {lead("day", Kind::Day), lead("by", Kind::Day)};
constexpr std::array day_before = {lead("day", Kind::Day), lead("before", Kind::Day)};
constexpr std::array instant_by = {lead("instant", Kind::Instant), lead("by", Kind::Instant)};
constexpr std::array instant_earlier = {lead("instant", Kind::Instant),
                                        lead("before", Kind::Instant)};
constexpr std::array count_at_least = {lead("count", Kind::Count), lead("at_least", Kind::Count)};
constexpr std::array count_more = {lead("count", Kind::Count), lead("more_than", Kind::Count)};
constexpr std::array amount_at_least = {lead("amount", Kind::Amount),
                                        lead("at_least", Kind::Amount)};
constexpr std::array amount_more = {lead("amount", Kind::Amount), lead("more_than", Kind::Amount)};
constexpr std::array happens = {lead("happens", Kind::Day)};
constexpr std::array business_day = {lead("business_day", Kind::Day),
                                     setting("calendar", Kind::Calendar)};
constexpr std::array negated = {lead("not", Kind::Truth)};
constexpr std::array all_of = {lead("all", Kind::Truth, Holds::List)};
constexpr std::array any_of = {lead("any", Kind::Truth, Holds::List)};

constexpr std::array run = {lead("from", Kind::Day), lead("to", Kind::Day),
                            setting("interval", Kind::Interval)};
constexpr std::array union_of = {lead("union", Kind::Days, Holds::List)};
constexpr std::array intersection = {lead("intersection", Kind::Days, Holds::List)};
constexpr std::array except = {lead("days", Kind::Days), lead("except", Kind::Days)};
constexpr std::array business_days_of = {lead("business_days_of", Kind::Days),
                                         setting("calendar", Kind::Calendar)};

constexpr std::array all_spellings = {
    Spelling{Form::After, Kind::Day, after},
    Spelling{Form::Before, Kind::Day, before},
    Spelling{Form::Least, Kind::Day, earliest_day},
    Spelling{Form::Most, Kind::Day, latest_day},
    Spelling{Form::Nth, Kind::Day, nth},
    Spelling{Form::Rolled, Kind::Day, rolled},
    Spelling{Form::StartOf, Kind::Day, start_of},
    Spelling{Form::EndOf, Kind::Day, end_of},
    Spelling{Form::DayOf, Kind::Day, day_of},
    Spelling{Form::Reached, Kind::Day, reached},
    Spelling{Form::Reaches, Kind::Day, reaches},
    Spelling{Form::FirstIn, Kind::Day, first_in},
    Spelling{Form::LastIn, Kind::Day, last_in},

    Spelling{Form::TimeOn, Kind::Instant, time_on},
    Spelling{Form::After, Kind::Instant, instant_after},
    Spelling{Form::Before, Kind::Instant, instant_before},
    Spelling{Form::Least, Kind::Instant, earliest_instant},
    Spelling{Form::Most, Kind::Instant, latest_instant},

    Spelling{Form::Delivered, Kind::Count, delivered},
    Spelling{Form::WholeMonths, Kind::Count, whole_months},
    Spelling{Form::DaysFrom, Kind::Count, days_from},
    Spelling{Form::BusinessDaysFrom, Kind::Count, business_days_from},
    Spelling{Form::DaysIn, Kind::Count, days_in},
    Spelling{Form::DayOfMonth, Kind::Count, day_of_month},
    Spelling{Form::Sum, Kind::Count, sum_of_counts},
    Spelling{Form::Product, Kind::Count, product},
    Spelling{Form::Least, Kind::Count, smallest_count},
    Spelling{Form::Most, Kind::Count, largest_count},
    Spelling{Form::Difference, Kind::Count, count_less},
    Spelling{Form::ExcessOver, Kind::Count, excess},
    Spelling{Form::Quotient, Kind::Count, quotient},
    Spelling{Form::Quotient, Kind::Count, amount_quotient},

    Spelling{Form::Scaled, Kind::Amount, scaled},
    Spelling{Form::Difference, Kind::Amount, amount_less},
    Spelling{Form::Sum, Kind::Amount, sum_of_amounts},
    Spelling{Form::Least, Kind::Amount, smallest_amount},
    Spelling{Form::Most, Kind::Amount, largest_amount},
    Spelling{Form::FeeBetween, Kind::Amount, fee_between},
    Spelling{Form::Unamortised, Kind::Amount, unamortised},

    Spelling{Form::NotAfter, Kind::Truth, day_by},
    Spelling{Form::Earlier, Kind::Truth, day_before},
    Spelling{Form::NotAfter, Kind::Truth, instant_by},
    Spelling{Form::Earlier, Kind::Truth, instant_earlier},
    Spelling{Form::AtLeast, Kind::Truth, count_at_least},
    Spelling{Form::MoreThan, Kind::Truth, count_more},
    Spelling{Form::AtLeast, Kind::Truth, amount_at_least},
    Spelling{Form::MoreThan, Kind::Truth, amount_more},
    Spelling{Form::Happens, Kind::Truth, happens},
    Spelling{Form::IsBusinessDay, Kind::Truth, business_day},
    Spelling{Form::Not, Kind::Truth, negated},
    Spelling{Form::All, Kind::Truth, all_of},
    Spelling{Form::Any, Kind::Truth, any_of},

    Spelling{Form::Run, Kind::Days, run},
    Spelling{Form::Union, Kind::Days, union_of},
    Spelling{Form::Intersection, Kind::Days, intersection},
    Spelling{Form::Except, Kind::Days, except},
    Spelling{Form::BusinessDaysOf, Kind::Days, business_days_of},
};

/// What a kind is called, its key under `conventions`, and its words.
struct KindWords {
    std::string_view name;
    std::string_view key = {};
    std::array<std::string_view, 8> words = {};
};

constexpr std::array<KindWords, kind_count> kinds = {{
    {"a day"},
    {"an instant"},
    {"a count"},
    {"an amount"},
    {"a condition"},
    {"a set of days"},
    {"a unit",
     "unit",
     {"day", "business_day", "week", "month", "full_month", "year", "hour", "minute"}},
    {"a rule for month ends",
     "month_end",
     {"corresponding_date", "end_of_month", "next_month", "open"}},
    {"a way of counting",
     "counting",
     {"exclude_first", "include_both", "clear", "leap_day_with_day_before"}},
    {"a way to subtract months", "months_back", {"subtract", "forward_test"}},
    {"a calendar", "calendar"},
    {"a business day convention",
     "roll",
     {"none", "following", "modified_following", "preceding", "modified_preceding",
      "by_direction"}},
    {"an interval", "interval", {"include_first", "include_last", "exclude_both", "include_both"}},
    {"a rule for what is in excess", "excess", {"only_excess", "everything"}},
    {"a rounding", "rounding", {"down", "up", "half_up"}},
    {"a measure", "measure", {"days", "occurrences", "hours"}},
    {"a stretch of time",
     "within",
     {"ever", "consecutive", "rolling_days", "calendar_month", "calendar_year"}},
    {"an amortisation", "amortisation", {"level_payments", "straight_line"}},
    {"a time zone", "zone"},
    {"a rule for the day of exit", "exit_day", {"not_served", "served"}},
    {"a rule for rungs", "rungs", {"replace", "add"}},
    {"what becomes of the lease meanwhile", "meanwhile", {"suspended", "ended"}},
}};

} // namespace

std::span<const Spelling> spellings() { return all_spellings; }

std::string_view name_of(Kind kind) { return kinds[static_cast<std::size_t>(kind)].name; }

std::string_view convention_key(Kind kind) { return kinds[static_cast<std::size_t>(kind)].key; }

std::vector<std::string_view> words_of_kind(Kind kind) {
    std::vector<std::string_view> words;
    if (kind == Kind::Zone) {
        for (std::uint8_t zone = 0; zone < zone_count; ++zone) {
            words.push_back(name_of(static_cast<Zone>(zone)));
        }
        return words;
    }
    for (const std::string_view word : kinds[static_cast<std::size_t>(kind)].words) {
        if (!word.empty()) {
            words.push_back(word);
        }
    }
    return words;
}

} // namespace offramp
