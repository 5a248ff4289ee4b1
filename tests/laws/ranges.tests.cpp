// What holds of a range holds of every value in it. One thing of a scenario at a time is made
// vaguer, and what the vaguer scenario says must hold what the other one says.
#include "laws.hpp"

#include "core/ask/ledger.hpp"
#include "core/ask/readings.hpp"
#include "io/scenario/write_scenario.hpp"

#include <algorithm>
#include <iterator>

using namespace offramp;
using namespace offramp::laws;

namespace {

/// What of a scenario is made vaguer.
enum class Vague { Delivery, Units, Event, Notice, DelayRun, Undated, Unknown };

/// What of the answers is compared.
enum class Theme { Names, Rights, Status, Remedies, Money, Ledger };

class Widener {
  public:
    Widener(const Sample &sample) : lease_(sample.lease), choices_(sample.choices) {}

    /// Nothing where the scenario has no such thing.
    std::optional<Scenario> widened(const Scenario &narrow, Vague vague) {
        Scenario wide = narrow;
        return widen(wide, vague) ? std::optional{wide} : std::nullopt;
    }

  private:
    template <typename T>
    T *one_of(std::vector<T> &all) {
        return all.empty()
                   ? nullptr
                   : &all[static_cast<std::size_t>(choices_.number(0, std::ssize(all) - 1))];
    }

    std::int64_t some() { return choices_.number(0, 60); }

    When wider(const When &when) {
        if (choices_.chance(1, 8)) {
            return any_day();
        }
        const std::int64_t sooner = some();
        const std::int64_t later = some();
        // A day that never comes may come after all.
        const Date least = when.least == Date::never() ? add_days("2024-06-01"_date, sooner)
                                                       : add_days(when.least, -sooner);
        return {least, choices_.chance(1, 4) ? Date::never() : add_days(when.most, later)};
    }

    Numbers wider_count(const Numbers &count) {
        const std::int64_t less = some();
        return {std::max<std::int64_t>(count.least - less, 0), count.most + some()};
    }

    Numbers wider_moment(const Numbers &moment) {
        constexpr std::int64_t seconds = 50'000;
        const std::int64_t sooner = some() * seconds;
        const bool is_never = moment.least == INT64_MAX;
        const std::int64_t least =
            is_never ? std::int64_t{("2024-06-01"_date).day_number()} * 86'400 + sooner
                     : moment.least - sooner;
        return {least, moment.most == INT64_MAX ? INT64_MAX : moment.most + some() * seconds};
    }

    bool widen(Scenario &wide, Vague vague) {
        switch (vague) {
        case Vague::Delivery:
            if (Delivery *const one = one_of(wide.deliveries)) {
                one->day = wider(one->day);
                return true;
            }
            return false;
        case Vague::Units:
            if (Delivery *const one = one_of(wide.deliveries)) {
                one->units = wider_count(one->units);
                return true;
            }
            return false;
        case Vague::Event:
            if (Happening *const one = one_of(wide.events)) {
                const auto index = static_cast<std::size_t>(one - wide.events.data());
                one->when = lease_.events[index].kind == Kind::Day
                                ? numbers_of(wider(when_of(one->when)))
                                : wider_moment(one->when);
                return true;
            }
            return false;
        case Vague::Notice:
            if (Notice *const one = one_of(wide.notices)) {
                one->day = wider(one->day);
                return true;
            }
            return false;
        case Vague::DelayRun:
            return widen_run(wide);
        case Vague::Undated:
            if (DelayDays *const one = one_of(wide.delays)) {
                one->undated = wider_count(one->undated);
                return true;
            }
            return false;
        case Vague::Unknown:
            if (Numbers *const one = one_of(wide.unknowns)) {
                const Unknown &unknown =
                    lease_.unknowns[static_cast<std::size_t>(one - wide.unknowns.data())];
                *one = {std::min(one->least, unknown.least), std::max(one->most, unknown.most)};
                return true;
            }
            return false;
        }
        return false;
    }

    bool widen_run(Scenario &wide) {
        DelayDays *const delay = one_of(wide.delays);
        DelayRun *const run = delay == nullptr ? nullptr : one_of(delay->runs);
        if (run == nullptr) {
            return false;
        }
        When &end = choices_.chance(1, 2) ? run->last : run->first;
        end = wider(end);
        return true;
    }

    const Lease &lease_;
    Choices &choices_;
};

/// Where nothing is vague: each unknown is one of its values. Those without a bound stay.
Scenario settled(const Sample &sample) {
    Scenario scenario = sample.scenario;
    for (Numbers &unknown : scenario.unknowns) {
        if (!unknown.known() && unknown.most != INT64_MAX) {
            unknown = exactly(sample.choices.number(unknown.least, unknown.most));
        }
    }
    return scenario;
}

/// Compares what is told of both, in the order in which both tell it. The days on which phases
/// begin have a law of their own.
Broken compared_told(const std::vector<Told> &wide, const std::vector<Told> &narrow) {
    auto next = narrow.begin();
    for (const Told &told : wide) {
        const auto found = std::find_if(next, narrow.end(),
                                        [&](const Told &other) { return other.what == told.what; });
        if (found == narrow.end() || told.what.ends_with("begin of a phase")) {
            continue;
        }
        if (!within(found->value, told.value)) {
            return told.what + ": " + numbers(found->value) + " is not within " +
                   numbers(told.value);
        }
        next = found + 1;
    }
    return {};
}

Broken compared_status(const Lease &lease, const LeaseState &wide, const LeaseState &narrow) {
    for (std::size_t i = 0; i < wide.rights.size(); ++i) {
        for (std::int64_t days = -30; days < 1000; days += 7) {
            const Date day = add_days(lease.information_day, days);
            const auto vague = status_on(wide.rights[i], day);
            const auto exact = status_on(narrow.rights[i], day);
            if (vague && vague != exact) {
                return "right " + std::to_string(i + 1) + " on " + to_iso(day) + ": " +
                       std::string{name_of(*vague)} + ", but " +
                       (exact ? std::string{name_of(*exact)} : "not settled");
            }
        }
    }
    return {};
}

/// What is firm whatever happens in the vaguer scenario is firm in the other one.
Broken compared_ledgers(const Sample &sample, const Scenario &wide, const Scenario &narrow) {
    const Ledger vague = ledger_of(sample.lease, wide, sample.lease.information_day);
    const Ledger exact = ledger_of(sample.lease, narrow, sample.lease.information_day);
    if (!vague.unknown.empty() || vague.unknown != exact.unknown) {
        return {};
    }
    return exact.firm < vague.firm
               ? Broken{"firm " + std::to_string(exact.firm.minor()) + " where at least " +
                        std::to_string(vague.firm.minor()) + " was"}
               : Broken{};
}

/// The first rule whose range does not hold its point, its parts being in order.
std::string blamed(const Lease &lease, const Scenario &wide, const Scenario &narrow) {
    LeaseState memory;
    for (std::size_t i = 0; i < lease.rules.size(); ++i) {
        const Rule &rule = lease.rules[i];
        const RuleId id{static_cast<std::int32_t>(i)};
        if (is_word(rule.kind) || rule.form == Form::Named) {
            continue;
        }
        const Numbers vague = evaluate_rule(lease, wide, id, memory);
        const Numbers exact = evaluate_rule(lease, narrow, id, memory);
        if (!within(exact, vague)) {
            return "; first rule " + std::to_string(i) + " of form " +
                   std::to_string(static_cast<int>(rule.form)) + ": " + numbers(exact) +
                   " is not within " + numbers(vague);
        }
    }
    return "; every rule by itself is a hull";
}

Broken compared(const Sample &sample, const Scenario &wide, const Scenario &narrow, Theme theme) {
    const Lease &lease = sample.lease;
    if (theme == Theme::Ledger) {
        return compared_ledgers(sample, wide, narrow);
    }
    const LeaseState vague = evaluate(lease, wide, lease.information_day);
    const LeaseState exact = evaluate(lease, narrow, lease.information_day);
    switch (theme) {
    case Theme::Names:
        return compared_told(told_names(lease, vague), told_names(lease, exact));
    case Theme::Rights:
        return compared_told(told_rights(vague), told_rights(exact));
    case Theme::Status:
        return compared_status(lease, vague, exact);
    case Theme::Remedies:
        return compared_told(told_remedies(vague), told_remedies(exact));
    case Theme::Money:
        return compared_told(told_money(vague), told_money(exact));
    case Theme::Ledger:
        return {};
    }
    return {};
}

void range_holds_points(Vague vague, Theme theme, std::int64_t samples) {
    holds(samples, Variety::Wild, [&](const Sample &sample) -> Broken {
        const Scenario narrow = settled(sample);
        const auto wide = Widener{sample}.widened(narrow, vague);
        Broken broken = wide ? compared(sample, *wide, narrow, theme) : Broken{};
        if (broken) {
            *broken += blamed(sample.lease, *wide, narrow) + "\nthe range:\n" +
                       write_scenario(*wide, sample.lease) + "its point:\n" +
                       write_scenario(narrow, sample.lease);
        }
        return broken;
    });
}

void range_holds_points(Vague vague) {
    SECTION("of names") { range_holds_points(vague, Theme::Names, 12'000); }
    SECTION("of rights") { range_holds_points(vague, Theme::Rights, 12'000); }
    SECTION("of the days of a right") { range_holds_points(vague, Theme::Status, 6'000); }
    SECTION("of remedies") { range_holds_points(vague, Theme::Remedies, 12'000); }
    SECTION("of money") { range_holds_points(vague, Theme::Money, 12'000); }
    SECTION("of the ledger") { range_holds_points(vague, Theme::Ledger, 1'000); }
}

} // namespace

TEST_CASE("What holds of a vague delivery holds of each of its days", "[laws]") {
    range_holds_points(Vague::Delivery);
}

TEST_CASE("What holds of a vague number of units holds of each number", "[laws]") {
    range_holds_points(Vague::Units);
}

TEST_CASE("What holds of a vague event holds of each of its days", "[laws]") {
    range_holds_points(Vague::Event);
}

TEST_CASE("What holds of a vague notice holds of each of its days", "[laws]") {
    range_holds_points(Vague::Notice);
}

TEST_CASE("What holds of a vague run of delay holds of each of its days", "[laws]") {
    range_holds_points(Vague::DelayRun);
}

TEST_CASE("What holds of a vague number of undated days holds of each number", "[laws]") {
    range_holds_points(Vague::Undated);
}

TEST_CASE("What holds of an unknown holds of each of its values", "[laws]") {
    range_holds_points(Vague::Unknown);
}

TEST_CASE("A combination of readings says what choosing its options says", "[laws]") {
    holds(10'000, Variety::Wild, [](const Sample &sample) -> Broken {
        const Readings all = readings(sample.lease, sample.scenario, sample.lease.information_day);
        if (all.combinations.empty()) {
            return {};
        }
        const auto last = static_cast<std::int64_t>(all.combinations.size()) - 1;
        const Combination &one =
            all.combinations[static_cast<std::size_t>(sample.choices.number(0, last))];
        Scenario chosen = sample.scenario;
        for (std::size_t i = 0; i < all.that_matter.size(); ++i) {
            chosen.readings[all.that_matter[i].at()] = one.options[i];
        }
        const LeaseState state = evaluate(sample.lease, chosen, sample.lease.information_day);
        const bool is_same =
            one.headline == state.money.headline.value && one.firm == state.money.firm.value &&
            one.payable == state.money.payable.value && one.credits == state.money.credits.value;
        if (!is_same) {
            return "money of a combination is not that of its options";
        }
        for (std::size_t i = 0; i < one.rights.size(); ++i) {
            const RightState &right = state.rights[i];
            if (one.rights[i] != RightReading{right.arises.value, right.opens.value,
                                              right.closes.value, right.first_effect->value}) {
                return "right " + std::to_string(i + 1) + " is not that of its options";
            }
        }
        return {};
    });
}
