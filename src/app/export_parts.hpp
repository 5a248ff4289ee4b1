// What the exports share. Internal to app.
#pragma once

#include "app/exhibit.hpp"
#include "app/model.hpp"

#include <span>
#include <string>
#include <string_view>

namespace offramp {

/// What a format writes in the place of a character.
struct Escape {
    char character;
    std::string_view written;
};
std::string escaped_by(std::string_view text, std::span<const Escape> escapes);

/// ` name="value"`, of a picture.
std::string attribute(std::string_view name, std::int64_t value);

/// The clause of that id, or null.
const ClauseRow *clause_of(const Exhibit &exhibit, std::string_view id);

/// What is supposed against the published scenario, the day seen from aside: "GPUs delivered on:
/// 15 November 2026; …" on one line. Empty when nothing is.
std::string suppositions_of(const Model &model);

} // namespace offramp
