// The runs of a supposed value over which the outcome is the same, and the exact days between them.
#pragma once

#include "core/ask/work.hpp"
#include "core/evaluate/evaluate.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace offramp {

/// What a reader may drag: a number of the scenario. Days are day numbers.
struct DeliveryDay {
    std::size_t delivery; ///< index into Scenario::deliveries
    friend bool operator==(const DeliveryDay &, const DeliveryDay &) = default;
};
struct DeliverySize {
    std::size_t delivery;
    friend bool operator==(const DeliverySize &, const DeliverySize &) = default;
};
struct NoticeDay {
    RightId right;
    friend bool operator==(const NoticeDay &, const NoticeDay &) = default;
};
struct EventDay {
    EventId event;
    friend bool operator==(const EventDay &, const EventDay &) = default;
};
/// Days of delay of which only the number is supposed.
struct DelayLength {
    DelayId delay;
    friend bool operator==(const DelayLength &, const DelayLength &) = default;
};
struct UnknownValue {
    UnknownId unknown;
    friend bool operator==(const UnknownValue &, const UnknownValue &) = default;
};
using Axis =
    std::variant<DeliveryDay, DeliverySize, NoticeDay, EventDay, DelayLength, UnknownValue>;

/// Puts a value, or a range of values, in the axis' place. A day number beyond the calendar is
/// `never`.
void suppose(Scenario &scenario, const Axis &axis, const Numbers &value);

/// What the scenario holds in the axis' place.
Numbers supposed(const Scenario &scenario, const Axis &axis);

/// The life of one right, without its days.
struct RightOutcome {
    std::vector<Status> statuses; ///< in order of time, but for grace, of which `late` tells
    bool late;                    ///< what it waits for was done late
    Truth arises;                 ///< it becomes exercisable on at least one day
    bool settled;                 ///< nothing after the statuses depends on an unknown
    bool open_before;             ///< on an axis of days: notice could be given before the day
    friend bool operator==(const RightOutcome &, const RightOutcome &) = default;
};
using Outcome = std::vector<RightOutcome>; ///< by RightId

/// Every value from `first` to `last`, both included, has this outcome.
struct Regime {
    std::int64_t first;
    std::int64_t last;
    Outcome outcome;
    friend bool operator==(const Regime &, const Regime &) = default;
};

/// The outcome at one value of the axis.
Outcome outcome_at(const Lease &lease, const Scenario &scenario, const Axis &axis,
                   std::int64_t value);

/// All regimes from `first` to `last`, in order, without gaps; neighbours differ.
/// The engine is asked about a whole range of values at once. Where it can answer without
/// "depends", the range is one regime; otherwise the range is halved. Exact, but where no value of
/// thousands is decided: what is left when the work of a picture is done is one regime, of which
/// only what holds of all its values is said.
std::vector<Regime> regimes(const Lease &lease, const Scenario &scenario, const Axis &axis,
                            std::int64_t first, std::int64_t last);
/// As many of them, from the first on, as are found by this work, which it lessens.
std::vector<Regime> regimes(const Lease &lease, const Scenario &scenario, const Axis &axis,
                            std::int64_t first, std::int64_t last, Work &work);

/// The same along the day that the reader looks from: each outcome holds the one status of that
/// day, none where it depends on an unknown. Found from the phases; nothing is evaluated again.
std::vector<Regime> regimes_as_of(const LeaseState &state, Date first, Date last);

} // namespace offramp
