// `offramp generate`: leases that nobody signed, a line for each, as `offramp stream` reads them.
#include "platform/native/commands.hpp"

#include "generate/generate.hpp"
#include "io/lease/write_lease.hpp"
#include "io/scenario/write_scenario.hpp"
#include "platform/native/lines.hpp"

#include <charconv>

namespace offramp {

namespace {

std::optional<std::int64_t> whole_number(const std::string &text, std::int64_t most) {
    std::int64_t number = 0;
    const char *last = text.data() + text.size();
    const auto [end, failure] = std::from_chars(text.data(), last, number);
    const bool is_fine = failure == std::errc{} && end == last && 0 <= number && number <= most;
    return is_fine ? std::optional{number} : std::nullopt;
}

std::string_view without_newline(const std::string &text) {
    return std::string_view{text}.substr(0, text.size() - 1);
}

/// The same leases and scenarios as `offramp bench` evaluates, where the seed is 0.
std::string book_line(std::int64_t seed, std::int64_t number) {
    Choices choices{(static_cast<std::uint64_t>(seed) << 32U) + static_cast<std::uint64_t>(number)};
    const Variety variety = number % 4 == 0 ? Variety::Wild : Variety::Plain;
    Lease lease = generated_lease(choices, variety);
    const Scenario scenario = generated_scenario(choices, lease, variety);
    lease.id = "generated-" + std::to_string(number);
    std::string line = "{\"lease\":";
    line += without_newline(write_lease(lease, Layout::OneLine));
    line += ",\"scenario\":";
    line += without_newline(write_scenario(scenario, lease, Layout::OneLine));
    return line + "}\n";
}

} // namespace

int generate(const Arguments &arguments) {
    constexpr std::int64_t most = 0xFFFF'FFFF;
    const bool is_seeded = arguments.size() == 3 && arguments[1] == "--seed";
    const auto size = whole_number(arguments.empty() ? "" : arguments[0], most);
    const auto seed = is_seeded ? whole_number(arguments[2], most) : std::optional{std::int64_t{0}};
    if (!size || !seed || (arguments.size() != 1 && !is_seeded)) {
        return usage_error("generate takes a number of leases, and --seed with a number, each at "
                           "most " +
                           std::to_string(most) + ".");
    }
    LineWriter out;
    for (std::int64_t i = 0; i < *size; ++i) {
        if (!out.write(book_line(*seed, i))) {
            return 1;
        }
    }
    return out.flush() ? 0 : 1;
}

} // namespace offramp
