// The reader's locale. Words stay English everywhere; dates, numbers and money follow it.
#pragma once

#include <cstdint>
#include <string_view>

namespace offramp {

enum class Locale : std::uint8_t {
    EnglishBritain,
    EnglishUnitedStates,
    German,
    French,
    Japanese,
};

/// The locale for a BCP 47 language tag, in any case. `de`, `fr` and `ja` in whatever region;
/// `en` alone and in the United States or the Philippines as in the United States, English
/// elsewhere as in Britain. Britain for every other text.
Locale locale_of(std::string_view language_tag);

/// "en-GB", "en-US", "de", "fr", "ja".
std::string_view tag_of(Locale locale);

/// The locale in which the functions of app/text.hpp write for this thread while the scope lives;
/// scopes nest, and outside them it is Britain. It is ambient because threading a locale through
/// every sentence of the explanations would put it into a hundred signatures.
class LocaleScope {
  public:
    explicit LocaleScope(Locale locale);
    ~LocaleScope();
    LocaleScope(const LocaleScope &) = delete;
    LocaleScope &operator=(const LocaleScope &) = delete;

  private:
    Locale before_;
};

/// The locale of the innermost scope.
Locale current_locale();

} // namespace offramp
