// The view model of a book as JSON.
#include "io/exhibit/write_book_exhibit.hpp"

#include "io/exhibit/exhibit_writer.hpp"

namespace offramp {

namespace {

class BookExhibitWriter : private ExhibitParts {
  public:
    explicit BookExhibitWriter(const BookExhibit &exhibit) : exhibit_(exhibit) {}

    std::string write() {
        json_.object([&] {
            texts({{"book", exhibit_.book},
                   {"title", exhibit_.title},
                   {"introduction", exhibit_.introduction},
                   {"as_of", exhibit_.as_of},
                   {"echo", exhibit_.echo}});
            list("notes", exhibit_.notes);
            facts("summary", exhibit_.summary);
            json_.member("row_count", exhibit_.row_count);
            json_.member("first_row", exhibit_.first_row);
            each("rows", exhibit_.rows, [&](const HoldingRow &one) { row(one); });
            each("money", exhibit_.money, [&](const CurrencyBook &one) { money(one); });
            each("exits", exhibit_.exits, [&](const ExitRow &one) {
                texts({{"lease", one.lease},
                       {"title", one.title},
                       {"who", one.who},
                       {"reading", one.reading},
                       {"answer", one.answer},
                       {"ends", one.ends},
                       {"ends_iso", one.ends_iso},
                       {"runway", one.runway}});
            });
            each("sites", exhibit_.sites, [&](const SiteView &one) { site(one); });
            each("worth", exhibit_.worth, [&](const WorthRow &one) {
                texts({{"label", one.label},
                       {"value", one.value},
                       {"arithmetic", one.arithmetic},
                       {"caveat", one.caveat}});
            });
            each("slips", exhibit_.slips, [&](const SlipRow &one) {
                texts({{"lease", one.lease},
                       {"title", one.title},
                       {"due", one.due},
                       {"delivered", one.delivered}});
                verdict(one.verdict);
                segments("band", one.band);
            });
            if (exhibit_.chances) {
                json_.member("chances", [&] { chances(*exhibit_.chances); });
            }
            each("claims", exhibit_.claims, [&](const ClaimRow &one) {
                texts({{"label", one.label},
                       {"text", one.text},
                       {"standing", one.standing},
                       {"clause", one.clause}});
            });
            each("controls", exhibit_.controls, [&](const Control &one) { control(one); });
            papers(exhibit_.clauses, exhibit_.sources);
        });
        return json_.take();
    }

  private:
    void chances(const BookChances &all) {
        json_.object([&] {
            texts({{"supposed", all.supposed}, {"line", all.line}, {"error", all.error}});
            list("notes", all.notes);
            each("rows", all.rows, [&](const ChanceRow &row) {
                texts({{"months", row.months}, {"chance", row.chance}});
                json_.member("parts", row.parts);
                json_.member("count", row.count);
                texts({{"tenth", row.tenth}, {"median", row.median}, {"ninetieth", row.ninetieth}});
            });
        });
    }

    void segments(std::string_view name, const std::vector<Segment> &all) {
        each(name, all, [&](const Segment &one) {
            texts({{"tone", word_of(one.tone)}, {"label", one.label}, {"details", one.details}});
            json_.member("left", one.left);
            json_.member("width", one.width);
        });
    }

    void row(const HoldingRow &one) {
        texts({{"id", one.id},
               {"title", one.title},
               {"landlord", one.landlord},
               {"tenant", one.tenant},
               {"headline", one.headline},
               {"firm", one.firm},
               {"firm_share", one.firm_share},
               {"tenant_exit", one.tenant_exit},
               {"landlord_exit", one.landlord_exit},
               {"remark", one.remark},
               {"first_text", one.first_text},
               {"last_text", one.last_text}});
        list("sites", one.sites);
        list("kinds", one.kinds);
        json_.member("share", one.share);
        json_.member("leaves_soon", one.leaves_soon);
        verdict(one.verdict);
        json_.member("first_day", one.first_day);
        json_.member("last_day", one.last_day);
        segments("band", one.band);
        each("controls", one.controls, [&](const Control &each_one) { control(each_one); });
    }

    void money(const CurrencyBook &one) {
        texts({{"currency", one.currency}});
        facts("totals", one.totals);
        segments("bar", one.bar);
        each("months", one.months, [&](const MonthRow &month) {
            texts({{"iso", month.iso},
                   {"month", month.month},
                   {"due", month.due},
                   {"firm", month.firm},
                   {"conditional", month.conditional},
                   {"cancellable", month.cancellable},
                   {"total", month.total}});
            json_.member("is_past", month.is_past);
            segments("bar", month.bar);
        });
        each("grid", one.grid, [&](const GridLine &line) {
            texts({{"label", line.label}});
            json_.member("at", line.at);
        });
        each("tenants", one.tenants, [&](const ShareRow &share) {
            texts({{"who", share.who},
                   {"amount", share.amount},
                   {"firm", share.firm},
                   {"share", share.share}});
            segments("bar", share.bar);
        });
    }

    void site(const SiteView &one) {
        texts({{"id", one.id}, {"name", one.name}, {"unit", one.unit}});
        each("rows", one.rows, [&](const SiteRow &span) {
            texts({{"from", span.from},
                   {"to", span.to},
                   {"from_iso", span.from_iso},
                   {"capacity", span.capacity},
                   {"let", span.let},
                   {"delivered", span.delivered},
                   {"own", span.own},
                   {"free", span.free},
                   {"tone", word_of(span.tone)}});
            json_.member("left", span.left);
            json_.member("width", span.width);
            segments("bar", span.bar);
        });
        facts("claims", one.claims);
    }

    const BookExhibit &exhibit_;
};

} // namespace

std::string write_book_exhibit(const BookExhibit &exhibit) {
    return BookExhibitWriter{exhibit}.write();
}

} // namespace offramp
