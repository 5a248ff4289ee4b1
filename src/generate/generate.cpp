#include "generate/generate.hpp"

#include "generate/generate_rules.hpp"

namespace offramp {

namespace {

/// Builds a lease from choices.
class Generator {
  public:
    Generator(Choices &choices, Variety variety) : choices_(choices), variety_(variety) {}

    Lease run() {
        lease_.id = "generated";
        lease_.title = "A generated lease";
        lease_.terms_version = "1";
        lease_.currency = "USD";
        lease_.parties = {{"landlord", "A landlord", Role::Landlord},
                          {"tenant", "A tenant", Role::Tenant}};
        lease_.presentation.question = "Who may leave?";
        lease_.information_day = first_generated_day;
        lease_.conventions.fill(no_rule);
        for (std::size_t i = 0; i < public_calendar_names.size(); ++i) {
            lease_.calendars.push_back(public_calendar(static_cast<PublicCalendar>(i)));
        }
        lease_.clauses.push_back({"c", "", "A generated clause.", Wording::Derived, {}});
        outline();
        fill();
        lease_.names = make_names(lease_);
        return std::move(lease_);
    }

  private:
    bool is_wild() const { return variety_ == Variety::Wild; }
    std::int64_t some(std::int64_t least, std::int64_t most) {
        return choices_.number(least, most);
    }
    static std::string id_of(const char *kind, std::size_t index) {
        return kind + std::to_string(index);
    }

    /// Elements with their ids, so that names have their places.
    void outline() {
        const auto make = [&](auto &all, std::int64_t size, const char *kind) {
            for (std::int64_t i = 0; i < size; ++i) {
                all.emplace_back();
                all.back().id = id_of(kind, all.size());
            }
        };
        make(lease_.tranches, some(1, is_wild() ? 3 : 1), "t");
        make(lease_.rights, some(1, is_wild() ? 3 : 2), "r");
        make(lease_.fees, some(0, 2), "f");
        if (is_wild()) {
            make(lease_.events, some(0, 2), "e");
            for (Event &event : lease_.events) {
                event.kind = Kind::Day;
            }
            make(lease_.delays, some(0, 2), "d");
            make(lease_.dates, some(0, 3), "k");
            make(lease_.counts, some(0, 2), "n");
            make(lease_.amounts, some(0, 2), "a");
            make(lease_.conditions, some(0, 2), "q");
            make(lease_.remedies, some(0, 2), "m");
            for (std::int64_t i = some(0, 2); 0 < i; --i) {
                unknown();
            }
            for (std::int64_t i = some(0, 2); 0 < i; --i) {
                lease_.readings.push_back({id_of("z", lease_.readings.size()),
                                           "",
                                           0,
                                           {{"x", "", ""}, {"y", "", ""}},
                                           std::nullopt});
            }
        }
        lease_.names = make_names(lease_);
    }

    void unknown() {
        const bool is_day = choices_.chance(1, 2);
        const std::int64_t least =
            is_day ? first_generated_day.day_number() + some(0, 300) : some(0, 60);
        lease_.unknowns.push_back({id_of("u", lease_.unknowns.size()), "?",
                                   is_day ? Kind::Day : Kind::Count, least, least + some(0, 90),
                                   false, is_day ? Date::never().day_number() : least,
                                   std::nullopt});
    }

    void fill() {
        lease_.term = {
            rules_.literal(Kind::Day, first_generated_day.day_number() + some(0, 400)),
            choices_.chance(1, 8)
                ? rules_.literal(Kind::Day, Date::never().day_number())
                : rules_.literal(Kind::Day, first_generated_day.day_number() + some(500, 2500)),
            ClauseId{0}};
        rules_.offer(term_first_day);
        rules_.offer(term_last_day);
        for (std::size_t i = 0; i < lease_.tranches.size(); ++i) {
            const TrancheId id{static_cast<std::int32_t>(i)};
            Tranche &tranche = lease_.tranches[i];
            tranche.unit = "unit";
            tranche.units = is_wild() && choices_.chance(1, 4)
                                ? rules_.rule(Kind::Count, 1)
                                : rules_.literal(Kind::Count, some(1, 100));
            tranche.due =
                is_wild()
                    ? rules_.rule(Kind::Day, 2)
                    : rules_.literal(Kind::Day, first_generated_day.day_number() + some(0, 400));
            tranche.approximate = false;
            rules_.offer(name_of_due(id));
            rules_.offer(name_of_delivery(id));
            rules_.offer(name_of_committed(id));
        }
        for (std::size_t i = 0; i < lease_.names.size(); ++i) {
            const NameSource source = lease_.names[i].source;
            if (source == NameSource::Event || source == NameSource::Unknown ||
                source == NameSource::Delay) {
                rules_.offer(NameId{static_cast<std::int32_t>(i)});
            }
        }
        const auto keys = [&](std::vector<KeyValue> &all, Kind kind) {
            for (KeyValue &key : all) {
                key.rule = rules_.rule(kind, 3);
                key.clause = ClauseId{0};
                rules_.offer(*find_name(lease_, key.id));
            }
        };
        keys(lease_.dates, Kind::Day);
        keys(lease_.counts, Kind::Count);
        for (Fee &fee : lease_.fees) {
            fee.from = rules_.named(term_first_day);
            fee.to = is_wild() ? rules_.rule(Kind::Day, 1) : rules_.named(term_last_day);
            fee.amount = rules_.literal(Kind::Amount, some(0, 1'000'000'000));
            const bool may_be_credited = &fee == &lease_.fees.front(); // by days of a monthly fee
            if (is_wild() && !may_be_credited && choices_.chance(1, 3)) {
                fee.billing.is_once = true;
                fee.from = fee.to;
            } else if (is_wild() && choices_.chance(1, 4)) {
                fee.billing.first_day = static_cast<std::int32_t>(some(2, 28));
            }
            if (is_wild() && choices_.chance(1, 3)) {
                fee.tranche = TrancheId{0};
            }
        }
        keys(lease_.amounts, Kind::Amount);
        keys(lease_.conditions, Kind::Truth);
        for (Remedy &one : lease_.remedies) {
            remedy(one);
        }
        if (lease_.remedies.size() == 2 && choices_.chance(1, 2)) {
            lease_.caps.push_back({"cap",
                                   "",
                                   rules_.literal(Kind::Amount, some(0, 2'000'000)),
                                   {RemedyId{1}, RemedyId{0}},
                                   std::nullopt});
            lease_.remedies[0].shared_cap = lease_.remedies[1].shared_cap = CapId{0};
        }
        for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
            right(i);
        }
        if (!lease_.readings.empty() && choices_.chance(1, 2)) {
            lease_.conventions[static_cast<std::size_t>(Kind::ExitDay)] =
                rules_.word(Kind::ExitDay, 2);
        }
    }

    void remedy(Remedy &one) {
        one.owed_to = Holder::Tenant;
        one.from = rules_.named(name_of_due(TrancheId{0}));
        one.to = rules_.named(name_of_delivery(TrancheId{0}));
        one.interval = rules_.word(Kind::Interval, 4);
        one.mode = choices_.chance(1, 2) ? rules_.word(Kind::Rungs, 2) : no_rule;
        one.cap =
            choices_.chance(1, 2) ? rules_.literal(Kind::Amount, some(0, 1'000'000)) : no_rule;
        one.cap_days = choices_.chance(1, 3) ? rules_.literal(Kind::Count, some(0, 60)) : no_rule;
        one.credited_from = no_rule;
        one.is_sole = false;
        const bool is_in_days = !lease_.fees.empty() && choices_.chance(1, 2);
        std::int64_t after = 0;
        for (std::int64_t i = some(1, 3); 0 < i; --i) {
            Rung rung{rules_.literal(Kind::Count, after), no_rule, no_rule, no_rule};
            if (is_in_days) {
                rung.times = rules_.literal(Kind::Count, some(0, 5));
                rung.over = rules_.literal(Kind::Count, some(1, 4));
            } else {
                rung.per_day = rules_.literal(Kind::Amount, some(0, 500'000));
            }
            one.rungs.push_back(rung);
            after += some(1, 20);
        }
        if (is_in_days) {
            one.fee = FeeId{0};
        }
    }

    void right(std::size_t index) {
        const RightId id{static_cast<std::int32_t>(index)};
        Right &one = lease_.rights[index];
        const RuleId due = rules_.named(name_of_due(TrancheId{0}));
        const RuleId done = rules_.named(name_of_delivery(TrancheId{0}));
        one.clause = ClauseId{0};
        one.holder = choices_.chance(1, 2) ? Holder::Tenant : Holder::Either;
        one.exercise = is_wild() && choices_.chance(1, 8) ? Exercise::Automatic : Exercise::Notice;
        one.condition = no_rule;
        one.grace = no_rule;
        one.window_first = no_rule;
        one.window_last = no_rule;
        one.effect = no_rule;
        one.latest_effect = no_rule;
        one.ends_when = no_rule;
        one.exit_fee = no_rule;
        const bool is_late = !is_wild() || choices_.chance(2, 3);
        one.trigger = is_late
                          ? Trigger{TriggerKind::Missed, done, due}
                          : Trigger{choices_.chance(1, 2) ? TriggerKind::After : TriggerKind::On,
                                    no_rule, rules_.rule(Kind::Day, 2)};
        if (is_late && choices_.chance(2, 3)) {
            one.grace =
                rules_.period(rules_.named(name_of_due(TrancheId{0})), some(0, 60), Unit::Day);
        }
        if (choices_.chance(1, 3)) {
            one.ends_when = is_wild() ? rules_.rule(Kind::Day, 1)
                                      : rules_.named(name_of_delivery(TrancheId{0}));
        }
        if (choices_.chance(1, 3)) {
            one.window_last =
                rules_.period(rules_.named(name_of_due(TrancheId{0})), some(30, 200), Unit::Day);
        }
        if (choices_.chance(1, 2)) {
            one.effect = rules_.period(rules_.named(name_of(lease_, id, RightDay::Notice)),
                                       some(0, 120), Unit::Day);
        }
        if (is_wild()) {
            wild_right(one, id);
        }
    }

    void wild_right(Right &one, RightId id) {
        if (choices_.chance(1, 4)) {
            one.condition = rules_.rule(Kind::Truth, 2);
        }
        if (choices_.chance(1, 4)) {
            one.preconditions.push_back(rules_.rule(Kind::Day, 1));
        }
        if (choices_.chance(1, 4)) {
            one.last_chance =
                LastChance{rules_.named(name_of_delivery(TrancheId{0})),
                           rules_.period(rules_.named(name_of(lease_, id, RightDay::Notice)),
                                         some(0, 40), Unit::Day),
                           choices_.chance(1, 2) ? rules_.word(Kind::Meanwhile, 2) : no_rule};
        }
        if (choices_.chance(1, 4)) {
            one.exit_fee = rules_.literal(Kind::Amount, some(0, 2));
        }
        if (choices_.chance(1, 4)) {
            one.scope.push_back(TrancheId{0});
        }
        if (!lease_.remedies.empty() && choices_.chance(1, 2)) {
            one.remedy = RemedyId{0};
        }
    }

    Choices &choices_;
    Variety variety_;
    Lease lease_{};
    RuleGenerator rules_{choices_, lease_};
};

} // namespace

Lease generated_lease(Choices &choices, Variety variety) {
    return Generator{choices, variety}.run();
}

Scenario generated_scenario(Choices &choices, const Lease &lease, Variety variety) {
    const bool is_wild = variety == Variety::Wild;
    const auto some_day = [&] {
        return choices.chance(1, 6) ? Date::never()
                                    : add_days(first_generated_day, choices.number(0, 900));
    };
    const auto some_when = [&] {
        const Date first = some_day();
        return is_wild && choices.chance(1, 6) ? When{first, add_days(first, choices.number(0, 60))}
                                               : exactly(first);
    };
    Scenario scenario = blank_scenario(lease);
    for (std::size_t i = 0; i < lease.tranches.size(); ++i) {
        const TrancheId tranche{static_cast<std::int32_t>(i)};
        for (std::int64_t part = choices.number(0, is_wild ? 2 : 1); 0 <= part; --part) {
            const std::int64_t units = choices.number(0, 100);
            const std::int64_t more = is_wild && choices.chance(1, 6) ? choices.number(0, 50) : 0;
            scenario.deliveries.push_back({tranche, some_when(), {units, units + more}});
        }
    }
    for (Notice &notice : scenario.notices) {
        notice.day = choices.chance(1, 2) ? some_when() : exactly(Date::never());
    }
    for (Happening &event : scenario.events) {
        event.when = numbers_of(some_when());
    }
    for (DelayDays &delay : scenario.delays) {
        for (std::int64_t run = choices.number(0, 2); 0 < run; --run) {
            const When first = some_when();
            delay.runs.push_back({first, add_days(first, choices.number(0, 60))});
        }
        delay.undated = exactly(choices.chance(1, 2) ? choices.number(0, 40) : 0);
    }
    for (std::size_t i = 0; i < lease.readings.size(); ++i) {
        scenario.readings[i] = static_cast<std::int32_t>(choices.number(0, 1));
    }
    return scenario;
}

} // namespace offramp
