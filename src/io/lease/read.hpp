// Text in, values and findings out. Opens no file. A document with an error gives no value.
#pragma once

#include "core/book/book.hpp"
#include "core/lease/case.hpp"
#include "core/lease/finding.hpp"
#include "core/lease/lease.hpp"
#include "core/lease/scenario.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace offramp {

/// The value, unless the findings hold an error; then all of them, not only the first.
template <typename T>
struct ReadResult {
    std::optional<T> value;
    std::vector<Finding> findings;
};

/// The lease document of schema_version 1 (assets/schema/lease.schema.json).
ReadResult<Lease> read_lease(std::string_view text);

/// A scenario of this lease; what the text leaves out is as in `blank_scenario`.
ReadResult<Scenario> read_scenario(std::string_view text, const Lease &lease);

/// Whether the text is a case file rather than a lease: an object with a lease inside.
bool is_case(std::string_view text);

/// A case file (tests/cases/README.md).
ReadResult<Case> read_case(std::string_view text);

/// Whether the text is a book: an object with leases inside.
bool is_book(std::string_view text);

/// A book of schema_version 1.
ReadResult<Book> read_book(std::string_view text);

/// What is wrong between a book and its leases; null for a lease that could not be read.
std::vector<Finding> check_book(std::string_view text, const std::vector<const Lease *> &leases);

} // namespace offramp
