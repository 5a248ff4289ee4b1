// Books from files. A book's leases lie beside it: ../leases/<id>.json.
#pragma once

#include "app/book/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

/// Prints what is wrong with the book and with its leases, and gives whether nothing is an error.
bool validate_book(const std::string &path, const std::string &text);

/// Nothing after an error, which is printed.
std::optional<BookSession> load_book(const std::string &path, const std::string &text);

struct BookFile {
    std::string path;
    std::string text;
};
/// The first argument that names a book.
std::optional<BookFile> book_among(const std::vector<std::string> &arguments);

/// `show BOOK.json [--as-of D] [--slip DAYS] [--value V] [--reading ID=OPTION]
/// [--set LEASE:CONTROL=VALUE] [--order O] [--json]`; the exit code.
int show_book(const std::vector<std::string> &arguments, const BookFile &file);

} // namespace offramp
