// Controls that come of the answer: places on the band to jump to, what to explain, what part of
// the picture to look at. Internal to app.
#pragma once

#include "app/view/scene.hpp"

#include <vector>

namespace offramp {

/// Days that the picture shows at the least.
inline constexpr std::int64_t shortest_view = 21;

/// `preset`, `regime`, `regime.previous` and `regime.next`, where there is something to drag.
std::vector<Control> stop_controls(const Scene &scene);
/// `explain`: every answer, amount and day that has reasons.
Control explain_control(const Scene &scene);
/// `zoom.in`, `zoom.out`, `zoom.all`, `pan.earlier` and `pan.later`.
std::vector<Control> view_controls(const Scene &scene);

} // namespace offramp
