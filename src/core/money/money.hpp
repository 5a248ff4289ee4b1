// Exact money in minor units. Refuses floating point; currency is the lease's business.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace offramp {

/// An amount in minor units (cents), within ±9.2 * 10^18 of them. `unbounded` means "no upper
/// limit is known"; sums that leave the range stop at its end, and `io` refuses leases that would.
class Money {
  public:
    constexpr Money() = default; ///< zero

    static constexpr Money from_minor(std::int64_t minor) { return Money{minor}; }
    static constexpr Money zero() { return Money{0}; }
    static constexpr Money unbounded() { return Money{INT64_MAX}; }

    constexpr std::int64_t minor() const { return minor_; }
    constexpr bool is_bounded() const { return minor_ != INT64_MAX; }

    friend constexpr bool operator==(const Money &, const Money &) = default;
    friend constexpr std::strong_ordering operator<=>(const Money &a, const Money &b) {
        return a.minor_ <=> b.minor_;
    }
    friend Money operator+(Money a, Money b);
    friend Money operator-(Money a, Money b);

  private:
    constexpr explicit Money(std::int64_t minor) : minor_(minor) {}

    std::int64_t minor_ = 0;
};

/// 10^digits; precondition: 0 <= digits <= 18.
constexpr std::int64_t power_of_ten(int digits) {
    std::int64_t power = 1;
    for (int i = 0; i < digits; ++i) {
        power *= 10;
    }
    return power;
}

/// amount * numerator / denominator, rounded half away from zero to the minor unit ("half-up to
/// cents", the one rounding of this engine). The ratio itself is never rounded. Zero when the
/// denominator is zero.
Money scale(Money amount, std::int64_t numerator, std::int64_t denominator);

/// A part in thousandths of its whole, rounded as `scale` does; 0 of a whole that is nothing or has
/// no bound.
std::int64_t thousandths(Money part, Money whole);

/// Digits after the point in ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. 2 for unknown codes.
int minor_digits(std::string_view currency);

/// Reads a decimal string such as "920000000.00": digits, at most `digits` after one point, an
/// optional leading minus, at most 10^15 major units. Nothing for anything else.
std::optional<Money> parse_decimal(std::string_view text, int digits);

/// The same form, always with all minor digits: "920000000.00"; "unbounded" for no limit.
std::string to_decimal(Money amount, int digits);

/// With a separator between groups of three: "920,000,000.00".
std::string to_grouped(Money amount, int digits);

} // namespace offramp
