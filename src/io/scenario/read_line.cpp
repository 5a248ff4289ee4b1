#include "io/scenario/read_line.hpp"

#include "io/lease/readers.hpp"
#include "io/lease/repeat.hpp"
#include "io/scenario/question_from.hpp"
#include "io/scenario/scenario_from.hpp"

#include <array>

namespace offramp {

namespace {

LeaseLine line_from(const Cursor &root) {
    const auto lease = root.find("lease");
    if (!lease) {
        return {lease_from(root, Extent::Document), std::nullopt, std::nullopt, {}};
    }
    // A misspelt "scenario" that is passed over would give the answer to another question.
    constexpr std::array<std::string_view, 4> keys = {"lease", "scenario", "question", "as_of"};
    root.expect_keys(keys, Severity::Error);
    LeaseLine line{lease_from(*lease, Extent::Document), std::nullopt, std::nullopt, {}};
    if (!root.clean()) {
        return line; // a scenario is read against a lease that is whole
    }
    if (const auto scenario = root.find("scenario")) {
        Date as_of = line.lease.information_day;
        line.scenario = scenario_from(*scenario, line.lease, as_of);
        if (scenario->find("as_of")) {
            line.as_of = as_of;
        }
    }
    if (const auto day = root.find("as_of")) {
        line.as_of = day->day();
    }
    if (const auto question = root.find("question")) {
        line.question = question_from(*question, line.lease);
    }
    return line;
}

} // namespace

ReadResult<LeaseLine> read_lease_line(std::string_view text) {
    ReadResult<LeaseLine> result;
    if (auto document = parse_json(text, result.findings)) {
        write_out_repeats(*document, result.findings);
        ReadContext context{*document, result.findings};
        LeaseLine line = line_from(Cursor{context, 0});
        if (!has_errors(result.findings)) {
            result.value = std::move(line);
        }
    }
    return result;
}

} // namespace offramp
