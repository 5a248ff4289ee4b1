// The commands of `offramp`. Each returns the process' exit code.
#pragma once

#include <string>
#include <vector>

namespace offramp {

using Arguments = std::vector<std::string>;

int show(const Arguments &arguments);
int slips(const Arguments &arguments);
int validate(const Arguments &arguments);
int check(const Arguments &arguments);
int render(const Arguments &arguments);
int palette(const Arguments &arguments);
int schema(const Arguments &arguments);
int bench(const Arguments &arguments);
int stream(const Arguments &arguments);
int generate(const Arguments &arguments);

/// Prints `offramp: <what>` to standard error and gives exit code 2.
int usage_error(const std::string &what);

} // namespace offramp
