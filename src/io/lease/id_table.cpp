#include "io/lease/id_table.hpp"

namespace offramp {

bool IdTable::insert(const std::string &id) { return index_.try_emplace(id, size()).second; }

std::string IdTable::declare(const Cursor &at) {
    std::string id = at.identifier();
    if (!insert(id) && !id.empty()) {
        at.error("duplicate_id", "The " + kind_ + " \"" + id + "\" is declared twice; rename one.");
    }
    return id;
}

std::optional<std::int32_t> IdTable::find(std::string_view id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? std::nullopt : std::optional{found->second};
}

std::string IdTable::suggest(std::string_view id) const {
    std::vector<std::string_view> known;
    for (const auto &[name, index] : index_) {
        known.push_back(name);
    }
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
