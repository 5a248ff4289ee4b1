#include "app/export/svg.hpp"

#include "app/exhibit/palette.hpp"
#include "app/export/picture.hpp"
#include "app/export/svg_pen.hpp"
#include "app/words/text.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string sources_of(const Exhibit &exhibit) {
    std::string sources;
    for (const SourceRow &source : exhibit.sources) {
        sources += (sources.empty() ? " Sources: " : "; ") + source.title +
                   (source.date.empty() ? "" : ", " + source.date);
    }
    return sources + (sources.empty() ? "" : ".");
}

} // namespace

std::string export_picture(const Exhibit &exhibit, std::int64_t width, bool is_dark) {
    SvgPen pen{is_dark ? dark_palette : light_palette};
    const std::int64_t set_for = std::clamp(width, least_picture_width, most_picture_width);
    const std::int64_t height = draw_picture(pen, exhibit, set_for, 0);
    return pen.take(set_for, height, exhibit.question, {});
}

std::string export_svg(const Exhibit &exhibit) {
    constexpr std::int64_t width = 960;
    const Palette &palette = light_palette;
    const std::int64_t margin = margin_of_picture(width);
    SvgPen pen{palette};
    std::int64_t top = 16;
    const auto say = [&](std::string_view content, const Words &words, std::int64_t leading,
                         std::int64_t below) {
        top = pen.paragraph({margin, top, width - 2 * margin, 0}, words, leading, content) + below;
    };
    say(exhibit.title, {Words::small, "label", palette.muted, 600}, 18, 4);
    say(exhibit.question, {30, "", palette.ink, 600}, 36, 6);
    say(joined({exhibit.verdict.pill, ". ", exhibit.verdict.sentence}), {16, "", palette.ink}, 23,
        10);
    top = draw_picture(pen, exhibit, width, top) + 4;
    say(joined({exhibit.as_of, ".", sources_of(exhibit), " Offramp; not legal advice."}),
        {Words::small, "label", palette.muted}, 17, 12);
    return pen.take(width, top, exhibit.question, exhibit.verdict.sentence);
}

} // namespace offramp
