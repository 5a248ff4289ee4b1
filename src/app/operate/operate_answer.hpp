// Operating what came with an answer: nothing is evaluated. Internal to app.
#pragma once

#include "app/controls/operation.hpp"

#include <string_view>

namespace offramp {

/// Whether an id is a control that comes of the answer, or `picture`.
bool comes_of_answer(std::string_view id);

/// What operating it means; `exhibit` is what `present` gave of this model. `picture` takes the
/// days to show, and keeps them inside the whole.
Operation operate_answer(const Model &model, const Exhibit &exhibit, std::string_view id,
                         const ControlValue &value);

} // namespace offramp
