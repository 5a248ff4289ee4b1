// Why: a tree of reasons for the answer and for the money; and what other readings would give.
#include "app/view/scene.hpp"

#include "app/model/targets.hpp"
#include "app/view/other_readings.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/ask/contrast.hpp"
#include "core/evaluate/day_set.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t most_rows = 200;

WhyTree tree(const Answered &answered, std::string_view id, std::string title,
             const std::vector<ReasonId> &reasons) {
    WhyTree why{std::string{id}, std::move(title), {}, {}};
    for (const ReasonId reason : reasons) {
        explain(answered, reason, 0, why.rows);
    }
    if (most_rows < why.rows.size()) {
        why.rows.resize(most_rows);
        why.rows.push_back({0, "There is more, which this list leaves out.", {}, {}, {}});
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
void add_differences(const RightState &one, const RightState &two, DayRuns &days) {
    std::vector<Date> turns;
    for (const RightState *right : {&one, &two}) {
        for (const Phase &phase : right->phases.all()) {
            turns.push_back(phase.from.least);
        }
        if (right->unsettled_from) {
            turns.push_back(*right->unsettled_from);
        }
    }
    for (const Date turn : turns) {
        Date next = Date::never();
        for (const Date other : turns) {
            next = turn < other ? std::min(next, other) : next;
        }
        if (turn.is_day() && status_on(one, turn) != status_on(two, turn)) {
            days.push_back({turn, next.is_day() ? add_days(next, -1) : next});
        }
    }
}

/// The reasons for a figure, in the world in which it is found.
WhyTree tree_of(const Scene &scene, const Figure &figure) {
    if (!figure.world) {
        return tree(scene.answered, figure.id, figure.question, {scene.state.money.headline.why});
    }
    LedgerEvaluator evaluator;
    evaluator.evaluate(scene.lease, scene.scenario, figure.seen_from);
    const Scenario &world = evaluator.world(*figure.world);
    const LeaseState state = evaluate(scene.lease, world, figure.seen_from);
    WhyTree why =
        tree({scene.lease, world, state}, figure.id, figure.question, {state.money.firm_as_of.why});
    // Over all days of delivery it is a range, of which the least is firm.
    if (*figure.world == LedgerWorld::Undecided && !state.money.firm_as_of.value.known() &&
        !why.rows.empty()) {
        why.rows.front().text =
            "Together, whatever is delivered: " + exact_money(figure.amount, scene.lease.currency);
    }
    return why;
}

/// The rights that the answer speaks of, in its order, and the one that the picture is about.
std::vector<RightId> rights_answered(const Scene &scene) {
    std::vector<RightId> rights;
    const auto add = [&rights](RightId right) {
        if (std::find(rights.begin(), rights.end(), right) == rights.end()) {
            rights.push_back(right);
        }
    };
    if (const auto way = answer_to_question(scene.seen()).way) {
        const WayOut &said = scene.ways[*way];
        add(said.right);
        for (const WayOut &next : scene.ways) { // "Otherwise it may give notice from …"
            if (said.state == WayState::If && next.state == WayState::Opens &&
                next.holder == said.holder && next.kind != WayKind::Renew) {
                add(next.right);
            }
        }
    }
    if (scene.principal) {
        add(*scene.principal);
    }
    return rights;
}

} // namespace

std::vector<WhyTree> present_why(const Scene &scene, std::string_view subject) {
    std::vector<WhyTree> trees;
    std::vector<ReasonId> reasons;
    for (const RightId id : rights_answered(scene)) {
        const RightState &right = get(scene.state.rights, id);
        reasons.push_back(right.arises.why);
        if (right.arises.value != Truth::No && right.first_effect->value != right.opens.value) {
            reasons.push_back(right.first_effect->why);
        }
    }
    if (!reasons.empty()) {
        trees.push_back(tree(scene.answered, "verdict", "Why this answer?", reasons));
    }
    for (const Figure &figure : figures_of(scene.answered, scene.as_of, scene.ledger)) {
        const bool is_asked =
            figure.id == "firm" || figure.id == "headline" || figure.id == subject;
        if (is_asked) {
            trees.push_back(tree_of(scene, figure));
        }
    }
    for (const KeyDate &key : key_dates_of(scene.answered)) {
        if (key.id == subject) {
            trees.push_back(tree(scene.answered, key.id, "Why " + long_date(key.dated.value) + "?",
                                 {key.dated.why}));
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
    const PartyAnswer own = answer_to_question(scene.seen());
    const Amount firm = firm_amount(scene.ledger);
    Work work{most_work_of_ways}; // for all other readings together
    LedgerEvaluator ledgers{work};
    for_each_other_reading(
        scene.answered, scene.as_of,
        [&](const Reading &reading, const Option &option, const Answered &otherwise) {
            const std::vector<WayOut> ways =
                ways_out(scene.lease, otherwise.scenario, otherwise.state, scene.as_of, work);
            const PartyAnswer other = answer_to_question(
                {scene.lease, otherwise.scenario, otherwise.state, scene.as_of, ways});
            const Ledger ledger =
                ledgers.evaluate(scene.lease, otherwise.scenario, otherwise.state, scene.as_of);
            if (other == own && ledger == scene.ledger) {
                return;
            }
            const auto way = std::find_if(ways.begin(), ways.end(), [&](const WayOut &one) {
                return one.right == *scene.principal;
            });
            const bool has_days = way->state == WayState::Open || way->state == WayState::Opens ||
                                  way->state == WayState::Closed;
            rows.push_back(
                {"reading." + reading.id, option.id,
                 reading.question.empty() ? reading.id : reading.question, label_or_id(option),
                 other == own ? sentence_case(firm_note(scene.lease, ledger)) + "."
                              : other.label + ". " + other.sentence,
                 has_days ? iso_if_known(way->from) : "", has_days ? iso_if_known(way->until) : "",
                 has_fees ? exact_money(firm_amount(ledger), currency) : "",
                 has_fees ? signed_money(firm, firm_amount(ledger), currency) : ""});
        });
    return rows;
}

std::vector<DayRuns> disputed_days(const Scene &scene) {
    std::vector<DayRuns> days(scene.lease.rights.size());
    for_each_other_reading(
        scene.answered, scene.as_of, [&](const Reading &, const Option &, const Answered &other) {
            for (std::size_t i = 0; i < days.size(); ++i) {
                add_differences(scene.state.rights[i], other.state.rights[i], days[i]);
            }
        });
    for (DayRuns &of_right : days) {
        of_right = joined(std::move(of_right));
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
    Scenario scenario = scene.scenario;
    const auto known_of = [](const Ledger &ledger) { return ledger.due + ledger.firm; };
    Amount firm = exactly(known_of(scene.ledger));
    bool is_whole = scene.ledger.unknown.empty();
    Work work{most_work_of_ways};
    LedgerEvaluator ledgers{work};
    for (std::size_t combination = 0; combination < count; ++combination) {
        std::size_t rest = combination;
        for (std::size_t i = 0; i < scene.lease.readings.size(); ++i) {
            const std::size_t options = scene.lease.readings[i].options.size();
            scenario.readings[i] = static_cast<std::int32_t>(rest % options);
            rest /= options;
        }
        const Ledger ledger = ledgers.evaluate(scene.lease, scenario, scene.as_of);
        if (work.is_done()) {
            return {}; // not all of them were asked
        }
        const Money one = known_of(ledger);
        firm = {std::min(firm.least, one), std::max(firm.most, one)};
        is_whole = is_whole && ledger.unknown.empty();
    }
    if (firm.known()) {
        return {};
    }
    return "Under all readings together, firm money is " + exact_money(firm, scene.lease.currency) +
           (is_whole ? "." : ", besides fees that are not public.");
}

std::vector<std::string> present_contrasts(const Scene &scene) {
    // Years of every axis are searched: in milliseconds, too long for every frame of a drag. Where
    // the delivery is open the sentence itself says on what the answer hangs.
    constexpr std::size_t most_axes = 12;
    if (!scene.principal || scene.model.before_gesture || is_handle_open(scene) ||
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
        sentences.push_back(
            label +
            (is_amount(scene.model, target)
                 ? ": " + exact_money(Money::from_minor(change.to), scene.lease.currency)
             : is_number(scene.model, target) ? ": " + grouped(change.to)
             : label.ends_with(" on")         ? " " + long_date(Date::from_day_number(change.to))
                                      : ": " + long_date(Date::from_day_number(change.to))) +
            (change.answer == Truth::Yes  ? " – then the right arises."
             : change.answer == Truth::No ? " – then it does not arise."
                                          : " – then it depends."));
    }
    return sentences;
}

} // namespace offramp
