// The answer as somebody cites it: in a sentence, in a wiki, in a bibliography. Who reads it there
// sees what was supposed, from which day, and where it comes from.
#include "app/export/citation.hpp"

#include "app/export/parts.hpp"
#include "app/words/text.hpp"

#include <array>

namespace offramp {

namespace {

/// What a wiki would read as its own markup, wherever it stands.
constexpr std::array<Escape, 11> wiki = {{{'&', "&amp;"},
                                          {'<', "&lt;"},
                                          {'>', "&gt;"},
                                          {'|', "&#124;"},
                                          {'{', "&#123;"},
                                          {'}', "&#125;"},
                                          {'[', "&#91;"},
                                          {']', "&#93;"},
                                          {'=', "&#61;"},
                                          {'~', "&#126;"},
                                          {'_', "&#95;"}}};

/// Signatures are the one markup that an address could hold.
constexpr std::array<Escape, 1> wiki_address = {{{'~', "%7E"}}};

/// Braces go by name: BibTeX counts those with a backslash too.
constexpr std::array<Escape, 10> tex = {{{'\\', "\\textbackslash{}"},
                                         {'{', "\\textbraceleft{}"},
                                         {'}', "\\textbraceright{}"},
                                         {'$', "\\$"},
                                         {'&', "\\&"},
                                         {'#', "\\#"},
                                         {'%', "\\%"},
                                         {'_', "\\_"},
                                         {'^', "\\textasciicircum{}"},
                                         {'~', "\\textasciitilde{}"}}};

std::string title_of(const Exhibit &exhibit) {
    return joined({one_line(exhibit.title), ": ", one_line(exhibit.question)});
}

/// The verdict with what it supposes.
std::string claim_of(const Model &model, const Exhibit &exhibit) {
    const std::string supposed = suppositions_of(model);
    const bool is_any = !supposed.empty();
    return joined({one_line(exhibit.verdict.sentence), is_any ? " Supposed: " : "", supposed,
                   is_any ? "." : ""});
}

/// The lease's own sources.
std::string sources_of(const Exhibit &exhibit) {
    std::string out;
    for (const SourceRow &source : exhibit.sources) {
        out += joined({out.empty() ? " Sources: " : "; ", one_line(source.title),
                       source.date.empty() ? "" : ", ", one_line(source.date)});
    }
    return out.empty() ? out : out + ".";
}

/// Text that a wiki shows as it is: bold type, links and what begins a line are written apart.
std::string in_wiki(std::string_view text) {
    std::string out = escaped_by(text, wiki);
    for (const std::string_view markup : {"''", "://"}) {
        for (std::size_t at = out.find(markup); at != std::string::npos; at = out.find(markup)) {
            out.insert(at + 1, "<nowiki/>");
        }
    }
    const bool begins_a_list =
        !out.empty() && std::string_view{"*#:;-"}.find(out.front()) != std::string_view::npos;
    return (begins_a_list ? "<nowiki/>" : "") + out;
}

} // namespace

std::string export_sentence(const Model &model, const Exhibit &exhibit, std::string_view address) {
    const LocaleScope scope{model.locale};
    const std::string page = cited_address(address, exhibit);
    return joined({claim_of(model, exhibit), sources_of(exhibit), " Offramp, as of ",
                   long_date(model.now.as_of), page.empty() ? "." : ": ", page, "\n"});
}

std::string export_wikitext(const Model &model, const Exhibit &exhibit, std::string_view address) {
    const LocaleScope scope{model.locale};
    const std::string page = cited_address(address, exhibit);
    return joined({in_wiki(one_line(exhibit.verdict.sentence)),
                   "<ref>{{cite web |title=", in_wiki(title_of(exhibit)),
                   page.empty() ? "" : " |url=", escaped_by(page, wiki_address),
                   " |website=Offramp |access-date=", to_iso(model.published.as_of),
                   " |quote=", in_wiki(claim_of(model, exhibit)), "}}</ref>\n"});
}

std::string export_bibtex(const Model &model, const Exhibit &exhibit, std::string_view address) {
    const LocaleScope scope{model.locale};
    const std::string page = cited_address(address, exhibit);
    const std::string note = joined({claim_of(model, exhibit), sources_of(exhibit), " As of ",
                                     long_date(model.now.as_of), "."});
    return joined({"@online{offramp-", exhibit.lease, ",\n  title = {{",
                   escaped_by(title_of(exhibit), tex), "}},\n  organization = {Offramp},\n",
                   page.empty() ? "" : "  url = {", page, page.empty() ? "" : "},\n",
                   "  urldate = {", to_iso(model.published.as_of), "},\n  note = {",
                   escaped_by(note, tex), "}\n}\n"});
}

} // namespace offramp
