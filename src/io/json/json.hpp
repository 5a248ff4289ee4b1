// JSON text as a tree that knows where each value stands. Refuses what RFC 8259 refuses, and also
// duplicate keys, byte order marks, control and direction marks in strings, and excess.
#pragma once

#include "core/lease/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

inline constexpr std::size_t max_json_bytes = 16'000'000;
inline constexpr std::size_t max_json_depth = 64;
inline constexpr std::size_t max_json_values = 500'000;
inline constexpr std::size_t max_json_string_bytes = 20'000;
inline constexpr std::size_t max_findings = 200; ///< and one that says that there are more

enum class JsonKind { Null, Boolean, Number, String, Array, Object };

/// As `==`, for keys: two of one length mostly differ in their first letter already, which spares a
/// call for each.
inline bool is_same_key(std::string_view a, std::string_view b) {
    return a.size() == b.size() && (a.empty() || (a.front() == b.front() && a == b));
}

/// A value of the tree, by its place in JsonDocument::nodes.
struct JsonNode {
    JsonKind kind;
    std::string_view key;  ///< inside an object
    std::string_view text; ///< the string's content, the number as written, `true` or `false`
    std::size_t offset;    ///< of the first byte
    std::int32_t parent;
    std::int32_t first_child;
    std::int32_t last_child;
    std::int32_t next;
    std::int32_t origin = -1; ///< the value that this one repeats
};

/// Invariant: node 0 is the document's value; -1 stands for "none" in every link. Keys and texts
/// are views into `source`, or into `unescaped` where the source writes them with a backslash.
struct JsonDocument {
    std::string_view source;
    std::vector<JsonNode> nodes;
    std::forward_list<std::string> unescaped; ///< moves with the document, but in no memory
};

/// Nothing, and at least one error, when the text is not acceptable JSON. The text must outlive
/// the document.
std::optional<JsonDocument> parse_json(std::string_view text, std::vector<Finding> &findings);

/// RFC 6901, as `/rights/0/grace`.
std::string pointer_to(const JsonDocument &document, std::int32_t node);

/// A finding about one value of the document.
Finding finding_at(const JsonDocument &document, std::int32_t node, Severity severity,
                   std::string code, std::string message);

} // namespace offramp
