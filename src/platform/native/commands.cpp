#include "platform/native/commands.hpp"

#include "app/answers/answers.hpp"
#include "app/answers/question_answers.hpp"
#include "app/answers/question_figures.hpp"
#include "app/exhibit/palette.hpp"
#include "app/export/card.hpp"
#include "app/export/css.hpp"
#include "app/export/csv.hpp"
#include "app/export/elsewhere.hpp"
#include "app/export/export_as.hpp"
#include "app/export/html.hpp"
#include "app/export/parts.hpp"
#include "app/export/prospect.hpp"
#include "app/export/prospect_svg.hpp"
#include "app/export/question_csv.hpp"
#include "app/export/reasons.hpp"
#include "app/export/tables.hpp"
#include "app/export/text.hpp"
#include "app/view/present.hpp"
#include "app/view/prospect.hpp"
#include "app/view/question.hpp"
#include "app/words/likely_text.hpp"
#include "app/words/text.hpp"
#include "app/words/text_table.hpp"
#include "core/ask/slips.hpp"
#include "core/evaluate/evaluate.hpp"
#include "io/book/read_book.hpp"
#include "io/exhibit/write_exhibit.hpp"
#include "io/exhibit/write_question.hpp"
#include "io/lease/read_lease.hpp"
#include "io/scenario/read_case.hpp"
#include "io/story/read_story.hpp"
#include "platform/native/books.hpp"
#include "platform/native/files.hpp"
#include "platform/native/request.hpp"
#include "platform/native/stories.hpp"
#include "schema/write_schema.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace offramp {

namespace {

/// The formats that only this shell has; the others it shares with the page.
std::optional<std::string> text_as(const Request &request, const Exhibit &exhibit,
                                   const QuestionAnswers &asked) {
    if (request.to == "json") {
        return write_exhibit(exhibit) + "\n";
    }
    if (request.to == "card") {
        return export_card(*request.model, exhibit, asked.shown().prospect);
    }
    if (request.to == "csv") {
        return export_csv(*request.model, exhibit) +
               export_question_csv(*request.model->lease, asked);
    }
    return request.to == "html"   ? std::optional{export_html(exhibit)}
           : request.to == "text" ? std::optional{export_text(exhibit)}
                                  : export_as(request.to, *request.model, exhibit, request.address);
}

template <typename T>
bool are_fine(const std::string &path, const ReadResult<T> &result) {
    print_findings(path, result.findings);
    return result.value.has_value();
}

} // namespace

int usage_error(const std::string &what) {
    std::fprintf(stderr, "offramp: %s\n", what.c_str());
    return 2;
}

std::string reasons_of(const Model &model, const Exhibit &exhibit) {
    const Supposition &now = model.now;
    const LeaseState state = evaluate(*model.lease, now.scenario, now.as_of);
    return exhibit.title + "\n" + exhibit.verdict.pill + ". " + exhibit.verdict.sentence + "\n" +
           export_reasons({*model.lease, now.scenario, state}, now.as_of);
}

/// What was asked, as text or JSON.
int show_question(const Request &request) {
    const QuestionAnswers asked{*request.model, request.question};
    const QuestionExhibit &shown = asked.shown();
    if (!asked.error().empty()) {
        return usage_error(asked.error());
    }
    if (request.figures) {
        Exhibit exhibit = present(*request.model);
        const std::vector<FigureText> own = question_figures(*request.model->lease, asked);
        exhibit.figures.insert(exhibit.figures.end(), own.begin(), own.end());
        print(export_figures(exhibit));
        return request.exit_code;
    }
    if (request.json) {
        print(write_question(shown) + "\n");
        return request.exit_code;
    }
    print(present(*request.model).title + "\n" +
          (shown.prospect ? export_prospect(*shown.prospect) : "") +
          (shown.prospect && shown.elsewhere ? "\n" : "") +
          (shown.elsewhere ? export_elsewhere(*shown.elsewhere) : ""));
    return request.exit_code;
}

/// The hill of what is likely, as SVG.
int render_prospect(const Request &request) {
    const PresentedProspect presented =
        present_prospect(*request.model, request.question.likely, request.question.slipping);
    if (!presented.exhibit) {
        return usage_error(request.question.likely.empty()
                               ? "--to likely needs --likely and a guess."
                               : presented.error);
    }
    const LocaleScope scope{request.model->locale};
    const Exhibit exhibit = present(*request.model);
    const std::string drawing =
        draw_hill(*presented.exhibit, {.words = HillWords{exhibit.title, exhibit.question}}).svg +
        "\n";
    return write_file(request.output, drawing) ? 0 : 1;
}

int show(const Arguments &arguments) {
    const auto file = document_among(arguments);
    if (file && is_book(file->text)) {
        return show_book(arguments, *file);
    }
    if (file && is_story(file->text)) {
        return show_story(arguments, *file);
    }
    const Request request = request_from(arguments);
    if (request.model) {
        const LocaleScope scope{request.model->locale};
        if (!request.question.likely.empty() || request.question.elsewhere) {
            return show_question(request);
        }
        const Exhibit exhibit = present(*request.model);
        const Lease &lease = *request.model->lease;
        const Supposition &now = request.model->now;
        print(request.json       ? write_exhibit(exhibit) + "\n"
              : request.why      ? reasons_of(*request.model, exhibit)
              : request.figures  ? export_figures(exhibit)
              : request.readings ? export_readings(lease, now.scenario, now.as_of)
              : request.months   ? export_months(lease, evaluate(lease, now.scenario, now.as_of))
                                 : export_text(exhibit));
    }
    return request.exit_code;
}

int render(const Arguments &arguments) {
    const Request request = request_from(arguments);
    if (!request.model) {
        return request.exit_code;
    }
    if (request.to == "likely") {
        return render_prospect(request);
    }
    const Exhibit exhibit = present(*request.model);
    if (!request.address.empty() && cited_address(request.address, exhibit).empty()) {
        return usage_error("--address takes the address of a page: http or https, without quotes.");
    }
    const QuestionAnswers asked{*request.model, request.question};
    if (!asked.error().empty()) {
        return usage_error(asked.error());
    }
    const auto text = text_as(request, exhibit, asked);
    if (!text) {
        return usage_error("--to takes html, svg, csv, ics, json, text, sentence, wikitext, "
                           "bibtex, card or likely.");
    }
    if (text->empty()) {
        return usage_error("this scenario has no day that is exactly known.");
    }
    return write_file(request.output, *text) ? 0 : 1;
}

int palette(const Arguments &arguments) {
    if (!arguments.empty()) {
        return usage_error("palette takes no arguments.");
    }
    print(export_css());
    return 0;
}

int schema(const Arguments &arguments) {
    if (arguments == Arguments{"lease"}) {
        print(write_lease_schema());
        return 0;
    }
    if (arguments == Arguments{"case"}) {
        print(write_case_schema());
        return 0;
    }
    if (arguments == Arguments{"story"}) {
        print(write_story_schema());
        return 0;
    }
    return usage_error("schema takes lease, case or story.");
}

int slips(const Arguments &arguments) {
    Arguments paths = arguments;
    const bool as_json = std::erase(paths, "--json") != 0;
    if (paths.empty()) {
        return usage_error("name at least one lease file.");
    }
    TextTable rows = {{"Lease", "Delivery", "Due", "Delivered", "Days late"}};
    Slips all;
    bool all_fine = true;
    for (const std::string &path : paths) {
        const auto text = read_file(path);
        const auto result = text ? read_lease(*text) : ReadResult<Lease>{};
        all_fine = text && are_fine(path, result) && all_fine;
        for (const Slip &slip : result.value ? slips_of(*result.value) : std::vector<Slip>{}) {
            all.days.push_back(slip.days_late);
            rows.push_back({result.value->id, get(result.value->tranches, slip.tranche).id,
                            short_date(slip.due), short_date(slip.delivered),
                            grouped(slip.days_late)});
        }
    }
    if (as_json) {
        print(write_slips({rows.begin() + 1, rows.end()}, likely_text(all)) + "\n");
    } else {
        print(all.days.empty()
                  ? "No delivery is reported whose due day is known.\n"
                  : text_table(rows) + "  As a guess: --likely " + likely_text(all) + "\n");
    }
    return all_fine ? 0 : 1;
}

int validate(const Arguments &arguments) {
    if (arguments.empty()) {
        return usage_error("name at least one lease file.");
    }
    bool all_fine = true;
    for (const std::string &path : arguments) {
        const auto text = read_file(path);
        if (!text) {
            all_fine = false;
            continue;
        }
        if (is_book(*text)) {
            all_fine = validate_book(path, *text) && all_fine;
            continue;
        }
        if (is_story(*text)) {
            all_fine = validate_story(path, *text) && all_fine;
            continue;
        }
        const bool is_fine =
            is_case(*text) ? are_fine(path, read_case(*text)) : are_fine(path, read_lease(*text));
        all_fine = is_fine && all_fine;
    }
    return all_fine ? 0 : 1;
}

int check(const Arguments &arguments) {
    if (arguments.empty()) {
        return usage_error("name at least one case file.");
    }
    int passed = 0;
    int failed = 0;
    for (const std::string &path : arguments) {
        const auto text = read_file(path);
        const ReadResult<Case> result = text ? read_case(*text) : ReadResult<Case>{};
        print_findings(path, result.findings);
        const auto mismatches = result.value ? check_case(*result.value) : std::vector<Mismatch>{};
        for (const Mismatch &mismatch : mismatches) {
            print(path + ": " + (mismatch.hearing.empty() ? "" : "[" + mismatch.hearing + "] ") +
                  mismatch.path + ": expected " + mismatch.expected + ", found " + mismatch.actual +
                  "\n");
        }
        (result.value && mismatches.empty() ? passed : failed) += 1;
    }
    print(std::to_string(passed) + " passed, " + std::to_string(failed) + " failed\n");
    return failed == 0 ? 0 : 1;
}

} // namespace offramp
