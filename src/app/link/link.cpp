// The supposition in the address: readable, untrusted, and only what differs.
#include "app/link/link.hpp"

#include "app/controls/controls.hpp"
#include "app/link/seal.hpp"
#include "app/words/text.hpp"

namespace offramp {

namespace {

void add_differences(const Model &model, std::string_view prefix, std::string &link) {
    for (const Control &control : changed_controls(model)) {
        link.append(link.empty() ? "" : "&").append(prefix);
        link.append(control.id).append("=").append(control.value);
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
            link.append(link.empty() ? "" : "&").append(pinned_as_published);
        } else {
            add_differences(a, pinned_prefix, link);
        }
    }
    return link;
}

std::string permalink_of(const Model &model) { return permalink_of(model, link_of(model)); }

std::string permalink_of(const Model &model, std::string_view link) {
    const std::string words =
        joined({"terms=", word_of_terms(model.lease->terms_version),
                "&on=", to_iso(model.published.as_of), link.empty() ? "" : "&", link});
    return joined({seal_of(words), "&", words});
}

} // namespace offramp
