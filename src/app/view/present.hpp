// The one way out: a model as an Exhibit.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/model/model.hpp"

namespace offramp {

/// Pure and total: the same model gives the same Exhibit everywhere. While something is being
/// dragged it leaves out what takes longest and follows at the end of the drag: other readings and
/// their range, contrasts, reasons, and the map unless somebody sees it (`has_map`).
Exhibit present(const Model &model, bool has_map = true);

} // namespace offramp
