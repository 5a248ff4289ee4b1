#include "io/write.hpp"

#include "core/overloaded.hpp"
#include "io/names.hpp"

#include <nlohmann/json.hpp>

namespace offramp {

namespace {

using Json = nlohmann::ordered_json;
using Clauses = std::optional<ClauseId>;

template <typename Enum> std::string word(Enum value) { return std::string{word_for(value)}; }

std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Writes the grammar of rules. A rule's clause is written where it is not the one it inherits.
class RuleWriter {
  public:
    explicit RuleWriter(const Lease& lease) : lease_(lease) {}

    std::string clause(ClauseId id) const { return get(lease_.clauses, id).id; }
    std::string amount(Money money) const {
        return to_decimal(money, minor_digits(lease_.currency));
    }

    Json day(DateRuleId id, Clauses inherited) const {
        const DateRule& rule = get(lease_.date_rules, id);
        const Json json = std::visit(
            Overloaded{
                [](const FixedDay& form) { return Json(to_iso(form.day)); },
                [&](const NamedDay& form) { return Json(get(lease_.names, form.name).text); },
                [&](const Offset& form) { return offset(form, rule.clause); },
                [&](const Earliest& form) {
                    return Json{{"earliest", days(form.of, rule.clause)}};
                },
                [&](const Latest& form) { return Json{{"latest", days(form.of, rule.clause)}}; },
                [&](const ByReading<DateRuleId>& form) {
                    return by_reading(form,
                                      [&](DateRuleId option) { return day(option, rule.clause); });
                },
                [&](const UnknownDay& form) { return unknown(form.unknown); },
            },
            rule.form);
        return with_clause(json, rule.clause, inherited, "day");
    }

    Json count(CountRuleId id, Clauses inherited) const {
        const CountRule& rule = get(lease_.count_rules, id);
        const Clauses own = rule.clause;
        const Json json = std::visit(
            Overloaded{
                [](const FixedCount& form) { return Json(form.count); },
                [&](const DeliveredUnits& form) {
                    return Json{{"delivered", get(lease_.tranches, form.tranche).id},
                                {"by", day(form.by, own)}};
                },
                [&](const CommittedUnits& form) {
                    return Json{{"committed", get(lease_.tranches, form.tranche).id}};
                },
                [&](const WholeMonths& form) {
                    return Json{{"whole_months",
                                 {{"from", day(form.from, own)}, {"to", day(form.to, own)}}}};
                },
                [&](const CountDifference& form) {
                    return Json{{"count", count(form.whole, own)}, {"less", count(form.less, own)}};
                },
                [&](const ByReading<CountRuleId>& form) {
                    return by_reading(form, [&](CountRuleId option) { return count(option, own); });
                },
                [&](const UnknownCount& form) { return unknown(form.unknown); },
            },
            rule.form);
        return with_clause(json, own, inherited, "count");
    }

    Json amount(AmountRuleId id, Clauses inherited) const {
        const AmountRule& rule = get(lease_.amount_rules, id);
        const Clauses own = rule.clause;
        const Json json = std::visit(
            Overloaded{
                [&](const FixedAmount& form) { return Json(amount(form.amount)); },
                [&](const Scaled& form) {
                    return Json{{"amount", amount(form.amount, own)},
                                {"times", count(form.times, own)},
                                {"over", count(form.over, own)}};
                },
                [&](const AmountDifference& form) {
                    return Json{{"amount", amount(form.whole, own)},
                                {"less", amount(form.less, own)}};
                },
                [&](const ByReading<AmountRuleId>& form) {
                    return by_reading(form,
                                      [&](AmountRuleId option) { return amount(option, own); });
                },
                [&](const UnknownAmount& form) { return unknown(form.unknown); },
            },
            rule.form);
        return with_clause(json, own, inherited, "amount");
    }

    /// An enumerator, or one per option of a reading.
    template <typename Enum> Json setting(const ByReading<Enum>& datum) const {
        return datum.reading
                   ? by_reading(datum, [](Enum option) { return Json(word(option)); })
                   : Json(word(datum.options.front()));
    }

  private:
    Json with_clause(Json json, Clauses own, Clauses inherited, const char* key) const {
        if (own == inherited || !own) {
            return json;
        }
        if (!json.is_object()) {
            json = Json{{key, json}};
        }
        json["clause"] = clause(*own);
        return json;
    }

    Json days(const std::vector<DateRuleId>& of, Clauses inherited) const {
        Json all = Json::array();
        for (const DateRuleId id : of) {
            all.push_back(day(id, inherited));
        }
        return all;
    }

    Json offset(const Offset& form, Clauses own) const {
        Json json{{"n", count(form.count, own)},
                  {"unit", word(form.unit)},
                  {form.direction == Direction::After ? "after" : "before", day(form.from, own)}};
        if (form.unit == Unit::Month || form.unit == Unit::Year) {
            json["month_end"] = setting(form.month_end);
        }
        return json;
    }

    Json unknown(UnknownId id) const { return Json{{"unknown", get(lease_.unknowns, id).id}}; }

    template <typename T, typename WriteOption>
    Json by_reading(const ByReading<T>& datum, WriteOption write_option) const {
        const Reading& reading = get(lease_.readings, *datum.reading);
        Json options = Json::object();
        for (std::size_t i = 0; i < datum.options.size(); ++i) {
            options[reading.options[i].id] = write_option(datum.options[i]);
        }
        return Json{{"reading", reading.id}, {"options", options}};
    }

    const Lease& lease_;
};

class LeaseWriter {
  public:
    explicit LeaseWriter(const Lease& lease) : lease_(lease), rules_(lease) {}

    Json write() const {
        Json json{{"schema_version", 1},
                  {"id", lease_.id},
                  {"title", lease_.title},
                  {"terms_version", lease_.terms_version},
                  {"currency", lease_.currency},
                  {"information_day", to_iso(lease_.information_day)}};
        json["presentation"] = presentation();
        json["parties"] = list(lease_.parties, [](const Party& party) {
            return Json{{"id", party.id}, {"name", party.name}, {"role", word(party.role)}};
        });
        json["term"] = with_clause({{"first_day", rules_.day(lease_.term.first_day, lease_.term.clause)},
                                    {"last_day", rules_.day(lease_.term.last_day, lease_.term.clause)}},
                                   lease_.term.clause);
        json["tranches"] = list(lease_.tranches, [&](const Tranche& tranche) {
            Json one{{"id", tranche.id},
                     {"label", tranche.label},
                     {"unit", tranche.unit},
                     {"units", rules_.count(tranche.units, tranche.clause)},
                     {"due", rules_.day(tranche.due, tranche.clause)},
                     {"approximate", tranche.approximate}};
            return with_clause(one, tranche.clause);
        });
        json["events"] = list(lease_.events, [&](const Event& event) {
            return with_clause({{"id", event.id}, {"label", event.label}}, event.clause);
        });
        json["dates"] = list(lease_.dates, [&](const KeyDate& key) {
            return labelled(key, rules_.day(key.rule, key.clause));
        });
        json["counts"] = list(lease_.counts, [&](const KeyCount& key) {
            return labelled(key, rules_.count(key.rule, key.clause));
        });
        json["amounts"] = list(lease_.amounts, [&](const KeyAmount& key) {
            return labelled(key, rules_.amount(key.rule, key.clause));
        });
        json["fees"] = list(lease_.fees, [&](const Fee& fee) {
            Json one{{"id", fee.id},
                     {"label", fee.label},
                     {"from", rules_.day(fee.from, fee.clause)},
                     {"to", rules_.day(fee.to, fee.clause)},
                     {"per_month", rules_.amount(fee.per_month, fee.clause)}};
            return with_clause(one, fee.clause);
        });
        json["exit_day"] = rules_.setting(lease_.exit_day);
        json["rights"] = list(lease_.rights, [&](const Right& right) { return write(right); });
        json["readings"] = list(lease_.readings, [&](const Reading& reading) {
            return write(reading);
        });
        json["unknowns"] = list(lease_.unknowns, [&](const Unknown& unknown) {
            return write(unknown);
        });
        json["clauses"] = list(lease_.clauses, [&](const Clause& clause) {
            Json one{{"id", clause.id},
                     {"title", clause.title},
                     {"text", clause.text},
                     {"is", word(clause.wording)},
                     {"sources", Json::array()}};
            for (const SourceId source : clause.sources) {
                one["sources"].push_back(get(lease_.sources, source).id);
            }
            return one;
        });
        json["sources"] = list(lease_.sources, [](const Source& source) {
            return Json{{"id", source.id},
                        {"title", source.title},
                        {"url", source.url},
                        {"date", source.date},
                        {"kind", source.kind}};
        });
        return json;
    }

  private:
    template <typename T, typename WriteOne>
    static Json list(const std::vector<T>& all, WriteOne write_one) {
        Json array = Json::array();
        for (const T& one : all) {
            array.push_back(write_one(one));
        }
        return array;
    }

    Json with_clause(Json json, Clauses clause) const {
        if (clause) {
            json["clause"] = rules_.clause(*clause);
        }
        return json;
    }

    template <typename Key> Json labelled(const Key& key, Json rule) const {
        return with_clause({{"id", key.id}, {"label", key.label}, {"is", std::move(rule)}},
                           key.clause);
    }

    Json presentation() const {
        const Presentation& shown = lease_.presentation;
        Json json{{"question", shown.question}, {"introduction", shown.introduction}};
        if (shown.handle) {
            json["handle"] = get(lease_.names, *shown.handle).text;
        }
        if (shown.first_day) {
            json["first_day"] = to_iso(*shown.first_day);
        }
        if (shown.last_day) {
            json["last_day"] = to_iso(*shown.last_day);
        }
        return json;
    }

    Json write(const Right& right) const {
        const auto day = [&](DateRuleId id) { return rules_.day(id, right.clause); };
        Json json{{"id", right.id}, {"label", right.label}, {"holder", word(right.holder)}};
        json["trigger"] = std::visit(
            Overloaded{
                [&](const Missed& form) {
                    return Json{{"missed", day(form.what)}, {"by", day(form.by)}};
                },
                [&](const AfterDay& form) { return Json{{"after", day(form.day)}}; },
                [&](const OnDay& form) { return Json{{"on", day(form.day)}}; }},
            right.trigger);
        const auto optional_day = [&](const char* key, const std::optional<DateRuleId>& rule) {
            if (rule) {
                json[key] = day(*rule);
            }
        };
        optional_day("grace", right.grace);
        if (right.window_first) {
            json["window"]["first"] = day(*right.window_first);
        }
        if (right.window_last) {
            json["window"]["last"] = day(*right.window_last);
        }
        if (!right.preconditions.empty()) {
            json["preconditions"] = list(right.preconditions, day);
        }
        optional_day("effect", right.effect);
        if (right.last_chance) {
            json["last_chance"] = {{"what", day(right.last_chance->what)},
                                   {"by", day(right.last_chance->by)}};
        }
        optional_day("ends_when", right.ends_when);
        if (right.exit_fee) {
            json["exit_fee"] = rules_.amount(*right.exit_fee, right.clause);
        }
        if (right.alternative) {
            json["alternative"] = get(lease_.events, *right.alternative).id;
        }
        return with_clause(json, right.clause);
    }

    Json write(const Reading& reading) const {
        Json json{{"id", reading.id},
                  {"question", reading.question},
                  {"default",
                   reading.options[static_cast<std::size_t>(reading.default_option)].id}};
        json["options"] = list(reading.options, [](const Option& option) {
            return Json{{"id", option.id},
                        {"label", option.label},
                        {"explanation", option.explanation}};
        });
        return with_clause(json, reading.clause);
    }

    Json write(const Unknown& unknown) const {
        const auto bound = [&](std::int64_t value) {
            switch (unknown.kind) {
            case UnknownKind::Day:
                return Json(to_iso(Date::from_day_number(value)));
            case UnknownKind::Count:
                return Json(value);
            case UnknownKind::Amount:
                return Json(rules_.amount(Money::from_minor(value)));
            }
            return Json{};
        };
        Json json{{"id", unknown.id},
                  {"question", unknown.question},
                  {"kind", word(unknown.kind)}};
        const bool open_below = unknown.kind == UnknownKind::Day
                                    ? unknown.least == Date::first_day_number
                                    : unknown.least == 0;
        if (!open_below) {
            json["least"] = bound(unknown.least);
        }
        if (unknown.most != INT64_MAX) {
            json["most"] = bound(unknown.most);
        }
        return with_clause(json, unknown.clause);
    }

    const Lease& lease_;
    RuleWriter rules_;
};

Json range(const When& when) {
    return when.known() ? Json(to_iso(when.least))
                        : Json{{"from", to_iso(when.least)}, {"to", to_iso(when.most)}};
}

Json range(const Count& count) {
    return count.known() ? Json(count.least) : Json{{"from", count.least}, {"to", count.most}};
}

} // namespace

std::string write_lease(const Lease& lease) { return dump(LeaseWriter{lease}.write()); }

std::string write_scenario(const Scenario& scenario, const Lease& lease) {
    const Scenario blank = blank_scenario(lease);
    Json json = Json::object();
    for (const Delivery& delivery : scenario.deliveries) {
        json["deliveries"].push_back({{"tranche", get(lease.tranches, delivery.tranche).id},
                                      {"day", range(delivery.day)},
                                      {"units", range(delivery.units)},
                                      {"basis", word(delivery.basis)}});
    }
    for (std::size_t i = 0; i < scenario.notices.size(); ++i) {
        if (scenario.notices[i] != blank.notices[i]) {
            json["notices"][lease.rights[i].id] = range(scenario.notices[i]);
        }
    }
    for (std::size_t i = 0; i < scenario.events.size(); ++i) {
        if (scenario.events[i] != blank.events[i]) {
            json["events"][lease.events[i].id] = range(scenario.events[i]);
        }
    }
    for (std::size_t i = 0; i < scenario.readings.size(); ++i) {
        if (scenario.readings[i] != blank.readings[i]) {
            const Reading& reading = lease.readings[i];
            json["readings"][reading.id] =
                reading.options[static_cast<std::size_t>(scenario.readings[i])].id;
        }
    }
    for (std::size_t i = 0; i < scenario.unknowns.size(); ++i) {
        const Range<std::int64_t> supposed = scenario.unknowns[i];
        if (supposed == blank.unknowns[i]) {
            continue;
        }
        const Unknown& unknown = lease.unknowns[i];
        const int digits = minor_digits(lease.currency);
        switch (unknown.kind) {
        case UnknownKind::Day:
            json["unknowns"][unknown.id] =
                range(When{Date::from_day_number(supposed.least),
                           Date::from_day_number(supposed.most)});
            break;
        case UnknownKind::Count:
            json["unknowns"][unknown.id] = range(supposed);
            break;
        case UnknownKind::Amount:
            json["unknowns"][unknown.id] = to_decimal(Money::from_minor(supposed.least), digits);
            break;
        }
    }
    return dump(json);
}

} // namespace offramp
