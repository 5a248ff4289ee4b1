#include "core/lease/range.hpp"

#include <catch_amalgamated.hpp>

#include <vector>

using namespace offramp;

namespace {

using Number = Range<std::int64_t>;

/// Every range over a small domain: enough for every order that two ranges can have.
std::vector<Number> all_ranges() {
    std::vector<Number> ranges;
    for (std::int64_t least = 0; least < 5; ++least) {
        for (std::int64_t most = least; most < 5; ++most) {
            ranges.push_back({least, most});
        }
    }
    return ranges;
}

/// The truth of a comparison over all pairs of possible values: what `Depends` must mean.
template <typename Compare>
Truth over_all(const Number &a, const Number &b, Compare compare) {
    bool some_true = false;
    bool some_false = false;
    for (std::int64_t x = a.least; x <= a.most; ++x) {
        for (std::int64_t y = b.least; y <= b.most; ++y) {
            (compare(x, y) ? some_true : some_false) = true;
        }
    }
    return some_true && some_false ? Truth::Depends : some_true ? Truth::Yes : Truth::No;
}

} // namespace

TEST_CASE("A comparison of ranges says what holds for every value in them", "[core][range]") {
    int wrong = 0;
    for (const Number &a : all_ranges()) {
        for (const Number &b : all_ranges()) {
            wrong += at_most(a, b) == over_all(a, b, [](auto x, auto y) { return x <= y; }) ? 0 : 1;
            wrong += less(a, b) == over_all(a, b, [](auto x, auto y) { return x < y; }) ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("The smaller and larger of two ranges hold every smaller and larger value",
          "[core][range]") {
    int wrong = 0;
    for (const Number &a : all_ranges()) {
        for (const Number &b : all_ranges()) {
            Number least = {99, -1};
            Number most = {99, -1};
            for (std::int64_t x = a.least; x <= a.most; ++x) {
                for (std::int64_t y = b.least; y <= b.most; ++y) {
                    least = {std::min(least.least, std::min(x, y)),
                             std::max(least.most, std::min(x, y))};
                    most = {std::min(most.least, std::max(x, y)),
                            std::max(most.most, std::max(x, y))};
                }
            }
            wrong += smaller(a, b) == least && larger(a, b) == most ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("Three-valued logic agrees with every way of settling what is open", "[core][range]") {
    const std::vector<Truth> all = {Truth::No, Truth::Yes, Truth::Depends};
    const auto settled = [](Truth t) {
        return t == Truth::Depends ? std::vector<bool>{false, true}
                                   : std::vector<bool>{t == Truth::Yes};
    };
    for (const Truth a : all) {
        for (const Truth b : all) {
            bool some_true = false;
            bool some_false = false;
            for (const bool x : settled(a)) {
                for (const bool y : settled(b)) {
                    (x && y ? some_true : some_false) = true;
                }
            }
            const Truth expected = some_true && some_false ? Truth::Depends
                                   : some_true             ? Truth::Yes
                                                           : Truth::No;
            CHECK(both(a, b) == expected);
            CHECK(either(!a, !b) == !expected);
        }
    }
}

TEST_CASE("Never is known, and does not happen", "[core][range]") {
    CHECK(happens(exactly(Date::never())) == Truth::No);
    CHECK(happens(exactly("2026-09-30"_date)) == Truth::Yes);
    CHECK(happens({"2026-09-30"_date, Date::never()}) == Truth::Depends);
    CHECK(happens(any_day()) == Truth::Depends);
}
