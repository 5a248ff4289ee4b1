// What operating a control comes to.
#pragma once

#include "app/model/model.hpp"

#include <optional>
#include <string>

namespace offramp {

/// What operating a control means, or a sentence that names what is wrong with the value.
/// As text, days are ISO 8601 from 1900-01-01 to 2200-12-31, or `never`; or `#` and a day number,
/// for sliders of the page.
struct Operation {
    std::optional<Action> action;
    std::string error;
};

} // namespace offramp
