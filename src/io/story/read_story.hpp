// A story, read; and held against what its steps show.
#pragma once

#include "io/json/read_result.hpp"
#include "io/story/story.hpp"

#include <string_view>
#include <vector>

namespace offramp {

/// Whether the text is a story: an object with steps inside.
bool is_story(std::string_view text);

/// A story of schema_version 1. At most most_story_bytes are read.
ReadResult<Story> read_story(std::string_view text);

/// What is wrong between a story and its lease; null where the lease could not be read. `shown` has
/// an exhibit for each step, in order: the lease under that step's scenario. Precondition:
/// `read_story` gave a story of this text.
std::vector<Finding> check_story(std::string_view text, const std::vector<Exhibit> *shown);

} // namespace offramp
