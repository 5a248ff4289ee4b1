// A book for a terminal.
#pragma once

#include "app/exhibit/book_exhibit.hpp"

#include <string>

namespace offramp {

/// A book for a terminal.
std::string export_book_text(const BookExhibit &exhibit);

} // namespace offramp
