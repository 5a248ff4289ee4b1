// What leases and books share: sources, clauses and the readings of what is disputed.
#include "io/lease/readers.hpp"

namespace offramp {

namespace {

std::string optional_text(const Cursor &at, std::string_view key) {
    const auto member = at.find(key);
    return member ? member->text_or_empty() : std::string{};
}

std::string text_in(const Cursor &at, std::string_view key, Extent extent) {
    const auto member = extent == Extent::Document ? at.require(key) : at.find(key);
    return member ? member->text() : std::string{};
}

} // namespace

Source source_from(const Cursor &at, IdTable &sources, Extent extent) {
    at.expect_object({"id", "title", "url", "date", "kind"});
    const auto id = at.require("id");
    Source source{id ? sources.declare(*id) : "", text_in(at, "title", extent),
                  optional_text(at, "url"), optional_text(at, "date"), text_in(at, "kind", extent)};
    const bool is_web = source.url.starts_with("https://") || source.url.starts_with("http://");
    if (!source.url.empty() && !is_web) {
        at.find("url")->error("bad_url", "Expected an address that begins with https:// or "
                                         "http://, found " +
                                             at.find("url")->found() + ".");
    }
    return source;
}

Clause clause_from(const Cursor &at, IdTable &clauses, const IdTable &sources, Extent extent) {
    at.expect_object({"id", "title", "text", "is", "sources"});
    const auto id = at.require("id");
    const auto wording = extent == Extent::Document ? at.require("is") : at.find("is");
    Clause clause{id ? clauses.declare(*id) : "",
                  optional_text(at, "title"),
                  text_in(at, "text", extent),
                  wording ? wording->word<Wording>() : Wording::Paraphrase,
                  {}};
    if (const auto list = at.find("sources")) {
        for (const Cursor &source : list->elements()) {
            clause.sources.push_back(SourceId{sources.look_up(source)});
        }
    }
    return clause;
}

Reading reading_from(const Cursor &at, IdTable &readings, const IdTable &clauses) {
    at.expect_object({"id", "question", "default", "options", "clause"});
    const auto id = at.require("id");
    const auto clause = at.find("clause");
    Reading reading{id ? readings.declare(*id) : "",
                    optional_text(at, "question"),
                    0,
                    {},
                    clause ? MaybeClause{ClauseId{clauses.look_up(*clause)}} : std::nullopt};
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
    return reading;
}

} // namespace offramp
