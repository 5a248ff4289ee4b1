// What is remembered of a question that supposes a notice, while it is asked.
//
// Example: is an exit on 1 January 2027 free? The exit fee is asked for as if notice were given on
// that day. A name that it rests on is evaluated once for that day, however often it is used, and
// once more where the fee is asked for 2 January; but only once for all days if it does not rest on
// the day of notice.
#include "core/evaluate/evaluation.hpp"

#include <algorithm>
#include <utility>

namespace offramp {

/// The memory of a question that assumes this; of what is assumed for none, it holds for all.
Evaluation::Memory &Evaluation::memory(const Assumption &assumed) {
    const auto day_of = [](const std::optional<Dated> &day) {
        return day ? std::optional{day->value} : std::nullopt;
    };
    const auto is_same = [&](const Memory &one) {
        return one.assumed.right == assumed.right &&
               day_of(one.assumed.notice) == day_of(assumed.notice) &&
               day_of(one.assumed.sent) == day_of(assumed.sent);
    };
    const auto found = std::find_if(memories_.rbegin(), memories_.rend(), is_same);
    if (found != memories_.rend()) {
        return *found;
    }
    memories_.push_back({assumed, {}, {}});
    return memories_.back();
}

/// What was found before, or is found now: under what is assumed, or whatever is assumed.
template <typename Id, typename Found, typename Find>
Found Evaluation::remembered(Remembered<Id, Found> Memory::*kind, Id id, Find find) {
    if (const Found *const known = (memory({}).*kind).find(id)) {
        return *known;
    }
    if (const Found *const known = (memory(assumed_).*kind).find(id)) {
        rests_on_assumption_ = true;
        return *known;
    }
    const bool rested = std::exchange(rests_on_assumption_, false);
    const Found found = find();
    (memory(rests_on_assumption_ ? assumed_ : Assumption{}).*kind).keep(id, found);
    rests_on_assumption_ = rests_on_assumption_ || rested;
    return found;
}

/// A name where a notice is assumed. What the scenario holds is found as fast as remembered.
Evaluated Evaluation::named_if(NameId id) {
    const Name &name = get(lease_.names, id);
    const bool rests_on_others =
        name.source == NameSource::Rule || (name.source == NameSource::RightDay &&
                                            static_cast<RightDay>(name.part) == RightDay::Effect);
    return rests_on_others ? remembered(&Memory::names, id, [&] { return named_afresh(id); })
                           : named_afresh(id);
}

Evaluation::FeeTerms Evaluation::remembered_terms_of(FeeId id) {
    return remembered(&Memory::fees, id, [&] { return terms_of(id); });
}

} // namespace offramp
