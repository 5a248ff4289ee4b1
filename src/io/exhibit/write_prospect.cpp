#include "io/exhibit/write_prospect.hpp"

#include "io/exhibit/exhibit_writer.hpp"

namespace offramp {

namespace {

class ProspectWriter : private ExhibitParts {
  public:
    std::string write(const ProspectExhibit &prospect) {
        json_.object([&] {
            texts({{"supposed", prospect.supposed},
                   {"as_of", prospect.as_of},
                   {"caveat", prospect.caveat}});
            each("outcomes", prospect.outcomes, [&](const LikelyOutcome &one) {
                texts({{"tone", word_of(one.tone)}, {"label", one.label}, {"chance", one.chance}});
                json_.member("parts", one.parts);
                each("days", one.days, [&](const LikelyDay &day) {
                    texts({{"day", day.text}});
                    json_.member("parts", day.parts);
                });
            });
            each("ways", prospect.ways, [&](const LikelyWay &one) { way(one); });
            quantiles("firm", prospect.firm);
            each("months", prospect.months, [&](const LikelyMonth &one) {
                texts({{"month", one.month}, {"fees", one.fees}});
            });
        });
        return json_.take();
    }

  private:
    void quantiles(std::string_view name, const LikelyQuantiles &all) {
        json_.member(name, [&] {
            json_.object([&] {
                texts({{"tenth", all.tenth}, {"median", all.median}, {"ninetieth", all.ninetieth}});
            });
        });
    }

    void way(const LikelyWay &one) {
        texts({{"holder", one.holder}, {"right", one.right}, {"chance", one.chance}});
        json_.member("least_parts", one.least_parts);
        json_.member("most_parts", one.most_parts);
        quantiles("first", one.first);
        quantiles("ends", one.ends);
        each("open", one.open, [&](const LikelyWay::Step &step) {
            texts({{"from", step.from}});
            json_.member("least_parts", step.least_parts);
            json_.member("most_parts", step.most_parts);
        });
    }
};

} // namespace

std::string write_prospect(const ProspectExhibit &prospect) {
    return ProspectWriter{}.write(prospect);
}

} // namespace offramp
