// Writes what the fuzzers begin with, where the repository has no file for it: a dictionary of the
// lease format from the tables by which leases are read, and links that set all that can be set.
#include "fuzz/fuzz.hpp"

#include "app/controls/controls.hpp"
#include "app/link/link.hpp"
#include "io/scenario/write_scenario.hpp"
#include "schema/document_text.hpp"
#include "schema/grammar_text.hpp"

#include <filesystem>
#include <fstream>
#include <set>

using namespace offramp;

namespace {

std::set<std::string> format_words() {
    std::set<std::string> words;
    for (const Spelling &spelling : spellings()) {
        for (const Slot &slot : spelling.slots) {
            words.emplace(slot.key);
        }
    }
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
        for (const std::string_view word : words_of_kind(static_cast<Kind>(kind))) {
            words.emplace(word);
        }
    }
    for (const auto &objects : {lease_objects(), case_objects()}) {
        for (const ObjectText &object : objects) {
            for (const Property &property : object.properties) {
                words.emplace(property.key);
            }
        }
    }
    return words;
}

/// Each beginning with the byte that chooses the lease.
std::vector<std::string> suppositions() {
    std::vector<std::string> all;
    const std::vector<Model> models = fuzz::known_models();
    for (std::size_t i = 0; i < std::min<std::size_t>(models.size(), 256); ++i) {
        const Model &model = models[i];
        const std::string lease{static_cast<char>(i)};
        std::string link;
        for (const Control &control : controls_of(model)) {
            link += (link.empty() ? "" : "&") + control.id + "=" + control.value;
        }
        all.push_back(lease + link);
        all.push_back(lease + permalink_of(model, link));
        all.push_back(lease + write_scenario(model.now.scenario, *model.lease, Layout::OneLine));
    }
    return all;
}

} // namespace

int main(int count, char **arguments) {
    if (count != 2) {
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    std::ofstream dictionary{folder / "words.dict"};
    for (const std::string &word : format_words()) {
        dictionary << "\"\\\"" << word << "\\\"\"\n";
    }
    std::filesystem::create_directories(folder / "links");
    int number = 0;
    for (const std::string &supposition : suppositions()) {
        std::ofstream{folder / "links" / std::to_string(number++), std::ios::binary} << supposition;
    }
    return 0;
}
