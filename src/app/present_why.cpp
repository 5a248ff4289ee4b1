// Why: a tree of reasons for the answer and for the money; and what other readings would give.
#include "app/scene.hpp"

#include "app/text.hpp"
#include "app/words.hpp"
#include "core/evaluate.hpp"

namespace offramp {

namespace {

constexpr std::size_t most_rows = 200;

WhyTree tree(const Scene &scene, Subject subject, std::string title,
             std::initializer_list<ReasonId> reasons) {
    WhyTree why{std::string{name_of(subject)}, std::move(title), {}};
    for (const ReasonId reason : reasons) {
        explain(scene.answered, reason, 0, why.rows);
    }
    if (most_rows < why.rows.size()) {
        why.rows.resize(most_rows);
        why.rows.push_back({0, "There is more, which this list leaves out.", {}, {}});
    }
    return why;
}

std::string iso_or_empty(const When &when) {
    return when.known() && when.least.is_day() ? to_iso(when.least) : "";
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
               : text + ", to leave on " + long_date(right.first_effect->value) +
                     " at the earliest";
}

/// What a reading changes when it leaves the right alone: the exit that ends firm money.
std::string first_exit_of(const MoneyState &money) {
    return money.first_exit
               ? "The first free exit takes effect on " + long_date(money.first_exit->value) +
                     ", and the last day paid for is " + long_date(money.last_firm_day->value)
               : "Nobody may leave for nothing";
}

std::string signed_money(const Amount &from, const Amount &to, std::string_view currency) {
    if (!from.known() || !to.known() || from == to) {
        return {};
    }
    const Money change = to.least - from.least;
    return (Money::zero() < change ? "+" : "") + exact_money(change, currency);
}

} // namespace

std::vector<WhyTree> present_why(const Scene &scene) {
    std::vector<WhyTree> trees;
    if (scene.principal) {
        const RightState &right = get(scene.state.rights, *scene.principal);
        const bool leads =
            right.arises.value != Truth::No && right.first_effect->value != right.opens.value;
        trees.push_back(
            leads ? tree(scene, Subject::Verdict, "Why this answer?",
                         {right.arises.why, right.first_effect->why})
                  : tree(scene, Subject::Verdict, "Why this answer?", {right.arises.why}));
    }
    if (!scene.lease.fees.empty()) {
        const MoneyState &money = scene.state.money;
        trees.push_back(tree(scene, Subject::Firm, "Why is this much firm?", {money.firm.why}));
        trees.push_back(tree(scene, Subject::Headline, "Why this headline?", {money.headline.why}));
    }
    return trees;
}

std::vector<ReadingRow> present_readings(const Scene &scene) {
    std::vector<ReadingRow> rows;
    if (!scene.principal) {
        return rows;
    }
    const std::string &currency = scene.lease.currency;
    LeaseState other;
    for (std::size_t i = 0; i < scene.lease.readings.size(); ++i) {
        const Reading &reading = scene.lease.readings[i];
        for (std::size_t option = 0; option < reading.options.size(); ++option) {
            if (static_cast<std::int32_t>(option) == scene.scenario.readings[i]) {
                continue;
            }
            Scenario read_otherwise = scene.scenario;
            read_otherwise.readings[i] = static_cast<std::int32_t>(option);
            evaluate(scene.lease, read_otherwise, scene.as_of, other);
            const RightState &own = get(scene.state.rights, *scene.principal);
            const RightState &right = get(other.rights, *scene.principal);
            const Amount firm = scene.state.money.firm.value;
            const Amount other_firm = other.money.firm.value;
            const bool same_right = right.arises.value == own.arises.value &&
                                    right.opens.value == own.opens.value &&
                                    right.closes.value == own.closes.value &&
                                    right.first_effect->value == own.first_effect->value;
            const bool arises = right.arises.value != Truth::No;
            if ((same_right || (!arises && own.arises.value == Truth::No)) && firm == other_firm) {
                continue;
            }
            rows.push_back(
                {"reading." + reading.id, reading.options[option].id,
                 reading.question.empty() ? reading.id : reading.question,
                 reading.options[option].label.empty() ? reading.options[option].id
                                                       : reading.options[option].label,
                 same_right ? first_exit_of(other.money) : consequence_of(scene, right),
                 arises ? iso_or_empty(right.opens.value) : "",
                 arises ? iso_or_empty(right.closes.value) : "",
                 scene.lease.fees.empty() ? "" : exact_money(other_firm, currency),
                 scene.lease.fees.empty() ? "" : signed_money(firm, other_firm, currency)});
        }
    }
    return rows;
}

} // namespace offramp
