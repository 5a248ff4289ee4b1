// Why: a tree of reasons for the answer and for the money; and what other readings would give.
#include "app/view/scene.hpp"

#include "app/model/targets.hpp"
#include "app/view/other_readings.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/ask/contrast.hpp"
#include "core/ask/readings.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t most_rows = 200;

WhyTree tree(const Scene &scene, std::string_view id, std::string title,
             std::initializer_list<ReasonId> reasons) {
    WhyTree why{std::string{id}, std::move(title), {}, {}};
    for (const ReasonId reason : reasons) {
        explain(scene.answered, reason, 0, why.rows);
    }
    if (most_rows < why.rows.size()) {
        why.rows.resize(most_rows);
        why.rows.push_back({0, "There is more, which this list leaves out.", {}, {}});
    }
    for (const WhyRow &row : why.rows) {
        if (!row.clause.empty() &&
            std::find(why.clauses.begin(), why.clauses.end(), row.clause) == why.clauses.end()) {
            why.clauses.push_back(row.clause);
        }
    }
    return why;
}

/// Adds the days on which two lives of one right have another status.
void add_differences(const RightState &one, const RightState &two, std::vector<Days> &days) {
    std::vector<Date> turns;
    for (const RightState *right : {&one, &two}) {
        for (const Phase &phase : right->phases.all()) {
            turns.push_back(phase.from.least);
        }
        if (right->unsettled_from) {
            turns.push_back(*right->unsettled_from);
        }
    }
    std::sort(turns.begin(), turns.end());
    for (std::size_t i = 0; i < turns.size(); ++i) {
        const Date last = i + 1 < turns.size() ? add_days(turns[i + 1], -1) : Date::never();
        if (turns[i] <= last && turns[i].is_day() &&
            status_on(one, turns[i]) != status_on(two, turns[i])) {
            days.push_back({turns[i], last});
        }
    }
}

void merge(std::vector<Days> &days) {
    std::sort(days.begin(), days.end(),
              [](const Days &a, const Days &b) { return a.first < b.first; });
    std::vector<Days> merged;
    for (const Days &one : days) {
        if (merged.empty() || add_days(merged.back().last, 1) < one.first) {
            merged.push_back(one);
        }
        merged.back().last = std::max(merged.back().last, one.last);
    }
    days = std::move(merged);
}

/// What the right that the question is about comes to: "Google may terminate from … until …".
std::string consequence_of(const Scene &scene, const RightState &right) {
    const Right &principal = get(scene.lease.rights, *scene.principal);
    const std::string holder = name_of_holder(scene.lease, principal.holder);
    if (right.arises.value == Truth::No) {
        return sentence_case(holder) + " may not leave on this ground";
    }
    const std::string verb =
        principal.trigger.kind == TriggerKind::Missed ? " may terminate" : " may give notice";
    std::string text = sentence_case(holder) + verb + " from " + long_date(right.opens.value);
    text +=
        happens(right.closes.value) == Truth::No ? "" : " until " + long_date(right.closes.value);
    return right.first_effect->value == right.opens.value
               ? text
               : text + ", to leave " + on_day(right.first_effect->value) + " at the earliest";
}

/// What a reading changes when it leaves the right alone: the exit that ends firm money.
std::string first_exit_of(const MoneyState &money) {
    return money.first_exit
               ? "The first free exit takes effect " + on_day(money.first_exit->value) +
                     ", and the last day paid for is " + long_date(money.last_firm_day->value)
               : "Nobody may leave for nothing";
}

} // namespace

std::vector<WhyTree> present_why(const Scene &scene, std::string_view subject) {
    std::vector<WhyTree> trees;
    if (scene.principal) {
        const RightState &right = get(scene.state.rights, *scene.principal);
        const bool leads =
            right.arises.value != Truth::No && right.first_effect->value != right.opens.value;
        trees.push_back(leads ? tree(scene, "verdict", "Why this answer?",
                                     {right.arises.why, right.first_effect->why})
                              : tree(scene, "verdict", "Why this answer?", {right.arises.why}));
    }
    for (const Figure &figure : figures_of(scene.answered)) {
        if (figure.id == "firm" || figure.id == "headline" || figure.id == subject) {
            trees.push_back(tree(scene, figure.id, figure.question, {figure.amount.why}));
        }
    }
    for (const KeyDate &key : key_dates_of(scene.answered)) {
        if (key.id == subject) {
            trees.push_back(
                tree(scene, key.id, "Why " + long_date(key.dated.value) + "?", {key.dated.why}));
        }
    }
    return trees;
}

std::vector<ReadingRow> present_readings(const Scene &scene) {
    std::vector<ReadingRow> rows;
    if (!scene.principal) {
        return rows;
    }
    const std::string &currency = scene.lease.currency;
    const bool has_fees = !scene.lease.fees.empty();
    const RightState &own = get(scene.state.rights, *scene.principal);
    const Amount firm = scene.state.money.firm.value;
    for_each_other_reading(
        scene.answered, scene.as_of,
        [&](const Reading &reading, const Option &option, const Answered &otherwise) {
            const LeaseState &other = otherwise.state;
            const RightState &right = get(other.rights, *scene.principal);
            const Amount other_firm = other.money.firm.value;
            const bool same_right = right.arises.value == own.arises.value &&
                                    right.opens.value == own.opens.value &&
                                    right.closes.value == own.closes.value &&
                                    right.first_effect->value == own.first_effect->value;
            const bool arises = right.arises.value != Truth::No;
            if ((same_right || (!arises && own.arises.value == Truth::No)) && firm == other_firm) {
                return;
            }
            rows.push_back({"reading." + reading.id, option.id,
                            reading.question.empty() ? reading.id : reading.question,
                            option.label.empty() ? option.id : option.label,
                            same_right ? first_exit_of(other.money) : consequence_of(scene, right),
                            arises ? iso_if_known(right.opens.value) : "",
                            arises ? iso_if_known(right.closes.value) : "",
                            has_fees ? exact_money(other_firm, currency) : "",
                            has_fees ? signed_money(firm, other_firm, currency) : ""});
        });
    return rows;
}

std::vector<std::vector<Days>> disputed_days(const Scene &scene) {
    std::vector<std::vector<Days>> days(scene.lease.rights.size());
    for_each_other_reading(
        scene.answered, scene.as_of, [&](const Reading &, const Option &, const Answered &other) {
            for (std::size_t i = 0; i < days.size(); ++i) {
                add_differences(scene.state.rights[i], other.state.rights[i], days[i]);
            }
        });
    for (std::vector<Days> &of_right : days) {
        merge(of_right);
    }
    return days;
}

std::string present_readings_range(const Scene &scene) {
    // While a finger waits there is time for so many combinations, and not for thousands.
    constexpr std::size_t most_at_once = 128;
    std::size_t count = 1;
    for (const Reading &reading : scene.lease.readings) {
        count *= std::min(reading.options.size(), most_at_once);
        if (most_at_once < count) {
            return {};
        }
    }
    if (count == 1 || scene.lease.fees.empty()) {
        return {};
    }
    const Readings all = readings(scene.lease, scene.scenario, scene.as_of);
    Amount firm = scene.state.money.firm.value;
    for (const Combination &one : all.combinations) {
        firm.least = std::min(firm.least, one.firm.least);
        firm.most = std::max(firm.most, one.firm.most);
    }
    return firm == scene.state.money.firm.value ? std::string{}
                                                : "All readings together: firm money is " +
                                                      exact_money(firm, scene.lease.currency) + ".";
}

std::vector<std::string> present_contrasts(const Scene &scene) {
    // Years of every axis are searched: in milliseconds, too long for every frame of a drag.
    constexpr std::size_t most_axes = 12;
    if (!scene.principal || scene.model.before_gesture ||
        most_axes < axes_of(scene.lease, scene.scenario).size()) {
        return {};
    }
    std::vector<std::string> sentences;
    for (const Contrast &change : contrast(scene.lease, scene.scenario)) {
        if (change.right != *scene.principal) {
            continue;
        }
        const Target target =
            std::visit([](const auto &axis) { return Target{axis}; }, change.axis);
        const std::string label = label_of(scene.model, target);
        sentences.push_back(label +
                            (is_number(target) ? ": " + grouped(change.to)
                             : label.ends_with(" on")
                                 ? " " + long_date(Date::from_day_number(change.to))
                                 : ": " + long_date(Date::from_day_number(change.to))) +
                            (change.answer == Truth::Yes  ? " – then the right arises."
                             : change.answer == Truth::No ? " – then it does not arise."
                                                          : " – then it depends."));
    }
    return sentences;
}

} // namespace offramp
