// What the things of a lease are called: parties, holders, days, statuses.
#pragma once

#include "core/evaluate/lease_state.hpp"
#include "core/lease/scenario.hpp"

#include <string>
#include <string_view>

namespace offramp {

/// What a right, an event, a delay or a key date is called: its label, or its id without one.
template <typename T>
const std::string &label_or_id(const T &one) {
    return one.label.empty() ? one.id : one.label;
}
/// "Google", or "the tenant" when the lease names nobody.
std::string name_of_party(const Lease &lease, Role role);
/// "Google", "SpaceX" or "either side".
std::string name_of_holder(const Lease &lease, Holder holder);
/// "GPUs delivered", "late delivery: notice".
std::string name_of_day(const Lease &lease, NameId name);
/// "exercisable" as a reader says it: "may be used".
std::string phrase_of(Status status);
/// "Paraphrase", "Quotation", "Derived here".
std::string phrase_of(Wording wording);
/// "business day".
std::string_view name_of_unit(Unit unit);
/// "GPUs", or the tranche's id.
std::string name_of_tranche(const Tranche &tranche);
/// In a sentence: "the GPUs", "the first hall", "phase 2".
std::string things_of(const Tranche &tranche);
/// Whether a sentence says "are" of it.
bool is_plural(const Tranche &tranche);
std::string name_of_remedy(const Remedy &remedy);
/// "+$29,677,419.35"; empty when nothing changes, or when it is not known what does.
std::string signed_money(const Amount &from, const Amount &to, std::string_view currency);

} // namespace offramp
