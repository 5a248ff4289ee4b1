// Between what a reader operates and what the model holds: control ids, their texts, and links.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/model/targets.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offramp {

/// The model's controls in the order of `targets_of`, then undo, redo, reset, pin and unpin. A day
/// that may not come has a toggle before it: `notice.convenience.on`.
std::vector<Control> controls_of(const Model &model);

/// The one that sets a target, without the toggle before it.
Control control_of(const Model &model, const Target &target);

Control button_control(std::string id, std::string label, bool enabled);
/// `chosen` is an option's id, or empty when what stands there is none of them.
Control choice_control(std::string id, std::string label, std::vector<ControlOption> options,
                       std::string_view chosen);

/// The controls whose values differ from the published ones, as `controls_of` has them.
std::vector<Control> changed_controls(const Model &model);

} // namespace offramp
