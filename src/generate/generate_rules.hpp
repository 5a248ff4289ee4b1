// Rules that nobody wrote. Internal to the generator of leases.
#pragma once

#include "core/lease/lease.hpp"
#include "generate/choices.hpp"

#include <array>
#include <initializer_list>
#include <vector>

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
    /// From now on amounts may say what the lease's fees come to: all of those have their rules.
    void offer_fees() { knows_fees_ = true; }

    RuleId literal(Kind kind, std::int64_t value);
    RuleId named(NameId id);
    /// One of the words of a kind, or a choice of two of them by a reading.
    RuleId word(Kind kind);
    /// A word, or none where the lease's conventions or the trade have one.
    RuleId setting(Kind kind);
    RuleId period(RuleId from, std::int64_t n, Unit unit);
    RuleId between(Form form, Kind kind, RuleId first, RuleId second);
    /// What a fee comes to between two days. Precondition: the lease has a fee.
    RuleId fee_between(RuleId from, RuleId to);
    /// What is left of a sum after some months.
    RuleId unamortised(RuleId after);
    RuleId when(RuleId condition, RuleId then, RuleId otherwise);
    /// Any rule of a kind, nested no deeper than this.
    RuleId rule(Kind kind, int depth);

  private:
    RuleId add(Rule rule, std::initializer_list<RuleId> children) {
        return add(rule, std::vector<RuleId>{children});
    }
    RuleId add(Rule rule, const std::vector<RuleId> &children);
    RuleId leaf(Kind kind);
    RuleId some_literal(Kind kind);
    RuleId pair(Form form, Kind kind, Kind of, int depth);
    RuleId list(Form form, Kind kind, Kind of, int depth);
    RuleId unit(Unit least, Unit most);
    std::int64_t some_tranche();
    RuleId by_reading(Kind kind, RuleId first, RuleId second);

    // Days, moments and sets of days: generate_days.cpp.
    RuleId day(int depth);
    RuleId day_of_set(int depth);
    RuleId offset(int depth);
    RuleId instant(int depth);
    RuleId days(int depth);

    RuleId count(int depth);
    RuleId length(int depth);
    RuleId quotient(int depth);
    RuleId amount(int depth);
    RuleId truth(int depth);

    Choices &choices_;
    Lease &lease_;
    std::array<NameId, 64> names_{};
    std::size_t known_names_ = 0;
    bool knows_fees_ = false;
};

} // namespace offramp
