// What can be set in a model: its id, its name, and the values it takes. Internal to app.
#pragma once

#include "app/model/model.hpp"

#include <cstdint>
#include <string>

namespace offramp {

/// Days that a control takes, both included.
inline constexpr Date first_allowed = "1900-01-01"_date;
inline constexpr Date last_allowed = "2200-12-31"_date;

/// What the id of a toggle ends with; it stands before the day that it switches.
inline constexpr std::string_view on_suffix = ".on";

/// Whether the target is a fact that holds or does not.
bool is_condition(const Model &model, const Target &target);

/// Whether one value is supposed of it: of a fact that no source states there is none, until the
/// reader says one.
bool is_known(const Model &model, const Target &target);

/// A count, and no day.
bool is_number(const Target &target);
/// Whether the reader may say that the day never comes.
bool is_optional(const Target &target);
/// Whether it is the notice that the lease puts on the picture, which is always given.
bool is_handle(const Model &model, const Target &target);

/// The id of the control that sets a target: `deliver`, `units`, `notice.convenience`,
/// `event.accept`, `as-of`, `reading.month-count`. With several tranches `deliver.<tranche>`.
std::string control_id(const Model &model, const Target &target);

/// "GPUs delivered on".
std::string label_of(const Model &model, const Target &target);

/// The values of a count, both included.
struct Bounds {
    std::int64_t least;
    std::int64_t most;
};
Bounds bounds_of(const Model &model, const Target &target);

} // namespace offramp
