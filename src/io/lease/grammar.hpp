// How documents write the rules of a lease: one table, from which rules are read and written and
// the JSON Schema is made. Internal to io.
#pragma once

#include "core/lease/rule.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace offramp {

/// No stated number of units, days or months is larger.
inline constexpr std::int64_t most_units = 1'000'000'000'000;

using MaybeClause = std::optional<ClauseId>;

/// Whether a key must stand in the object.
enum class Need {
    Lead,     ///< yes, and it tells the form
    Required, ///< yes
    Optional, ///< no
    Setting,  ///< no, if the lease's conventions or the trade say it
};

/// What the value of a key is.
enum class Holds {
    One,     ///< a rule
    List,    ///< rules; the last key of its form
    Tranche, ///< the id of a tranche
    Fee,     ///< the id of a fee
    Time,    ///< a clock time: "17:00"
};

struct Slot {
    std::string_view key;
    Need need;
    Kind kind; ///< of the rule; unused for ids and times
    Holds holds = Holds::One;
    std::int8_t place = -1; ///< among the children of the rule; -1 for ids and times
};

/// One way to write a rule of a kind. Slots that hold rules are the children of the rule in order.
struct Spelling {
    Form form;
    Kind kind;
    std::span<const Slot> slots;
};

/// All of them. Where the lead keys of two are in one object, the first counts.
std::span<const Spelling> spellings();

/// "a day", "a count": for messages.
std::string_view name_of(Kind kind);

/// The words of a kind in the order of its enumerators; none for Calendar, whose words are ids.
std::vector<std::string_view> words_of_kind(Kind kind);

/// The key of a kind of words under `conventions`.
std::string_view convention_key(Kind kind);

} // namespace offramp
