// What `show` and `render` are asked for on the command line.
#pragma once

#include "app/model/model.hpp"
#include "core/ask/question.hpp"
#include "platform/native/commands.hpp"

#include <optional>
#include <string>
#include <vector>

namespace offramp {

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
    Question question;
    int exit_code = 0;
};

/// The lease or case that the arguments name, with what they suppose; without a model, standard
/// error has said why.
Request request_from(const Arguments &arguments);

} // namespace offramp
