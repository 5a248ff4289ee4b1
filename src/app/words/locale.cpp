#include "app/words/locale.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace offramp {

namespace {

constexpr std::array<std::string_view, 5> tags = {"en-GB", "en-US", "de", "fr", "ja"};

thread_local Locale current = Locale::EnglishBritain;

/// The part of a tag before its first hyphen; the rest stays.
std::string_view take_subtag(std::string_view &tag) {
    const std::string_view subtag = tag.substr(0, tag.find('-'));
    tag.remove_prefix(std::min(subtag.size() + 1, tag.size()));
    return subtag;
}

/// The region among the subtags after the language; empty when there is none. A subtag of one
/// letter begins an extension, in which two letters mean something else.
std::string_view region_in(std::string_view subtags) {
    while (!subtags.empty()) {
        const std::string_view subtag = take_subtag(subtags);
        if (subtag.size() <= 2) {
            return subtag.size() == 2 ? subtag : std::string_view{};
        }
    }
    return {};
}

} // namespace

Locale locale_of(std::string_view language_tag) {
    std::string lower{language_tag};
    for (char &c : lower) {
        c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '_' ? '-' : c;
    }
    std::string_view rest = lower;
    const std::string_view language = take_subtag(rest);
    if (language == "en") {
        const std::string_view region = region_in(rest);
        return region.empty() || region == "us" || region == "ph" ? Locale::EnglishUnitedStates
                                                                  : Locale::EnglishBritain;
    }
    const auto found = std::find(tags.begin(), tags.end(), language);
    return found == tags.end() ? Locale::EnglishBritain : static_cast<Locale>(found - tags.begin());
}

std::string_view tag_of(Locale locale) { return tags[static_cast<std::size_t>(locale)]; }

LocaleScope::LocaleScope(Locale locale) : before_(std::exchange(current, locale)) {}

LocaleScope::~LocaleScope() { current = before_; }

Locale current_locale() { return current; }

} // namespace offramp
