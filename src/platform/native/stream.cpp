// `offramp stream`: a book on standard input, its answers on standard output, a line at a time and
// in memory that does not grow with the book. STREAM.md is its manual.
#include "platform/native/commands.hpp"

#include "app/model/model.hpp"
#include "core/evaluate/evaluate.hpp"
#include "io/scenario/read_line.hpp"
#include "platform/native/lines.hpp"
#include "platform/native/stream_rows.hpp"

#include <chrono>
#include <cstdio>
#include <utility>

namespace offramp {

namespace {

constexpr std::size_t most_line_bytes = 4 * 1024 * 1024;

struct StreamRequest {
    StreamLayout layout = StreamLayout::Ndjson;
    std::optional<Date> as_of;
    bool has_header = true;
    bool has_lines = false;
    bool has_stats = false;
};

/// The request, or what is wrong with it.
std::pair<StreamRequest, std::string> stream_request_from(const Arguments &arguments) {
    StreamRequest request;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        const std::string value = i + 1 < arguments.size() ? arguments[i + 1] : "";
        if (argument == "--no-header") {
            request.has_header = false;
        } else if (argument == "--lines") {
            request.has_lines = true;
        } else if (argument == "--stats") {
            request.has_stats = true;
        } else if (argument == "--to" && (value == "ndjson" || value == "csv")) {
            request.layout = value == "csv" ? StreamLayout::Csv : StreamLayout::Ndjson;
            ++i;
        } else if (argument == "--to") {
            return {request, "--to takes ndjson or csv."};
        } else if (argument == "--as-of") {
            request.as_of = parse_iso(value);
            if (!request.as_of || *request.as_of < "1900-01-01"_date ||
                "2200-12-31"_date < *request.as_of) {
                return {request, "--as-of takes a day from 1900-01-01 to 2200-12-31."};
            }
            ++i;
        } else {
            return {request, "stream reads standard input and knows no " + argument + "."};
        }
    }
    return {request, ""};
}

/// Peak resident memory of this process in KiB; 0 where the system does not say. What getrusage
/// gives may be that of the program which started this one.
long long peak_kibibytes() {
    long long peak = 0;
    if (std::FILE *file = std::fopen("/proc/self/status", "r")) {
        char line[256];
        while (peak == 0 && std::fgets(line, sizeof line, file) != nullptr) {
            if (std::sscanf(line, "VmHWM: %lld kB", &peak) != 1) {
                peak = 0;
            }
        }
        std::fclose(file);
    }
    return peak;
}

class Stream {
  public:
    explicit Stream(const StreamRequest &request) : request_(request) {}

    int run() {
        bool is_written = !request_.has_header || out_.write(header_row(request_.layout));
        while (is_written && in_.next()) {
            const bool is_blank = in_.line().find_first_not_of(" \t\r") == std::string_view::npos;
            is_written = (is_blank && !in_.is_too_long()) || out_.write(row());
        }
        is_written = out_.flush() && is_written;
        if (request_.has_stats) {
            print_stats();
        }
        return is_written && !in_.failed() && refused_ == 0 ? 0 : 1;
    }

  private:
    std::string row() {
        if (in_.is_too_long()) {
            return error({{Severity::Error, "too_large", "", 1, 1,
                           "A line may hold " + std::to_string(most_line_bytes) +
                               " bytes; this one holds more."}});
        }
        ReadResult<LeaseLine> result = read_lease_line(in_.line());
        return result.value ? answer(std::move(*result.value), result.findings)
                            : error(result.findings);
    }

    std::string answer(LeaseLine line, const std::vector<Finding> &warnings) {
        ++answered_;
        const auto lease = std::make_shared<const Lease>(std::move(line.lease));
        const Date as_of = request_.as_of.value_or(line.as_of.value_or(lease->information_day));
        const Scenario scenario =
            line.scenario ? std::move(*line.scenario) : model_of(lease).published.scenario;
        evaluate(*lease, scenario, as_of, state_, UpTo::Payments);
        std::optional<QuestionAnswers> asked;
        if (line.question != Question{}) {
            asked.emplace(lease, scenario, as_of, line.question);
        }
        return answer_row(request_.layout,
                          {*lease, scenario, state_, ledgers_, as_of, warnings, asked,
                           request_.has_lines ? std::optional{in_.number()} : std::nullopt});
    }

    std::string error(const std::vector<Finding> &findings) {
        ++refused_;
        return error_row(request_.layout, in_.number(), findings);
    }

    void print_stats() const {
        const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - start_);
        const long long milliseconds = elapsed.count();
        const long long leases = answered_ + refused_;
        std::fprintf(stderr,
                     "offramp: %lld leases, %lld refused, %lld ms, %lld leases a second, "
                     "peak memory %lld KiB\n",
                     leases, static_cast<long long>(refused_), milliseconds,
                     leases * 1000 / (milliseconds == 0 ? 1 : milliseconds), peak_kibibytes());
    }

    const StreamRequest request_;
    const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    LineReader in_{most_line_bytes};
    LineWriter out_;
    LeaseState state_; ///< kept from line to line for its memory, as is the next
    LedgerEvaluator ledgers_;
    std::int64_t answered_ = 0;
    std::int64_t refused_ = 0;
};

} // namespace

int stream(const Arguments &arguments) {
    const auto [request, complaint] = stream_request_from(arguments);
    return complaint.empty() ? Stream{request}.run() : usage_error(complaint);
}

} // namespace offramp
