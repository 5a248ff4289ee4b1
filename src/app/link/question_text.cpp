#include "app/link/question_text.hpp"

#include "app/words/likely_text.hpp"
#include "app/words/text.hpp"
#include "core/money/money.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::string_view of_tranche = "likely.";
constexpr std::size_t most_found = 60; // characters of a value that a sentence repeats

std::string refused(std::string_view name, const std::string &expected, std::string_view found) {
    return joined({name, " takes ", expected, "; found ", found.substr(0, most_found), "."});
}

/// In ten-thousandths; nothing for what is no price, is below zero or above 1,000,000.
std::optional<std::int64_t> price_in(std::string_view text) {
    const auto price = parse_decimal(text, price_digits);
    return price && 0 <= price->minor() && price->minor() <= most_price
               ? std::optional{price->minor()}
               : std::nullopt;
}

std::string take_likely(Question &question, std::string_view tranche, std::string_view value) {
    ParsedLikely parsed = parse_likely(value);
    if (parsed.likely) {
        question.likely.push_back({std::string{tranche}, std::move(*parsed.likely)});
    }
    return parsed.error;
}

/// "gap=30".
struct Word {
    std::string_view name;
    std::string_view value;
    std::string_view all;
};

std::vector<Word> words_of_link(std::string_view fragment) {
    std::vector<Word> words;
    while (!fragment.empty()) {
        const std::size_t end = std::min(fragment.find('&'), fragment.size());
        const std::string_view word = fragment.substr(0, end);
        fragment.remove_prefix(std::min(end + 1, fragment.size()));
        const std::size_t equals = std::min(word.find('='), word.size());
        words.push_back(
            {word.substr(0, equals), word.substr(std::min(equals + 1, word.size())), word});
    }
    return words;
}

} // namespace

bool asks(std::string_view name) {
    constexpr std::array<std::string_view, 5> names = {"likely", "slipping", "elsewhere", "gap",
                                                       "extra"};
    return name.starts_with(of_tranche) ||
           std::find(names.begin(), names.end(), name) != names.end();
}

std::string ask(Question &question, std::string_view name, std::string_view value,
                const std::string &currency) {
    if (name == "likely") {
        return take_likely(question, {}, value);
    }
    if (name.starts_with(of_tranche)) {
        return take_likely(question, name.substr(of_tranche.size()), value);
    }
    if (name == "slipping") {
        const bool is_apart = value == "apart";
        question.slipping = is_apart ? Slipping::Apart : Slipping::Together;
        return is_apart || value == "together" ? "" : refused(name, "together or apart", value);
    }
    if (name == "elsewhere") {
        const auto price = price_in(value);
        if (price) {
            question.elsewhere = Elsewhere{*price, 0, Money::zero()};
        }
        return price ? ""
                     : refused(name,
                               "the price of one unit for one hour, such as 6.00, with at most "
                               "four decimals",
                               value);
    }
    if (!question.elsewhere) {
        return joined({name, " comes after elsewhere, the price that it belongs to."});
    }
    if (name == "gap") {
        const auto days = number_in(value);
        if (!days || *days < 0 || most_gap_days < *days) {
            return refused(name, "a number of days up to 3,650", value);
        }
        question.elsewhere->gap_days = *days;
        return {};
    }
    const auto amount = parse_decimal(value, minor_digits(currency));
    if (!amount || *amount < Money::zero()) {
        return refused(name, "an amount in " + currency, value);
    }
    question.elsewhere->extra = *amount;
    return {};
}

ReadQuestion read_question(std::string_view fragment, const std::string &currency) {
    ReadQuestion read;
    for (const Word &word : words_of_link(fragment)) {
        if (read.error.empty() && asks(word.name)) {
            read.error = ask(read.question, word.name, word.value, currency);
        }
    }
    return read;
}

std::string without_question(std::string_view fragment) {
    std::string rest;
    for (const Word &word : words_of_link(fragment)) {
        if (!asks(word.name)) {
            rest += (rest.empty() ? "" : "&") + std::string{word.all};
        }
    }
    return rest;
}

} // namespace offramp
