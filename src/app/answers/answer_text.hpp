// How answers read: ISO days, decimal amounts, `least..most`. Internal to this room.
#pragma once

#include "core/lease/lease.hpp"
#include "core/lease/range.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offramp {

/// The part of a path before its first point; the rest stays.
inline std::string_view take(std::string_view &path) {
    const std::size_t point = path.find('.');
    const std::string_view head = path.substr(0, point);
    path.remove_prefix(point == std::string_view::npos ? path.size() : point + 1);
    return head;
}

inline std::string text_of(Date day) { return day.is_day() ? to_iso(day) : "none"; }

inline std::string text_of(const When &when) {
    return when.known() ? text_of(when.least) : text_of(when.least) + ".." + text_of(when.most);
}

inline std::string text_of(const Count &count) {
    const auto one = [](std::int64_t number) {
        return number < endless ? std::to_string(number) : "unbounded";
    };
    return count.known() ? one(count.least) : one(count.least) + ".." + one(count.most);
}

inline std::string text_of(const Amount &amount, int digits) {
    return amount.known()
               ? to_decimal(amount.least, digits)
               : to_decimal(amount.least, digits) + ".." + to_decimal(amount.most, digits);
}

/// The holder of a way out, in a word and back.
inline std::string_view word_of_holder(Role holder) {
    return holder == Role::Tenant     ? "tenant"
           : holder == Role::Landlord ? "landlord"
                                      : "third_party";
}

inline std::optional<Role> role_of(std::string_view word) {
    return word == "tenant"        ? std::optional{Role::Tenant}
           : word == "landlord"    ? std::optional{Role::Landlord}
           : word == "third_party" ? std::optional{Role::Other}
                                   : std::nullopt;
}

template <typename T>
std::optional<std::size_t> index_of_id(const std::vector<T> &all, std::string_view id) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id == id) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace offramp
