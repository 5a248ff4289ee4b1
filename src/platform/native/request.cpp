#include "platform/native/request.hpp"

#include "app/controls/controls.hpp"
#include "app/link/question_text.hpp"
#include "app/operate/follow_link.hpp"
#include "app/operate/operate.hpp"
#include "app/words/text.hpp"
#include "io/lease/read_lease.hpp"
#include "io/scenario/read_case.hpp"
#include "platform/native/files.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace offramp {

namespace {

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

/// `--reading a=b` is the control `reading.a` set to `b`; `--deliver d` is `deliver` set to `d`,
/// and
/// `--deliver hall=d` is `deliver.hall`.
std::optional<std::pair<std::string, std::string>> control_of(const std::string &option,
                                                              const std::string &value) {
    const std::size_t equals = value.find('=');
    const bool is_of_handle = option == "--deliver" || option == "--units";
    if (option == "--as-of" || (is_of_handle && equals == std::string::npos)) {
        return std::pair{option.substr(2), value};
    }
    if (is_of_handle || option == "--reading" || option == "--notice" || option == "--event" ||
        option == "--set") {
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

/// The word of a link that an option stands for: `--likely GUESS` is `likely`, `--likely
/// hall=GUESS` is `likely.hall`, `--gap` is `gap`; with its value.
std::optional<std::pair<std::string, std::string>> question_of(const std::string &option,
                                                               const std::string &value) {
    const std::string name = option.substr(2);
    if (!option.starts_with("--") || !asks(name)) {
        return std::nullopt;
    }
    const std::size_t equals = value.find('=');
    return name == "likely" && equals != std::string::npos
               ? std::pair{name + "." + value.substr(0, equals), value.substr(equals + 1)}
               : std::pair{name, value};
}

using Settings = std::vector<std::pair<std::string, std::string>>;

/// The id of a control as this lease has it. Where several things are delivered, `deliver` is the
/// one that the lease's handle drags.
std::string id_for(const Model &model, const std::string &id) {
    const auto &handle = model.lease->presentation.handle;
    const bool is_plain = id == "deliver" || id == "units";
    if (!is_plain || !handle || get(model.lease->names, *handle).source != NameSource::Delivery) {
        return id;
    }
    const TrancheId tranche{get(model.lease->names, *handle).index};
    const std::string full = id + "." + get(model.lease->tranches, tranche).id;
    const std::vector<Control> controls = controls_of(model);
    return std::any_of(controls.begin(), controls.end(),
                       [&full](const Control &control) { return control.id == full; })
               ? full
               : id;
}

/// "; it has deliver, as-of": what a reader may set, where a control is not among it.
std::string what_there_is(const Model &model, const std::string &id) {
    std::string ids;
    for (const Control &control : controls_of(model)) {
        if (control.id == id) {
            return {};
        }
        const bool is_value = control.kind == ControlKind::Day ||
                              control.kind == ControlKind::Number ||
                              control.kind == ControlKind::Choice;
        ids += is_value ? (ids.empty() ? " It has " : ", ") + control.id : "";
    }
    return ids + ".";
}

/// The locale of a language tag such as `de-AT` or `de_AT`; nothing for a language without forms.
std::optional<Locale> locale_named(const std::string &tag) {
    const std::string language = tag.substr(0, tag.find_first_of("-_"));
    const std::array<std::string_view, 4> known = {"en", "de", "fr", "ja"};
    return std::find(known.begin(), known.end(), language) == known.end()
               ? std::nullopt
               : std::optional{locale_of(tag)};
}

/// The lease with what the options suppose.
Request supposed(Request request, const std::string &path, Locale locale, const std::string &link,
                 const Settings &settings) {
    request.model = load(path, request.exit_code);
    if (!request.model) {
        return request;
    }
    request.model = update(std::move(*request.model), ReadIn{locale});
    request.model = follow_link(std::move(*request.model), without_question(link));
    if (!request.model->notes.empty()) {
        return refused(request.model->notes.front());
    }
    for (const auto &[id, value] : settings) {
        const std::string control = id_for(*request.model, id);
        const Operation operation = operate(*request.model, control, value, Stage::Settled);
        if (!operation.action) {
            return refused(operation.error + what_there_is(*request.model, control));
        }
        request.model = update(std::move(*request.model), *operation.action);
    }
    return request;
}

} // namespace

Request request_from(const Arguments &arguments) {
    Request request;
    Settings settings;
    std::string path;
    Settings questions;
    std::string link;
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
            const auto named = locale_named(arguments[++i]);
            if (!named) {
                return refused("--locale takes en-GB, en-US, de, fr or ja; found " + arguments[i] +
                               ".");
            }
            locale = *named;
        } else if (argument == "--link") {
            link = arguments[++i];
        } else if (const auto asked = question_of(argument, arguments[i + 1])) {
            questions.push_back(*asked);
            ++i;
        } else if (const auto setting = control_of(argument, arguments[i + 1])) {
            settings.push_back(*setting);
            ++i;
        } else {
            return refused("there is no option " + argument + " " + arguments[i + 1] +
                           "; see offramp help.");
        }
    }
    if (path.empty()) {
        return refused("name a lease file.");
    }
    request = supposed(std::move(request), path, locale, link, settings);
    if (request.model) {
        ReadQuestion asked = read_question(link, request.model->lease->currency);
        if (!asked.error.empty()) {
            return refused(asked.error);
        }
        request.question = std::move(asked.question);
    }
    for (const auto &[name, value] : request.model ? questions : Settings{}) {
        const std::string wrong =
            ask(request.question, name, value, request.model->lease->currency);
        if (!wrong.empty()) {
            return refused(wrong);
        }
    }
    return request;
}

} // namespace offramp
