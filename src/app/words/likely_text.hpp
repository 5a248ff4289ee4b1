// What somebody thinks likely, as links and the command line write it, and as a sentence says it.
//
//   2026-10-15,2026-11-30,2%       even odds by, nine in ten by, never (may be left out)
//   2026-10-01..2026-12-31,5%      evenly from one day to another, never
//   2026-10:40,2026-11:50,never:10 months and their weights; with % they add up to 100 %
//   late:0,31,45..60               as many days late as others were
#pragma once

#include "core/ask/likely.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace offramp {

struct ParsedLikely {
    std::optional<Likely> likely;
    std::string error; ///< a sentence, where there is none
};
/// Checks the form only; `complaint_about` says what else may be wrong.
ParsedLikely parse_likely(std::string_view text);

struct ParsedLateness {
    std::optional<Distribution> days; ///< day numbers count days late; `never` is one
    std::string error;                ///< a sentence, where there is none
};
/// How late all of several deliveries come: "30,90,2%" (even odds by 30 days, nine in ten by 90,
/// never), or "late:0,31,45..60" (as many days late as others were). At most 2,200 days.
ParsedLateness parse_lateness(std::string_view text);

/// "even odds by 30 days late, nine in ten by 90, 2 % never". Precondition: `parse_lateness` takes
/// it.
std::string lateness_phrase(std::string_view text);

/// What `parse_likely` reads.
std::string likely_text(const Likely &likely);

/// "even odds by 15 October 2026, nine in ten by 30 November 2026, 2 % never".
std::string likely_phrase(const Likely &likely);

/// "37 in 100"; "fewer than 1 in 100"; "30 to 55 in 100" where no source states what decides.
/// Never more exact than that: it is a guess that it comes from.
std::string chance_text(Parts least, Parts most);

} // namespace offramp
