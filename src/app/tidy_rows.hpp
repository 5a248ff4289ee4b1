// What the engine finds as lines of one table, in the words of programs. Internal to app.
#pragma once

#include "app/explain.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace offramp {

struct TidyRow {
    std::string_view table;
    std::string id;
    std::string what;
    std::string who = {};
    std::string from = {}; ///< with `to`: ISO days, both included, where they are exactly known
    std::string to = {};
    std::string value = {};
    std::string amount = {}; ///< a decimal, where it is exactly known
    std::string least = {};  ///< bounds of what is not: ISO days or decimals
    std::string most = {};
    std::string_view currency = {};
    std::string_view standing = {};
    std::string reading = {};     ///< the option under which the line holds; empty: those chosen
    std::string disputed_by = {}; ///< readings of which another option gives another value
    std::string how = {};
    std::string clause = {};
};

/// Rights, key dates, money and months under the readings chosen, and after them every line that
/// another option of one reading changes.
std::vector<TidyRow> tidy_rows(const Answered &answered, Date as_of);

} // namespace offramp
