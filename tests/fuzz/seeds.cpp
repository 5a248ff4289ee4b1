// Writes what the fuzzers begin with, where the repository has no file for it: a dictionary of the
// lease format from the tables by which leases are read, links that set all that can be set, and
// lines of a stream.
#include "fuzz/fuzz.hpp"

#include "app/controls/controls.hpp"
#include "app/link/link.hpp"
#include "generate/generate.hpp"
#include "io/lease/write_lease.hpp"
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

/// Leases that nobody signed are shorter than those of the repository, and have more forms.
std::vector<std::string> lines() {
    std::vector<std::string> all;
    for (std::uint64_t i = 0; i < 200; ++i) {
        Choices choices{i};
        const Lease lease = generated_lease(choices, Variety::Wild);
        const Scenario scenario = generated_scenario(choices, lease, Variety::Wild);
        all.push_back("{\"lease\":" + write_lease(lease, Layout::OneLine) +
                      ",\"scenario\":" + write_scenario(scenario, lease, Layout::OneLine) + "}");
    }
    return all;
}

void write_all(const std::filesystem::path &folder, const std::vector<std::string> &inputs) {
    std::filesystem::create_directories(folder);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        std::ofstream{folder / std::to_string(i), std::ios::binary} << inputs[i];
    }
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
    write_all(folder / "links", suppositions());
    write_all(folder / "lines", lines());
    return 0;
}
