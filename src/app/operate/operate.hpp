// Text in, an action or a sentence out: the one way in which every reader operates.
#pragma once

#include "app/controls/operation.hpp"

#include <string_view>

namespace offramp {

/// What a control and a value come to in this model; an error names the control and what it takes.
/// `shown` is what `present` gave of this model, if anything; where it is needed and there is none,
/// the answer is made anew.
Operation operate(const Model &model, std::string_view id, const ControlValue &value, Stage stage,
                  const Exhibit *shown = nullptr);

} // namespace offramp
