// One table of what readers take away, for every shell.
#include "app/export/export_as.hpp"

#include "app/export/citation.hpp"
#include "app/export/csv.hpp"
#include "app/export/ics.hpp"
#include "app/export/svg.hpp"

#include <array>

namespace offramp {

namespace {

struct Format {
    std::string_view name;
    std::string (*write)(const Model &model, const Exhibit &exhibit, std::string_view address);
};

constexpr std::array<Format, 6> formats = {
    {{"svg", [](const Model &, const Exhibit &exhibit,
                std::string_view) { return export_svg(exhibit) + "\n"; }},
     {"csv", [](const Model &model, const Exhibit &exhibit,
                std::string_view) { return export_csv(model, exhibit); }},
     {"ics", export_ics},
     {"sentence", export_sentence},
     {"wikitext", export_wikitext},
     {"bibtex", export_bibtex}}};

} // namespace

std::optional<std::string> export_as(std::string_view format, const Model &model,
                                     const Exhibit &exhibit, std::string_view address) {
    for (const Format &one : formats) {
        if (one.name == format) {
            return one.write(model, exhibit, address);
        }
    }
    return std::nullopt;
}

} // namespace offramp
