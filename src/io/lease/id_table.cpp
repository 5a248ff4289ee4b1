#include "io/lease/id_table.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// FNV-1a.
std::uint32_t hash_of(std::string_view id) {
    std::uint32_t hash = 2166136261;
    for (const char c : id) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
    }
    return hash;
}

} // namespace

/// Where the id is, or would be. Precondition: there are places.
std::size_t IdTable::place_of(std::string_view id) const {
    const std::size_t mask = places_.size() - 1;
    std::size_t place = hash_of(id) & mask;
    while (places_[place] != -1 && ids_[static_cast<std::size_t>(places_[place])] != id) {
        place = (place + 1) & mask;
    }
    return place;
}

void IdTable::grow() {
    places_.assign(std::max<std::size_t>(16, 2 * places_.size()), -1);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        places_[place_of(ids_[i])] = static_cast<std::int32_t>(i);
    }
}

bool IdTable::insert(std::string_view id) {
    if (places_.size() <= 2 * ids_.size()) {
        grow();
    }
    std::int32_t &place = places_[place_of(id)];
    if (place != -1) {
        return false;
    }
    place = size();
    ids_.push_back(id);
    return true;
}

std::string IdTable::declare(const Cursor &at) {
    const std::string_view id = at.identifier();
    if (!insert(id) && !id.empty()) {
        at.error("duplicate_id",
                 "The " + kind_ + " \"" + std::string{id} + "\" is declared twice; rename one.");
    }
    return std::string{id};
}

std::optional<std::int32_t> IdTable::find(std::string_view id) const {
    const std::int32_t index = places_.empty() ? -1 : places_[place_of(id)];
    return index == -1 ? std::nullopt : std::optional{index};
}

std::string IdTable::suggest(std::string_view id) const {
    std::vector<std::string_view> known = ids_;
    std::sort(known.begin(), known.end()); // of several that are as near, the first by its letters
    return suggestion(id, known);
}

std::int32_t IdTable::look_up(const Cursor &at) const {
    if (const auto index = at.is(JsonKind::String) ? find(at.raw()) : std::nullopt) {
        return *index;
    }
    const std::string several =
        kind_.ends_with('y') ? kind_.substr(0, kind_.size() - 1) + "ies" : kind_ + "s";
    at.error("unknown_" + kind_, "Expected the id of one of this document's " + several +
                                     ", found " + at.found() + "." +
                                     (at.is(JsonKind::String) ? suggest(at.raw()) : ""));
    return 0;
}

} // namespace offramp
