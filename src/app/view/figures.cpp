// Every single value of the answer under a name, for prose that follows the handle.
#include "app/view/scene.hpp"

#include "app/words/text.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::string_view none = "–";

class Figures {
  public:
    /// Of two that share an id the first is meant: a lease may call a day `firm`.
    void add(std::string id, std::string_view text) {
        const bool is_taken =
            std::any_of(all_.begin(), all_.end(), [&](const FigureText &f) { return f.id == id; });
        if (!is_taken) {
            all_.push_back({std::move(id), std::string{text.empty() ? none : text}});
        }
    }

    /// A day of a right; dates are long, as sentences have them.
    void add_day(const RightRow &row, std::string_view part, const RightState &right,
                 const When &when) {
        const bool is_there = right.arises.value != Truth::No && happens(when) != Truth::No;
        add(row.id + std::string{part}, is_there ? long_date(when) : std::string{});
    }

    std::vector<FigureText> take() { return std::move(all_); }

  private:
    std::vector<FigureText> all_;
};

} // namespace

std::vector<FigureText> present_figures(const Scene &scene, const Exhibit &exhibit) {
    Figures figures;
    figures.add("verdict", exhibit.verdict.pill);
    figures.add("sentence", exhibit.verdict.sentence);
    for (const MoneyRow &row : exhibit.money) {
        figures.add(row.id, row.amount);
        figures.add(row.id + ".exact", row.exact);
    }
    for (std::size_t i = 0; i < exhibit.rights.size(); ++i) {
        const RightRow &row = exhibit.rights[i];
        const RightState &right = scene.state.rights[i];
        figures.add(row.id + ".window", row.window);
        figures.add_day(row, ".first_day", right, right.opens.value);
        figures.add_day(row, ".last_day", right, right.closes.value);
        figures.add_day(row, ".effect", right, right.first_effect->value);
        figures.add(row.id + ".status", row.status);
        figures.add(row.id + ".price", row.price);
    }
    for (const KeyDateRow &row : exhibit.key_dates) {
        figures.add(row.id, row.date);
    }
    for (const Control &control : exhibit.controls) {
        if (control.kind != ControlKind::Button) {
            figures.add(control.id, control.value_text);
        }
    }
    return figures.take();
}

} // namespace offramp
