#include "io/lease/write_lease.hpp"

#include "io/json/names.hpp"
#include "io/lease/rule_writer.hpp"

namespace offramp {

namespace {

class LeaseWriter {
  public:
    LeaseWriter(const Lease &lease, Layout layout)
        : lease_(lease), json_(layout), rules_(lease, json_) {}

    std::string write() {
        json_.object([&] {
            head();
            each("parties", lease_.parties, [&](const Party &party) {
                json_.member("id", party.id);
                json_.member("name", party.name);
                json_.member("role", word_for(party.role));
            });
            json_.member("term", [&] {
                json_.object([&] {
                    rule("first_day", lease_.term.first_day, lease_.term.clause);
                    rule("last_day", lease_.term.last_day, lease_.term.clause);
                    rules_.clause(lease_.term.clause);
                });
            });
            each("tranches", lease_.tranches, [&](const Tranche &one) { tranche(one); });
            each("reported", lease_.reported, [&](const ReportedDelivery &one) {
                json_.member("tranche", get(lease_.tranches, one.tranche).id);
                json_.member("day", [&] { rules_.range(Kind::Day, numbers_of(one.day)); });
                if (one.units) {
                    json_.member("units", [&] { rules_.range(Kind::Count, *one.units); });
                }
                rules_.clause(one.clause);
            });
            if (lease_.total_units) {
                json_.member("total_units", *lease_.total_units);
            }
            each("events", lease_.events, [&](const Event &event) {
                json_.member("id", event.id);
                json_.member("label", event.label);
                json_.member("kind", word_for(event.kind));
                rules_.clause(event.clause);
            });
            each("delays", lease_.delays, [&](const Delay &delay) {
                json_.member("id", delay.id);
                json_.member("label", delay.label);
                rules_.clause(delay.clause);
            });
            keys("dates", lease_.dates);
            keys("moments", lease_.moments);
            keys("counts", lease_.counts);
            keys("amounts", lease_.amounts);
            keys("conditions", lease_.conditions);
            each("fees", lease_.fees, [&](const Fee &one) { fee(one); });
            each("remedies", lease_.remedies, [&](const Remedy &one) { remedy(one); });
            each("caps", lease_.caps, [&](const Cap &cap) {
                json_.member("id", cap.id);
                json_.member("label", cap.label);
                rule("amount", cap.amount, cap.clause);
                json_.list("remedies", cap.remedies,
                           [&](RemedyId id) { json_.value(get(lease_.remedies, id).id); });
                rules_.clause(cap.clause);
            });
            each("channels", lease_.channels, [&](const Channel &channel) {
                json_.member("id", channel.id);
                json_.member("label", channel.label);
                rule("received", channel.received, channel.clause);
                rules_.clause(channel.clause);
            });
            each("rights", lease_.rights, [&](const Right &one) { right(one); });
            conventions();
            each("readings", lease_.readings, [&](const Reading &one) { reading(one); });
            unknowns("unknowns", false);
            unknowns("inputs", true);
            each("calendars",
                 std::vector<Calendar>(lease_.calendars.begin() + public_calendar_names.size(),
                                       lease_.calendars.end()),
                 [&](const Calendar &one) { calendar(one); });
            each("clauses", lease_.clauses, [&](const Clause &one) { clause(one); });
            each("sources", lease_.sources, [&](const Source &source) {
                json_.member("id", source.id);
                json_.member("title", source.title);
                json_.member("url", source.url);
                json_.member("date", source.date);
                json_.member("kind", source.kind);
            });
        });
        return json_.take() + "\n";
    }

  private:
    template <typename T, typename Write>
    void each(std::string_view name, const std::vector<T> &all, Write write) {
        json_.list(name, all, [&](const T &one) { json_.object([&] { write(one); }); });
    }

    void keys(std::string_view name, const std::vector<KeyValue> &all) {
        each(name, all, [&](const KeyValue &key) {
            json_.member("id", key.id);
            json_.member("label", key.label);
            rule("is", key.rule, key.clause);
            rules_.clause(key.clause);
        });
    }

    void rule(std::string_view key, RuleId id, MaybeClause inherited) {
        if (is_given(id)) {
            json_.member(key, [&] { rules_.rule(id, inherited); });
        }
    }

    void flag(std::string_view key, bool is_set) {
        if (is_set) {
            json_.member(key, true);
        }
    }

    void head() {
        json_.member("schema_version", std::int64_t{1});
        json_.member("id", lease_.id);
        json_.member("title", lease_.title);
        json_.member("terms_version", lease_.terms_version);
        json_.member("currency", lease_.currency);
        json_.member("information_day", to_iso(lease_.information_day));
        const Presentation &shown = lease_.presentation;
        json_.member("presentation", [&] {
            json_.object([&] {
                json_.member("question", shown.question);
                json_.member("introduction", shown.introduction);
                if (shown.about != About::Tenant) {
                    json_.member("about", word_for(shown.about));
                }
                if (shown.handle) {
                    json_.member("handle", get(lease_.names, *shown.handle).text);
                }
                if (shown.first_day) {
                    json_.member("first_day", to_iso(*shown.first_day));
                }
                if (shown.last_day) {
                    json_.member("last_day", to_iso(*shown.last_day));
                }
            });
        });
    }

    void tranche(const Tranche &tranche) {
        json_.member("id", tranche.id);
        json_.member("label", tranche.label);
        json_.member("unit", tranche.unit);
        rule("units", tranche.units, tranche.clause);
        rule("due", tranche.due, tranche.clause);
        flag("approximate", tranche.approximate);
        rules_.clause(tranche.clause);
    }

    void fee(const Fee &fee) {
        json_.member("id", fee.id);
        json_.member("label", fee.label);
        if (fee.billing.is_once) {
            rule("amount", fee.amount, fee.clause);
            rule("on", fee.from, fee.clause);
        } else {
            json_.member("series", fee.series);
            rule("from", fee.from, fee.clause);
            rule("to", fee.to, fee.clause);
            rule("per_month", fee.amount, fee.clause);
            if (fee.billing.first_day != 1) {
                json_.member("billing_day", std::int64_t{fee.billing.first_day});
            }
        }
        if (fee.tranche) {
            json_.member("tranche", get(lease_.tranches, *fee.tranche).id);
        }
        rules_.clause(fee.clause);
    }

    void remedy(const Remedy &remedy) {
        const MaybeClause own = remedy.clause;
        json_.member("id", remedy.id);
        json_.member("label", remedy.label);
        json_.member("owed_to", word_for(remedy.owed_to));
        rule("from", remedy.from, own);
        rule("to", remedy.to, own);
        rule("interval", remedy.interval, own);
        each("rungs", remedy.rungs, [&](const Rung &rung) {
            rule("after", rung.after, own);
            rule("per_day", rung.per_day, own);
            rule("days_of_fee", rung.times, own);
            rule("over", rung.over, own);
        });
        rule("mode", remedy.mode, own);
        rule("cap", remedy.cap, own);
        rule("cap_days", remedy.cap_days, own);
        rule("credited_from", remedy.credited_from, own);
        if (remedy.fee) {
            json_.member("fee", get(lease_.fees, *remedy.fee).id);
        }
        flag("sole", remedy.is_sole);
        rules_.clause(own);
    }

    void trigger(const Trigger &trigger, MaybeClause own) {
        switch (trigger.kind) {
        case TriggerKind::Missed:
            rule("missed", trigger.what, own);
            rule("by", trigger.day, own);
            break;
        case TriggerKind::After:
            rule("after", trigger.day, own);
            break;
        case TriggerKind::On:
            rule("on", trigger.day, own);
            break;
        }
    }

    void right(const Right &right) {
        const MaybeClause own = right.clause;
        json_.member("id", right.id);
        json_.member("label", right.label);
        json_.member("holder", word_for(right.holder));
        json_.member("exercise", word_for(right.exercise));
        if (!right.scope.empty()) {
            json_.list("scope", right.scope,
                       [&](TrancheId id) { json_.value(get(lease_.tranches, id).id); });
        }
        json_.member("trigger", [&] { json_.object([&] { trigger(right.trigger, own); }); });
        rule("condition", right.condition, own);
        rule("grace", right.grace, own);
        if (is_given(right.window_first) || is_given(right.window_last)) {
            json_.member("window", [&] {
                json_.object([&] {
                    rule("first", right.window_first, own);
                    rule("last", right.window_last, own);
                });
            });
        }
        if (!right.preconditions.empty()) {
            json_.list("preconditions", right.preconditions,
                       [&](RuleId id) { rules_.rule(id, own); });
        }
        rule("effect", right.effect, own);
        rule("latest_effect", right.latest_effect, own);
        if (right.last_chance) {
            json_.member("last_chance", [&] {
                json_.object([&] {
                    rule("what", right.last_chance->what, own);
                    rule("by", right.last_chance->by, own);
                    rule("meanwhile", right.last_chance->meanwhile, own);
                });
            });
        }
        rule("ends_when", right.ends_when, own);
        rule("exit_fee", right.exit_fee, own);
        if (right.remedy) {
            json_.member("remedy", get(lease_.remedies, *right.remedy).id);
        }
        if (right.alternative) {
            json_.member("alternative", get(lease_.events, *right.alternative).id);
        }
        rules_.clause(own);
    }

    void conventions() {
        json_.member("conventions", [&] {
            json_.object([&] {
                for (std::size_t i = 0; i < kind_count; ++i) {
                    const auto kind = static_cast<Kind>(i);
                    if (is_word(kind)) {
                        rule(convention_key(kind), lease_.conventions[i], std::nullopt);
                    }
                }
            });
        });
    }

    void calendar(const Calendar &calendar) {
        static constexpr std::array<std::string_view, 7> weekdays = {"MON", "TUE", "WED", "THU",
                                                                     "FRI", "SAT", "SUN"};
        json_.member("id", calendar.id);
        json_.member("label", calendar.label);
        json_.member("base", public_calendar_names[static_cast<std::size_t>(calendar.base)].id);
        std::vector<std::string_view> weekend;
        for (std::size_t i = 0; i < weekdays.size(); ++i) {
            if ((calendar.weekend >> i & 1U) != 0) {
                weekend.push_back(weekdays[i]);
            }
        }
        json_.list("weekend", weekend, [&](std::string_view day) { json_.value(day); });
        json_.list("holidays", calendar.holidays, [&](Date day) { json_.value(to_iso(day)); });
        json_.list("working_days", calendar.working_days,
                   [&](Date day) { json_.value(to_iso(day)); });
    }

    void reading(const Reading &reading) {
        json_.member("id", reading.id);
        json_.member("question", reading.question);
        json_.member("default",
                     reading.options[static_cast<std::size_t>(reading.default_option)].id);
        each("options", reading.options, [&](const Option &option) {
            json_.member("id", option.id);
            json_.member("label", option.label);
            json_.member("explanation", option.explanation);
        });
        rules_.clause(reading.clause);
    }

    void unknowns(std::string_view key, bool are_inputs) {
        std::vector<Unknown> all;
        for (const Unknown &unknown : lease_.unknowns) {
            if (unknown.is_input == are_inputs) {
                all.push_back(unknown);
            }
        }
        each(key, all, [&](const Unknown &one) { unknown(one); });
    }

    void unknown(const Unknown &unknown) {
        const auto bound = [&](std::string_view key, std::int64_t value) {
            json_.member(key, [&] { rules_.literal(unknown.kind, value); });
        };
        json_.member("id", unknown.id);
        json_.member("question", unknown.question);
        json_.member("kind", word_for(unknown.kind));
        const bool is_open_below = unknown.kind == Kind::Day
                                       ? unknown.least == Date::first_day_number
                                       : unknown.least == 0;
        const bool is_open_above = unknown.most == (unknown.kind == Kind::Truth ? 1 : INT64_MAX);
        if (!is_open_below) {
            bound("least", unknown.least);
        }
        if (!is_open_above) {
            bound("most", unknown.most);
        }
        if (unknown.is_input) {
            bound("supposed", unknown.supposed);
        }
        rules_.clause(unknown.clause);
    }

    void clause(const Clause &clause) {
        json_.member("id", clause.id);
        json_.member("title", clause.title);
        json_.member("text", clause.text);
        json_.member("is", word_for(clause.wording));
        json_.list("sources", clause.sources,
                   [&](SourceId source) { json_.value(get(lease_.sources, source).id); });
    }

    const Lease &lease_;
    JsonWriter json_;
    RuleWriter rules_;
};

} // namespace

std::string write_lease(const Lease &lease, Layout layout) {
    return LeaseWriter{lease, layout}.write();
}

} // namespace offramp
