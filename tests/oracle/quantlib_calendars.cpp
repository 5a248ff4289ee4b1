// Asks the engine and QuantLib of every day from 1990 to 2100 whether it is a business day.
// Ends with status 1 on a difference that is not explained here, or an explanation without one.
#include "core/days/calendar.hpp"

#include <ql/time/calendars/unitedkingdom.hpp>
#include <ql/time/calendars/unitedstates.hpp>
#include <ql/time/calendars/weekendsonly.hpp>

#include <algorithm>
#include <cstdio>
#include <utility>

using offramp::Date;
using offramp::PublicCalendar;
using QuantLib::UnitedKingdom;
using QuantLib::UnitedStates;
using namespace offramp::literals;

namespace {

struct Explained {
    PublicCalendar calendar;
    Date day;
    const char *why;
};

constexpr const char *exchanges =
    "QuantLib starts Juneteenth in 2022, as exchanges did; the law of "
    "17 June 2021 gave federal offices the next day";
constexpr const char *moved = "QuantLib 1.29 moves this Saturday's Juneteenth to Friday; "
                              "by Federal Reserve K.8 the Banks are open";

constexpr Explained explained[] = {
    {PublicCalendar::UsFederal, "2021-06-18"_date, exchanges},
    {PublicCalendar::UsFederalReserve, "2027-06-18"_date, moved}, // K.8 names this very day
    {PublicCalendar::UsFederalReserve, "2032-06-18"_date, moved},
    {PublicCalendar::UsFederalReserve, "2038-06-18"_date, moved},
    {PublicCalendar::UsFederalReserve, "2049-06-18"_date, moved},
    {PublicCalendar::UsFederalReserve, "2055-06-18"_date, moved},
    {PublicCalendar::UsFederalReserve, "2060-06-18"_date, moved},
    {PublicCalendar::UsFederalReserve, "2066-06-18"_date, moved},
    {PublicCalendar::UsFederalReserve, "2077-06-18"_date, moved},
    {PublicCalendar::UsFederalReserve, "2083-06-18"_date, moved},
    {PublicCalendar::UsFederalReserve, "2088-06-18"_date, moved},
    {PublicCalendar::UsFederalReserve, "2094-06-18"_date, moved},
    {PublicCalendar::UsFederalReserve, "2100-06-18"_date, moved},
};

const Explained *explanation_of(PublicCalendar calendar, Date day) {
    const auto found =
        std::find_if(std::begin(explained), std::end(explained),
                     [&](const auto &row) { return row.calendar == calendar && row.day == day; });
    return found == std::end(explained) ? nullptr : found;
}

QuantLib::Date quantlib_date(Date day) {
    const auto ymd = day.ymd();
    return {static_cast<QuantLib::Day>(unsigned{ymd.day()}),
            static_cast<QuantLib::Month>(unsigned{ymd.month()}), int{ymd.year()}};
}

struct Tally {
    int compared = 0;
    int differences = 0;
    int faults = 0; ///< unexplained, or explained and not there
};

void compare(PublicCalendar base, const QuantLib::Calendar &theirs, Tally &tally) {
    const offramp::Calendar ours = offramp::public_calendar(base);
    const Date last = *Date::from_ymd(std::chrono::year{offramp::last_calendar_year} / 12 / 31);
    Date day = *Date::from_ymd(std::chrono::year{offramp::first_calendar_year} / 1 / 1);
    for (; day <= last; day = offramp::add_days(day, 1)) {
        const bool open = is_business_day(ours, day);
        const bool differs = open != theirs.isBusinessDay(quantlib_date(day));
        const Explained *explanation = explanation_of(base, day);
        ++tally.compared;
        tally.differences += differs ? 1 : 0;
        tally.faults += differs == (explanation != nullptr) ? 0 : 1;
        if (differs || explanation != nullptr) {
            std::printf("%s %s: %s: %s\n", ours.id.c_str(), to_iso(day).c_str(),
                        !differs ? "no difference any more"
                        : open   ? "business day here, none by QuantLib"
                                 : "no business day here, one by QuantLib",
                        explanation != nullptr ? explanation->why : "UNEXPLAINED");
        }
    }
}

} // namespace

int main() {
    const std::pair<PublicCalendar, QuantLib::Calendar> pairs[] = {
        {PublicCalendar::Weekends, QuantLib::WeekendsOnly()},
        {PublicCalendar::UsFederal, UnitedStates(UnitedStates::Settlement)},
        {PublicCalendar::UsFederalReserve, UnitedStates(UnitedStates::FederalReserve)},
        {PublicCalendar::EnglandAndWales, UnitedKingdom(UnitedKingdom::Settlement)},
    };
    Tally tally;
    for (const auto &[ours, theirs] : pairs) {
        compare(ours, theirs, tally);
    }
    std::printf("# days compared: %d, differences: %d, unexplained or gone: %d\n", tally.compared,
                tally.differences, tally.faults);
    return tally.faults == 0 ? 0 : 1;
}
