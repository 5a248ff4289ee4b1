#include "app/words/locale_forms.hpp"

namespace offramp {

namespace {

constexpr std::array<std::int64_t, 3> thousands = {1'000'000, 1'000'000'000, 1'000'000'000'000};
// Japanese counts in steps of ten thousand.
constexpr std::array<std::int64_t, 3> myriads = {10'000, 100'000'000, 1'000'000'000'000};

constexpr std::string_view english_months =
    "January February March April May June July August September October November December";
constexpr std::string_view short_english_months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec";
constexpr std::string_view short_french_months =
    "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.";
constexpr std::string_view japanese_months = "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月";

constexpr Forms british = {.months = english_months,
                           .short_months = short_english_months,
                           .month_labels = short_english_months,
                           .date = "d M y",
                           .day_and_month = "d M",
                           .year = "y",
                           .month = "M y",
                           .first_in_month = "d",
                           .last_in_month = "d M y",
                           .first_of_month = "1",
                           .group = ",",
                           .decimal = ".",
                           .symbols = "$ € £ ¥",
                           .symbol_is_last = false,
                           .magnitude_space = " ",
                           .magnitude_names = "million billion trillion",
                           .magnitudes = thousands};

constexpr Forms american() {
    Forms forms = british;
    forms.date = "M d, y";
    forms.day_and_month = "M d";
    forms.first_in_month = "M d";
    forms.last_in_month = "d, y";
    return forms;
}

constexpr std::array<Forms, 5> all_forms = {
    {british,
     american(),
     {.months =
          "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      .short_months = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
      .month_labels = "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
      .date = "d. M y",
      .day_and_month = "d. M",
      .year = "y",
      .month = "M y",
      .first_in_month = "d.",
      .last_in_month = "d. M y",
      .first_of_month = "1",
      .group = ".",
      .decimal = ",",
      .symbols = "$ € £ ¥",
      .symbol_is_last = true,
      .magnitude_space = "\u00a0",
      .magnitude_names = "Mio. Mrd. Bio.",
      .magnitudes = thousands},
     {.months =
          "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      .short_months = short_french_months,
      .month_labels = short_french_months,
      .date = "d M y",
      .day_and_month = "d M",
      .year = "y",
      .month = "M y",
      .first_in_month = "d",
      .last_in_month = "d M y",
      .first_of_month = "1er",
      .group = "\u202f",
      .decimal = ",",
      .symbols = "$US € £GB JPY",
      .symbol_is_last = true,
      .magnitude_space = "\u00a0",
      .magnitude_names = "M Md Bn",
      .magnitudes = thousands},
     {.months = japanese_months,
      .short_months = japanese_months,
      .month_labels = japanese_months,
      .date = "y年Md日",
      .day_and_month = "Md日",
      .year = "y年",
      .month = "y年M",
      .first_in_month = "y年Md日",
      .last_in_month = "Md日",
      .first_of_month = "1",
      .group = ",",
      .decimal = ".",
      .symbols = "$ € £ ¥",
      .symbol_is_last = false,
      .magnitude_space = "",
      .magnitude_names = "万 億 兆",
      .magnitudes = myriads}}};

} // namespace

const Forms &forms_of(Locale locale) { return all_forms[static_cast<std::size_t>(locale)]; }

} // namespace offramp
