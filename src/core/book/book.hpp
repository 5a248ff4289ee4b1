// A landlord's book: what it has let, of which sites, and what it keeps for itself. The leases stay
// documents of their own; the book says which of them draw on what.
#pragma once

#include "core/ask/ledger.hpp"
#include "core/ask/ways_out.hpp"
#include "core/lease/scenario.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace offramp {

struct Site;
using SiteId = Id<Site>;

/// From this day on a site has so many units, until the next step.
struct Capacity {
    Date from;
    Count units; ///< a range where sources give one
    ClauseId clause;
    friend bool operator==(const Capacity &, const Capacity &) = default;
};

struct Site {
    std::string id;
    std::string name;
    std::string unit;               ///< singular: "GPU"
    std::vector<Capacity> capacity; ///< in order of time
    friend bool operator==(const Site &, const Site &) = default;
};

/// A part of what is said that holds under one option of a reading only.
struct Under {
    ReadingId reading;
    std::int32_t option; ///< index
    friend bool operator==(const Under &, const Under &) = default;
};

/// What a lease takes of a site. The days are the lease's own.
struct Use {
    SiteId site;
    Count units;
    std::optional<std::string> tranche; ///< id of the lease's tranche that brings it; absent: none,
                                        ///< and the use begins with the term
    std::optional<Under> under;
    ClauseId clause;
    friend bool operator==(const Use &, const Use &) = default;
};

/// A lease of the book, by the id of its document.
struct Holding {
    std::string lease;
    std::int32_t priority; ///< who is served first when there is too little: the lower number
    std::vector<Use> uses;
    friend bool operator==(const Holding &, const Holding &) = default;
};

/// What the landlord keeps for itself: a claim on the same capacity, with a priority of its own.
struct OwnUse {
    std::string id;
    std::string label;
    SiteId site;
    Date from;
    Date to; ///< included; never when no end is known
    Count units;
    std::int32_t priority;
    ClauseId clause;
    friend bool operator==(const OwnUse &, const OwnUse &) = default;
};

/// A statement that the landlord may take back what it has let. No right of the lease unless the
/// lease has one; shown beside the book as what it is.
struct Reclaim {
    std::string id;
    std::string label;
    std::string lease;                ///< id
    std::optional<std::string> right; ///< id of the lease's right by which it could be done
    bool is_disputed;
    ClauseId clause;
    friend bool operator==(const Reclaim &, const Reclaim &) = default;
};

/// What somebody says that the landlord is worth.
struct StatedValue {
    std::string id;
    std::string label;
    Money amount; ///< in the book's currency
    ClauseId clause;
    friend bool operator==(const StatedValue &, const StatedValue &) = default;
};

struct Book {
    std::string id;
    std::string title;
    std::string introduction;
    std::string landlord; ///< its name
    std::string currency; ///< of stated values; leases keep their own
    Date information_day;
    std::vector<Site> sites;
    std::vector<Holding> holdings;
    std::vector<OwnUse> own_uses;
    std::vector<Reclaim> reclaims;
    std::vector<StatedValue> values; ///< the first is the one that is shown until another is chosen
    std::vector<Reading> readings;
    std::vector<Clause> clauses;
    std::vector<Source> sources;
    friend bool operator==(const Book &, const Book &) = default;
};

/// What a lease is to its landlord on a day.
struct HoldingState {
    Ledger ledger;
    LedgerMonths months;
    std::vector<WayOut> ways;
    Date last_day; ///< of the term, or before the lease ends in this scenario; never: not known
    /// A fee is not known, and is in no sum.
    bool is_partial() const { return !ledger.unknown.empty(); }
    friend bool operator==(const HoldingState &, const HoldingState &) = default;
};

/// Evaluates leases for a book one after another, in the same memory.
class HoldingEvaluator {
  public:
    HoldingState evaluate(const Lease &lease, const Scenario &scenario, Date as_of);

  private:
    LeaseState now_;
    LedgerEvaluator ledger_;
};

/// The money of holdings in one currency, month by month: the sums of their ledgers.
class LedgerSum {
  public:
    void add(const HoldingState &holding);
    void remove(const HoldingState &holding); ///< one that was added
    std::int32_t first_month() const { return sum_.first_month; }
    std::span<const LedgerParts> months() const { return sum_.months; }
    const LedgerParts &total() const { return total_; }

  private:
    LedgerMonths sum_;
    LedgerParts total_;
};

/// A claim on a site's capacity, from day to day, both included.
struct Claim {
    enum class Kind { Lease, Own };
    Kind kind;
    std::size_t index; ///< of the holding or of the own use
    Date from;
    Date to;
    Count units;
    std::optional<When> delivered; ///< of a use that is delivered: when that is
    std::int32_t priority;
    ClauseId clause; ///< of the book
    friend bool operator==(const Claim &, const Claim &) = default;
};

/// A run of days on which a site's use does not change, both ends included.
struct SiteSpan {
    Date first;
    Date last;
    Count capacity;  ///< 0..any when no source says
    Count let;       ///< committed to tenants
    Count awaited;   ///< of that, what the leases say is to be delivered
    Count delivered; ///< of that again; from 0 where no source says whether it has come
    Count own;
    Truth is_over; ///< more is promised than there is
    friend bool operator==(const SiteSpan &, const SiteSpan &) = default;
};

/// A lease of the book with what is supposed of it and what follows. Borrows all three.
struct Let {
    const Lease *lease;
    const Scenario *scenario;
    const HoldingState *state;
};

/// The claims on a site, first served first; what is let in the order of the book's holdings.
std::vector<Claim> claims_on(const Book &book, SiteId site, std::span<const Let> lets,
                             std::span<const std::int32_t> readings);

/// How a site is used between two days, both included.
std::vector<SiteSpan> site_spans(const Site &site, std::span<const Claim> claims, Date first,
                                 Date last);

} // namespace offramp
