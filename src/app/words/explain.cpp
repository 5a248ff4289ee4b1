#include "app/words/explain.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/ask/published.hpp"

namespace offramp {

namespace {

constexpr std::int32_t deepest_row = 24;

const Reason &reason_at(const Answered &answered, ReasonId id) {
    return get(answered.state.reasons, id);
}

When day_of(const Value &value) { return when_of({value.least, value.most}); }

/// Describes one step: what went in and what came out.
class Teller {
  public:
    Teller(const Answered &answered, const Reason &reason)
        : answered_(answered), lease_(answered.lease), reason_(reason) {}

    std::string tell() const {
        switch (reason_.step) {
        case Step::Rule:
            return describe_rule(answered_, reason_);
        case Step::Supposed:
            return supposed();
        case Step::Completed:
            return completed();
        case Step::Unknown:
            return reason_.detail < 0
                       ? "not known"
                       : "not public: " + get(lease_.unknowns, UnknownId{reason_.detail}).question;
        case Step::Named:
            return named() + ": " + result();
        case Step::Convention:
            return chosen_reading(answered_, ReadingId{static_cast<std::int32_t>(
                                                 get(lease_.rules, RuleId{reason_.detail}).value)});
        case Step::DayAfter:
            return "the day after " + input(0) + " is " + result();
        case Step::DayBefore:
            return "the day before " + input(0) + " is " + result();
        case Step::Earliest:
            return "the earliest of " + list_inputs(answered_, reason_, 0) + " is " + result();
        case Step::Latest:
            return "the latest of " + list_inputs(answered_, reason_, 0) + " is " + result();
        case Step::Missed:
            return missed();
        case Step::StillOpen:
            return still_open();
        case Step::Accrued:
            return accrued();
        case Step::RemedyDays:
            return remedy() + ": " + result() + " days from " + input(0) + " to " + input(1);
        case Step::RemedyFrom:
            return remedy() + ": first day " + result();
        case Step::RemedyTo:
            return remedy() + ": last day " + result();
        case Step::Remedied:
            return remedy() + ": " + result() + " for " + input(0) + " days";
        case Step::Capped:
            return label_or_id(get(lease_.caps, CapId{reason_.detail})) + ": no more than " +
                   input(1) + " together, which leaves " + result();
        case Step::CreditDays:
            return remedy() + ": " + decimal(reason_.value.least, 2) +
                   (reason_.value.least == reason_.value.most ? "" : " or more") +
                   " days of fee for " + input(0) + " days";
        case Step::Sum:
            return "together: " + result();
        case Step::FirstExit:
            return "the first exit that costs nothing takes effect " +
                   on_day(day_of(reason_.value));
        case Step::Terminated:
            return "a right that is used ends it " + on_day(day_of(reason_.value));
        case Step::AsOf:
            return "as of " + result();
        case Step::FreeFrom:
            return "leaving costs nothing from " + result() + " on";
        }
        return {};
    }

  private:
    std::string result() const { return text_of(answered_, reason_.value); }

    const Value &input_value(std::size_t index) const {
        return reason_at(answered_, inputs_of(answered_.state, reason_)[index]).value;
    }
    std::string input(std::size_t index) const { return text_of(answered_, input_value(index)); }

    std::string named() const { return name_of_day(lease_, NameId{reason_.detail}); }

    const Tranche &tranche() const { return get(lease_.tranches, TrancheId{reason_.detail}); }

    static std::string units(const Tranche &tranche) { return plural(tranche.unit); }

    std::string completed() const {
        const When day = day_of(reason_.value);
        const bool is_reported =
            is_as_reported(lease_, answered_.scenario, TrancheId{reason_.detail});
        if (is_any_day(day)) {
            return name_of_tranche(tranche()) + ": delivery not recorded";
        }
        const std::string basis = is_reported ? " (reported)" : " (supposed)";
        if (input_value(0).least == 1 && input_value(0).most == 1) {
            return name_of_tranche(tranche()) +
                   (day == exactly(Date::never()) ? ": never delivered"
                                                  : ": delivered " + on_day(day)) +
                   basis;
        }
        const std::string all = "the " + input(0) + " " + units(tranche());
        return all +
               (day == exactly(Date::never()) ? " are never all delivered"
                                              : " are all delivered " + on_day(day)) +
               basis;
    }

    std::string supposed() const {
        if (reason_.value.kind == Kind::Day && day_of(reason_.value) == exactly(Date::never())) {
            return named() + ": not supposed";
        }
        return named() + (reason_.value.kind == Kind::Day ? ": supposed on " : ": supposed, ") +
               result();
    }

    std::string remedy() const {
        return name_of_remedy(get(lease_.remedies, RemedyId{reason_.detail}));
    }

    std::string missed() const {
        if (reason_.value.least != reason_.value.most) {
            return "whether it is missed is not known";
        }
        if (reason_.value.least == 0) {
            return "not missed: " + input(0) + " is not after " + input(1);
        }
        return day_of(input_value(0)) == exactly(Date::never())
                   ? "missed: it does not happen by " + input(1)
                   : "missed: " + input(0) + " is after " + input(1);
    }

    std::string still_open() const {
        const std::size_t opens = static_cast<std::size_t>(reason_.input_count) - 2;
        if (reason_.value.least != reason_.value.most) {
            return "whether the right arises depends on what is not known";
        }
        if (reason_.value.least == 1) {
            return "the right may be used from " + input(opens) +
                   (day_of(input_value(opens + 1)) == exactly(Date::never())
                        ? std::string{" on"}
                        : " to " + input(opens + 1));
        }
        if (opens == 1 && input_value(0).most == 0) {
            return "the right does not arise";
        }
        return "no window: it would open on " + input(opens) + " and close on " + input(opens + 1);
    }

    std::string accrued() const {
        const Fee &fee = get(lease_.fees, FeeId{reason_.detail});
        if (fee.billing.is_once) {
            const bool is_cut = reason_.input_count == 3;
            return label_or_id(fee) + ": " + input(0) + " once, " + on_day(day_of(input_value(1))) +
                   (is_cut ? ", if that is no later than " + input(2) : "") + " = " + result();
        }
        const std::int32_t begins = fee.billing.first_day;
        return label_or_id(fee) + ": " + input(0) + " a month" +
               (begins == 1 ? "" : " that begins on day " + std::to_string(begins) + ",") +
               " from " + input(1) + " to " + input(2) + " = " + result();
    }

    const Answered &answered_;
    const Lease &lease_;
    const Reason &reason_;
};

/// Whether the step only repeats what the step above it said.
bool is_silent(const Lease &lease, const Reason &above, const Reason &reason) {
    const bool is_never =
        reason.value.kind == Kind::Day && day_of(reason.value) == exactly(Date::never());
    if ((reason.step == Step::Unknown && reason.detail < 0) ||
        (above.step == Step::StillOpen && is_never)) {
        return true;
    }
    return is_stated(lease, reason) &&
           (above.step == Step::Named || above.step == Step::Rule ||
            above.step == Step::Completed || above.step == Step::Accrued);
}

/// Nothing was missed: when a window would have opened no longer matters.
bool is_settled_by(const Reason &above, const Reason &reason) {
    const bool is_ground = reason.step == Step::Missed || reason.value.kind == Kind::Truth;
    return above.step == Step::StillOpen && is_ground && reason.value.most == 0;
}

/// Whether an input of "the earliest of these" can be the earliest at all.
bool never_matters(const Lease &lease, const Reason &above, const Reason &reason) {
    const bool is_earliest = above.step == Step::Earliest ||
                             (above.step == Step::Rule && above.value.kind == Kind::Day &&
                              get(lease.rules, RuleId{above.detail}).form == Form::Least);
    return is_earliest && 1 < above.input_count &&
           reason.value.least == Date::never().day_number() &&
           above.value.most != Date::never().day_number();
}

} // namespace

bool is_stated(const Lease &lease, const Reason &reason) {
    return reason.step == Step::Rule &&
           get(lease.rules, RuleId{reason.detail}).form == Form::Literal;
}

std::string describe(const Answered &answered, ReasonId reason) {
    return Teller{answered, reason_at(answered, reason)}.tell();
}

void explain(const Answered &answered, ReasonId id, std::int32_t depth, std::vector<WhyRow> &rows) {
    const Reason &reason = reason_at(answered, id);
    std::int32_t clause = reason.clause;
    for (const ReasonId input : inputs_of(answered.state, reason)) {
        const Reason &below = reason_at(answered, input);
        clause = clause < 0 && is_silent(answered.lease, reason, below) ? below.clause : clause;
    }
    WhyRow row{depth, sentence_case(describe(answered, id)), {}, {}, {}};
    if (0 <= clause) {
        const Clause &words = get(answered.lease.clauses, ClauseId{clause});
        row.clause = words.id;
        row.wording = phrase_of(words.wording);
        row.title = words.title;
    }
    rows.push_back(std::move(row));
    if (deepest_row <= depth) {
        return;
    }
    for (const ReasonId input : inputs_of(answered.state, reason)) {
        const Reason &below = reason_at(answered, input);
        if (is_settled_by(reason, below)) {
            return explain(answered, input, depth + 1, rows);
        }
    }
    for (const ReasonId input : inputs_of(answered.state, reason)) {
        const Reason &below = reason_at(answered, input);
        if (!is_silent(answered.lease, reason, below) &&
            !never_matters(answered.lease, reason, below)) {
            explain(answered, input, depth + 1, rows);
        }
    }
}

} // namespace offramp
