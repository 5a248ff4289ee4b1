#include "app/words/answer_sentences.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/ask/published.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

Sentences::Sentences(const Seen &seen, Role party)
    : seen_(seen), name_(name_of_party(seen.lease, party)) {
    for (const WayOut &way : seen.ways) {
        if (way.holder == party && way.kind != WayKind::Renew) {
            ways_.push_back(&way);
        }
    }
}

std::string Sentences::open_brief(const WayOut &way) const {
    if (way.kind == WayKind::End) {
        return "ended by itself";
    }
    return way.ends == exactly(seen_.as_of) ? "at once"
                                            : "on notice today, out on " + short_date(*way.ends);
}

std::string Sentences::opens_brief(const WayOut &way) const {
    const std::string from = "from " + short_date(way.from);
    return way.kind == WayKind::End            ? "ends by itself on " + short_date(way.from)
           : way.ends && *way.ends != way.from ? from + ", out on " + short_date(*way.ends)
                                               : from;
}

std::string Sentences::if_brief(const WayOut &way) const {
    const WayOut *next = first(WayState::Opens);
    return "from " + short_date(way.runs.front().from) +
           (next == nullptr ? "" : "; otherwise " + opens_brief(*next));
}

std::string Sentences::who() const { return sentence_case(name_); }

const WayOut *Sentences::first(WayState state) const {
    const WayOut *found = nullptr;
    const auto comes_before = [](const WayOut &a, const WayOut &b) {
        const auto end = [](const WayOut &way) {
            return way.ends ? way.ends->least : way.from.least;
        };
        return a.kind != b.kind ? a.kind < b.kind : end(a) < end(b);
    };
    for (const WayOut *way : ways_) {
        const bool is_own = way->is_holder_known || state != WayState::Closed;
        if (way->state == state && !way->event && is_own &&
            (found == nullptr || comes_before(*way, *found))) {
            found = way;
        }
    }
    return found;
}

const WayOut *Sentences::perhaps_open() const {
    const auto found = std::find_if(ways_.begin(), ways_.end(), [this](const WayOut *way) {
        return way->state == WayState::Unknown && !way->is_holder_known &&
               way->from.least <= seen_.as_of;
    });
    return found == ways_.end() ? nullptr : *found;
}

const Right &Sentences::right_of(const WayOut &way) const {
    return get(seen_.lease.rights, way.right);
}

std::string Sentences::leave(const WayOut &way) const {
    return way.kind == WayKind::Shrink ? "give up " + parts_of(way) : "leave";
}

std::string Sentences::parts_of(const WayOut &way) const {
    std::string parts;
    for (const TrancheId tranche : right_of(way).scope) {
        parts += (parts.empty() ? "" : " and ") + things_of(get(seen_.lease.tranches, tranche));
    }
    return parts;
}

std::string Sentences::thing_of(const WayOut &way) const {
    return right_of(way).scope.empty() ? "the lease" : "the lease of " + parts_of(way);
}

std::string Sentences::cost(const WayOut &way) const {
    return way.cost && way.cost->most != Money::zero()
               ? ", which costs " + short_money(*way.cost, seen_.lease.currency)
               : "";
}

bool Sentences::ends_early(const WayOut &way) const {
    return way.until != day_named(seen_.state, term_last_day).value &&
           happens(way.until) == Truth::Yes;
}

std::string Sentences::until(const WayOut &way) const {
    return ends_early(way) ? " until " + long_date(way.until) : "";
}

std::string Sentences::given_parts() const {
    std::string text;
    for (const WayOut *way : ways_) {
        if (way->state == WayState::Closed && way->kind == WayKind::End &&
            !(right_of(*way).scope.empty() && !ended().empty())) {
            const std::string thing = thing_of(*way);
            text += joined({" ", way->delivery ? if_missing(*way) + thing : sentence_case(thing),
                            " ended by itself ", on_day(way->from), "."});
        }
        if (way->state == WayState::Given && way->kind == WayKind::Shrink) {
            text +=
                joined({" Notice was given on ", long_date(way->from), " (supposed): the lease of ",
                        parts_of(*way), way->ends->most <= seen_.as_of ? " ended " : " ends ",
                        on_day(*way->ends), "."});
        }
    }
    return text;
}

std::string Sentences::given_sentence(const WayOut &way) const {
    const bool is_sent = 0 <= seen_.scenario.notices[way.right.at()].channel;
    return joined({"Notice was ", is_sent ? "received" : "given", " on ", long_date(way.from),
                   " (supposed): the lease ", way.ends->most <= seen_.as_of ? "ended " : "ends ",
                   on_day(*way.ends), "."});
}

std::string Sentences::open_sentence(const WayOut &way) const {
    const std::string today = long_date(seen_.as_of);
    if (way.kind == WayKind::End) {
        return sentence_case(thing_of(way)) + " ended by itself " + on_day(way.from) + ".";
    }
    const bool is_at_once = way.ends == exactly(seen_.as_of);
    const std::string last =
        ends_early(way) ? " The last day for it is " + long_date(way.until) + "." : "";
    const std::string text =
        is_at_once ? joined({who(), " may ", leave(way), " at once: notice given today, ", today,
                             ", takes effect today"})
                   : joined({who(), " may give notice today, ", today, ", and ", leave(way), " ",
                             on_day(*way.ends)});
    return joined({text, cost(way), ".", last, other_kind(way)});
}

std::string Sentences::other_kind(const WayOut &said) const {
    for (const WayOut *way : ways_) {
        if (way->kind != said.kind && way->state == WayState::Open &&
            way->kind == WayKind::Shrink) {
            return " It may also " + leave(*way) + ".";
        }
    }
    return {};
}

std::string Sentences::opens_sentence(const WayOut &way, bool is_otherwise) const {
    if (way.kind == WayKind::End) {
        return sentence_case(thing_of(way)) + " ends by itself " + on_day(way.from) + ".";
    }
    const std::string from =
        long_date(way.from) + (ends_early(way) ? " to " + long_date(way.until) : " on");
    const bool has_notice = way.ends && *way.ends != way.from;
    return joined({is_otherwise ? "Otherwise it" : forecast(way), " may ",
                   has_notice ? "give notice" : leave(way), " from ", from,
                   has_notice ? joined({" and ", leave(way), " ", on_day(*way.ends)}) : "",
                   cost(way), "."});
}

std::string Sentences::forecast(const WayOut &way) const {
    const Right &right = right_of(way);
    const Delivery *delivery = right.trigger.kind == TriggerKind::Missed
                                   ? awaited_by(seen_.lease, seen_.scenario, right)
                                   : nullptr;
    if (delivery == nullptr) {
        return who();
    }
    const Tranche &tranche = get(seen_.lease.tranches, delivery->tranche);
    const std::string names = things_of(tranche);
    const char *come = is_plural(tranche) ? " come" : " comes";
    if (delivery->day == exactly(Date::never())) {
        return joined({"If ", names, " never", come, ", ", name_});
    }
    const bool is_coming = delivery->day.known() && seen_.as_of < delivery->day.least;
    return is_coming ? joined({"If ", names, come, " on ", long_date(delivery->day), ", ", name_})
                     : who();
}

const Tranche &Sentences::tranche_of(const WayOut &way) const {
    return get(seen_.lease.tranches, seen_.scenario.deliveries[*way.delivery].tranche);
}

std::string Sentences::deliverer() const { return name_of_party(seen_.lease, Role::Landlord); }

std::string Sentences::if_label(const WayOut &way) const {
    const bool is_late = right_of(way).trigger.kind == TriggerKind::Missed;
    return is_late ? "Only if late" : "Only if delivered so";
}

std::string Sentences::if_sentence(const WayOut &way) const {
    const WayRun &run = way.runs.front();
    const Tranche &tranche = tranche_of(way);
    const bool is_many = is_plural(tranche);
    const std::string names = things_of(tranche);
    const bool is_end = way.kind == WayKind::End;
    const std::string what = is_end ? sentence_case(thing_of(way)) + " ends by itself"
                                    : joined({who(), " may ", leave(way)});
    if (!run.first.is_day() || run.last.is_day()) {
        return joined({what, " if ", names, is_many ? " are" : " is", " delivered ",
                       on_day(When{run.first, run.last}), ".", after(way)});
    }
    const Date last_in_time = add_days(run.first, -1);
    const bool is_past = last_in_time < seen_.as_of;
    const When due =
        day_named(seen_.state, name_of_due(seen_.scenario.deliveries[*way.delivery].tranche)).value;
    const bool is_late =
        right_of(way).trigger.kind == TriggerKind::Missed && due.most <= last_in_time;
    const char *colon = is_late ? ": if " : "";
    const char *be = is_past ? (is_many ? "were" : "was") : (is_many ? "are" : "is");
    const When term = day_named(seen_.state, term_last_day).value;
    const bool has_cap = run.until.most.is_day() && run.until.most < term.least;
    const std::string end =
        run.is_until_delivery
            ? std::string{" until "} + (is_many ? "they are" : "it is") +
                  (has_cap ? ", and until " + long_date(run.until.most) + " at the latest" : "")
            : until(way);
    const std::string late =
        is_late ? deliverer() + (is_past ? " was late" : " is late") : std::string{};
    return joined({what, " only if ", late, colon, names, " ", be, " not ", is_many ? "all " : "",
                   "there by ", long_date(last_in_time), ", ",
                   is_end ? on_day(run.from) : joined({"from ", long_date(run.from), end}), ".",
                   after(way)});
}

std::string Sentences::after(const WayOut &) const {
    const WayOut *next = first(WayState::Opens);
    return next == nullptr ? "" : " " + opens_sentence(*next, true);
}

std::string Sentences::lateness() const {
    for (const WayOut *way : ways_) {
        const Right &right = right_of(*way);
        if (right.trigger.kind != TriggerKind::Missed || way->state != WayState::None) {
            continue;
        }
        const RightState &state = get(seen_.state.rights, way->right);
        const Delivery *delivery = awaited_by(seen_.lease, seen_.scenario, right);
        const When due = delivery == nullptr
                             ? any_day()
                             : day_named(seen_.state, name_of_due(delivery->tranche)).value;
        if (!due.known() || !due.least.is_day() || !delivery->day.known() ||
            !delivery->day.least.is_day()) {
            continue;
        }
        const bool is_coming = seen_.as_of < delivery->day.least;
        const Tranche &tranche = get(seen_.lease.tranches, delivery->tranche);
        const std::string names = things_of(tranche);
        const std::string verb =
            is_coming ? joined({"If ", names, is_plural(tranche) ? " come" : " comes", " on ",
                                long_date(delivery->day), ", that is "})
                      : sentence_case(names) + " came ";
        const std::int64_t late_by = days_between(due.least, delivery->day.least);
        if (state.late == Truth::No) {
            return verb + "in time" + (is_coming ? ": " : ". ");
        }
        if (!state.grace_last_day || late_by <= 0) {
            continue;
        }
        const When grace = state.grace_last_day->value;
        const std::string late = verb + counted(late_by, "day") + " late";
        if (state.missed == Truth::No) {
            return joined({late, ", within the ", grace_word(right), " of grace that ",
                           grace.most < seen_.as_of ? "ended " : "ends ", on_day(grace),
                           is_coming ? ": " : ". "});
        }
        if (state.missed == Truth::Yes) {
            return joined({late, ", which leaves no day on which ", name_, " could go",
                           is_coming ? ": " : ". "});
        }
    }
    return {};
}

std::string Sentences::grace_word(const Right &right) const {
    RuleId id = right.grace;
    while (get(seen_.lease.rules, id).form == Form::ByReading) {
        const Rule &choice = get(seen_.lease.rules, id);
        id = child(seen_.lease, choice,
                   seen_.scenario.readings[static_cast<std::size_t>(choice.value)]);
    }
    const Rule &rule = get(seen_.lease.rules, id);
    const bool is_period = rule.form == Form::After;
    const RuleId n = is_period ? child(seen_.lease, rule, place::Period::N) : no_rule;
    const RuleId unit = is_period ? child(seen_.lease, rule, place::Period::Unit) : no_rule;
    const bool is_one = is_given(n) && get(seen_.lease.rules, n).value == 1;
    const bool is_month =
        is_given(unit) && static_cast<Unit>(get(seen_.lease.rules, unit).value) == Unit::Month;
    return is_one && is_month ? "month" : "period";
}

std::string Sentences::if_missing(const WayOut &way) const {
    const Tranche &tranche = tranche_of(way);
    return joined({"If ", things_of(tranche), is_plural(tranche) ? " were" : " was",
                   " not there by ", long_date(add_days(way.runs.front().first, -1)), ", "});
}

std::string Sentences::could_have() const {
    const WayOut *way = first(WayState::Closed);
    if (way == nullptr || way->kind == WayKind::End) {
        return {};
    }
    const std::string could = way->kind == WayKind::Shrink
                                  ? " could have given up " + parts_of(*way) + " "
                                  : " could have left ";
    if (way->delivery) { // whether it could is not recorded
        return joined({" ", if_missing(*way), name_, could, "from ", long_date(way->from), " to ",
                       long_date(way->until), " at the latest."});
    }
    return joined({" ", who(), could,
                   way->from.known() && way->until.known()
                       ? days_text(way->from.least, way->until.least)
                       : "from " + long_date(way->from) + " to " + long_date(way->until),
                   "."});
}

std::string Sentences::coming_notices() const {
    std::string first;
    std::int64_t others = 0;
    for (const WayOut *way : ways_) {
        std::string text = coming_notice(*way);
        others += text.empty() || first.empty() ? 0 : 1;
        first = first.empty() ? std::move(text) : std::move(first);
    }
    return others == 0 ? first
                       : joined({first, " ", counted(others, "more notice"),
                                 others == 1 ? " is" : " are", " supposed."});
}

std::string Sentences::coming_notice(const WayOut &way) const {
    const Notice &sent = seen_.scenario.notices[way.right.at()];
    const When notice = received_day(seen_.lease, seen_.scenario, way.right);
    if (way.kind == WayKind::End || way.state == WayState::Given || !notice.known() ||
        !notice.least.is_day()) {
        return {};
    }
    const RightState &state = get(seen_.state.rights, way.right);
    const bool is_past = notice.least < seen_.as_of;
    const bool is_one_of_many = 1 < ways_.size();
    const std::string name =
        is_one_of_many ? joined({" under “", label_or_id(right_of(way)), "”"}) : std::string{};
    const auto phases = state.phases.all();
    const auto undone = std::find_if(phases.begin(), phases.end(), [](const Phase &phase) {
        return phase.status == Status::Voided;
    });
    if (undone != phases.end()) {
        return joined({" Notice", name, " on ", long_date(notice), " (supposed) ",
                       undone->from.most < seen_.as_of ? "was" : "is", " undone by the delivery ",
                       on_day(undone->from), "."});
    }
    const std::string of =
        sent.channel < 0 ? joined({" Notice", name, " on ", long_date(notice), " (supposed) "})
                         : joined({" Notice", name, " sent on ", long_date(sent.day),
                                   " and received on ", long_date(notice), " (supposed) "});
    if (state.arises.value == Truth::No) {
        return of + (is_past ? "had no effect." : "has no effect.");
    }
    if (less(notice, state.opens.value) == Truth::Yes) {
        return joined({of, is_past ? "came" : "comes", " too early: the first day for it is ",
                       long_date(state.opens.value), "."});
    }
    if (less(state.closes.value, notice) == Truth::Yes) {
        return joined({of, is_past ? "came" : "comes", " too late: the last day for it is ",
                       long_date(state.closes.value), "."});
    }
    if (is_past) {
        return {};
    }
    const When effect = outcome_of(seen_.lease, seen_.scenario, way.right, notice).effect;
    if (seen_.state.terminated.value.most < effect.least) {
        return {}; // the lease has ended by then
    }
    return happens(effect) == Truth::No
               ? of + "has no effect."
               : joined({of, "would end ",
                         way.kind == WayKind::Shrink ? "that part " : "the lease ", on_day(effect),
                         "."});
}

std::string Sentences::unknown_sentence(const WayOut &way) const {
    if (!way.is_holder_known) {
        const bool is_certain = get(seen_.state.rights, way.right).arises.value == Truth::Yes;
        return joined({"Whether ", name_, " may ", leave(way),
                       " is not public: the papers do not say whose right “",
                       label_or_id(right_of(way)), "” is.",
                       is_certain
                           ? " It may be used from " + long_date(way.from) +
                                 (ends_early(way) ? " to " + long_date(way.until) : " on") + "."
                           : ""});
    }
    const Unknown *found = nullptr;
    for (const UnknownId id : way.unknowns) {
        const Unknown &unknown = get(seen_.lease.unknowns, id);
        if (!unknown.question.empty() &&
            (found == nullptr || (found->kind != Kind::Truth && unknown.kind == Kind::Truth))) {
            found = &unknown;
        }
    }
    if (way.unknowns.empty()) {
        const auto is_undecided = [](const Delivery &one) { return !one.day.known(); };
        const auto &deliveries = seen_.scenario.deliveries;
        const bool are_many = 1 < std::count_if(deliveries.begin(), deliveries.end(), is_undecided);
        return joined({"Whether ", name_, " may ", leave(way), " depends on ",
                       are_many ? "more than one delivery that is not recorded."
                                : "days that are not known."});
    }
    return "Whether " + name_ + " may " + leave(way) + " is not public" +
           (found == nullptr ? "." : ": “" + found->question + "”");
}

std::string Sentences::ended() const {
    const When &end = seen_.state.terminated.value;
    const bool is_given = std::any_of(seen_.ways.begin(), seen_.ways.end(), [](const WayOut &way) {
        return way.state == WayState::Given && way.kind == WayKind::Leave;
    });
    if (happens(end) == Truth::Yes && (end.most <= seen_.as_of || is_given)) {
        return (end.most <= seen_.as_of ? "The lease ended "
                                        : "Notice has been given: the lease ends ") +
               on_day(end) + ".";
    }
    const When term = day_named(seen_.state, term_last_day).value;
    return term.most < seen_.as_of ? "The lease ended with its term " + on_day(term) + "." : "";
}

std::string Sentences::no_brief() const { return ways_.empty() ? "no such right is stated" : ""; }

std::string Sentences::no_sentence() const {
    if (std::string end = ended(); !end.empty()) {
        return end;
    }
    const When term = day_named(seen_.state, term_last_day).value;
    const auto event = std::find_if(ways_.begin(), ways_.end(),
                                    [](const WayOut *way) { return way->event.has_value(); });
    if (event != ways_.end()) {
        return joined({lateness(), who(), " may ", leave(**event), " only if this happens: ",
                       label_or_id(get(seen_.lease.events, *(*event)->event)), "."});
    }
    return lateness() +
           (ways_.empty()
                ? "No right of " + name_ + " to leave is stated."
                : who() + " has no stated way out before the term ends" +
                      (term.known() && term.least.is_day() ? " " + on_day(term) : std::string{}) +
                      ".");
}

} // namespace offramp
