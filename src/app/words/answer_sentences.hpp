// The sentences of an answer: what is said of each way out, and of what the reader supposes.
// Internal to words.
#pragma once

#include "app/words/answer.hpp"

#include <string>
#include <vector>

namespace offramp {

/// Of one party's ways out as seen from a day; of what `answer.cpp` chooses among.
class Sentences {
  public:
    Sentences(const Seen &seen, Role party);

    std::string open_brief(const WayOut &way) const;
    std::string opens_brief(const WayOut &way) const;
    std::string if_brief(const WayOut &way) const;
    std::string who() const;
    /// The way in this state that ends first; leaving comes before giving up a part.
    const WayOut *first(WayState state) const;
    /// One whose window is open today, if only it were known whose it is.
    const WayOut *perhaps_open() const;
    const Right &right_of(const WayOut &way) const;
    /// "leave", "give up the first hall".
    std::string leave(const WayOut &way) const;
    std::string parts_of(const WayOut &way) const;
    /// "the lease", "the lease of the second hall": what an end by itself ends.
    std::string thing_of(const WayOut &way) const;
    std::string cost(const WayOut &way) const;
    /// Whether the window ends before the term does.
    bool ends_early(const WayOut &way) const;
    /// " until 14 November 2026"; nothing where the window lasts as long as the term.
    std::string until(const WayOut &way) const;
    /// " Notice was given on 1 November 2026 (supposed): the second hall ends on 1 December 2026."
    std::string given_parts() const;
    std::string given_sentence(const WayOut &way) const;
    std::string open_sentence(const WayOut &way) const;
    std::string other_kind(const WayOut &said) const;
    std::string opens_sentence(const WayOut &way, bool is_otherwise) const;
    /// "If the GPUs come on 14 November 2026, Google": lateness that is still to come is a
    /// forecast.
    std::string forecast(const WayOut &way) const;
    const Tranche &tranche_of(const WayOut &way) const;
    std::string deliverer() const;
    std::string if_label(const WayOut &way) const;
    /// "Only if SpaceX was late: if the GPUs were not all there by 30 October 2026, Google may
    /// leave from 31 October 2026 until they are."
    std::string if_sentence(const WayOut &way) const;
    std::string after(const WayOut &) const;
    /// Why not sooner, where lateness was in play: "The GPUs came in time. ".
    std::string lateness() const;
    /// "month", where the grace is one month; else "period".
    std::string grace_word(const Right &right) const;
    /// "If the GPUs were not there by 30 October 2026, ".
    std::string if_missing(const WayOut &way) const;
    /// " Google could have left from 31 October to 14 November 2026."
    std::string could_have() const;
    /// What is supposed of notice on a later day, and of notice that comes too early or too late:
    /// the first, and how many more there are.
    std::string coming_notices() const;
    std::string coming_notice(const WayOut &way) const;
    std::string unknown_sentence(const WayOut &way) const;
    /// How the lease has ended, or is to end by a notice that was given; empty while it runs on.
    std::string ended() const;
    std::string no_sentence() const;
    std::string no_brief() const;

  private:
    const Seen &seen_;
    std::string name_;                 ///< of the party
    std::vector<const WayOut *> ways_; ///< its own, without renewals
};

} // namespace offramp
