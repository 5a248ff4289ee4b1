// Ids of a document, declared once and looked up. Internal to io.
#pragma once

#include "io/json/cursor.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

/// Ids of one kind in the order in which they were given; an id given twice is an error. Their
/// texts must outlive the table: they stand in the document, or in names made from it.
class IdTable {
  public:
    /// `kind` is for messages: "clause".
    explicit IdTable(std::string kind) : kind_(std::move(kind)) {}

    std::string declare(const Cursor &at);
    bool insert(std::string_view id); ///< false when the id was there already
    /// The index of a declared id; an error and 0 when there is none of that name.
    std::int32_t look_up(const Cursor &at) const;
    std::optional<std::int32_t> find(std::string_view id) const;
    std::int32_t size() const { return static_cast<std::int32_t>(ids_.size()); }
    /// ` Did you mean "…"?`, or nothing.
    std::string suggest(std::string_view id) const;

  private:
    std::size_t place_of(std::string_view id) const;
    void grow();

    std::string kind_;
    std::vector<std::string_view> ids_;
    /// Indices of ids from the place of their hash on; -1 where there is none. At least half are
    /// free, and their number is a power of two.
    std::vector<std::int32_t> places_;
};

} // namespace offramp
