// The centre: a lease and a scenario in, everything that follows out.
#pragma once

#include "core/evaluate/lease_state.hpp"
#include "core/lease/scenario.hpp"

namespace offramp {

/// How far an evaluation goes. What lies beyond is not to be read: it may be of an earlier answer.
enum class UpTo {
    Fees,     ///< rights but for their statuses on the as-of day, remedies, the names of the term
              ///< and of tranches, what ends the lease, and what each fee comes to
    Payments, ///< also the last days on which each fee is firm and paid
    All,      ///< also all names, sums of money, and what is said of rights on the as-of day
};

/// Total: it cannot fail, cannot throw and reads no clock; the same inputs give the same bytes on
/// every platform. Only the statuses and effects "on the as-of day" depend on `as_of`.
/// Precondition: the scenario was made for this lease (`blank_scenario`).
LeaseState evaluate(const Lease &lease, const Scenario &scenario, Date as_of,
                    UpTo up_to = UpTo::All);

/// The same, reusing the memory of an earlier answer: no allocation once it has grown.
void evaluate(const Lease &lease, const Scenario &scenario, Date as_of, LeaseState &out,
              UpTo up_to = UpTo::All);

/// One right by itself: whether it arises, and its window. No right ends another here, no money is
/// counted, and the day seen from is none, so that phases may be other and statuses are absent.
/// Of the earlier answer whose memory is reused nothing remains but the work that this takes.
const RightState &evaluate_right(const Lease &lease, const Scenario &scenario, RightId right,
                                 LeaseState &memory);

/// What notice of a right brings: both are functions of its day.
struct NoticeOutcome {
    When effect;               ///< the end of the lease, or of what the right ends
    std::optional<Amount> fee; ///< absent where no fee is stated
};
/// Notice of the right is received on a day, or on some day of a range, whatever the scenario has
/// of it. Whether it may be given on that day is another question.
NoticeOutcome outcome_of(const Lease &lease, const Scenario &scenario, RightId right,
                         const When &notice);
/// The same, reusing the memory of an earlier answer, of which nothing remains.
NoticeOutcome outcome_of(const Lease &lease, const Scenario &scenario, RightId right,
                         const When &notice, LeaseState &memory);

/// The day on which the notice that the scenario has of a right is received, by whatever channel;
/// never if there is none. Notice counts on that day.
When received_day(const Lease &lease, const Scenario &scenario, RightId right);

/// What one rule comes to, asked for by itself. Precondition: it is no word.
/// Of the earlier answer whose memory is reused nothing remains.
Numbers evaluate_rule(const Lease &lease, const Scenario &scenario, RuleId rule,
                      LeaseState &memory);

} // namespace offramp
