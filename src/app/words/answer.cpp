#include "app/words/answer.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"

#include <algorithm>

namespace offramp {

namespace {

const char *label_of(Pill pill) {
    switch (pill) {
    case Pill::Yes:
        return "Yes";
    case Pill::OnlyIf:
        return "Only if late";
    case Pill::NotYet:
        return "Not yet";
    case Pill::Depends:
        return "It depends";
    case Pill::NotAnyMore:
        return "Not any more";
    case Pill::No:
        return "No";
    }
    return "";
}

class Speaker {
  public:
    Speaker(const Seen &seen, Role party) : seen_(seen) {
        name_ = name_of_party(seen.lease, party);
        for (const WayOut &way : seen.ways) {
            if (way.holder == party && way.kind != WayKind::Renew) {
                ways_.push_back(&way);
            }
        }
    }

    PartyAnswer answer() const {
        if (const WayOut *way = given()) {
            return say(Pill::Yes, given_sentence(*way));
        }
        if (const WayOut *way = first(WayState::Open)) {
            return say(Pill::Yes, open_sentence(*way));
        }
        if (const WayOut *way = first(WayState::If)) {
            return {Pill::OnlyIf, if_label(*way), if_sentence(*way)};
        }
        if (const WayOut *way = first(WayState::Opens)) {
            return say(Pill::NotYet, lateness() + opens_sentence(*way, false) + could_have());
        }
        if (const WayOut *way = first(WayState::Unknown)) {
            return say(Pill::Depends, unknown_sentence(*way));
        }
        if (first(WayState::Closed) != nullptr) {
            return say(Pill::NotAnyMore, could_have().substr(1));
        }
        return say(Pill::No, no_sentence());
    }

  private:
    static PartyAnswer say(Pill pill, std::string sentence) {
        return {pill, label_of(pill), std::move(sentence)};
    }
    std::string who() const { return sentence_case(name_); }

    /// The way in this state that ends first; leaving comes before giving up a part.
    const WayOut *first(WayState state) const {
        const WayOut *found = nullptr;
        const auto comes_before = [](const WayOut &a, const WayOut &b) {
            const auto end = [](const WayOut &way) {
                return way.ends ? way.ends->least : way.from.least;
            };
            return a.kind != b.kind ? a.kind < b.kind : end(a) < end(b);
        };
        for (const WayOut *way : ways_) {
            if (way->state == state && (found == nullptr || comes_before(*way, *found))) {
                found = way;
            }
        }
        return found;
    }
    const WayOut *given() const {
        const WayOut *way = first(WayState::Given);
        return way != nullptr && way->ends && way->from.most <= seen_.as_of ? way : nullptr;
    }

    /// "the GPUs", "the first hall".
    static std::string things(const Tranche &tranche) {
        std::string name = name_of_tranche(tranche);
        return name.starts_with("the ") || name.starts_with("The ") ? name : "the " + name;
    }
    const Right &right_of(const WayOut &way) const { return get(seen_.lease.rights, way.right); }

    /// "leave", "give up the first hall".
    std::string leave(const WayOut &way) const {
        if (way.kind != WayKind::Shrink) {
            return "leave";
        }
        std::string parts;
        for (const TrancheId tranche : right_of(way).scope) {
            parts += (parts.empty() ? "" : " and ") + things(get(seen_.lease.tranches, tranche));
        }
        return "give up " + parts;
    }
    std::string cost(const WayOut &way) const {
        return way.cost && way.cost->most != Money::zero()
                   ? ", which costs " + short_money(*way.cost, seen_.lease.currency)
                   : "";
    }
    /// ", until 14 November 2026"; nothing where the window lasts as long as the term.
    std::string until(const WayOut &way) const {
        const When term = day_named(seen_.state, term_last_day).value;
        return way.until == term || happens(way.until) != Truth::Yes
                   ? ""
                   : ", until " + long_date(way.until);
    }

    std::string given_sentence(const WayOut &way) const {
        return who() + " has given notice, on " + long_date(way.from) + " (supposed): the lease " +
               (way.ends->most <= seen_.as_of ? "ended " : "ends ") + on_day(*way.ends) + ".";
    }
    std::string open_sentence(const WayOut &way) const {
        const std::string today = long_date(seen_.as_of);
        if (way.kind == WayKind::End) {
            return "The lease ended by itself " + on_day(way.from) + ".";
        }
        const bool is_at_once = way.ends == exactly(seen_.as_of);
        std::string text = is_at_once
                               ? who() + " may " + leave(way) + " at once: notice given today, " +
                                     today + ", takes effect today" + until(way)
                               : who() + " may give notice today, " + today + until(way) +
                                     ", and " + leave(way) + " " + on_day(*way.ends);
        return text + cost(way) + "." + other_kind(way);
    }
    std::string other_kind(const WayOut &said) const {
        for (const WayOut *way : ways_) {
            if (way->kind != said.kind && way->state == WayState::Open &&
                way->kind == WayKind::Shrink) {
                return " It may also " + leave(*way) + ".";
            }
        }
        return {};
    }
    std::string opens_sentence(const WayOut &way, bool is_otherwise) const {
        if (way.kind == WayKind::End) {
            return "The lease ends by itself " + on_day(way.from) + ".";
        }
        const std::string from = long_date(way.from);
        const std::string end =
            way.ends && *way.ends != way.from ? " and " + leave(way) + " " + on_day(*way.ends) : "";
        const std::string may = end.empty() ? " may " + leave(way) + " from " + from + " on"
                                            : " may give notice from " + from + " on" + end;
        const std::string text = is_otherwise ? "Otherwise it" + may : forecast(way) + may;
        return text + until(way) + cost(way) + ".";
    }

    /// "If the GPUs come on 14 November 2026, Google": lateness that is still to come is a
    /// forecast.
    std::string forecast(const WayOut &way) const {
        if (right_of(way).trigger.kind == TriggerKind::Missed) {
            for (const Delivery &delivery : seen_.scenario.deliveries) {
                const std::string names = things(get(seen_.lease.tranches, delivery.tranche));
                if (delivery.day == exactly(Date::never())) {
                    return "If " + names + " never come, " + name_;
                }
                if (delivery.day.known() && seen_.as_of < delivery.day.least) {
                    return "If " + names + " come on " + long_date(delivery.day) + ", " + name_;
                }
            }
        }
        return who();
    }

    const Tranche &tranche_of(const WayOut &way) const {
        return get(seen_.lease.tranches, seen_.scenario.deliveries[*way.delivery].tranche);
    }
    std::string deliverer() const { return name_of_party(seen_.lease, Role::Landlord); }

    std::string if_label(const WayOut &way) const {
        const bool is_late = right_of(way).trigger.kind == TriggerKind::Missed;
        return is_late ? "Only if late" : "Only if delivered so";
    }
    /// "Only if SpaceX was late: if the GPUs were not all there by 30 October 2026, Google may
    /// leave from 31 October 2026 until they are."
    std::string if_sentence(const WayOut &way) const {
        const WayRun &run = way.runs.front();
        const Tranche &tranche = tranche_of(way);
        const bool is_plural = !tranche.unit.empty() && plural(tranche.unit) != tranche.unit;
        const std::string names = things(tranche);
        if (!run.first.is_day() || run.last.is_day()) {
            return who() + " may " + leave(way) + " if " + names + " " +
                   (is_plural ? "are" : "is") + " delivered " + on_day(When{run.first, run.last}) +
                   "." + after(way);
        }
        const Date last_in_time = add_days(run.first, -1);
        const bool is_past = last_in_time < seen_.as_of;
        const char *be = is_past ? (is_plural ? "were" : "was") : (is_plural ? "are" : "is");
        const std::string end = run.is_until_delivery
                                    ? std::string{" until "} + (is_plural ? "they are" : "it is")
                                    : until(way);
        return who() + " may " + leave(way) + " only if " + deliverer() +
               (is_past ? " was late" : " is late") + ": if " + names + " " + be + " not " +
               (is_plural ? "all " : "") + "there by " + long_date(last_in_time) + ", from " +
               long_date(run.from) + end + "." + after(way);
    }
    std::string after(const WayOut &) const {
        const WayOut *next = first(WayState::Opens);
        return next == nullptr ? "" : " " + opens_sentence(*next, true);
    }

    /// Why not sooner, where lateness was in play: "The GPUs came in time. ".
    std::string lateness() const {
        for (const WayOut *way : ways_) {
            const Right &right = right_of(*way);
            if (right.trigger.kind != TriggerKind::Missed || way->state != WayState::None) {
                continue;
            }
            const RightState &state = get(seen_.state.rights, way->right);
            for (const Delivery &delivery : seen_.scenario.deliveries) {
                const When due = day_named(seen_.state, name_of_due(delivery.tranche)).value;
                if (!delivery.day.known() || !delivery.day.least.is_day() || !due.known() ||
                    !due.least.is_day()) {
                    continue;
                }
                const bool is_coming = seen_.as_of < delivery.day.least;
                const std::string names = things(get(seen_.lease.tranches, delivery.tranche));
                const std::string verb =
                    is_coming ? "If " + names + " come on " + long_date(delivery.day) + ", that is "
                              : sentence_case(names) + " came ";
                if (state.late == Truth::No) {
                    return verb + "in time" + (is_coming ? ": " : ". ");
                }
                if (state.missed == Truth::No && state.grace_last_day) {
                    const std::int64_t days = days_between(due.least, delivery.day.least);
                    return verb + counted(days, "day") + " late, within the " + grace_word(right) +
                           " of grace that ended " + on_day(state.grace_last_day->value) +
                           (is_coming ? ": " : ". ");
                }
            }
        }
        return {};
    }
    /// "month", where the grace is one month; else "period".
    std::string grace_word(const Right &right) const {
        RuleId id = right.grace;
        while (get(seen_.lease.rules, id).form == Form::ByReading) {
            const Rule &choice = get(seen_.lease.rules, id);
            id = child(seen_.lease, choice,
                       seen_.scenario.readings[static_cast<std::size_t>(choice.value)]);
        }
        const Rule &rule = get(seen_.lease.rules, id);
        const bool is_period = rule.form == Form::After;
        const RuleId n = is_period ? child(seen_.lease, rule, 1) : no_rule;
        const RuleId unit = is_period ? child(seen_.lease, rule, 2) : no_rule;
        const bool is_one = is_given(n) && get(seen_.lease.rules, n).value == 1;
        const bool is_month =
            is_given(unit) && static_cast<Unit>(get(seen_.lease.rules, unit).value) == Unit::Month;
        return is_one && is_month ? "month" : "period";
    }

    /// " Google could have left from 31 October to 14 November 2026."
    std::string could_have() const {
        const WayOut *way = first(WayState::Closed);
        return way == nullptr ? ""
                              : " " + who() + " could have left from " + long_date(way->from) +
                                    " to " + long_date(way->until) + ".";
    }
    std::string unknown_sentence(const WayOut &way) const {
        const Unknown *found = nullptr;
        for (const UnknownId id : way.unknowns) {
            const Unknown &unknown = get(seen_.lease.unknowns, id);
            if (!unknown.question.empty() &&
                (found == nullptr || (found->kind != Kind::Truth && unknown.kind == Kind::Truth))) {
                found = &unknown;
            }
        }
        return "Whether " + name_ + " may " + leave(way) + " is not public" +
               (found == nullptr ? "." : ": “" + found->question + "”");
    }
    std::string no_sentence() const {
        const When term = day_named(seen_.state, term_last_day).value;
        if (happens(seen_.state.terminated.value) == Truth::Yes &&
            seen_.state.terminated.value.most <= seen_.as_of) {
            return "The lease ended " + on_day(seen_.state.terminated.value) + ".";
        }
        if (term.most < seen_.as_of) {
            return "The lease ended with its term " + on_day(term) + ".";
        }
        return lateness() + (ways_.empty()
                                 ? "No right of " + name_ + " to leave is stated."
                                 : who() + " has no way out before the term ends" +
                                       (term.known() && term.least.is_day() ? " " + on_day(term)
                                                                            : std::string{}) +
                                       ".");
    }

    const Seen &seen_;
    std::string name_;
    std::vector<const WayOut *> ways_;
};

} // namespace

PartyAnswer answer_for(const Seen &seen, Role party) { return Speaker{seen, party}.answer(); }

} // namespace offramp
