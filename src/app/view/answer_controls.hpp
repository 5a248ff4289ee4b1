// Controls that need the answer: places on the band to jump to, what to explain, what part of the
// picture to look at. Internal to app.
#pragma once

#include "app/controls/operation.hpp"
#include "app/view/scene.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace offramp {

/// `preset`, `regime`, `regime.previous` and `regime.next`, where there is something to drag.
std::vector<Control> stop_controls(const Scene &scene);
/// `explain`: every answer, amount and day that has reasons.
Control explain_control(const Scene &scene);
/// `zoom.in`, `zoom.out`, `zoom.all`, `pan.earlier` and `pan.later`.
std::vector<Control> view_controls(const Scene &scene);

/// Whether an id is one of these or `picture`: to operate it, the whole answer is made anew.
bool needs_answer(std::string_view id);
/// What operating one of these means; nothing when the id is none of theirs. `picture` takes the
/// days to show, as two day numbers: `20697..20970`.
std::optional<Operation> operate_by_answer(const Model &model, std::string_view id,
                                           std::string_view value);

} // namespace offramp
