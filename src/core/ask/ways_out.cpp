#include "core/ask/ways_out.hpp"

#include "core/ask/grounds.hpp"
#include "core/ask/published.hpp"
#include "core/ask/regimes.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

namespace {

/// Halving a calendar of four million days takes 22 steps for each flip. A right whose answer flips
/// more often than these questions can find is one that depends.
constexpr int most_questions_of_runs = 256;

/// The days of one delivery on which one right arises, found by halving. Days on which the answer
/// is open for another cause end no run and begin none: they are left out.
class Arising {
  public:
    Arising(const Lease &lease, const Scenario &scenario, std::size_t delivery, RightId right,
            Work &work)
        : lease_(lease), scenario_(scenario), delivery_(delivery), right_(right), work_(work) {}

    std::vector<WayRun> runs() {
        const When day = scenario_.deliveries[delivery_].day;
        const std::int64_t earliest = place_of(day.least);
        explore(earliest, place_of(day.most));
        merge();
        std::vector<WayRun> runs;
        std::int64_t before = earliest - 1;
        for (const auto &[first, last] : found_) {
            runs.push_back(run_of(day_at(first), day_at(last)));
            if (runs.back().is_until_delivery) {
                runs.back().first = day_at(first_missed(before, first));
            }
            before = last;
        }
        return runs;
    }

    /// Whether it arises on none of the days, and every one of them was looked at.
    bool is_ruled_out() const { return is_exhausted_ && found_.empty(); }

  private:
    struct Found {
        std::int64_t first;
        std::int64_t last;
    };

    const RightState &ask(Date first, Date last) {
        scenario_.deliveries[delivery_].day = {first, last};
        const RightState &answer = evaluate_right(lease_, scenario_, right_, state_);
        ++questions_;
        work_.take(state_);
        return answer;
    }

    struct Piece {
        std::int64_t first;
        std::int64_t last;
        Truth on_first;
        Truth on_last;
    };

    /// Halves first what must hold a flip, because its ends differ, and then what may hold two:
    /// where another delivery is open too, the answer may be open for it on half of all days.
    void explore(std::int64_t earliest, std::int64_t latest) {
        std::vector<Piece> flips = {{earliest, latest, on(earliest), on(latest)}};
        std::vector<Piece> others; // in turn, so that the longest are halved first
        std::size_t asked = 0;     // of the others
        while (!work_.is_done() &&
               (!flips.empty() || (asked < others.size() && questions_ < most_questions_of_runs))) {
            const Piece piece = flips.empty() ? others[asked] : flips.back();
            if (flips.empty()) {
                ++asked;
            } else {
                flips.pop_back();
            }
            const Truth arises = piece.first == piece.last
                                     ? piece.on_first
                                     : ask(day_at(piece.first), day_at(piece.last)).arises.value;
            if (arises == Truth::Yes) {
                found_.push_back({piece.first, piece.last});
            }
            if (arises != Truth::Depends || piece.first == piece.last) {
                is_exhausted_ = is_exhausted_ && arises != Truth::Depends;
                continue;
            }
            const std::int64_t middle = piece.first + (piece.last - piece.first) / 2;
            for (const Piece &half :
                 {Piece{piece.first, middle, piece.on_first, on(middle)},
                  Piece{middle + 1, piece.last, on(middle + 1), piece.on_last}}) {
                (half.on_first != half.on_last ? flips : others).push_back(half);
            }
        }
        is_exhausted_ = is_exhausted_ && flips.empty() && asked == others.size();
    }

    Truth on(std::int64_t day) { return ask(day_at(day), day_at(day)).arises.value; }

    /// In order of time, what adjoins joined; a handful of pieces at the most, none over another.
    void merge() {
        std::vector<Found> merged;
        for (std::size_t left = found_.size(); left != 0; --left) {
            const Found *next = nullptr;
            for (const Found &one : found_) {
                const bool is_later = merged.empty() || merged.back().last < one.first;
                next = is_later && (next == nullptr || one.first < next->first) ? &one : next;
            }
            if (next == nullptr) {
                break;
            }
            if (!merged.empty() && merged.back().last + 1 == next->first) {
                merged.back().last = next->last;
            } else {
                merged.push_back(*next);
            }
        }
        found_ = std::move(merged);
    }

    /// Delivered on the very day on which the window would open, it leaves no day for notice; but
    /// it was missed all the same, and "not delivered by 30 October" is what the papers say.
    std::int64_t first_missed(std::int64_t before, std::int64_t first) {
        while (before + 1 < first) {
            const std::int64_t middle = before + (first - before) / 2;
            const Date day = day_at(middle);
            (ask(day, day).missed == Truth::Yes ? first : before) = middle;
        }
        return first;
    }

    WayRun run_of(Date first, Date last) {
        const RightState &right = ask(first, last);
        const WayRun run{first, last, right.opens.value, right.closes.value, false};
        const Date day = first.is_day() ? first : last;
        if (!day.is_day()) {
            return run;
        }
        const When closes = ask(day, day).closes.value;
        WayRun known = run;
        known.is_until_delivery = closes == exactly(add_days(day, -1));
        return known;
    }

    const Lease &lease_;
    Scenario scenario_;
    std::size_t delivery_;
    RightId right_;
    LeaseState state_;
    Work &work_;
    std::vector<Found> found_;
    int questions_ = 0;
    bool is_exhausted_ = true;
};

constexpr std::int64_t seconds_of_day = 86'400;

WayKind kind_of(const Right &right) {
    switch (right.exercise) {
    case Exercise::Automatic:
        return WayKind::End;
    case Exercise::Renewal:
        return WayKind::Renew;
    case Exercise::Notice:
        break;
    }
    return right.scope.empty() ? WayKind::Leave : WayKind::Shrink;
}

std::vector<Role> holders_of(const Right &right) {
    switch (right.holder) {
    case Holder::Tenant:
        return {Role::Tenant};
    case Holder::Landlord:
        return {Role::Landlord};
    case Holder::Either:
    case Holder::Unknown:
        return {Role::Tenant, Role::Landlord};
    case Holder::ThirdParty:
        break;
    }
    return {Role::Other};
}

/// What is left of a way when nobody knows whose it is.
void withhold(WayOut &way) {
    way.is_holder_known = false;
    const bool may_be_used = way.state == WayState::Open || way.state == WayState::Opens ||
                             way.state == WayState::If || way.state == WayState::Unknown;
    if (way.kind != WayKind::End && may_be_used) {
        way.state = WayState::Unknown;
        way.ends.reset();
        way.cost.reset();
        way.delivery.reset();
        way.runs.clear();
        way.event.reset();
    }
}

/// The ways of one lease on one day.
class Ways {
  public:
    Ways(const Lease &lease, const Scenario &scenario, const LeaseState &state, Date as_of,
         Work &work)
        : lease_(lease), scenario_(scenario), state_(state), as_of_(as_of), work_(work) {}

    WayOut way(RightId id) {
        const Right &right = get(lease_.rights, id);
        const RightState &own = get(state_.rights, id);
        WayOut way{.right = id,
                   .holder = Role::Other,
                   .kind = kind_of(right),
                   .state = WayState::None,
                   .from = own.opens.value,
                   .until = last_day(id),
                   .ends = std::nullopt,
                   .cost = std::nullopt,
                   .delivery = std::nullopt,
                   .runs = {},
                   .event = std::nullopt,
                   .unknowns = {},
                   .why = own.arises.why};
        if (right.exercise != Exercise::Automatic && given(way)) {
            return way;
        }
        if (!is_over()) {
            place(way, own);
        } else if (own.arises.value == Truth::Yes &&
                   (way.kind == WayKind::End
                        ? way.from == end_for(id)
                        : way.from.most <= way.until.least && way.until.most < as_of_)) {
            way.state = WayState::Closed;
            way.until = way.kind == WayKind::End ? way.from : way.until;
        }
        return way;
    }

  private:
    const When &notice_of(RightId id) const { return scenario_.notices[id.at()].day; }

    /// The end that the scenario brings the right's object: another right may have been used.
    When end_for(RightId id) const {
        const std::vector<TrancheId> &scope = get(lease_.rights, id).scope;
        When end = state_.terminated.value;
        for (std::size_t i = 0; i < scope.size(); ++i) {
            const When &part = state_.given_up[scope[i].at()].value;
            end = i == 0 ? part : larger(end, part);
        }
        return end;
    }
    When last_day(RightId id) const {
        const When &closes = get(state_.rights, id).closes.value;
        const When end = end_for(id);
        return happens(end) == Truth::Yes ? smaller(closes, add_days(end, -1)) : closes;
    }
    bool is_over() const {
        const When term = day_named(state_, term_last_day).value;
        const When &end = state_.terminated.value;
        return term.most < as_of_ || (happens(end) == Truth::Yes && end.most <= as_of_);
    }

    /// Whether notice has been given, and has effect.
    bool given(WayOut &way) const {
        const When &notice = notice_of(way.right);
        if (happens(notice) == Truth::No || as_of_ < notice.most) {
            return false;
        }
        const RightState &own = get(state_.rights, way.right);
        const auto phases = own.phases.all();
        const auto end = std::find_if(phases.begin(), phases.end(), [](const Phase &phase) {
            return phase.status == Status::Terminated;
        });
        const bool is_voided = std::any_of(phases.begin(), phases.end(), [](const Phase &phase) {
            return phase.status == Status::Voided;
        });
        const Truth in_window =
            both(at_most(own.opens.value, notice), at_most(notice, own.closes.value));
        const bool was_in_time = both(own.arises.value, in_window) != Truth::No;
        if (was_in_time && is_voided) {
            return true; // `none`: it is, or will be, undone
        }
        const bool is_renewal = way.kind == WayKind::Renew; // which ends nothing
        const bool was_used = was_in_time && (end != phases.end() || is_renewal);
        if (was_used) {
            way.state = WayState::Given;
            way.from = notice;
            way.until = own.closes.value;
            if (is_renewal) {
                return true;
            }
            // Another right may end it sooner; this notice does not.
            way.ends = larger(end->from, outcome_of(lease_, scenario_, way.right, notice).effect);
        }
        return was_used;
    }

    void place(WayOut &way, const RightState &own) {
        if (way.kind == WayKind::End) {
            way.until = way.from; // it needs no notice, and comes once
        }
        if (own.arises.value == Truth::No || less(way.until, way.from) == Truth::Yes) {
            way.from = own.arises.value == Truth::No ? exactly(Date::never()) : way.from;
            return await_event(way);
        }
        if (own.arises.value == Truth::Depends) {
            return hang(way);
        }
        if (as_of_ < way.from.least) {
            way.state = WayState::Opens;
            price(way, way.from);
            if (comes_too_late(way)) {
                way.state = WayState::None;
                way.ends.reset();
            }
        } else if (way.until.most < as_of_) {
            way.state = WayState::Closed;
        } else if (way.from.most <= as_of_ && as_of_ <= way.until.least) {
            way.state = WayState::Open;
            price(way, exactly(as_of_));
            if (comes_too_late(way)) {
                close_at_last_use(way);
            }
        } else {
            hang(way);
        }
    }

    /// Looks for one event that has not happened and would open the way.
    void await_event(WayOut &way) const {
        Scenario trial = scenario_;
        LeaseState memory;
        for (std::size_t i = 0; i < lease_.events.size(); ++i) {
            const bool is_day = lease_.events[i].kind == Kind::Day;
            const Numbers never =
                is_day ? numbers_of(exactly(Date::never())) : exactly(std::int64_t{INT64_MAX});
            Numbers &when = trial.events[i].when;
            if (when != never) {
                continue;
            }
            const std::int64_t day = as_of_.day_number();
            when = exactly(is_day ? day : day * seconds_of_day);
            const RightState &own = evaluate_right(lease_, trial, way.right, memory);
            if (own.arises.value != Truth::No) {
                way.state = WayState::If;
                way.event = EventId{static_cast<std::int32_t>(i)};
                way.from = own.opens.value;
                way.until = own.closes.value;
                return;
            }
            when = never;
        }
    }

    /// Whether the term ends first: 90 days' notice in its last month leaves nothing.
    bool comes_too_late(const WayOut &way) const {
        const When term = day_named(state_, term_last_day).value;
        return way.kind == WayKind::Leave && way.ends && term.most < way.ends->least;
    }

    /// Closes a window on the last day on which notice still ended the lease before its term did.
    void close_at_last_use(WayOut &way) const {
        const Date term = day_named(state_, term_last_day).value.most;
        std::int64_t useful = way.from.most.day_number() - 1;
        std::int64_t useless = as_of_.day_number();
        while (useful + 1 < useless) {
            const std::int64_t middle = useful + (useless - useful) / 2;
            const NoticeOutcome outcome =
                outcome_of(lease_, scenario_, way.right, exactly(Date::from_day_number(middle)));
            (term < outcome.effect.least ? useless : useful) = middle;
        }
        const bool was_ever = way.from.most.day_number() <= useful;
        way.state = was_ever ? WayState::Closed : WayState::None;
        way.until = exactly(Date::from_day_number(useful));
        way.ends.reset();
        way.cost.reset();
    }

    /// Whether it arises, or is open today, is not known: because a delivery is open, or a fact.
    void hang(WayOut &way) {
        Grounds grounds = grounds_of(lease_, state_, way.why);
        for (std::size_t i = 0; i < scenario_.deliveries.size(); ++i) {
            // What is reported is a fact, even if only to a month: nothing of it is open.
            const Delivery &delivery = scenario_.deliveries[i];
            if (delivery.day.known() || delivery.basis == Basis::Recorded ||
                grounds.tranches[delivery.tranche.at()] == 0) {
                continue;
            }
            if (work_.is_done()) {
                break;
            }
            Arising arising{lease_, scenario_, i, way.right, work_};
            way.runs = arising.runs();
            if (arising.is_ruled_out()) { // "after 1 May, and by 1 May" is no day
                way.from = exactly(Date::never());
                return;
            }
            if (way.runs.empty()) {
                continue;
            }
            // What is closed by now can no longer become true; if all is, it could have been used.
            const bool is_past = way.until.most < as_of_;
            if (!is_past) {
                std::erase_if(way.runs,
                              [this](const WayRun &run) { return run.until.most < as_of_; });
            }
            if (!way.runs.empty()) {
                way.state = is_past ? WayState::Closed : WayState::If;
                way.delivery = i;
                way.from = way.runs.front().from;
                way.until = is_past ? exactly(way.until.most) : way.runs.front().until;
                return;
            }
        }
        way.state = WayState::Unknown;
        way.unknowns = std::move(grounds.unknowns);
    }

    void price(WayOut &way, const When &notice) const {
        const NoticeOutcome outcome = outcome_of(lease_, scenario_, way.right, notice);
        if (way.kind != WayKind::Renew) { // which ends nothing
            way.ends = way.kind == WayKind::End ? way.from : outcome.effect;
        }
        way.cost = outcome.fee;
    }

    const Lease &lease_;
    const Scenario &scenario_;
    const LeaseState &state_;
    Date as_of_;
    Work &work_;
};

} // namespace

std::vector<WayOut> ways_out(const Lease &lease, const Scenario &scenario, const LeaseState &state,
                             Date as_of) {
    Work work{most_work_of_ways};
    return ways_out(lease, scenario, state, as_of, work);
}

std::vector<WayOut> ways_out(const Lease &lease, const Scenario &scenario, const LeaseState &state,
                             Date as_of, Work &work) {
    std::vector<WayOut> all;
    const Scenario now = without_coming_notices(lease, scenario, as_of);
    const bool is_same = now.notices == scenario.notices;
    const LeaseState without = is_same ? LeaseState{} : evaluate(lease, now, as_of, UpTo::Fees);
    Ways ways{lease, now, is_same ? state : without, as_of, work};
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        const RightId id{static_cast<std::int32_t>(i)};
        WayOut way = ways.way(id);
        way.why = get(state.rights, id).arises.why;
        if (lease.rights[i].holder == Holder::Unknown) {
            withhold(way);
        }
        for (const Role holder : holders_of(lease.rights[i])) {
            way.holder = holder;
            all.push_back(way);
        }
    }
    return all;
}

} // namespace offramp
