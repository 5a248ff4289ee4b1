#include "app/text.hpp"

#include <array>

namespace offramp {

namespace {

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string_view name_of_month(Date day) { return month_names[unsigned{day.ymd().month()} - 1]; }

std::string day_of_month(Date day) { return std::to_string(unsigned{day.ymd().day()}); }

std::string year(Date day) { return std::to_string(int{day.ymd().year()}); }

std::string symbol(std::string_view currency) {
    if (currency == "USD") {
        return "$";
    }
    if (currency == "EUR") {
        return "€";
    }
    if (currency == "GBP") {
        return "£";
    }
    if (currency == "JPY") {
        return "¥";
    }
    return std::string{currency} + "\u00a0";
}

/// minor / unit with that many decimals, rounded half up, without trailing zeros: "30.36".
std::string decimals_of(std::int64_t minor, std::int64_t unit, int decimals) {
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) {
        scale *= 10;
    }
    std::string text = to_decimal(offramp::scale(Money::from_minor(minor), scale, unit), decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        text.erase(text.find_last_not_of('.') + 1);
    }
    return text;
}

template <typename T, typename Format>
std::string ranged(const Range<T> &range, Format format, std::string_view unbounded_below,
                   T no_bound) {
    if (range.known()) {
        return format(range.least);
    }
    if (range.most == no_bound) {
        return std::string{unbounded_below} + format(range.least);
    }
    return "between " + format(range.least) + " and " + format(range.most);
}

} // namespace

std::string long_date(Date day) {
    if (!day.is_day()) {
        return day == Date::never() ? "never" : "from the start";
    }
    return day_of_month(day) + " " + std::string{name_of_month(day)} + " " + year(day);
}

std::string short_date(Date day) {
    return day.is_day() ? day_and_month(day) + " " + year(day) : long_date(day);
}

std::string day_and_month(Date day) {
    return day.is_day() ? day_of_month(day) + " " + month_name(day) : long_date(day);
}

std::string month_name(Date day) { return std::string{name_of_month(day).substr(0, 3)}; }

std::string grouped(std::int64_t number) { return to_grouped(Money::from_minor(number), 0); }

std::string exact_money(Money amount, std::string_view currency) {
    if (!amount.is_bounded()) {
        return "an unknown amount";
    }
    const bool negative = amount < Money::zero();
    const Money magnitude = negative ? Money::zero() - amount : amount;
    return (negative ? "−" : "") + symbol(currency) + to_grouped(magnitude, minor_digits(currency));
}

std::string short_money(Money amount, std::string_view currency) {
    std::int64_t million = 1'000'000;
    for (int i = 0; i < minor_digits(currency); ++i) {
        million *= 10;
    }
    const std::int64_t minor = amount.minor();
    if (!amount.is_bounded() || minor < million) {
        return exact_money(amount, currency);
    }
    if (minor < 1000 * million) {
        return symbol(currency) + decimals_of(minor, million, 1) + " million";
    }
    if (minor / 1'000'000 < million) {
        return symbol(currency) + decimals_of(minor, 1000 * million, 2) + " billion";
    }
    return symbol(currency) + decimals_of(minor, 1'000'000 * million, 3) + " trillion";
}

std::string long_date(const When &when) {
    if (when == any_day()) {
        return "a day that is not known";
    }
    return ranged(
        when, [](Date day) { return long_date(day); }, "not before ", Date::never());
}

std::string short_date(const When &when) {
    return ranged(
        when, [](Date day) { return short_date(day); }, "not before ", Date::never());
}

std::string grouped(const Count &count) {
    return ranged(
        count, [](std::int64_t number) { return grouped(number); }, "at least ",
        std::int64_t{INT64_MAX});
}

std::string short_money(const Amount &amount, std::string_view currency) {
    return ranged(
        amount, [currency](Money money) { return short_money(money, currency); }, "at least ",
        Money::unbounded());
}

std::string exact_money(const Amount &amount, std::string_view currency) {
    return ranged(
        amount, [currency](Money money) { return exact_money(money, currency); }, "at least ",
        Money::unbounded());
}

std::string counted(std::int64_t number, std::string_view singular) {
    return grouped(number) + " " + std::string{singular} + (number == 1 ? "" : "s");
}

std::string sentence_case(std::string text) {
    if (!text.empty() && 'a' <= text[0] && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

} // namespace offramp
