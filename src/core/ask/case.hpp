// A worked case: a lease, a scenario, and the answers that somebody derived by hand.
#pragma once

#include "core/ask/question.hpp"
#include "core/lease/scenario.hpp"

#include <string>
#include <vector>

namespace offramp {

/// One stated answer. The path is that of `answers`; the text is what the answer must read.
struct Expectation {
    std::string path;
    std::string text;
    friend bool operator==(const Expectation &, const Expectation &) = default;
};

/// The answers under one scenario and one choice of readings.
struct Hearing {
    std::string title;
    Scenario scenario;
    Date as_of;
    std::vector<Expectation> expect;
    Question question; ///< asked beside the scenario; it changes none of the other answers
    friend bool operator==(const Hearing &, const Hearing &) = default;
};

struct Case {
    std::string id;
    std::string title;
    std::string source;
    Lease lease;
    std::vector<Hearing> hearings; ///< the case itself first, then its other readings and scenarios
    std::vector<std::string> taxonomy; ///< rows of clause forms that the case exercises
    std::vector<std::string> arithmetic;
    friend bool operator==(const Case &, const Case &) = default;
};

} // namespace offramp
