// A landlord's book from JSON. Its leases are documents of their own: whether they exist, and have
// the tranches and rights that the book names, `check_book` says once they have been read.
#include "io/book/read_book.hpp"

#include "io/lease/read_ranges.hpp"
#include "io/lease/readers.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t most_elements = 10'000; ///< of any list of a book

class BookReader {
  public:
    explicit BookReader(const Cursor &root) : root_(root) {}

    Book read() {
        root_.expect_object({"$schema", "schema_version", "id", "title", "introduction", "landlord",
                             "currency", "information_day", "sites", "leases", "own_uses",
                             "reclaims", "values", "readings", "clauses", "sources"});
        if (const auto version = root_.require("schema_version")) {
            version->integer(1, 1);
        }
        if (const auto id = root_.require("id")) {
            book_.id = id->identifier();
        }
        book_.title = text(root_, "title");
        book_.introduction = text(root_, "introduction");
        book_.landlord = text(root_, "landlord");
        book_.currency = text(root_, "currency");
        const auto day = root_.require("information_day");
        book_.information_day = day ? day->day() : "2000-01-01"_date;
        each("sources", [&](const Cursor &at) {
            book_.sources.push_back(source_from(at, sources_, Extent::Document));
        });
        each("clauses", [&](const Cursor &at) {
            book_.clauses.push_back(clause_from(at, clauses_, sources_, Extent::Document));
        });
        each("readings", [&](const Cursor &at) {
            book_.readings.push_back(reading_from(at, readings_, clauses_));
        });
        each("sites", [&](const Cursor &at) { site(at); });
        each("leases", [&](const Cursor &at) { holding(at); });
        each("own_uses", [&](const Cursor &at) { own_use(at); });
        each("reclaims", [&](const Cursor &at) { reclaim(at); });
        each("values", [&](const Cursor &at) { value(at); });
        return std::move(book_);
    }

  private:
    static std::string text(const Cursor &at, std::string_view key) {
        const auto member = at.require(key);
        return member ? member->text() : std::string{};
    }
    template <typename ReadOne>
    void each(std::string_view key, ReadOne read_one) const {
        const auto list = root_.find(key);
        if (!list) {
            return;
        }
        const Cursors elements = list->elements();
        if (most_elements < elements.size()) {
            list->error("too_many", "Expected at most " + std::to_string(most_elements) +
                                        " elements, found " + std::to_string(elements.size()) +
                                        ".");
            return;
        }
        for (const Cursor &element : elements) {
            read_one(element);
        }
    }
    ClauseId clause(const Cursor &at) const {
        const auto member = at.require("clause");
        return ClauseId{member ? clauses_.look_up(*member) : 0};
    }
    SiteId site_named(const Cursor &at) const {
        const auto member = at.require("site");
        return SiteId{member ? sites_.look_up(*member) : 0};
    }
    static Count units(const Cursor &at) {
        const auto member = at.find("units");
        // What no source states is any number.
        return member ? units_from(*member) : Count{0, INT64_MAX};
    }
    static std::int32_t priority(const Cursor &at) {
        const auto member = at.find("priority");
        return member ? static_cast<std::int32_t>(member->integer(1, 1000)) : 1;
    }

    void site(const Cursor &at) {
        at.expect_object({"id", "name", "unit", "capacity"});
        const auto id = at.require("id");
        Site site{id ? sites_.declare(*id) : "", text(at, "name"), text(at, "unit"), {}};
        if (const auto list = at.require("capacity")) {
            for (const Cursor &step : list->elements()) {
                step.expect_object({"from", "units", "clause"});
                const auto from = step.require("from");
                site.capacity.push_back(
                    {from ? from->day() : "2000-01-01"_date, units(step), clause(step)});
                if (1 < site.capacity.size() &&
                    site.capacity.back().from <= site.capacity[site.capacity.size() - 2].from) {
                    step.error("out_of_order", "The steps of a site's capacity are in the order "
                                               "of their days, each later than the one before.");
                }
            }
        }
        book_.sites.push_back(std::move(site));
    }

    Use use(const Cursor &at) {
        at.expect_object({"site", "units", "tranche", "reading", "option", "clause"});
        Use use{site_named(at), units(at), std::nullopt, std::nullopt, clause(at)};
        if (const auto tranche = at.find("tranche")) {
            use.tranche = tranche->identifier();
        }
        const auto reading = at.find("reading");
        const auto option = reading ? at.require("option") : at.find("option");
        if (reading && option) {
            const ReadingId id{readings_.look_up(*reading)};
            const bool is_read = id.at() < book_.readings.size();
            const std::vector<Option> none;
            const auto &options = is_read ? get(book_.readings, id).options : none;
            const auto found = std::find_if(options.begin(), options.end(), [&](const Option &one) {
                return one.id == option->raw();
            });
            if (is_read && found == options.end()) {
                option->error("unknown_option",
                              "This reading has no option " + option->found() + ".");
            }
            use.under = Under{id, static_cast<std::int32_t>(found - options.begin())};
        } else if (option) {
            option->error("lone_option", "An option is one of a reading: name the \"reading\".");
        }
        return use;
    }

    void holding(const Cursor &at) {
        at.expect_object({"lease", "priority", "uses"});
        const auto id = at.require("lease");
        Holding holding{id ? leases_.declare(*id) : "", priority(at), {}};
        if (const auto uses = at.find("uses")) {
            for (const Cursor &one : uses->elements()) {
                holding.uses.push_back(use(one));
            }
        }
        book_.holdings.push_back(std::move(holding));
    }

    void own_use(const Cursor &at) {
        at.expect_object({"id", "label", "site", "from", "to", "units", "priority", "clause"});
        const auto id = at.require("id");
        const auto from = at.require("from");
        const auto to = at.find("to");
        book_.own_uses.push_back({id ? own_uses_.declare(*id) : "", text(at, "label"),
                                  site_named(at), from ? from->day() : "2000-01-01"_date,
                                  to ? to->day() : Date::never(), units(at), priority(at),
                                  clause(at)});
        if (book_.own_uses.back().to < book_.own_uses.back().from) {
            to->error("empty_range", "This use would end before it begins.");
        }
    }

    void reclaim(const Cursor &at) {
        at.expect_object({"id", "label", "lease", "right", "disputed", "clause"});
        const auto id = at.require("id");
        const auto lease = at.require("lease");
        const auto right = at.find("right");
        const auto disputed = at.find("disputed");
        if (lease) {
            leases_.look_up(*lease);
        }
        book_.reclaims.push_back(
            {id ? reclaims_.declare(*id) : "", text(at, "label"),
             std::string{lease ? lease->raw() : ""},
             right ? std::optional<std::string>{right->identifier()} : std::nullopt,
             disputed && disputed->boolean(), clause(at)});
    }

    void value(const Cursor &at) {
        at.expect_object({"id", "label", "amount", "clause"});
        const auto id = at.require("id");
        const auto amount = at.require("amount");
        const Money money = amount ? amount->decimal(minor_digits(book_.currency)) : Money::zero();
        if (amount && money <= Money::zero()) {
            amount->error("not_positive", "A value is more than nothing.");
        }
        book_.values.push_back(
            {id ? values_.declare(*id) : "", text(at, "label"), money, clause(at)});
    }

    Cursor root_;
    Book book_{};
    IdTable sources_{"source"};
    IdTable clauses_{"clause"};
    IdTable readings_{"reading"};
    IdTable sites_{"site"};
    IdTable leases_{"lease"};
    IdTable own_uses_{"own use"};
    IdTable reclaims_{"reclaim"};
    IdTable values_{"value"};
};

/// Complains of a name that the lease does not have.
template <typename T>
void expect_in(const Cursor &at, const std::vector<T> &all, const std::string &kind,
               const std::string &lease) {
    std::vector<std::string_view> known;
    for (const T &one : all) {
        known.push_back(one.id);
    }
    if (std::find(known.begin(), known.end(), at.raw()) == known.end()) {
        at.error("unknown_" + kind, "The lease \"" + lease + "\" has no " + kind + " \"" +
                                        std::string{at.raw()} + "\"." +
                                        suggestion(at.raw(), known));
    }
}

/// "2 leases state", and the first of them by their ids.
std::string counted_leases(const std::vector<std::string> &ids) {
    std::string text = std::to_string(ids.size()) + (ids.size() == 1 ? " lease (" : " leases (");
    for (std::size_t i = 0; i < std::min<std::size_t>(ids.size(), 5); ++i) {
        text += (i == 0 ? "" : ", ") + ids[i];
    }
    return text + (5 < ids.size() ? ", …" : "") + (ids.size() == 1 ? ") states" : ") state");
}

} // namespace

bool is_book(std::string_view text) { return is_object_with(text, "leases"); }

ReadResult<Book> read_book(std::string_view text) {
    ReadResult<Book> result;
    if (const auto document = parse_json(text, result.findings)) {
        ReadContext context{*document, result.findings};
        Book book = BookReader{Cursor{context, 0}}.read();
        if (!has_errors(result.findings)) {
            result.value = std::move(book);
        }
    }
    return result;
}

std::vector<Finding> check_book(std::string_view text, const std::vector<const Lease *> &leases) {
    std::vector<Finding> findings;
    const auto document = parse_json(text, findings);
    if (!document) {
        return findings;
    }
    ReadContext context{*document, findings};
    const Cursor root{context, 0};
    const auto lease_of = [&](const Cursor &at) -> const Lease * {
        const auto id = at.find("lease");
        const auto found = std::find_if(leases.begin(), leases.end(), [&](const Lease *lease) {
            return lease != nullptr && id && lease->id == id->raw();
        });
        return found == leases.end() ? nullptr : *found;
    };
    const auto list = root.find("leases");
    std::vector<std::string> without_money;
    for (const Cursor &at : list ? list->elements() : Cursors{}) {
        const Lease *lease = lease_of(at);
        if (lease == nullptr) {
            at.find("lease")->error("missing_lease",
                                    "There is no lease document with the id " +
                                        at.find("lease")->found() +
                                        ": put it beside the others, or take it out of the book.");
            continue;
        }
        const auto uses = at.find("uses");
        for (const Cursor &use : uses ? uses->elements() : Cursors{}) {
            if (const auto tranche = use.find("tranche")) {
                expect_in(*tranche, lease->tranches, "tranche", lease->id);
            }
        }
        if (lease->fees.empty()) {
            without_money.push_back(lease->id);
        }
    }
    if (!without_money.empty()) {
        list->warning("no_money", counted_leases(without_money) +
                                      " no fee: what they bring counts in no sum of money.");
    }
    const auto reclaims = root.find("reclaims");
    for (const Cursor &at : reclaims ? reclaims->elements() : Cursors{}) {
        const Lease *lease = lease_of(at);
        const auto right = at.find("right");
        if (lease != nullptr && right) {
            expect_in(*right, lease->rights, "right", lease->id);
        }
    }
    return findings;
}

} // namespace offramp
