// The days of the answer as a calendar.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/model/model.hpp"

#include <string>
#include <string_view>

namespace offramp {

/// The exactly known days as a calendar (RFC 5545), with reminders of those that open or close a
/// window. Entries keep their UIDs from scenario to scenario. Empty when no day is known.
/// `address` is the page's; one that cannot be cited is left out.
std::string export_ics(const Model &model, const Exhibit &exhibit, std::string_view address);

} // namespace offramp
