#include "app/explain.hpp"

#include "app/text.hpp"
#include "app/words.hpp"
#include "core/overloaded.hpp"

namespace offramp {

namespace {

constexpr std::int32_t deepest_row = 24;

const Reason &reason_at(const Answered &answered, ReasonId id) {
    return get(answered.state.reasons, id);
}

When day_of(const Value &value) {
    const auto day = [](std::int64_t number) {
        return number == INT32_MAX   ? Date::never()
               : number == INT32_MIN ? Date::dawn()
                                     : Date::from_day_number(number);
    };
    return {day(value.least), day(value.most)};
}

std::string text_of(const Answered &answered, const Value &value) {
    switch (value.kind) {
    case Value::Kind::Day:
        return long_date(day_of(value));
    case Value::Kind::Number:
        return grouped(Count{value.least, value.most});
    case Value::Kind::Sum:
        return exact_money(Amount{Money::from_minor(value.least), Money::from_minor(value.most)},
                           answered.lease.currency);
    case Value::Kind::Truth:
        return value.least != value.most ? "it depends" : value.least == 1 ? "yes" : "no";
    }
    return {};
}

/// Describes one step: what went in and what came out.
class Teller {
  public:
    Teller(const Answered &answered, const Reason &reason)
        : answered_(answered), lease_(answered.lease), reason_(reason) {}

    std::string tell() const {
        switch (reason_.step) {
        case Step::Stated:
            return "stated: " + result();
        case Step::Supposed:
            return day_of(reason_.value) == exactly(Date::never())
                       ? named() + ": not supposed"
                       : named() + ": supposed on " + result();
        case Step::DeliveredUnits:
            return result() + " " + units(tranche()) + " delivered by " + input(0);
        case Step::Completed:
            return completed();
        case Step::Unknown:
            return reason_.detail < 0
                       ? "not known"
                       : "not public: " + get(lease_.unknowns, UnknownId{reason_.detail}).question;
        case Step::Named:
            return named() + ": " + result();
        case Step::ChosenReading:
            return chosen_reading();
        case Step::Offset:
            return offset();
        case Step::DayAfter:
            return "the day after " + input(0) + " is " + result();
        case Step::DayBefore:
            return "the day before " + input(0) + " is " + result();
        case Step::Earliest:
            return "the earliest of these is " + result();
        case Step::Latest:
            return "the latest of these is " + result();
        case Step::Missed:
            return missed();
        case Step::StillOpen:
            return still_open();
        case Step::WholeMonths:
            return "from " + input(0) + " to " + input(1) + " are " + result() + " whole months";
        case Step::Scaled:
            return input(0) + " × " + input(1) + " / " + input(2) + " = " + result();
        case Step::Accrued:
            return accrued();
        case Step::Sum:
            return "fees together: " + result();
        case Step::Difference:
            return input(0) + " − " + input(1) + " = " + result();
        case Step::FirstExit:
            return "the first exit that costs nothing takes effect on " + result();
        case Step::Terminated:
            return "the notice ends the lease on " + result();
        case Step::AsOf:
            return "as of " + result();
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

    static std::string units(const Tranche &tranche) { return tranche.unit + "s"; }

    std::string completed() const {
        const When day = day_of(reason_.value);
        const std::string all = input(0) + " " + units(tranche());
        return day == exactly(Date::never())
                   ? "the " + all + " are never all delivered (supposed)"
                   : "the " + all + " are all delivered on " + result() + " (supposed)";
    }

    std::string chosen_reading() const {
        const Reading &reading = get(lease_.readings, ReadingId{reason_.detail});
        const auto index = static_cast<std::size_t>(
            answered_.scenario.readings[static_cast<std::size_t>(reason_.detail)]);
        const Option &option = reading.options[index];
        const std::string label = option.label.empty() ? option.id : option.label;
        return "reading: " + (reading.question.empty() ? reading.id : reading.question) + " “" +
               label + "”" + (reason_.input_count == 0 ? "" : ", hence " + result());
    }

    std::string offset() const {
        const auto &form =
            std::get<Offset>(get(lease_.date_rules, DateRuleId{reason_.detail}).form);
        const std::string unit = form.unit == Unit::Day     ? "day"
                                 : form.unit == Unit::Week  ? "week"
                                 : form.unit == Unit::Month ? "month"
                                                            : "year";
        const Value &number = input_value(1);
        const std::string period =
            number.least == number.most ? counted(number.least, unit) : input(1) + " " + unit + "s";
        const bool has_month_end = form.unit == Unit::Month || form.unit == Unit::Year;
        return period + (form.direction == Direction::After ? " after " : " before ") + input(0) +
               (has_month_end ? month_end(chosen(form.month_end, answered_.scenario)) : "") +
               " is " + result();
    }

    static std::string month_end(MonthEnd policy) {
        switch (policy) {
        case MonthEnd::Clip:
            return ", to the corresponding date,";
        case MonthEnd::Sticky:
            return ", from month's end to month's end,";
        case MonthEnd::NextMonth:
            return ", a missing day becoming the next month's first,";
        }
        return {};
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
            return "the right may be used from " + input(opens) + " to " + input(opens + 1);
        }
        if (opens == 1 && input_value(0).most == 0) {
            return "the right does not arise";
        }
        return "no window: it would open on " + input(opens) + " and close on " + input(opens + 1);
    }

    std::string accrued() const {
        const Fee &fee = get(lease_.fees, FeeId{reason_.detail});
        return (fee.label.empty() ? fee.id : fee.label) + ": " + input(0) + " a month from " +
               input(1) + " to " + input(2) + " = " + result();
    }

    const Answered &answered_;
    const Lease &lease_;
    const Reason &reason_;
};

/// Whether the step only repeats what the step above it said.
bool is_silent(const Reason &above, const Reason &reason) {
    const bool stated = reason.step == Step::Stated;
    return (stated && (above.step == Step::Named || above.step == Step::Offset ||
                       above.step == Step::Completed || above.step == Step::Scaled ||
                       above.step == Step::Accrued)) ||
           (reason.step == Step::Unknown && reason.detail < 0);
}

/// Nothing was missed: when a window would have opened no longer matters.
bool is_settled_by(const Reason &above, const Reason &reason) {
    return above.step == Step::StillOpen && reason.step == Step::Missed && reason.value.most == 0;
}

/// Whether an input of "the earliest of these" can be the earliest at all.
bool never_matters(const Reason &above, const Reason &reason) {
    return above.step == Step::Earliest && 1 < above.input_count &&
           reason.value.least == Date::never().day_number() &&
           above.value.most != Date::never().day_number();
}

} // namespace

std::string describe(const Answered &answered, ReasonId reason) {
    return Teller{answered, reason_at(answered, reason)}.tell();
}

void explain(const Answered &answered, ReasonId id, std::int32_t depth, std::vector<WhyRow> &rows) {
    const Reason &reason = reason_at(answered, id);
    std::int32_t clause = reason.clause;
    for (const ReasonId input : inputs_of(answered.state, reason)) {
        const Reason &below = reason_at(answered, input);
        clause = clause < 0 && is_silent(reason, below) ? below.clause : clause;
    }
    WhyRow row{depth, sentence_case(describe(answered, id)), {}, {}};
    if (0 <= clause) {
        const Clause &words = get(answered.lease.clauses, ClauseId{clause});
        row.clause = words.id;
        row.wording = phrase_of(words.wording);
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
        if (!is_silent(reason, below) && !never_matters(reason, below)) {
            explain(answered, input, depth + 1, rows);
        }
    }
}

} // namespace offramp
