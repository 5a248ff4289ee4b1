#include "app/words.hpp"

#include "core/overloaded.hpp"

#include <algorithm>

namespace offramp {

namespace {

std::string label_or(const std::string &label, const std::string &id) {
    return label.empty() ? id : label;
}

} // namespace

std::string name_of_party(const Lease &lease, Role role) {
    const auto party = std::find_if(lease.parties.begin(), lease.parties.end(),
                                    [role](const Party &p) { return p.role == role; });
    if (party != lease.parties.end()) {
        return party->name;
    }
    return role == Role::Tenant ? "the tenant" : "the landlord";
}

std::string name_of_holder(const Lease &lease, Holder holder) {
    switch (holder) {
    case Holder::Tenant:
        return name_of_party(lease, Role::Tenant);
    case Holder::Landlord:
        return name_of_party(lease, Role::Landlord);
    case Holder::Either:
        return "either side";
    }
    return {};
}

std::string name_of_tranche(const Tranche &tranche) { return label_or(tranche.label, tranche.id); }

std::string name_of_day(const Lease &lease, NameId name) {
    if (name == term_first_day) {
        return "first day of the term";
    }
    if (name == term_last_day) {
        return "last day of the term";
    }
    const Name &named = get(lease.names, name);
    return std::visit(Overloaded{[&](const DayOfRule &) {
                                     for (const Tranche &tranche : lease.tranches) {
                                         if (named.text == tranche.id + ".due") {
                                             return name_of_tranche(tranche) + " due";
                                         }
                                     }
                                     for (const KeyDate &date : lease.dates) {
                                         if (named.text == date.id) {
                                             return label_or(date.label, date.id);
                                         }
                                     }
                                     return named.text;
                                 },
                                 [&](const DayOfDelivery &day) {
                                     return name_of_tranche(get(lease.tranches, day.tranche)) +
                                            " delivered";
                                 },
                                 [&](const DayOfEvent &day) {
                                     const Event &event = get(lease.events, day.event);
                                     return label_or(event.label, event.id);
                                 },
                                 [&](const DayOfRight &day) {
                                     const Right &right = get(lease.rights, day.right);
                                     const std::string label = label_or(right.label, right.id);
                                     switch (day.which) {
                                     case RightDay::Opens:
                                     case RightDay::FirstDay:
                                         return label + ": first day for notice";
                                     case RightDay::LastDay:
                                         return label + ": last day for notice";
                                     case RightDay::GraceLastDay:
                                         return label + ": last day of grace";
                                     case RightDay::Notice:
                                         return label + ": notice";
                                     case RightDay::Effect:
                                         return label + ": the lease ends";
                                     }
                                     return named.text;
                                 }},
                      named.day);
}

std::string phrase_of(Status status) {
    switch (status) {
    case Status::NotDue:
        return "not open yet";
    case Status::Grace:
        return "late, in grace";
    case Status::Credit:
        return "late, credits only";
    case Status::LockedPrecondition:
        return "waits for a precondition";
    case Status::Exercisable:
        return "may be used now";
    case Status::NoticePending:
        return "notice is running";
    case Status::Suspended:
        return "notice given, last chance to deliver";
    case Status::Voided:
        return "notice undone by delivery";
    case Status::Terminated:
        return "the lease has ended";
    case Status::Lapsed:
        return "lapsed unused";
    case Status::Extinguished:
        return "ended by delivery";
    case Status::AutoTerminated:
        return "ended by itself";
    }
    return {};
}

std::string phrase_of(Wording wording) {
    switch (wording) {
    case Wording::Quotation:
        return "Quotation";
    case Wording::Paraphrase:
        return "Paraphrase";
    case Wording::Derived:
        return "Derived here";
    }
    return {};
}

} // namespace offramp
