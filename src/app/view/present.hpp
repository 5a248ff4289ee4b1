// The one way out: a model as an Exhibit.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/model/model.hpp"

namespace offramp {

/// Pure and total: the same model gives the same Exhibit everywhere.
Exhibit present(const Model &model);

} // namespace offramp
