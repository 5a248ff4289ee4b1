#include "io/lease/grammar.hpp"

#include "core/days/instant.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

using Place = place::Index;

/// What holds a rule has a place among the children of its form; an id or a clock time has none.
constexpr Slot lead(Place at, std::string_view key, Kind kind, Holds holds = Holds::One) {
    return {key, Need::Lead, kind, holds, static_cast<std::int8_t>(at)};
}
constexpr Slot required(Place at, std::string_view key, Kind kind, Holds holds = Holds::One) {
    return {key, Need::Required, kind, holds, static_cast<std::int8_t>(at)};
}
constexpr Slot optional(Place at, std::string_view key, Kind kind) {
    return {key, Need::Optional, kind, Holds::One, static_cast<std::int8_t>(at)};
}
constexpr Slot setting(Place at, std::string_view key, Kind kind) {
    return {key, Need::Setting, kind, Holds::One, static_cast<std::int8_t>(at)};
}
constexpr Slot held(std::string_view key, Holds holds) { return {key, Need::Lead, {}, holds, -1}; }

constexpr std::array after = {lead(place::Period::From, "after", Kind::Day),
                              required(place::Period::N, "n", Kind::Count),
                              required(place::Period::Unit, "unit", Kind::Unit),
                              setting(place::Period::MonthEnd, "month_end", Kind::MonthEnd),
                              setting(place::Period::Counting, "counting", Kind::Counting),
                              setting(place::Period::Calendar, "calendar", Kind::Calendar)};
constexpr std::array before = {lead(place::Period::From, "before", Kind::Day),
                               required(place::Period::N, "n", Kind::Count),
                               required(place::Period::Unit, "unit", Kind::Unit),
                               setting(place::Period::MonthEnd, "month_end", Kind::MonthEnd),
                               setting(place::Period::Counting, "counting", Kind::Counting),
                               setting(place::Period::Calendar, "calendar", Kind::Calendar),
                               setting(place::Period::MonthsBack, "months_back", Kind::MonthsBack)};
constexpr std::array earliest_day = {lead(place::List::First, "earliest", Kind::Day, Holds::List)};
constexpr std::array latest_day = {lead(place::List::First, "latest", Kind::Day, Holds::List)};
constexpr std::array nth = {lead(place::Nth::N, "nth", Kind::Count),
                            required(place::Nth::First, "of", Kind::Day, Holds::List)};
constexpr std::array rolled = {lead(place::Rolled::Day, "rolled", Kind::Day),
                               setting(place::Rolled::Roll, "roll", Kind::Roll),
                               setting(place::Rolled::Calendar, "calendar", Kind::Calendar)};
constexpr std::array start_of = {lead(place::EndOf::Day, "start_of", Kind::Day),
                                 required(place::EndOf::Unit, "unit", Kind::Unit),
                                 optional(place::EndOf::Plus, "plus", Kind::Count)};
constexpr std::array end_of = {lead(place::EndOf::Day, "end_of", Kind::Day),
                               required(place::EndOf::Unit, "unit", Kind::Unit),
                               optional(place::EndOf::Plus, "plus", Kind::Count)};
constexpr std::array day_of = {lead(place::DayOf::Instant, "day_of", Kind::Instant),
                               setting(place::DayOf::Zone, "zone", Kind::Zone)};
constexpr std::array reached = {held("units_of", Holds::Tranche),
                                required(place::Reached::N, "reach", Kind::Count)};
constexpr std::array reaches = {lead(place::Reaches::Days, "days", Kind::Days),
                                lead(place::Reaches::N, "reach", Kind::Count),
                                setting(place::Reaches::Measure, "measure", Kind::Measure),
                                setting(place::Reaches::Within, "within", Kind::Within),
                                optional(place::Reaches::Window, "window_days", Kind::Count)};
constexpr std::array first_in = {lead(place::EndOfSet::Days, "first_of", Kind::Days)};
constexpr std::array last_in = {lead(place::EndOfSet::Days, "last_of", Kind::Days)};

constexpr std::array time_on = {held("time", Holds::Time),
                                required(place::TimeOn::Day, "on", Kind::Day),
                                setting(place::TimeOn::Zone, "zone", Kind::Zone)};
constexpr std::array instant_after = {lead(place::Period::From, "after", Kind::Instant),
                                      required(place::Period::N, "n", Kind::Count),
                                      required(place::Period::Unit, "unit", Kind::Unit)};
constexpr std::array instant_before = {lead(place::Period::From, "before", Kind::Instant),
                                       required(place::Period::N, "n", Kind::Count),
                                       required(place::Period::Unit, "unit", Kind::Unit)};
constexpr std::array earliest_instant = {
    lead(place::List::First, "earliest", Kind::Instant, Holds::List)};
constexpr std::array latest_instant = {
    lead(place::List::First, "latest", Kind::Instant, Holds::List)};

constexpr std::array delivered = {held("delivered", Holds::Tranche),
                                  required(place::Delivered::By, "by", Kind::Day)};
constexpr std::array whole_months = {lead(place::Between::From, "whole_months_from", Kind::Day),
                                     required(place::Between::To, "to", Kind::Day)};
constexpr std::array days_from = {lead(place::Between::From, "days_from", Kind::Day),
                                  required(place::Between::To, "to", Kind::Day),
                                  setting(place::Between::Interval, "interval", Kind::Interval)};
constexpr std::array business_days_from = {
    lead(place::Between::From, "business_days_from", Kind::Day),
    required(place::Between::To, "to", Kind::Day),
    setting(place::Between::Calendar, "calendar", Kind::Calendar)};
constexpr std::array days_in = {lead(place::DaysIn::Days, "days_in", Kind::Days),
                                optional(place::DaysIn::From, "from", Kind::Day),
                                optional(place::DaysIn::To, "to", Kind::Day),
                                setting(place::DaysIn::Measure, "measure", Kind::Measure)};
constexpr std::array hours_from = {lead(place::Between::From, "hours_from", Kind::Instant),
                                   required(place::Between::To, "to", Kind::Instant)};
constexpr std::array day_of_month = {lead(place::DayOfMonth::Day, "day_of_month", Kind::Day)};
constexpr std::array sum_of_counts = {lead(place::List::First, "sum", Kind::Count, Holds::List)};
constexpr std::array product = {lead(place::List::First, "product", Kind::Count, Holds::List)};
constexpr std::array smallest_count = {
    lead(place::List::First, "smallest", Kind::Count, Holds::List)};
constexpr std::array largest_count = {
    lead(place::List::First, "largest", Kind::Count, Holds::List)};
constexpr std::array count_less = {lead(place::Difference::Whole, "count", Kind::Count),
                                   lead(place::Difference::Less, "less", Kind::Count)};
constexpr std::array excess = {lead(place::ExcessOver::Count, "count", Kind::Count),
                               lead(place::ExcessOver::Allowance, "over", Kind::Count),
                               setting(place::ExcessOver::Excess, "excess", Kind::Excess)};
constexpr std::array quotient = {lead(place::Quotient::Dividend, "count", Kind::Count),
                                 lead(place::Quotient::Divisor, "divided_by", Kind::Count),
                                 setting(place::Quotient::Rounding, "rounding", Kind::Rounding)};
constexpr std::array amount_quotient = {
    lead(place::Quotient::Dividend, "amount", Kind::Amount),
    lead(place::Quotient::Divisor, "divided_by", Kind::Amount),
    setting(place::Quotient::Rounding, "rounding", Kind::Rounding)};

constexpr std::array scaled = {lead(place::Scaled::Amount, "amount", Kind::Amount),
                               lead(place::Scaled::Times, "times", Kind::Count),
                               optional(place::Scaled::Over, "over", Kind::Count)};
constexpr std::array amount_less = {lead(place::Difference::Whole, "amount", Kind::Amount),
                                    lead(place::Difference::Less, "less", Kind::Amount)};
constexpr std::array sum_of_amounts = {lead(place::List::First, "sum", Kind::Amount, Holds::List)};
constexpr std::array smallest_amount = {
    lead(place::List::First, "smallest", Kind::Amount, Holds::List)};
constexpr std::array largest_amount = {
    lead(place::List::First, "largest", Kind::Amount, Holds::List)};
constexpr std::array fee_between = {held("fee", Holds::Fee),
                                    required(place::Between::From, "from", Kind::Day),
                                    required(place::Between::To, "to", Kind::Day)};
constexpr std::array unamortised = {
    lead(place::Unamortised::Principal, "unamortised", Kind::Amount),
    required(place::Unamortised::Rate, "rate", Kind::Count),
    required(place::Unamortised::Over, "over", Kind::Count),
    required(place::Unamortised::Months, "months", Kind::Count),
    required(place::Unamortised::After, "after", Kind::Count),
    setting(place::Unamortised::Amortisation, "amortisation", Kind::Amortisation)};

constexpr std::array day_by = {lead(place::Compared::A, "day", Kind::Day),
                               lead(place::Compared::B, "by", Kind::Day)};
constexpr std::array day_before = {lead(place::Compared::A, "day", Kind::Day),
                                   lead(place::Compared::B, "before", Kind::Day)};
constexpr std::array instant_by = {lead(place::Compared::A, "instant", Kind::Instant),
                                   lead(place::Compared::B, "by", Kind::Instant)};
constexpr std::array instant_earlier = {lead(place::Compared::A, "instant", Kind::Instant),
                                        lead(place::Compared::B, "before", Kind::Instant)};
constexpr std::array count_at_least = {lead(place::Compared::A, "count", Kind::Count),
                                       lead(place::Compared::B, "at_least", Kind::Count)};
constexpr std::array count_more = {lead(place::Compared::A, "count", Kind::Count),
                                   lead(place::Compared::B, "more_than", Kind::Count)};
constexpr std::array amount_at_least = {lead(place::Compared::A, "amount", Kind::Amount),
                                        lead(place::Compared::B, "at_least", Kind::Amount)};
constexpr std::array amount_more = {lead(place::Compared::A, "amount", Kind::Amount),
                                    lead(place::Compared::B, "more_than", Kind::Amount)};
constexpr std::array happens = {lead(place::Happens::Day, "happens", Kind::Day)};
constexpr std::array business_day = {
    lead(place::IsBusinessDay::Day, "business_day", Kind::Day),
    setting(place::IsBusinessDay::Calendar, "calendar", Kind::Calendar)};
constexpr std::array negated = {lead(place::Not::Condition, "not", Kind::Truth)};
constexpr std::array all_of = {lead(place::List::First, "all", Kind::Truth, Holds::List)};
constexpr std::array any_of = {lead(place::List::First, "any", Kind::Truth, Holds::List)};

constexpr std::array run = {lead(place::Between::From, "from", Kind::Day),
                            lead(place::Between::To, "to", Kind::Day),
                            setting(place::Between::Interval, "interval", Kind::Interval)};
constexpr std::array union_of = {lead(place::List::First, "union", Kind::Days, Holds::List)};
constexpr std::array intersection = {
    lead(place::List::First, "intersection", Kind::Days, Holds::List)};
constexpr std::array except = {lead(place::Difference::Whole, "days", Kind::Days),
                               lead(place::Difference::Less, "except", Kind::Days)};
constexpr std::array business_days_of = {
    lead(place::BusinessDaysOf::Days, "business_days_of", Kind::Days),
    setting(place::BusinessDaysOf::Calendar, "calendar", Kind::Calendar)};

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
    Spelling{Form::HoursFrom, Kind::Count, hours_from},
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

/// Whether the rules that a spelling holds are the children of its form, each at its place: its
/// words where a word is, its list at the end. Only settings of the last places may be left out.
constexpr bool fits(const Spelling &spelling) {
    const Children children = children_of(spelling.form);
    Place next = 0;
    bool has_list = false;
    for (const Slot &slot : spelling.slots) {
        if (slot.place < 0) {
            continue;
        }
        const bool is_set = moves_of(children, slot.place) == Moves::Sets;
        if (slot.place != next++ || children.count < next || has_list ||
            is_set != is_word(slot.kind)) {
            return false;
        }
        has_list = slot.holds == Holds::List;
    }
    bool are_left_out_words = true;
    for (; next < children.count; ++next) {
        are_left_out_words = are_left_out_words && moves_of(children, next) == Moves::Sets;
    }
    return has_list == children.has_list && are_left_out_words;
}
static_assert(std::all_of(all_spellings.begin(), all_spellings.end(), fits));

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
    words.reserve(KindWords{}.words.size());
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
