#include "laws.hpp"

#include "io/lease/write_lease.hpp"
#include "io/scenario/write_scenario.hpp"

#include <cstdlib>

namespace offramp::laws {

std::int64_t part_asked() {
    const char *const asked = std::getenv("OFFRAMP_LAWS_PART");
    const std::int64_t part = asked == nullptr ? 1 : std::strtoll(asked, nullptr, 10);
    return 1 <= part ? part : 1;
}

Sample sample_of(Choices &choices, Variety variety) {
    Lease lease = generated_lease(choices, variety);
    Scenario scenario = generated_scenario(choices, lease, variety);
    return {std::move(lease), std::move(scenario), choices};
}

std::string shown(std::int64_t number, const std::string &broken, const Sample &sample) {
    return "sample " + std::to_string(number) + ": " + broken + "\n" + write_lease(sample.lease) +
           write_scenario(sample.scenario, sample.lease);
}

LeaseState state_of(const Sample &sample) {
    return evaluate(sample.lease, sample.scenario, sample.lease.information_day);
}

std::string numbers(const Numbers &range) {
    return std::to_string(range.least) + ".." + std::to_string(range.most);
}

std::vector<Numbers> values_of(const LeaseState &state) {
    std::vector<Numbers> all;
    for (const auto &named : state.names) {
        all.push_back(named ? named->value : Numbers{0, 0});
    }
    for (const RightState &right : state.rights) {
        all.push_back(numbers_of(right.arises.value));
        all.push_back(numbers_of(right.opens.value));
        all.push_back(numbers_of(right.closes.value));
        all.push_back(numbers_of(right.first_effect->value));
    }
    for (const FeeState &fee : state.fees) {
        all.push_back(numbers_of(fee.total.value));
    }
    const MoneyState &money = state.money;
    for (const Priced &one : {money.headline, money.firm, money.payable, money.credits}) {
        all.push_back(numbers_of(one.value));
    }
    return all;
}

std::vector<Told> told_names(const Lease &lease, const LeaseState &state) {
    std::vector<Told> all;
    for (std::size_t i = 0; i < state.names.size(); ++i) {
        if (state.names[i]) {
            all.push_back({lease.names[i].text, state.names[i]->value});
        }
    }
    return all;
}

std::vector<Told> told_rights(const LeaseState &state) {
    std::vector<Told> all;
    for (std::size_t i = 0; i < state.rights.size(); ++i) {
        const RightState &right = state.rights[i];
        const std::string of = "right " + std::to_string(i + 1) + ", ";
        const auto tell = [&](const char *what, const Numbers &value) {
            all.push_back({of + what, value});
        };
        const auto tell_if = [&](const char *what, const auto &value) {
            if (value) {
                tell(what, numbers_of(value->value));
            }
        };
        tell("late", numbers_of(right.late));
        tell("missed", numbers_of(right.missed));
        tell("arises", numbers_of(right.arises.value));
        tell("opens", numbers_of(right.opens.value));
        tell("closes", numbers_of(right.closes.value));
        tell_if("last day of grace", right.grace_last_day);
        tell_if("first effect", right.first_effect);
        tell_if("latest effect", right.latest_effect);
        tell_if("effect of a notice now", right.notice_effect);
        tell_if("exit fee", right.exit_fee);
        for (const Phase &phase : right.phases.all()) {
            tell("begin of a phase", numbers_of(phase.from));
        }
    }
    return all;
}

std::vector<Told> told_remedies(const LeaseState &state) {
    std::vector<Told> all;
    for (std::size_t i = 0; i < state.remedies.size(); ++i) {
        const RemedyState &remedy = state.remedies[i];
        const std::string of = "remedy " + std::to_string(i + 1) + ", ";
        all.push_back({of + "days", remedy.days.value});
        all.push_back({of + "days of fee", numbers_of(remedy.credit_days.value)});
        all.push_back({of + "amount", numbers_of(remedy.amount.value)});
        all.push_back({of + "first day", numbers_of(remedy.first_day.value)});
        all.push_back({of + "last day", numbers_of(remedy.last_day.value)});
    }
    return all;
}

std::vector<Told> told_money(const LeaseState &state) {
    std::vector<Told> all;
    for (std::size_t i = 0; i < state.fees.size(); ++i) {
        const FeeState &fee = state.fees[i];
        const std::string of = "fee " + std::to_string(i + 1) + ", ";
        all.push_back({of + "amount", numbers_of(fee.amount.value)});
        all.push_back({of + "from", numbers_of(fee.from.value)});
        all.push_back({of + "to", numbers_of(fee.to.value)});
        all.push_back({of + "total", numbers_of(fee.total.value)});
    }
    const MoneyState &money = state.money;
    all.push_back({"headline", numbers_of(money.headline.value)});
    all.push_back({"firm", numbers_of(money.firm.value)});
    all.push_back({"payable", numbers_of(money.payable.value)});
    all.push_back({"credits", numbers_of(money.credits.value)});
    all.push_back({"firm as of", numbers_of(money.firm_as_of.value)});
    all.push_back({"terminated", numbers_of(state.terminated.value)});
    for (const Dated &given_up : state.given_up) {
        all.push_back({"given up", numbers_of(given_up.value)});
    }
    return all;
}

} // namespace offramp::laws
