// What can be set in a model: its id, its name, and the values it takes. Internal to app.
#pragma once

#include "app/model/model.hpp"

#include <cstdint>
#include <string>

namespace offramp {

/// Days that a control takes, both included.
inline constexpr Date first_allowed = "1900-01-01"_date;
inline constexpr Date last_allowed = "2200-12-31"_date;

/// What the id of the toggle before an optional day ends with: of a delivery it switches to never,
/// of anything else it switches from never to a day.
std::string_view toggle_suffix(const Target &target);

/// Whether the target is a fact that holds or does not.
bool is_condition(const Model &model, const Target &target);

/// Whether one value is supposed of it: of a fact that no source states there is none, until the
/// reader says one.
bool is_known(const Model &model, const Target &target);

/// A count or an amount, and no day.
bool is_number(const Model &model, const Target &target);
/// An amount in minor units.
bool is_amount(const Model &model, const Target &target);
/// Whether it is a fact that no source states, to which a reader may go back.
bool is_gap(const Model &model, const Target &target);
/// Whether a toggle says that the day never comes.
bool is_optional(const Model &model, const Target &target);
/// Whether nothing is supposed of a delivery's day, and no source reports one; or of a day that no
/// source states; or no notice, where that is what the lease's handle drags.
bool is_open(const Model &model, const Target &target);
/// The day on which an open control stands before it is touched: the due day of a delivery where it
/// is known, else the day seen from, or the nearest that is allowed.
Date first_touch_day(const Model &model, const Target &target);

/// The id of the control that sets a target: `deliver`, `units`, `notice.convenience`,
/// `event.accept`, `as-of`, `reading.month-count`. With several tranches `deliver.<tranche>`.
std::string control_id(const Model &model, const Target &target);

/// "GPUs delivered on".
std::string label_of(const Model &model, const Target &target);

/// The values of a count, minor units or day numbers, both included.
struct Bounds {
    std::int64_t least;
    std::int64_t most;
};
/// What a slider offers.
Bounds bounds_of(const Model &model, const Target &target);
/// What may be typed: more, where the papers set no bound.
Bounds typed_bounds_of(const Model &model, const Target &target);

std::int64_t minor_per_major(const Model &model);

} // namespace offramp
