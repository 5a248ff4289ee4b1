// What the exports share. Internal to app.
#pragma once

#include "app/exhibit/exhibit.hpp"
#include "app/exhibit/palette.hpp"
#include "app/model/model.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace offramp {

/// What a format writes in the place of a character.
struct Escape {
    char character;
    std::string_view written;
};
std::string escaped_by(std::string_view text, std::span<const Escape> escapes);

/// `& < > " '` as entities.
std::string escaped(std::string_view text);

/// "#1d1c1a".
std::string hex_of(Rgb colour);

/// The page's address with this scenario's permalink. Empty for an address that is not http or
/// https, or that holds what no address does: quotation marks, spaces, brackets, other letters.
std::string cited_address(std::string_view page, const Exhibit &exhibit);

/// A picture that grows: elements with their attributes and text.
class Drawing {
  public:
    Drawing &add(std::string_view markup);
    /// ` name="value"`. Precondition: the value has nothing to escape.
    Drawing &attribute(std::string_view name, std::string_view value);
    Drawing &attribute(std::string_view name, std::int64_t value);
    /// Escaped.
    Drawing &text(std::string_view content);

    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

/// The clause of that id, or null.
const ClauseRow *clause_of(const Exhibit &exhibit, std::string_view id);

/// What is supposed against the published scenario, the day seen from aside: "GPUs delivered on:
/// 15 November 2026; …" on one line. Empty when nothing is.
std::string suppositions_of(const Model &model);

} // namespace offramp
