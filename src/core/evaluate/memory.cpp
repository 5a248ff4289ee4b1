// What is remembered of a question that supposes a notice, while it is asked.
//
// Example: is an exit on 1 January 2027 free? The exit fee is asked for as if notice were given on
// that day. A name that it rests on is evaluated once for that day, however often it is used, and
// once more where the fee is asked for 2 January.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>

namespace offramp {

/// The memory of the question that is asked.
Evaluation::Memory &Evaluation::memory() {
    const auto day_of = [](const std::optional<Dated> &day) {
        return day ? std::optional{day->value} : std::nullopt;
    };
    const auto is_same = [&](const Memory &one) {
        return one.assumed.right == assumed_.right &&
               day_of(one.assumed.notice) == day_of(assumed_.notice) &&
               day_of(one.assumed.sent) == day_of(assumed_.sent);
    };
    const auto found = std::find_if(memories_.rbegin(), memories_.rend(), is_same);
    if (found != memories_.rend()) {
        return *found;
    }
    memories_.push_back({assumed_, {}, {}});
    return memories_.back();
}

/// A name where a notice is assumed. What the scenario holds is found as fast as remembered.
Evaluated Evaluation::named_if(NameId id) {
    const Name &name = get(lease_.names, id);
    const bool rests_on_others =
        name.source == NameSource::Rule || (name.source == NameSource::RightDay &&
                                            static_cast<RightDay>(name.part) == RightDay::Effect);
    if (!rests_on_others) {
        return named_afresh(id);
    }
    if (const Evaluated *const known = memory().names.find(id)) {
        return *known;
    }
    const Evaluated fresh = named_afresh(id);
    return memory().names.keep(id, fresh);
}

Evaluation::FeeTerms Evaluation::remembered_terms_of(FeeId id) {
    if (const FeeTerms *const known = memory().fees.find(id)) {
        return *known;
    }
    const FeeTerms fresh = terms_of(id);
    return memory().fees.keep(id, fresh);
}

} // namespace offramp
