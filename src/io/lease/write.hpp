// Values out as JSON text, in the form that `io/lease/read.hpp` reads.
#pragma once

#include "app/exhibit/book_exhibit.hpp"
#include "app/exhibit/exhibit.hpp"
#include "core/lease/lease.hpp"
#include "core/lease/scenario.hpp"
#include "io/json/json_writer.hpp"

#include <string>

namespace offramp {

/// The lease document, ending with a newline. read_lease(write_lease(x)) gives x.
std::string write_lease(const Lease &lease, Layout layout = Layout::Indented);

/// What of the scenario differs from the lease's blank one, ending with a newline.
std::string write_scenario(const Scenario &scenario, const Lease &lease,
                           Layout layout = Layout::Indented);

/// The whole Exhibit on one line, for readers that are not C++.
std::string write_exhibit(const Exhibit &exhibit);

/// The view model of a book on one line.
std::string write_book_exhibit(const BookExhibit &exhibit);

} // namespace offramp
