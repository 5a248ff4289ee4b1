// Typed indices: a ReadingId cannot be handed in where a ClauseId is expected.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace offramp {

/// An index into one vector of a lease; which vector, the tag says.
/// Ids are made by whoever fills that vector and are valid for that lease only.
template <typename Tag>
struct Id {
    std::int32_t index;

    constexpr std::size_t at() const { return static_cast<std::size_t>(index); }
    friend constexpr bool operator==(const Id &, const Id &) = default;
};

/// The element that the id names. Precondition: the id was made for this vector.
template <typename Tag, typename T>
const T &get(const std::vector<T> &all, Id<Tag> id) {
    return all[id.at()];
}

/// The id of the element that will be appended next.
template <typename Tag, typename T>
Id<Tag> next_id(const std::vector<T> &all) {
    return Id<Tag>{static_cast<std::int32_t>(all.size())};
}

} // namespace offramp
