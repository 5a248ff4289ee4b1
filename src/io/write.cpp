#include "io/write.hpp"

#include "core/overloaded.hpp"
#include "io/json_writer.hpp"
#include "io/names.hpp"

namespace offramp {

namespace {

using Clauses = std::optional<ClauseId>;

/// Writes the grammar of rules. A rule's clause is written where it is not the one it inherits.
class RuleWriter {
  public:
    RuleWriter(const Lease &lease, JsonWriter &json) : lease_(lease), json_(json) {}

    void clause(Clauses clause) {
        if (clause) {
            json_.member("clause", get(lease_.clauses, *clause).id);
        }
    }
    std::string text_of(Money money) const {
        return to_decimal(money, minor_digits(lease_.currency));
    }

    void day(DateRuleId id, Clauses inherited) {
        const DateRule &rule = get(lease_.date_rules, id);
        const Clauses own = rule.clause;
        std::visit(
            Overloaded{
                [&](const FixedDay &form) { leaf("day", to_iso(form.day), own, inherited); },
                [&](const NamedDay &form) {
                    leaf("day", get(lease_.names, form.name).text, own, inherited);
                },
                [&](const Offset &form) { object(own, inherited, [&] { offset(form, own); }); },
                [&](const Earliest &form) {
                    object(own, inherited, [&] { days("earliest", form.of, own); });
                },
                [&](const Latest &form) {
                    object(own, inherited, [&] { days("latest", form.of, own); });
                },
                [&](const ByReading<DateRuleId> &form) {
                    object(own, inherited,
                           [&] { by_reading(form, [&](DateRuleId option) { day(option, own); }); });
                },
                [&](const UnknownDay &form) {
                    object(own, inherited, [&] { unknown(form.unknown); });
                },
            },
            rule.form);
    }

    void count(CountRuleId id, Clauses inherited) {
        const CountRule &rule = get(lease_.count_rules, id);
        const Clauses own = rule.clause;
        std::visit(Overloaded{
                       [&](const FixedCount &form) { leaf("count", form.count, own, inherited); },
                       [&](const DeliveredUnits &form) {
                           object(own, inherited, [&] {
                               json_.member("delivered", get(lease_.tranches, form.tranche).id);
                               json_.member("by", [&] { day(form.by, own); });
                           });
                       },
                       [&](const CommittedUnits &form) {
                           object(own, inherited, [&] {
                               json_.member("committed", get(lease_.tranches, form.tranche).id);
                           });
                       },
                       [&](const WholeMonths &form) {
                           object(own, inherited, [&] {
                               json_.member("whole_months", [&] {
                                   json_.object([&] {
                                       json_.member("from", [&] { day(form.from, own); });
                                       json_.member("to", [&] { day(form.to, own); });
                                   });
                               });
                           });
                       },
                       [&](const CountDifference &form) {
                           object(own, inherited, [&] {
                               json_.member("count", [&] { count(form.whole, own); });
                               json_.member("less", [&] { count(form.less, own); });
                           });
                       },
                       [&](const ByReading<CountRuleId> &form) {
                           object(own, inherited, [&] {
                               by_reading(form, [&](CountRuleId option) { count(option, own); });
                           });
                       },
                       [&](const UnknownCount &form) {
                           object(own, inherited, [&] { unknown(form.unknown); });
                       },
                   },
                   rule.form);
    }

    void amount(AmountRuleId id, Clauses inherited) {
        const AmountRule &rule = get(lease_.amount_rules, id);
        const Clauses own = rule.clause;
        std::visit(Overloaded{
                       [&](const FixedAmount &form) {
                           leaf("amount", text_of(form.amount), own, inherited);
                       },
                       [&](const Scaled &form) {
                           object(own, inherited, [&] {
                               json_.member("amount", [&] { amount(form.amount, own); });
                               json_.member("times", [&] { count(form.times, own); });
                               json_.member("over", [&] { count(form.over, own); });
                           });
                       },
                       [&](const AmountDifference &form) {
                           object(own, inherited, [&] {
                               json_.member("amount", [&] { amount(form.whole, own); });
                               json_.member("less", [&] { amount(form.less, own); });
                           });
                       },
                       [&](const ByReading<AmountRuleId> &form) {
                           object(own, inherited, [&] {
                               by_reading(form, [&](AmountRuleId option) { amount(option, own); });
                           });
                       },
                       [&](const UnknownAmount &form) {
                           object(own, inherited, [&] { unknown(form.unknown); });
                       },
                   },
                   rule.form);
    }

    /// An enumerator, or one per option of a reading.
    template <typename Enum>
    void setting(const ByReading<Enum> &datum) {
        if (!datum.reading) {
            json_.value(word_for(datum.options.front()));
            return;
        }
        json_.object(
            [&] { by_reading(datum, [&](Enum option) { json_.value(word_for(option)); }); });
    }

  private:
    template <typename Write>
    void object(Clauses own, Clauses inherited, Write write) {
        json_.object([&] {
            write();
            clause(own == inherited ? std::nullopt : own);
        });
    }

    /// A bare value; an object around it where a clause of its own must stand beside it.
    template <typename T>
    void leaf(std::string_view key, const T &value, Clauses own, Clauses inherited) {
        if (own == inherited || !own) {
            json_.value(value);
        } else {
            object(own, inherited, [&] { json_.member(key, value); });
        }
    }

    void days(std::string_view key, const std::vector<DateRuleId> &of, Clauses inherited) {
        json_.list(key, of, [&](DateRuleId id) { day(id, inherited); });
    }

    void offset(const Offset &form, Clauses own) {
        json_.member("n", [&] { count(form.count, own); });
        json_.member("unit", word_for(form.unit));
        json_.member(form.direction == Direction::After ? "after" : "before",
                     [&] { day(form.from, own); });
        if (form.unit == Unit::Month || form.unit == Unit::Year) {
            json_.member("month_end", [&] { setting(form.month_end); });
        }
    }

    void unknown(UnknownId id) { json_.member("unknown", get(lease_.unknowns, id).id); }

    template <typename T, typename WriteOption>
    void by_reading(const ByReading<T> &datum, WriteOption write_option) {
        const Reading &reading = get(lease_.readings, *datum.reading);
        json_.member("reading", reading.id);
        json_.member("options", [&] {
            json_.object([&] {
                for (std::size_t i = 0; i < datum.options.size(); ++i) {
                    json_.key(reading.options[i].id);
                    write_option(datum.options[i]);
                }
            });
        });
    }

    const Lease &lease_;
    JsonWriter &json_;
};

class LeaseWriter {
  public:
    explicit LeaseWriter(const Lease &lease) : lease_(lease), rules_(lease, json_) {}

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
                    day("first_day", lease_.term.first_day, lease_.term.clause);
                    day("last_day", lease_.term.last_day, lease_.term.clause);
                    rules_.clause(lease_.term.clause);
                });
            });
            each("tranches", lease_.tranches, [&](const Tranche &one) { tranche(one); });
            each("events", lease_.events, [&](const Event &event) {
                json_.member("id", event.id);
                json_.member("label", event.label);
                rules_.clause(event.clause);
            });
            keys("dates", lease_.dates,
                 [&](const KeyDate &key) { rules_.day(key.rule, key.clause); });
            keys("counts", lease_.counts,
                 [&](const KeyCount &key) { rules_.count(key.rule, key.clause); });
            keys("amounts", lease_.amounts,
                 [&](const KeyAmount &key) { rules_.amount(key.rule, key.clause); });
            each("fees", lease_.fees, [&](const Fee &one) { fee(one); });
            json_.member("exit_day", [&] { rules_.setting(lease_.exit_day); });
            each("rights", lease_.rights, [&](const Right &one) { right(one); });
            each("readings", lease_.readings, [&](const Reading &one) { reading(one); });
            each("unknowns", lease_.unknowns, [&](const Unknown &one) { unknown(one); });
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

    template <typename Key, typename WriteRule>
    void keys(std::string_view name, const std::vector<Key> &all, WriteRule write_rule) {
        each(name, all, [&](const Key &key) {
            json_.member("id", key.id);
            json_.member("label", key.label);
            json_.member("is", [&] { write_rule(key); });
            rules_.clause(key.clause);
        });
    }

    void day(std::string_view key, DateRuleId rule, Clauses inherited) {
        json_.member(key, [&] { rules_.day(rule, inherited); });
    }
    void day(std::string_view key, const std::optional<DateRuleId> &rule, Clauses inherited) {
        if (rule) {
            day(key, *rule, inherited);
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
        json_.member("units", [&] { rules_.count(tranche.units, tranche.clause); });
        day("due", tranche.due, tranche.clause);
        json_.member("approximate", tranche.approximate);
        rules_.clause(tranche.clause);
    }

    void fee(const Fee &fee) {
        json_.member("id", fee.id);
        json_.member("label", fee.label);
        day("from", fee.from, fee.clause);
        day("to", fee.to, fee.clause);
        json_.member("per_month", [&] { rules_.amount(fee.per_month, fee.clause); });
        rules_.clause(fee.clause);
    }

    void right(const Right &right) {
        const Clauses own = right.clause;
        json_.member("id", right.id);
        json_.member("label", right.label);
        json_.member("holder", word_for(right.holder));
        json_.member("trigger", [&] {
            json_.object([&] {
                std::visit(Overloaded{[&](const Missed &form) {
                                          day("missed", form.what, own);
                                          day("by", form.by, own);
                                      },
                                      [&](const AfterDay &form) { day("after", form.day, own); },
                                      [&](const OnDay &form) { day("on", form.day, own); }},
                           right.trigger);
            });
        });
        day("grace", right.grace, own);
        if (right.window_first || right.window_last) {
            json_.member("window", [&] {
                json_.object([&] {
                    day("first", right.window_first, own);
                    day("last", right.window_last, own);
                });
            });
        }
        if (!right.preconditions.empty()) {
            json_.list("preconditions", right.preconditions,
                       [&](DateRuleId rule) { rules_.day(rule, own); });
        }
        day("effect", right.effect, own);
        if (right.last_chance) {
            json_.member("last_chance", [&] {
                json_.object([&] {
                    day("what", right.last_chance->what, own);
                    day("by", right.last_chance->by, own);
                });
            });
        }
        day("ends_when", right.ends_when, own);
        if (right.exit_fee) {
            json_.member("exit_fee", [&] { rules_.amount(*right.exit_fee, own); });
        }
        if (right.alternative) {
            json_.member("alternative", get(lease_.events, *right.alternative).id);
        }
        rules_.clause(own);
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

    void unknown(const Unknown &unknown) {
        const auto bound = [&](std::string_view key, std::int64_t value) {
            switch (unknown.kind) {
            case UnknownKind::Day:
                json_.member(key, to_iso(Date::from_day_number(value)));
                break;
            case UnknownKind::Count:
                json_.member(key, value);
                break;
            case UnknownKind::Amount:
                json_.member(key, rules_.text_of(Money::from_minor(value)));
                break;
            }
        };
        json_.member("id", unknown.id);
        json_.member("question", unknown.question);
        json_.member("kind", word_for(unknown.kind));
        const bool is_open_below = unknown.kind == UnknownKind::Day
                                       ? unknown.least == Date::first_day_number
                                       : unknown.least == 0;
        if (!is_open_below) {
            bound("least", unknown.least);
        }
        if (unknown.most != INT64_MAX) {
            bound("most", unknown.most);
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
    JsonWriter json_{Layout::Indented};
    RuleWriter rules_;
};

} // namespace

std::string write_lease(const Lease &lease) { return LeaseWriter{lease}.write(); }

} // namespace offramp
