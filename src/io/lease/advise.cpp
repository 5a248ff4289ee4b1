#include "core/ask/published.hpp"
#include "core/evaluate/evaluate.hpp"
#include "io/lease/readers.hpp"

namespace offramp {

namespace {

void advise_on_rights(const Lease &lease, const Cursor &root) {
    const Scenario blank = blank_scenario(lease);
    const When day = exactly(lease.information_day);
    LeaseState memory;
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        const Right &right = lease.rights[i];
        if (!right.clause) {
            element(root, "rights", i).warning("no_clause", "This right names no clause.");
        }
        const RightId id{static_cast<std::int32_t>(i)};
        if (outcome_of(lease, blank, id, day, memory).effect.most < day.least) {
            element(root, "rights", i)
                .warning("effect_before_notice", "Its notice takes effect before it is given.");
        }
    }
}

void advise_on_clauses(const Lease &lease, const Cursor &root) {
    for (std::size_t i = 0; i < lease.clauses.size(); ++i) {
        if (lease.clauses[i].wording != Wording::Derived && lease.clauses[i].sources.empty()) {
            element(root, "clauses", i).warning("no_source", "Such words need a source.");
        }
    }
}

void advise_on_reports(const Lease &lease, const LeaseState &blank, const Cursor &root) {
    std::vector<std::int64_t> units(lease.tranches.size());
    for (std::size_t i = 0; i < lease.reported.size(); ++i) {
        const ReportedDelivery &one = lease.reported[i];
        const Count owed = committed(blank, one.tranche).value;
        std::int64_t &sum = units[one.tranche.at()];
        sum += one.units.value_or(owed).least;
        if (owed.most < sum) {
            element(root, "reported", i)
                .warning("more_than_owed", "More is delivered than is owed.");
        }
    }
}

} // namespace

void advise(const Lease &lease, const LeaseState &blank, const Cursor &root) {
    advise_on_rights(lease, root);
    advise_on_clauses(lease, root);
    advise_on_reports(lease, blank, root);
    if (lease.presentation.handle) {
        const Name &name = get(lease.names, *lease.presentation.handle);
        const bool is_supposed = name.source == NameSource::Delivery ||
                                 name.source == NameSource::Event ||
                                 name.source == NameSource::Unknown ||
                                 (name.source == NameSource::RightDay &&
                                  static_cast<RightDay>(name.part) == RightDay::Notice);
        if (!is_supposed) {
            root.find("presentation")
                ->find("handle")
                ->warning("fixed_handle", "Nobody can drag this day.");
        }
    }
}

} // namespace offramp
