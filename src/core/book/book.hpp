// A landlord's book: what it has let, of which sites, and what it keeps for itself. The leases stay
// documents of their own; the book says which of them draw on what.
#pragma once

#include "core/evaluate/lease_state.hpp"
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

/// Income of a span of days by what it hangs on. The parts add up to what is payable.
struct Income {
    Money firm;        ///< payable whatever is delivered from now on and whoever leaves
    Money conditional; ///< firm once what is only supposed to be delivered is delivered
    Money cancellable; ///< ends, or may end, if somebody takes the first free exit that is still to
                       ///< be had
    Money total() const { return firm + conditional + cancellable; }
    Income &operator+=(const Income &other);
    Income &operator-=(const Income &other);
    friend bool operator==(const Income &, const Income &) = default;
};

/// The first way out that is still to be had on the as-of day.
struct Exit {
    RightId right;
    Truth arises;
    When notice; ///< the first day on which notice may still be given
    When effect; ///< the end of the lease if it is given on that day
    friend bool operator==(const Exit &, const Exit &) = default;
};

/// What a lease is to its landlord on a day.
struct HoldingState {
    std::int32_t first_month = 0; ///< months since January of year 0
    std::vector<Income> months;   ///< without gaps
    Income total;
    Amount headline;
    bool is_partial = false; ///< a fee is not known, and is in no sum
    std::optional<Exit> tenant;
    std::optional<Exit> landlord;
    Date last_day; ///< of the term, or before the lease ends in this scenario; never: not known
    friend bool operator==(const HoldingState &, const HoldingState &) = default;
};

/// The scenario in which nothing more is delivered than what is reported; nothing where that is no
/// other scenario.
std::optional<Scenario> undelivered(const Scenario &scenario);

/// Evaluates leases for a book one after another, in the same memory.
class HoldingEvaluator {
  public:
    HoldingState evaluate(const Lease &lease, const Scenario &scenario, Date as_of);
    /// The state behind the last answer.
    const LeaseState &state() const { return now_; }

  private:
    LeaseState now_;
    LeaseState undelivered_;
};

/// Sums of holdings in one currency, month by month.
class IncomeSum {
  public:
    void add(const HoldingState &holding);
    void remove(const HoldingState &holding); ///< one that was added
    std::int32_t first_month() const { return first_month_; }
    std::span<const Income> months() const { return months_; }
    const Income &total() const { return total_; }

  private:
    void reach(const HoldingState &holding);
    std::int32_t first_month_ = 0;
    std::vector<Income> months_;
    Income total_;
};

constexpr std::int32_t month_number(Date day) {
    return int{day.ymd().year()} * 12 + static_cast<std::int32_t>(unsigned{day.ymd().month()}) - 1;
}
/// The first day of a month.
Date day_of_month_number(std::int32_t month);

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
    Count delivered; ///< of that
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
