// Books from files. A book's leases lie beside it: ../leases/<id>.json.
#pragma once

#include "app/book/session.hpp"
#include "platform/native/files.hpp"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

/// Prints what is wrong with the book and with its leases, and gives whether nothing is an error.
bool validate_book(const std::string &path, const std::string &text);

/// Nothing after an error, which is printed.
std::optional<BookSession> load_book(const std::string &path, const std::string &text);

/// `show BOOK.json [--as-of D] [--slip DAYS] [--value V] [--reading ID=OPTION]
/// [--set LEASE:CONTROL=VALUE] [--order O] [--json]`; the exit code.
int show_book(const std::vector<std::string> &arguments, const NamedFile &file);

} // namespace offramp
