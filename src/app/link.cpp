// The supposition in the address: readable, untrusted, and only what differs.
#include "app/controls.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t longest_fragment = 4000;
constexpr std::size_t most_notes = 8;

/// Percent-encoded bytes decoded; nothing for a broken sequence.
std::optional<std::string> decoded(std::string_view text) {
    const auto digit = [](char c) {
        return '0' <= c && c <= '9'   ? c - '0'
               : 'a' <= c && c <= 'f' ? c - 'a' + 10
               : 'A' <= c && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        if (text.size() <= i + 2 || digit(text[i + 1]) < 0 || digit(text[i + 2]) < 0) {
            return std::nullopt;
        }
        out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
        i += 2;
    }
    return out;
}

/// Printable ASCII only: a note quotes what stood in the address, which anybody may have written.
std::string printable(std::string_view text) {
    std::string out{text.substr(0, 60)};
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c < ' ' || '~' < c; }, '?');
    return out;
}

bool is_of_the_host(std::string_view key) {
    return key.starts_with("utm_") || key == "secret" || key == "?secret" || key == "theme" ||
           key == "view" || key == "lease";
}

/// What begins the keys of the pinned scenario A: `a.deliver=2026-10-01`; `a=published` where it
/// is the published one.
constexpr std::string_view pinned_prefix = "a.";

void add_differences(const Model &model, std::string_view prefix, std::string &link) {
    const std::vector<Control> controls = controls_of(model);
    for (const Target &target : targets_of(model)) {
        if (value_at(model.now, target) == value_at(model.published, target)) {
            continue;
        }
        const std::string id = control_id(model, target);
        for (const Control &control : controls) {
            if (control.id == id) {
                link += (link.empty() ? "" : "&") + std::string{prefix} + id + "=" + control.value;
            }
        }
    }
}

} // namespace

std::string link_of(const Model &model) {
    std::string link;
    add_differences(model, {}, link);
    if (model.pinned) {
        Model a = model;
        a.now = *model.pinned;
        if (a.now == a.published) {
            link += (link.empty() ? "" : "&") + std::string{"a=published"};
        } else {
            add_differences(a, pinned_prefix, link);
        }
    }
    return link;
}

Model follow_link(Model model, std::string_view fragment) {
    model.notes.clear();
    const auto note = [&](std::string text) {
        if (model.notes.size() < most_notes) {
            model.notes.push_back(std::move(text));
        }
    };
    if (longest_fragment < fragment.size()) {
        note("The link is too long and was not followed.");
        return model;
    }
    Model a = model;
    a.now = a.published;
    bool has_a = false;
    while (!fragment.empty()) {
        const std::string_view pair = fragment.substr(0, fragment.find('&'));
        fragment.remove_prefix(std::min(pair.size() + 1, fragment.size()));
        const std::size_t equals = pair.find('=');
        const auto key = decoded(pair.substr(0, equals));
        const auto value = decoded(equals == std::string_view::npos ? std::string_view{}
                                                                    : pair.substr(equals + 1));
        if (pair.empty() || (key && is_of_the_host(*key))) {
            continue;
        }
        if (!key || !value) {
            note("The link holds “" + printable(pair) + "”, which cannot be read; it was ignored.");
            continue;
        }
        const bool is_a = key->starts_with(pinned_prefix);
        has_a |= is_a || (*key == "a" && *value == "published");
        if (*key == "a" && *value == "published") {
            continue;
        }
        Model &its = is_a ? a : model;
        const Operation operation =
            operate(its, printable(is_a ? key->substr(pinned_prefix.size()) : *key),
                    printable(*value), Stage::Settled);
        const auto *set = operation.action ? std::get_if<Set>(&*operation.action) : nullptr;
        if (set == nullptr) {
            note("The link was followed in part: " +
                 (operation.error.empty() ? "“" + printable(*key) + "” is not a value."
                                          : operation.error));
            continue;
        }
        its = update(std::move(its), *set);
    }
    if (has_a) {
        model.pinned = std::move(a.now);
    }
    model.past.clear();
    model.future.clear();
    return model;
}

} // namespace offramp
