// Figures for the budgets. They are printed, never judged: machines are noisy.
#include "platform/native/commands.hpp"

#include "app/view/present.hpp"
#include "core/ask/published.hpp"
#include "core/ask/regimes.hpp"
#include "core/evaluate/evaluate.hpp"
#include "generate/generate.hpp"
#include "io/exhibit/write_exhibit.hpp"
#include "io/lease/read_lease.hpp"
#include "platform/native/files.hpp"

#include <algorithm>
#include <array>
#include <charconv>
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

/// Resident memory of this process in MiB; 0 where the system does not say.
std::int64_t resident_mebibytes() {
    std::int64_t pages = 0;
    if (std::FILE *file = std::fopen("/proc/self/statm", "r")) {
        long long total = 0;
        long long resident = 0;
        if (std::fscanf(file, "%lld %lld", &total, &resident) == 2) {
            pages = resident;
        }
        std::fclose(file);
    }
    return pages * 4096 / (1024 * 1024);
}

/// FNV-1a over what an answer says in numbers: equal on every platform, or something is wrong.
class Digest {
  public:
    void add(std::int64_t number) {
        for (int byte = 0; byte < 8; ++byte) {
            value_ ^= static_cast<std::uint64_t>(number) >> (8 * byte) & 0xFFU;
            value_ *= 0x100000001B3U;
        }
    }
    void add(const LeaseState &state) {
        for (const Reason &reason : state.reasons) {
            add(reason.value.least);
            add(reason.value.most);
        }
        for (const RightState &right : state.rights) {
            for (const Phase &phase : right.phases.all()) {
                add(static_cast<std::int64_t>(phase.status));
                add(phase.from.least.day_number());
            }
        }
    }
    std::uint64_t value() const { return value_; }

  private:
    std::uint64_t value_ = 0xCBF29CE484222325U;
};

/// A book of leases, evaluated whole at a quarter, a half and all of its size.
int bench_leases(std::int64_t size) {
    using Clock = std::chrono::steady_clock;
    struct Entry {
        Lease lease;
        Scenario scenario;
    };
    std::vector<Entry> book;
    const std::int64_t empty = resident_mebibytes();
    Digest digest;
    LeaseState state;
    std::printf("%12s %14s %14s %12s\n", "leases", "evaluate all", "a lease", "memory");
    for (const std::int64_t part : {size / 4, size / 2, size}) {
        for (auto i = static_cast<std::int64_t>(book.size()); i < part; ++i) {
            Choices choices{static_cast<std::uint64_t>(i)};
            const Variety variety = i % 4 == 0 ? Variety::Wild : Variety::Plain;
            Lease lease = generated_lease(choices, variety);
            Scenario scenario = generated_scenario(choices, lease, variety);
            book.push_back({std::move(lease), std::move(scenario)});
        }
        digest = Digest{};
        const auto start = Clock::now();
        for (const Entry &entry : book) {
            evaluate(entry.lease, entry.scenario, entry.lease.information_day, state);
            digest.add(state);
        }
        const std::int64_t nanoseconds =
            std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
        std::printf("%12lld %11lld us %11lld ns %8lld MiB\n", static_cast<long long>(book.size()),
                    static_cast<long long>(nanoseconds / 1000),
                    static_cast<long long>(nanoseconds / std::max<std::int64_t>(part, 1)),
                    static_cast<long long>(resident_mebibytes() - empty));
    }
    std::printf("answers %016llx\n", static_cast<unsigned long long>(digest.value()));
    return 0;
}

} // namespace

int bench(const Arguments &arguments) {
    if (!arguments.empty() && arguments[0] == "--leases") {
        std::int64_t size = 0;
        const std::string number = arguments.size() == 2 ? arguments[1] : "";
        const auto [end, failure] =
            std::from_chars(number.data(), number.data() + number.size(), size);
        if (failure != std::errc{} || end != number.data() + number.size() || size < 1 ||
            10'000'000 < size) {
            return usage_error("--leases takes a number from 1 to 10000000.");
        }
        return bench_leases(size);
    }
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
    // An open delivery has no day to begin a band with.
    const Scenario scenario = on_time_scenario(*lease);
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
