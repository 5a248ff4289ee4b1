// What no single value of a lease document can show: rules that run in a circle or too deep, and
// totals too large to be exact.
#include "io/readers.hpp"

#include "core/evaluate.hpp"
#include "core/overloaded.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// Walks the rules behind each name. Colours are those of a depth-first search.
class CircleFinder {
  public:
    explicit CircleFinder(const Lease &lease)
        : lease_(lease),
          colours_(lease.names.size(), Colour::White),
          depths_(lease.names.size(), 0) {}

    /// The names of a circle in order, the first again at the end; empty when there is none.
    const std::vector<NameId> &circle() const { return circle_; }
    int depth() const { return depth_; }

    void search() {
        for (std::size_t i = 0; i < lease_.names.size() && circle_.empty(); ++i) {
            depth_ = std::max(depth_, name(NameId{static_cast<std::int32_t>(i)}));
        }
    }

  private:
    enum class Colour { White, Grey, Black };

    int name(NameId id) {
        if (!circle_.empty() || colours_[id.at()] == Colour::Black) {
            return depths_[id.at()];
        }
        if (colours_[id.at()] == Colour::Grey) {
            circle_.assign(std::find(path_.begin(), path_.end(), id), path_.end());
            circle_.push_back(id);
            return 0;
        }
        colours_[id.at()] = Colour::Grey;
        path_.push_back(id);
        const int depth =
            1 + std::visit(Overloaded{[&](const DayOfRule &source) { return day(source.rule); },
                                      [&](const DayOfDelivery &source) {
                                          return count(get(lease_.tranches, source.tranche).units);
                                      },
                                      [](const DayOfEvent &) { return 0; },
                                      [&](const DayOfRight &source) {
                                          return source.which == RightDay::Notice
                                                     ? 0
                                                     : right(get(lease_.rights, source.right));
                                      }},
                           get(lease_.names, id).day);
        path_.pop_back();
        colours_[id.at()] = Colour::Black;
        return depths_[id.at()] = depth;
    }

    int right(const Right &right) {
        int depth = name(term_last_day);
        const auto visit_day = [&](DateRuleId id) { depth = std::max(depth, day(id)); };
        std::visit(Overloaded{[&](const Missed &form) {
                                  visit_day(form.what);
                                  visit_day(form.by);
                              },
                              [&](const AfterDay &form) { visit_day(form.day); },
                              [&](const OnDay &form) { visit_day(form.day); }},
                   right.trigger);
        for (const auto &rule :
             {right.grace, right.window_first, right.window_last, right.effect, right.ends_when}) {
            if (rule) {
                visit_day(*rule);
            }
        }
        for (const DateRuleId rule : right.preconditions) {
            visit_day(rule);
        }
        if (right.last_chance) {
            visit_day(right.last_chance->what);
            visit_day(right.last_chance->by);
        }
        return depth;
    }

    int day(DateRuleId id) {
        const auto deepest = [&](const std::vector<DateRuleId> &of) {
            int depth = 0;
            for (const DateRuleId rule : of) {
                depth = std::max(depth, day(rule));
            }
            return depth;
        };
        return 1 + std::visit(Overloaded{[](const FixedDay &) { return 0; },
                                         [&](const NamedDay &form) { return name(form.name); },
                                         [&](const Offset &form) {
                                             return std::max(day(form.from), count(form.count));
                                         },
                                         [&](const Earliest &form) { return deepest(form.of); },
                                         [&](const Latest &form) { return deepest(form.of); },
                                         [&](const ByReading<DateRuleId> &form) {
                                             return deepest(form.options);
                                         },
                                         [](const UnknownDay &) { return 0; }},
                              get(lease_.date_rules, id).form);
    }

    int count(CountRuleId id) {
        return std::visit(Overloaded{[](const FixedCount &) { return 0; },
                                     [&](const DeliveredUnits &form) { return day(form.by); },
                                     [&](const CommittedUnits &form) {
                                         return count(get(lease_.tranches, form.tranche).units);
                                     },
                                     [&](const WholeMonths &form) {
                                         return std::max(day(form.from), day(form.to));
                                     },
                                     [&](const CountDifference &form) {
                                         return std::max(count(form.whole), count(form.less));
                                     },
                                     [&](const ByReading<CountRuleId> &form) {
                                         int depth = 0;
                                         for (const CountRuleId option : form.options) {
                                             depth = std::max(depth, count(option));
                                         }
                                         return depth;
                                     },
                                     [](const UnknownCount &) { return 0; }},
                          get(lease_.count_rules, id).form);
    }

    const Lease &lease_;
    std::vector<Colour> colours_;
    std::vector<int> depths_;
    std::vector<NameId> path_;
    std::vector<NameId> circle_;
    int depth_ = 0;
};

/// The element of the document that declares a name: `/dates/2` for the third key date.
Cursor declaration_of(const Cursor &root, const std::string &name) {
    const std::string id = name.substr(0, name.find('.'));
    for (const char *key : {"tranches", "events", "dates", "rights"}) {
        const auto list = root.find(key);
        for (const Cursor &element : list ? list->members() : std::vector<Cursor>{}) {
            const auto own = element.find("id");
            if (own && own->raw() == id) {
                return element;
            }
        }
    }
    return root.find("term").value_or(root);
}

void check_totals(const Lease &lease, const Cursor &root) {
    const LeaseState state = evaluate(lease, on_time_scenario(lease), lease.information_day);
    bool all_bounded = true;
    for (std::size_t i = 0; i < state.fees.size(); ++i) {
        const FeeState &fee = state.fees[i];
        const bool has_bounds = fee.per_month.value.most.is_bounded() &&
                                fee.from.value.least.is_day() && fee.to.value.most.is_day();
        if (has_bounds && !fee.total.value.most.is_bounded()) {
            root.find("fees")->elements()[i].error(
                "total_too_large", "Over its whole term this fee comes to more than can be "
                                   "counted exactly (9.2 * 10^18 minor units).");
        }
        all_bounded = all_bounded && fee.total.value.most.is_bounded();
    }
    if (all_bounded && !state.money.headline.value.most.is_bounded()) {
        root.find("fees")->error("total_too_large",
                                 "Together these fees come to more than can be counted exactly "
                                 "(9.2 * 10^18 minor units).");
    }
}

} // namespace

void check_lease(const Lease &lease, const Cursor &root) {
    CircleFinder finder{lease};
    finder.search();
    if (!finder.circle().empty()) {
        std::string path;
        for (const NameId id : finder.circle()) {
            path += (path.empty() ? "" : " → ") + get(lease.names, id).text;
        }
        declaration_of(root, get(lease.names, finder.circle().front()).text)
            .error("circular_rule",
                   "These days are each other's reason, so that none can be found: " + path +
                       ". Break the circle.");
        return;
    }
    if (max_rule_depth < finder.depth()) {
        root.error("rules_too_deep", "Rules may rest on each other " +
                                         std::to_string(max_rule_depth) + " deep; here they go " +
                                         std::to_string(finder.depth()) + " deep.");
        return;
    }
    check_totals(lease, root);
}

} // namespace offramp
