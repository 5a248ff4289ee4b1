// What no single value of a lease document can show: rules that run in a circle or too deep, totals
// too large to be exact, and days and numbers that contradict each other.
#include "core/ask/published.hpp"
#include "io/lease/readers.hpp"

#include "core/evaluate/evaluate.hpp"

#include <algorithm>
#include <optional>

namespace offramp {

namespace {

/// Walks the rules behind each name. Colours are those of a depth-first search; depths are
/// remembered, so that what many rules share is walked once.
class CircleFinder {
  public:
    explicit CircleFinder(const Lease &lease)
        : lease_(lease),
          colours_(lease.names.size(), Colour::White),
          name_depths_(lease.names.size(), 0),
          rule_depths_(lease.rules.size(), unvisited) {}

    /// The names of a circle in order, the first again at the end; empty when there is none.
    const std::vector<NameId> &circle() const { return circle_; }
    int depth() const { return depth_; }
    /// The first name that goes deeper than rules may; none where only a rule without one does.
    const std::optional<NameId> &too_deep() const { return too_deep_; }

    void search() {
        for (std::size_t i = 0; i < lease_.names.size() && circle_.empty(); ++i) {
            depth_ = std::max(depth_, name(NameId{static_cast<std::int32_t>(i)}));
        }
        for (std::size_t i = 0; i < lease_.rules.size() && circle_.empty(); ++i) {
            depth_ = std::max(depth_, rule(RuleId{static_cast<std::int32_t>(i)}));
        }
    }

  private:
    enum class Colour { White, Grey, Black };
    static constexpr int unvisited = -1;

    int name(NameId id) {
        if (!circle_.empty() || colours_[id.at()] == Colour::Black) {
            return name_depths_[id.at()];
        }
        if (colours_[id.at()] == Colour::Grey) {
            circle_.assign(std::find(path_.begin(), path_.end(), id), path_.end());
            circle_.push_back(id);
            return 0;
        }
        colours_[id.at()] = Colour::Grey;
        path_.push_back(id);
        const int depth = 1 + behind(get(lease_.names, id));
        path_.pop_back();
        colours_[id.at()] = Colour::Black;
        if (max_rule_depth < depth && !too_deep_) {
            too_deep_ = id;
        }
        return name_depths_[id.at()] = depth;
    }

    int behind(const Name &named) {
        const auto index = static_cast<std::size_t>(named.index);
        switch (named.source) {
        case NameSource::Rule:
            return rule(RuleId{named.index});
        case NameSource::Delivery:
            return name(name_of_committed(TrancheId{named.index}));
        case NameSource::RightDay:
            return right_day(lease_.rights[index], static_cast<RightDay>(named.part));
        case NameSource::RemedyPart:
            return remedy(lease_.remedies[index]);
        case NameSource::Event:
        case NameSource::Unknown:
        case NameSource::Delay:
        case NameSource::Sent:
        case NameSource::AsOf:
            return 0;
        }
        return 0;
    }

    int deepest(std::initializer_list<RuleId> of) {
        int depth = 0;
        for (const RuleId id : of) {
            depth = is_given(id) ? std::max(depth, rule(id)) : depth;
        }
        return depth;
    }

    /// As `evaluate` asks: the day of notice rests on nothing, its effect on one rule, and the
    /// window on neither. The first day for notice and that of grace rest on no last day.
    int right_day(const Right &right, RightDay which) {
        if (which == RightDay::Notice) {
            return 0;
        }
        if (which == RightDay::Effect) {
            return deepest({right.effect});
        }
        int depth =
            deepest({right.trigger.what, right.trigger.day, right.grace, right.window_first});
        for (const RuleId id : right.preconditions) {
            depth = std::max(depth, rule(id));
        }
        if (which == RightDay::Opens || which == RightDay::GraceLastDay) {
            return depth;
        }
        depth = std::max({depth, name(term_last_day),
                          deepest({right.condition, right.window_last, right.ends_when})});
        return right.remedy ? std::max(depth, remedy(get(lease_.remedies, *right.remedy))) : depth;
    }

    int fee(const Fee &fee) { return deepest({fee.from, fee.to, fee.amount}); }

    int remedy(const Remedy &remedy) {
        int depth = own_rules(remedy);
        if (remedy.shared_cap) {
            const Cap &cap = get(lease_.caps, *remedy.shared_cap);
            depth = std::max(depth, rule(cap.amount));
            for (const RemedyId before : cap.remedies) {
                if (&get(lease_.remedies, before) == &remedy) {
                    break;
                }
                depth = std::max(depth, own_rules(get(lease_.remedies, before)));
            }
        }
        return depth;
    }

    int own_rules(const Remedy &remedy) {
        int depth =
            deepest({remedy.from, remedy.to, remedy.cap, remedy.cap_days, remedy.credited_from});
        for (const Rung &rung : remedy.rungs) {
            depth = std::max(depth, deepest({rung.after, rung.per_day, rung.times, rung.over}));
        }
        return remedy.fee ? std::max(depth, fee(get(lease_.fees, *remedy.fee))) : depth;
    }

    int rule(RuleId id) {
        if (rule_depths_[id.at()] != unvisited || !circle_.empty()) {
            return std::max(rule_depths_[id.at()], 0);
        }
        const Rule &rule = get(lease_.rules, id);
        int depth = 0;
        if (rule.form == Form::Named) {
            depth = name(NameId{static_cast<std::int32_t>(rule.value)});
        } else if (rule.form == Form::FeeBetween) {
            fee_path_.push_back(rule.value);
            const bool is_circular = std::count(fee_path_.begin(), fee_path_.end(), rule.value) > 1;
            depth = is_circular ? max_rule_depth
                                : fee(lease_.fees[static_cast<std::size_t>(rule.value)]);
            fee_path_.pop_back();
        }
        for (std::int32_t place = 0; place < rule.child_count; ++place) {
            const RuleId next = child(lease_, rule, place);
            depth = is_given(next) ? std::max(depth, this->rule(next)) : depth;
        }
        return rule_depths_[id.at()] = depth + 1;
    }

    const Lease &lease_;
    std::vector<Colour> colours_;
    std::vector<int> name_depths_;
    std::vector<int> rule_depths_;
    std::vector<NameId> path_;
    std::vector<std::int64_t> fee_path_; ///< fees have no names: a circle of them is "too deep"
    std::vector<NameId> circle_;
    int depth_ = 0;
    std::optional<NameId> too_deep_;
};

/// The element of the document that declares a name: `/dates/2` for the third key date.
Cursor declaration_of(const Cursor &root, const std::string &name) {
    const std::string id = name.substr(0, name.find('.'));
    for (const char *key : {"tranches", "events", "dates", "moments", "counts", "amounts",
                            "conditions", "remedies", "rights"}) {
        const auto list = root.find(key);
        for (const Cursor &element : list ? list->members() : Cursors{}) {
            const auto own = element.find("id");
            if (own && own->raw() == id) {
                return element;
            }
        }
    }
    return root.find("term").value_or(root);
}

void check_totals(const Lease &lease, const LeaseState &blank, const Cursor &root) {
    const LeaseState state =
        evaluate(lease, on_time_scenario(lease, blank), lease.information_day, UpTo::Fees);
    bool all_bounded = true;
    Amount sum = exactly(Money::zero());
    for (std::size_t i = 0; i < state.fees.size(); ++i) {
        const FeeState &fee = state.fees[i];
        const bool has_bounds = fee.amount.value.most.is_bounded() &&
                                fee.from.value.least.is_day() && fee.to.value.most.is_day();
        if (has_bounds && !fee.total.value.most.is_bounded()) {
            root.find("fees")->elements()[i].error(
                "total_too_large", "Over its whole term this fee comes to more than can be "
                                   "counted exactly (9.2 * 10^18 minor units).");
        }
        all_bounded = all_bounded && fee.total.value.most.is_bounded();
        sum = sum + fee.total.value;
    }
    if (all_bounded && !sum.most.is_bounded()) {
        root.find("fees")->error("total_too_large",
                                 "Together these fees come to more than can be counted exactly "
                                 "(9.2 * 10^18 minor units).");
    }
}

/// Whether the first day is later than the second, whatever is not known of them. A day that does
/// not come is not late: most wait for a delivery or an event.
bool is_later(const When &a, const When &b) { return a.least.is_day() && less(b, a) == Truth::Yes; }

std::string days_of(const When &a, const When &b) {
    return to_iso(a.least) + " and " + to_iso(b.least);
}

void check_days(const Lease &lease, const LeaseState &state, const Cursor &root) {
    const When term_first = day_named(state, term_first_day).value;
    const When term_last = day_named(state, term_last_day).value;
    if (is_later(term_first, term_last)) {
        root.find("term")->error("empty_term", "The term ends before it begins: " +
                                                   days_of(term_first, term_last) + ".");
    }
    for (std::size_t i = 0; i < lease.tranches.size(); ++i) {
        const TrancheId id{static_cast<std::int32_t>(i)};
        const When due = day_named(state, name_of_due(id)).value;
        if (is_later(due, term_last)) {
            element(root, "tranches", i)
                .warning("due_after_term", "This tranche is due after the term ends: " +
                                               days_of(due, term_last) + ".");
        }
    }
}

/// What a right says of its own days, each read by itself.
void check_rights(const Lease &lease, const Cursor &root) {
    const Scenario blank = blank_scenario(lease);
    LeaseState memory;
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        const Right &right = lease.rights[i];
        const auto in_order = [&](RuleId first, RuleId second, const char *code,
                                  const std::string &message) {
            if (!is_given(first) || !is_given(second)) {
                return;
            }
            const When a = when_of(evaluate_rule(lease, blank, first, memory));
            const When b = when_of(evaluate_rule(lease, blank, second, memory));
            if (b.most.is_day() && is_later(a, b)) {
                element(root, "rights", i).warning(code, message + days_of(a, b) + ".");
            }
        };
        if (right.trigger.kind == TriggerKind::Missed) {
            in_order(right.trigger.day, right.grace, "due_after_grace",
                     "What is awaited would be due after its grace has ended: ");
            in_order(right.trigger.day, right.window_last, "due_after_window",
                     "What is awaited would be due after the window has closed: ");
        }
        in_order(right.window_first, right.window_last, "empty_window",
                 "The window would close before it opens: ");
    }
}

void check_units(const Lease &lease, const LeaseState &state, const Cursor &root) {
    if (!lease.total_units) {
        return;
    }
    Count sum = exactly(std::int64_t{0});
    for (std::size_t i = 0; i < lease.tranches.size(); ++i) {
        const Count units = committed(state, TrancheId{static_cast<std::int32_t>(i)}).value;
        sum = {sum.least + units.least, sum.most + units.most};
    }
    if (*lease.total_units < sum.least || sum.most < *lease.total_units) {
        root.find("total_units")
            ->error("units_do_not_add_up", "The tranches come to " + std::to_string(sum.least) +
                                               " units, the total is " +
                                               std::to_string(*lease.total_units) + ".");
    }
}

void check_fees(const Lease &lease, const LeaseState &state, const Cursor &root) {
    for (std::size_t i = 0; i < lease.fees.size(); ++i) {
        for (std::size_t j = i + 1; j < lease.fees.size(); ++j) {
            const Fee &a = lease.fees[i];
            const Fee &b = lease.fees[j];
            const FeeState &one = state.fees[i];
            const FeeState &other = state.fees[j];
            if (a.series.empty() || a.series != b.series || a.tranche != b.tranche) {
                continue;
            }
            const When from = larger(one.from.value, other.from.value);
            const When to = smaller(one.to.value, other.to.value);
            if (at_most(from, to) == Truth::Yes && happens(from) == Truth::Yes) {
                element(root, "fees", j)
                    .error("overlapping_fees", "The segments \"" + a.id + "\" and \"" + b.id +
                                                   "\" of one series overlap from " +
                                                   to_iso(from.least) + " to " + to_iso(to.least) +
                                                   ".");
            }
        }
    }
}

/// A choice that changes nothing misleads whoever is offered it.
void check_unused(const Lease &lease, const Cursor &root) {
    std::vector<std::uint8_t> readings(lease.readings.size());
    std::vector<std::uint8_t> unknowns(lease.unknowns.size());
    for (const Rule &rule : lease.rules) {
        const auto value = static_cast<std::size_t>(rule.value);
        if (rule.form == Form::ByReading) {
            readings[value] = 1;
        } else if (rule.form == Form::Unknown) {
            unknowns[value] = 1;
        } else if (rule.form == Form::Named) {
            const Name &name = lease.names[value];
            if (name.source == NameSource::Unknown) {
                unknowns[static_cast<std::size_t>(name.index)] = 1;
            }
        }
    }
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (readings[i] == 0) {
            element(root, "readings", i)
                .warning("unused_reading", "No rule uses the reading \"" + lease.readings[i].id +
                                               "\"; it would change nothing.");
        }
    }
    std::size_t inputs = 0;
    std::size_t gaps = 0;
    for (std::size_t i = 0; i < unknowns.size(); ++i) {
        const Unknown &unknown = lease.unknowns[i];
        const std::size_t place = unknown.is_input ? inputs++ : gaps++;
        if (unknowns[i] == 0) {
            element(root, unknown.is_input ? "inputs" : "unknowns", place)
                .warning("unused_unknown", "No rule uses \"" + unknown.id + "\".");
        }
    }
}

} // namespace

void check_rules(const Lease &lease, const Cursor &root) {
    if (max_rules < lease.rules.size()) {
        root.error("too_many_rules", "A lease has at most " + std::to_string(max_rules) +
                                         " rules; here there are " +
                                         std::to_string(lease.rules.size()) + ".");
        return;
    }
    CircleFinder finder{lease};
    finder.search();
    if (!finder.circle().empty()) {
        std::string path;
        for (const NameId id : finder.circle()) {
            path += (path.empty() ? "" : " → ") + get(lease.names, id).text;
        }
        declaration_of(root, get(lease.names, finder.circle().front()).text)
            .error("circular_rule", "These are each other's reason, so that none can be found: " +
                                        path + ". Break the circle.");
        return;
    }
    if (max_rule_depth < finder.depth()) {
        const std::string name =
            finder.too_deep() ? get(lease.names, *finder.too_deep()).text : std::string{};
        (name.empty() ? root : declaration_of(root, name))
            .error(
                "rules_too_deep",
                "Rules may rest on each other " + std::to_string(max_rule_depth) + " deep; " +
                    (name.empty() ? "here" : "\"" + name + "\" is the first that is deeper, and") +
                    " they go " + std::to_string(finder.depth()) +
                    " deep. Say in fewer steps what it rests on.");
    }
}

void check_values(const Lease &lease, const LeaseState &blank, const Cursor &root) {
    check_days(lease, blank, root);
    check_rights(lease, root);
    check_units(lease, blank, root);
    check_fees(lease, blank, root);
    check_unused(lease, root);
    check_view(lease, root);
    check_totals(lease, blank, root);
}

} // namespace offramp
