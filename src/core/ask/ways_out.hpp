// The ways out of a lease, as seen from a day: for each right by which somebody can end or shrink
// it, and for each of its holders, whether it can be used today, later, no more, or on what that
// hangs.
#pragma once

#include "core/ask/work.hpp"
#include "core/evaluate/lease_state.hpp"
#include "core/lease/scenario.hpp"

#include <optional>
#include <vector>

namespace offramp {

/// What using the right does.
enum class WayKind {
    Leave,  ///< notice ends the lease
    Shrink, ///< notice ends a part of it: some tranches
    Renew,  ///< notice prolongs it, and ends nothing
    End,    ///< it ends by itself, without notice
};

enum class WayState {
    Open,    ///< notice may be given on the day seen from
    Opens,   ///< not yet; from `from` on
    Closed,  ///< it could have been used, from `from` to `until`, both before the day seen from
    If,      ///< whether it arises hangs on an open delivery: on the days in `runs` it does; or on
             ///< an event that has not happened
    Unknown, ///< what no source states decides; `unknowns` names it
    None,    ///< it does not arise, or cannot any more
    Given,   ///< notice has been given, and has effect: `from` is its day, `ends` what it brings
};

/// Days of an open delivery, both included; `never` is one of them. If it is delivered on one of
/// them the right arises, with this window for notice; a delivery on the window's own first day may
/// close it before it opens.
struct WayRun {
    Date first;
    Date last;
    When from;
    When until;             ///< included
    bool is_until_delivery; ///< its last day is the day before delivery, whenever that is
    friend bool operator==(const WayRun &, const WayRun &) = default;
};

/// One right of one holder, as seen from a day.
struct WayOut {
    RightId right;
    Role holder; ///< `Other` for a third party
    /// Whether the papers say whose right it is. If not it is listed for both sides, and what would
    /// be open to its holder, now or later, is `Unknown` of either.
    bool is_holder_known = true;
    WayKind kind;
    WayState state;
    When from;  ///< first day for notice, or on which it ends by itself; never if it does not arise
    When until; ///< last day for notice, included
    /// The end of the lease, or of the part, by the first notice still to be had; absent where none
    /// is.
    std::optional<When> ends;
    std::optional<Amount> cost; ///< of that notice; absent where no fee is stated
    /// If, and Closed where only a late delivery would have opened it: index into
    /// Scenario::deliveries.
    std::optional<std::size_t> delivery;
    std::vector<WayRun> runs;        ///< with `delivery`: in order of its days; of If, not yet past
    std::optional<EventId> event;    ///< If, without a delivery: what would have to happen. `from`
                                     ///< and `until` are as if it did on the day seen from
    std::vector<UnknownId> unknowns; ///< Unknown: those that the answer rests on
    ReasonId why;                    ///< for whether it arises, in the state that was given
    friend bool operator==(const WayOut &, const WayOut &) = default;
};

/// In the order of the rights, the tenant's before the landlord's. A notice that is supposed for a
/// later day has not been given and changes nothing; nor does one outside the window. Pure and
/// total. Preconditions: the scenario is one of this lease, and `state` is `evaluate(lease,
/// scenario, as_of)`, up to its fees at least.
std::vector<WayOut> ways_out(const Lease &lease, const Scenario &scenario, const LeaseState &state,
                             Date as_of);
/// The same by so much work, which it lessens; what is left undecided then depends.
std::vector<WayOut> ways_out(const Lease &lease, const Scenario &scenario, const LeaseState &state,
                             Date as_of, Work &work);

} // namespace offramp
