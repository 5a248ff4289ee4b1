// Rules that nobody wrote. Internal to the generator of leases.
#pragma once

#include "core/lease/lease.hpp"
#include "generate/choices.hpp"

#include <array>
#include <initializer_list>

namespace offramp {

inline constexpr Date first_generated_day = "2024-01-01"_date;

/// Adds rules to a lease. They refer to names that have been offered, and so in no circle. No two
/// choices are arguments of one call, whose order compilers are free to choose.
class RuleGenerator {
  public:
    RuleGenerator(Choices &choices, Lease &lease) : choices_(choices), lease_(lease) {}

    std::int64_t some(std::int64_t least, std::int64_t most) {
        return choices_.number(least, most);
    }
    void offer(NameId id) { names_[known_names_++ % names_.size()] = id; }

    RuleId literal(Kind kind, std::int64_t value);
    RuleId named(NameId id);
    /// One of the first `size` words of a kind, or a choice of two of them by a reading.
    RuleId word(Kind kind, std::int64_t size);
    RuleId period(RuleId from, std::int64_t n, Unit unit);
    /// Any rule of a kind, nested no deeper than this.
    RuleId rule(Kind kind, int depth);

  private:
    RuleId add(Rule rule, std::initializer_list<RuleId> children);
    RuleId leaf(Kind kind);
    RuleId pair(Form form, Kind kind, Kind of, int depth);
    RuleId calendar();
    RuleId day(int depth);
    RuleId offset(int depth);
    RuleId count(int depth);
    RuleId amount(int depth);
    RuleId truth(int depth);
    RuleId days(int depth);

    Choices &choices_;
    Lease &lease_;
    std::array<NameId, 64> names_{};
    std::size_t known_names_ = 0;
};

} // namespace offramp
