// Values that may be a range: one, or all from one to another. Internal to io.
#pragma once

#include "core/lease/range.hpp"
#include "io/json/cursor.hpp"

#include <cstdint>

namespace offramp {

/// One value, or an object with both ends of a range, as `read_one` reads each.
template <typename ReadOne>
Numbers range_from(const Cursor &at, ReadOne read_one) {
    if (!at.is(JsonKind::Object)) {
        return exactly(read_one(at));
    }
    at.expect_object({"from", "to"});
    const auto from = at.require("from");
    const auto to = at.require("to");
    if (!from || !to) {
        return exactly(std::int64_t{0});
    }
    const Numbers range = {read_one(*from), read_one(*to)};
    if (range.most < range.least) {
        to->error("empty_range",
                  "Expected no less than " + from->found() + ", found " + to->found() + ".");
        return exactly(range.least);
    }
    return range;
}

std::int64_t day_number_from(const Cursor &at);
std::int64_t count_from(const Cursor &at);

/// A day or a number of units, or an object with both ends of a range.
When when_from(const Cursor &at);
Count units_from(const Cursor &at);

} // namespace offramp
