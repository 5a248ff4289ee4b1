// The words of links that do not name a control, and what shows that a link is whole.
#pragma once

#include <string>
#include <string_view>

namespace offramp {

/// What begins the keys of the pinned scenario A: `a.deliver=2026-10-01`; `a=published` where it
/// is the published one.
inline constexpr std::string_view pinned_prefix = "a.";
inline constexpr std::string_view pinned_as_published = "a=published";

enum class Seal {
    None,   ///< written by hand
    Whole,  ///< all of it is there
    Broken, ///< a part of it is not
    Newer,  ///< of words that this version does not know
};

/// A version of the terms in the letters of a link; one that holds others is told apart by a check.
std::string word_of_terms(std::string_view terms);

/// The version of these words and a check of what follows: `v=1.x3k9`.
std::string seal_of(std::string_view words);

/// Whether a mended link is all there; if so, `words` becomes what follows `v=1.CHECK&`.
Seal break_seal(std::string_view link, std::string_view &words);

} // namespace offramp
