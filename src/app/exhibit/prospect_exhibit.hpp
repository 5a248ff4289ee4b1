// What is likely, as plain data: texts for whoever shows it, and parts of a million for whoever
// draws it.
#pragma once

#include "app/exhibit/exhibit.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace offramp {

struct LikelyDay {
    std::int64_t day; ///< day number
    std::string text; ///< ISO 8601, or "never"
    std::int64_t parts;
};
struct LikelyOutcome {
    Tone tone;
    std::string label;           ///< "Google may leave"
    std::string chance;          ///< "37 in 100"
    std::int64_t parts;          ///< of a million
    std::vector<LikelyDay> days; ///< on which it follows from delivery, in order
};
/// "31 Oct 2026", or an exact amount.
struct LikelyQuantiles {
    std::string tenth;
    std::string median;
    std::string ninetieth;
};
struct LikelyWay {
    std::string holder;
    std::string right;
    std::string chance;       ///< that notice can be given on some day
    std::int64_t least_parts; ///< of a million
    std::int64_t most_parts;
    LikelyQuantiles first; ///< first day for notice, if there is one; empty where none is known
    LikelyQuantiles ends;  ///< of the lease by that notice
    struct Step {
        std::string from; ///< ISO 8601
        std::int64_t least_parts;
        std::int64_t most_parts;
    };
    std::vector<Step> open; ///< the chance that notice can be given, from each of these days on
};
/// Months that follow each other, each with the same fees.
struct LikelyMonths {
    std::string first; ///< "2026-10"
    std::string last;
    std::string fees; ///< expected of each month, exact to the minor unit
};
struct ProspectExhibit {
    std::string supposed;                ///< "even odds by 15 October 2026, …"
    std::string as_of;                   ///< "As of 27 September 2026"
    std::vector<LikelyOutcome> outcomes; ///< in order of their first days of delivery
    std::vector<LikelyWay> ways;
    LikelyQuantiles firm; ///< exact amounts; empty without fees
    std::string caveat;   ///< of fees that are not public; may be empty
    std::vector<LikelyMonths> months;
};

} // namespace offramp
