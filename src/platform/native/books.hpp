// Books from files. A book's leases lie beside it: ../leases/<id>.json.
#pragma once

#include "app/book_session.hpp"

#include <optional>
#include <string>

namespace offramp {

/// Prints what is wrong with the book and with its leases, and gives whether nothing is an error.
bool validate_book(const std::string &path, const std::string &text);

/// Nothing after an error, which is printed.
std::optional<BookSession> load_book(const std::string &path, const std::string &text);

} // namespace offramp
