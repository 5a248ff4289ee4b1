// Between what a reader operates and what the model holds: control ids, their texts, and links.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/model/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offramp {

/// The id of the control that sets a target: `deliver`, `units`, `notice.convenience`,
/// `event.accept`, `as-of`, `reading.month-count`. With several tranches `deliver.<tranche>`.
std::string control_id(const Model &model, const Target &target);

/// The model's controls in the order of `targets_of`, then undo, redo, reset, pin and unpin. A day
/// that may not come has a toggle before it: `notice.convenience.on`.
std::vector<Control> controls_of(const Model &model);

Control button_control(std::string id, std::string label, bool enabled);
/// `chosen` is an option's id, or empty when what stands there is none of them.
Control choice_control(std::string id, std::string label, std::vector<ControlOption> options,
                       std::string_view chosen);

/// What operating a control means, or a sentence that names what is wrong with the value.
/// Days are ISO 8601 from 1900-01-01 to 2200-12-31, or `never`; or `#` and a day number, for
/// readers that know only where on the picture a day stands.
struct Operation {
    std::optional<Action> action;
    std::string error;
};
Operation operate(const Model &model, std::string_view id, std::string_view value, Stage stage);

/// The controls whose values differ from the published ones, as `controls_of` has them.
std::vector<Control> changed_controls(const Model &model);

/// The part of a supposition that differs from the published one, as a fragment without `#`:
/// `deliver=2026-11-15&reading.month-count=whole_month`.
std::string link_of(const Model &model);

/// The same for citing: `v=1.x3k9&terms=2026-06-05&on=2026-11-22&deliver=2026-11-15`. It says in
/// which version of these words it is written, by four characters whether all of it has arrived,
/// for which version of the terms it was made, and on which day, which what is published hangs on.
std::string permalink_of(const Model &model);
/// The same of a link that is there already.
std::string permalink_of(const Model &model, std::string_view link);

/// A link without what hosts and mail clients did to it on its way.
std::string mended_link(std::string_view link);

/// Takes either kind of link, mended. What it cannot take is left out, and named in `notes`; of a
/// permalink that is cut, or of a newer version, it takes nothing.
Model follow_link(Model model, std::string_view fragment);

} // namespace offramp
