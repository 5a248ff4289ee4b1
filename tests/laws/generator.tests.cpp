// What the generator makes: a law that is asked of nothing holds of everything.
#include "laws.hpp"

#include "core/days/instant.hpp"
#include "io/lease/grammar.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <string_view>

using namespace offramp;
using namespace offramp::laws;

namespace {

/// How often each thing was made, by chapter. Things that are expected start at nothing.
class Census {
  public:
    Census();
    void add(const Lease &lease);
    void add(const Lease &lease, const Scenario &scenario);

    /// One line for each chapter: "measure: days 100, hours 20".
    std::string told() const;
    /// Names of what was never made.
    std::string missing() const;

  private:
    void count(const std::string &chapter, const std::string &name, bool is_made = true) {
        made_[chapter][name] += is_made ? 1 : 0;
    }
    void expect(const std::string &chapter, std::initializer_list<const char *> names);
    void add_rule(const Lease &lease, const Rule &rule);
    void add_numbers(const Lease &lease, const Scenario &scenario);
    void add_right(const Right &right);
    void add_remedy(const Remedy &remedy);
    void add_when(const std::string &chapter, const Numbers &when, std::int64_t never);

    std::map<std::string, std::map<std::string, std::int64_t>> made_;
};

std::string name_of_spelling(const Spelling &spelling) {
    std::string name{name_of(spelling.kind)};
    for (const Slot &slot : spelling.slots) {
        if (slot.need == Need::Lead) {
            name += " " + std::string{slot.key};
        }
    }
    return name;
}

/// The same without the article.
std::string chapter_of(Kind kind) { return std::string{convention_key(kind)}; }

constexpr std::array general_forms = {
    std::pair{Form::Literal, "literal"}, std::pair{Form::Named, "name"},
    std::pair{Form::Unknown, "unknown"}, std::pair{Form::ByReading, "by reading"},
    std::pair{Form::If, "if"}};
constexpr std::array general_kinds = {Kind::Day,    Kind::Instant, Kind::Count,
                                      Kind::Amount, Kind::Truth,   Kind::Days};

void Census::expect(const std::string &chapter, std::initializer_list<const char *> names) {
    for (const char *const name : names) {
        count(chapter, name, false);
    }
}

Census::Census() {
    for (const Spelling &spelling : spellings()) {
        count("form", name_of_spelling(spelling), false);
    }
    for (const auto &[form, name] : general_forms) {
        for (const Kind kind : general_kinds) {
            const bool is_impossible =
                (form == Form::Literal && kind == Kind::Days) ||
                (form == Form::Unknown && (kind == Kind::Days || kind == Kind::Instant));
            if (!is_impossible) {
                count("form", std::string{name_of(kind)} + " " + name, false);
            }
        }
    }
    for (std::size_t i = static_cast<std::size_t>(Kind::Unit); i < kind_count; ++i) {
        const Kind kind = static_cast<Kind>(i);
        for (const std::string_view word : words_of_kind(kind)) {
            count(chapter_of(kind), std::string{word}, false);
        }
        if (kind != Kind::Unit && kind != Kind::Roll) {
            count("convention", chapter_of(kind), false);
        }
        if (kind != Kind::Roll) {
            count("word by reading", chapter_of(kind), false);
        }
    }
    for (const PublicCalendarName &calendar : public_calendar_names) {
        count("calendar", std::string{calendar.id}, false);
    }
    expect("trigger", {"missed", "after", "on"});
    expect("holder", {"tenant", "landlord", "either", "third party"});
    expect("exercise", {"notice", "automatic", "renewal"});
    expect("right with", {"condition", "grace", "first day of window", "last day of window",
                          "precondition", "effect", "latest effect", "last chance", "end", "scope",
                          "exit fee", "remedy", "alternative"});
    expect("rests on its notice", {"effect", "exit fee", "last chance"});
    expect("remedy", {"money", "days of fee", "cap", "cap of days", "credited from", "several",
                      "owed to the landlord", "sole"});
    expect("divisor", {"below nothing", "nothing", "not known to be above nothing"});
    expect("count", {"below nothing"});
    expect("unknown", {"gap day", "gap count", "gap amount", "gap condition", "input day",
                       "input count", "input amount", "input condition", "without bound"});
    expect("fee", {"of a tranche", "by rule"});
    expect("event", {"day", "instant"});
    for (const char *const chapter : {"delivered", "notice on", "event on"}) {
        expect(chapter, {"one day", "one of some days", "never"});
    }
    expect("delivered", {"any day", "some day or never"});
    expect("units", {"exact", "vague", "part", "all"});
    expect("notice by", {"hand", "channel"});
    expect("delay",
           {"dated", "with hours", "vague first day", "without end", "undated", "vague number"});
}

void Census::add_rule(const Lease &lease, const Rule &rule) {
    if (is_word(rule.kind)) {
        if (rule.form == Form::ByReading) {
            count("word by reading", chapter_of(rule.kind));
        } else if (rule.kind == Kind::Calendar) {
            count("calendar", lease.calendars[static_cast<std::size_t>(rule.value)].id);
        } else {
            const auto word = words_of_kind(rule.kind)[static_cast<std::size_t>(rule.value)];
            count(chapter_of(rule.kind), std::string{word});
        }
        return;
    }
    for (const auto &[form, name] : general_forms) {
        if (form == rule.form) {
            count("form", std::string{name_of(rule.kind)} + " " + name);
        }
    }
    for (const Spelling &spelling : spellings()) {
        const Slot &first = spelling.slots.front();
        const bool is_spelt = spelling.form == rule.form && spelling.kind == rule.kind &&
                              (first.holds != Holds::One ||
                               get(lease.rules, child(lease, rule, 0)).kind == first.kind);
        if (is_spelt) {
            count("form", name_of_spelling(spelling));
        }
    }
}

void Census::add_right(const Right &right) {
    constexpr std::array triggers = {"missed", "after", "on"};
    constexpr std::array holders = {"tenant", "landlord", "either", "third party"};
    constexpr std::array exercises = {"notice", "automatic", "renewal"};
    count("trigger", triggers[static_cast<std::size_t>(right.trigger.kind)]);
    count("holder", holders[static_cast<std::size_t>(right.holder)]);
    count("exercise", exercises[static_cast<std::size_t>(right.exercise)]);
    count("right with", "condition", is_given(right.condition));
    count("right with", "grace", is_given(right.grace));
    count("right with", "first day of window", is_given(right.window_first));
    count("right with", "last day of window", is_given(right.window_last));
    count("right with", "precondition", !right.preconditions.empty());
    count("right with", "effect", is_given(right.effect));
    count("right with", "latest effect", is_given(right.latest_effect));
    count("right with", "last chance", right.last_chance.has_value());
    count("right with", "end", is_given(right.ends_when));
    count("right with", "scope", !right.scope.empty());
    count("right with", "exit fee", is_given(right.exit_fee));
    count("right with", "remedy", right.remedy.has_value());
    count("right with", "alternative", right.alternative.has_value());
}

void Census::add_remedy(const Remedy &remedy) {
    const bool is_money = is_given(remedy.rungs.front().per_day);
    count("remedy", "money", is_money);
    count("remedy", "days of fee", !is_money && remedy.fee.has_value());
    count("remedy", "cap", is_given(remedy.cap));
    count("remedy", "cap of days", is_given(remedy.cap_days));
    count("remedy", "credited from", is_given(remedy.credited_from));
    count("remedy", "owed to the landlord", remedy.owed_to == Holder::Landlord);
    count("remedy", "sole", remedy.is_sole);
}

/// Whether a rule has the name anywhere in it.
bool rests_on_name(const Lease &lease, RuleId id, NameId name) {
    if (!is_given(id)) {
        return false;
    }
    const Rule &rule = get(lease.rules, id);
    if (rule.form == Form::Named && rule.value == name.index) {
        return true;
    }
    for (std::int32_t place = 0; place < rule.child_count; ++place) {
        if (rests_on_name(lease, child(lease, rule, place), name)) {
            return true;
        }
    }
    return false;
}

void Census::add(const Lease &lease) {
    for (const Rule &rule : lease.rules) {
        add_rule(lease, rule);
    }
    for (std::size_t i = static_cast<std::size_t>(Kind::Unit); i < kind_count; ++i) {
        if (is_given(lease.conventions[i])) {
            count("convention", chapter_of(static_cast<Kind>(i)));
        }
    }
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        const Right &right = lease.rights[i];
        const RightId id{static_cast<std::int32_t>(i)};
        const NameId notice = name_of(lease, id, RightDay::Notice);
        add_right(right);
        count("rests on its notice", "effect", rests_on_name(lease, right.effect, notice));
        count("rests on its notice", "exit fee", rests_on_name(lease, right.exit_fee, notice));
        count("rests on its notice", "last chance",
              right.last_chance && rests_on_name(lease, right.last_chance->by, notice));
    }
    for (const Remedy &remedy : lease.remedies) {
        add_remedy(remedy);
    }
    count("remedy", "several", 1 < lease.remedies.size());
    for (const Unknown &unknown : lease.unknowns) {
        constexpr std::array kinds = {"day", "", "count", "amount", "condition"};
        count("unknown", (unknown.is_input ? "input " : "gap ") +
                             std::string{kinds[static_cast<std::size_t>(unknown.kind)]});
        count("unknown", "without bound", unknown.most == INT64_MAX);
    }
    for (const Fee &fee : lease.fees) {
        count("fee", "of a tranche", fee.tranche.has_value());
        count("fee", "by rule", get(lease.rules, fee.amount).form != Form::Literal);
    }
    for (const Event &event : lease.events) {
        count("event", event.kind == Kind::Instant ? "instant" : "day");
    }
}

void Census::add_numbers(const Lease &lease, const Scenario &scenario) {
    LeaseState memory;
    for (std::size_t i = 0; i < lease.rules.size(); ++i) {
        const Rule &rule = lease.rules[i];
        if (rule.kind == Kind::Count) {
            const Numbers value =
                evaluate_rule(lease, scenario, RuleId{static_cast<std::int32_t>(i)}, memory);
            count("count", "below nothing", value.most < 0);
        }
        const bool is_divided = rule.form == Form::Quotient || rule.form == Form::Scaled;
        const RuleId divisor = child(lease, rule, rule.form == Form::Quotient ? 1 : 2);
        if (is_divided && is_given(divisor)) {
            const Numbers by = evaluate_rule(lease, scenario, divisor, memory);
            count("divisor", "below nothing", by.most < 0);
            count("divisor", "nothing", by == exactly(std::int64_t{0}));
            count("divisor", "not known to be above nothing", !by.known() && by.least <= 0);
        }
    }
}

void Census::add_when(const std::string &chapter, const Numbers &when, std::int64_t never) {
    count(chapter, when.least == never ? "never" : when.known() ? "one day" : "one of some days");
}

void Census::add(const Lease &lease, const Scenario &scenario) {
    add_numbers(lease, scenario);
    for (const Delivery &delivery : scenario.deliveries) {
        add_when("delivered", numbers_of(delivery.day), Date::never().day_number());
        const bool is_open = delivery.day.most == Date::never() && !delivery.day.known();
        count("delivered", "any day", delivery.day == any_day());
        count("delivered", "some day or never", is_open && delivery.day.least.is_day());
        count("units", delivery.units.known() ? "exact" : "vague");
        const Rule &owed = get(lease.rules, get(lease.tranches, delivery.tranche).units);
        count("units",
              owed.form == Form::Literal && delivery.units.most < owed.value ? "part" : "all");
    }
    for (const Notice &notice : scenario.notices) {
        add_when("notice on", numbers_of(notice.day), Date::never().day_number());
        count("notice by", notice.channel < 0 ? "hand" : "channel");
    }
    for (std::size_t i = 0; i < scenario.events.size(); ++i) {
        const bool is_day = lease.events[i].kind == Kind::Day;
        add_when("event on", scenario.events[i].when,
                 is_day ? std::int64_t{Date::never().day_number()} : INT64_MAX);
    }
    for (const DelayDays &delay : scenario.delays) {
        for (const DelayRun &run : delay.runs) {
            count("delay", "dated");
            count("delay", "with hours", run.hours != 0);
            count("delay", "vague first day", !run.first.known());
            count("delay", "without end", run.last.most == Date::never());
        }
        count("delay", "undated", 0 < delay.undated.most);
        count("delay", "vague number", !delay.undated.known());
    }
}

std::string Census::told() const {
    std::string text;
    for (const auto &[chapter, all] : made_) {
        text += chapter + ":";
        for (const auto &[name, number] : all) {
            text += " " + name + " " + std::to_string(number) + ",";
        }
        text.back() = '\n';
    }
    return text;
}

std::string Census::missing() const {
    std::string text;
    for (const auto &[chapter, all] : made_) {
        for (const auto &[name, number] : all) {
            text += number == 0 ? chapter + ": " + name + "\n" : "";
        }
    }
    return text;
}

} // namespace

TEST_CASE("The generator makes everything that a lease and a scenario can have", "[laws]") {
    constexpr std::int64_t leases = 20'000; // fewer would leave out by chance what is rare
    Census census;
    for (std::int64_t i = 0; i < leases; ++i) {
        Choices choices{seed + static_cast<std::uint64_t>(i)};
        const Sample sample = sample_of(choices, Variety::Wild);
        census.add(sample.lease);
        census.add(sample.lease, sample.scenario);
    }
    std::printf("%lld generated leases\n%s", static_cast<long long>(leases), census.told().c_str());
    CHECK(census.missing() == "");
}
