// Days and months of the slow model, counted one by one.
#pragma once

#include "model.hpp"

namespace offramp::laws {

std::int64_t model_day(Date day);

constexpr bool is_day(std::int64_t value) { return model_dawn < value && value < model_never; }

struct Civil {
    int year;
    int month; ///< from 1 to 12
    int day;   ///< from 1
};
Civil civil_of(std::int64_t day);
std::int64_t number_of(const Civil &civil);
int length_of_month(int year, int month);

/// The same date so many months later or earlier. Nothing for a month end that nobody settles, and
/// for more than a hundred years.
Modelled moved_months(std::int64_t day, std::int64_t months, MonthEnd rule);

/// Half away from zero.
std::int64_t half_up(std::int64_t dividend, std::int64_t divisor);

/// Nothing for numbers so large that the model might not count them exactly.
Modelled checked(std::int64_t value);

} // namespace offramp::laws
