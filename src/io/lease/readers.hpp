// The parts of reading a lease that cases and books share. Internal to io.
#pragma once

#include "core/lease/lease.hpp"
#include "io/lease/grammar.hpp"
#include "io/lease/id_table.hpp"

namespace offramp {

/// Complains of circular rules, rules nested too deep, totals too large to be exact, and days or
/// numbers that contradict each other.
void check_lease(const Lease &lease, const Cursor &root);

/// A whole document must name itself, its parties and its sources; the terms of a case need not.
enum class Extent { Document, Terms };

Source source_from(const Cursor &at, IdTable &sources, Extent extent);
Clause clause_from(const Cursor &at, IdTable &clauses, const IdTable &sources, Extent extent);
Reading reading_from(const Cursor &at, IdTable &readings, const IdTable &clauses);
Lease lease_from(const Cursor &root, Extent extent);
} // namespace offramp
