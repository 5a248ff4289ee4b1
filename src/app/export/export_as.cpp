// One table of what readers take away, for every shell.
#include "app/export/export_as.hpp"

#include "app/export/citation.hpp"
#include "app/export/csv.hpp"
#include "app/export/ics.hpp"
#include "app/export/svg.hpp"

#include <array>
#include <charconv>

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

/// "picture-640", "picture-640-dark": what the canvas shows, at that width.
std::optional<std::string> picture_as(std::string_view format, const Exhibit &exhibit) {
    constexpr std::string_view name = "picture-";
    constexpr std::string_view dark = "-dark";
    if (!format.starts_with(name)) {
        return std::nullopt;
    }
    format.remove_prefix(name.size());
    const bool is_dark = format.ends_with(dark);
    format.remove_suffix(is_dark ? dark.size() : 0);
    std::int64_t width = 0;
    const auto [end, error] = std::from_chars(format.data(), format.data() + format.size(), width);
    return error != std::errc{} || end != format.data() + format.size()
               ? std::nullopt
               : std::optional{export_picture(exhibit, width, is_dark)};
}

} // namespace

std::optional<std::string> export_as(std::string_view format, const Model &model,
                                     const Exhibit &exhibit, std::string_view address) {
    for (const Format &one : formats) {
        if (one.name == format) {
            return one.write(model, exhibit, address);
        }
    }
    return picture_as(format, exhibit);
}

} // namespace offramp
