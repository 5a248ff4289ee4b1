// The day seen from may stand in what is only told of a lease: the credits so far, the months left.
// What anybody may do on a day does not depend on the day on which a reader looks.
#include "io/lease/readers.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// For each rule, whether it rests on the day seen from.
std::vector<std::uint8_t> resting_on_view(const Lease &lease) {
    std::vector<std::uint8_t> rests(lease.rules.size(), 0);
    const auto is_marked = [&](RuleId id) { return is_given(id) && rests[id.at()] != 0; };
    const auto is_resting = [&](const Rule &rule) {
        if (rule.form == Form::Named) {
            const Name &name = get(lease.names, NameId{static_cast<std::int32_t>(rule.value)});
            return name.source == NameSource::AsOf ||
                   (name.source == NameSource::Rule && is_marked(RuleId{name.index}));
        }
        for (std::int32_t place = 0; place < rule.child_count; ++place) {
            if (is_marked(child(lease, rule, place))) {
                return true;
            }
        }
        return false;
    };
    // Each round reaches one name further; no chain of names is longer than rules are deep.
    bool is_news = true;
    while (is_news) {
        is_news = false;
        for (std::size_t i = 0; i < lease.rules.size(); ++i) {
            if (rests[i] == 0 && is_resting(lease.rules[i])) {
                rests[i] = 1;
                is_news = true;
            }
        }
    }
    return rests;
}

} // namespace

void check_view(const Lease &lease, const Cursor &root) {
    const std::vector<std::uint8_t> rests = resting_on_view(lease);
    const auto check = [&](std::string_view list, std::size_t index,
                           std::initializer_list<RuleId> rules) {
        const bool is_found = std::any_of(rules.begin(), rules.end(), [&](RuleId id) {
            return is_given(id) && rests[id.at()] != 0;
        });
        if (is_found) {
            const Cursor at = list.empty() ? *root.find("term") : element(root, list, index);
            at.error("rests_on_view", "This rests on \"as_of\", the day on which a reader looks. "
                                      "Use it in \"dates\", \"counts\", \"amounts\" and "
                                      "\"conditions\" on which nothing else rests.");
        }
    };
    check("", 0, {lease.term.first_day, lease.term.last_day});
    for (std::size_t i = 0; i < lease.tranches.size(); ++i) {
        check("tranches", i, {lease.tranches[i].units, lease.tranches[i].due});
    }
    for (std::size_t i = 0; i < lease.fees.size(); ++i) {
        const Fee &fee = lease.fees[i];
        check("fees", i, {fee.from, fee.to, fee.amount});
    }
    for (std::size_t i = 0; i < lease.remedies.size(); ++i) {
        const Remedy &one = lease.remedies[i];
        check("remedies", i, {one.from, one.to, one.cap, one.cap_days, one.credited_from});
        for (const Rung &rung : one.rungs) {
            check("remedies", i, {rung.after, rung.per_day, rung.times, rung.over});
        }
    }
    for (std::size_t i = 0; i < lease.caps.size(); ++i) {
        check("caps", i, {lease.caps[i].amount});
    }
    for (std::size_t i = 0; i < lease.channels.size(); ++i) {
        check("channels", i, {lease.channels[i].received});
    }
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        const Right &one = lease.rights[i];
        check("rights", i,
              {one.trigger.what, one.trigger.day, one.condition, one.grace, one.window_first,
               one.window_last, one.effect, one.latest_effect, one.ends_when, one.exit_fee});
        for (const RuleId precondition : one.preconditions) {
            check("rights", i, {precondition});
        }
        if (one.last_chance) {
            check("rights", i, {one.last_chance->what, one.last_chance->by});
        }
    }
}

} // namespace offramp
