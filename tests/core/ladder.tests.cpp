// The rungs of a remedy against a naive model that adds them up day by day.
#include "core/evaluate/ladder.hpp"
#include "core/days/date.hpp"
#include "generate/choices.hpp"

#include <catch_amalgamated.hpp>

#include <string>

using namespace offramp;

namespace {

constexpr std::uint64_t ladder_seed = 20'261'130;

Ladder some_ladder(Choices &choices) {
    Ladder ladder;
    std::int64_t after = choices.number(0, 5);
    for (std::int64_t rung = choices.number(1, 4); 0 < rung; --rung) {
        ladder.rates.push_back({after, choices.number(0, 500), choices.number(1, 7)});
        after += choices.number(0, 12);
    }
    ladder.mode = choices.chance(1, 2) ? Rungs::Add : Rungs::Replace;
    ladder.cap = choices.chance(1, 2) ? choices.number(0, 3000) : INT64_MAX;
    return ladder;
}

/// Whether a rung gives something for a day: the first day of delay is number 1.
bool counts_on(const Ladder &ladder, std::size_t rung, std::int64_t day) {
    if (day <= ladder.rates[rung].after) {
        return false;
    }
    const bool is_replaced = ladder.mode == Rungs::Replace && rung + 1 < ladder.rates.size() &&
                             ladder.rates[rung + 1].after < day;
    return !is_replaced;
}

/// Each rung is summed day by day in whole parts, and rounded once.
std::int64_t naive_total(const Ladder &ladder, std::int64_t days) {
    std::int64_t total = 0;
    for (std::size_t rung = 0; rung < ladder.rates.size(); ++rung) {
        std::int64_t parts = 0;
        for (std::int64_t day = 1; day <= days; ++day) {
            parts += counts_on(ladder, rung, day) ? ladder.rates[rung].numerator : 0;
        }
        const std::int64_t divisor = ladder.rates[rung].divisor;
        total += (2 * parts + divisor) / (2 * divisor); // half up; no part is below nothing
    }
    return total < ladder.cap ? total : ladder.cap;
}

std::string text_of(const Ladder &ladder) {
    std::string text = ladder.mode == Rungs::Add ? "add" : "replace";
    for (const Rate &rate : ladder.rates) {
        text += ", after " + std::to_string(rate.after) + ": " + std::to_string(rate.numerator) +
                "/" + std::to_string(rate.divisor);
    }
    return text + ", cap " + std::to_string(ladder.cap);
}

} // namespace

TEST_CASE("Days on a ladder come to what adding them one by one does", "[ladder]") {
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        Choices choices{ladder_seed + i};
        const Ladder ladder = some_ladder(choices);
        for (std::int64_t days = 0; days <= 60; days += choices.number(1, 9)) {
            INFO(text_of(ladder) << "; " << days << " days");
            REQUIRE(total_of(ladder, days) == naive_total(ladder, days));
        }
    }
}

TEST_CASE("The days to a cap are the fewest that come to it", "[ladder]") {
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        Choices choices{ladder_seed + i};
        const Ladder ladder = some_ladder(choices);
        const std::int64_t most = choices.number(0, 80);
        const std::int64_t cap = choices.number(0, 4000);
        std::int64_t fewest = 0;
        while (fewest < most && naive_total(ladder, fewest) < cap) {
            ++fewest;
        }
        INFO(text_of(ladder) << "; " << cap << ", at most " << most);
        REQUIRE(days_to_cap(ladder, cap, most) == fewest);
    }
}

TEST_CASE("More days on a ladder never come to less", "[ladder]") {
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        Choices choices{ladder_seed + i};
        const Ladder ladder = some_ladder(choices);
        std::int64_t before = 0;
        for (std::int64_t days = 0; days <= 60; ++days) {
            const std::int64_t now = total_of(ladder, days);
            INFO(text_of(ladder) << "; " << days << " days");
            REQUIRE(before <= now);
            before = now;
        }
    }
}

TEST_CASE("Endless days on a ladder come to its cap, or to what its rungs give", "[ladder]") {
    for (std::uint64_t i = 0; i < 20'000; ++i) {
        Choices choices{ladder_seed + i};
        const Ladder ladder = some_ladder(choices);
        bool goes_on = false;
        for (std::size_t rung = 0; rung < ladder.rates.size(); ++rung) {
            goes_on =
                goes_on || (counts_on(ladder, rung, 1'000) && 0 < ladder.rates[rung].numerator);
        }
        INFO(text_of(ladder));
        REQUIRE(total_of(ladder, endless) == (goes_on ? ladder.cap : naive_total(ladder, 1'000)));
    }
}
