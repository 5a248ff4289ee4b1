#include "app/answers/question_figures.hpp"

#include "app/answers/answer_text.hpp"

namespace offramp {

namespace {

/// "google-may-leave": letters and digits of ASCII, with a hyphen for each run of others.
std::string name_of_label(std::string_view label) {
    std::string name;
    for (const char letter : label) {
        const bool is_upper = 'A' <= letter && letter <= 'Z';
        const bool is_kept =
            is_upper || ('a' <= letter && letter <= 'z') || ('0' <= letter && letter <= '9');
        if (is_kept) {
            name += is_upper ? static_cast<char>(letter - 'A' + 'a') : letter;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    return name.ends_with('-') ? name.substr(0, name.size() - 1) : name;
}

/// What has no text has no figure.
void add(std::vector<FigureText> &figures, std::string id, const std::string &text) {
    if (!text.empty()) {
        figures.push_back({std::move(id), text});
    }
}

} // namespace

std::vector<FigureText> question_figures(const Lease &lease, const QuestionAnswers &answers) {
    std::vector<FigureText> figures;
    if (const auto &likely = answers.shown().prospect) {
        add(figures, "likely.supposed", likely->supposed);
        for (const LikelyOutcome &one : likely->outcomes) {
            add(figures, "likely." + name_of_label(one.label), one.chance);
        }
        for (std::size_t i = 0; i < likely->ways.size(); ++i) {
            const LikelyWay &shown = likely->ways[i];
            const WayProspect &way = answers.prospect()->ways[i];
            const std::string id = "likely." + get(lease.rights, way.right).id + "." +
                                   std::string{word_of_holder(way.holder)};
            add(figures, id, shown.chance);
            add(figures, id + ".first", shown.first.median);
            add(figures, id + ".ends", shown.ends.median);
        }
        add(figures, "likely.firm.tenth", likely->firm.tenth);
        add(figures, "likely.firm.median", likely->firm.median);
        add(figures, "likely.firm.ninetieth", likely->firm.ninetieth);
    }
    if (const auto &elsewhere = answers.shown().elsewhere) {
        add(figures, "elsewhere.supposed", elsewhere->supposed);
        add(figures, "elsewhere.own", elsewhere->own);
        for (std::size_t i = 0; i < elsewhere->ways.size(); ++i) {
            const LeavingRow &row = elsewhere->ways[i];
            const std::string id =
                "elsewhere." + get(lease.rights, answers.comparison()->ways[i].way.right).id;
            add(figures, id + ".end", row.end);
            add(figures, id + ".saves", row.saves);
            add(figures, id + ".break-even", row.break_even);
        }
    }
    return figures;
}

} // namespace offramp
