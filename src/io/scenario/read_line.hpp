// One line of a book of leases: a lease document, alone or with what is supposed of it.
#pragma once

#include "core/ask/question.hpp"
#include "core/lease/scenario.hpp"
#include "io/json/read_result.hpp"

namespace offramp {

/// Nothing where the line leaves scenario or day open.
struct LeaseLine {
    Lease lease;
    std::optional<Scenario> scenario;
    std::optional<Date> as_of;
    Question question;
};

/// A lease document, or `{ "lease": …, "scenario": …, "question": …, "as_of": … }` with the latter
/// three as in case files. What cannot be likely on the as-of day is not complained of here: that
/// day may yet be another. An "as_of" beside the lease goes before one inside the scenario.
ReadResult<LeaseLine> read_lease_line(std::string_view text);

} // namespace offramp
