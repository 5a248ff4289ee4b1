#include "core/lease.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

constexpr std::array<std::string_view, 6> right_day_names = {
    "opens", "first_day", "last_day", "grace_last_day", "notice", "effect"};

constexpr std::size_t names_of_term = 2;
constexpr std::size_t names_of_tranche = 2;

NameId name_at(std::size_t index) { return NameId{static_cast<std::int32_t>(index)}; }

} // namespace

std::vector<Name> make_names(const Lease &lease) {
    std::vector<Name> names;
    names.push_back({"term.first_day", DayOfRule{lease.term.first_day}});
    names.push_back({"term.last_day", DayOfRule{lease.term.last_day}});
    for (std::size_t i = 0; i < lease.tranches.size(); ++i) {
        const Tranche &tranche = lease.tranches[i];
        names.push_back({tranche.id + ".due", DayOfRule{tranche.due}});
        names.push_back(
            {tranche.id + ".delivered", DayOfDelivery{TrancheId{static_cast<std::int32_t>(i)}}});
    }
    for (std::size_t i = 0; i < lease.events.size(); ++i) {
        names.push_back({lease.events[i].id, DayOfEvent{EventId{static_cast<std::int32_t>(i)}}});
    }
    for (const KeyDate &date : lease.dates) {
        names.push_back({date.id, DayOfRule{date.rule}});
    }
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        for (std::size_t which = 0; which < right_day_names.size(); ++which) {
            names.push_back(
                {lease.rights[i].id + "." + std::string{right_day_names[which]},
                 DayOfRight{RightId{static_cast<std::int32_t>(i)}, static_cast<RightDay>(which)}});
        }
    }
    return names;
}

NameId name_of_due(const Lease &, TrancheId tranche) {
    return name_at(names_of_term + names_of_tranche * tranche.at());
}

NameId name_of_delivery(const Lease &, TrancheId tranche) {
    return name_at(names_of_term + names_of_tranche * tranche.at() + 1);
}

NameId name_of_key_date(const Lease &lease, std::size_t index) {
    return name_at(names_of_term + names_of_tranche * lease.tranches.size() + lease.events.size() +
                   index);
}

NameId first_name_of_rights(const Lease &lease) {
    return name_of_key_date(lease, lease.dates.size());
}

NameId name_of(const Lease &lease, RightId right, RightDay which) {
    return name_at(first_name_of_rights(lease).at() + right_day_names.size() * right.at() +
                   static_cast<std::size_t>(which));
}

std::optional<NameId> find_name(const Lease &lease, std::string_view text) {
    const auto found = std::find_if(lease.names.begin(), lease.names.end(),
                                    [text](const Name &name) { return name.text == text; });
    if (found == lease.names.end()) {
        return std::nullopt;
    }
    return name_at(static_cast<std::size_t>(found - lease.names.begin()));
}

} // namespace offramp
