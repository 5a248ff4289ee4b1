#include "app/words/likely_text.hpp"

#include "app/words/text.hpp"
#include "core/ask/overloaded.hpp"
#include "core/money/money.hpp"

#include <algorithm>
#include <vector>

namespace offramp {

namespace {

constexpr int percent_digits = 4; // a part of a million is a ten-thousandth of a percent

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t comma = text.find(',');
        parts.push_back(text.substr(0, comma));
        if (comma == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(comma + 1);
    }
}

/// "2%", "0.5%" as parts.
std::optional<Parts> percent_in(std::string_view text) {
    if (!text.ends_with('%')) {
        return std::nullopt;
    }
    const auto number = parse_decimal(text.substr(0, text.size() - 1), percent_digits);
    return number ? std::optional{number->minor()} : std::nullopt;
}

std::string percent_of(Parts parts) {
    std::string text = decimal(parts, percent_digits);
    text.erase(text.find_last_not_of('0') + 1);
    return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
}

ParsedLikely not_likely(std::string_view text, const char *expected) {
    return {std::nullopt, "“" + std::string{text.substr(0, 60)} + "” is not " + expected};
}

/// The share of never that may stand at the end.
std::optional<Parts> never_in(const std::vector<std::string_view> &parts, std::size_t place) {
    return place == parts.size()       ? std::optional<Parts>{0}
           : place + 1 == parts.size() ? percent_in(parts[place])
                                       : std::nullopt;
}

ParsedLikely parse_guess(std::string_view text) {
    const std::vector<std::string_view> parts = split(text);
    const auto even = parse_iso(parts.front());
    const auto nine_tenth = parts.size() < 2 ? std::nullopt : parse_iso(parts[1]);
    const auto never = never_in(parts, 2);
    return even && nine_tenth && never
               ? ParsedLikely{Guess{*even, *nine_tenth, *never}, {}}
               : not_likely(text,
                            "a guess; write the day of even odds, the day of nine in ten and, if "
                            "you like, the chance of never: 2026-10-15,2026-11-30,2%.");
}

ParsedLikely parse_evenly(std::string_view text) {
    const std::vector<std::string_view> parts = split(text);
    const std::string_view range = parts.front(); // the dots may stand in another part
    const std::size_t dots = std::min(range.find(".."), range.size());
    const auto first = parse_iso(range.substr(0, dots));
    const auto last = parse_iso(range.substr(std::min(dots + 2, range.size())));
    const auto never = never_in(parts, 1);
    return first && last && never
               ? ParsedLikely{Evenly{*first, *last, *never}, {}}
               : not_likely(text,
                            "a range of days; write 2026-10-01..2026-12-31 and, if you like, the "
                            "chance of never: ,5%.");
}

ParsedLikely parse_months(std::string_view text) {
    Months months;
    const bool is_percent = text.ends_with('%');
    Parts whole = 0;
    for (const std::string_view part : split(text)) {
        const std::size_t colon = std::min(part.find(':'), part.size());
        const std::string_view name = part.substr(0, colon);
        const std::string_view share = part.substr(std::min(colon + 1, part.size()));
        const std::int64_t weight =
            (is_percent ? percent_in(share) : number_in(share)).value_or(-1);
        whole += std::max<Parts>(weight, 0);
        const auto first = parse_iso(std::string{name} + "-01");
        if (weight < 0 || (!first && name != "never")) {
            return not_likely(text, "a list of months and weights; write "
                                    "2026-10:40,2026-11:50,never:10, or %, "
                                    "which add up to 100 %.");
        }
        if (first) {
            months.months.push_back({*first, weight});
        } else {
            months.never = weight;
        }
    }
    if (is_percent && whole != certain) {
        return {std::nullopt, "“" + std::string{text.substr(0, 60)} + "” adds up to " +
                                  percent_of(whole) +
                                  " %; months and never in % are all of 100 %."};
    }
    return {std::move(months), {}};
}

ParsedLikely parse_slips(std::string_view text) {
    Slips slips;
    for (const std::string_view part : split(text.substr(5))) {
        const std::size_t dots = part.find("..");
        const auto least = number_in(part.substr(0, dots));
        const auto most = dots == std::string_view::npos ? least : number_in(part.substr(dots + 2));
        if (!least || !most) {
            return not_likely(text, "a list of days late; write late:0,31,45..60.");
        }
        slips.days.push_back({*least, *most});
    }
    return {std::move(slips), {}};
}

/// Three answers in days.
struct DaysLate {
    std::int64_t even;
    std::int64_t nine_tenth;
    Parts never;
};
std::optional<DaysLate> days_late_in(std::string_view text) {
    constexpr std::int64_t most_late = 2200;
    const std::vector<std::string_view> parts = split(text);
    const auto even = number_in(parts.front());
    const auto nine_tenth = number_in(parts.size() < 2 ? std::string_view{} : parts[1]);
    const auto never = never_in(parts, 2);
    const auto is_fine = [](std::int64_t days) { return 0 <= days && days <= most_late; };
    return even && nine_tenth && never && is_fine(*even) && is_fine(*nine_tenth)
               ? std::optional{DaysLate{*even, *nine_tenth, *never}}
               : std::nullopt;
}

std::string list_of_months(const Months &given) {
    std::string text;
    for (const MonthWeight &month : given.months) {
        text += (text.empty() ? "" : ",") + to_iso(month.first).substr(0, 7) + ":" +
                std::to_string(month.weight);
    }
    if (given.never != 0 || text.empty()) {
        text += (text.empty() ? "never:" : ",never:") + std::to_string(given.never);
    }
    return text;
}

std::string list_of_slips(const Slips &slips) {
    std::string text = "late:";
    for (const Count &days : slips.days) {
        text += (text.size() == 5 ? "" : ",") + std::to_string(days.least) +
                (days.known() ? "" : ".." + std::to_string(days.most));
    }
    return text;
}

std::string never_text(Parts never) { return never == 0 ? "" : "," + percent_of(never) + "%"; }
std::string never_phrase(Parts never) {
    return never == 0 ? "" : ", " + percent_of(never) + " % never";
}

} // namespace

ParsedLikely parse_likely(std::string_view text) {
    return text.starts_with("late:")                   ? parse_slips(text)
           : text.find("..") != std::string_view::npos ? parse_evenly(text)
           : text.find(':') != std::string_view::npos  ? parse_months(text)
                                                       : parse_guess(text);
}

ParsedLateness parse_lateness(std::string_view text) {
    constexpr Date due = Date::from_day_number(0);
    std::optional<Likely> likely;
    if (text.starts_with("late:")) {
        ParsedLikely parsed = parse_slips(text);
        if (!parsed.likely) {
            return {std::nullopt, std::move(parsed.error)};
        }
        likely = std::move(parsed.likely);
    } else if (const auto days = days_late_in(text)) {
        if (days->nine_tenth < days->even) {
            return {std::nullopt, "Nine in ten (" + counted(days->nine_tenth, "day") +
                                      " late) comes before even odds (" +
                                      counted(days->even, "day") +
                                      " late); it is as late or later."};
        }
        likely =
            Guess{Date::from_day_number(static_cast<std::int32_t>(days->even)),
                  Date::from_day_number(static_cast<std::int32_t>(days->nine_tenth)), days->never};
    } else {
        return {std::nullopt,
                not_likely(text, "days late, up to 2,200; write those of even odds, those of nine "
                                 "in ten and, if you like, the chance of never: 30,90,2%.")
                    .error};
    }
    if (std::string wrong = complaint_about(*likely, due); !wrong.empty()) {
        return {std::nullopt, std::move(wrong)};
    }
    return {distribution_of(*likely, due, due), {}};
}

std::string lateness_phrase(std::string_view text) {
    const auto days = days_late_in(text);
    return days ? "even odds by " + counted(days->even, "day") + " late, nine in ten by " +
                      counted(days->nine_tenth, "day") + " late" + never_phrase(days->never)
                : likely_phrase(*parse_slips(text).likely);
}

std::string likely_text(const Likely &likely) {
    return std::visit(Overloaded{[](const Guess &guess) {
                                     return to_iso(guess.even) + "," + to_iso(guess.nine_tenth) +
                                            never_text(guess.never);
                                 },
                                 [](const Evenly &evenly) {
                                     return to_iso(evenly.first) + ".." + to_iso(evenly.last) +
                                            never_text(evenly.never);
                                 },
                                 [](const Months &given) { return list_of_months(given); },
                                 [](const Slips &slips) { return list_of_slips(slips); }},
                      likely);
}

std::string likely_phrase(const Likely &likely) {
    return std::visit(
        Overloaded{[](const Guess &guess) {
                       return "even odds by " + long_date(guess.even) + ", nine in ten by " +
                              long_date(guess.nine_tenth) + never_phrase(guess.never);
                   },
                   [](const Evenly &evenly) {
                       return "evenly " + days_text(evenly.first, evenly.last) +
                              never_phrase(evenly.never);
                   },
                   [](const Months &given) { return "by months: " + list_of_months(given); },
                   [](const Slips &slips) {
                       const auto count = static_cast<std::int64_t>(slips.days.size());
                       return "as late as " + grouped(count) +
                              (count == 1 ? " other delivery" : " other deliveries") +
                              " of the library";
                   }},
        likely);
}

std::string chance_text(Parts least, Parts most) {
    constexpr Parts hundredth = certain / 100;
    const auto nearest = [](Parts parts) { return (parts + hundredth / 2) / hundredth; };
    const std::int64_t from = nearest(least);
    const std::int64_t to = nearest(most);
    if (from != to) {
        return std::to_string(from) + " to " + std::to_string(to) + " in 100";
    }
    return least == certain              ? "certain"
           : most == 0                   ? "no chance"
           : to == 0                     ? "fewer than 1 in 100"
           : from == certain / hundredth ? "more than 99 in 100"
                                         : std::to_string(from) + " in 100";
}

} // namespace offramp
