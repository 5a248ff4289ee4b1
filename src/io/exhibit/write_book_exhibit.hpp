// The view model of a book as JSON.
#pragma once

#include "app/exhibit/book_exhibit.hpp"

#include <string>

namespace offramp {

/// The view model of a book on one line.
std::string write_book_exhibit(const BookExhibit &exhibit);

} // namespace offramp
