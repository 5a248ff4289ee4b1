// Ids of a document, declared once and looked up. Internal to io.
#pragma once

#include "io/json/cursor.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace offramp {

/// Ids of one kind and where each was given; an id given twice is an error.
class IdTable {
  public:
    /// `kind` is for messages: "clause".
    explicit IdTable(std::string kind) : kind_(std::move(kind)) {}

    std::string declare(const Cursor &at);
    bool insert(const std::string &id); ///< false when the id was there already
    /// The index of a declared id; an error and 0 when there is none of that name.
    std::int32_t look_up(const Cursor &at) const;
    std::optional<std::int32_t> find(std::string_view id) const;
    std::int32_t size() const { return static_cast<std::int32_t>(index_.size()); }
    /// ` Did you mean "…"?`, or nothing.
    std::string suggest(std::string_view id) const;

  private:
    std::string kind_;
    std::map<std::string, std::int32_t, std::less<>> index_;
};

} // namespace offramp
