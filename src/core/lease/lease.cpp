#include "core/lease/lease.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::array<std::string_view, 6> right_days = {"opens",          "first_day", "last_day",
                                                        "grace_last_day", "notice",    "effect"};

struct RemedyName {
    std::string_view text;
    Kind kind;
};
constexpr std::array<RemedyName, 5> remedy_parts = {{{"first_day", Kind::Day},
                                                     {"last_day", Kind::Day},
                                                     {"days", Kind::Count},
                                                     {"credit_days", Kind::Amount},
                                                     {"amount", Kind::Amount}}};

constexpr std::size_t names_of_term = 2;
constexpr std::size_t names_of_tranche = 3;

NameId name_at(std::size_t index) { return NameId{static_cast<std::int32_t>(index)}; }

/// Index of the first name of the events, which follow the tranches.
std::size_t first_event(const Lease &lease) {
    return names_of_term + names_of_tranche * lease.tranches.size();
}
std::size_t first_date(const Lease &lease) {
    return first_event(lease) + lease.events.size() + lease.unknowns.size() + lease.delays.size();
}
std::size_t first_remedy(const Lease &lease) {
    return first_date(lease) + lease.dates.size() + lease.moments.size() + lease.counts.size() +
           lease.amounts.size() + lease.conditions.size();
}
std::size_t first_right(const Lease &lease) {
    return first_remedy(lease) + remedy_parts.size() * lease.remedies.size();
}

} // namespace

std::vector<Name> make_names(const Lease &lease) {
    std::vector<Name> names;
    const auto by_rule = [&](std::string text, Kind kind, RuleId rule) {
        names.push_back({std::move(text), kind, NameSource::Rule, rule.index});
    };
    const auto each = [](const auto &all, auto add) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            add(all[i], static_cast<std::int32_t>(i));
        }
    };
    by_rule("term.first_day", Kind::Day, lease.term.first_day);
    by_rule("term.last_day", Kind::Day, lease.term.last_day);
    each(lease.tranches, [&](const Tranche &tranche, std::int32_t index) {
        by_rule(tranche.id + ".due", Kind::Day, tranche.due);
        names.push_back({tranche.id + ".delivered", Kind::Day, NameSource::Delivery, index});
        by_rule(tranche.id + ".committed", Kind::Count, tranche.units);
    });
    each(lease.events, [&](const Event &event, std::int32_t index) {
        names.push_back({event.id, event.kind, NameSource::Event, index});
    });
    each(lease.unknowns, [&](const Unknown &unknown, std::int32_t index) {
        names.push_back({unknown.id, unknown.kind, NameSource::Unknown, index});
    });
    each(lease.delays, [&](const Delay &delay, std::int32_t index) {
        names.push_back({delay.id, Kind::Days, NameSource::Delay, index});
    });
    const auto keys = [&](const std::vector<KeyValue> &all, Kind kind) {
        for (const KeyValue &key : all) {
            by_rule(key.id, kind, key.rule);
        }
    };
    keys(lease.dates, Kind::Day);
    keys(lease.moments, Kind::Instant);
    keys(lease.counts, Kind::Count);
    keys(lease.amounts, Kind::Amount);
    keys(lease.conditions, Kind::Truth);
    each(lease.remedies, [&](const Remedy &remedy, std::int32_t index) {
        for (std::size_t part = 0; part < remedy_parts.size(); ++part) {
            names.push_back({remedy.id + "." + std::string{remedy_parts[part].text},
                             remedy_parts[part].kind, NameSource::RemedyPart, index,
                             static_cast<std::int32_t>(part)});
        }
    });
    each(lease.rights, [&](const Right &right, std::int32_t index) {
        for (std::size_t which = 0; which < right_days.size(); ++which) {
            names.push_back({right.id + "." + std::string{right_days[which]}, Kind::Day,
                             NameSource::RightDay, index, static_cast<std::int32_t>(which)});
        }
    });
    names.push_back({"sent", Kind::Day, NameSource::Sent, 0});
    names.push_back({"as_of", Kind::Day, NameSource::AsOf, 0});
    return names;
}

NameId name_of_due(TrancheId tranche) {
    return name_at(names_of_term + names_of_tranche * tranche.at());
}

NameId name_of_delivery(TrancheId tranche) {
    return name_at(names_of_term + names_of_tranche * tranche.at() + 1);
}

NameId name_of_committed(TrancheId tranche) {
    return name_at(names_of_term + names_of_tranche * tranche.at() + 2);
}

NameId name_of_event(const Lease &lease, EventId event) {
    return name_at(first_event(lease) + event.at());
}

NameId name_of_key_date(const Lease &lease, std::size_t index) {
    return name_at(first_date(lease) + index);
}

NameId name_of(const Lease &lease, RemedyId remedy, RemedyPart which) {
    return name_at(first_remedy(lease) + remedy_parts.size() * remedy.at() +
                   static_cast<std::size_t>(which));
}

NameId name_of(const Lease &lease, RightId right, RightDay which) {
    return name_at(first_right(lease) + right_days.size() * right.at() +
                   static_cast<std::size_t>(which));
}

NameId name_of_sent(const Lease &lease) {
    return name_at(first_right(lease) + right_days.size() * lease.rights.size());
}

NameId name_of_as_of(const Lease &lease) { return name_at(name_of_sent(lease).at() + 1); }

std::optional<NameId> find_name(const Lease &lease, std::string_view text) {
    const auto found = std::find_if(lease.names.begin(), lease.names.end(),
                                    [text](const Name &name) { return name.text == text; });
    if (found == lease.names.end()) {
        return std::nullopt;
    }
    return name_at(static_cast<std::size_t>(found - lease.names.begin()));
}

std::int32_t default_word(Kind kind) {
    switch (kind) {
    case Kind::Counting: // exclude the first day, include the last
    case Kind::MonthsBack:
    case Kind::Measure:
    case Kind::Within:
    case Kind::ExitDay:
    case Kind::Rungs:
    case Kind::Meanwhile:
        return 0;
    case Kind::Day:
    case Kind::Instant:
    case Kind::Count:
    case Kind::Amount:
    case Kind::Truth:
    case Kind::Days:
    case Kind::Unit:
    case Kind::MonthEnd:
    case Kind::Calendar:
    case Kind::Roll:
    case Kind::Interval:
    case Kind::Excess:
    case Kind::Rounding:
    case Kind::Amortisation:
    case Kind::Zone:
        return -1;
    }
    return -1;
}

} // namespace offramp
