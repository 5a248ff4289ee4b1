// Exact answers, and where outcomes flip, against a second evaluator that shares nothing with the
// engine: model.cpp.
#include "core/ask/regimes.hpp"
#include "laws.hpp"
#include "model_days.hpp"

#include "io/scenario/write_scenario.hpp"

using namespace offramp;
using namespace offramp::laws;

namespace {

std::string day_text(std::int64_t day) {
    return day == model_never  ? "never"
           : day == model_dawn ? "dawn"
                               : to_iso(Date::from_day_number(day));
}

/// How an exact value differs from the model's; nothing where the model knows none.
Broken differs(const std::string &what, const Modelled &right, std::int64_t seen) {
    return !right || *right == seen ? Broken{}
                                    : Broken{what + " is " + std::to_string(seen) +
                                             ", by the model " + std::to_string(*right)};
}

Broken day_differs(const std::string &what, const Modelled &right, const When &seen) {
    if (!right) {
        return {};
    }
    return seen.known() && model_day(seen.least) == *right
               ? Broken{}
               : Broken{what + " is " + to_iso(seen.least) + ".." + to_iso(seen.most) +
                        ", by the model " + day_text(*right)};
}

/// A sample in which everything is known.
Scenario exact_scenario(const Sample &sample) {
    Scenario scenario = sample.scenario;
    for (Delivery &delivery : scenario.deliveries) {
        delivery.day = exactly(delivery.day.least);
        delivery.units = exactly(delivery.units.least);
    }
    for (Notice &notice : scenario.notices) {
        notice.day = exactly(notice.day.least);
    }
    for (Happening &event : scenario.events) {
        event.when = exactly(event.when.least);
    }
    for (Numbers &unknown : scenario.unknowns) {
        unknown = exactly(unknown.least);
    }
    return scenario;
}

Broken names_differ(const Lease &lease, const LeaseState &state, SlowModel &model) {
    for (std::size_t i = 0; i < state.names.size(); ++i) {
        if (!state.names[i]) {
            continue;
        }
        const Name &name = lease.names[i];
        const Modelled right = model.name(NameId{static_cast<std::int32_t>(i)});
        const Numbers &seen = state.names[i]->value;
        const Broken broken = name.kind == Kind::Day ? day_differs(name.text, right, when_of(seen))
                                                     : differs(name.text, right, seen.least);
        if (broken) {
            return broken;
        }
    }
    return {};
}

Broken rights_differ(const LeaseState &state, SlowModel &model) {
    for (std::size_t i = 0; i < state.rights.size(); ++i) {
        const auto right = model.right(RightId{static_cast<std::int32_t>(i)});
        const RightState &seen = state.rights[i];
        const std::string of = "right " + std::to_string(i + 1) + ", ";
        if (!right) {
            continue;
        }
        const auto is = [](Truth truth) { return truth == Truth::Yes ? 1 : 0; };
        for (const Broken &broken :
             {differs(of + "late", right->late, is(seen.late)),
              differs(of + "arises", right->arises, is(seen.arises.value)),
              day_differs(of + "opens", right->opens, seen.opens.value),
              day_differs(of + "closes", right->closes, seen.closes.value),
              day_differs(of + "first effect", right->first_effect, seen.first_effect->value)}) {
            if (broken) {
                return broken;
            }
        }
    }
    return {};
}

Broken fees_differ(const LeaseState &state, SlowModel &model) {
    for (std::size_t i = 0; i < state.fees.size(); ++i) {
        if (const Broken broken = differs("fee " + std::to_string(i + 1),
                                          model.fee(FeeId{static_cast<std::int32_t>(i)}),
                                          state.fees[i].total.value.least.minor())) {
            return broken;
        }
    }
    return {};
}

Broken answer_differs(const Sample &sample) {
    const Scenario scenario = exact_scenario(sample);
    const LeaseState state = evaluate(sample.lease, scenario, sample.lease.information_day);
    SlowModel model{sample.lease, scenario};
    for (Broken broken : {names_differ(sample.lease, state, model), rights_differ(state, model),
                          fees_differ(state, model)}) {
        if (broken) {
            *broken += "\n" + write_scenario(scenario, sample.lease);
            return broken;
        }
    }
    return {};
}

/// What the model knows of an outcome.
struct Life {
    bool late;
    bool arises;
    bool open_before;
    friend bool operator==(const Life &, const Life &) = default;
};
struct Stretch {
    std::int64_t first;
    std::int64_t last;
    std::vector<Life> lives;
    friend bool operator==(const Stretch &, const Stretch &) = default;
};

void extend(std::vector<Stretch> &all, std::int64_t first, std::int64_t last,
            std::vector<Life> lives) {
    if (!all.empty() && all.back().lives == lives) {
        all.back().last = last;
    } else {
        all.push_back({first, last, std::move(lives)});
    }
}

std::string told(const std::vector<Stretch> &all) {
    std::string text;
    for (const Stretch &one : all) {
        text += day_text(one.first) + " to " + day_text(one.last) + ":";
        for (const Life &life : one.lives) {
            text += std::string{life.late ? " late" : " in time"} + (life.arises ? " arises" : "") +
                    (life.open_before ? " before" : "") + ";";
        }
        text += " ";
    }
    return text;
}

Broken flips_differ(const Sample &sample) {
    constexpr std::int64_t days = 400;
    const std::int64_t first = ("2024-01-01"_date).day_number();
    const Axis axis = DeliveryDay{0};
    Scenario scenario = exact_scenario(sample);
    std::vector<Stretch> seen;
    for (const Regime &regime : regimes(sample.lease, scenario, axis, first, first + days)) {
        std::vector<Life> lives;
        for (const RightOutcome &right : regime.outcome) {
            lives.push_back({right.late, right.arises == Truth::Yes, right.open_before});
        }
        extend(seen, regime.first, regime.last, std::move(lives));
    }
    std::vector<Stretch> right;
    for (std::int64_t day = first; day <= first + days; ++day) {
        scenario.deliveries[0].day = exactly(Date::from_day_number(day));
        SlowModel model{sample.lease, scenario};
        std::vector<Life> lives;
        for (std::size_t i = 0; i < sample.lease.rights.size(); ++i) {
            const auto life = model.right(RightId{static_cast<std::int32_t>(i)});
            if (!life) {
                return {};
            }
            lives.push_back({life->late, life->arises, life->arises && life->opens < day});
        }
        extend(right, day, day, std::move(lives));
    }
    return seen == right ? Broken{}
                         : Broken{"seen " + told(seen) + "\nby the model " + told(right)};
}

} // namespace

TEST_CASE("Regimes are what asking day by day would find", "[laws]") {
    holds(500, Variety::Wild, [](const Sample &sample) -> Broken {
        const Axis axis = DeliveryDay{0};
        const std::int64_t first = ("2024-01-01"_date).day_number();
        const std::int64_t last = first + 400;
        std::vector<Regime> by_day;
        for (std::int64_t day = first; day <= last; ++day) {
            Outcome outcome = outcome_at(sample.lease, sample.scenario, axis, day);
            if (!by_day.empty() && by_day.back().outcome == outcome) {
                by_day.back().last = day;
            } else {
                by_day.push_back({day, day, std::move(outcome)});
            }
        }
        return regimes(sample.lease, sample.scenario, axis, first, last) == by_day
                   ? Broken{}
                   : Broken{"flips differ"};
    });
}

TEST_CASE("An exact answer about a plain lease is the slow model's", "[laws]") {
    holds(50'000, Variety::Plain, answer_differs);
}

TEST_CASE("An exact answer about a wild lease is the slow model's, as far as that goes", "[laws]") {
    holds(50'000, Variety::Wild, answer_differs);
}

TEST_CASE("Outcomes of a plain lease flip where the slow model's do", "[laws]") {
    holds(2'000, Variety::Plain, flips_differ);
}

TEST_CASE("Outcomes of a wild lease flip where the slow model's do", "[laws]") {
    holds(1'000, Variety::Wild, flips_differ);
}
