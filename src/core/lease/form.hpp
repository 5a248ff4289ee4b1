// The forms of rules: what each says, what its children are called, and how what it comes to moves
// with them. Reading, writing, checking, explaining and evaluating follow this table;
// `io/lease/grammar.cpp` is held to it when it is compiled.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace offramp {

/// What a rule says. Its children follow in the order given; `?` marks one that may be absent,
/// `...` a list that ends them. `io/lease/grammar.cpp` has the keys under which documents write
/// them.
enum class Form : std::uint8_t {
    Literal,   ///< value: day number, seconds, count, minor units, 0 or 1, enumerator, calendar
    Named,     ///< value: NameId
    Unknown,   ///< value: UnknownId
    ByReading, ///< value: ReadingId; one child for each of its options
    If,        ///< condition, then, else

    After,   ///< from, n, unit, month end?, counting?, calendar?
    Before,  ///< from, n, unit, month end?, counting?, calendar?, months back?
    Least,   ///< the earliest or smallest of these: ...
    Most,    ///< the latest or largest of these: ...
    Nth,     ///< the n-th earliest of these: n, ...
    Rolled,  ///< day, roll, calendar?
    StartOf, ///< first day of the month or year of a day: day, unit, plus?
    EndOf,   ///< its last day: day, unit, plus?
    DayOf,   ///< the day of an instant: instant, zone
    TimeOn,  ///< value: second of the day; day, zone
    Reached, ///< first day by which so many units have come; value: TrancheId; n
    Reaches, ///< first day on which a set of days comes to n: days, n, measure?, within?, window?
    FirstIn, ///< first day of a set: days
    LastIn,  ///< last day of a set: days

    Delivered,        ///< units by the end of a day; value: TrancheId; by
    WholeMonths,      ///< from, to: both included
    DaysFrom,         ///< from, to, interval?
    BusinessDaysFrom, ///< from, to, calendar?: both included
    HoursFrom,        ///< whole hours from an instant to a later one: from, to
    DaysIn,           ///< days, from?, to?, measure?
    DayOfMonth,       ///< day
    Sum,              ///< ...
    Product,          ///< ...
    Difference,       ///< whole, less
    ExcessOver,       ///< count, allowance, excess?
    Quotient,         ///< dividend, divisor, rounding?
    Scaled,           ///< amount, times, over?: rounded once, half-up to the minor unit
    FeeBetween,       ///< value: index of the fee; from, to: both included
    Unamortised,      ///< principal, rate, over, months, after, amortisation?

    NotAfter,      ///< is a at most b: a, b
    Earlier,       ///< is a less than b: a, b
    AtLeast,       ///< is a at least b: a, b
    MoreThan,      ///< is a more than b: a, b
    Happens,       ///< day
    IsBusinessDay, ///< day, calendar?
    Not,           ///< condition
    All,           ///< ...
    Any,           ///< ...

    Run,            ///< from, to, interval?
    Union,          ///< ...
    Intersection,   ///< ...
    Except,         ///< days, less
    BusinessDaysOf, ///< days, calendar?
};
inline constexpr std::size_t form_count = static_cast<std::size_t>(Form::BusinessDaysOf) + 1;

/// Where the children of a form stand. A list ends its form, and begins where its name says.
namespace place {
using Index = std::int32_t;
struct If {
    enum : Index { Condition, Then, Otherwise };
};
struct Period { // After, Before
    enum : Index { From, N, Unit, MonthEnd, Counting, Calendar, MonthsBack };
};
struct List { // Least, Most, Sum, Product, All, Any, Union, Intersection
    enum : Index { First };
};
struct Nth {
    enum : Index { N, First };
};
struct Rolled {
    enum : Index { Day, Roll, Calendar };
};
struct EndOf { // StartOf, EndOf
    enum : Index { Day, Unit, Plus };
};
struct DayOf {
    enum : Index { Instant, Zone };
};
struct TimeOn {
    enum : Index { Day, Zone };
};
struct Reached {
    enum : Index { N };
};
struct Reaches {
    enum : Index { Days, N, Measure, Within, Window };
};
struct EndOfSet { // FirstIn, LastIn
    enum : Index { Days };
};
struct Delivered {
    enum : Index { By };
};
struct Between { // WholeMonths, DaysFrom, BusinessDaysFrom, HoursFrom, FeeBetween, Run
    enum : Index { From, To, Interval, Calendar = Interval };
};
struct DaysIn {
    enum : Index { Days, From, To, Measure };
};
struct DayOfMonth {
    enum : Index { Day };
};
struct Difference { // Difference, Except
    enum : Index { Whole, Less };
};
struct ExcessOver {
    enum : Index { Count, Allowance, Excess };
};
struct Quotient {
    enum : Index { Dividend, Divisor, Rounding };
};
struct Scaled {
    enum : Index { Amount, Times, Over };
};
struct Unamortised {
    enum : Index { Principal, Rate, Over, Months, After, Amortisation };
};
struct Compared { // NotAfter, Earlier, AtLeast, MoreThan
    enum : Index { A, B };
};
struct Happens {
    enum : Index { Day };
};
struct IsBusinessDay {
    enum : Index { Day, Calendar };
};
struct Not {
    enum : Index { Condition };
};
struct BusinessDaysOf {
    enum : Index { Days, Calendar };
};
} // namespace place

/// How what a form comes to moves with one child while the others stay.
enum class Moves : std::uint8_t {
    Up,    ///< never down when the child grows, or is later
    Down,  ///< never up when it grows
    Turns, ///< neither: what matters are its ends and what `turning_points` adds
    Sets,  ///< a word, which chooses the function
    Apart, ///< no function of numbers: sets of days, deliveries, the fees of a lease, conditions
};

/// The children of a form; where it has a list, the last of these stands for all its elements.
/// Where Up and Down are said beside a child that Turns, they hold for each of its values or are
/// reversed for all together: a rebate below nothing falls as its months grow.
struct Children {
    std::array<Moves, 7> moves;
    std::uint8_t count;
    bool has_list;
};

constexpr Children make_children_of(Form form) {
    using enum Moves;
    switch (form) {
    case Form::Literal:
    case Form::Named:
    case Form::Unknown:
        return {{}, 0, false};
    case Form::ByReading:
        return {{Apart}, 1, true};
    case Form::If:
        return {{Apart, Apart, Apart}, 3, false};
    case Form::After:
        return {{Up, Up, Sets, Sets, Sets, Sets}, 6, false};
    case Form::Before:
        return {{Up, Down, Sets, Sets, Sets, Sets, Sets}, 7, false};
    case Form::Least:
    case Form::Most:
    case Form::Sum:
    case Form::All:
    case Form::Any:
        return {{Up}, 1, true};
    case Form::Nth:
        return {{Up, Up}, 2, true};
    case Form::Rolled:
        return {{Up, Sets, Sets}, 3, false};
    case Form::StartOf:
    case Form::EndOf:
        return {{Up, Sets, Up}, 3, false};
    case Form::DayOf:
    case Form::TimeOn:
        return {{Up, Sets}, 2, false};
    case Form::Reached:
    case Form::FirstIn:
    case Form::LastIn:
    case Form::Delivered:
        return {{Apart}, 1, false};
    case Form::Reaches:
        return {{Apart, Apart, Sets, Sets, Apart}, 5, false};
    case Form::WholeMonths:
    case Form::HoursFrom:
        return {{Down, Up}, 2, false};
    case Form::DaysFrom:
    case Form::BusinessDaysFrom:
        return {{Down, Up, Sets}, 3, false};
    case Form::DaysIn:
        return {{Apart, Apart, Apart, Sets}, 4, false};
    case Form::DayOfMonth:
        return {{Turns}, 1, false};
    case Form::Product:
        return {{Turns}, 1, true};
    case Form::Difference:
        return {{Up, Down}, 2, false};
    case Form::ExcessOver:
        return {{Turns, Down, Sets}, 3, false};
    case Form::Quotient:
        return {{Turns, Turns, Sets}, 3, false};
    case Form::Scaled:
        return {{Turns, Turns, Turns}, 3, false};
    case Form::FeeBetween:
        return {{Apart, Apart}, 2, false};
    case Form::Unamortised:
        return {{Turns, Up, Down, Up, Down, Sets}, 6, false};
    case Form::NotAfter:
    case Form::Earlier:
        return {{Down, Up}, 2, false};
    case Form::AtLeast:
    case Form::MoreThan:
        return {{Up, Down}, 2, false};
    case Form::Happens:
    case Form::Not:
        return {{Down}, 1, false};
    case Form::IsBusinessDay:
        return {{Turns, Sets}, 2, false};
    case Form::Run:
        return {{Apart, Apart, Sets}, 3, false};
    case Form::Union:
    case Form::Intersection:
        return {{Apart}, 1, true};
    case Form::Except:
        return {{Apart, Apart}, 2, false};
    case Form::BusinessDaysOf:
        return {{Apart, Sets}, 2, false};
    }
    return {{}, 0, false};
}

/// The table of forms.
inline constexpr auto all_children = [] {
    std::array<Children, form_count> all{};
    for (std::size_t i = 0; i < form_count; ++i) {
        all[i] = make_children_of(static_cast<Form>(i));
    }
    return all;
}();
constexpr const Children &children_of(Form form) {
    return all_children[static_cast<std::size_t>(form)];
}

/// Of a child at a place, in its list too.
constexpr Moves moves_of(const Children &children, std::int32_t at) {
    const std::int32_t last = children.count - 1;
    return children.moves[static_cast<std::size_t>(at < last ? at : last)];
}

/// Whether a form is one function of the numbers that its children are.
constexpr bool is_lifted(Form form) {
    const Children &children = children_of(form);
    return children.count != 0 && children.moves[0] != Moves::Apart;
}

} // namespace offramp
