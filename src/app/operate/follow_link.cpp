// A link is untrusted: it is capped, mended, and followed pair by pair.
#include "app/operate/follow_link.hpp"

#include "app/link/mended_link.hpp"
#include "app/link/seal.hpp"
#include "app/model/targets.hpp"
#include "app/operate/operate.hpp"
#include "app/operate/operate_answer.hpp"
#include "app/words/text.hpp"

#include <algorithm>

namespace offramp {

namespace {

constexpr std::size_t longest_fragment = 4000;
constexpr std::size_t most_notes = 8;
/// A link of 4,000 letters would else ask for 500 answers, which takes seconds.
constexpr int most_answers = 4;

/// Printable ASCII only: a note quotes what stood in the address, which anybody may have written.
std::string printable(std::string_view text) {
    std::string out{text.substr(0, 60)};
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c < ' ' || '~' < c; }, '?');
    return out;
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
        if (comes_of_answer(printable(key)) && most_answers < ++answers_) {
            note("The link was followed in part: it asks for “" + printable(key) + "” too often.");
            return;
        }
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
    int answers_ = 0; ///< asked for so far
};

} // namespace

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
    // The day of writing first, wherever it stands: it says what is published.
    for (const bool is_day_of_writing : {true, false}) {
        for (std::string_view rest = words; !rest.empty();) {
            const std::string_view pair = rest.substr(0, rest.find('&'));
            rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
            if (pair.starts_with("on=") == is_day_of_writing) {
                following.take(pair);
            }
        }
    }
    following.finish();
    return model;
}

} // namespace offramp
