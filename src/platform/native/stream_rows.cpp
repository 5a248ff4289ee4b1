#include "platform/native/line_results.hpp"

#include "core/ask/published.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

LineResults::LineResults(const LineAnswer &of) : of_(of) {
    // Neither rests on notices that are still to come.
    const Scenario now = without_coming_notices(of.lease, of.scenario, of.as_of);
    const bool has_coming = now != of.scenario;
    LeaseState without;
    if (has_coming) {
        evaluate(of.lease, now, of.as_of, without, UpTo::Payments);
    }
    const LeaseState &state = has_coming ? without : of.state;
    ways_ = ways_out(of.lease, now, state, of.as_of);
    ledger_ = of.ledgers.evaluate(of.lease, now, state, of.as_of);
}

std::string quotable(std::string_view text) {
    constexpr std::size_t most_bytes = 400;
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (most_bytes <= out.size()) {
            return out + "…";
        }
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t size = byte < 0x80                   ? 1
                                 : 0xC2 <= byte && byte < 0xE0 ? 2
                                 : 0xE0 <= byte && byte < 0xF0 ? 3
                                 : 0xF0 <= byte && byte < 0xF5 ? 4
                                                               : 0;
        const std::string_view character = text.substr(i, size);
        const auto follows = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
        const bool is_whole = size != 0 && character.size() == size &&
                              std::all_of(character.begin() + 1, character.end(), follows);
        out += is_whole ? character : replacement;
        i += is_whole ? size : 1;
    }
    return out;
}

std::vector<Finding> first_of(const std::vector<Finding> &findings, Severity severity) {
    constexpr std::size_t most = 20;
    std::vector<Finding> some;
    for (const Finding &finding : findings) {
        if (finding.severity == severity && some.size() < most) {
            some.push_back(finding);
        }
    }
    return some;
}

std::string header_row(StreamLayout layout) {
    return layout == StreamLayout::Csv ? csv_header() : std::string{};
}

std::string answer_row(StreamLayout layout, const LineAnswer &answer) {
    return layout == StreamLayout::Csv ? csv_answer(answer) : ndjson_answer(answer);
}

std::string error_row(StreamLayout layout, std::int64_t line,
                      const std::vector<Finding> &findings) {
    return layout == StreamLayout::Csv ? csv_error(line, findings) : ndjson_error(line, findings);
}

} // namespace offramp
