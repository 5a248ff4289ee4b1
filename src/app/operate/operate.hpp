// Text in, an action or a sentence out: the one way in which every reader operates.
#pragma once

#include "app/controls/operation.hpp"

#include <string_view>

namespace offramp {

/// What a control and a value come to in this model; an error names the control and what it takes.
Operation operate(const Model &model, std::string_view id, std::string_view value, Stage stage);

} // namespace offramp
