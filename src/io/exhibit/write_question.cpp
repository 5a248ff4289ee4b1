#include "io/exhibit/write_question.hpp"

#include "io/exhibit/exhibit_writer.hpp"

#include <array>

namespace offramp {

namespace {

class QuestionWriter : private ExhibitParts {
  public:
    std::string take() { return json_.take(); }

    void write(const QuestionExhibit &question) {
        json_.object([&] {
            each("deliveries", question.deliveries, [&](const GuessedDelivery &one) {
                texts({{"tranche", one.tranche}, {"label", one.label}, {"day", one.day}});
            });
            texts({{"currency", question.currency},
                   {"unit", question.unit},
                   {"likely_error", question.likely_error},
                   {"elsewhere_error", question.elsewhere_error}});
            optional("prospect", question.prospect);
            optional("elsewhere", question.elsewhere);
        });
    }

    void write(const ElsewhereExhibit &elsewhere) {
        json_.object([&] {
            texts({{"supposed", elsewhere.supposed},
                   {"own", elsewhere.own},
                   {"other_side", elsewhere.other_side}});
            each("ways", elsewhere.ways, [&](const LeavingRow &row) {
                texts({{"holder", row.holder},
                       {"right", row.right},
                       {"end", row.end},
                       {"fees", row.fees},
                       {"elsewhere", row.elsewhere},
                       {"exit_fee", row.exit_fee},
                       {"saves", row.saves},
                       {"break_even", row.break_even},
                       {"when", row.when}});
            });
        });
    }

    void write(const ProspectExhibit &prospect) {
        json_.object([&] {
            texts({{"supposed", prospect.supposed},
                   {"as_of", prospect.as_of},
                   {"caveat", prospect.caveat}});
            each("outcomes", prospect.outcomes, [&](const LikelyOutcome &one) {
                texts({{"tone", word_of(one.tone)}, {"label", one.label}, {"chance", one.chance}});
                json_.member("parts", one.parts);
                each("days", one.days, [&](const LikelyDay &day) {
                    texts({{"day", day.text}});
                    json_.member("parts", day.parts);
                });
            });
            each("ways", prospect.ways, [&](const LikelyWay &one) { way(one); });
            quantiles("firm", prospect.firm);
            each("months", prospect.months, [&](const LikelyMonths &one) {
                texts({{"first", one.first}, {"last", one.last}, {"fees", one.fees}});
            });
        });
    }

  private:
    template <typename T>
    void optional(std::string_view name, const std::optional<T> &one) {
        if (one) {
            json_.member(name, [&] { write(*one); });
        }
    }

    void quantiles(std::string_view name, const LikelyQuantiles &all) {
        json_.member(name, [&] {
            json_.object([&] {
                texts({{"tenth", all.tenth}, {"median", all.median}, {"ninetieth", all.ninetieth}});
            });
        });
    }

    void way(const LikelyWay &one) {
        texts({{"holder", one.holder}, {"right", one.right}, {"chance", one.chance}});
        json_.member("least_parts", one.least_parts);
        json_.member("most_parts", one.most_parts);
        quantiles("first", one.first);
        quantiles("ends", one.ends);
        each("open", one.open, [&](const LikelyWay::Step &step) {
            texts({{"from", step.from}});
            json_.member("least_parts", step.least_parts);
            json_.member("most_parts", step.most_parts);
        });
    }
};

} // namespace

std::string write_question(const QuestionExhibit &question) {
    QuestionWriter writer;
    writer.write(question);
    return writer.take();
}

std::string write_slips(const std::vector<std::vector<std::string>> &rows, std::string_view guess) {
    constexpr std::array<std::string_view, 5> names = {"lease", "delivery", "due", "delivered",
                                                       "days_late"};
    JsonWriter json{Layout::OneLine};
    json.object([&] {
        json.member("guess", guess);
        json.list("slips", rows, [&](const std::vector<std::string> &row) {
            json.object([&] {
                for (std::size_t i = 0; i < names.size(); ++i) {
                    json.member(names[i], row[i]);
                }
            });
        });
    });
    return json.take();
}

} // namespace offramp
