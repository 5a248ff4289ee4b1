#include "app/view/prospect.hpp"

#include "app/view/scene.hpp"
#include "app/words/likely_text.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

PresentedProspect no_prospect(std::string error) {
    return {std::nullopt, std::nullopt, std::move(error)};
}

/// The deliveries that are named, with their distributions.
class Named {
  public:
    explicit Named(const Model &model)
        : model_(model),
          lease_(*model.lease),
          state_(evaluate(lease_, model.now.scenario, model.now.as_of)) {}

    /// A sentence, where it cannot be taken.
    std::string take(const LikelyTranche &one) {
        const auto &all = model_.now.scenario.deliveries;
        std::optional<std::size_t> found;
        std::string known;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string &id = get(lease_.tranches, all[i].tranche).id;
            known += (i == 0 ? "" : ", ") + id;
            if (!found && (one.tranche.empty() ? is_meant(i, all.size()) : id == one.tranche)) {
                found = i;
            }
        }
        if (known.empty()) {
            return "Nothing is delivered under this lease of which a day could be guessed.";
        }
        if (!found) {
            return (one.tranche.empty() ? std::string{"Say which delivery is meant"}
                                        : "This lease has no delivery “" + one.tranche + "”") +
                   "; it has " + known + ".";
        }
        const Delivery &delivery = all[*found];
        const std::string &id = get(lease_.tranches, delivery.tranche).id;
        if (is_delivered(delivery, model_.now.as_of)) {
            return "“" + id + "” was delivered by " + long_date(delivery.day.most) +
                   ": nothing is left to guess.";
        }
        for (const LikelyDelivery &before : deliveries) {
            if (before.delivery == *found) {
                return "“" + id + "” is named twice.";
            }
        }
        if (std::string wrong = complaint_about(one.likely, model_.now.as_of); !wrong.empty()) {
            return wrong;
        }
        const When day = day_named(state_, name_of_due(delivery.tranche)).value;
        if (std::holds_alternative<Slips>(one.likely) && (!day.known() || !day.least.is_day())) {
            return "No source states the day on which “" + id +
                   "” is due, so that days late cannot be counted from it.";
        }
        due.push_back(day.known() ? day.least : Date::never());
        deliveries.push_back({*found, distribution_of(one.likely, model_.now.as_of, due.back())});
        return {};
    }

    std::vector<LikelyDelivery> deliveries;
    std::vector<Date> due;

  private:
    /// Without a name: the only one, or the one that the lease's handle drags.
    bool is_meant(std::size_t delivery, std::size_t count) const {
        const auto axis = axis_of_handle(model_);
        return count == 1 || (axis && *axis == Axis{DeliveryDay{delivery}});
    }

    const Model &model_;
    const Lease &lease_;
    LeaseState state_;
};

template <typename Value, typename Text>
LikelyQuantiles quantiles_of(const std::vector<Weighed<Value>> &values, Text text) {
    if (values.empty()) {
        return {};
    }
    Parts whole = 0;
    for (const Weighed<Value> &one : values) {
        whole += one.parts;
    }
    return {text(quantile(values, whole / 10)), text(quantile(values, whole / 2)),
            text(quantile(values, whole / 10 * 9))};
}

std::vector<LikelyOutcome> outcomes_of(const Scene &scene, const Prospect &prospect) {
    std::vector<LikelyOutcome> outcomes;
    for (const OutcomeProspect &one : prospect.outcomes) {
        const std::int64_t day = one.days.front().day.day_number();
        RegimeName name = name_regime(scene, {day, day, one.outcome});
        auto same =
            std::find_if(outcomes.begin(), outcomes.end(), [&name](const LikelyOutcome &before) {
                return before.label == name.label;
            });
        if (same == outcomes.end()) {
            same = outcomes.insert(same, {name.tone, std::move(name.label), {}, 0, {}});
        }
        same->parts += one.parts;
        for (const DayParts &each : one.days) {
            same->days.push_back({each.day.day_number(),
                                  each.day.is_day() ? to_iso(each.day) : "never", each.parts});
        }
    }
    for (LikelyOutcome &one : outcomes) {
        one.chance = chance_text(one.parts, one.parts);
        std::stable_sort(one.days.begin(), one.days.end(),
                         [](const LikelyDay &a, const LikelyDay &b) { return a.day < b.day; });
    }
    return outcomes;
}

LikelyWay present_way(const Lease &lease, const WayProspect &way) {
    const auto day = [](Date one) { return short_date(one); };
    LikelyWay shown{name_of_party(lease, way.holder),
                    label_or_id(get(lease.rights, way.right)),
                    chance_text(way.arises.least, way.arises.most),
                    way.arises.least,
                    way.arises.most,
                    quantiles_of(way.first, day),
                    quantiles_of(way.ends, day),
                    {}};
    for (const WayProspect::Step &step : way.steps) {
        shown.open.push_back({to_iso(step.from), step.open.least, step.open.most});
    }
    return shown;
}

} // namespace

bool is_delivered(const Delivery &delivery, Date as_of) {
    return delivery.basis == Basis::Recorded && delivery.day.most < as_of;
}

PresentedProspect present_prospect(const Model &model, const std::vector<LikelyTranche> &likely,
                                   Slipping slipping) {
    const LocaleScope scope{model.locale};
    const Lease &lease = *model.lease;
    const Supposition &now = model.now;
    Named named{model};
    ProspectExhibit shown;
    for (const LikelyTranche &one : likely) {
        if (std::string wrong = named.take(one); !wrong.empty()) {
            return no_prospect(std::move(wrong));
        }
        const Delivery &meant = now.scenario.deliveries[named.deliveries.back().delivery];
        const bool is_only = now.scenario.deliveries.size() == 1;
        shown.supposed +=
            (shown.supposed.empty() ? "" : "; ") +
            (is_only ? "" : name_of_tranche(get(lease.tranches, meant.tranche)) + " ") +
            likely_phrase(one.likely);
    }
    if (slipping == Slipping::Together && 1 < named.deliveries.size() &&
        std::any_of(named.due.begin(), named.due.end(), [](Date due) { return !due.is_day(); })) {
        return no_prospect("Deliveries slip together from their due days, and not all of these are "
                           "known.");
    }
    auto prospect =
        prospect_of(lease, now.scenario, now.as_of, named.deliveries, named.due, slipping);
    if (!prospect) {
        return no_prospect("There is too much to count: at most three deliveries are late by "
                           "themselves, in 60,000 "
                           "combinations, and of a lease with many rules fewer days are asked "
                           "about. Let them slip "
                           "together, or give fewer days.");
    }
    const Scene scene{model};
    shown.as_of = "As of " + long_date(now.as_of);
    if (scene.principal) {
        shown.outcomes = outcomes_of(scene, *prospect);
    }
    for (const WayProspect &way : prospect->ways) {
        shown.ways.push_back(present_way(lease, way));
    }
    const auto money = [&lease](Money amount) { return exact_money(amount, lease.currency); };
    if (!lease.fees.empty()) {
        shown.firm = quantiles_of(prospect->firm, money);
    }
    shown.caveat =
        joined({prospect->has_unknown_fees ? "Fees that are not public are in no sum. " : "",
                prospect->is_firm_open
                    ? "Where what is firm hangs on what no source states, the least of it counts."
                    : ""});
    for (std::size_t i = 0; i < prospect->months.size(); ++i) {
        const std::int32_t month = prospect->first_month + static_cast<std::int32_t>(i);
        const std::string name = to_iso(day_of_month_number(month)).substr(0, 7);
        std::string fees = money(prospect->months[i]);
        if (!shown.months.empty() && shown.months.back().fees == fees) {
            shown.months.back().last = name;
        } else {
            shown.months.push_back({name, name, std::move(fees)});
        }
    }
    return {std::move(shown), std::move(prospect), {}};
}

} // namespace offramp
