// The lease document from JSON: what the papers are, and the names of what they say.
#include "io/lease/read_lease.hpp"

#include "core/ask/published.hpp"
#include "core/days/instant.hpp"
#include "io/lease/lease_reader.hpp"
#include "io/lease/repeat.hpp"

#include <algorithm>

namespace offramp {

Lease LeaseReader::read() {
    root_.expect_object({"$schema",
                         "schema_version",
                         "id",
                         "title",
                         "terms_version",
                         "currency",
                         "information_day",
                         "parties",
                         "term",
                         "tranches",
                         "reported",
                         "total_units",
                         "events",
                         "delays",
                         "dates",
                         "moments",
                         "counts",
                         "amounts",
                         "conditions",
                         "fees",
                         "remedies",
                         "caps",
                         "rights",
                         "channels",
                         "conventions",
                         "readings",
                         "unknowns",
                         "inputs",
                         "calendars",
                         "clauses",
                         "sources",
                         "presentation"});
    head();
    each("parties", [&](const Cursor &at) { party(at); });
    each("sources",
         [&](const Cursor &at) { lease_.sources.push_back(source_from(at, sources_, extent_)); });
    each("clauses", [&](const Cursor &at) {
        lease_.clauses.push_back(clause_from(at, rules_.clauses, sources_, extent_));
    });
    each("readings", [&](const Cursor &at) {
        lease_.readings.push_back(reading_from(at, rules_.readings, rules_.clauses));
    });
    each("unknowns", [&](const Cursor &at) { unknown(at, false); });
    each("inputs", [&](const Cursor &at) { unknown(at, true); });
    for (std::size_t i = 0; i < public_calendar_names.size(); ++i) {
        lease_.calendars.push_back(public_calendar(static_cast<PublicCalendar>(i)));
        rules_.calendars.insert(public_calendar_names[i].id);
    }
    each("calendars", [&](const Cursor &at) { calendar(at); });
    conventions();
    declare_names();
    term();
    each("tranches", [&](const Cursor &at) { tranche(at); });
    each("reported", [&](const Cursor &at) { reported(at); });
    each("events", [&](const Cursor &at) { event(at); });
    each("delays", [&](const Cursor &at) { delay(at); });
    each("dates", [&](const Cursor &at) { key_value(at, Kind::Day, lease_.dates); });
    each("moments", [&](const Cursor &at) { key_value(at, Kind::Instant, lease_.moments); });
    each("counts", [&](const Cursor &at) { key_value(at, Kind::Count, lease_.counts); });
    each("amounts", [&](const Cursor &at) { key_value(at, Kind::Amount, lease_.amounts); });
    each("conditions", [&](const Cursor &at) { key_value(at, Kind::Truth, lease_.conditions); });
    each("fees", [&](const Cursor &at) { fee(at); });
    each("remedies", [&](const Cursor &at) { remedy(at); });
    each("caps", [&](const Cursor &at) { cap(at); });
    each("channels", [&](const Cursor &at) { channel(at); });
    each("rights", [&](const Cursor &at) { right(at); });
    if (const auto total = root_.find("total_units")) {
        lease_.total_units = total->integer(0, most_units);
    }
    lease_.names = make_names(lease_);
    presentation();
    if (root_.clean()) {
        check_rules(lease_, root_);
    }
    if (root_.clean()) {
        const LeaseState blank = blank_state(lease_);
        check_values(lease_, blank, root_);
        if (extent_ == Extent::Document && root_.clean()) {
            advise(lease_, blank, root_);
        }
    }
    return std::move(lease_);
}

std::string LeaseReader::text(const Cursor &at, std::string_view key) const {
    const auto member = need(at, key);
    return member ? member->text() : std::string{};
}

std::string LeaseReader::optional_text(const Cursor &at, std::string_view key) {
    const auto member = at.find(key);
    return member ? member->text_or_empty() : std::string{};
}

void LeaseReader::head() {
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

void LeaseReader::party(const Cursor &at) {
    at.expect_object({"id", "name", "role"});
    const auto id = at.require("id");
    const auto role = at.require("role");
    const auto name = at.require("name");
    if (id && role && name) {
        lease_.parties.push_back({parties_.declare(*id), name->text(), role->word<Role>()});
    }
}

void LeaseReader::unknown(const Cursor &at, bool is_input) {
    at.expect_object({"id", "question", "label", "kind", "least", "most", "supposed", "clause"});
    const auto id = at.require("id");
    const auto kind_word = at.require("kind");
    Kind kind = kind_word ? kind_word->word<Kind>() : Kind::Count;
    if (kind == Kind::Instant) {
        kind_word->error("wrong_kind",
                         "What is not known is a \"day\", a \"count\", an \"amount\" or "
                         "a \"condition\"; an instant is an event's.");
        kind = Kind::Count;
    }
    const auto bound = [&](std::string_view key, std::int64_t otherwise) {
        const auto member = at.find(key);
        return member ? rules_.literal_value(*member, kind) : otherwise;
    };
    const bool has_label = at.find("label").has_value();
    Unknown unknown{.id = id ? rules_.unknowns.declare(*id) : "",
                    .question = has_label ? optional_text(at, "label") : text(at, "question"),
                    .kind = kind,
                    .least = bound("least", kind == Kind::Day ? Date::first_day_number : 0),
                    .most = bound("most", kind == Kind::Truth ? 1 : INT64_MAX),
                    .is_input = is_input,
                    .supposed = 0,
                    .clause = rules_.clause_of(at, std::nullopt)};
    if (unknown.most < unknown.least) {
        at.error("empty_range", "The \"most\" of an unknown is not less than its \"least\".");
    }
    // A day that nobody supposes never comes; of anything else there is none.
    unknown.supposed =
        bound("supposed", kind == Kind::Day ? Date::never().day_number() : unknown.least);
    if (!is_input && at.find("supposed")) {
        at.find("supposed")
            ->error("supposed_unknown", "Nothing is supposed of what is not known: leave "
                                        "\"supposed\" out, or move this to \"inputs\".");
    }
    lease_.unknowns.push_back(std::move(unknown));
}

void LeaseReader::calendar(const Cursor &at) {
    at.expect_object({"id", "label", "base", "weekend", "holidays", "working_days"});
    const auto id = at.require("id");
    Calendar calendar{.id = id ? rules_.calendars.declare(*id) : "",
                      .label = optional_text(at, "label"),
                      .base = PublicCalendar::Weekends,
                      .holidays = {},
                      .working_days = {}};
    if (const auto base = at.find("base")) {
        const auto found = find_public_calendar(base->raw());
        if (!found) {
            std::vector<std::string_view> known;
            for (const PublicCalendarName &name : public_calendar_names) {
                known.push_back(name.id);
            }
            base->error("unknown_calendar", "Expected " + one_of(known) + ", found " +
                                                base->found() + "." +
                                                suggestion(base->raw(), known));
        }
        calendar.base = found.value_or(PublicCalendar::Weekends);
    }
    if (const auto weekend = at.find("weekend")) {
        static constexpr std::array<std::string_view, 7> weekdays = {"MON", "TUE", "WED", "THU",
                                                                     "FRI", "SAT", "SUN"};
        calendar.weekend = 0;
        for (const Cursor &day : weekend->elements()) {
            const auto found = std::find(weekdays.begin(), weekdays.end(), day.raw());
            if (found == weekdays.end()) {
                day.error("unknown_word",
                          "Expected a day of the week such as \"SAT\", found " + day.found() + ".");
                continue;
            }
            calendar.weekend = static_cast<std::uint8_t>(
                calendar.weekend | (1U << static_cast<unsigned>(found - weekdays.begin())));
        }
        if (calendar.weekend == 0b1111111) {
            weekend->error("no_business_days", "A week has at least one business day.");
        }
    }
    const auto days = [&](std::string_view key, std::vector<Date> &all) {
        const auto list = at.find(key);
        for (const Cursor &day : list ? list->elements() : Cursors{}) {
            const Date one = day.day();
            all.insert(std::upper_bound(all.begin(), all.end(), one), one);
        }
    };
    days("holidays", calendar.holidays);
    days("working_days", calendar.working_days);
    lease_.calendars.push_back(std::move(calendar));
}

void LeaseReader::conventions() {
    lease_.conventions.fill(no_rule);
    const auto at = root_.find("conventions");
    if (!at) {
        return;
    }
    std::vector<std::string_view> keys = {"clause"};
    for (std::size_t i = 0; i < kind_count; ++i) {
        // A unit is part of each period: nobody leaves it to a convention.
        if (is_word(static_cast<Kind>(i)) && static_cast<Kind>(i) != Kind::Unit) {
            keys.push_back(convention_key(static_cast<Kind>(i)));
        }
    }
    at->expect_keys(keys, Severity::Error);
    const auto clause = rules_.clause_of(*at, std::nullopt);
    for (std::size_t i = 0; i < kind_count; ++i) {
        const auto kind = static_cast<Kind>(i);
        const bool is_convention = is_word(kind) && kind != Kind::Unit;
        const auto member = is_convention ? at->find(convention_key(kind)) : std::nullopt;
        if (member) {
            lease_.conventions[i] = rules_.read(*member, kind, clause);
        }
    }
}

void LeaseReader::limit(std::string_view key) const {
    const auto list = root_.find(key);
    const std::size_t size = list && list->is(JsonKind::Array) ? list->members().size() : 0;
    if (max_rights < size) {
        list->error("too_many", "Expected at most " + std::to_string(max_rights) +
                                    " elements, found " + std::to_string(size) + ".");
    }
}

/// Gives every value its name before any rule is read. The values themselves follow.
void LeaseReader::declare_names() {
    Lease outline;
    outline.unknowns = lease_.unknowns;
    IdTable ids{"name"};
    ids.insert("term");
    ids.insert("sent");
    ids.insert("as_of");
    const auto take = [&](const Cursor &id) {
        const std::string_view text = id.identifier();
        const bool is_letter = !text.empty() && (('a' <= text[0] && text[0] <= 'z') ||
                                                 ('A' <= text[0] && text[0] <= 'Z'));
        if (text == "never" || text == "dawn" || (!text.empty() && !is_letter)) {
            id.error("bad_name", "A rule could not name \"" + std::string{text} +
                                     "\": begin with a letter, and leave \"never\" and \"dawn\" "
                                     "to the calendar.");
        }
        if (!text.empty() && !ids.insert(text)) {
            id.error("duplicate_id",
                     "The name \"" + std::string{text} + "\" is declared twice; rename one.");
        }
        return text;
    };
    const auto declare = [&](std::string_view key, auto append) {
        const auto list = root_.find(key);
        if (!list || !list->is(JsonKind::Array)) {
            return; // whoever reads the list complains
        }
        const Cursors elements = list->elements();
        for (const Cursor &at : elements) {
            const auto id = at.require("id");
            append(id ? take(*id) : std::string_view{}, at);
        }
        limit(key);
    };
    const auto nothing = [](std::string_view, const Cursor &) {};
    declare("tranches", [&](std::string_view id, const Cursor &) {
        rules_.tranches.insert(id);
        outline.tranches.emplace_back().id = id;
    });
    declare("events", [&](std::string_view id, const Cursor &at) {
        events_.insert(id);
        const auto kind = at.find("kind");
        outline.events.push_back({std::string{id}, {}, kind ? kind->word<Kind>() : Kind::Day, {}});
    });
    declare("unknowns", nothing);
    declare("inputs", nothing);
    declare("delays", [&](std::string_view id, const Cursor &) {
        outline.delays.push_back({std::string{id}, {}, {}});
    });
    const auto keys = [&](std::string_view key, std::vector<KeyValue> &all) {
        declare(key, [&](std::string_view id, const Cursor &) {
            all.push_back({std::string{id}, {}, no_rule, {}});
        });
    };
    keys("dates", outline.dates);
    keys("moments", outline.moments);
    keys("counts", outline.counts);
    keys("amounts", outline.amounts);
    keys("conditions", outline.conditions);
    declare("remedies", [&](std::string_view id, const Cursor &) {
        remedies_.insert(id);
        outline.remedies.emplace_back().id = id;
    });
    declare("rights",
            [&](std::string_view id, const Cursor &) { outline.rights.emplace_back().id = id; });
    for (const char *key :
         {"fees", "caps", "readings", "channels", "calendars", "clauses", "sources"}) {
        limit(key);
    }
    each("fees", [&](const Cursor &at) {
        if (const auto id = at.require("id")) {
            rules_.fees.declare(*id);
        }
    });
    lease_.names = make_names(outline);
    for (const Name &name : lease_.names) {
        rules_.names.insert(name.text);
    }
}

void LeaseReader::presentation() {
    const auto at = root_.find("presentation");
    if (!at) {
        return;
    }
    at->expect_object({"question", "introduction", "about", "handle", "first_day", "last_day"});
    Presentation &shown = lease_.presentation;
    shown.question = text(*at, "question");
    shown.introduction = optional_text(*at, "introduction");
    if (const auto about = at->find("about")) {
        shown.about = about->word<About>();
    }
    if (const auto handle = at->find("handle")) {
        shown.handle = find_name(lease_, handle->text());
        if (!shown.handle || get(lease_.names, *shown.handle).kind != Kind::Day) {
            handle->error("unknown_name", "This lease has no day named " + handle->found() + ".");
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

Lease lease_from(const Cursor &root, Extent extent) { return LeaseReader{root, extent}.read(); }

ReadResult<Lease> read_lease(std::string_view text) {
    ReadResult<Lease> result;
    if (auto document = parse_json(text, result.findings)) {
        write_out_repeats(*document, result.findings);
        ReadContext context{*document, result.findings};
        Lease lease = lease_from(Cursor{context, 0}, Extent::Document);
        if (!has_errors(result.findings)) {
            result.value = std::move(lease);
        }
    }
    return result;
}

} // namespace offramp
