// Remedies and rights that nobody wrote. Internal to the generator of leases.
#pragma once

#include "generate/generate.hpp"
#include "generate/generate_rules.hpp"

namespace offramp {

/// Fills the remedies and rights that a lease has in outline.
class RightGenerator {
  public:
    RightGenerator(Choices &choices, Lease &lease, RuleGenerator &rules, Variety variety)
        : choices_(choices), lease_(lease), rules_(rules), variety_(variety) {}

    void remedy(RemedyId id);
    void right(RightId id);

  private:
    bool is_wild() const { return variety_ == Variety::Wild; }
    std::int64_t some(std::int64_t least, std::int64_t most) {
        return choices_.number(least, most);
    }
    TrancheId some_tranche();
    void rungs(Remedy &one);
    void trigger(Right &one, TrancheId tranche);
    void wild_right(Right &one, RightId id, TrancheId tranche);
    void last_chance(Right &one, RightId id, TrancheId tranche);
    RuleId effect(RightId id);
    RuleId exit_fee(RightId id);

    Choices &choices_;
    Lease &lease_;
    RuleGenerator &rules_;
    Variety variety_;
};

} // namespace offramp
