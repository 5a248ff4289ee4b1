// Lines in and text out, for commands that stand in a pipe: memory is bounded whatever comes in,
// and what cannot be read or written is said.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace offramp {

/// Standard input a line at a time, in the same memory. Gives a line as soon as it is there.
class LineReader {
  public:
    /// A longer line is passed over; what memory is taken never exceeds this by much.
    explicit LineReader(std::size_t most_bytes);

    /// False at the end of the input, or where it cannot be read; standard error then says why.
    bool next();
    /// Without its LF; a CR before that stays, being white space to JSON. Empty where it is too
    /// long.
    std::string_view line() const { return line_; }
    bool is_too_long() const { return is_too_long_; }
    std::int64_t number() const { return number_; } ///< of the line, from 1
    bool failed() const { return failed_; }

  private:
    bool fill();
    void take(std::string_view part);

    std::size_t most_bytes_;
    std::string chunk_;
    std::string_view rest_; ///< of the chunk
    std::string line_;
    bool is_too_long_ = false;
    bool failed_ = false;
    std::int64_t number_ = 0;
};

/// Standard output, buffered as usual. A reader who has gone away is an error like any other, and
/// no signal that ends the process without a word.
class LineWriter {
  public:
    LineWriter();

    /// False from the first failure on, of which standard error then says why.
    bool write(std::string_view text);
    bool flush();

  private:
    bool succeeds(bool done);

    bool failed_ = false;
};

} // namespace offramp
