#include "app/link/seal.hpp"

#include "app/words/text.hpp"

#include <algorithm>
#include <charconv>

namespace offramp {

namespace {

/// What begins a permalink: the version of these words.
constexpr std::string_view seal_prefix = "v=1.";
constexpr int known_version = 1;
constexpr std::size_t check_size = 4;

/// Twenty bits of FNV-1a as four characters of Crockford's base32, which has no letters that are
/// taken for others. They notice a cut link; they keep nobody from writing one.
std::string check_of(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
    std::uint32_t hash = 2166136261U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    hash ^= hash >> 20U;
    std::string out;
    for (std::size_t i = check_size; 0 < i; --i) {
        out += digits[(hash >> (5 * (i - 1))) & 31U];
    }
    return out;
}

} // namespace

std::string word_of_terms(std::string_view terms) {
    constexpr std::size_t longest = 40;
    std::string word{terms.substr(0, longest)};
    std::replace_if(
        word.begin(), word.end(),
        [](char c) { return !is_letter_or_digit(c) && c != '.' && c != '_'; }, '-');
    const bool is_same = word == terms && !word.empty() && is_letter_or_digit(word.back());
    return is_same ? word : word + "." + check_of(terms);
}

std::string seal_of(std::string_view words) { return std::string{seal_prefix} + check_of(words); }

Seal break_seal(std::string_view link, std::string_view &words) {
    const std::string pairs = "&" + std::string{link} + "&";
    const std::size_t at = std::min(pairs.find("&v="), pairs.find("&v&"));
    if (at != 0) {
        return at == std::string::npos ? Seal::None : Seal::Broken;
    }
    int version = 0;
    const char *const end = link.data() + link.size();
    std::from_chars(link.data() + std::min<std::size_t>(2, link.size()), end, version);
    if (known_version < version) {
        return Seal::Newer;
    }
    const std::size_t size = seal_prefix.size() + check_size;
    if (!link.starts_with(seal_prefix) || link.size() <= size || link[size] != '&' ||
        link.substr(seal_prefix.size(), check_size) != check_of(link.substr(size + 1))) {
        return Seal::Broken;
    }
    words = link.substr(size + 1);
    return Seal::Whole;
}

} // namespace offramp
