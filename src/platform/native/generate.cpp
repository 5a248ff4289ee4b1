#include "platform/native/generate.hpp"

#include "core/instant.hpp"

#include <array>

namespace offramp {

namespace {

constexpr Date first_year = "2024-01-01"_date;

/// Builds a lease from choices. Rules refer to names that stand before them, and so in no circle.
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
        lease_.information_day = first_year;
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
            make(lease_.remedies, some(0, 1), "m");
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
        const std::int64_t least = is_day ? first_year.day_number() + some(0, 300) : some(0, 60);
        lease_.unknowns.push_back({id_of("u", lease_.unknowns.size()), "?",
                                   is_day ? Kind::Day : Kind::Count, least, least + some(0, 90),
                                   false, is_day ? Date::never().day_number() : least,
                                   std::nullopt});
    }

    void fill() {
        known_names_ = 0;
        lease_.term = {literal(Kind::Day, first_year.day_number() + some(0, 400)),
                       choices_.chance(1, 8)
                           ? literal(Kind::Day, Date::never().day_number())
                           : literal(Kind::Day, first_year.day_number() + some(500, 2500)),
                       ClauseId{0}};
        offer(term_first_day);
        offer(term_last_day);
        for (std::size_t i = 0; i < lease_.tranches.size(); ++i) {
            const TrancheId id{static_cast<std::int32_t>(i)};
            Tranche &tranche = lease_.tranches[i];
            tranche.unit = "unit";
            tranche.units = is_wild() && choices_.chance(1, 4) ? rule(Kind::Count, 1)
                                                               : literal(Kind::Count, some(1, 100));
            tranche.due = is_wild() ? rule(Kind::Day, 2)
                                    : literal(Kind::Day, first_year.day_number() + some(0, 400));
            tranche.approximate = false;
            offer(name_of_due(id));
            offer(name_of_delivery(id));
            offer(name_of_committed(id));
        }
        for (std::size_t i = 0; i < lease_.names.size(); ++i) {
            const NameSource source = lease_.names[i].source;
            if (source == NameSource::Event || source == NameSource::Unknown ||
                source == NameSource::Delay) {
                offer(NameId{static_cast<std::int32_t>(i)});
            }
        }
        const auto keys = [&](std::vector<KeyValue> &all, Kind kind) {
            for (KeyValue &key : all) {
                key.rule = rule(kind, 3);
                key.clause = ClauseId{0};
                offer(*find_name(lease_, key.id));
            }
        };
        keys(lease_.dates, Kind::Day);
        keys(lease_.counts, Kind::Count);
        for (Fee &fee : lease_.fees) {
            fee.from = named(term_first_day);
            fee.to = is_wild() ? rule(Kind::Day, 1) : named(term_last_day);
            fee.per_month = literal(Kind::Amount, some(0, 1'000'000'000));
            if (is_wild() && choices_.chance(1, 3)) {
                fee.tranche = TrancheId{0};
            }
        }
        keys(lease_.amounts, Kind::Amount);
        keys(lease_.conditions, Kind::Truth);
        for (Remedy &one : lease_.remedies) {
            remedy(one);
        }
        for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
            right(i);
        }
        if (!lease_.readings.empty() && choices_.chance(1, 2)) {
            lease_.conventions[static_cast<std::size_t>(Kind::ExitDay)] = word(Kind::ExitDay, 2);
        }
    }

    void remedy(Remedy &one) {
        one.owed_to = Holder::Tenant;
        one.from = named(name_of_due(TrancheId{0}));
        one.to = named(name_of_delivery(TrancheId{0}));
        one.interval = word(Kind::Interval, 4);
        one.mode = choices_.chance(1, 2) ? word(Kind::Rungs, 2) : no_rule;
        one.cap = choices_.chance(1, 2) ? literal(Kind::Amount, some(0, 1'000'000)) : no_rule;
        one.cap_days = choices_.chance(1, 3) ? literal(Kind::Count, some(0, 60)) : no_rule;
        one.credited_from = no_rule;
        one.is_sole = false;
        const bool is_in_days = !lease_.fees.empty() && choices_.chance(1, 2);
        std::int64_t after = 0;
        for (std::int64_t i = some(1, 3); 0 < i; --i) {
            Rung rung{literal(Kind::Count, after), no_rule, no_rule, no_rule};
            if (is_in_days) {
                rung.times = literal(Kind::Count, some(0, 5));
                rung.over = literal(Kind::Count, some(1, 4));
            } else {
                rung.per_day = literal(Kind::Amount, some(0, 500'000));
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
        const RuleId due = named(name_of_due(TrancheId{0}));
        const RuleId done = named(name_of_delivery(TrancheId{0}));
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
                                    no_rule, rule(Kind::Day, 2)};
        if (is_late && choices_.chance(2, 3)) {
            one.grace = period(named(name_of_due(TrancheId{0})), some(0, 60), Unit::Day);
        }
        if (choices_.chance(1, 3)) {
            one.ends_when = is_wild() ? rule(Kind::Day, 1) : named(name_of_delivery(TrancheId{0}));
        }
        if (choices_.chance(1, 3)) {
            one.window_last = period(named(name_of_due(TrancheId{0})), some(30, 200), Unit::Day);
        }
        if (choices_.chance(1, 2)) {
            one.effect =
                period(named(name_of(lease_, id, RightDay::Notice)), some(0, 120), Unit::Day);
        }
        if (is_wild()) {
            wild_right(one, id);
        }
    }

    void wild_right(Right &one, RightId id) {
        if (choices_.chance(1, 4)) {
            one.condition = rule(Kind::Truth, 2);
        }
        if (choices_.chance(1, 4)) {
            one.preconditions.push_back(rule(Kind::Day, 1));
        }
        if (choices_.chance(1, 4)) {
            one.last_chance = LastChance{
                named(name_of_delivery(TrancheId{0})),
                period(named(name_of(lease_, id, RightDay::Notice)), some(0, 40), Unit::Day),
                choices_.chance(1, 2) ? word(Kind::Meanwhile, 2) : no_rule};
        }
        if (choices_.chance(1, 4)) {
            one.exit_fee = literal(Kind::Amount, some(0, 2));
        }
        if (choices_.chance(1, 4)) {
            one.scope.push_back(TrancheId{0});
        }
        if (!lease_.remedies.empty() && choices_.chance(1, 2)) {
            one.remedy = RemedyId{0};
        }
    }

    // Rules.
    RuleId add(Rule rule, std::initializer_list<RuleId> children) {
        rule.clause = ClauseId{0};
        rule.first_child = static_cast<std::int32_t>(lease_.children.size());
        rule.child_count = static_cast<std::int32_t>(children.size());
        lease_.children.insert(lease_.children.end(), children.begin(), children.end());
        const auto id = next_id<Rule>(lease_.rules);
        lease_.rules.push_back(rule);
        return id;
    }
    RuleId literal(Kind kind, std::int64_t value) {
        return add({.form = Form::Literal, .kind = kind, .value = value}, {});
    }
    RuleId named(NameId id) {
        return add({.form = Form::Named, .kind = get(lease_.names, id).kind, .value = id.index},
                   {});
    }
    template <typename Enum>
    RuleId fixed(Kind kind, Enum value) {
        return literal(kind, static_cast<std::int64_t>(value));
    }
    RuleId word(Kind kind, std::int64_t size) {
        if (!lease_.readings.empty() && choices_.chance(1, 3)) {
            const RuleId first = literal(kind, some(0, size - 1));
            const RuleId second = literal(kind, some(0, size - 1));
            return add({.form = Form::ByReading,
                        .kind = kind,
                        .value = some(0, static_cast<std::int64_t>(lease_.readings.size()) - 1)},
                       {first, second});
        }
        return literal(kind, some(0, size - 1));
    }
    RuleId period(RuleId from, std::int64_t n, Unit unit) {
        const RuleId number = literal(Kind::Count, n);
        return add({.form = Form::After, .kind = Kind::Day},
                   {from, number, fixed(Kind::Unit, unit), no_rule, no_rule, no_rule});
    }

    void offer(NameId id) { names_[known_names_++ % names_.size()] = id; }
    /// A name of the kind among those offered, or a literal.
    RuleId leaf(Kind kind) {
        if (0 < known_names_ && choices_.chance(2, 3)) {
            const auto size = static_cast<std::int64_t>(std::min(known_names_, names_.size()));
            const NameId id = names_[static_cast<std::size_t>(some(0, size - 1))];
            const Kind own = get(lease_.names, id).kind;
            if (own == kind || (kind == Kind::Count && own == Kind::Days)) {
                return add({.form = Form::Named, .kind = kind, .value = id.index}, {});
            }
        }
        return kind == Kind::Day      ? literal(kind, first_year.day_number() + some(0, 800))
               : kind == Kind::Amount ? literal(kind, some(0, 100'000'000))
               : kind == Kind::Truth  ? literal(kind, some(0, 1))
                                      : literal(kind, some(0, 40));
    }

    RuleId rule(Kind kind, int depth) {
        if (kind != Kind::Days && (depth == 0 || choices_.chance(1, 4))) {
            return leaf(kind);
        }
        if (kind == Kind::Days && depth <= 1) {
            return days(depth); // a set of days has no literal
        }
        const auto next = [&](Kind of) { return rule(of, depth - 1); };
        if (!lease_.readings.empty() && choices_.chance(1, 6)) {
            const RuleId first = next(kind);
            const RuleId second = next(kind);
            return add({.form = Form::ByReading,
                        .kind = kind,
                        .value = some(0, static_cast<std::int64_t>(lease_.readings.size()) - 1)},
                       {first, second});
        }
        if (choices_.chance(1, 8)) {
            const RuleId condition = next(Kind::Truth);
            const RuleId then = next(kind);
            return add({.form = Form::If, .kind = kind}, {condition, then, next(kind)});
        }
        return kind == Kind::Day      ? day(depth)
               : kind == Kind::Amount ? amount(depth)
               : kind == Kind::Truth  ? truth(depth)
               : kind == Kind::Days   ? days(depth)
                                      : count(depth);
    }

    RuleId pair(Form form, Kind kind, Kind of, int depth) {
        const RuleId first = rule(of, depth - 1);
        const RuleId second = rule(of, depth - 1);
        return add({.form = form, .kind = kind}, {first, second});
    }

    RuleId calendar() {
        return literal(Kind::Calendar, some(0, std::int64_t{public_calendar_names.size()} - 1));
    }

    RuleId day(int depth) {
        switch (some(0, 9)) {
        case 0:
            return pair(Form::Least, Kind::Day, Kind::Day, depth);
        case 1:
            return pair(Form::Most, Kind::Day, Kind::Day, depth);
        case 2: {
            const RuleId number = literal(Kind::Count, some(1, 2));
            const RuleId first = rule(Kind::Day, depth - 1);
            return add({.form = Form::Nth, .kind = Kind::Day},
                       {number, first, rule(Kind::Day, depth - 1)});
        }
        case 3: {
            const RuleId from = rule(Kind::Day, depth - 1);
            const RuleId way = word(Kind::Roll, 5);
            return add({.form = Form::Rolled, .kind = Kind::Day}, {from, way, calendar()});
        }
        case 4: {
            const RuleId of = rule(Kind::Day, depth - 1);
            const RuleId unit = fixed(Kind::Unit, choices_.chance(1, 2) ? Unit::Year : Unit::Month);
            return add(
                {.form = choices_.chance(1, 2) ? Form::EndOf : Form::StartOf, .kind = Kind::Day},
                {of, unit, rule(Kind::Count, 0)});
        }
        case 5: {
            const RuleId set = rule(Kind::Days, depth - 1);
            const RuleId number = literal(Kind::Count, some(1, 60));
            const RuleId within = word(Kind::Within, 5);
            return add({.form = Form::Reaches, .kind = Kind::Day},
                       {set, number, no_rule, within, literal(Kind::Count, some(1, 90))});
        }
        case 6:
            return add({.form = Form::Reached, .kind = Kind::Day, .value = 0},
                       {rule(Kind::Count, depth - 1)});
        default:
            return offset(depth);
        }
    }

    RuleId offset(int depth) {
        const RuleId from = rule(Kind::Day, depth - 1);
        const RuleId number = rule(Kind::Count, depth - 1);
        const RuleId unit = literal(Kind::Unit, some(0, 5));
        const RuleId month_end = word(Kind::MonthEnd, 4);
        const RuleId counting = word(Kind::Counting, 4);
        const RuleId business = calendar();
        if (choices_.chance(1, 2)) {
            return add(
                {.form = Form::Before, .kind = Kind::Day},
                {from, number, unit, month_end, counting, business, word(Kind::MonthsBack, 2)});
        }
        return add({.form = Form::After, .kind = Kind::Day},
                   {from, number, unit, month_end, counting, business});
    }

    RuleId count(int depth) {
        switch (some(0, 9)) {
        case 0:
            return add({.form = Form::Delivered, .kind = Kind::Count, .value = 0},
                       {rule(Kind::Day, depth - 1)});
        case 1:
            return pair(Form::WholeMonths, Kind::Count, Kind::Day, depth);
        case 2: {
            const RuleId from = rule(Kind::Day, depth - 1);
            const RuleId to = rule(Kind::Day, depth - 1);
            return add({.form = Form::DaysFrom, .kind = Kind::Count},
                       {from, to, word(Kind::Interval, 4)});
        }
        case 3: {
            const RuleId set = rule(Kind::Days, depth - 1);
            return add({.form = Form::DaysIn, .kind = Kind::Count},
                       {set, no_rule, rule(Kind::Day, depth - 1), no_rule});
        }
        case 4:
            return pair(Form::Sum, Kind::Count, Kind::Count, depth);
        case 5:
            return pair(Form::Least, Kind::Count, Kind::Count, depth);
        case 6: {
            const RuleId number = rule(Kind::Count, depth - 1);
            const RuleId allowed = rule(Kind::Count, depth - 1);
            return add({.form = Form::ExcessOver, .kind = Kind::Count},
                       {number, allowed, word(Kind::Excess, 2)});
        }
        case 7: {
            const RuleId number = rule(Kind::Count, depth - 1);
            const RuleId divisor = literal(Kind::Count, some(1, 9));
            return add({.form = Form::Quotient, .kind = Kind::Count},
                       {number, divisor, word(Kind::Rounding, 3)});
        }
        case 8:
            return add({.form = Form::DayOfMonth, .kind = Kind::Count},
                       {rule(Kind::Day, depth - 1)});
        default:
            return pair(Form::Product, Kind::Count, Kind::Count, depth);
        }
    }

    RuleId amount(int depth) {
        switch (some(0, 4)) {
        case 0: {
            const RuleId whole = rule(Kind::Amount, depth - 1);
            const RuleId times = rule(Kind::Count, depth - 1);
            return add({.form = Form::Scaled, .kind = Kind::Amount},
                       {whole, times, literal(Kind::Count, some(1, 9))});
        }
        case 1:
            return pair(Form::Difference, Kind::Amount, Kind::Amount, depth);
        case 2:
            return pair(Form::Sum, Kind::Amount, Kind::Amount, depth);
        case 3:
            return pair(Form::Most, Kind::Amount, Kind::Amount, depth);
        default:
            return leaf(Kind::Amount);
        }
    }

    RuleId truth(int depth) {
        switch (some(0, 6)) {
        case 0:
            return pair(Form::NotAfter, Kind::Truth, Kind::Day, depth);
        case 1:
            return pair(Form::Earlier, Kind::Truth, Kind::Day, depth);
        case 2:
            return pair(Form::AtLeast, Kind::Truth, Kind::Count, depth);
        case 3:
            return pair(Form::MoreThan, Kind::Truth, Kind::Amount, depth);
        case 4:
            return add({.form = Form::Happens, .kind = Kind::Truth}, {rule(Kind::Day, depth - 1)});
        case 5:
            return pair(choices_.chance(1, 2) ? Form::Any : Form::All, Kind::Truth, Kind::Truth,
                        depth);
        default:
            return add({.form = Form::Not, .kind = Kind::Truth}, {rule(Kind::Truth, depth - 1)});
        }
    }

    RuleId days(int depth) {
        if (depth <= 1 && !lease_.delays.empty()) {
            return add({.form = Form::Named,
                        .kind = Kind::Days,
                        .value = find_name(lease_, lease_.delays[0].id)->index},
                       {});
        }
        switch (depth <= 1 ? 0 : some(0, 3)) {
        case 1:
            return pair(Form::Union, Kind::Days, Kind::Days, depth);
        case 2:
            return pair(Form::Intersection, Kind::Days, Kind::Days, depth);
        case 3:
            return pair(Form::Except, Kind::Days, Kind::Days, depth);
        default: {
            const RuleId from = rule(Kind::Day, 0);
            const RuleId to = period(from, some(0, 90), Unit::Day);
            return add({.form = Form::Run, .kind = Kind::Days},
                       {from, to, word(Kind::Interval, 4)});
        }
        }
    }

    Choices &choices_;
    Variety variety_;
    Lease lease_{};
    std::array<NameId, 64> names_{};
    std::size_t known_names_ = 0;
};

} // namespace

Lease generated_lease(Choices &choices, Variety variety) {
    return Generator{choices, variety}.run();
}

Scenario generated_scenario(Choices &choices, const Lease &lease, Variety variety) {
    const bool is_wild = variety == Variety::Wild;
    const auto some_day = [&] {
        return choices.chance(1, 6) ? Date::never() : add_days(first_year, choices.number(0, 900));
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
