// Prints the holidays of every public calendar, one a line: its id, then the day.
// calendars.mjs compares them with what somebody else wrote down.
#include "core/days/calendar.hpp"

#include <cstdio>

using namespace offramp;

int main() {
    for (const PublicCalendarName &name : public_calendar_names) {
        const auto calendar = find_public_calendar(name.id);
        const Date last = *Date::from_ymd(std::chrono::year{last_calendar_year} / 12 / 31);
        Date day = *Date::from_ymd(std::chrono::year{first_calendar_year} / 1 / 1);
        for (; calendar && day <= last; day = add_days(day, 1)) {
            if (is_holiday(*calendar, day)) {
                std::printf("%s %s\n", std::string{name.id}.c_str(), to_iso(day).c_str());
            }
        }
    }
}
