#include "io/write.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace offramp {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 9> tone_words = {"calm",   "caution", "exit", "either", "notice",
                                                   "closed", "firm",    "risk", "unknown"};
constexpr std::array<const char*, 5> control_words = {"day", "number", "choice", "toggle",
                                                      "button"};
constexpr std::array<const char*, 5> mark_words = {"due", "delivered", "notice", "effect",
                                                   "event"};

std::string word(Tone tone) { return tone_words[static_cast<std::size_t>(tone)]; }

template <typename T, typename Write> Json list(const std::vector<T>& all, Write write) {
    Json array = Json::array();
    for (const T& one : all) {
        array.push_back(write(one));
    }
    return array;
}

Json json_of(const Span& span) {
    return {{"first_day", span.first_day}, {"last_day", span.last_day},
            {"tone", word(span.tone)},     {"label", span.label},
            {"details", span.details},     {"current", span.current}};
}

Json json_of(const Mark& mark) {
    return {{"day", mark.day},
            {"kind", mark_words[static_cast<std::size_t>(mark.kind)]},
            {"label", mark.label}};
}

Json json_of(const Control& control) {
    Json json{{"id", control.id},
              {"kind", control_words[static_cast<std::size_t>(control.kind)]},
              {"label", control.label},
              {"value", control.value},
              {"value_text", control.value_text},
              {"hint", control.hint},
              {"number", control.number},
              {"min", control.min},
              {"max", control.max},
              {"step", control.step},
              {"enabled", control.enabled}};
    json["options"] = list(control.options, [](const ControlOption& option) {
        return Json{{"id", option.id},
                    {"label", option.label},
                    {"explanation", option.explanation}};
    });
    return json;
}

Json json_of(const Timeline& timeline) {
    const auto spans = [](const std::vector<Span>& all) {
        return list(all, [](const Span& span) { return json_of(span); });
    };
    Json json{{"first_day", timeline.first_day},
              {"last_day", timeline.last_day},
              {"band_label", timeline.band_label}};
    json["ticks"] = list(timeline.ticks, [](const Tick& tick) {
        return Json{{"day", tick.day}, {"label", tick.label}, {"year", tick.year}};
    });
    json["band"] = spans(timeline.band);
    json["lanes"] = list(timeline.lanes, [&](const Lane& lane) {
        return Json{{"id", lane.id},
                    {"label", lane.label},
                    {"spans", spans(lane.spans)},
                    {"marks", list(lane.marks, [](const Mark& mark) { return json_of(mark); })}};
    });
    json["handles"] = list(timeline.handles, [](const Handle& handle) {
        return Json{{"control", handle.control},
                    {"day", handle.day},
                    {"label", handle.label},
                    {"value", handle.value}};
    });
    if (timeline.ghost) {
        json["ghost"] = json_of(*timeline.ghost);
    }
    return json;
}

} // namespace

std::string write_exhibit(const Exhibit& exhibit) {
    Json json{{"lease", exhibit.lease},
              {"title", exhibit.title},
              {"question", exhibit.question},
              {"introduction", exhibit.introduction},
              {"verdict",
               {{"tone", word(exhibit.verdict.tone)},
                {"pill", exhibit.verdict.pill},
                {"sentence", exhibit.verdict.sentence},
                {"contrast", exhibit.verdict.contrast}}},
              {"as_of", exhibit.as_of},
              {"freshness", exhibit.freshness},
              {"echo", exhibit.echo},
              {"notes", exhibit.notes},
              {"timeline", json_of(exhibit.timeline)}};
    json["rights"] = list(exhibit.rights, [](const RightRow& row) {
        return Json{{"id", row.id},         {"holder", row.holder}, {"right", row.right},
                    {"tone", word(row.tone)}, {"status", row.status}, {"window", row.window},
                    {"first_iso", row.first_iso}, {"last_iso", row.last_iso},
                    {"effect_iso", row.effect_iso},
                    {"notice", row.notice}, {"effect", row.effect}, {"price", row.price},
                    {"alternative", row.alternative}};
    });
    json["money"] = list(exhibit.money, [](const MoneyRow& row) {
        return Json{{"id", row.id},       {"label", row.label}, {"amount", row.amount},
                    {"exact", row.exact}, {"note", row.note},   {"share", row.share},
                    {"tone", word(row.tone)}};
    });
    json["key_dates"] = list(exhibit.key_dates, [](const KeyDateRow& row) {
        return Json{{"id", row.id},   {"iso", row.iso}, {"date", row.date},     {"what", row.what},
                    {"how", row.how}, {"clause", row.clause}, {"is_past", row.is_past}};
    });
    json["readings"] = list(exhibit.readings, [](const ReadingRow& row) {
        return Json{{"control", row.control},   {"option", row.option},
                    {"question", row.question}, {"label", row.label},
                    {"consequence", row.consequence}, {"first_iso", row.first_iso},
                    {"last_iso", row.last_iso}, {"firm", row.firm},
                    {"difference", row.difference}};
    });
    json["why"] = list(exhibit.why, [](const WhyTree& tree) {
        return Json{{"id", tree.id},
                    {"title", tree.title},
                    {"rows", list(tree.rows, [](const WhyRow& row) {
                         return Json{{"depth", row.depth},
                                     {"text", row.text},
                                     {"clause", row.clause},
                                     {"wording", row.wording}};
                     })}};
    });
    json["explained"] = exhibit.explained;
    json["controls"] =
        list(exhibit.controls, [](const Control& control) { return json_of(control); });
    json["clauses"] = list(exhibit.clauses, [](const ClauseRow& row) {
        return Json{{"id", row.id},
                    {"title", row.title},
                    {"text", row.text},
                    {"wording", row.wording},
                    {"sources", row.sources}};
    });
    json["sources"] = list(exhibit.sources, [](const SourceRow& row) {
        return Json{{"id", row.id},
                    {"title", row.title},
                    {"url", row.url},
                    {"date", row.date},
                    {"kind", row.kind}};
    });
    json["link"] = exhibit.link;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace offramp
