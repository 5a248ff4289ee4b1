// What the fuzzers share: the answers to a model in every form that readers take away, and what
// must hold of them besides what the sanitizers watch.
#pragma once

#include "app/model/model.hpp"
#include "core/evaluate/lease_state.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// libFuzzer calls it with one input after another; what it gives is always 0.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);

namespace offramp::fuzz {

inline std::string_view text_of(const unsigned char *data, std::size_t size) {
    return {reinterpret_cast<const char *>(data), size};
}

/// Ends the run, and keeps the input, where something does not hold that must.
void expect(bool holds, const char *what);

/// The answer, which has no range whose ends are the wrong way round and took no more than two
/// seconds of the processor.
LeaseState evaluated(const Lease &lease, const Scenario &scenario, Date as_of);

/// A number that hangs on all of an input and on nothing else, so that what is done with one input
/// of many is done again when it is tried again. FNV-1a.
std::uint32_t lot_of(std::string_view input);

/// Evaluates the model. One of so many lots shows it too, which takes a hundred times as long, and
/// takes it away in one form, which is another one for another lot.
void take_away(Model model, std::uint32_t lot, std::uint32_t one_in);

struct Document {
    std::string name; ///< of its file, without folder and ending
    std::string text;
};

/// The JSON files of a folder of the repository, in the order of their names.
std::vector<Document> documents_in(const std::string &folder);

/// A lease document or a worked case under its own scenario; null where it has errors.
std::unique_ptr<Model> model_from(std::string_view text);

/// The models of all leases and cases of the repository.
std::vector<Model> known_models();

} // namespace offramp::fuzz
