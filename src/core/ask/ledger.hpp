// The money of a lease as seen from a day, in parts that add up to the headline, to the cent.
#pragma once

#include "core/ask/world.hpp"

#include <vector>

namespace offramp {

/// Minor units of the lease's currency.
struct LedgerParts {
    Money due;  ///< for days before the day seen from
    Money firm; ///< still to come, whatever is delivered from now on and whoever takes the first
                ///< free way out still to be had
    Money conditional; ///< becomes firm once what is open or forecast is delivered
    Money cancellable; ///< ends if somebody takes the first free way out
    /// Payable if nobody leaves.
    Money headline() const { return due + firm + conditional + cancellable; }
    LedgerParts &operator+=(const LedgerParts &other);
    LedgerParts &operator-=(const LedgerParts &other);
    friend bool operator==(const LedgerParts &, const LedgerParts &) = default;
};

/// A fee whose amount, first or last day no source states is in no part, but in `unknown`.
struct Ledger : LedgerParts {
    Date firm_last_day; ///< the last that is paid for whatever happens; dawn if there is none,
                        ///< never where nobody may leave for nothing
    Date conditional_last_day; ///< the same once what is open or forecast is delivered
    std::vector<FeeId> unknown;
    friend bool operator==(const Ledger &, const Ledger &) = default;
};

/// The parts of a ledger by calendar month, without gaps: they add up to it, to the cent.
struct LedgerMonths {
    std::int32_t first_month = 0; ///< months since January of year 0
    std::vector<LedgerParts> months;
    /// Grows until it holds these months, both included.
    void reach(std::int32_t first, std::int32_t last);
    /// Precondition: it holds the month.
    LedgerParts &at(std::int32_t month) {
        return months[static_cast<std::size_t>(month - first_month)];
    }
    friend bool operator==(const LedgerMonths &, const LedgerMonths &) = default;
};

/// Makes ledgers one after another, in the same memory.
class LedgerEvaluator {
  public:
    LedgerEvaluator() = default;
    /// Takes what it asks from work that is shared, instead of as much as a ledger may have.
    explicit LedgerEvaluator(Work &shared) : shared_(&shared) {}

    /// Total. A notice supposed for the day seen from or later moves no money; one before it has
    /// been given, and what it ends is not firm. A delivery supposed for the day seen from or later
    /// is a forecast. Precondition: the scenario is one of this lease.
    Ledger evaluate(const Lease &lease, const Scenario &scenario, Date as_of);
    /// The same, where `state` is that of the scenario on that day, up to its payments at least.
    Ledger evaluate(const Lease &lease, const Scenario &scenario, const LeaseState &state,
                    Date as_of);
    /// The last answer by month.
    LedgerMonths months() const;

    /// The world in which a part of the last answer was found: `firm_as_of` of its evaluation is
    /// the sum, and has the reasons.
    const Scenario &world(LedgerWorld world) const;

  private:
    /// One fee in the worlds that its parts are found in.
    struct Cut {
        FeeState whole; ///< as the scenario has it
        FeeState undecided;
        FeeState delivered;
        Date due; ///< the day before the one seen from
    };
    /// The state in which every delivery comes in time. Here and below: without the notices that
    /// have not been given, `now`, and its state.
    const LeaseState &in_time_state(const Lease &lease, const Scenario &now,
                                    const LeaseState &state, Date as_of);
    Ledger evaluate_now(const Lease &lease, const Scenario &now, const LeaseState &state,
                        Date as_of);
    /// The parts of a fee up to a day, included.
    static LedgerParts until(const Cut &cut, Date last);

    Work *shared_ = nullptr;
    LeaseState now_;
    LeaseState in_time_;
    World undecided_;
    World delivered_;
    std::vector<Cut> cuts_; ///< of the fees that are known
};

/// One ledger by itself.
Ledger ledger_of(const Lease &lease, const Scenario &scenario, Date as_of);
Ledger ledger_of(const Lease &lease, const Scenario &scenario, Date as_of, Work &shared);

} // namespace offramp
