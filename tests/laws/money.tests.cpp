// Parts of money add up.
#include "laws.hpp"

#include "core/ask/ledger.hpp"
#include "core/ask/published.hpp"
#include "core/ask/statement.hpp"
#include "io/scenario/write_scenario.hpp"

#include <algorithm>

using namespace offramp;
using namespace offramp::laws;

namespace {

/// Of fees that are known: where one is not, parts are in no ledger.
bool is_known(const LeaseState &state) {
    return std::all_of(state.fees.begin(), state.fees.end(), [](const FeeState &fee) {
        return fee.total.value.known() && fee.total.value.least.is_bounded();
    });
}

std::string minor(Money amount) { return std::to_string(amount.minor()); }

/// Nothing is to come that might be supposed: as if nobody had yet given notice.
Scenario without_notices(Scenario scenario) {
    for (Notice &notice : scenario.notices) {
        notice = {};
    }
    return scenario;
}

/// Somebody gives notice of one of the rights on a day from the one seen from on.
Scenario with_notice_to_come(const Sample &sample, Date as_of) {
    Scenario scenario = without_notices(sample.scenario);
    const auto last = static_cast<std::int64_t>(scenario.notices.size()) - 1;
    const auto right = static_cast<std::size_t>(sample.choices.number(0, last));
    scenario.notices[right].day = exactly(add_days(as_of, sample.choices.number(0, 600)));
    return scenario;
}

/// Of each rule the rights on whose notice it rests, as bits.
std::vector<std::uint64_t> rights_behind(const Lease &lease) {
    std::vector<std::uint64_t> behind(lease.rules.size(), 0);
    // Rules follow those that they rest on, and are named in that order too.
    for (std::size_t i = 0; i < lease.rules.size(); ++i) {
        const Rule &rule = lease.rules[i];
        for (std::int32_t place = 0; place < rule.child_count; ++place) {
            const RuleId next = child(lease, rule, place);
            behind[i] |= is_given(next) ? behind[next.at()] : 0;
        }
        if (rule.form != Form::Named) {
            continue;
        }
        const Name &name = get(lease.names, NameId{static_cast<std::int32_t>(rule.value)});
        if (name.source == NameSource::Rule) {
            behind[i] |= behind[static_cast<std::size_t>(name.index)];
        } else if (name.source == NameSource::RightDay) {
            behind[i] |= std::uint64_t{1} << name.index;
        }
    }
    return behind;
}

/// Whether a clause lets money depend on a notice: other than by the effect, the price and the last
/// chance of the right itself.
bool rests_on_notice(const Lease &lease) {
    const std::vector<std::uint64_t> behind = rights_behind(lease);
    const auto rests = [&](RuleId id) { return is_given(id) && behind[id.at()] != 0; };
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        const Right &right = lease.rights[i];
        const std::uint64_t own = std::uint64_t{1} << i;
        const auto rests_on_other = [&](RuleId id) {
            return is_given(id) && (behind[id.at()] & ~own) != 0;
        };
        if (rests(right.trigger.day) || rests(right.condition) || rests(right.grace) ||
            rests(right.window_first) || rests(right.window_last) || rests(right.ends_when) ||
            rests_on_other(right.effect) || rests_on_other(right.exit_fee) ||
            (right.last_chance && rests_on_other(right.last_chance->by)) ||
            std::any_of(right.preconditions.begin(), right.preconditions.end(), rests)) {
            return true;
        }
    }
    return std::any_of(lease.tranches.begin(), lease.tranches.end(),
                       [&](const Tranche &one) { return rests(one.due) || rests(one.units); }) ||
           std::any_of(lease.fees.begin(), lease.fees.end(), [&](const Fee &fee) {
               return rests(fee.from) || rests(fee.to) || rests(fee.amount);
           });
}

} // namespace

TEST_CASE("Months sum to the totals, to the cent", "[laws]") {
    holds(40'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const LeaseState state = state_of(sample);
        const auto months = statement(state);
        if (months.empty() || months.size() == most_statement_months) {
            return {};
        }
        Amount fees = exactly(Money::zero());
        Amount credits = exactly(Money::zero());
        for (const StatementMonth &month : months) {
            fees = fees + month.fees;
            credits = credits + month.credits;
        }
        const auto differs = [](const Amount &sum, const Amount &total) {
            return total.known() && total.least.is_bounded() && sum != total;
        };
        // What is charged once, on a day that is open, may fall in each of several months.
        const bool is_open =
            std::any_of(state.fees.begin(), state.fees.end(), [](const FeeState &fee) {
                return fee.billing.is_once && !fee.from.value.known();
            });
        if (is_open ? !within(numbers_of(state.money.headline.value), numbers_of(fees))
                    : differs(fees, state.money.headline.value)) {
            return "fees " + numbers(numbers_of(fees)) + ", headline " +
                   numbers(numbers_of(state.money.headline.value));
        }
        // Where rates or days are not known, months are ranges, of which the whole is one sum.
        const Amount &all = state.money.credits.value;
        if (credits.known() ? differs(credits, all)
                            : !within(numbers_of(all), numbers_of(credits))) {
            return "credits " + numbers(numbers_of(credits)) + ", in all " +
                   numbers(numbers_of(state.money.credits.value));
        }
        return {};
    });
}

TEST_CASE("Remedies that share a cap come to no more than it, in parts that add up", "[laws]") {
    std::int64_t bitten = 0;
    holds(30'000, Variety::Wild, [&](const Sample &sample) -> Broken {
        const LeaseState state = state_of(sample);
        LeaseState memory;
        for (const Cap &cap : sample.lease.caps) {
            const Amount most =
                amount_of(evaluate_rule(sample.lease, sample.scenario, cap.amount, memory));
            Amount parts = exactly(Money::zero());
            Amount whole = exactly(Money::zero());
            bool are_known = true;
            for (const RemedyId id : cap.remedies) {
                const RemedyState &one = get(state.remedies, id);
                if (one.amount.value.most < one.amount.value.least ||
                    one.uncapped.most < one.amount.value.most) {
                    return "a part of " + numbers(numbers_of(one.amount.value));
                }
                parts = parts + one.amount.value;
                are_known = are_known && one.amount.value.known();
                whole = whole + one.uncapped;
            }
            const Amount capped = smaller(whole, most);
            bitten += capped != whole ? 1 : 0;
            const Numbers all = numbers_of(capped);
            if (!within(all, numbers_of(parts)) || (are_known && parts != capped)) {
                return "parts of " + numbers(numbers_of(parts)) + ", together " + numbers(all);
            }
        }
        return {};
    });
    CHECK(0 < bitten);
}

TEST_CASE("The totals of the fees add up to the headline", "[laws]") {
    holds(20'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const LeaseState state = state_of(sample);
        Amount total = exactly(Money::zero());
        for (const FeeState &fee : state.fees) {
            total = total + fee.total.value;
        }
        return total == state.money.headline.value
                   ? Broken{}
                   : Broken{"fees come to " + numbers(numbers_of(total)) + ", the headline is " +
                            numbers(numbers_of(state.money.headline.value))};
    });
}

TEST_CASE("Nothing more is firm or payable than the headline", "[laws]") {
    holds(50'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const MoneyState money = state_of(sample).money;
        for (const auto &[what, part] :
             {std::pair{"firm", money.firm.value}, std::pair{"payable", money.payable.value},
              std::pair{"firm as of", money.firm_as_of.value}}) {
            const Amount &whole = money.headline.value;
            if (whole.least < part.least || whole.most < part.most) {
                return what + (" is " + numbers(numbers_of(part))) + ", the headline " +
                       numbers(numbers_of(whole));
            }
        }
        return {};
    });
}

TEST_CASE("What is firm is never more than what is payable", "[laws]") {
    // A right may be used when it costs something; what is firm counts free exits alone. So only
    // the least that is firm is compared with the most that may be payable where a notice is used
    // for nothing.
    holds(50'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const LeaseState state =
            state_of({sample.lease, without_notices(sample.scenario), sample.choices});
        const MoneyState &money = state.money;
        return money.payable.value.most < money.firm.value.least
                   ? Broken{"firm " + minor(money.firm.value.least) + ", payable at most " +
                            minor(money.payable.value.most)}
                   : Broken{};
    });
}

TEST_CASE("The parts of a ledger add up to the headline, and none is below nothing", "[laws]") {
    holds(6'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const Date as_of = add_days(sample.lease.information_day, sample.choices.number(0, 900));
        // A notice still to come is in no ledger, and a fee may end with it.
        const LeaseState state = evaluate(
            sample.lease, without_coming_notices(sample.lease, sample.scenario, as_of), as_of);
        const Ledger ledger = ledger_of(sample.lease, sample.scenario, as_of);
        for (const auto &[what, part] :
             {std::pair{"due", ledger.due}, std::pair{"firm", ledger.firm},
              std::pair{"conditional", ledger.conditional},
              std::pair{"cancellable", ledger.cancellable}}) {
            if (part < Money::zero()) {
                return what + (" is " + minor(part)) + " on " + to_iso(as_of);
            }
        }
        const bool is_whole = is_known(state) && ledger.unknown.empty();
        return is_whole && ledger.headline() != state.money.headline.value.least
                   ? Broken{"parts come to " + minor(ledger.headline()) + ", the headline is " +
                            minor(state.money.headline.value.least) + " on " + to_iso(as_of)}
                   : Broken{};
    });
}

TEST_CASE("A ledger by month adds up to it", "[laws]") {
    holds(3'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const Date as_of = add_days(sample.lease.information_day, sample.choices.number(0, 900));
        LedgerEvaluator evaluator;
        const Ledger ledger = evaluator.evaluate(sample.lease, sample.scenario, as_of);
        LedgerParts sum{};
        const LedgerMonths months = evaluator.months();
        for (const LedgerParts &month : months.months) {
            sum += month;
        }
        const LedgerParts &whole = ledger;
        const bool is_endless = !ledger.headline().is_bounded() || months.months.empty();
        return is_endless || sum == whole
                   ? Broken{}
                   : Broken{"months come to " + minor(sum.due) + ", " + minor(sum.firm) + ", " +
                            minor(sum.conditional) + ", " + minor(sum.cancellable) +
                            "; the ledger is " + minor(whole.due) + ", " + minor(whole.firm) +
                            ", " + minor(whole.conditional) + ", " + minor(whole.cancellable)};
    });
}

TEST_CASE("A notice that is only supposed moves no part of the ledger", "[laws]") {
    holds(3'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const Date as_of = add_days(sample.lease.information_day, sample.choices.number(0, 600));
        const Scenario none = without_notices(sample.scenario);
        const Scenario one = with_notice_to_come(sample, as_of);
        const Ledger before = ledger_of(sample.lease, none, as_of);
        const Ledger after = ledger_of(sample.lease, one, as_of);
        return before == after ? Broken{}
                               : Broken{"firm " + minor(before.firm) + ", with the notice " +
                                        minor(after.firm) + " on " + to_iso(as_of) + "\n" +
                                        write_scenario(one, sample.lease)};
    });
}

TEST_CASE("What is firm does not depend on a supposed notice", "[laws]") {
    holds(30'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const Date as_of = sample.lease.information_day;
        const Scenario one = with_notice_to_come(sample, as_of);
        // A clause may let a fee, a day or another right depend on the notice.
        if (rests_on_notice(sample.lease)) {
            return {};
        }
        const LeaseState before = evaluate(sample.lease, without_notices(sample.scenario), as_of);
        const LeaseState after = evaluate(sample.lease, one, as_of);
        return before.money.firm.value == after.money.firm.value
                   ? Broken{}
                   : Broken{"firm " + numbers(numbers_of(before.money.firm.value)) +
                            ", with the notice " + numbers(numbers_of(after.money.firm.value)) +
                            "\n" + write_scenario(one, sample.lease)};
    });
}
