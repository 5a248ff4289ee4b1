// The parts of reading a lease that cases and books share. Internal to io.
#pragma once

#include "core/evaluate/lease_state.hpp"
#include "core/lease/lease.hpp"
#include "io/lease/grammar.hpp"
#include "io/lease/id_table.hpp"

#include <string_view>

namespace offramp {

/// Complains of circular rules and of rules nested too deep.
void check_rules(const Lease &lease, const Cursor &root);

/// Complains of totals too large to be exact, and of days or numbers that contradict each other.
/// `blank` is its `blank_state`, here and below. Precondition: `check_rules` found no error.
void check_values(const Lease &lease, const LeaseState &blank, const Cursor &root);

/// Complains of what anybody may do or must pay that rests on the day seen from.
void check_view(const Lease &lease, const Cursor &root);

/// Warns of what a document leaves out or contradicts, and what would mislead its readers: rights
/// without a clause, clauses without a source, a notice that takes effect before it is given, more
/// deliveries than are owed, a handle that nobody can drag. Precondition: `check_values` found no
/// error.
void advise(const Lease &lease, const LeaseState &blank, const Cursor &root);

/// The element of a list of the document. Precondition: it is there.
inline Cursor element(const Cursor &root, std::string_view key, std::size_t index) {
    return root.find(key)->elements()[index];
}

/// A whole document must name itself, its parties and its sources; the terms of a case need not.
enum class Extent { Document, Terms };

Source source_from(const Cursor &at, IdTable &sources, Extent extent);
Clause clause_from(const Cursor &at, IdTable &clauses, const IdTable &sources, Extent extent);
Reading reading_from(const Cursor &at, IdTable &readings, const IdTable &clauses);
Lease lease_from(const Cursor &root, Extent extent);
} // namespace offramp
