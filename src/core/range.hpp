// What is known of a value: every value between two ends is possible.
// Unknown facts, supposed ranges and exact values are one concept and one arithmetic.
#pragma once

#include "core/date.hpp"
#include "core/money.hpp"

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
/// What remains of a whole when a part of it is taken. The part varies with the whole: both are
/// at their least together and at their most together.
inline Amount difference(const Amount &whole, const Amount &part) {
    if (whole == part) {
        return exactly(Money::zero());
    }
    const Money a = whole.least - part.least;
    const Money b = whole.most - part.most;
    return {std::min(a, b), std::max(a, b)};
}

} // namespace offramp
