// What is wrong with a document, where, and what was expected: written for people.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace offramp {

enum class Severity { Error, Warning };

/// One complaint. A document with an error is not loaded, in whole or in part.
struct Finding {
    Severity severity;
    std::string code;    ///< stable, for scripts: `unknown_name`
    std::string pointer; ///< JSON pointer (RFC 6901) of the value; empty for the whole document
    int line;            ///< from 1
    int column;          ///< from 1, in bytes
    std::string message; ///< a sentence: what was expected, what was found, what to do
    friend bool operator==(const Finding &, const Finding &) = default;
};

inline bool has_errors(const std::vector<Finding> &findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.severity == Severity::Error; });
}

} // namespace offramp
