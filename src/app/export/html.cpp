#include "app/export/html.hpp"

#include "app/export/parts.hpp"
#include "app/export/svg.hpp"

namespace offramp {

namespace {

std::string element(std::string_view tag, std::string_view content) {
    return "<" + std::string{tag} + ">" + escaped(content) + "</" + std::string{tag} + ">";
}

std::string element(std::string_view tag, std::string_view kind, std::string_view content) {
    return "<" + std::string{tag} + " class=\"" + std::string{kind} + "\">" + escaped(content) +
           "</" + std::string{tag} + ">";
}

std::string paragraph_if(std::string_view kind, std::string_view content) {
    return content.empty() ? "" : element("p", kind, content);
}

std::string header_row(std::initializer_list<std::string_view> cells) {
    std::string out = "<thead><tr>";
    for (const std::string_view cell : cells) {
        out += "<th scope=\"col\">" + escaped(cell) + "</th>";
    }
    return out + "</tr></thead>";
}

std::string rights_table(const Exhibit &exhibit) {
    std::string out =
        "<div class=\"scroll\" tabindex=\"0\"><table><caption>Who may leave</caption>" +
        header_row({"Who", "Right", "Window for notice", "Notice", "Earliest end", "Exit fee"}) +
        "<tbody>";
    for (const RightRow &row : exhibit.rights) {
        out += "<tr><th scope=\"row\">" + escaped(row.holder) + "</th>" + element("td", row.right) +
               element("td", row.window) + element("td", row.notice) + element("td", row.effect) +
               element("td", row.price) + "</tr>";
    }
    out += "</tbody></table></div>";
    for (const RightRow &row : exhibit.rights) {
        out += paragraph_if("alternative", row.alternative);
    }
    return out;
}

std::string money_table(const Exhibit &exhibit) {
    if (exhibit.money.empty()) {
        return {};
    }
    std::string out = "<div class=\"scroll\" tabindex=\"0\"><table><caption>Money</caption>" +
                      header_row({"What", "Amount", "Meaning"}) + "<tbody>";
    for (const MoneyRow &row : exhibit.money) {
        out += "<tr><th scope=\"row\">" + escaped(row.label) + "</th>" +
               element("td", "amount", row.exact) + element("td", row.note) + "</tr>";
    }
    return out + "</tbody></table></div>";
}

std::string date_table(const Exhibit &exhibit) {
    std::string out = "<div class=\"scroll\" tabindex=\"0\"><table><caption>Key dates</caption>" +
                      header_row({"Date", "What", "How it is found"}) + "<tbody>";
    for (const KeyDateRow &row : exhibit.key_dates) {
        const std::string date =
            row.iso.empty() ? escaped(row.date)
                            : "<time datetime=\"" + row.iso + "\">" + escaped(row.date) + "</time>";
        out += "<tr><td>" + date + "</td><th scope=\"row\">" + escaped(row.what) + "</th>" +
               element("td", row.how) + "</tr>";
    }
    return out + "</tbody></table></div>";
}

/// The short answers beside the sentence.
std::string summary(const Exhibit &exhibit) {
    std::string out;
    for (const Fact &fact : exhibit.summary) {
        out += "<div>" + element("dt", fact.label) + element("dd", fact.value) + "</div>";
    }
    return out.empty() ? out : "<dl class=\"summary\">" + out + "</dl>";
}

/// The band's regimes in words: what a reader without a picture, or without scripts, drags through.
std::string regime_list(const Exhibit &exhibit) {
    if (exhibit.timeline.band.empty()) {
        return {};
    }
    std::string out = element("h3", exhibit.timeline.band_label) + "<ul class=\"regimes\">";
    for (const Span &span : exhibit.timeline.band) {
        out += "<li>" + element("b", span.label) + " " + escaped(span.details) + "</li>";
    }
    return out + "</ul>";
}

std::string readings(const Exhibit &exhibit) {
    std::string out;
    for (const Control &control : exhibit.controls) {
        if (!control.id.starts_with("reading.")) {
            continue;
        }
        out += "<dt>" + escaped(control.label) + "</dt>";
        for (const ControlOption &option : control.options) {
            out += "<dd>" + element(option.id == control.value ? "b" : "span", option.label) + " " +
                   escaped(option.explanation) + "</dd>";
        }
    }
    return out.empty() ? out : "<h3>Disputed wordings</h3><dl class=\"readings\">" + out + "</dl>";
}

/// The reasons as nested lists, one level for each depth.
std::string why(const WhyTree &tree) {
    std::string out = element("h3", tree.title);
    std::int32_t depth = -1;
    for (const WhyRow &row : tree.rows) {
        if (row.depth <= depth) {
            for (; row.depth < depth; --depth) {
                out += "</li></ul>";
            }
            out += "</li><li>";
        }
        for (; depth < row.depth; ++depth) {
            out += "<ul class=\"why\"><li>";
        }
        out += escaped(row.text);
        if (!row.clause.empty()) {
            out +=
                " <a href=\"#clause-" + escaped(row.clause) + "\">" + escaped(row.wording) + "</a>";
        }
    }
    for (; 0 <= depth; --depth) {
        out += "</li></ul>";
    }
    return out;
}

std::string other_readings(const Exhibit &exhibit) {
    if (exhibit.readings.empty()) {
        return {};
    }
    std::string out =
        "<div class=\"scroll\" tabindex=\"0\"><table><caption>If read otherwise</caption>" +
        header_row({"Question", "Answer", "Then", "Firm money"}) + "<tbody>";
    for (const ReadingRow &row : exhibit.readings) {
        out += "<tr><td>" + escaped(row.question) + "</td><th scope=\"row\">" + escaped(row.label) +
               "</th>" + element("td", row.consequence) + element("td", "amount", row.firm) +
               "</tr>";
    }
    return out + "</tbody></table></div>";
}

std::string clauses(const Exhibit &exhibit) {
    std::string out;
    for (const ClauseRow &clause : exhibit.clauses) {
        out += "<li id=\"clause-" + escaped(clause.id) + "\">" + element("b", clause.title) + " " +
               element("i", clause.wording) + ": " + escaped(clause.text);
        for (const std::string &source : clause.sources) {
            out += " <a href=\"#source-" + escaped(source) + "\">[" + escaped(source) + "]</a>";
        }
        out += "</li>";
    }
    return out.empty() ? out : "<h3>What the papers say</h3><ul class=\"clauses\">" + out + "</ul>";
}

std::string sources(const Exhibit &exhibit) {
    std::string out;
    for (const SourceRow &source : exhibit.sources) {
        out += "<li id=\"source-" + escaped(source.id) + "\">";
        out += source.url.empty() ? escaped(source.title)
                                  : "<a href=\"" + escaped(source.url) +
                                        "\" rel=\"noopener noreferrer\" target=\"_blank\">" +
                                        escaped(source.title) + "</a>";
        out += source.date.empty() ? "" : ", " + escaped(source.date);
        out += "</li>";
    }
    return out.empty() ? out : "<h3>Sources</h3><ol class=\"sources\">" + out + "</ol>";
}

} // namespace

std::string export_html(const Exhibit &exhibit) {
    std::string whys;
    for (const WhyTree &tree : exhibit.why) {
        whys += why(tree);
    }
    return "<article class=\"twin\">" + element("p", "title", exhibit.title) +
           element("h2", exhibit.question) + "<p class=\"verdict\"><b>" +
           escaped(exhibit.verdict.pill) + ".</b> " + escaped(exhibit.verdict.sentence) + "</p>" +
           summary(exhibit) + paragraph_if("contrast", exhibit.verdict.contrast) +
           paragraph_if("freshness", exhibit.freshness) + "<figure tabindex=\"0\">" +
           export_picture(exhibit, 960, false) + "</figure>" + regime_list(exhibit) +
           rights_table(exhibit) + money_table(exhibit) + date_table(exhibit) + readings(exhibit) +
           other_readings(exhibit) + whys + clauses(exhibit) + sources(exhibit) +
           element("p", "as-of", exhibit.as_of + ". Not legal advice.") + "</article>\n";
}

} // namespace offramp
