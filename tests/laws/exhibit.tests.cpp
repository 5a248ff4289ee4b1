// What is shown begins before it ends.
#include "laws.hpp"

#include "app/model/model.hpp"
#include "app/view/present.hpp"

#include <memory>

using namespace offramp;
using namespace offramp::laws;

namespace {

Broken inverted(const std::string &what, std::int64_t least, std::int64_t most) {
    return most < least ? Broken{what + " is " + numbers({least, most})} : Broken{};
}

Broken inverted_spans(const std::vector<Span> &spans, const std::string &of) {
    for (const Span &span : spans) {
        if (const Broken broken = inverted(of + ", " + span.label, span.first_day, span.last_day)) {
            return broken;
        }
    }
    return {};
}

Broken inverted_timeline(const Timeline &timeline) {
    if (const Broken broken = inverted("the picture", timeline.first_day, timeline.last_day)) {
        return broken;
    }
    if (const Broken broken = inverted_spans(timeline.band, "the band")) {
        return broken;
    }
    for (const Lane &lane : timeline.lanes) {
        if (const Broken broken = inverted_spans(lane.spans, lane.id)) {
            return broken;
        }
        if (const Broken broken = inverted_spans(lane.disputed, lane.id + " disputed")) {
            return broken;
        }
    }
    return {};
}

Broken inverted_exhibit(const Exhibit &exhibit) {
    if (const Broken broken = inverted_timeline(exhibit.timeline)) {
        return broken;
    }
    for (const RegimeMap::Row &row :
         exhibit.map ? exhibit.map->rows : std::vector<RegimeMap::Row>{}) {
        if (const Broken broken = inverted("row " + row.label, row.least, row.most)) {
            return broken;
        }
        if (const Broken broken = inverted_spans(row.spans, "row " + row.label)) {
            return broken;
        }
    }
    for (const Control &control : exhibit.controls) {
        if (const Broken broken = inverted("control " + control.id, control.min, control.max)) {
            return broken;
        }
    }
    for (const RightRow &row : exhibit.rights) {
        if (!row.first_iso.empty() && !row.last_iso.empty() && row.last_iso < row.first_iso) {
            return "the window of " + row.id + " is " + row.first_iso + " to " + row.last_iso;
        }
    }
    for (const MoneyRow &row : exhibit.money) {
        if (row.share < 0 || 1000 < row.share) {
            return "the share of " + row.id + " is " + std::to_string(row.share);
        }
    }
    return {};
}

} // namespace

TEST_CASE("What is shown begins before it ends", "[laws]") {
    holds(2'000, Variety::Wild, [](const Sample &sample) {
        Model model = model_of(std::make_shared<const Lease>(sample.lease));
        model.published.scenario = sample.scenario;
        model.now = model.published;
        return inverted_exhibit(present(model));
    });
}
