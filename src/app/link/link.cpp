// The supposition in the address: readable, untrusted, and only what differs.
#include "app/controls/controls.hpp"

#include "app/model/targets.hpp"
#include "app/words/text.hpp"

#include <algorithm>
#include <charconv>

namespace offramp {

namespace {

constexpr std::size_t longest_fragment = 4000;
constexpr std::size_t most_notes = 8;

/// Printable ASCII only: a note quotes what stood in the address, which anybody may have written.
std::string printable(std::string_view text) {
    std::string out{text.substr(0, 60)};
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c < ' ' || '~' < c; }, '?');
    return out;
}

/// What begins the keys of the pinned scenario A: `a.deliver=2026-10-01`; `a=published` where it
/// is the published one.
constexpr std::string_view pinned_prefix = "a.";
constexpr std::string_view pinned_as_published = "a=published";

/// What begins a permalink: the version of these words.
constexpr std::string_view seal_prefix = "v=1.";
constexpr int known_version = 1;
constexpr std::size_t check_size = 4;

void add_differences(const Model &model, std::string_view prefix, std::string &link) {
    for (const Control &control : changed_controls(model)) {
        link.append(link.empty() ? "" : "&").append(prefix);
        link.append(control.id).append("=").append(control.value);
    }
}

/// Twenty bits of FNV-1a as four characters of Crockford's base32, which has no letters that are
/// taken for others. They notice a cut link; they keep nobody from writing one.
std::string check_of(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
    std::uint32_t hash = 2166136261U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    hash ^= hash >> 20U;
    std::string out;
    for (std::size_t i = check_size; 0 < i; --i) {
        out += digits[(hash >> (5 * (i - 1))) & 31U];
    }
    return out;
}

/// A version of the terms in the letters of a link; one that holds others is told apart by a check.
std::string word_of_terms(std::string_view terms) {
    constexpr std::size_t longest = 40;
    std::string word{terms.substr(0, longest)};
    std::replace_if(
        word.begin(), word.end(),
        [](char c) { return !is_letter_or_digit(c) && c != '.' && c != '_'; }, '-');
    const bool is_same = word == terms && !word.empty() && is_letter_or_digit(word.back());
    return is_same ? word : word + "." + check_of(terms);
}

enum class Seal {
    None,   ///< written by hand
    Whole,  ///< all of it is there
    Broken, ///< a part of it is not
    Newer,  ///< of words that this version does not know
};

/// Whether a mended link is all there; if so, `words` becomes what follows `v=1.CHECK&`.
Seal break_seal(std::string_view link, std::string_view &words) {
    const std::string pairs = "&" + std::string{link} + "&";
    const std::size_t at = std::min(pairs.find("&v="), pairs.find("&v&"));
    if (at != 0) {
        return at == std::string::npos ? Seal::None : Seal::Broken;
    }
    int version = 0;
    const char *const end = link.data() + link.size();
    std::from_chars(link.data() + std::min<std::size_t>(2, link.size()), end, version);
    if (known_version < version) {
        return Seal::Newer;
    }
    const std::size_t size = seal_prefix.size() + check_size;
    if (!link.starts_with(seal_prefix) || link.size() <= size || link[size] != '&' ||
        link.substr(seal_prefix.size(), check_size) != check_of(link.substr(size + 1))) {
        return Seal::Broken;
    }
    words = link.substr(size + 1);
    return Seal::Whole;
}

/// A link on its way into a model, pair by pair.
class Following {
  public:
    explicit Following(Model &model) : model_(model), a_(model) { a_.now = a_.published; }

    void take(std::string_view pair) {
        const std::size_t equals = pair.find('=');
        const std::string_view key = pair.substr(0, equals);
        const std::string_view value =
            equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
        if (pair.find('%') != std::string_view::npos) {
            note("The link holds “" + printable(pair) + "”, which cannot be read; it was ignored.");
        } else if (pair == pinned_as_published) {
            has_a_ = true;
        } else if (key == "terms") {
            compare_terms(value);
        } else if (key == "on") {
            open_on(value);
        } else if (key.starts_with(pinned_prefix)) {
            has_a_ = true;
            set(a_, key.substr(pinned_prefix.size()), value);
        } else {
            set(model_, key, value);
        }
    }

    void finish() {
        if (has_a_) {
            model_.pinned = std::move(a_.now);
        }
        model_.past.clear();
        model_.future.clear();
    }

  private:
    void note(std::string text) {
        if (model_.notes.size() < most_notes) {
            model_.notes.push_back(std::move(text));
        }
    }

    void compare_terms(std::string_view terms) {
        const std::string &today = model_.lease->terms_version;
        if (terms != word_of_terms(today)) {
            note("This link was made for the terms of “" + printable(terms) +
                 "”; what it shows here follows today’s terms, “" + today + "”.");
        }
    }

    /// What is published hangs on the day of reading; a citation keeps that of its writer.
    void open_on(std::string_view value) {
        const auto day = parse_iso(value);
        if (!day || *day < first_allowed || last_allowed < *day) {
            note("The link was made on “" + printable(value) +
                 "”, which is no day; it was ignored.");
            return;
        }
        model_ = update(std::move(model_), OpenedOn{*day});
        a_.published = model_.published;
        a_.now = model_.published;
    }

    void set(Model &its, std::string_view key, std::string_view value) {
        const Operation operation = operate(its, printable(key), printable(value), Stage::Settled);
        if (const auto *one = operation.action ? std::get_if<Set>(&*operation.action) : nullptr) {
            its = update(std::move(its), *one);
            return;
        }
        note("The link was followed in part: " + (operation.error.empty()
                                                      ? "“" + printable(key) + "” is not a value."
                                                      : operation.error));
    }

    Model &model_;
    Model a_; ///< whose present is the pinned scenario
    bool has_a_ = false;
};

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
    return joined({seal_prefix, check_of(words), "&", words});
}

Model follow_link(Model model, std::string_view fragment) {
    model.notes.clear();
    if (longest_fragment < fragment.size()) {
        model.notes.push_back("The link is too long and was not followed.");
        return model;
    }
    const std::string link = mended_link(fragment);
    std::string_view words = link;
    const Seal seal = break_seal(link, words);
    if (seal == Seal::Broken || seal == Seal::Newer) {
        model.notes.push_back(
            (seal == Seal::Broken ? "This link is incomplete"
                                  : "This link was made by a newer Offramp") +
            std::string{", so that it was not followed; you see the published scenario."});
        return model;
    }
    Following following{model};
    while (!words.empty()) {
        const std::string_view pair = words.substr(0, words.find('&'));
        words.remove_prefix(std::min(pair.size() + 1, words.size()));
        following.take(pair);
    }
    following.finish();
    return model;
}

} // namespace offramp
