// The words of the lease document for the enumerators of core, one table for both directions.
#pragma once

#include "core/ask/prospect.hpp"
#include "core/lease/lease.hpp"
#include "core/lease/scenario.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace offramp {

template <typename Enum>
using Word = std::pair<Enum, std::string_view>;

template <typename Enum>
inline constexpr int words_of = 0; // specialised below, for enums only

template <>
inline constexpr std::array words_of<Role> = {
    Word<Role>{Role::Landlord, "landlord"},
    Word<Role>{Role::Tenant, "tenant"},
    Word<Role>{Role::Other, "other"},
};
template <>
inline constexpr std::array words_of<Holder> = {
    Word<Holder>{Holder::Tenant, "tenant"},   Word<Holder>{Holder::Landlord, "landlord"},
    Word<Holder>{Holder::Either, "either"},   Word<Holder>{Holder::ThirdParty, "third_party"},
    Word<Holder>{Holder::Unknown, "unknown"},
};
template <>
inline constexpr std::array words_of<About> = {
    Word<About>{About::Tenant, "tenant"},
    Word<About>{About::Landlord, "landlord"},
    Word<About>{About::Either, "either"},
};
template <>
inline constexpr std::array words_of<Wording> = {
    Word<Wording>{Wording::Quotation, "quotation"},
    Word<Wording>{Wording::Paraphrase, "paraphrase"},
    Word<Wording>{Wording::Derived, "derived"},
};
template <>
inline constexpr std::array words_of<Exercise> = {
    Word<Exercise>{Exercise::Notice, "notice"},
    Word<Exercise>{Exercise::Automatic, "automatic"},
    Word<Exercise>{Exercise::Renewal, "renewal"},
};
/// Of events, unknowns and inputs.
template <>
inline constexpr std::array words_of<Kind> = {
    Word<Kind>{Kind::Day, "day"},         Word<Kind>{Kind::Instant, "instant"},
    Word<Kind>{Kind::Count, "count"},     Word<Kind>{Kind::Amount, "amount"},
    Word<Kind>{Kind::Truth, "condition"},
};
template <>
inline constexpr std::array words_of<Basis> = {
    Word<Basis>{Basis::Recorded, "recorded"},
    Word<Basis>{Basis::Supposed, "supposed"},
};
template <>
inline constexpr std::array words_of<Slipping> = {
    Word<Slipping>{Slipping::Together, "together"},
    Word<Slipping>{Slipping::Apart, "apart"},
};

/// The word for an enumerator; every enumerator has one (tests/io walks the tables).
template <typename Enum>
constexpr std::string_view word_for(Enum value) {
    for (const auto &[enumerator, word] : words_of<Enum>) {
        if (enumerator == value) {
            return word;
        }
    }
    return {};
}

} // namespace offramp
