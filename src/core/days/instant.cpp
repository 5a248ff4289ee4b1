#include "core/days/instant.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace offramp {

namespace {

constexpr std::int32_t day_seconds = 86400;
constexpr std::int32_t hour_seconds = 3600;

/// Zones that change their clocks on the same Sundays.
enum class Family : std::uint8_t { None, UnitedStates, Europe, Britain, Sydney };

/// A change of the clocks, on the first Sunday on or after a day of a month. The hour is that of
/// standard time, in Europe that of UTC.
struct Change {
    std::uint8_t month;
    std::uint8_t day;
    std::uint8_t hour;
};

/// Which Sundays, from a year on until the family's next row. Clocks move by one hour.
struct ClockRule {
    Family family;
    std::int16_t first_year;
    Change forward;
    Change back;
};

// After the tz database's rules US, Canada, EU, GB-Eire, AN. A Sunday from the 25th of a month of
// 31 days, or the 24th of one of 30, is its last.
constexpr ClockRule rules[] = {
    // Uniform Time Act of 1966; Act of 8 July 1986; Energy Policy Act of 2005. Two in the morning.
    {Family::UnitedStates, 1976, {4, 24, 2}, {10, 25, 1}},
    {Family::UnitedStates, 1987, {4, 1, 2}, {10, 25, 1}},
    {Family::UnitedStates, 2007, {3, 8, 2}, {11, 1, 1}},
    // Until 1995 the continent went back in September; Directives 94/21/EC and 2000/84/EC.
    {Family::Europe, 1981, {3, 25, 1}, {9, 24, 1}},
    {Family::Europe, 1996, {3, 25, 1}, {10, 25, 1}},
    // Summer Time Act 1972: the day after the fourth Saturday of October; from 1990 to 1995 the
    // fourth Sunday. Ireland keeps the same days.
    {Family::Britain, 1981, {3, 25, 1}, {10, 23, 1}},
    {Family::Britain, 1990, {3, 25, 1}, {10, 22, 1}},
    {Family::Britain, 1996, {3, 25, 1}, {10, 25, 1}},
    // 2000: the Olympic Games; 2006: the Commonwealth Games.
    {Family::Sydney, 1986, {10, 19, 2}, {3, 15, 2}},
    {Family::Sydney, 1987, {10, 25, 2}, {3, 15, 2}},
    {Family::Sydney, 1990, {10, 25, 2}, {3, 1, 2}},
    {Family::Sydney, 1996, {10, 25, 2}, {3, 25, 2}},
    {Family::Sydney, 2000, {8, 25, 2}, {3, 25, 2}},
    {Family::Sydney, 2001, {10, 25, 2}, {3, 25, 2}},
    {Family::Sydney, 2006, {10, 25, 2}, {4, 1, 2}},
    {Family::Sydney, 2007, {10, 25, 2}, {3, 25, 2}},
    {Family::Sydney, 2008, {10, 1, 2}, {4, 1, 2}},
};

struct ZoneRow {
    std::string_view name;
    std::int16_t standard_minutes; ///< east of UTC
    std::int16_t rules_from_year;
    Family family;
};

// In the order of Zone.
constexpr ZoneRow zones[] = {
    {"UTC", 0, 1900, Family::None},
    {"America/New_York", -300, 1976, Family::UnitedStates},
    {"America/Chicago", -360, 1976, Family::UnitedStates},
    {"America/Denver", -420, 1976, Family::UnitedStates},
    {"America/Phoenix", -420, 1968, Family::None},
    {"America/Los_Angeles", -480, 1976, Family::UnitedStates},
    {"America/Toronto", -300, 1976, Family::UnitedStates},
    {"Europe/London", 0, 1981, Family::Britain},
    {"Europe/Dublin", 0, 1981, Family::Britain},
    {"Europe/Paris", 60, 1981, Family::Europe},
    {"Europe/Berlin", 60, 1981, Family::Europe},
    {"Europe/Amsterdam", 60, 1981, Family::Europe},
    {"Europe/Helsinki", 120, 1983, Family::Europe},
    {"Europe/Oslo", 60, 1981, Family::Europe},
    {"Europe/Stockholm", 60, 1981, Family::Europe},
    {"Europe/Zurich", 60, 1981, Family::Europe},
    {"Asia/Tokyo", 540, 1952, Family::None},
    {"Asia/Singapore", 480, 1982, Family::None},
    {"Asia/Hong_Kong", 480, 1980, Family::None},
    {"Asia/Kolkata", 330, 1946, Family::None},
    {"Asia/Dubai", 240, 1921, Family::None},
    {"Australia/Sydney", 600, 1987, Family::Sydney},
};
static_assert(std::size(zones) == zone_count);
static_assert(static_cast<std::uint8_t>(Zone::Sydney) + 1 == zone_count);

constexpr const ZoneRow &row_of(Zone zone) { return zones[static_cast<std::uint8_t>(zone)]; }

constexpr std::int64_t seconds_of(LocalTime local) {
    return std::int64_t{local.day.day_number()} * day_seconds + local.second_of_day;
}

constexpr LocalTime local_of(std::int64_t seconds) {
    const auto day = std::chrono::floor<std::chrono::days>(std::chrono::seconds{seconds}).count();
    return {Date::from_day_number(day),
            static_cast<std::int32_t>(seconds - std::int64_t{day} * day_seconds)};
}

constexpr std::int64_t seconds_of(Change change, std::chrono::year year) {
    using namespace std::chrono;
    const sys_days from = year / month{change.month} / day{change.day};
    const sys_days sunday = from + (Sunday - weekday{from});
    return std::int64_t{sunday.time_since_epoch().count()} * day_seconds +
           change.hour * hour_seconds;
}

/// Precondition: the instant lies within the calendar.
std::int32_t offset_at(Zone zone, std::int64_t seconds) {
    const ZoneRow &row = row_of(zone);
    const std::int32_t standard = row.standard_minutes * 60;
    const auto year = local_of(seconds + standard).day.ymd().year();
    const ClockRule *rule = nullptr;
    for (const ClockRule &next : rules) {
        rule = next.family == row.family && next.first_year <= int{year} ? &next : rule;
    }
    if (rule == nullptr) {
        return standard;
    }
    const bool by_utc = row.family == Family::Europe || row.family == Family::Britain;
    const std::int64_t now = by_utc ? seconds : seconds + standard;
    const std::int64_t forward = seconds_of(rule->forward, year);
    const std::int64_t back = seconds_of(rule->back, year);
    // South of the equator summer lies around New Year, and the clocks go back first.
    const bool is_between = (forward <= now) != (back <= now);
    return standard + (is_between == (forward < back) ? hour_seconds : 0);
}

std::int64_t within_calendar(Instant at) {
    return std::clamp(at.seconds, std::int64_t{Date::first_day_number} * day_seconds,
                      std::int64_t{Date::last_day_number} * day_seconds + day_seconds - 1);
}

/// Takes a character off the front of the text, if it is there.
bool take(std::string_view &text, char expected) {
    const bool is_there = !text.empty() && text.front() == expected;
    text.remove_prefix(is_there ? 1 : 0);
    return is_there;
}

/// Takes two digits off the front: a number below the limit, or -1.
std::int32_t take_number(std::string_view &text, std::int32_t limit) {
    std::int32_t number = 0;
    for (int digit = 0; digit < 2; ++digit) {
        if (text.empty() || text.front() < '0' || '9' < text.front()) {
            return -1;
        }
        number = number * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    return number < limit ? number : -1;
}

/// Takes `HH:MM` off the front, as seconds, or -1.
std::int32_t take_clock(std::string_view &text) {
    const std::int32_t hours = take_number(text, 24);
    const std::int32_t minutes = take(text, ':') ? take_number(text, 60) : -1;
    return hours < 0 || minutes < 0 ? -1 : hours * hour_seconds + minutes * 60;
}

/// Takes `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS` off the front.
std::optional<LocalTime> take_local(std::string_view &text) {
    const auto day = parse_iso({text.data(), std::min<std::size_t>(text.size(), 10)});
    if (!day || int{day->ymd().year()} < 1900 || 2200 < int{day->ymd().year()}) {
        return std::nullopt;
    }
    text.remove_prefix(10);
    const std::int32_t clock = take(text, 'T') ? take_clock(text) : -1;
    const std::int32_t second = take(text, ':') ? take_number(text, 60) : 0;
    if (clock < 0 || second < 0) {
        return std::nullopt;
    }
    return LocalTime{*day, clock + second};
}

void append_number(std::string &out, std::int32_t number) {
    out += static_cast<char>('0' + number / 10);
    out += static_cast<char>('0' + number % 10);
}

void append_clock(std::string &out, std::int32_t seconds) {
    append_number(out, seconds / hour_seconds);
    out += ':';
    append_number(out, seconds / 60 % 60);
}

} // namespace

std::optional<Zone> find_zone(std::string_view name) {
    for (std::uint8_t i = 0; i < zone_count; ++i) {
        if (zones[i].name == name) {
            return Zone{i};
        }
    }
    return std::nullopt;
}

std::string_view name_of(Zone zone) { return row_of(zone).name; }

std::int32_t rules_from_year(Zone zone) { return row_of(zone).rules_from_year; }

Instant instant_at(Zone zone, LocalTime local) {
    if (!local.day.is_day()) {
        return local.day == Date::never() ? Instant::never() : Instant::dawn();
    }
    // Where it is summer at the instant when a summer's clock shows this, that is the earlier
    // answer. Elsewhere standard time's clock shows it, or in spring no clock, and then the clocks
    // are taken as not yet changed.
    const std::int32_t offset = row_of(zone).standard_minutes * 60;
    const std::int64_t standard = seconds_of(local) - offset;
    const std::int64_t summer = standard - hour_seconds;
    return {offset_at(zone, summer) == offset ? standard : summer};
}

LocalTime local_time(Zone zone, Instant at) {
    if (!at.is_instant()) {
        return {at == Instant::never() ? Date::never() : Date::dawn(), 0};
    }
    const std::int64_t seconds = within_calendar(at);
    return local_of(seconds + offset_at(zone, seconds));
}

std::optional<Instant> parse_instant(std::string_view text) {
    const auto local = take_local(text);
    if (!local) {
        return std::nullopt;
    }
    // What the text says of the offset: nothing, that it is unknown (Z, -00:00), or what it is.
    std::optional<std::int32_t> offset;
    bool is_unknown = take(text, 'Z');
    if (is_unknown) {
        offset = 0;
    } else if (const bool is_west = take(text, '-'); is_west || take(text, '+')) {
        const std::int32_t clock = take_clock(text);
        if (clock < 0) {
            return std::nullopt;
        }
        is_unknown = is_west && clock == 0;
        offset = is_west ? -clock : clock;
    }
    const Instant stated{seconds_of(*local) - offset.value_or(0)};
    if (text.empty()) {
        return offset ? std::optional{stated} : std::nullopt;
    }
    if (!take(text, '[') || text.empty() || text.back() != ']') {
        return std::nullopt;
    }
    text.remove_suffix(1);
    const auto zone = find_zone(text);
    if (!zone) {
        return std::nullopt;
    }
    if (!offset) {
        return instant_at(*zone, *local);
    }
    const bool agrees = is_unknown || offset_at(*zone, stated.seconds) == *offset;
    return agrees ? std::optional{stated} : std::nullopt;
}

std::string to_text(Instant at, Zone zone) {
    if (!at.is_instant()) {
        return at == Instant::never() ? "never" : "dawn";
    }
    const std::int64_t seconds = within_calendar(at);
    const std::int32_t offset = offset_at(zone, seconds);
    const LocalTime local = local_of(seconds + offset);
    std::string out = to_iso(local.day);
    out += 'T';
    append_clock(out, local.second_of_day);
    out += ':';
    append_number(out, local.second_of_day % 60);
    out += offset < 0 ? '-' : '+';
    append_clock(out, offset < 0 ? -offset : offset);
    out += '[';
    out += name_of(zone);
    out += ']';
    return out;
}

} // namespace offramp
