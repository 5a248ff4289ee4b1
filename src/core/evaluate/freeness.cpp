// On which days of a window leaving costs nothing.
//
// Example: an exit fee of $1,000 for notice before 2028 and of nothing after it leaves $1,000 on
// the window's first day; the first free one is 1 January 2028.
#include "core/evaluate/evaluation.hpp"

#include <utility>

namespace offramp {

namespace {

/// Halving a window of a hundred years takes 16 questions; a fee that changes more often than these
/// can find, or than all fees together leave work for, is taken for one that may be nothing.
constexpr int most_questions_of_freeness = 512;
constexpr std::size_t most_work_of_freeness = 10'000;

} // namespace

/// A fee is a function of the day of notice. The fee of a whole run of days is asked at once, and
/// the run is halved while it may be either. Questions leave no reasons: they ask what might be,
/// and the answer names its own. A fee that is equally open on all of a run and on both its ends is
/// taken to be open all through: a day between that is surely free is then one that may be.
Evaluation::FreeDays Evaluation::free_days(RightId id, const When &from, const When &to) {
    const std::size_t reasons = out_.reasons.size();
    const std::size_t inputs = out_.inputs.size();
    const std::size_t most_work = out_.work + most_work_of_freeness / lease_.rights.size();
    const bool decided = out_.decided;
    std::vector<Memory> memories = std::move(memories_); // those of questions rest on their reasons
    memories_.clear();
    FreeDays free;
    int questions = 0;
    const auto fee_on = [&](const When &notice) {
        while (1 < memories_.size()) { // the first is of what holds on all days
            memories_.pop_back();
        }
        const auto ask = [&] { return amount(get(lease_.rights, id).exit_fee); };
        return if_notice_on(id, Dated{notice, ReasonId{0}}, ask).value;
    };
    const auto search = [&](const auto &self, std::int64_t first, std::int64_t last) -> void {
        const When notice = {day_of(first), day_of(last)};
        // Once a day may be free, only one on which the window is surely open would be news.
        const bool is_news =
            !free.possible || (from.most <= notice.most && notice.least <= to.least);
        if (free.certain || last < first || !is_news) {
            return;
        }
        const Amount fee = fee_on(notice);
        if (Money::zero() < fee.least) {
            return;
        }
        const bool all_free = fee.most <= Money::zero();
        const bool is_open_for_all = !all_free && first < last &&
                                     fee == fee_on(exactly(notice.least)) &&
                                     fee == fee_on(exactly(notice.most));
        if (all_free || is_open_for_all || first == last ||
            most_questions_of_freeness <= ++questions ||
            most_work <= out_.work + out_.reasons.size() - reasons) {
            free.possible = free.possible.value_or(notice.least);
            if (all_free && from.most <= notice.least && notice.least <= to.least) {
                free.certain = notice.least;
            }
            return;
        }
        const std::int64_t middle = first + (last - first) / 2;
        self(self, first, middle);
        self(self, middle + 1, last);
    };
    search(search, from.least.day_number(), to.most.day_number());
    out_.work += out_.reasons.size() - reasons;
    out_.reasons.erase(out_.reasons.begin() + static_cast<std::ptrdiff_t>(reasons),
                       out_.reasons.end());
    out_.inputs.erase(out_.inputs.begin() + static_cast<std::ptrdiff_t>(inputs), out_.inputs.end());
    out_.decided = decided;
    memories_ = std::move(memories);
    return free;
}

} // namespace offramp
