// Tables for a terminal. Internal to app.
#pragma once

#include <string>
#include <vector>

namespace offramp {

using TextTable = std::vector<std::vector<std::string>>;

/// Rows in columns as wide as their widest cell.
std::string text_table(const TextTable &rows);

} // namespace offramp
