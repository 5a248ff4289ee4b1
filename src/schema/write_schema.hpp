// JSON Schema (draft 2020-12) of lease documents, case files and stories, made from the tables by
// which they are read. No part of the web engine. A schema sees shapes: keys, words, days, amounts,
// limits. What takes the whole document to see, such as ids that nobody declares and rules in a
// circle, only the readers find.
#pragma once

#include <string>

namespace offramp {

/// The text of `lease.schema.json`.
std::string write_lease_schema();

/// The text of `case.schema.json`, which refers to the former by that name.
std::string write_case_schema();

/// The text of `story.schema.json`, which refers to the first for ids and texts.
std::string write_story_schema();

} // namespace offramp
