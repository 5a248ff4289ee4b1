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

    /// A day of a way out; dates are long, as sentences have them.
    void add_day(std::string id, const std::optional<When> &when) {
        add(std::move(id), when && happens(*when) == Truth::Yes ? long_date(*when) : std::string{});
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
        const WayOut &way = *way_by(scene, RightId{static_cast<std::int32_t>(i)});
        figures.add(row.id + ".window", row.window);
        figures.add_day(row.id + ".ends", way.ends);
        figures.add(row.id + ".status", row.status);
        figures.add(row.id + ".price", row.price);
    }
    for (const KeyDateRow &row : exhibit.key_dates) {
        figures.add(row.id, row.date);
    }
    for (const RightRow &row : exhibit.rights) {
        for (const char *day : {".first_day", ".last_day", ".effect"}) {
            figures.add(row.id + day, {}); // of a right without such a day
        }
    }
    for (const Control &control : exhibit.controls) {
        if (control.kind != ControlKind::Button) {
            figures.add(control.id, control.value_text);
        }
    }
    return figures.take();
}

} // namespace offramp
