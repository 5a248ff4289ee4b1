// What the papers say: tranches, fees, remedies and rights from JSON.
#include "io/lease/lease_reader.hpp"
#include "io/lease/read_ranges.hpp"

namespace offramp {

std::string LeaseReader::declared_id(const Cursor &at) {
    const auto id = at.find("id");
    return id ? std::string{id->raw()} : std::string{};
}

bool LeaseReader::flag(const Cursor &at, std::string_view key) {
    const auto member = at.find(key);
    return member && member->boolean();
}

RuleId LeaseReader::needed(const Cursor &at, std::string_view key, Kind kind, MaybeClause clause) {
    const auto member = at.require(key);
    return member ? rules_.read(*member, kind, clause) : rules_.literal(kind, 0);
}

RuleId LeaseReader::given(const Cursor &at, std::string_view key, Kind kind, MaybeClause clause) {
    const auto member = at.find(key);
    return member ? rules_.read(*member, kind, clause) : no_rule;
}

void LeaseReader::term() {
    const auto at = root_.find("term");
    if (!at) {
        lease_.term = {rules_.literal(Kind::Day, Date::dawn().day_number()),
                       rules_.literal(Kind::Day, Date::never().day_number()),
                       {}};
        return;
    }
    at->expect_object({"first_day", "last_day", "clause"});
    const auto clause = rules_.clause_of(*at, std::nullopt);
    const RuleId first = needed(*at, "first_day", Kind::Day, clause);
    const RuleId last = needed(*at, "last_day", Kind::Day, clause);
    lease_.term = {first, last, clause};
}

void LeaseReader::tranche(const Cursor &at) {
    at.expect_object({"id", "label", "unit", "units", "due", "approximate", "clause"});
    const auto clause = rules_.clause_of(at, std::nullopt);
    const auto unit = at.find("unit");
    const auto units = at.find("units");
    const RuleId count =
        units ? rules_.read(*units, Kind::Count, clause) : rules_.literal(Kind::Count, 1, clause);
    const RuleId due = needed(at, "due", Kind::Day, clause);
    lease_.tranches.push_back({declared_id(at), optional_text(at, "label"),
                               unit ? unit->text() : "unit", count, due, flag(at, "approximate"),
                               clause});
}

void LeaseReader::reported(const Cursor &at) {
    at.expect_object({"tranche", "day", "units", "clause"});
    const auto tranche = at.require("tranche");
    const auto day = at.require("day");
    const auto units = at.find("units");
    if (!at.require("clause") || !tranche || !day) {
        return;
    }
    ReportedDelivery delivery{TrancheId{rules_.tranches.look_up(*tranche)}, when_from(*day),
                              std::nullopt, rules_.clause_of(at, std::nullopt)};
    if (happens(delivery.day) != Truth::Yes) {
        day->error("not_reported", "What is reported has happened: give its day, or the days "
                                   "between which it lies. A delivery that nobody reports is left "
                                   "out.");
    }
    if (units) {
        delivery.units = units_from(*units);
    }
    lease_.reported.push_back(delivery);
}

void LeaseReader::event(const Cursor &at) {
    at.expect_object({"id", "label", "kind", "clause"});
    const auto kind = at.find("kind");
    const Kind of = kind ? kind->word<Kind>() : Kind::Day;
    if (of != Kind::Day && of != Kind::Instant) {
        kind->error("wrong_kind", "An event has a \"day\" or an \"instant\".");
    }
    lease_.events.push_back(
        {declared_id(at), optional_text(at, "label"), of, rules_.clause_of(at, std::nullopt)});
}

void LeaseReader::delay(const Cursor &at) {
    at.expect_object({"id", "label", "clause"});
    lease_.delays.push_back(
        {declared_id(at), optional_text(at, "label"), rules_.clause_of(at, std::nullopt)});
}

void LeaseReader::key_value(const Cursor &at, Kind kind, std::vector<KeyValue> &all) {
    at.expect_object({"id", "label", "is", "clause"});
    const auto clause = rules_.clause_of(at, std::nullopt);
    all.push_back(
        {declared_id(at), optional_text(at, "label"), needed(at, "is", kind, clause), clause});
}

void LeaseReader::fee(const Cursor &at) {
    at.expect_object({"id", "label", "series", "from", "to", "per_month", "billing_day", "amount",
                      "on", "tranche", "clause"});
    const auto clause = rules_.clause_of(at, std::nullopt);
    Billing billing{.is_once = at.find("on").has_value() || at.find("amount").has_value()};
    const auto refuse = [&](std::initializer_list<const char *> keys, const char *why) {
        for (const char *const key : keys) {
            if (const auto member = at.find(key)) {
                member->error("unused_key", why);
            }
        }
    };
    RuleId from = no_rule;
    RuleId to = no_rule;
    RuleId amount = no_rule;
    if (billing.is_once) {
        refuse({"series", "from", "to", "per_month", "billing_day"},
               "A fee that is charged once has an \"amount\" and the day \"on\", and no months.");
        amount = needed(at, "amount", Kind::Amount, clause);
        from = to = needed(at, "on", Kind::Day, clause);
    } else {
        from = needed(at, "from", Kind::Day, clause);
        to = needed(at, "to", Kind::Day, clause);
        amount = needed(at, "per_month", Kind::Amount, clause);
        if (const auto begins = at.find("billing_day")) {
            billing.first_day = static_cast<std::int32_t>(begins->integer(2, 28));
        }
    }
    const auto tranche = at.find("tranche");
    lease_.fees.push_back(
        {declared_id(at), optional_text(at, "label"), optional_text(at, "series"), billing, from,
         to, amount,
         tranche ? std::optional{TrancheId{rules_.tranches.look_up(*tranche)}} : std::nullopt,
         clause});
}

Rung LeaseReader::rung(const Cursor &at, MaybeClause clause) {
    at.expect_object({"after", "per_day", "days_of_fee", "over", "clause"});
    clause = rules_.clause_of(at, clause);
    const bool has_amount = at.find("per_day").has_value();
    const bool has_days = at.find("days_of_fee").has_value();
    if (has_amount == has_days) {
        at.error("bad_rung", "A rung gives money or days of fee for each day: give either "
                             "\"per_day\" or \"days_of_fee\", not " +
                                 std::string{has_amount ? "both" : "neither"} + ".");
    }
    const RuleId after = given(at, "after", Kind::Count, clause);
    const RuleId per_day = given(at, "per_day", Kind::Amount, clause);
    RuleId times = given(at, "days_of_fee", Kind::Count, clause);
    const RuleId over = given(at, "over", Kind::Count, clause);
    if (has_amount && is_given(over)) {
        at.find("over")->error("unused_key", "\"over\" divides \"days_of_fee\"; an amount a day "
                                             "stands alone.");
    }
    if (!has_amount && !has_days) {
        times = rules_.literal(Kind::Count, 0);
    }
    return {after, per_day, times, over};
}

void LeaseReader::remedy(const Cursor &at) {
    at.expect_object({"id", "label", "owed_to", "from", "to", "interval", "rungs", "mode", "cap",
                      "cap_days", "credited_from", "fee", "sole", "clause"});
    const auto clause = rules_.clause_of(at, std::nullopt);
    const auto owed_to = at.find("owed_to");
    const auto fee = at.find("fee");
    Remedy remedy{.id = declared_id(at),
                  .label = optional_text(at, "label"),
                  .owed_to = owed_to ? owed_to->word<Holder>() : Holder::Tenant,
                  .from = needed(at, "from", Kind::Day, clause),
                  .to = needed(at, "to", Kind::Day, clause),
                  .interval = given(at, "interval", Kind::Interval, clause),
                  .rungs = {},
                  .mode = given(at, "mode", Kind::Rungs, clause),
                  .cap = given(at, "cap", Kind::Amount, clause),
                  .cap_days = given(at, "cap_days", Kind::Count, clause),
                  .credited_from = given(at, "credited_from", Kind::Day, clause),
                  .fee = fee ? std::optional{FeeId{rules_.fees.look_up(*fee)}} : std::nullopt,
                  .is_sole = flag(at, "sole"),
                  .clause = clause,
                  .shared_cap = std::nullopt};
    if (remedy.fee && lease_.fees.size() > remedy.fee->at() &&
        get(lease_.fees, *remedy.fee).billing.is_once) {
        fee->error("wrong_kind", "Days are credited of a fee that is paid by the month; " +
                                     fee->found() + " is charged once.");
    }
    if (!is_given(remedy.interval) &&
        !is_given(lease_.conventions[static_cast<std::size_t>(Kind::Interval)])) {
        at.error("missing_interval",
                 "A remedy must say which ends of its days count: add \"interval\", or the same "
                 "under \"conventions\": " +
                     one_of(words_of_kind(Kind::Interval)) + ".");
    }
    if (const auto list = at.require("rungs")) {
        const auto elements = list->elements();
        for (const Cursor &element : elements) {
            remedy.rungs.push_back(rung(element, clause));
        }
        if (elements.empty() || max_children <= elements.size()) {
            list->error("wrong_count", "Expected 1 to " + std::to_string(max_children - 1) +
                                           " rungs, found " + std::to_string(elements.size()) +
                                           ".");
        }
    }
    lease_.remedies.push_back(std::move(remedy));
}

void LeaseReader::cap(const Cursor &at) {
    at.expect_object({"id", "label", "amount", "remedies", "clause"});
    const auto clause = rules_.clause_of(at, std::nullopt);
    const auto id = at.require("id");
    const CapId own = next_id<Cap>(lease_.caps);
    Cap cap{id ? caps_.declare(*id) : "",
            optional_text(at, "label"),
            needed(at, "amount", Kind::Amount, clause),
            {},
            clause};
    const auto list = at.require("remedies");
    for (const Cursor &element : list ? list->elements() : Cursors{}) {
        const RemedyId remedy{remedies_.look_up(element)};
        if (remedy.at() < lease_.remedies.size()) {
            auto &shared = lease_.remedies[remedy.at()].shared_cap;
            if (shared) {
                element.error("two_caps", "A remedy shares one cap only, and is named in it once.");
            }
            shared = own;
        }
        cap.remedies.push_back(remedy);
    }
    if (list && (cap.remedies.size() < 2 || max_children <= cap.remedies.size())) {
        list->error("wrong_count", "Expected 2 to " + std::to_string(max_children - 1) +
                                       " remedies that share it, found " +
                                       std::to_string(cap.remedies.size()) +
                                       "; a single one has its own \"cap\".");
    }
    lease_.caps.push_back(std::move(cap));
}

void LeaseReader::channel(const Cursor &at) {
    at.expect_object({"id", "label", "received", "clause"});
    const auto clause = rules_.clause_of(at, std::nullopt);
    const auto id = at.require("id");
    lease_.channels.push_back({id ? channels_.declare(*id) : "", optional_text(at, "label"),
                               needed(at, "received", Kind::Day, clause), clause});
}

void LeaseReader::right(const Cursor &at) {
    at.expect_object({"id", "label", "holder", "exercise", "scope", "trigger", "condition", "grace",
                      "window", "preconditions", "effect", "latest_effect", "last_chance",
                      "ends_when", "exit_fee", "remedy", "alternative", "clause"});
    const auto clause = rules_.clause_of(at, std::nullopt);
    const auto holder = at.require("holder");
    const auto exercise = at.find("exercise");
    Right right{.id = declared_id(at),
                .label = optional_text(at, "label"),
                .holder = holder ? holder->word<Holder>() : Holder::Either,
                .exercise = exercise ? exercise->word<Exercise>() : Exercise::Notice,
                .scope = {},
                .trigger = trigger(at, clause),
                .condition = given(at, "condition", Kind::Truth, clause),
                .grace = given(at, "grace", Kind::Day, clause),
                .window_first = no_rule,
                .window_last = no_rule,
                .preconditions = {},
                .effect = given(at, "effect", Kind::Day, clause),
                .latest_effect = given(at, "latest_effect", Kind::Day, clause),
                .last_chance = std::nullopt,
                .ends_when = given(at, "ends_when", Kind::Day, clause),
                .exit_fee = given(at, "exit_fee", Kind::Amount, clause),
                .remedy = std::nullopt,
                .alternative = std::nullopt,
                .clause = clause};
    const auto elements = [&](std::string_view key) {
        const auto list = at.find(key);
        return list ? list->elements() : Cursors{};
    };
    for (const Cursor &tranche : elements("scope")) {
        right.scope.push_back(TrancheId{rules_.tranches.look_up(tranche)});
    }
    if (const auto window = at.find("window")) {
        window->expect_object({"first", "last"});
        right.window_first = given(*window, "first", Kind::Day, clause);
        right.window_last = given(*window, "last", Kind::Day, clause);
    }
    for (const Cursor &precondition : elements("preconditions")) {
        right.preconditions.push_back(rules_.read(precondition, Kind::Day, clause));
    }
    if (const auto chance = at.find("last_chance")) {
        chance->expect_object({"what", "by", "meanwhile"});
        const RuleId what = needed(*chance, "what", Kind::Day, clause);
        const RuleId by = needed(*chance, "by", Kind::Day, clause);
        right.last_chance =
            LastChance{what, by, given(*chance, "meanwhile", Kind::Meanwhile, clause)};
    }
    if (const auto remedy = at.find("remedy")) {
        right.remedy = RemedyId{remedies_.look_up(*remedy)};
    }
    if (const auto event = at.find("alternative")) {
        right.alternative = EventId{events_.look_up(*event)};
    }
    lease_.rights.push_back(std::move(right));
}

Trigger LeaseReader::trigger(const Cursor &right, MaybeClause inherited) {
    const Trigger nothing = {TriggerKind::On, no_rule, rules_.literal(Kind::Day, 0)};
    const auto at = right.find("trigger");
    if (!at) {
        right.error("missing_trigger",
                    "A right needs a \"trigger\" that says when it arises" +
                        std::string{right.find("effect")
                                        ? "; its lead alone (\"effect\") does not say it."
                                        : "."});
        return nothing;
    }
    at->expect_object({"missed", "by", "after", "on", "clause"});
    const auto clause = rules_.clause_of(*at, inherited);
    if (1 < int{at->find("missed").has_value()} + int{at->find("after").has_value()} +
                int{at->find("on").has_value()}) {
        at->error("bad_trigger", "A right has one trigger; give \"missed\" with \"by\", \"after\" "
                                 "or \"on\", not several.");
    }
    if (const auto missed = at->find("missed")) {
        const RuleId what = rules_.read(*missed, Kind::Day, clause);
        return {TriggerKind::Missed, what, needed(*at, "by", Kind::Day, clause)};
    }
    if (const auto after = at->find("after")) {
        return {TriggerKind::After, no_rule, rules_.read(*after, Kind::Day, clause)};
    }
    if (const auto on = at->find("on")) {
        return {TriggerKind::On, no_rule, rules_.read(*on, Kind::Day, clause)};
    }
    at->error("bad_trigger", "Expected a trigger with \"missed\" and \"by\", with \"after\" or "
                             "with \"on\", found " +
                                 at->found() + ".");
    return nothing;
}

} // namespace offramp
