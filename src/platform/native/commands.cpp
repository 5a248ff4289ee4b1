#include "platform/native/commands.hpp"

#include "app/answers/answers.hpp"
#include "app/controls/controls.hpp"
#include "app/exhibit/palette.hpp"
#include "app/export/card.hpp"
#include "app/export/css.hpp"
#include "app/export/export_as.hpp"
#include "app/export/html.hpp"
#include "app/export/parts.hpp"
#include "app/export/reasons.hpp"
#include "app/export/tables.hpp"
#include "app/export/text.hpp"
#include "app/operate/operate.hpp"
#include "app/view/present.hpp"
#include "core/evaluate/evaluate.hpp"
#include "io/book/read_book.hpp"
#include "io/exhibit/write_exhibit.hpp"
#include "io/lease/read_lease.hpp"
#include "io/scenario/read_case.hpp"
#include "platform/native/books.hpp"
#include "platform/native/files.hpp"
#include "schema/write_schema.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace offramp {

namespace {

/// What `show` and `render` were asked for: a model in which the options' suppositions hold.
struct Request {
    std::optional<Model> model;
    std::string to;
    std::string output = "-";
    std::string address; ///< of the page, for what cites it
    bool json = false;
    bool why = false;
    bool readings = false;
    bool months = false;
    bool figures = false;
    int exit_code = 0;
};

std::optional<Model> load(const std::string &path, int &exit_code) {
    exit_code = 1;
    const auto text = read_file(path);
    if (!text) {
        return std::nullopt;
    }
    if (is_case(*text)) {
        ReadResult<Case> result = read_case(*text);
        print_findings(path, result.findings);
        if (!result.value) {
            return std::nullopt;
        }
        exit_code = 0;
        return model_of(std::move(*result.value));
    }
    ReadResult<Lease> result = read_lease(*text);
    print_findings(path, result.findings);
    if (!result.value) {
        return std::nullopt;
    }
    exit_code = 0;
    return model_of(std::make_shared<const Lease>(std::move(*result.value)));
}

/// `--reading a=b` is the control `reading.a` set to `b`; `--deliver d` is `deliver` set to `d`.
std::optional<std::pair<std::string, std::string>> control_of(const std::string &option,
                                                              const std::string &value) {
    if (option == "--deliver" || option == "--units" || option == "--as-of") {
        return std::pair{option.substr(2), value};
    }
    if (option == "--reading" || option == "--notice" || option == "--event" || option == "--set") {
        const std::size_t equals = value.find('=');
        if (equals == std::string::npos) {
            return std::nullopt;
        }
        const std::string prefix = option == "--set" ? "" : option.substr(2) + ".";
        return std::pair{prefix + value.substr(0, equals), value.substr(equals + 1)};
    }
    return std::nullopt;
}

Request refused(const std::string &what) {
    Request request;
    request.exit_code = usage_error(what);
    return request;
}

struct Flag {
    std::string_view name;
    bool Request::*is_set;
};
constexpr std::array<Flag, 5> flags = {{{"--json", &Request::json},
                                        {"--why", &Request::why},
                                        {"--readings", &Request::readings},
                                        {"--months", &Request::months},
                                        {"--figures", &Request::figures}}};

/// Sets what an option without a value asks for; false when there is no such option.
bool set_flag(Request &request, std::string_view argument) {
    const auto flag = std::find_if(flags.begin(), flags.end(),
                                   [argument](const Flag &one) { return one.name == argument; });
    if (flag != flags.end()) {
        request.*flag->is_set = true;
    }
    return flag != flags.end();
}

using Settings = std::vector<std::pair<std::string, std::string>>;

/// The lease with what the options suppose.
Request supposed(Request request, const std::string &path, Locale locale,
                 const Settings &settings) {
    request.model = load(path, request.exit_code);
    if (!request.model) {
        return request;
    }
    request.model = update(std::move(*request.model), ReadIn{locale});
    for (const auto &[id, value] : settings) {
        const Operation operation = operate(*request.model, id, value, Stage::Settled);
        if (!operation.action) {
            return refused(operation.error);
        }
        request.model = update(std::move(*request.model), *operation.action);
    }
    return request;
}

Request request_from(const Arguments &arguments) {
    Request request;
    Settings settings;
    std::string path;
    Locale locale = Locale::EnglishBritain;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (set_flag(request, argument)) {
            continue;
        }
        if (!argument.starts_with("-")) {
            if (!path.empty()) {
                return refused("one lease at a time; found " + path + " and " + argument + ".");
            }
            path = argument;
        } else if (i + 1 == arguments.size()) {
            return refused(argument + " needs a value.");
        } else if (argument == "--to") {
            request.to = arguments[++i];
        } else if (argument == "-o") {
            request.output = arguments[++i];
        } else if (argument == "--address") {
            request.address = arguments[++i];
        } else if (argument == "--locale") {
            locale = locale_of(arguments[++i]);
        } else if (const auto setting = control_of(argument, arguments[i + 1])) {
            settings.push_back(*setting);
            ++i;
        } else {
            return refused("there is no option " + argument + " " + arguments[i + 1] +
                           "; see offramp help.");
        }
    }
    return path.empty() ? refused("name a lease file.")
                        : supposed(std::move(request), path, locale, settings);
}

/// The formats that only this shell has; the others it shares with the page.
std::optional<std::string> text_as(const Request &request, const Exhibit &exhibit) {
    if (request.to == "json") {
        return write_exhibit(exhibit) + "\n";
    }
    if (request.to == "card") {
        return export_card(*request.model, exhibit);
    }
    return request.to == "html"   ? std::optional{export_html(exhibit)}
           : request.to == "text" ? std::optional{export_text(exhibit)}
                                  : export_as(request.to, *request.model, exhibit, request.address);
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

int show(const Arguments &arguments) {
    if (const auto book = book_among(arguments)) {
        return show_book(arguments, *book);
    }
    const Request request = request_from(arguments);
    if (request.model) {
        const LocaleScope scope{request.model->locale};
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
    const Exhibit exhibit = present(*request.model);
    if (!request.address.empty() && cited_address(request.address, exhibit).empty()) {
        return usage_error("--address takes the address of a page: http or https, without quotes.");
    }
    const auto text = text_as(request, exhibit);
    if (!text) {
        return usage_error("--to takes html, svg, csv, ics, json, text, sentence, wikitext, "
                           "bibtex or card.");
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
    return usage_error("schema takes lease or case.");
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
        const ReadResult<Lease> result = read_lease(*text);
        print_findings(path, result.findings);
        all_fine = all_fine && result.value.has_value();
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
