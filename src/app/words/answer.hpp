// The answer to the question in the title: may this party leave, as seen from a day? Made of the
// ways out, and of nothing else, for everybody who says it.
#pragma once

#include "core/ask/ways_out.hpp"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

/// In the order in which they are tried.
enum class Pill {
    Yes,        ///< some way is open
    OnlyIf,     ///< some way hangs on an open delivery, and its condition can already be true
    NotYet,     ///< some way opens later
    Depends,    ///< what no source states decides
    NotAnyMore, ///< some way is closed
    No,
};

struct PartyAnswer {
    Role party; ///< of whom it is told
    Pill pill;
    std::string label;    ///< "Yes", "Only if late", "Not yet", "It depends", "Not any more", "No"
    std::string sentence; ///< one to three sentences, without the label
    std::string brief;    ///< the same in a few words, after the label: "from 1 Jan 2027, out on
                          ///< 1 Apr 2027"; may be empty
    std::optional<std::size_t> way; ///< that it speaks of: index into Seen::ways
    friend bool operator==(const PartyAnswer &, const PartyAnswer &) = default;
};

/// What answers are made of; all belong together.
struct Seen {
    const Lease &lease;
    const Scenario &scenario;
    const LeaseState &state;
    Date as_of;
    const std::vector<WayOut> &ways;
};

/// May this party end the lease? Of several open ways the one whose end comes first. Renewing is no
/// way out; giving up a part is said to be that.
PartyAnswer answer_for(const Seen &seen, Role party);

/// The answer to the question of the lease: of the party that it is about; of either, the one that
/// fares better, the tenant's where they fare alike.
PartyAnswer answer_to_question(const Seen &seen);

} // namespace offramp
