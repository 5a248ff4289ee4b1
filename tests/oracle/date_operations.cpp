// Answers operations on days and instants, one a line on standard input, one result a line on
// standard output, so that another implementation can be held against ours (temporal.mjs).
//
//   add_days 2026-09-30 -45                    2026-08-16
//   add_months sticky 2026-09-30 1             2026-10-31     (clip, sticky, next_month)
//   days_between 2026-09-30 2026-10-31         31
//   weekday 2026-09-30                         3              (Monday is 1)
//   first_of_month, last_of_month 2026-09-30   2026-09-01, 2026-09-30
//   parse_iso 2027-02-29                       nothing
//   instant_at UTC 1970-01-02T00:00:01         86401
//   local_time Asia/Tokyo 0                    1970-01-01T09:00:00
//   to_text Asia/Tokyo 0                       1970-01-01T09:00:00+09:00[Asia/Tokyo]
//   parse_instant 1970-01-01T00:01Z            60
//   zones                                      UTC 1900 America/New_York 1976 ...
//
// What it does not understand it answers with `refused`.
#include "core/days/date.hpp"
#include "core/days/instant.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

using namespace offramp;

namespace {

constexpr std::string_view refused = "refused";

/// Takes the text up to the next space off the front.
std::string_view word(std::string_view &rest) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view taken = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return taken;
}

std::optional<std::int64_t> number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                    : std::nullopt;
}

std::optional<MonthEnd> month_end(std::string_view text) {
    if (text == "clip") {
        return MonthEnd::Clip;
    }
    if (text == "sticky") {
        return MonthEnd::Sticky;
    }
    return text == "next_month" ? std::optional{MonthEnd::NextMonth} : std::nullopt;
}

/// Reads exactly `YYYY-MM-DDTHH:MM:SS`.
std::optional<LocalTime> local_from(std::string_view text) {
    if (text.size() != 19 || text[10] != 'T') {
        return std::nullopt;
    }
    const auto day = parse_iso(text.substr(0, 10));
    const auto hour = number(text.substr(11, 2));
    const auto minute = number(text.substr(14, 2));
    const auto second = number(text.substr(17, 2));
    if (!day || !hour || !minute || !second) {
        return std::nullopt;
    }
    return LocalTime{*day, static_cast<std::int32_t>(*hour * 3600 + *minute * 60 + *second)};
}

std::string text_of(LocalTime local) {
    std::array<char, 32> clock{};
    std::snprintf(clock.data(), clock.size(), "T%02d:%02d:%02d", local.second_of_day / 3600,
                  local.second_of_day / 60 % 60, local.second_of_day % 60);
    return to_iso(local.day) + clock.data();
}

std::string of_text(std::string_view operation, std::string_view text) {
    if (operation == "parse_iso") {
        const auto day = parse_iso(text);
        return day ? to_iso(*day) : "nothing";
    }
    const auto instant = parse_instant(text);
    return instant ? std::to_string(instant->seconds) : "nothing";
}

std::string of_zone(std::string_view operation, std::string_view rest) {
    const auto zone = find_zone(word(rest));
    if (!zone) {
        return std::string{refused};
    }
    if (operation == "instant_at") {
        const auto local = local_from(rest);
        return local ? std::to_string(instant_at(*zone, *local).seconds) : std::string{refused};
    }
    const auto seconds = number(rest);
    if (!seconds) {
        return std::string{refused};
    }
    return operation == "to_text" ? to_text(Instant{*seconds}, *zone)
                                  : text_of(local_time(*zone, Instant{*seconds}));
}

std::string of_months(std::string_view rest) {
    const auto policy = month_end(word(rest));
    const auto day = parse_iso(word(rest));
    const auto months = number(rest);
    return policy && day && months ? to_iso(add_months(*day, *months, *policy))
                                   : std::string{refused};
}

std::string of_days(std::string_view operation, std::string_view rest) {
    const auto day = parse_iso(word(rest));
    if (!day) {
        return std::string{refused};
    }
    if (operation == "weekday") {
        const std::chrono::weekday weekday{std::chrono::sys_days{day->ymd()}};
        return std::to_string(weekday.iso_encoding());
    }
    if (operation == "first_of_month") {
        return to_iso(first_of_month(*day));
    }
    if (operation == "last_of_month") {
        return to_iso(last_of_month(*day));
    }
    if (operation == "days_between") {
        const auto other = parse_iso(rest);
        return other ? std::to_string(days_between(*day, *other)) : std::string{refused};
    }
    const auto days = number(rest);
    return operation == "add_days" && days ? to_iso(add_days(*day, *days)) : std::string{refused};
}

std::string all_zones() {
    std::string out;
    for (std::uint8_t i = 0; i < zone_count; ++i) {
        out += i == 0 ? "" : " ";
        out += name_of(Zone{i});
        out += ' ' + std::to_string(rules_from_year(Zone{i}));
    }
    return out;
}

std::string answer(std::string_view line) {
    const std::string_view operation = word(line);
    if (operation == "zones") {
        return all_zones();
    }
    if (operation == "parse_iso" || operation == "parse_instant") {
        return of_text(operation, line);
    }
    if (operation == "instant_at" || operation == "local_time" || operation == "to_text") {
        return of_zone(operation, line);
    }
    return operation == "add_months" ? of_months(line) : of_days(operation, line);
}

} // namespace

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::string line;
    while (std::getline(std::cin, line)) {
        std::cout << answer(line) << '\n';
    }
    return 0;
}
