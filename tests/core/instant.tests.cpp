#include "core/days/instant.hpp"

#include <catch_amalgamated.hpp>

#include <vector>

using namespace offramp;

namespace {

static_assert(Instant::dawn() < Instant{0} && Instant{0} < Instant::never());
static_assert(Instant{} == Instant::dawn());
static_assert(Instant{0}.is_instant() && !Instant::never().is_instant());
static_assert(LocalTime{"2026-03-08"_date, 1} < LocalTime{"2026-03-08"_date, 2});
static_assert(LocalTime{"2026-03-08"_date, 86399} < LocalTime{"2026-03-09"_date, 0});

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 86400;

std::vector<Zone> all_zones() {
    std::vector<Zone> zones;
    for (std::uint8_t i = 0; i < zone_count; ++i) {
        zones.push_back(Zone{i});
    }
    return zones;
}

/// What a clock shows, as if it were UTC: unlike an instant it may jump and fall back.
std::int64_t shown(Zone zone, std::int64_t seconds) {
    const LocalTime local = local_time(zone, Instant{seconds});
    return local.day.day_number() * day + local.second_of_day;
}
std::int64_t offset(Zone zone, std::int64_t seconds) { return shown(zone, seconds) - seconds; }
LocalTime showing(std::int64_t seconds) { return local_time(Zone::Utc, Instant{seconds}); }

std::int64_t utc(Date date) { return date.day_number() * day; }
std::int64_t new_year(int year) {
    return utc(*Date::from_ymd(std::chrono::year{year} / std::chrono::January / 1));
}

/// A change of the clocks: the first second of the new offset.
struct Change {
    Zone zone;
    std::int64_t at;
    std::int64_t before;
    std::int64_t after;

    bool is_skipped(std::int64_t local) const { return at + before <= local && local < at + after; }
    bool is_doubled(std::int64_t local) const { return at + after <= local && local < at + before; }
};

/// Every change from the first year of a zone's rules to 2200, found by asking day after day.
std::vector<Change> changes_of(Zone zone) {
    std::vector<Change> found;
    // The years begin in a place before or after they begin in UTC, but no change is that near.
    const std::int64_t last = new_year(2201);
    for (std::int64_t eve = new_year(rules_from_year(zone)) + day; eve < last; eve += day) {
        std::int64_t low = eve;
        std::int64_t high = eve + day;
        if (offset(zone, low) == offset(zone, high)) {
            continue;
        }
        while (1 < high - low) {
            const std::int64_t middle = low + (high - low) / 2;
            (offset(zone, middle) == offset(zone, low) ? low : high) = middle;
        }
        found.push_back({zone, high, offset(zone, low), offset(zone, high)});
    }
    return found;
}

/// Visits every quarter of an hour within five hours of every change of every zone, and the seconds
/// about it.
template <typename Visit>
void near_each_change(Visit visit) {
    for (const Zone zone : all_zones()) {
        for (const Change &change : changes_of(zone)) {
            for (std::int64_t apart = -5 * hour; apart <= 5 * hour; apart += hour / 4) {
                for (const std::int64_t more : {-1, 0, 1}) {
                    visit(change, apart + more);
                }
            }
        }
    }
}

/// The instant of a text that must be one.
Instant instant(std::string_view text) {
    const auto read = parse_instant(text);
    INFO(text);
    CHECK(read);
    return read.value_or(Instant::dawn());
}

} // namespace

TEST_CASE("V77: a clock time elsewhere meets a deadline in New York by its instant",
          "[core][instant]") {
    struct Row {
        const char *why;
        const char *event;
        bool is_in_time;
        bool is_within_the_minute;
    };
    const auto row = GENERATE(
        Row{"16:59 in New York", "2013-09-06T13:59[America/Los_Angeles]", true, true},
        Row{"19:30 in New York", "2013-09-06T16:30[America/Los_Angeles]", false, false},
        Row{"late if 5:00 p.m. is a point", "2013-09-06T17:00:30[America/New_York]", false, true},
        Row{"at the point itself", "2013-09-06T17:00[America/New_York]", true, true},
        Row{"the minute is over", "2013-09-06T17:01[America/New_York]", false, false});
    INFO(row.why);
    const Instant deadline = instant("2013-09-06T17:00[America/New_York]");
    CHECK(to_text(deadline, Zone::NewYork) == "2013-09-06T17:00:00-04:00[America/New_York]");
    CHECK((instant(row.event) <= deadline) == row.is_in_time);
    CHECK((instant(row.event) < Instant{deadline.seconds + 60}) == row.is_within_the_minute);
}

TEST_CASE("Clocks change when the tz database says", "[core][instant]") {
    struct Row {
        const char *why;
        Zone zone;
        const char *at;     ///< UTC
        const char *before; ///< shown a second earlier
        const char *after;  ///< shown then
    };
    const auto row = GENERATE(
        Row{"last Sunday of April until 1986", Zone::NewYork, "1983-04-24T07:00Z",
            "1983-04-24T01:59:59-05:00[America/New_York]",
            "1983-04-24T03:00:00-04:00[America/New_York]"},
        Row{"first Sunday of April from 1987", Zone::Chicago, "1987-04-05T08:00Z",
            "1987-04-05T01:59:59-06:00[America/Chicago]",
            "1987-04-05T03:00:00-05:00[America/Chicago]"},
        Row{"last Sunday of October until 2006", Zone::Denver, "2006-10-29T08:00Z",
            "2006-10-29T01:59:59-06:00[America/Denver]",
            "2006-10-29T01:00:00-07:00[America/Denver]"},
        Row{"second Sunday of March from 2007", Zone::LosAngeles, "2007-03-11T10:00Z",
            "2007-03-11T01:59:59-08:00[America/Los_Angeles]",
            "2007-03-11T03:00:00-07:00[America/Los_Angeles]"},
        Row{"first Sunday of November from 2007", Zone::Toronto, "2007-11-04T06:00Z",
            "2007-11-04T01:59:59-04:00[America/Toronto]",
            "2007-11-04T01:00:00-05:00[America/Toronto]"},
        Row{"the continent went back in September until 1995", Zone::Paris, "1990-09-30T01:00Z",
            "1990-09-30T02:59:59+02:00[Europe/Paris]", "1990-09-30T02:00:00+01:00[Europe/Paris]"},
        Row{"and in October since 1996", Zone::Berlin, "1996-10-27T01:00Z",
            "1996-10-27T02:59:59+02:00[Europe/Berlin]", "1996-10-27T02:00:00+01:00[Europe/Berlin]"},
        Row{"all Europe changes at one instant", Zone::Helsinki, "2026-03-29T01:00Z",
            "2026-03-29T02:59:59+02:00[Europe/Helsinki]",
            "2026-03-29T04:00:00+03:00[Europe/Helsinki]"},
        Row{"the day after the fourth Saturday of October", Zone::London, "1989-10-29T01:00Z",
            "1989-10-29T01:59:59+01:00[Europe/London]", "1989-10-29T01:00:00+00:00[Europe/London]"},
        Row{"the fourth Sunday of October", Zone::Dublin, "1995-10-22T01:00Z",
            "1995-10-22T01:59:59+01:00[Europe/Dublin]", "1995-10-22T01:00:00+00:00[Europe/Dublin]"},
        Row{"third Sunday of March until 1989", Zone::Sydney, "1989-03-18T16:00Z",
            "1989-03-19T02:59:59+11:00[Australia/Sydney]",
            "1989-03-19T02:00:00+10:00[Australia/Sydney]"},
        Row{"early for the Olympic Games", Zone::Sydney, "2000-08-26T16:00Z",
            "2000-08-27T01:59:59+10:00[Australia/Sydney]",
            "2000-08-27T03:00:00+11:00[Australia/Sydney]"},
        Row{"late for the Commonwealth Games", Zone::Sydney, "2006-04-01T16:00Z",
            "2006-04-02T02:59:59+11:00[Australia/Sydney]",
            "2006-04-02T02:00:00+10:00[Australia/Sydney]"},
        Row{"first Sunday of October from 2008", Zone::Sydney, "2008-10-04T16:00Z",
            "2008-10-05T01:59:59+10:00[Australia/Sydney]",
            "2008-10-05T03:00:00+11:00[Australia/Sydney]"},
        Row{"by the last rule for ever", Zone::NewYork, "2200-03-09T07:00Z",
            "2200-03-09T01:59:59-05:00[America/New_York]",
            "2200-03-09T03:00:00-04:00[America/New_York]"});
    INFO(row.why);
    const Instant at = instant(row.at);
    CHECK(to_text(Instant{at.seconds - 1}, row.zone) == row.before);
    CHECK(to_text(at, row.zone) == row.after);
}

TEST_CASE("Zones without summer time show the same offset in every season", "[core][instant]") {
    struct Row {
        Zone zone;
        const char *noon; ///< of 2026-07-01 there
    };
    const auto row = GENERATE(Row{Zone::Utc, "2026-07-01T12:00:00+00:00[UTC]"},
                              Row{Zone::Phoenix, "2026-07-01T12:00:00-07:00[America/Phoenix]"},
                              Row{Zone::Tokyo, "2026-07-01T12:00:00+09:00[Asia/Tokyo]"},
                              Row{Zone::Singapore, "2026-07-01T12:00:00+08:00[Asia/Singapore]"},
                              Row{Zone::HongKong, "2026-07-01T12:00:00+08:00[Asia/Hong_Kong]"},
                              Row{Zone::Kolkata, "2026-07-01T12:00:00+05:30[Asia/Kolkata]"},
                              Row{Zone::Dubai, "2026-07-01T12:00:00+04:00[Asia/Dubai]"});
    const Instant noon = instant_at(row.zone, {"2026-07-01"_date, 12 * 3600});
    CHECK(to_text(noon, row.zone) == row.noon);
    CHECK(changes_of(row.zone).empty());
}

TEST_CASE("A skipped time is read with the clock not yet changed, a doubled one is the earlier",
          "[core][instant]") {
    struct Row {
        const char *why;
        const char *local;
        const char *expected;
    };
    const auto row =
        GENERATE(Row{"2:30 did not exist", "2026-03-08T02:30[America/New_York]",
                     "2026-03-08T03:30:00-04:00[America/New_York]"},
                 Row{"the first skipped second", "2026-03-08T02:00:00[America/New_York]",
                     "2026-03-08T03:00:00-04:00[America/New_York]"},
                 Row{"the last skipped second", "2026-03-08T02:59:59[America/New_York]",
                     "2026-03-08T03:59:59-04:00[America/New_York]"},
                 Row{"the second before", "2026-03-08T01:59:59[America/New_York]",
                     "2026-03-08T01:59:59-05:00[America/New_York]"},
                 Row{"1:30 came twice", "2026-11-01T01:30[America/New_York]",
                     "2026-11-01T01:30:00-04:00[America/New_York]"},
                 Row{"told apart by its offset", "2026-11-01T01:30-05:00[America/New_York]",
                     "2026-11-01T01:30:00-05:00[America/New_York]"},
                 Row{"2:00 came once", "2026-11-01T02:00[America/New_York]",
                     "2026-11-01T02:00:00-05:00[America/New_York]"},
                 Row{"skipped south of the equator", "2026-10-04T02:15[Australia/Sydney]",
                     "2026-10-04T03:15:00+11:00[Australia/Sydney]"},
                 Row{"doubled south of the equator", "2026-04-05T02:15[Australia/Sydney]",
                     "2026-04-05T02:15:00+11:00[Australia/Sydney]"},
                 Row{"skipped in London", "2026-03-29T01:00[Europe/London]",
                     "2026-03-29T02:00:00+01:00[Europe/London]"});
    INFO(row.why);
    const std::string_view text = row.local;
    const auto zone = find_zone(text.substr(text.find('[') + 1, text.size() - text.find('[') - 2));
    CHECK(to_text(instant(text), zone.value_or(Zone::Utc)) == row.expected);
}

TEST_CASE("Clocks change twice a year, on a Sunday, by an hour there and back",
          "[core][instant][law]") {
    for (const Zone zone : all_zones()) {
        INFO(name_of(zone));
        const auto changes = changes_of(zone);
        const int years = 2201 - rules_from_year(zone);
        CHECK((changes.empty() || static_cast<int>(changes.size()) == 2 * years));
        int wrong = 0;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const Change &change = changes[i];
            const Date there = showing(change.at + change.before).day;
            const bool is_sunday =
                std::chrono::weekday{std::chrono::sys_days{there.ymd()}} == std::chrono::Sunday;
            const bool is_back = i == 0 || changes[i - 1].before == change.after;
            const std::int64_t by = change.after - change.before;
            wrong += is_sunday && is_back && (by == hour || by == -hour) ? 0 : 1;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("What a clock shows leads back to its instant, except in the second of a doubled hour",
          "[core][instant][law]") {
    int wrong = 0;
    near_each_change([&](const Change &change, std::int64_t apart) {
        const std::int64_t at = change.at + apart;
        const std::int64_t local = shown(change.zone, at);
        const bool is_second = change.at <= at && change.is_doubled(local);
        const Instant back = instant_at(change.zone, showing(local));
        wrong += back == Instant{is_second ? at - hour : at} ? 0 : 1;
    });
    CHECK(wrong == 0);
}

TEST_CASE("An instant shows the local time that it was made of, an hour more if it was skipped",
          "[core][instant][law]") {
    int wrong = 0;
    int skipped = 0;
    near_each_change([&](const Change &change, std::int64_t apart) {
        const std::int64_t local = change.at + change.before + apart;
        const Instant at = instant_at(change.zone, showing(local));
        const bool is_skipped = change.is_skipped(local);
        skipped += is_skipped ? 1 : 0;
        wrong += shown(change.zone, at.seconds) == local + (is_skipped ? hour : 0) ? 0 : 1;
        // In doubt the earlier: an hour before, the clock showed something else.
        wrong += shown(change.zone, at.seconds - hour) != local ? 0 : 1;
    });
    CHECK(wrong == 0);
    CHECK(0 < skipped);
}

TEST_CASE("A later time on the same clock is a later instant, unless it was skipped",
          "[core][instant][law]") {
    int wrong = 0;
    near_each_change([&](const Change &change, std::int64_t apart) {
        const std::int64_t local = change.at + change.before + apart;
        const Instant at = instant_at(change.zone, showing(local));
        const Instant next = instant_at(change.zone, showing(local + 1));
        const bool leaves_gap = change.is_skipped(local) && !change.is_skipped(local + 1);
        wrong += (at < next) != leaves_gap ? 0 : 1;
    });
    CHECK(wrong == 0);
}

TEST_CASE("Reading what was written of an instant gives the same instant", "[core][instant][law]") {
    int wrong = 0;
    near_each_change([&](const Change &change, std::int64_t apart) {
        const Instant at{change.at + apart};
        wrong += parse_instant(to_text(at, change.zone)) == at ? 0 : 1;
    });
    CHECK(wrong == 0);
}

TEST_CASE("An instant is read with a zone, an offset, or both", "[core][instant]") {
    struct Row {
        const char *why;
        const char *text;
        std::int64_t seconds;
    };
    constexpr std::int64_t five = 1378501200; // 2013-09-06T21:00:00Z
    const auto row = GENERATE(
        Row{"the epoch", "1970-01-01T00:00Z", 0},
        Row{"a second before it", "1969-12-31T23:59:59Z", -1},
        Row{"UTC", "2013-09-06T21:00:00Z", five}, Row{"an offset", "2013-09-06T17:00-04:00", five},
        Row{"an offset with minutes", "2013-09-07T02:30+05:30", five},
        Row{"a zone", "2013-09-06T17:00[America/New_York]", five},
        Row{"both, agreeing", "2013-09-06T17:00:00-04:00[America/New_York]", five},
        Row{"Z says nothing of local time", "2013-09-06T21:00Z[America/New_York]", five},
        Row{"nor does -00:00", "2013-09-06T21:00-00:00[America/New_York]", five},
        Row{"-00:00 alone", "2013-09-06T21:00-00:00", five},
        Row{"the zone UTC", "2013-09-06T21:00[UTC]", five},
        Row{"the last second", "2013-09-06T16:59:59[America/New_York]", five - 1},
        Row{"the first year", "1900-01-01T00:00Z", -2208988800},
        Row{"the last year", "2200-12-31T23:59:59Z", 7289654399});
    INFO(row.why);
    CHECK(instant(row.text).seconds == row.seconds);
}

TEST_CASE("Texts that are not one instant are refused", "[core][instant]") {
    struct Row {
        const char *why;
        const char *text;
    };
    const auto row = GENERATE(
        Row{"empty", ""}, Row{"a day is no instant", "2013-09-06"},
        Row{"no time", "2013-09-06T[America/New_York]"},
        Row{"neither zone nor offset", "2013-09-06T17:00"},
        Row{"the offset contradicts the zone", "2013-09-06T17:00-05:00[America/New_York]"},
        Row{"+00:00 contradicts, unlike Z", "2013-09-06T17:00+00:00[America/New_York]"},
        Row{"a skipped time has no offset", "2026-03-08T02:30-05:00[America/New_York]"},
        Row{"nor the other one", "2026-03-08T02:30-04:00[America/New_York]"},
        Row{"no such day", "2027-02-29T12:00Z"}, Row{"24:00", "2013-09-06T24:00Z"},
        Row{"minute 60", "2013-09-06T17:60Z"}, Row{"second 60", "2016-12-31T23:59:60Z"},
        Row{"a fraction", "2013-09-06T17:00:00.5Z"}, Row{"a comma", "2013-09-06T17:00:00,5Z"},
        Row{"hours alone", "2013-09-06T17Z"}, Row{"one digit", "2013-09-06T9:00Z"},
        Row{"one digit of seconds", "2013-09-06T17:00:5Z"},
        Row{"an empty second", "2013-09-06T17:00:Z"}, Row{"a space for T", "2013-09-06 17:00Z"},
        Row{"a small t", "2013-09-06t17:00Z"}, Row{"a small z", "2013-09-06T17:00z"},
        Row{"before 1900", "1899-12-31T23:59Z"}, Row{"after 2200", "2201-01-01T00:00Z"},
        Row{"an offset without minutes", "2013-09-06T17:00-04"},
        Row{"an offset without colon", "2013-09-06T17:00-0400"},
        Row{"offset of a day", "2013-09-06T17:00+24:00"},
        Row{"offset minute 60", "2013-09-06T17:00+01:60"}, Row{"two offsets", "2013-09-06T17:00ZZ"},
        Row{"two signs", "2013-09-06T17:00+-04:00"},
        Row{"an unknown zone", "2013-09-06T17:00[America/Atlanta]"},
        Row{"an alias", "2013-09-06T17:00[US/Eastern]"},
        Row{"another case", "2013-09-06T17:00[america/new_york]"},
        Row{"an offset as a zone", "2013-09-06T17:00[+01:00]"},
        Row{"no name", "2013-09-06T17:00[]"}, Row{"an open bracket", "2013-09-06T17:00["},
        Row{"an unclosed zone", "2013-09-06T17:00Z[UTC"},
        Row{"closed by something else", "2013-09-06T17:00Z[UTC)"},
        Row{"a closing bracket", "2013-09-06T17:00]"},
        Row{"two zones", "2013-09-06T17:00[UTC][UTC]"},
        Row{"a calendar", "2013-09-06T17:00[UTC][u-ca=iso8601]"},
        Row{"a critical zone", "2013-09-06T17:00[!UTC]"},
        Row{"a space after", "2013-09-06T17:00Z "}, Row{"a space before", " 2013-09-06T17:00Z"},
        Row{"a sign of the year", "+002013-09-06T17:00Z"}, Row{"without dashes", "20130906T1700Z"},
        Row{"an end", "never"});
    INFO(row.why);
    CHECK_FALSE(parse_instant(row.text));
    // Nor does any beginning of it do harm.
    for (std::string text = row.text; !text.empty(); text.pop_back()) {
        const auto read = parse_instant(text);
        CHECK((!read || read->is_instant()));
    }
}

TEST_CASE("No beginning of a text is mistaken for the whole", "[core][instant]") {
    const std::string whole = "2013-09-06T17:00:30-04:00[America/New_York]";
    for (std::size_t size = 0; size < whole.size(); ++size) {
        INFO(whole.substr(0, size));
        const bool is_whole = size == 25; // up to the offset, which is enough
        CHECK(parse_instant(whole.substr(0, size)).has_value() == is_whole);
    }
}

TEST_CASE("Every zone is found by its own name and by no other", "[core][instant]") {
    for (const Zone zone : all_zones()) {
        INFO(name_of(zone));
        CHECK(find_zone(name_of(zone)) == zone);
        CHECK(1900 <= rules_from_year(zone));
        CHECK(rules_from_year(zone) <= 1990);
    }
    CHECK_FALSE(find_zone(""));
    CHECK_FALSE(find_zone("utc"));
    CHECK_FALSE(find_zone("Europe/Lond"));
    CHECK_FALSE(find_zone("Europe/London "));
}

TEST_CASE("Before a zone's rules its oldest one is kept, then its standard time",
          "[core][instant]") {
    struct Row {
        const char *why;
        Zone zone;
        Date day;
        const char *noon;
    };
    const auto row = GENERATE(Row{"in truth it was summer time", Zone::NewYork, "1975-07-01"_date,
                                  "1975-07-01T12:00:00-05:00[America/New_York]"},
                              Row{"Helsinki's hours were others", Zone::Helsinki, "1981-07-01"_date,
                                  "1981-07-01T12:00:00+03:00[Europe/Helsinki]"},
                              Row{"in truth 7:20 ahead", Zone::Singapore, "1933-07-01"_date,
                                  "1933-07-01T12:00:00+08:00[Asia/Singapore]"});
    INFO(row.why);
    CHECK(to_text(instant_at(row.zone, {row.day, 12 * 3600}), row.zone) == row.noon);
}

TEST_CASE("The ends and the edges of the calendar stay what they are", "[core][instant]") {
    for (const Zone zone : all_zones()) {
        INFO(name_of(zone));
        CHECK(instant_at(zone, {Date::never(), 0}) == Instant::never());
        CHECK(instant_at(zone, {Date::dawn(), 86399}) == Instant::dawn());
        CHECK(local_time(zone, Instant::never()) == LocalTime{Date::never(), 0});
        CHECK(local_time(zone, Instant::dawn()) == LocalTime{Date::dawn(), 0});
        CHECK(to_text(Instant::never(), zone) == "never");
        CHECK(to_text(Instant::dawn(), zone) == "dawn");
        CHECK(instant_at(zone, {"9999-12-31"_date, 86399}).is_instant());
        CHECK(instant_at(zone, {"0001-01-01"_date, 0}).is_instant());
        CHECK(local_time(zone, Instant{INT64_MAX - 1}).day == "9999-12-31"_date);
        CHECK(local_time(zone, Instant{INT64_MIN + 1}).day == "0001-01-01"_date);
    }
    CHECK(to_text(Instant{INT64_MAX - 1}, Zone::Utc) == "9999-12-31T23:59:59+00:00[UTC]");
    CHECK(to_text(Instant{INT64_MIN + 1}, Zone::Utc) == "0001-01-01T00:00:00+00:00[UTC]");
}
