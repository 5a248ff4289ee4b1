#include "platform/native/request.hpp"

#include "app/controls/controls.hpp"
#include "app/operate/operate.hpp"
#include "app/view/elsewhere.hpp"
#include "app/words/likely_text.hpp"
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

/// `--likely TEXT` or `--likely TRANCHE=TEXT`. A sentence, where it cannot be read.
std::string add_likely(Request &request, const std::string &value) {
    const std::size_t equals = value.find('=');
    const bool is_named = equals != std::string::npos;
    ParsedLikely parsed = parse_likely(is_named ? value.substr(equals + 1) : value);
    if (parsed.likely) {
        request.likely.push_back(
            {is_named ? value.substr(0, equals) : std::string{}, std::move(*parsed.likely)});
    }
    return parsed.error;
}

/// `--elsewhere 6.00`, `--gap DAYS`. A sentence, where one cannot be read.
std::string add_elsewhere(Request &request, const std::string &option, const std::string &value) {
    if (option == "--elsewhere") {
        const auto price = price_in(value);
        if (price) {
            request.elsewhere = Elsewhere{*price, 0, Money::zero()};
        }
        return price
                   ? ""
                   : "--elsewhere takes the price of one unit for one hour, such as 6.00, with at "
                     "most four decimals; found " +
                         value + ".";
    }
    const auto days = number_in(value);
    if (!request.elsewhere || !days || *days < 0 || 3650 < *days) {
        return option + " takes a number of days up to 3,650, after --elsewhere.";
    }
    request.elsewhere->gap_days = *days;
    return {};
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
Request supposed(Request request, const std::string &path, Locale locale,
                 const Settings &settings) {
    request.model = load(path, request.exit_code);
    if (!request.model) {
        return request;
    }
    request.model = update(std::move(*request.model), ReadIn{locale});
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
    std::string extra;
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
        } else if (argument == "--likely") {
            if (const std::string wrong = add_likely(request, arguments[++i]); !wrong.empty()) {
                return refused(wrong);
            }
        } else if (argument == "--elsewhere" || argument == "--gap") {
            if (const std::string wrong = add_elsewhere(request, argument, arguments[i + 1]);
                !wrong.empty()) {
                return refused(wrong);
            }
            ++i;
        } else if (argument == "--extra") {
            extra = arguments[++i];
        } else if (argument == "--slipping") {
            const std::string &how = arguments[++i];
            if (how != "together" && how != "apart") {
                return refused("--slipping takes together or apart; found " + how + ".");
            }
            request.slipping = how == "apart" ? Slipping::Apart : Slipping::Together;
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
    request = supposed(std::move(request), path, locale, settings);
    if (extra.empty() || !request.model) {
        return request;
    }
    const std::string &currency = request.model->lease->currency;
    const auto amount = parse_decimal(extra, minor_digits(currency));
    if (!request.elsewhere || !amount || *amount < Money::zero()) {
        return refused("--extra takes an amount in " + currency + ", with --elsewhere; found " +
                       extra + ".");
    }
    request.elsewhere->extra = *amount;
    return request;
}

} // namespace offramp
