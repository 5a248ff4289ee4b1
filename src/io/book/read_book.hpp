// A book, read; and held against its leases.
#pragma once

#include "core/book/book.hpp"
#include "io/json/read_result.hpp"

#include <string_view>
#include <vector>

namespace offramp {

/// Whether the text is a book: an object with leases inside.
bool is_book(std::string_view text);

/// A book of schema_version 1.
ReadResult<Book> read_book(std::string_view text);

/// What is wrong between a book and its leases; null for a lease that could not be read.
std::vector<Finding> check_book(std::string_view text, const std::vector<const Lease *> &leases);

} // namespace offramp
