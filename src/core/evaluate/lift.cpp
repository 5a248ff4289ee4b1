// From what a function gives at points to what it gives over ranges.
//
// Example: 30 or 31 days after a day from 1 to 3 March are 31 March to 3 April: the result rises
// with both numbers, so that its ends lie at theirs.
#include "core/evaluate/function.hpp"
#include "core/lease/lease.hpp"
#include "core/money/wide.hpp"

#include <algorithm>
#include <cassert>

namespace offramp {

namespace {

/// Days that are looked at one by one where nothing better is known of them.
constexpr std::size_t most_points = 64;

struct Points {
    std::array<std::int64_t, most_points + 2> all;
    std::size_t size = 0;
    void add(std::int64_t point) { all[size++] = point; }
    std::span<const std::int64_t> span() const { return std::span{all}.first(size); }
};

/// One lift. Where a number stands in its form, words counted, is its place.
class Lift {
  public:
    Lift(const Function &function, std::span<const Numbers> children)
        : function_(function), moves_(children_of(function.form)), children_(children) {}

    Numbers run() {
        assert(!children_.empty() && children_.size() <= max_children);
        bool are_known = true;
        bool turns = false;
        for (std::size_t i = 0; i < children_.size(); ++i) {
            const bool is_down = moves(i) == Moves::Down;
            const Numbers &child = children_[i];
            lowering_[i] = is_down ? child.most : child.least;
            raising_[i] = is_down ? child.least : child.most;
            are_known = are_known && child.known();
            turns = turns || moves(i) == Moves::Turns;
        }
        if (are_known) {
            return at(function_, std::span{lowering_}.first(children_.size()));
        }
        if (turns && moves_.has_list && 2 < children_.size()) {
            return fold();
        }
        turn(0);
        return *result_;
    }

  private:
    Moves moves(std::size_t number) const {
        std::int32_t place = 0;
        for (;; ++place) {
            if (moves_of(moves_, place) != Moves::Sets && number-- == 0) {
                return moves_of(moves_, place);
            }
        }
    }

    /// A list of what turns: each element with what the ones before it come to.
    Numbers fold() const {
        Numbers result = children_[0];
        for (const Numbers &next : children_.subspan(1)) {
            const std::array<Numbers, 2> pair = {result, next};
            result = lift(function_, pair);
        }
        return result;
    }

    /// Lets the numbers from one on that turn stand still at each point that matters in turn.
    void turn(std::size_t from) {
        while (from < children_.size() && moves(from) != Moves::Turns) {
            ++from;
        }
        if (from == children_.size()) {
            const auto low = at(function_, std::span{lowering_}.first(from));
            const Numbers both = hull(low, at(function_, std::span{raising_}.first(from)));
            result_ = result_ ? hull(*result_, both) : both;
            return;
        }
        const Points points = turning_points(from);
        for (const std::int64_t point : points.span()) {
            lowering_[from] = point;
            raising_[from] = point;
            turn(from + 1);
        }
    }

    /// The points of a range at which a number that turns can bring the least or the most.
    Points turning_points(std::size_t number) const {
        const Numbers &range = children_[number];
        Points points;
        points.add(range.least);
        const auto add_inside = [&](std::int64_t point) {
            if (range.least < point && point < range.most) {
                points.add(point);
            }
        };
        const Form form = function_.form;
        if (const Date first = day_of(range.least); form == Form::DayOfMonth && first.is_day()) {
            // The number is largest on the last day of a month and least on the first; of two
            // months that follow each other one has 31 days.
            const Date next = add_days(last_of_month(first), 1);
            add_inside(next.day_number() - 1);
            add_inside(next.day_number());
            add_inside(last_of_month(next).day_number());
        } else if (form == Form::IsBusinessDay) {
            // Of more days than are looked at nothing is said, as nothing is of never.
            for (std::int64_t day = range.least + 1; day < range.most; ++day) {
                points.add(points.size < most_points ? day : Date::never().day_number());
                if (most_points < points.size) {
                    break;
                }
            }
        } else if (form == Form::ExcessOver) { // where it begins, should that be below nothing
            add_inside(saturated(Wide{children_[1].least} + 1));
        } else if (form == Form::Quotient ||
                   form == Form::Scaled) { // divided by what may be nothing
            add_inside(0);
        }
        points.add(range.most);
        return points;
    }

    const Function &function_;
    const Children moves_;
    const std::span<const Numbers> children_;
    std::array<std::int64_t, max_children> lowering_; // as many as there are children
    std::array<std::int64_t, max_children> raising_;
    std::optional<Numbers> result_;
};

} // namespace

Numbers lift(const Function &function, std::span<const Numbers> children) {
    return Lift{function, children}.run();
}

} // namespace offramp
