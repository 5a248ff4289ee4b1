// The lease document from JSON. Ids are declared before rules are read, so that rules may refer to
// what stands further down.
#include "io/read.hpp"

#include "io/readers.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::int64_t most_units = 1'000'000'000'000;
constexpr std::size_t most_elements = max_rights;

class LeaseReader {
  public:
    LeaseReader(const Cursor &root, Extent extent) : root_(root), extent_(extent) {}

    Lease read() {
        root_.expect_object({"schema_version",  "id",       "title",    "terms_version", "currency",
                             "information_day", "parties",  "term",     "tranches",      "events",
                             "dates",           "counts",   "amounts",  "fees",          "exit_day",
                             "rights",          "readings", "unknowns", "clauses",       "sources",
                             "presentation"});
        head();
        each("parties", [&](const Cursor &at) { party(at); });
        each("sources", [&](const Cursor &at) { source(at); });
        each("clauses", [&](const Cursor &at) { clause(at); });
        each("readings", [&](const Cursor &at) { reading(at); });
        each("unknowns", [&](const Cursor &at) { unknown(at); });
        declare_names();
        term();
        each("tranches", [&](const Cursor &at) { tranche(at); });
        each("events", [&](const Cursor &at) { event(at); });
        each("dates", [&](const Cursor &at) { key_date(at); });
        each("counts", [&](const Cursor &at) { key_count(at); });
        each("amounts", [&](const Cursor &at) { key_amount(at); });
        each("fees", [&](const Cursor &at) { fee(at); });
        each("rights", [&](const Cursor &at) { right(at); });
        const auto exit_day = root_.find("exit_day");
        lease_.exit_day =
            exit_day ? rules_.exit_day(*exit_day) : ByReading<ExitDay>{{}, {ExitDay::NotServed}};
        lease_.names = make_names(lease_);
        presentation();
        if (root_.clean()) {
            check_lease(lease_, root_);
        }
        return std::move(lease_);
    }

  private:
    std::optional<Cursor> need(const Cursor &at, std::string_view key) const {
        return extent_ == Extent::Document ? at.require(key) : at.find(key);
    }

    std::string text(const Cursor &at, std::string_view key) const {
        const auto member = need(at, key);
        return member ? member->text() : std::string{};
    }

    static std::string optional_text(const Cursor &at, std::string_view key) {
        const auto member = at.find(key);
        return member ? member->text_or_empty() : std::string{};
    }

    template <typename ReadOne>
    void each(std::string_view key, ReadOne read_one) const {
        if (const auto list = root_.find(key)) {
            for (const Cursor &element : list->elements()) {
                read_one(element);
            }
        }
    }

    void head() {
        if (const auto version = need(root_, "schema_version")) {
            version->integer(1, 1);
        }
        if (const auto id = need(root_, "id")) {
            lease_.id = id->identifier();
        }
        lease_.title = text(root_, "title");
        lease_.terms_version = text(root_, "terms_version");
        lease_.currency = "USD";
        if (const auto currency = need(root_, "currency")) {
            lease_.currency = currency->text();
            const bool is_code = lease_.currency.size() == 3 &&
                                 std::all_of(lease_.currency.begin(), lease_.currency.end(),
                                             [](char c) { return 'A' <= c && c <= 'Z'; });
            if (!is_code) {
                currency->error("bad_currency", "Expected a currency code of ISO 4217 such as "
                                                "\"USD\", found " +
                                                    currency->found() + ".");
            }
        }
        const auto day = need(root_, "information_day");
        lease_.information_day = day ? day->day() : "2000-01-01"_date;
        if (extent_ == Extent::Document) {
            for (const char *key : {"parties", "term", "clauses", "sources", "presentation"}) {
                root_.require(key);
            }
        }
    }

    void party(const Cursor &at) {
        at.expect_object({"id", "name", "role"});
        const auto id = at.require("id");
        const auto role = at.require("role");
        const auto name = at.require("name");
        if (id && role && name) {
            lease_.parties.push_back({parties_.declare(*id), name->text(), role->word<Role>()});
        }
    }

    void source(const Cursor &at) {
        at.expect_object({"id", "title", "url", "date", "kind"});
        const auto id = at.require("id");
        Source source{id ? sources_.declare(*id) : "", text(at, "title"), optional_text(at, "url"),
                      optional_text(at, "date"), text(at, "kind")};
        const bool is_web = source.url.starts_with("https://") || source.url.starts_with("http://");
        if (!source.url.empty() && !is_web) {
            at.find("url")->error("bad_url", "Expected an address that begins with https:// or "
                                             "http://, found " +
                                                 at.find("url")->found() + ".");
        }
        lease_.sources.push_back(std::move(source));
    }

    void clause(const Cursor &at) {
        at.expect_object({"id", "title", "text", "is", "sources"});
        const auto id = at.require("id");
        const auto wording = need(at, "is");
        Clause clause{id ? rules_.clauses.declare(*id) : "",
                      optional_text(at, "title"),
                      text(at, "text"),
                      wording ? wording->word<Wording>() : Wording::Paraphrase,
                      {}};
        if (const auto list = at.find("sources")) {
            for (const Cursor &source : list->elements()) {
                clause.sources.push_back(SourceId{sources_.look_up(source)});
            }
        }
        lease_.clauses.push_back(std::move(clause));
    }

    void reading(const Cursor &at) {
        at.expect_object({"id", "question", "default", "options", "clause"});
        const auto id = at.require("id");
        Reading reading{id ? rules_.readings.declare(*id) : "",
                        optional_text(at, "question"),
                        0,
                        {},
                        rules_.clause_of(at, std::nullopt)};
        IdTable options{"option"};
        if (const auto list = at.require("options")) {
            for (const Cursor &option : list->elements()) {
                option.expect_object({"id", "label", "explanation"});
                const auto option_id = option.require("id");
                reading.options.push_back({option_id ? options.declare(*option_id) : "",
                                           optional_text(option, "label"),
                                           optional_text(option, "explanation")});
            }
            if (options.size() < 2) {
                list->error("too_few_options", "A reading is a choice: give two options or more.");
            }
        }
        if (const auto chosen = at.require("default"); chosen && 0 < options.size()) {
            reading.default_option = options.look_up(*chosen);
        }
        lease_.readings.push_back(std::move(reading));
    }

    void unknown(const Cursor &at) {
        at.expect_object({"id", "question", "kind", "least", "most", "clause"});
        const auto id = at.require("id");
        const auto kind_word = at.require("kind");
        const UnknownKind kind = kind_word ? kind_word->word<UnknownKind>() : UnknownKind::Count;
        const auto least = at.find("least");
        const auto most = at.find("most");
        lease_.unknowns.push_back(
            {id ? rules_.unknowns.declare(*id) : "", text(at, "question"), kind,
             least                      ? bound(*least, kind)
             : kind == UnknownKind::Day ? Date::first_day_number
                                        : 0,
             most ? bound(*most, kind) : INT64_MAX, rules_.clause_of(at, std::nullopt)});
        if (lease_.unknowns.back().most < lease_.unknowns.back().least) {
            at.error("empty_range", "The \"most\" of an unknown is not less than its \"least\".");
        }
    }

    std::int64_t bound(const Cursor &at, UnknownKind kind) const {
        switch (kind) {
        case UnknownKind::Day:
            return at.day().day_number();
        case UnknownKind::Count:
            return at.integer(0, most_units);
        case UnknownKind::Amount:
            return at.decimal(minor_digits(lease_.currency)).minor();
        }
        return 0;
    }

    /// Gives every day its name before any rule is read. The days themselves follow.
    void declare_names() {
        Lease outline;
        const auto declare = [&](std::string_view key, auto append) {
            const auto list = root_.find(key);
            if (!list || !list->is(JsonKind::Array)) {
                return; // whoever reads the list complains
            }
            const std::vector<Cursor> elements = list->elements();
            for (const Cursor &at : elements) {
                const auto id = at.require("id");
                append(id ? names_.declare(*id) : std::string{});
            }
            if (most_elements < elements.size()) {
                list->error("too_many", "Expected at most " + std::to_string(most_elements) +
                                            " elements, found " + std::to_string(elements.size()) +
                                            ".");
            }
        };
        declare("tranches", [&](std::string id) {
            rules_.tranches.insert(id);
            outline.tranches.emplace_back().id = std::move(id);
        });
        declare("events", [&](std::string id) {
            events_.insert(id);
            outline.events.emplace_back().id = std::move(id);
        });
        declare("dates", [&](std::string id) { outline.dates.emplace_back().id = std::move(id); });
        declare("rights",
                [&](std::string id) { outline.rights.emplace_back().id = std::move(id); });
        lease_.names = make_names(outline);
    }

    DateRuleId day(const Cursor &at, std::string_view key, std::optional<ClauseId> clause) {
        const auto member = at.require(key);
        return member ? rules_.day(*member, clause) : rules_.fixed_day(Date::never());
    }

    std::optional<DateRuleId> optional_day(const Cursor &at, std::string_view key,
                                           std::optional<ClauseId> clause) {
        const auto member = at.find(key);
        return member ? std::optional{rules_.day(*member, clause)} : std::nullopt;
    }

    void term() {
        const auto at = root_.find("term");
        if (!at) {
            lease_.term = {rules_.fixed_day(Date::dawn()), rules_.fixed_day(Date::never()), {}};
            return;
        }
        at->expect_object({"first_day", "last_day", "clause"});
        const auto clause = rules_.clause_of(*at, std::nullopt);
        const DateRuleId first = day(*at, "first_day", clause);
        const DateRuleId last = day(*at, "last_day", clause);
        lease_.term = {first, last, clause};
    }

    void tranche(const Cursor &at) {
        at.expect_object({"id", "label", "unit", "units", "due", "approximate", "clause"});
        const auto clause = rules_.clause_of(at, std::nullopt);
        const auto id = at.find("id");
        const auto units = at.find("units");
        const auto approximate = at.find("approximate");
        const CountRuleId count =
            units ? rules_.count(*units, clause) : rules_.fixed_count(1, clause);
        const DateRuleId due = day(at, "due", clause);
        const auto unit = at.find("unit");
        lease_.tranches.push_back({id ? id->raw() : "", optional_text(at, "label"),
                                   unit ? unit->text() : "unit", count, due,
                                   approximate && approximate->boolean(), clause});
    }

    void event(const Cursor &at) {
        at.expect_object({"id", "label", "clause"});
        const auto id = at.find("id");
        lease_.events.push_back(
            {id ? id->raw() : "", optional_text(at, "label"), rules_.clause_of(at, std::nullopt)});
    }

    void key_date(const Cursor &at) {
        at.expect_object({"id", "label", "is", "clause"});
        const auto clause = rules_.clause_of(at, std::nullopt);
        const auto id = at.find("id");
        lease_.dates.push_back(
            {id ? id->raw() : "", optional_text(at, "label"), day(at, "is", clause), clause});
    }

    void key_count(const Cursor &at) {
        at.expect_object({"id", "label", "is", "clause"});
        const auto clause = rules_.clause_of(at, std::nullopt);
        const auto id = at.require("id");
        if (const auto rule = at.require("is"); id && rule) {
            lease_.counts.push_back({counts_.declare(*id), optional_text(at, "label"),
                                     rules_.count(*rule, clause), clause});
        }
    }

    void key_amount(const Cursor &at) {
        at.expect_object({"id", "label", "is", "clause"});
        const auto clause = rules_.clause_of(at, std::nullopt);
        const auto id = at.require("id");
        if (const auto rule = at.require("is"); id && rule) {
            lease_.amounts.push_back({amounts_.declare(*id), optional_text(at, "label"),
                                      rules_.amount(*rule, clause), clause});
        }
    }

    void fee(const Cursor &at) {
        at.expect_object({"id", "label", "from", "to", "per_month", "clause"});
        const auto clause = rules_.clause_of(at, std::nullopt);
        const auto id = at.require("id");
        const auto per_month = at.require("per_month");
        const DateRuleId from = day(at, "from", clause);
        const DateRuleId to = day(at, "to", clause);
        if (id && per_month) {
            lease_.fees.push_back({fees_.declare(*id), optional_text(at, "label"), from, to,
                                   rules_.amount(*per_month, clause), clause});
        }
    }

    void right(const Cursor &at) {
        at.expect_object({"id", "label", "holder", "trigger", "grace", "window", "preconditions",
                          "effect", "last_chance", "ends_when", "exit_fee", "alternative",
                          "clause"});
        const auto clause = rules_.clause_of(at, std::nullopt);
        const auto id = at.find("id");
        const auto holder = at.require("holder");
        Right right{.id = id ? id->raw() : "",
                    .label = optional_text(at, "label"),
                    .holder = holder ? holder->word<Holder>() : Holder::Either,
                    .trigger = trigger(at, clause),
                    .grace = optional_day(at, "grace", clause),
                    .window_first = std::nullopt,
                    .window_last = std::nullopt,
                    .preconditions = {},
                    .effect = optional_day(at, "effect", clause),
                    .last_chance = std::nullopt,
                    .ends_when = optional_day(at, "ends_when", clause),
                    .exit_fee = std::nullopt,
                    .alternative = std::nullopt,
                    .clause = clause};
        if (const auto window = at.find("window")) {
            window->expect_object({"first", "last"});
            right.window_first = optional_day(*window, "first", clause);
            right.window_last = optional_day(*window, "last", clause);
        }
        if (const auto list = at.find("preconditions")) {
            for (const Cursor &precondition : list->elements()) {
                right.preconditions.push_back(rules_.day(precondition, clause));
            }
        }
        if (const auto chance = at.find("last_chance")) {
            chance->expect_object({"what", "by"});
            const DateRuleId what = day(*chance, "what", clause);
            const DateRuleId by = day(*chance, "by", clause);
            right.last_chance = LastChance{what, by};
        }
        if (const auto fee = at.find("exit_fee")) {
            right.exit_fee = rules_.amount(*fee, clause);
        }
        if (const auto event = at.find("alternative")) {
            right.alternative = EventId{events_.look_up(*event)};
        }
        lease_.rights.push_back(std::move(right));
    }

    std::variant<Missed, AfterDay, OnDay> trigger(const Cursor &right,
                                                  std::optional<ClauseId> inherited) {
        const auto at = right.require("trigger");
        if (!at) {
            return OnDay{rules_.fixed_day(Date::never())};
        }
        at->expect_object({"missed", "by", "after", "on", "clause"});
        const auto clause = rules_.clause_of(*at, inherited);
        if (const auto missed = at->find("missed")) {
            const DateRuleId what = rules_.day(*missed, clause);
            return Missed{what, day(*at, "by", clause)};
        }
        if (const auto after = at->find("after")) {
            return AfterDay{rules_.day(*after, clause)};
        }
        if (const auto on = at->find("on")) {
            return OnDay{rules_.day(*on, clause)};
        }
        at->error("bad_trigger", "Expected a trigger with \"missed\" and \"by\", with \"after\" or "
                                 "with \"on\", found " +
                                     at->found() + ".");
        return OnDay{rules_.fixed_day(Date::never())};
    }

    void presentation() {
        const auto at = root_.find("presentation");
        if (!at) {
            return;
        }
        at->expect_object({"question", "introduction", "handle", "first_day", "last_day"});
        Presentation &shown = lease_.presentation;
        shown.question = text(*at, "question");
        shown.introduction = optional_text(*at, "introduction");
        if (const auto handle = at->find("handle")) {
            shown.handle = find_name(lease_, handle->text());
            if (!shown.handle) {
                handle->error("unknown_name",
                              "This lease has no day named " + handle->found() + ".");
            }
        }
        const auto first = at->find("first_day");
        const auto last = at->find("last_day");
        shown.first_day = first ? std::optional{first->day()} : std::nullopt;
        shown.last_day = last ? std::optional{last->day()} : std::nullopt;
        if (shown.first_day && shown.last_day && *shown.last_day <= *shown.first_day) {
            last->error("empty_range", "The picture must end after it begins.");
        }
    }

    Cursor root_;
    Extent extent_;
    Lease lease_{};
    RuleReader rules_{lease_};
    IdTable parties_{"party"};
    IdTable sources_{"source"};
    IdTable names_{"day"};
    IdTable events_{"event"};
    IdTable counts_{"count"};
    IdTable amounts_{"amount"};
    IdTable fees_{"fee"};
};

} // namespace

Lease lease_from(const Cursor &root, Extent extent) { return LeaseReader{root, extent}.read(); }

ReadResult<Lease> read_lease(std::string_view text) {
    ReadResult<Lease> result;
    if (const auto document = parse_json(text, result.findings)) {
        ReadContext context{*document, result.findings};
        Lease lease = lease_from(Cursor{context, 0}, Extent::Document);
        if (!has_errors(result.findings)) {
            result.value = std::move(lease);
        }
    }
    return result;
}

} // namespace offramp
