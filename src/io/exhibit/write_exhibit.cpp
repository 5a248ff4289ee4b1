#include "io/exhibit/write_exhibit.hpp"

#include "io/exhibit/exhibit_writer.hpp"

#include <array>

namespace offramp {

namespace {

constexpr std::array<std::string_view, 5> mark_words = {"due", "delivered", "notice", "effect",
                                                        "event"};

class ExhibitWriter : private ExhibitParts {
  public:
    explicit ExhibitWriter(const Exhibit &exhibit) : exhibit_(exhibit) {}

    std::string write() {
        json_.object([&] {
            texts({{"lease", exhibit_.lease},
                   {"title", exhibit_.title},
                   {"question", exhibit_.question},
                   {"introduction", exhibit_.introduction},
                   {"as_of", exhibit_.as_of},
                   {"freshness", exhibit_.freshness},
                   {"echo", exhibit_.echo},
                   {"baseline", exhibit_.baseline},
                   {"readings_range", exhibit_.readings_range},
                   {"explained", exhibit_.explained},
                   {"link", exhibit_.link},
                   {"permalink", exhibit_.permalink}});
            verdict(exhibit_.verdict);
            facts("summary", exhibit_.summary);
            list("notes", exhibit_.notes);
            list("contrasts", exhibit_.contrasts);
            json_.member("timeline", [&] { timeline(exhibit_.timeline); });
            tables();
            each("controls", exhibit_.controls, [&](const Control &one) { control(one); });
            each("figures", exhibit_.figures, [&](const FigureText &figure) {
                texts({{"id", figure.id}, {"text", figure.text}});
            });
            papers(exhibit_.clauses, exhibit_.sources);
        });
        return json_.take();
    }

  private:
    void spans(std::string_view name, const std::vector<Span> &all) {
        each(name, all, [&](const Span &span) {
            json_.member("first_day", span.first_day);
            json_.member("last_day", span.last_day);
            texts({{"tone", word_of(span.tone)}, {"label", span.label}, {"details", span.details}});
            json_.member("current", span.current);
        });
    }

    void mark(const Mark &mark) {
        json_.member("day", mark.day);
        texts({{"kind", mark_words[static_cast<std::size_t>(mark.kind)]}, {"label", mark.label}});
    }

    void timeline(const Timeline &timeline) {
        json_.object([&] {
            json_.member("first_day", timeline.first_day);
            json_.member("last_day", timeline.last_day);
            json_.member("band_label", timeline.band_label);
            each("ticks", timeline.ticks, [&](const Tick &tick) {
                json_.member("day", tick.day);
                texts({{"label", tick.label}, {"year", tick.year}});
            });
            spans("band", timeline.band);
            each("lanes", timeline.lanes, [&](const Lane &lane) {
                texts({{"id", lane.id}, {"label", lane.label}});
                spans("spans", lane.spans);
                each("marks", lane.marks, [&](const Mark &one) { mark(one); });
                spans("disputed", lane.disputed);
            });
            each("handles", timeline.handles, [&](const Handle &handle) {
                json_.member("day", handle.day);
                json_.member("open", handle.is_open);
                json_.member("reported", handle.is_reported);
                texts({{"control", handle.control},
                       {"label", handle.label},
                       {"value", handle.value},
                       {"lane", handle.lane}});
                if (handle.was) {
                    json_.member("was", *handle.was);
                }
            });
            if (timeline.ghost) {
                json_.member("ghost", [&] { json_.object([&] { mark(*timeline.ghost); }); });
            }
        });
    }

    void map(const RegimeMap &map) {
        json_.object([&] {
            texts({{"day_control", map.day_control},
                   {"units_control", map.units_control},
                   {"label", map.label},
                   {"day_text", map.day_text},
                   {"units_text", map.units_text}});
            json_.member("first_day", map.first_day);
            json_.member("last_day", map.last_day);
            json_.member("day", map.day);
            json_.member("units", map.units);
            each("rows", map.rows, [&](const RegimeMap::Row &row) {
                json_.member("least", row.least);
                json_.member("most", row.most);
                json_.member("label", row.label);
                spans("spans", row.spans);
            });
        });
    }

    void tables() {
        if (exhibit_.map) {
            json_.member("map", [&] { map(*exhibit_.map); });
        }
        each("comparison", exhibit_.comparison, [&](const ComparisonRow &row) {
            texts({{"what", row.what}, {"a", row.a}, {"b", row.b}, {"difference", row.difference}});
        });
        each("rights", exhibit_.rights, [&](const RightRow &row) {
            texts({{"id", row.id},
                   {"holder", row.holder},
                   {"right", row.right},
                   {"tone", word_of(row.tone)},
                   {"status", row.status},
                   {"window", row.window},
                   {"first_iso", row.first_iso},
                   {"last_iso", row.last_iso},
                   {"notice", row.notice},
                   {"effect", row.effect},
                   {"effect_iso", row.effect_iso},
                   {"price", row.price},
                   {"alternative", row.alternative},
                   {"was", row.was}});
        });
        each("money", exhibit_.money, [&](const MoneyRow &row) {
            texts({{"id", row.id},
                   {"label", row.label},
                   {"amount", row.amount},
                   {"exact", row.exact},
                   {"note", row.note},
                   {"tone", word_of(row.tone)},
                   {"was", row.was}});
            json_.member("share", row.share);
        });
        each("key_dates", exhibit_.key_dates, [&](const KeyDateRow &row) {
            texts({{"id", row.id},
                   {"iso", row.iso},
                   {"date", row.date},
                   {"what", row.what},
                   {"how", row.how},
                   {"clause", row.clause},
                   {"was", row.was}});
            json_.member("is_past", row.is_past);
        });
        each("readings", exhibit_.readings, [&](const ReadingRow &row) {
            texts({{"control", row.control},
                   {"option", row.option},
                   {"question", row.question},
                   {"label", row.label},
                   {"consequence", row.consequence},
                   {"first_iso", row.first_iso},
                   {"last_iso", row.last_iso},
                   {"firm", row.firm},
                   {"difference", row.difference}});
        });
        each("why", exhibit_.why, [&](const WhyTree &tree) {
            texts({{"id", tree.id}, {"title", tree.title}});
            each("rows", tree.rows, [&](const WhyRow &row) {
                json_.member("depth", std::int64_t{row.depth});
                texts({{"text", row.text}, {"clause", row.clause}, {"wording", row.wording}});
            });
            list("clauses", tree.clauses);
        });
    }

    const Exhibit &exhibit_;
};

} // namespace

std::string write_exhibit(const Exhibit &exhibit) { return ExhibitWriter{exhibit}.write(); }

} // namespace offramp
