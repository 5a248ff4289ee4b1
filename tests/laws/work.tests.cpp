// Work grows with the size of a lease and no faster. It is counted in reasons: each step of an
// evaluation leaves one, so that no clock is needed.
#include "laws.hpp"

#include "generate/generate_rules.hpp"

#include <array>

using namespace offramp;

namespace {

/// Leases of one shape, as large as is asked for.
class Shape {
  public:
    explicit Shape(std::size_t size) : size_(size) {
        lease_.id = "shape";
        lease_.currency = "USD";
        lease_.information_day = first_generated_day;
        lease_.conventions.fill(no_rule);
        lease_.calendars.push_back(public_calendar(PublicCalendar::Weekends));
        lease_.clauses.push_back({"c", "", "", Wording::Derived, {}});
        lease_.tranches.push_back({.id = "t",
                                   .label = "",
                                   .unit = "unit",
                                   .units = no_rule,
                                   .due = no_rule,
                                   .approximate = false,
                                   .clause = {}});
    }

    /// Names in a row, each of which is the later of the one before and the day after it; a right
    /// whose effect rests on the last, so that it is asked for under an assumption too.
    Lease chain() {
        lease_.dates.resize(size_);
        lease_.rights.resize(1);
        begin();
        NameId before = name_of(lease_, RightId{0}, RightDay::Notice);
        for (std::size_t i = 0; i < size_; ++i) {
            const RuleId one = rules_.named(before);
            const RuleId two = rules_.period(rules_.named(before), 1, Unit::Day);
            lease_.dates[i].rule = rules_.between(Form::Most, Kind::Day, one, two);
            before = name_of_key_date(lease_, i);
        }
        right(RightId{0}, rules_.named(before));
        return end();
    }

    /// Counts in a row, each of which is the sum of the one before and itself.
    Lease counts() {
        lease_.counts.resize(size_);
        lease_.rights.resize(1);
        begin();
        for (std::size_t i = 0; i < size_; ++i) {
            if (i == 0) {
                lease_.counts[i].rule = rules_.literal(Kind::Count, 1);
                continue;
            }
            const RuleId one = rules_.named(*find_name(lease_, lease_.counts[i - 1].id));
            const RuleId two = rules_.named(*find_name(lease_, lease_.counts[i - 1].id));
            lease_.counts[i].rule = rules_.between(Form::Least, Kind::Count, one, two);
        }
        right(RightId{0}, no_rule);
        return end();
    }

    /// Rights, each of which waits for the first day of the one before and for its grace.
    Lease rights() {
        lease_.rights.resize(size_);
        begin();
        for (std::size_t i = 0; i < size_; ++i) {
            const RightId id{static_cast<std::int32_t>(i)};
            right(id, rules_.period(rules_.named(name_of(lease_, id, RightDay::Notice)), 30,
                                    Unit::Day));
            if (0 < i) {
                const RightId before{static_cast<std::int32_t>(i) - 1};
                const RuleId one = rules_.named(name_of(lease_, before, RightDay::Opens));
                const RuleId two = rules_.named(name_of(lease_, before, RightDay::FirstDay));
                lease_.rights[i].preconditions.push_back(
                    rules_.between(Form::Least, Kind::Day, one, two));
            }
        }
        return end();
    }

    /// Fees, each of which begins on the last of a chain of days, and a right that may end them.
    Lease fees() {
        lease_.dates.resize(size_);
        lease_.fees.resize(size_);
        lease_.rights.resize(1);
        begin();
        for (std::size_t i = 0; i < size_; ++i) {
            const NameId before = i == 0 ? term_first_day : name_of_key_date(lease_, i - 1);
            const RuleId one = rules_.named(before);
            lease_.dates[i].rule = rules_.between(Form::Most, Kind::Day, one, rules_.named(before));
            lease_.fees[i].from = rules_.named(name_of_key_date(lease_, i));
            lease_.fees[i].to = rules_.named(term_last_day);
            lease_.fees[i].amount = rules_.literal(Kind::Amount, 100);
        }
        right(RightId{0}, no_rule);
        return end();
    }

  private:
    void begin() {
        const auto number = [](auto &all, const char *kind) {
            for (std::size_t i = 0; i < all.size(); ++i) {
                all[i].id = kind + std::to_string(i);
            }
        };
        number(lease_.dates, "k");
        number(lease_.counts, "n");
        number(lease_.fees, "f");
        number(lease_.rights, "r");
        lease_.names = make_names(lease_);
        lease_.term = {rules_.literal(Kind::Day, first_generated_day.day_number()),
                       rules_.literal(Kind::Day, first_generated_day.day_number() + 900),
                       {}};
        lease_.tranches[0].units = rules_.literal(Kind::Count, 1);
        lease_.tranches[0].due = rules_.literal(Kind::Day, first_generated_day.day_number() + 30);
    }

    void right(RightId id, RuleId effect) {
        Right &one = lease_.rights[id.at()];
        one.holder = Holder::Tenant;
        one.exercise = Exercise::Notice;
        for (RuleId *const rule : {&one.condition, &one.grace, &one.window_first, &one.window_last,
                                   &one.latest_effect, &one.ends_when, &one.exit_fee}) {
            *rule = no_rule;
        }
        one.effect = effect;
        const RuleId done = rules_.named(name_of_delivery(TrancheId{0}));
        one.trigger = {TriggerKind::Missed, done, rules_.named(name_of_due(TrancheId{0}))};
    }

    Lease end() {
        lease_.names = make_names(lease_);
        return std::move(lease_);
    }

    std::size_t size_;
    Lease lease_{};
    Choices choices_{std::vector<std::uint64_t>{}};
    RuleGenerator rules_{choices_, lease_};
};

/// Reasons left by an evaluation in which every day is open, so that nothing is cut short.
std::int64_t work_of(const Lease &lease) {
    Scenario scenario = blank_scenario(lease);
    scenario.deliveries.push_back({TrancheId{0}, any_day(), exactly(std::int64_t{1})});
    scenario.notices[0].day = {first_generated_day, Date::never()};
    const LeaseState state = evaluate(lease, scenario, lease.information_day);
    return static_cast<std::int64_t>(state.reasons.size() + state.inputs.size());
}

struct ShapeRow {
    const char *why;
    Lease (Shape::*make)();
};

} // namespace

TEST_CASE("Twice the rules are twice the work", "[laws]") {
    const auto row = GENERATE(values<ShapeRow>({
        {"a name that rests twice on another is asked once, also under an assumption",
         &Shape::chain},
        {"a count that rests twice on another is counted once", &Shape::counts},
        {"a right that rests twice on another is found once", &Shape::rights},
        {"fees that rest on one another are found once, with and without an exit", &Shape::fees},
    }));
    INFO(row.why);
    constexpr std::array<std::size_t, 4> sizes = {8, 16, 32, 64};
    std::int64_t before = 0;
    for (const std::size_t size : sizes) {
        Shape shape{size};
        const Lease lease = (shape.*row.make)();
        const std::int64_t work = work_of(lease);
        const auto rules = static_cast<std::int64_t>(lease.rules.size());
        INFO(size << ": " << work << " steps for " << rules << " rules");
        // No more than this for each rule, and never more than twice as much and a little for
        // twice the size. What is worse might not come to an end for the next size.
        REQUIRE(work <= 40 * rules);
        REQUIRE((before == 0 || work <= 2 * before + 200));
        before = work;
    }
}
