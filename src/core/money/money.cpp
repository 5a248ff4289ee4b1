#include "core/money/money.hpp"

#include "core/money/wide.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::int64_t largest_major = 1'000'000'000'000'000; // 10^15

/// Half away from zero. Most products fit in 64 bits, where division is many times faster.
template <typename Integer>
Integer rounded_quotient(Integer product, Integer divisor) {
    const bool negative = (product < 0) != (divisor < 0);
    product = product < 0 ? -product : product;
    divisor = divisor < 0 ? -divisor : divisor;
    const Integer rest = product % divisor;
    const Integer rounded = product / divisor + (divisor - rest <= rest ? 1 : 0);
    return negative ? -rounded : rounded;
}

std::optional<std::int64_t> read_digits(std::string_view text) {
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || '9' < c) {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

Money operator+(Money a, Money b) {
    if (!a.is_bounded() || !b.is_bounded()) {
        return Money::unbounded();
    }
    return Money::from_minor(saturated(Wide{a.minor_} + b.minor_));
}

Money operator-(Money a, Money b) {
    if (!a.is_bounded()) {
        return Money::unbounded();
    }
    return Money::from_minor(saturated(Wide{a.minor_} - b.minor_));
}

Money scale(Money amount, std::int64_t numerator, std::int64_t denominator) {
    if (denominator == 0 || numerator == 0) {
        return Money::zero();
    }
    if (!amount.is_bounded()) {
        return Money::unbounded();
    }
    std::int64_t narrow = 0;
    if (!__builtin_mul_overflow(amount.minor(), numerator, &narrow) && narrow != INT64_MIN &&
        denominator != INT64_MIN) {
        return Money::from_minor(rounded_quotient(narrow, denominator));
    }
    return Money::from_minor(
        saturated(rounded_quotient(Wide{amount.minor()} * numerator, Wide{denominator})));
}

std::int64_t thousandths(Money part, Money whole) {
    if (whole <= Money::zero() || !whole.is_bounded()) {
        return 0;
    }
    return scale(Money::from_minor(1000), part.minor(), whole.minor()).minor();
}

int minor_digits(std::string_view currency) {
    // ISO 4217, list one, of those with another number of digits than two.
    constexpr std::string_view none =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    constexpr std::string_view three = "BHD IQD JOD KWD LYD OMR TND";
    constexpr std::string_view four = "CLF UYW";
    const auto has = [currency](std::string_view codes) {
        return currency.size() == 3 && codes.find(currency) != std::string_view::npos;
    };
    return has(none) ? 0 : has(three) ? 3 : has(four) ? 4 : 2;
}

std::optional<Money> parse_decimal(std::string_view text, int digits) {
    const bool negative = !text.empty() && text.front() == '-';
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t point = text.find('.');
    const std::string_view major = text.substr(0, point);
    const std::string_view minor =
        point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const bool minor_is_fine = point == std::string_view::npos ||
                               (!minor.empty() && minor.size() <= static_cast<std::size_t>(digits));
    if (major.empty() || 16 < major.size() || !minor_is_fine) {
        return std::nullopt;
    }
    const auto whole = read_digits(major);
    const auto rest = read_digits(minor);
    const bool too_large =
        whole && rest && (largest_major < *whole || (largest_major == *whole && 0 < *rest));
    if (!whole || !rest || too_large) {
        return std::nullopt;
    }
    const std::int64_t value = *whole * power_of_ten(digits) +
                               *rest * power_of_ten(digits - static_cast<int>(minor.size()));
    return Money::from_minor(negative ? -value : value);
}

std::string to_decimal(Money amount, int digits) {
    if (!amount.is_bounded()) {
        return "unbounded";
    }
    const std::int64_t unit = power_of_ten(digits);
    const std::int64_t minor = amount.minor() < 0 ? -amount.minor() : amount.minor();
    std::string out = amount.minor() < 0 ? "-" : "";
    out += std::to_string(minor / unit);
    if (0 < digits) {
        const std::string rest = std::to_string(minor % unit);
        out += '.';
        out.append(static_cast<std::size_t>(digits) - rest.size(), '0');
        out += rest;
    }
    return out;
}

std::string to_grouped(Money amount, int digits) {
    std::string out = to_decimal(amount, digits);
    if (!amount.is_bounded()) {
        return out;
    }
    const std::size_t first = amount.minor() < 0 ? 1 : 0;
    std::size_t end = std::min(out.find('.'), out.size());
    while (first + 3 < end) {
        end -= 3;
        out.insert(end, 1, ',');
    }
    return out;
}

} // namespace offramp
