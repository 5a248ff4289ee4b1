// Figures for the budgets. They are printed, never judged: machines are noisy.
#include "platform/native/commands.hpp"

#include "app/present.hpp"
#include "core/evaluate.hpp"
#include "core/regimes.hpp"
#include "io/read.hpp"
#include "io/write.hpp"
#include "platform/native/files.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace offramp {

namespace {

/// The median of several timed batches, per run, in nanoseconds.
template <typename Work>
std::int64_t nanoseconds_per_run(int runs, Work work) {
    using Clock = std::chrono::steady_clock;
    std::array<std::int64_t, 9> batches{};
    work(); // warm up
    for (std::int64_t &batch : batches) {
        const auto start = Clock::now();
        for (int i = 0; i < runs; ++i) {
            work();
        }
        const auto elapsed = Clock::now() - start;
        batch = std::chrono::duration_cast<std::chrono::nanoseconds>(elapsed).count() / runs;
    }
    std::nth_element(batches.begin(), batches.begin() + 4, batches.end());
    return batches[4];
}

void report(const char *what, std::int64_t nanoseconds, const char *budget) {
    if (nanoseconds < 100'000) {
        std::printf("%-58s %9lld ns   %s\n", what, static_cast<long long>(nanoseconds), budget);
    } else {
        std::printf("%-58s %9lld us   %s\n", what, static_cast<long long>(nanoseconds / 1000),
                    budget);
    }
}

} // namespace

int bench(const Arguments &arguments) {
    const std::string path =
        arguments.empty() ? "assets/leases/spacex-google-2026.json" : arguments[0];
    const auto text = read_file(path);
    if (!text) {
        return 1;
    }
    const ReadResult<Lease> result = read_lease(*text);
    print_findings(path, result.findings);
    if (!result.value) {
        return 1;
    }
    const auto lease = std::make_shared<const Lease>(*result.value);
    const Model model = model_of(lease);
    const Scenario &scenario = model.now.scenario;
    const Date as_of = model.now.as_of;

    LeaseState state;
    report("evaluate one lease",
           nanoseconds_per_run(20'000, [&] { evaluate(*lease, scenario, as_of, state); }),
           "budget 2000 ns native, 1.6 times that in WebAssembly");
    if (!scenario.deliveries.empty()) {
        const std::int64_t first = scenario.deliveries[0].day.least.day_number() - 30;
        std::size_t count = 0;
        report("outcome band over 1,500 days",
               nanoseconds_per_run(
                   20,
                   [&] {
                       count =
                           regimes(*lease, scenario, DeliveryDay{0}, first, first + 1499).size();
                   }),
               "budget 4000 us in WebAssembly");
        std::printf("%-58s %9zu\n", "regimes in it", count);
    }
    Exhibit exhibit;
    report("present: the whole Exhibit", nanoseconds_per_run(50, [&] { exhibit = present(model); }),
           "");
    report("write the Exhibit as JSON",
           nanoseconds_per_run(50, [&] { return write_exhibit(exhibit).size(); }), "");
    report("read the lease document", nanoseconds_per_run(50, [&] { return read_lease(*text); }),
           "");
    std::printf("%-58s %9zu\n", "steps of explanation in one answer", state.reasons.size());
    return 0;
}

} // namespace offramp
