// The words of a story and the figures in them.
#include "io/story/story.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::string_view letters_of_figures =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";

} // namespace

std::optional<std::vector<TextPiece>> pieces_of(std::string_view text) {
    std::vector<TextPiece> pieces;
    while (!text.empty()) {
        const std::size_t brace = text.find_first_of("{}");
        if (0 < brace) {
            pieces.push_back({std::string{text.substr(0, brace)}, false});
        }
        if (brace == std::string_view::npos) {
            return pieces;
        }
        const std::size_t end = text.find('}', brace + 1);
        if (text[brace] != '{' || end == std::string_view::npos) {
            return std::nullopt;
        }
        const std::string_view name = text.substr(brace + 1, end - brace - 1);
        if (name.empty() || name.find_first_not_of(letters_of_figures) != std::string_view::npos) {
            return std::nullopt;
        }
        pieces.push_back({std::string{name}, true});
        text.remove_prefix(end + 1);
    }
    return pieces;
}

const FigureText *figure_named(const Exhibit &exhibit, std::string_view name) {
    const auto found = std::find_if(exhibit.figures.begin(), exhibit.figures.end(),
                                    [name](const FigureText &figure) { return figure.id == name; });
    return found == exhibit.figures.end() ? nullptr : &*found;
}

std::string filled_text(std::string_view text, const Exhibit &exhibit) {
    std::string filled;
    for (const TextPiece &piece : pieces_of(text).value_or(std::vector<TextPiece>{})) {
        const FigureText *figure = piece.is_figure ? figure_named(exhibit, piece.text) : nullptr;
        filled += figure == nullptr ? piece.text : figure->text;
    }
    return filled;
}

std::string day_of_figure(const Exhibit &exhibit, std::string_view name) {
    for (const KeyDateRow &row : exhibit.key_dates) {
        if (row.id == name) {
            return row.iso;
        }
    }
    for (const Control &control : exhibit.controls) {
        const bool is_day = control.kind == ControlKind::Day && parse_iso(control.value);
        if (is_day && control.id == name) {
            return control.value;
        }
    }
    return {};
}

} // namespace offramp
