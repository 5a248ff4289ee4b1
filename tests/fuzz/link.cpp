// What is supposed of a lease, as a document or in a link. The first byte chooses one of the leases
// that the repository has; the rest is a scenario if it begins with a brace, otherwise a link.
#include "fuzz/fuzz.hpp"

#include "app/link/link.hpp"
#include "app/operate/follow_link.hpp"
#include "io/scenario/read_scenario.hpp"
#include "io/scenario/write_scenario.hpp"

using namespace offramp;

namespace {

constexpr std::uint32_t one_in = 256;

void suppose(Model model, std::string_view text) {
    ReadResult<Scenario> scenario = read_scenario(text, *model.lease);
    if (scenario.value) {
        const auto again =
            read_scenario(write_scenario(*scenario.value, *model.lease), *model.lease);
        fuzz::expect(again.value == scenario.value, "what is written is not what was read");
        model.published.scenario = std::move(*scenario.value); // as of a case
        model.now = model.published;
        fuzz::take_away(model, fuzz::lot_of(text), one_in);
    }
}

void follow(const Model &published, std::string_view link) {
    const Model model = follow_link(published, link);
    fuzz::take_away(model, fuzz::lot_of(link), one_in);
    const Model again = follow_link(published, permalink_of(model));
    fuzz::expect(again.now == model.now && again.pinned == model.pinned,
                 "a permalink gives another scenario");
}

/// As leases are published: what a case supposes is in no link.
std::vector<Model> published_models() {
    std::vector<Model> models = fuzz::known_models();
    for (Model &model : models) {
        model = model_of(model.lease);
    }
    return models;
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    static const std::vector<Model> models = published_models();
    if (size == 0) {
        return 0;
    }
    const Model &published = models[data[0] % models.size()];
    const std::string_view text = fuzz::text_of(data + 1, size - 1);
    if (text.starts_with('{')) {
        suppose(published, text);
    } else {
        follow(published, text);
    }
    return 0;
}
