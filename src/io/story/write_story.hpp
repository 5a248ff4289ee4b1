// A story as its page prints it: figures filled in, choices and answers worked out.
#pragma once

#include "io/story/story.hpp"

#include <string>
#include <vector>

namespace offramp {

/// As JSON; `shown` has an exhibit for each step. Precondition: `check_story` found no error.
std::string write_story(const Story &story, const std::vector<Exhibit> &shown);

} // namespace offramp
