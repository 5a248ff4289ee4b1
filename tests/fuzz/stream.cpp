// A line of a stream: answered as `offramp stream` answers it, in both of its layouts.
#include "fuzz/fuzz.hpp"

#include "io/scenario/read_line.hpp"
#include "platform/native/stream_rows.hpp"

using namespace offramp;

int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    ReadResult<LeaseLine> line = read_lease_line(fuzz::text_of(data, size));
    for (const StreamLayout layout : {StreamLayout::Ndjson, StreamLayout::Csv}) {
        if (!line.value) {
            error_row(layout, 1, line.findings);
            continue;
        }
        const Lease &lease = line.value->lease;
        const Date as_of = line.value->as_of.value_or(lease.information_day);
        const Scenario scenario = line.value->scenario.value_or(
            model_of(std::make_shared<const Lease>(lease)).published.scenario);
        LedgerEvaluator ledgers;
        answer_row(layout, {lease, scenario, fuzz::evaluated(lease, scenario, as_of), ledgers,
                            as_of, line.findings, 1});
    }
    return 0;
}
