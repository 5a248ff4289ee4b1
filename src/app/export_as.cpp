// One table of what readers take away, for every shell.
#include "app/export.hpp"

namespace offramp {

std::optional<std::string> export_as(std::string_view format, const Model &model,
                                     const Exhibit &exhibit, std::string_view address) {
    return format == "svg"        ? std::optional{export_svg(exhibit) + "\n"}
           : format == "csv"      ? std::optional{export_csv(model, exhibit)}
           : format == "ics"      ? std::optional{export_ics(model, exhibit, address)}
           : format == "sentence" ? std::optional{export_sentence(model, exhibit, address) + "\n"}
           : format == "wikitext" ? std::optional{export_wikitext(model, exhibit, address) + "\n"}
           : format == "bibtex"   ? std::optional{export_bibtex(model, exhibit, address)}
                                  : std::nullopt;
}

} // namespace offramp
