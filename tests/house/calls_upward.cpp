// Planted: io may not call the words of app, not even by a declaration of its own.
#include "core/days/date.hpp"

#include <string>

namespace offramp {

std::string long_date(Date day);
std::string planted() { return long_date(Date::dawn()); }

} // namespace offramp
