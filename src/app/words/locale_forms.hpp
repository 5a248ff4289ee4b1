// How each locale writes dates, numbers and money: data for app/text.cpp.
#pragma once

#include "app/words/locale.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace offramp {

/// After the Unicode Common Locale Data Repository (CLDR). Lists are words with a space between
/// them; in patterns `d`, `M` and `y` stand for day, month and year.
struct Forms {
    std::string_view months;         ///< in full
    std::string_view short_months;   ///< beside a day
    std::string_view month_labels;   ///< alone, on the axis
    std::string_view date;           ///< pattern of long and short dates
    std::string_view day_and_month;  ///< pattern
    std::string_view year;           ///< pattern
    std::string_view month;          ///< pattern of a month and its year
    std::string_view first_in_month; ///< pattern of a day whose month stands beside it: the first
    std::string_view last_in_month;  ///< of two, and the last with the year
    std::string_view first_of_month; ///< day 1
    std::string_view group;          ///< between groups of three digits
    std::string_view decimal;        ///< before the decimals
    std::string_view symbols; ///< of USD, EUR, GBP and JPY; other currencies go by their code
    bool symbol_is_last;      ///< after a no-break space
    std::string_view magnitude_space; ///< between a short amount and its magnitude
    std::string_view magnitude_names; ///< of the three `magnitudes`
    std::array<std::int64_t, 3>
        magnitudes; ///< major units; a short amount counts the largest in it
};

const Forms &forms_of(Locale locale);

} // namespace offramp
