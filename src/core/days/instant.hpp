// Instants and the clocks of places: when "5:00 p.m. New York City time" is, and what a clock in
// Los Angeles shows then. Knows a few zones by name and no leap seconds, and reads no clock itself.
//
// The rules are those of the tz database from `rules_from_year(zone)`, and until 2200 and beyond
// those of today. Before that year the answer is total, but a guess: it keeps the oldest rule of
// the zone's kind as far back as there is one, then the present standard time, and may be wrong by
// an hour or more.
#pragma once

#include "core/days/date.hpp"

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace offramp {

/// Seconds since 1970-01-01T00:00:00Z without leap seconds, or one of two ends: `never` is later
/// than every instant and `dawn` is earlier.
struct Instant {
    std::int64_t seconds = std::numeric_limits<std::int64_t>::min(); ///< dawn

    static constexpr Instant never() { return {std::numeric_limits<std::int64_t>::max()}; }
    static constexpr Instant dawn() { return {}; }

    constexpr bool is_instant() const { return *this != never() && *this != dawn(); }

    friend constexpr bool operator==(const Instant &, const Instant &) = default;
    friend constexpr std::strong_ordering operator<=>(const Instant &a, const Instant &b) {
        return a.seconds <=> b.seconds;
    }
};

/// Places whose clocks agree, each the tz database's zone of that city.
enum class Zone : std::uint8_t {
    Utc,
    NewYork,
    Chicago,
    Denver,
    Phoenix,
    LosAngeles,
    Toronto,
    London,
    Dublin,
    Paris,
    Berlin,
    Amsterdam,
    Helsinki,
    Oslo,
    Stockholm,
    Zurich,
    Tokyo,
    Singapore,
    HongKong,
    Kolkata,
    Dubai,
    Sydney,
};
inline constexpr std::uint8_t zone_count = 22;

/// By the tz database's name and spelling, as "America/New_York"; nothing for any other.
std::optional<Zone> find_zone(std::string_view name);
std::string_view name_of(Zone zone);

/// The first year from whose first local second on the zone's rules are right.
std::int32_t rules_from_year(Zone zone);

/// What calendar and clock on a wall show.
struct LocalTime {
    Date day;
    std::int32_t second_of_day; ///< 0..86399

    friend constexpr bool operator==(const LocalTime &, const LocalTime &) = default;
    friend constexpr std::strong_ordering operator<=>(const LocalTime &a, const LocalTime &b) {
        return a.day == b.day ? a.second_of_day <=> b.second_of_day : a.day <=> b.day;
    }
};

/// The instant at which clocks in the zone show this. A time that is skipped in spring is read as
/// if the clocks had not yet been changed, and one that happens twice is the earlier ("compatible"
/// in Temporal): 2:30 of 8 March 2026 in New York is the instant of 3:30.
/// The days never and dawn are the instants never and dawn.
Instant instant_at(Zone zone, LocalTime local);

/// Instants outside the calendar are read as its first and its last second; never and dawn are
/// midnight of the days never and dawn.
LocalTime local_time(Zone zone, Instant at);

/// Reads RFC 3339 with the zone of RFC 9557, seconds optional, from 1900 to 2200:
/// "2013-09-06T13:59[America/Los_Angeles]", "2013-09-06T17:00:30-04:00", "2013-09-06T17:00Z".
/// With an offset and a zone the offset must be the zone's at that instant, and tells the two
/// instants of a doubled time apart; `Z` and `-00:00` say nothing of local time and agree with
/// every zone. Nothing for any other text: fractions, second 60, small letters, other tags.
std::optional<Instant> parse_instant(std::string_view text);

/// "2013-09-06T17:00:30-04:00[America/New_York]", or `never` and `dawn` for the two ends.
std::string to_text(Instant at, Zone zone);

} // namespace offramp
