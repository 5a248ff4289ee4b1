#include "app/export/css.hpp"

#include "app/exhibit/palette.hpp"
#include "app/export/parts.hpp"

namespace offramp {

namespace {

std::string properties(const Palette &palette) {
    std::string css;
    const auto property = [&](std::string_view name, Rgb colour) {
        css += "--offramp-" + std::string{name} + ":" + hex_of(colour) + ";";
    };
    property("paper", palette.paper);
    property("ink", palette.ink);
    property("muted", palette.muted);
    property("rule", palette.rule);
    property("edge", palette.edge);
    property("field", palette.field);
    property("accent", palette.accent);
    property("on-accent", palette.on_accent);
    for (std::size_t i = 0; i < tone_count; ++i) {
        const std::string word{word_of(static_cast<Tone>(i))};
        property(word, palette.tones[i].fill);
        property("on-" + word, palette.tones[i].ink);
        property(word + "-edge", palette.tones[i].edge);
    }
    return css;
}

} // namespace

std::string export_css() {
    const std::string light = properties(light_palette);
    const std::string dark = properties(dark_palette);
    std::string css = ":root,[data-theme=light]{" + light + "}\n";
    css += "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){" + dark + "}}\n";
    css += "[data-theme=dark]{" + dark + "}\n";
    for (std::size_t i = 0; i < tone_count; ++i) {
        const std::string word{word_of(static_cast<Tone>(i))};
        css += "svg .tone-" + word + "{fill:var(--offramp-" + word + ");stroke:var(--offramp-" +
               word + "-edge)}svg .on-" + word + "{fill:var(--offramp-on-" + word + ")}\n";
    }
    css += ".exhibit rect.paper{fill:var(--offramp-paper)}"
           ".exhibit svg text{stroke:var(--offramp-paper)}.exhibit svg [class^=on-]{stroke:none}"
           ".exhibit text.label,.exhibit text.tick{fill:var(--offramp-muted)}"
           ".exhibit text.handle,.exhibit text.as-of{fill:var(--offramp-ink)}"
           ".exhibit line.rule{stroke:var(--offramp-rule)}"
           ".exhibit line.as-of{stroke:var(--offramp-muted)}"
           ".exhibit line.handle,.exhibit line.mark{stroke:var(--offramp-ink)}\n";
    return css;
}

} // namespace offramp
