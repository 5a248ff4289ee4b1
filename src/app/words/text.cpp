#include "app/words/text.hpp"

#include "app/words/locale_forms.hpp"
#include "core/money/wide.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace offramp {

namespace {

const Forms &forms() { return forms_of(current_locale()); }

/// A word of a list, counted from zero; empty beyond its end.
std::string_view word_at(std::string_view words, std::size_t index) {
    for (; 0 < index; --index) {
        words.remove_prefix(std::min(words.find(' '), words.size() - 1) + 1);
    }
    return words.substr(0, words.find(' '));
}

std::string_view month_in(std::string_view names, Date day) {
    return word_at(names, unsigned{day.ymd().month()} - 1);
}

/// A day by a pattern, with the month's name from a list.
std::string patterned(std::string_view pattern, std::string_view month_names, Date day) {
    std::string out;
    for (const char c : pattern) {
        if (c == 'd') {
            const unsigned number{day.ymd().day()};
            out += number == 1 ? std::string{forms().first_of_month} : std::to_string(number);
        } else if (c == 'M') {
            out += month_in(month_names, day);
        } else if (c == 'y') {
            out += std::to_string(int{day.ymd().year()});
        } else {
            out += c;
        }
    }
    return out;
}

/// A number with the separators of the locale in place of `,` and `.`.
std::string separated(std::string_view number) {
    std::string out;
    for (const char c : number) {
        if (c == ',') {
            out += forms().group;
        } else if (c == '.') {
            out += forms().decimal;
        } else {
            out += c;
        }
    }
    return out;
}

/// A number that is written already, with the sign of its currency.
std::string priced(std::string number, std::string_view currency) {
    constexpr std::string_view no_break_space = "\u00a0";
    constexpr std::array<std::string_view, 4> known = {"USD", "EUR", "GBP", "JPY"};
    const auto index =
        static_cast<std::size_t>(std::find(known.begin(), known.end(), currency) - known.begin());
    const bool is_known = index < known.size();
    std::string symbol{is_known ? word_at(forms().symbols, index) : currency};
    if (forms().symbol_is_last) {
        return number.append(no_break_space).append(symbol);
    }
    return symbol.append(is_known ? "" : no_break_space).append(number);
}

std::string without_trailing_zeros(std::string number) {
    if (number.find('.') != std::string::npos) {
        number.erase(number.find_last_not_of('0') + 1);
        number.erase(number.find_last_not_of('.') + 1);
    }
    return number;
}

enum class Place { Sentence, Column };
/// A bound is never rounded beyond itself: "at least $43.7 billion" of $43,750,000,000.00.
enum class Bound { None, Lower, Upper };

/// Of a number of a magnitude: 30.4, 5.52 and 890 in a sentence; 30.36, 5.52 and 890.32 in a
/// column, and three for the largest magnitude.
int decimals_of(std::int64_t whole, std::size_t magnitude, Place place) {
    return place == Place::Column ? (magnitude < 2 ? 2 : 3) : whole < 10 ? 2 : whole < 100 ? 1 : 0;
}

/// minor / unit in 10^-decimals. Precondition: both are above zero.
std::int64_t rounded(std::int64_t minor, std::int64_t unit, int decimals, Bound bound) {
    const std::int64_t rest = bound == Bound::Lower   ? 0
                              : bound == Bound::Upper ? unit - 1
                                                      : unit / 2;
    return saturated((Wide{minor} * power_of_ten(decimals) + rest) / unit);
}

std::string shortened(Money amount, std::string_view currency, Place place, Bound bound) {
    const std::int64_t major = power_of_ten(minor_digits(currency));
    const std::int64_t minor = amount.minor();
    const auto &magnitudes = forms().magnitudes;
    if (!amount.is_bounded() || minor < 1'000'000 * major) {
        return exact_money(amount, currency);
    }
    std::size_t i = magnitudes.size() - 1;
    while (minor < magnitudes[i] * major) {
        --i;
    }
    int decimals = decimals_of(minor / (magnitudes[i] * major), i, place);
    std::int64_t number = rounded(minor, magnitudes[i] * major, decimals, bound);
    // $999.7 million are "$1 billion".
    if (i + 1 < magnitudes.size() &&
        magnitudes[i + 1] / magnitudes[i] * power_of_ten(decimals) <= number) {
        ++i;
        decimals = decimals_of(1, i, place);
        number = rounded(minor, magnitudes[i] * major, decimals, bound);
    }
    std::string text = to_decimal(Money::from_minor(number), decimals);
    text = separated(place == Place::Sentence ? without_trailing_zeros(text) : text);
    text.append(forms().magnitude_space).append(word_at(forms().magnitude_names, i));
    return priced(std::move(text), currency);
}

/// No lease is older: a bound before it comes of counting from a day of which nothing is known.
constexpr Date first_meant = "1900-01-01"_date;
constexpr Date last_meant = "2200-12-31"_date;

/// Days as people name them: a year, half of one, a quarter or a month; empty for other runs.
std::string calendar_name(const When &when, std::string_view month_names) {
    const std::int32_t first = month_number(when.least);
    const std::int32_t months = month_number(when.most) - first + 1;
    const bool is_whole = when.least == day_of_month_number(first) &&
                          when.most == add_days(day_of_month_number(first + months), -1);
    if (!is_whole || 12 < months || first % 12 % months != 0) {
        return {};
    }
    constexpr std::array<std::string_view, 4> ordinals = {"first", "second", "third", "fourth"};
    const std::string year = year_name(when.least);
    const auto ordinal = [&] { return ordinals[static_cast<std::size_t>(first % 12 / months)]; };
    switch (months) {
    case 1:
        return patterned(forms().month, month_names, when.least);
    case 3:
        return "the " + std::string{ordinal()} + " quarter of " + year;
    case 6:
        return "the " + std::string{ordinal()} + " half of " + year;
    case 12:
        return year;
    default:
        return {};
    }
}

/// "between 3 and 17 May 2026", "between 3 May and 2 June 2026".
std::string between(const When &when, std::string_view month_names) {
    const bool is_one_year = when.least.ymd().year() == when.most.ymd().year();
    const bool is_one_month = month_number(when.least) == month_number(when.most);
    const std::string_view first = is_one_month  ? forms().first_in_month
                                   : is_one_year ? forms().day_and_month
                                                 : forms().date;
    const std::string_view last = is_one_month ? forms().last_in_month : forms().date;
    return "between " + patterned(first, month_names, when.least) + " and " +
           patterned(last, month_names, when.most);
}

/// A day that may not be known, alone or after a verb: "30 June 2027 at the latest", "by 30 June
/// 2027".
std::string when_text(const When &when, bool is_after_verb, std::string_view month_names) {
    const auto day = [&](Date one) {
        return one.is_day() ? patterned(forms().date, month_names, one) : long_date(one);
    };
    const auto after = [&](const char *preposition, const std::string &text) {
        return (is_after_verb ? preposition : "") + text;
    };
    if (is_any_day(when)) {
        return after("on ", "a day that no source states");
    }
    if (when.known()) {
        return after("on ", day(when.least));
    }
    if (when.least < first_meant) {
        return is_after_verb ? "by " + day(when.most) : day(when.most) + " at the latest";
    }
    if (when.most == Date::never()) {
        return after("on ", day(when.least) + " at the earliest");
    }
    const std::string name = calendar_name(when, month_names);
    return name.empty() ? (is_after_verb ? "" : "a day ") + between(when, month_names)
                        : after("in ", name);
}

/// Money of which nothing is known but that it is not negative.
bool is_anything(const Amount &amount) {
    return amount.least <= Money::zero() && amount.most == Money::unbounded();
}

/// Each end as `text` says it: the lower one is not rounded up, the upper one not down.
template <typename Text>
std::string ranged_money(const Amount &amount, Text text) {
    if (is_anything(amount)) {
        return "an unknown amount";
    }
    if (amount.known()) {
        return text(amount.least, Bound::None);
    }
    const std::string least = text(amount.least, Bound::Lower);
    return amount.most == Money::unbounded()
               ? "at least " + least
               : "between " + least + " and " + text(amount.most, Bound::Upper);
}

} // namespace

bool is_any_day(const When &when) {
    return !when.known() && when.least < first_meant &&
           (!when.most.is_day() || when.most < first_meant || last_meant < when.most);
}

std::string long_date(Date day) {
    if (!day.is_day()) {
        return day == Date::never() ? "never" : "from the start";
    }
    return day < first_meant ? "an unknown day" : patterned(forms().date, forms().months, day);
}

std::string short_date(Date day) {
    return day.is_day() && first_meant <= day ? patterned(forms().date, forms().short_months, day)
                                              : long_date(day);
}

std::string days_text(Date first, Date last) {
    if (first < first_meant) {
        return last.is_day() ? "until " + long_date(last) : "at all times";
    }
    return first == last   ? "on " + long_date(first)
           : last.is_day() ? "from " + long_date(first) + " to " + long_date(last)
                           : "from " + long_date(first) + " on";
}

std::string short_days(Date first, Date last) {
    if (first < first_meant) {
        return last.is_day() ? "until " + short_date(last) : "at all times";
    }
    return first == last   ? short_date(first)
           : last.is_day() ? short_date(first) + " – " + short_date(last)
                           : "from " + short_date(first);
}

std::string day_and_month(Date day) {
    return day.is_day() ? patterned(forms().day_and_month, forms().short_months, day)
                        : long_date(day);
}

std::string month_name(Date day) { return std::string{month_in(forms().month_labels, day)}; }

std::string year_name(Date day) { return patterned(forms().year, {}, day); }

std::string grouped(std::int64_t number) {
    return separated(to_grouped(Money::from_minor(number), 0));
}

std::string decimal(std::int64_t number, int digits) {
    return separated(to_decimal(Money::from_minor(number), digits));
}

std::string exact_money(Money amount, std::string_view currency) {
    if (!amount.is_bounded()) {
        return "an unknown amount";
    }
    const bool negative = amount < Money::zero();
    const Money magnitude = negative ? Money::zero() - amount : amount;
    return (negative ? "−" : "") +
           priced(separated(to_grouped(magnitude, minor_digits(currency))), currency);
}

std::string short_money(Money amount, std::string_view currency) {
    return short_money(exactly(amount), currency);
}

std::string column_money(Money amount, std::string_view currency) {
    return column_money(exactly(amount), currency);
}

std::string iso_if_known(const When &when) {
    return when.known() && when.least.is_day() ? to_iso(when.least) : "";
}

std::string long_date(const When &when) { return when_text(when, false, forms().months); }

std::string on_day(const When &when) { return when_text(when, true, forms().months); }

std::string short_date(const When &when) { return when_text(when, false, forms().short_months); }

std::string grouped(const Count &count) {
    if (endless <= count.most) {
        return endless <= count.least    ? "unlimited"
               : count.least <= -endless ? "an unknown number"
                                         : "at least " + grouped(count.least);
    }
    return count.known() ? grouped(count.least)
                         : "between " + grouped(count.least) + " and " + grouped(count.most);
}

std::string short_money(const Amount &amount, std::string_view currency) {
    return ranged_money(amount, [currency](Money money, Bound bound) {
        return shortened(money, currency, Place::Sentence, bound);
    });
}

std::string column_money(const Amount &amount, std::string_view currency) {
    return ranged_money(amount, [currency](Money money, Bound bound) {
        return shortened(money, currency, Place::Column, bound);
    });
}

std::string exact_money(const Amount &amount, std::string_view currency) {
    return ranged_money(amount,
                        [currency](Money money, Bound) { return exact_money(money, currency); });
}

std::string plural(const std::string &unit) {
    const bool is_measure = unit.ends_with('W') && unit.size() <= 2;
    return is_measure ? unit : unit + "s";
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

std::string joined(std::initializer_list<std::string_view> texts) {
    std::string out;
    for (const std::string_view text : texts) {
        out += text;
    }
    return out;
}

std::string one_line(std::string_view text) {
    std::string out;
    bool is_apart = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = [&](std::size_t at) {
            return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
        };
        const unsigned general = byte(i) == 0xe2U && byte(i + 1) == 0x80U ? byte(i + 2) : 0U;
        const bool isolates = byte(i) == 0xe2U && byte(i + 1) == 0x81U && 0xa6U <= byte(i + 2) &&
                              byte(i + 2) <= 0xa9U;
        if (isolates || (0xaaU <= general && general <= 0xaeU)) { // U+2066 to 2069, U+202A to 202E
            i += 2;
        } else if (general == 0xa8U || general == 0xa9U) { // line and paragraph separator
            is_apart = true;
            i += 2;
        } else if (byte(i) == 0xc2U && byte(i + 1) < 0xa0U) { // C1 controls
            is_apart = true;
            ++i;
        } else if (byte(i) <= ' ' || byte(i) == 0x7fU) {
            is_apart = true;
        } else {
            out.append(is_apart && !out.empty() ? " " : "").append(1, text[i]);
            is_apart = false;
        }
    }
    return out;
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = failure == std::errc{} && end == text.data() + text.size();
    return is_number ? std::optional{number} : std::nullopt;
}

} // namespace offramp
