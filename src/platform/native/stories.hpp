// Stories from files. A story's lease lies beside it: ../leases/<id>.json.
#pragma once

#include "platform/native/files.hpp"

#include <string>
#include <vector>

namespace offramp {

/// Prints what is wrong with the story and with its lease, and gives whether nothing is an error.
bool validate_story(const std::string &path, const std::string &text);

/// `show STORY.json [--json]`; the exit code.
int show_story(const std::vector<std::string> &arguments, const NamedFile &file);

} // namespace offramp
