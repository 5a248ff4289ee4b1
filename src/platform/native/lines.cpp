#include "platform/native/lines.hpp"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include <unistd.h>

namespace offramp {

namespace {

constexpr std::size_t chunk_bytes = 65536;

void complain(const char *what) {
    std::fprintf(stderr, "offramp: %s: %s\n", what, std::strerror(errno));
}

} // namespace

LineReader::LineReader(std::size_t most_bytes)
    : most_bytes_(most_bytes), chunk_(chunk_bytes, '\0') {}

bool LineReader::next() {
    line_.clear();
    is_too_long_ = false;
    if (rest_.empty() && !fill()) {
        return false;
    }
    ++number_;
    do {
        const std::size_t newline = rest_.find('\n');
        take(rest_.substr(0, newline));
        if (newline != std::string_view::npos) {
            rest_.remove_prefix(newline + 1);
            break;
        }
    } while (fill());
    return !failed_; // what came before a failure need not be a whole line
}

void LineReader::take(std::string_view part) {
    is_too_long_ = is_too_long_ || most_bytes_ < line_.size() + part.size();
    if (is_too_long_) {
        line_.clear();
    } else {
        line_ += part;
    }
}

// Not by fread, which waits for a whole chunk while somebody waits for the answer to one line.
bool LineReader::fill() {
    ssize_t size = 0;
    do {
        size = ::read(STDIN_FILENO, chunk_.data(), chunk_.size());
    } while (size < 0 && errno == EINTR);
    if (size < 0) {
        complain("standard input cannot be read");
        failed_ = true;
    }
    rest_ = std::string_view{chunk_}.substr(0, 0 < size ? static_cast<std::size_t>(size) : 0);
    return 0 < size;
}

LineWriter::LineWriter() { std::signal(SIGPIPE, SIG_IGN); }

bool LineWriter::write(std::string_view text) {
    return succeeds(!failed_ && std::fwrite(text.data(), 1, text.size(), stdout) == text.size());
}

bool LineWriter::flush() { return succeeds(!failed_ && std::fflush(stdout) == 0); }

bool LineWriter::succeeds(bool done) {
    if (!done && !failed_) {
        failed_ = true;
        complain("standard output cannot be written");
    }
    return done;
}

} // namespace offramp
