#include "generate/generate.hpp"

#include "generate/generate_rights.hpp"

#include <array>
#include <iterator>

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
                event.kind = choices_.chance(1, 4) ? Kind::Instant : Kind::Day;
            }
            make(lease_.delays, some(0, 2), "d");
            make(lease_.dates, some(0, 3), "k");
            make(lease_.counts, some(0, 2), "n");
            make(lease_.amounts, some(0, 2), "a");
            make(lease_.conditions, some(0, 2), "q");
            make(lease_.remedies, some(0, 2), "m");
            make(lease_.channels, some(0, 1), "h");
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

    /// A gap in the papers, or something for the reader to say.
    void unknown() {
        constexpr std::array kinds = {Kind::Day, Kind::Count, Kind::Amount, Kind::Truth};
        const Kind kind = kinds[static_cast<std::size_t>(some(0, 3))];
        const std::int64_t least = kind == Kind::Truth ? 0
                                   : kind == Kind::Day
                                       ? first_generated_day.day_number() + some(0, 300)
                                       : some(0, 60);
        std::int64_t most = kind == Kind::Truth ? 1 : least + some(0, 90);
        if ((kind == Kind::Count || kind == Kind::Amount) && choices_.chance(1, 8)) {
            most = INT64_MAX;
        }
        const bool is_input = choices_.chance(1, 3);
        const std::int64_t supposed = is_input && kind == Kind::Day && choices_.chance(1, 2)
                                          ? Date::never().day_number()
                                          : least;
        lease_.unknowns.push_back({id_of("u", lease_.unknowns.size()), "?", kind, least, most,
                                   is_input, supposed, std::nullopt});
    }

    /// Words for all rules that have none of their own.
    void conventions() {
        for (std::size_t i = static_cast<std::size_t>(Kind::MonthEnd); i < kind_count; ++i) {
            const Kind kind = static_cast<Kind>(i);
            if (kind != Kind::Roll && choices_.chance(1, 4)) {
                lease_.conventions[i] = rules_.word(kind);
            }
        }
    }

    void fill() {
        if (is_wild()) {
            conventions();
        }
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
            const Name &name = lease_.names[i];
            const bool is_notice = name.source == NameSource::RightDay &&
                                   static_cast<RightDay>(name.part) == RightDay::Notice;
            if (name.source == NameSource::Event || name.source == NameSource::Unknown ||
                name.source == NameSource::Delay || (is_wild() && is_notice)) {
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
            generate_fee(fee);
        }
        rules_.offer_fees();
        keys(lease_.amounts, Kind::Amount);
        keys(lease_.conditions, Kind::Truth);
        for (std::size_t i = 0; i < lease_.channels.size(); ++i) {
            channel(lease_.channels[i]);
        }
        RightGenerator rights{choices_, lease_, rules_, variety_};
        for (std::size_t i = 0; i < lease_.remedies.size(); ++i) {
            rights.remedy(RemedyId{static_cast<std::int32_t>(i)});
        }
        if (lease_.remedies.size() == 2 && choices_.chance(1, 2)) {
            lease_.caps.push_back({"cap",
                                   "",
                                   rules_.literal(Kind::Amount, some(0, 2'000'000)),
                                   {RemedyId{0}, RemedyId{1}}, // which may rest on the one before
                                   std::nullopt});
            lease_.remedies[0].shared_cap = lease_.remedies[1].shared_cap = CapId{0};
        }
        for (std::size_t i = 0; i < lease_.rights.size(); ++i) {
            rights.right(RightId{static_cast<std::int32_t>(i)});
        }
    }

    void generate_fee(Fee &fee) {
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
            const RuleId first = rules_.rule(Kind::Amount, 2);
            // No fee is below nothing, or too large to be counted to the end of the calendar.
            const RuleId capped = rules_.between(Form::Least, Kind::Amount, fee.amount, first);
            const RuleId nothing = rules_.literal(Kind::Amount, 0);
            fee.amount = rules_.between(Form::Most, Kind::Amount, capped, nothing);
        }
        if (is_wild() && choices_.chance(1, 3)) {
            fee.tranche =
                TrancheId{static_cast<std::int32_t>(some(0, std::ssize(lease_.tranches) - 1))};
        }
    }

    /// Received so many days or business days after it was sent; there is nothing else to rest on,
    /// for everything may rest on a notice.
    void channel(Channel &one) {
        const RuleId sent = rules_.named(name_of_sent(lease_));
        const Unit unit = choices_.chance(1, 2) ? Unit::BusinessDay : Unit::Day;
        one.received = rules_.period(sent, some(0, 5), unit);
        one.clause = ClauseId{0};
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

} // namespace offramp
