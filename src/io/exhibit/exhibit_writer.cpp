#include "io/exhibit/exhibit_writer.hpp"

#include <array>

namespace offramp {

namespace {

constexpr std::array<std::string_view, 5> control_words = {"day", "number", "choice", "toggle",
                                                           "button"};

} // namespace

void ExhibitParts::texts(std::initializer_list<Text> members) {
    for (const auto &[key, value] : members) {
        json_.member(key, value);
    }
}

void ExhibitParts::list(std::string_view name, const std::vector<std::string> &all) {
    json_.list(name, all, [&](const std::string &one) { json_.value(one); });
}

void ExhibitParts::facts(std::string_view name, const std::vector<Fact> &all) {
    each(name, all, [&](const Fact &fact) {
        texts({{"label", fact.label}, {"value", fact.value}, {"subject", fact.subject}});
    });
}

void ExhibitParts::verdict(const Verdict &verdict) {
    json_.member("verdict", [&] {
        json_.object([&] {
            texts({{"tone", word_of(verdict.tone)},
                   {"holder", verdict.holder},
                   {"pill", verdict.pill},
                   {"sentence", verdict.sentence},
                   {"contrast", verdict.contrast}});
        });
    });
}

void ExhibitParts::control(const Control &control) {
    texts({{"id", control.id},
           {"kind", control_words[static_cast<std::size_t>(control.kind)]},
           {"label", control.label},
           {"value", control.value},
           {"value_text", control.value_text},
           {"hint", control.hint}});
    json_.member("number", control.number);
    json_.member("min", control.min);
    json_.member("max", control.max);
    json_.member("step", control.step);
    json_.member("enabled", control.enabled);
    each("options", control.options, [&](const ControlOption &option) {
        texts({{"id", option.id}, {"label", option.label}, {"explanation", option.explanation}});
    });
}

void ExhibitParts::papers(const std::vector<ClauseRow> &clauses,
                          const std::vector<SourceRow> &sources) {
    each("clauses", clauses, [&](const ClauseRow &row) {
        texts({{"id", row.id}, {"title", row.title}, {"text", row.text}, {"wording", row.wording}});
        list("sources", row.sources);
    });
    each("sources", sources, [&](const SourceRow &row) {
        texts({{"id", row.id},
               {"title", row.title},
               {"url", row.url},
               {"date", row.date},
               {"kind", row.kind}});
    });
}

} // namespace offramp
