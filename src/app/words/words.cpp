#include "app/words/words.hpp"

#include "app/words/text.hpp"

#include <algorithm>
#include <array>

namespace offramp {

namespace {

/// The noun that a name is about: "halls" of "other halls of phase 2".
std::string_view head_of(std::string_view name) {
    for (const char *preposition : {" of ", " at ", " in "}) {
        name = name.substr(0, name.find(preposition));
    }
    return name.substr(name.find_last_of(' ') + 1);
}

} // namespace

std::string name_of_party(const Lease &lease, Role role) {
    const auto party = std::find_if(lease.parties.begin(), lease.parties.end(),
                                    [role](const Party &p) { return p.role == role; });
    if (party != lease.parties.end()) {
        return party->name;
    }
    return role == Role::Tenant     ? "the tenant"
           : role == Role::Landlord ? "the landlord"
                                    : "a third party";
}

std::string name_of_holder(const Lease &lease, Holder holder) {
    switch (holder) {
    case Holder::Tenant:
        return name_of_party(lease, Role::Tenant);
    case Holder::Landlord:
        return name_of_party(lease, Role::Landlord);
    case Holder::Either:
        return "either side";
    case Holder::ThirdParty:
        return name_of_party(lease, Role::Other);
    case Holder::Unknown:
        return "an undisclosed party";
    }
    return {};
}

std::string_view name_of_unit(Unit unit) {
    constexpr std::array<std::string_view, 8> names = {
        "day", "business day", "week", "month", "full calendar month", "year", "hour", "minute"};
    return names[static_cast<std::size_t>(unit)];
}

std::string name_of_tranche(const Tranche &tranche) { return label_or_id(tranche); }

bool is_plural(const Tranche &tranche) {
    const std::string name = name_of_tranche(tranche);
    const std::string_view head = head_of(name);
    const std::string units = plural(tranche.unit);
    const auto is_same = [](char a, char b) { return (a | 32) == (b | 32); }; // in either case
    // "Colossus" is one, "GPUs" are many.
    return (units != tranche.unit &&
            std::equal(head.begin(), head.end(), units.begin(), units.end(), is_same)) ||
           (head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us"));
}

std::string things_of(const Tranche &tranche) {
    std::string name = name_of_tranche(tranche);
    if (name.starts_with("The ")) {
        name.front() = 't';
    }
    // "Phase A", "phase 1" and "CB-1" are names by themselves.
    const char first = name.empty() ? ' ' : name.front();
    const std::string_view head = head_of(name);
    const bool is_numbered =
        !head.empty() && (head.size() == 1 || ('0' <= head.back() && head.back() <= '9'));
    const bool is_name = !is_plural(tranche) && (('A' <= first && first <= 'Z') || is_numbered);
    return is_name || name.starts_with("the ") ? name : "the " + name;
}

std::string name_of_remedy(const Remedy &remedy) { return label_or_id(remedy); }

std::string name_of_day(const Lease &lease, NameId name) {
    if (name == term_first_day) {
        return "first day of the term";
    }
    if (name == term_last_day) {
        return "last day of the term";
    }
    const Name &named = get(lease.names, name);
    const auto index = static_cast<std::size_t>(named.index);
    switch (named.source) {
    case NameSource::Rule:
        for (const Tranche &tranche : lease.tranches) {
            if (named.index == tranche.due.index) {
                return name_of_tranche(tranche) + " due";
            }
            if (named.index == tranche.units.index) {
                return name_of_tranche(tranche) + " owed";
            }
        }
        for (const auto *keys :
             {&lease.dates, &lease.moments, &lease.counts, &lease.amounts, &lease.conditions}) {
            for (const KeyValue &key : *keys) {
                if (named.index == key.rule.index) {
                    return label_or_id(key);
                }
            }
        }
        return named.text;
    case NameSource::Delivery:
        return name_of_tranche(lease.tranches[index]) + " delivered";
    case NameSource::Event:
        return label_or_id(lease.events[index]);
    case NameSource::Unknown:
        return lease.unknowns[index].question.empty() ? lease.unknowns[index].id
                                                      : lease.unknowns[index].question;
    case NameSource::Delay:
        return label_or_id(lease.delays[index]);
    case NameSource::RemedyPart:
        return name_of_remedy(lease.remedies[index]);
    case NameSource::Sent:
        return "day on which the notice is sent";
    case NameSource::AsOf:
        return "day seen from";
    case NameSource::RightDay:
        break;
    }
    const std::string label = label_or_id(lease.rights[index]);
    switch (static_cast<RightDay>(named.part)) {
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

std::string signed_money(const Amount &from, const Amount &to, std::string_view currency) {
    if (!from.known() || !to.known() || from == to) {
        return {};
    }
    const Money change = to.least - from.least;
    return (Money::zero() < change ? "+" : "") + exact_money(change, currency);
}

} // namespace offramp
