// What is known of a value: every value between two ends is possible.
// Unknown facts, supposed ranges and exact values are one concept and one arithmetic.
#pragma once

#include "core/days/date.hpp"
#include "core/money/money.hpp"

#include <algorithm>
#include <cstdint>

namespace offramp {

/// Every value from `least` to `most`, both included, is possible. Precondition: least <= most.
template <typename T>
struct Range {
    T least;
    T most;

    constexpr bool known() const { return least == most; }
    friend constexpr bool operator==(const Range &, const Range &) = default;
};

template <typename T>
constexpr Range<T> exactly(T value) {
    return {value, value};
}

/// A day that may not be known. `never` at both ends is known: it does not happen.
using When = Range<Date>;
using Amount = Range<Money>;
using Count = Range<std::int64_t>;

constexpr When any_day() { return {Date::dawn(), Date::never()}; }

/// What rules compute with: a day number, a count, minor units, or 0 and 1.
using Numbers = Range<std::int64_t>;

/// The numbers of `dawn` and `never` stand for them, and so does any number beyond.
constexpr Date day_of(std::int64_t number) {
    if (Date::never().day_number() <= number) {
        return Date::never();
    }
    return number <= Date::dawn().day_number() ? Date::dawn() : Date::from_day_number(number);
}
constexpr When when_of(const Numbers &numbers) {
    return {day_of(numbers.least), day_of(numbers.most)};
}
constexpr Numbers numbers_of(const When &when) {
    return {when.least.day_number(), when.most.day_number()};
}
constexpr Amount amount_of(const Numbers &minor) {
    return {Money::from_minor(minor.least), Money::from_minor(minor.most)};
}
constexpr Numbers numbers_of(const Amount &amount) {
    return {amount.least.minor(), amount.most.minor()};
}

/// The answer to a question about values that may not be known.
enum class Truth { No, Yes, Depends };

constexpr Truth operator!(Truth t) {
    return t == Truth::Depends ? t : t == Truth::Yes ? Truth::No : Truth::Yes;
}
constexpr Truth both(Truth a, Truth b) {
    if (a == Truth::No || b == Truth::No) {
        return Truth::No;
    }
    return a == Truth::Yes && b == Truth::Yes ? Truth::Yes : Truth::Depends;
}
constexpr Truth either(Truth a, Truth b) { return !both(!a, !b); }

constexpr Truth truth_of(const Numbers &numbers) {
    return !numbers.known() ? Truth::Depends : numbers.least == 0 ? Truth::No : Truth::Yes;
}
constexpr Numbers numbers_of(Truth truth) {
    return {truth == Truth::Yes ? 1 : 0, truth == Truth::No ? 0 : 1};
}

/// Is a <= b, whatever values the two take?
template <typename T>
constexpr Truth at_most(const Range<T> &a, const Range<T> &b) {
    if (a.most <= b.least) {
        return Truth::Yes;
    }
    return b.most < a.least ? Truth::No : Truth::Depends;
}
template <typename T>
constexpr Truth less(const Range<T> &a, const Range<T> &b) {
    return !at_most(b, a);
}

/// Does it happen at all?
constexpr Truth happens(const When &when) { return less(when, exactly(Date::never())); }

/// Never is on no day, whatever the last day for it.
constexpr Truth is_done_by(const When &done, const When &by) {
    return both(happens(done), at_most(done, by));
}

template <typename T>
constexpr Range<T> smaller(const Range<T> &a, const Range<T> &b) {
    return {std::min(a.least, b.least), std::min(a.most, b.most)};
}
template <typename T>
constexpr Range<T> larger(const Range<T> &a, const Range<T> &b) {
    return {std::max(a.least, b.least), std::max(a.most, b.most)};
}
/// The smallest range that holds both: what remains when it is not known which applies.
template <typename T>
constexpr Range<T> hull(const Range<T> &a, const Range<T> &b) {
    return {std::min(a.least, b.least), std::max(a.most, b.most)};
}

constexpr When add_days(const When &when, std::int64_t days) {
    return {add_days(when.least, days), add_days(when.most, days)};
}
inline Amount operator+(const Amount &a, const Amount &b) {
    return {a.least + b.least, a.most + b.most};
}

} // namespace offramp
