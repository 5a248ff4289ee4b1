// What hosts and mail clients do to an address on its way, undone. A link of ours holds letters,
// digits and `-._=&` only, so that whatever else stands in one was put there by somebody else.
#include "app/link/mended_link.hpp"

#include "app/words/text.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

/// Mail clients encode what another has encoded already; nobody has been seen to do it more often.
constexpr int most_encodings = 3;

int digit_of(char c) {
    return '0' <= c && c <= '9'   ? c - '0'
           : 'a' <= c && c <= 'f' ? c - 'a' + 10
           : 'A' <= c && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/// Percent-encoded bytes decoded once; a broken sequence stays as it is.
std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_byte = text[i] == '%' && i + 2 < text.size() && 0 <= digit_of(text[i + 1]) &&
                             0 <= digit_of(text[i + 2]);
        if (is_byte) {
            out += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

/// The ampersand as HTML writes it, once or again and again.
void mend_ampersands(std::string &text) {
    constexpr std::array<std::string_view, 4> written = {"&amp;", "&#038;", "&#38;", "&#x26;"};
    for (const std::string_view one : written) {
        for (std::size_t at = text.find(one); at != std::string::npos; at = text.find(one)) {
            text.erase(at + 1, one.size() - 1);
        }
    }
}

/// WordPress appends `#?secret=` and ten characters to whatever it embeds, after our fragment too.
void drop_secrets(std::string &text) {
    constexpr std::string_view name = "?secret=";
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name)) {
        const auto from = text.begin() + static_cast<std::ptrdiff_t>(at);
        const auto value = from + static_cast<std::ptrdiff_t>(name.size());
        text.erase(from, std::find_if_not(value, text.end(), is_letter_or_digit));
    }
}

/// Leaves the fragment of an address, without what a host hung behind it.
void cut_to_fragment(std::string &text) {
    text.erase(0, text.find_first_not_of('#'));
    const std::size_t hash = text.find('#');
    if (hash != std::string::npos && text.find('/') < hash) {
        text.erase(0, hash + 1);
    }
    // `deliver=#20742` is a day by its number.
    for (std::size_t at = text.find('#'); at != std::string::npos; at = text.find('#', at + 1)) {
        if (at == 0 || text[at - 1] != '=') {
            text.erase(at);
            return;
        }
    }
}

/// What stands around a link in prose: `)`, `.`, `>`, quotation marks.
void drop_punctuation(std::string &text) {
    while (!text.empty() && !is_letter_or_digit(text.back()) && text.back() != '-' &&
           text.back() != '_') {
        text.pop_back();
    }
}

/// Keys that hosts, mail clients and newsletters append, and those that our own page reads.
bool is_of_the_host(std::string_view key) {
    constexpr std::array<std::string_view, 11> known = {"secret", "theme", "view",   "lease",
                                                        "data",   "sdata", "fbclid", "reserved",
                                                        "mc_cid", "gclid", "mc_eid"};
    return key.starts_with("utm_") || std::find(known.begin(), known.end(), key) != known.end();
}

} // namespace

std::string mended_link(std::string_view link) {
    std::string text{link};
    for (int i = 0; i < most_encodings; ++i) {
        text = decoded(text);
    }
    const auto is_of_no_link = [](char c) { return ('\0' <= c && c <= ' ') || c == '+'; };
    text.erase(std::remove_if(text.begin(), text.end(), is_of_no_link), text.end());
    mend_ampersands(text);
    drop_secrets(text);
    cut_to_fragment(text);
    drop_punctuation(text);
    std::string mended;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
        if (!pair.empty() && !is_of_the_host(pair.substr(0, pair.find('=')))) {
            mended.append(mended.empty() ? "" : "&").append(pair);
        }
    }
    drop_punctuation(mended); // that stood before what a host appended
    return mended;
}

} // namespace offramp
