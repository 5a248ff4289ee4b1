// Writes days, numbers and amounts in a locale, one a line on standard input, one result a line on
// standard output, so that ECMAScript's Intl can be held against ours (localised.mjs).
//
//   long_date de 2026-11-15                15. November 2026
//   short_date, day_and_month, month_name, year_name
//   grouped en-US 110000                   110,000
//   exact_money fr 123450 USD              1 234,50 $US      (minor units)
//   short_money de 3036000000000 USD       30,4 Mrd. $
//   locale en-PH                           en-US
//
// What it does not understand it answers with `refused`.
#include "app/words/locale.hpp"
#include "app/words/text.hpp"

#include <charconv>
#include <cstdint>
#include <iostream>
#include <sstream>
#include <string>

using namespace offramp;

namespace {

std::string of_day(const std::string &operation, Date day) {
    if (operation == "long_date") {
        return long_date(day);
    }
    if (operation == "short_date") {
        return short_date(day);
    }
    if (operation == "day_and_month") {
        return day_and_month(day);
    }
    if (operation == "month_name") {
        return month_name(day);
    }
    return operation == "year_name" ? year_name(day) : "refused";
}

std::string answer(const std::string &line) {
    std::istringstream words{line};
    std::string operation;
    std::string tag;
    std::string value;
    std::string currency;
    words >> operation >> tag >> value >> currency;
    if (operation == "locale") {
        return std::string{tag_of(locale_of(tag))};
    }
    const LocaleScope scope{locale_of(tag)};
    if (const auto day = parse_iso(value)) {
        return of_day(operation, *day);
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc{} || end != value.data() + value.size()) {
        return "refused";
    }
    if (operation == "grouped") {
        return grouped(number);
    }
    const Money amount = Money::from_minor(number);
    return operation == "exact_money"   ? exact_money(amount, currency)
           : operation == "short_money" ? short_money(amount, currency)
                                        : "refused";
}

} // namespace

int main() {
    std::string line;
    while (std::getline(std::cin, line)) {
        std::cout << answer(line) << '\n';
    }
    return 0;
}
