// The reasons for every answer as text that can be followed line by line, and the words behind
// them at the end.
#include "app/export/reasons.hpp"

#include "app/answers/answers.hpp"
#include "app/words/explain.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/ask/contrast.hpp"
#include "core/ask/ledger.hpp"
#include "core/ask/overloaded.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

class Reasons {
  public:
    Reasons(const Answered &answered, Date as_of) : answered_(answered), as_of_(as_of) {}

    std::string write() {
        for (std::size_t i = 0; i < lease().rights.size(); ++i) {
            right(RightId{static_cast<std::int32_t>(i)});
        }
        for (const auto *keys : {&lease().dates, &lease().moments, &lease().counts,
                                 &lease().amounts, &lease().conditions}) {
            for (const KeyValue &key : *keys) {
                const Evaluated &named = *answered_.state.names[find_name(lease(), key.id)->at()];
                heading(label_or_id(key));
                tree(named.why);
            }
        }
        for (std::size_t i = 0; i < lease().remedies.size(); ++i) {
            const RemedyState &state = answered_.state.remedies[i];
            heading(name_of_remedy(lease().remedies[i]));
            const bool is_in_days = state.credit_days.value != exactly(Money::zero());
            tree(is_in_days && !state.credited              ? state.credit_days.why
                 : state.amount.value.most == Money::zero() ? state.days.why
                                                            : state.amount.why);
        }
        if (!lease().fees.empty()) {
            heading("Firm");
            firm();
            heading("Headline");
            tree(answered_.state.money.headline.why);
        }
        clauses();
        return std::move(out_);
    }

  private:
    const Lease &lease() const { return answered_.lease; }

    void heading(const std::string &text) { out_ += "\n" + sentence_case(text) + "\n"; }

    void line(const std::string &text) { out_ += "  " + text + "\n"; }

    void tree(ReasonId why) { tree(answered_, why); }

    /// What is firm is found where every delivery still to come is left open.
    void firm() {
        LedgerEvaluator evaluator;
        evaluator.evaluate(lease(), answered_.scenario, as_of_);
        const Scenario &world = evaluator.world(LedgerWorld::Undecided);
        const LeaseState state = evaluate(lease(), world, as_of_);
        tree({lease(), world, state}, state.money.firm_as_of.why);
    }

    void tree(const Answered &answered, ReasonId why) {
        std::vector<WhyRow> rows;
        explain(answered, why, 0, rows);
        for (const WhyRow &row : rows) {
            out_ += std::string(2 + 2 * static_cast<std::size_t>(row.depth), ' ') + row.text +
                    (row.clause.empty() ? "" : " [" + row.title + "]") + "\n";
            if (!row.clause.empty() &&
                std::find(cited_.begin(), cited_.end(), row.clause) == cited_.end()) {
                cited_.push_back(row.clause);
            }
        }
    }

    void right(RightId id) {
        const Right &right = get(lease().rights, id);
        const RightState &state = get(answered_.state.rights, id);
        heading(label_or_id(right) + " (" + name_of_holder(lease(), right.holder) + ")");
        line("On " + long_date(as_of_) + ": " +
             (state.status ? phrase_of(*state.status) : "depends on what is not known") + ".");
        tree(state.arises.why);
        if (state.arises.value != Truth::No && state.first_effect->value != state.opens.value) {
            tree(state.first_effect->why);
        }
        if (state.exit_fee) {
            tree(state.exit_fee->why);
        }
        if (state.arises.value == Truth::Depends) {
            settling(id);
        }
        for (const Contrast &change : contrasts_) {
            if (change.right == id) {
                turning(change);
            }
        }
    }

    /// The nearest change on one axis, as a sentence.
    void turning(const Contrast &change) {
        const bool is_day = std::holds_alternative<DeliveryDay>(change.axis) ||
                            std::holds_alternative<NoticeDay>(change.axis) ||
                            std::holds_alternative<EventDay>(change.axis);
        const std::string to =
            is_day ? " on " + long_date(day_of(change.to)) : ": " + grouped(change.to);
        const std::string answer = change.answer == Truth::Yes  ? "the right arises"
                                   : change.answer == Truth::No ? "the right does not arise"
                                                                : "it depends";
        line("Otherwise if " + name_of(change.axis) + to + ": " + answer + ".");
    }

    std::string name_of(const Axis &axis) const {
        const Scenario &scenario = answered_.scenario;
        const auto tranche = [&](std::size_t delivery) {
            return name_of_tranche(get(lease().tranches, scenario.deliveries[delivery].tranche));
        };
        const auto day = [&](NameId name) { return name_of_day(lease(), name); };
        return std::visit(
            Overloaded{[&](const DeliveryDay &one) { return tranche(one.delivery) + " delivered"; },
                       [&](const DeliverySize &one) {
                           return tranche(one.delivery) + " in that delivery";
                       },
                       [&](const NoticeDay &one) {
                           return day(offramp::name_of(lease(), one.right, RightDay::Notice));
                       },
                       [&](const EventDay &one) { return day(name_of_event(lease(), one.event)); },
                       [&](const DelayLength &one) {
                           const Delay &delay = get(lease().delays, one.delay);
                           return label_or_id(delay) + ", further days";
                       },
                       [&](const UnknownValue &one) {
                           return get(lease().unknowns, one.unknown).question;
                       }},
            axis);
    }

    void settling(RightId id) {
        const auto fact = settling_fact(lease(), answered_.scenario, id);
        const auto *unknown = fact ? std::get_if<UnknownValue>(&*fact) : nullptr;
        line(unknown != nullptr
                 ? "One fact would settle it: " + get(lease().unknowns, unknown->unknown).question
             : fact ? "One supposition would settle it, if it were exact."
                    : "No single fact settles it.");
    }

    void clauses() {
        if (cited_.empty()) {
            return;
        }
        heading("The words behind it");
        for (const Clause &clause : lease().clauses) {
            if (std::find(cited_.begin(), cited_.end(), clause.id) != cited_.end()) {
                line("[" + clause.id + "] " + phrase_of(clause.wording) + ": " + clause.text);
            }
        }
    }

    const Answered &answered_;
    Date as_of_;
    std::vector<Contrast> contrasts_ = contrast(answered_.lease, answered_.scenario);
    std::string out_;
    std::vector<std::string> cited_;
};

} // namespace

std::string export_reasons(const Answered &answered, Date as_of) {
    return Reasons{answered, as_of}.write();
}

} // namespace offramp
