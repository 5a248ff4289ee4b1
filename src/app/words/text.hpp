// Days, numbers and amounts in words: the one formatter that canvas, page and command line
// share. Words are English; dates, numbers and money are those of the LocaleScope around the call.
// The examples are British.
#pragma once

#include "core/lease/range.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace offramp {

/// "15 November 2026"; "never" when it does not come.
std::string long_date(Date day);
/// "15 Nov 2026".
std::string short_date(Date day);
/// "15 Nov", for labels whose year stands beside them.
std::string day_and_month(Date day);
/// Days from first to last, both included: "from 31 October to …", "on 31 October 2026", "from 1
/// January 2027 on", "until 30 September 2026", "at all times".
std::string days_text(Date first, Date last);
/// The same for a table: "31 Oct 2026 – 14 Nov 2026", "31 Oct 2026".
std::string short_days(Date first, Date last);
/// "Nov", "2027" for the axis. Precondition: is_day().
std::string month_name(Date day);
std::string year_name(Date day);

/// "110,000".
std::string grouped(std::int64_t number);
/// "1.50" for 150 with two digits: a number of 10^-digits, ungrouped.
std::string decimal(std::int64_t number, int digits);

/// For a sentence, three significant digits: "$30.4 billion", "€803 million", "$14,666.60"; exact
/// below a million. "an unknown amount" when no bound is known.
std::string short_money(Money amount, std::string_view currency);
/// The same for a column, with two decimals, in the largest magnitude three: "$30.36 billion",
/// "$1.40 billion", "$1.785 trillion".
std::string column_money(Money amount, std::string_view currency);
/// "$30,360,000,000.00".
std::string exact_money(Money amount, std::string_view currency);

/// A day that may not be known, alone: "15 November 2026", "December 2025", "the second quarter of
/// 2027", "a day between 3 and 17 May 2026", "30 June 2027 at the latest", "a day that no source
/// states".
std::string long_date(const When &when);
/// "2026-11-15"; empty for a day that is not exactly known or never comes.
std::string iso_if_known(const When &when);
/// Whether not even a bound says which day it is.
bool is_any_day(const When &when);
/// The same after a verb: "on 15 November 2026", "in December 2025", "by 30 June 2027".
std::string on_day(const When &when);
std::string short_date(const When &when);
std::string grouped(const Count &count);
/// "at least $43.7 billion" of $43.75 billion, when only the least is known: bounds are not rounded
/// beyond themselves.
std::string short_money(const Amount &amount, std::string_view currency);
std::string column_money(const Amount &amount, std::string_view currency);
std::string exact_money(const Amount &amount, std::string_view currency);

/// "GPUs"; measures such as "MW" stay as they are.
std::string plural(const std::string &unit);
/// "1 month", "90 days".
std::string counted(std::int64_t number, std::string_view singular);

/// The text with a capital first letter (ASCII).
std::string sentence_case(std::string text);

/// One text after the other. Smaller than a chain of sums, in places where many are put together.
std::string joined(std::initializer_list<std::string_view> texts);

/// The text as one line for readers that are no page: white space and control characters become
/// single spaces, and what would turn the direction of the text round it is left out.
std::string one_line(std::string_view text);

/// Of ASCII.
constexpr bool is_letter_or_digit(char c) {
    return ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}

/// A whole number in decimal digits, with nothing before or after it.
std::optional<std::int64_t> number_in(std::string_view text);

} // namespace offramp
