#include "io/write.hpp"

#include "io/json_writer.hpp"
#include "io/names.hpp"

namespace offramp {

namespace {

class ScenarioWriter {
  public:
    ScenarioWriter(const Scenario &scenario, const Lease &lease)
        : scenario_(scenario), lease_(lease), blank_(blank_scenario(lease)) {}

    std::string write() {
        json_.object([&] {
            if (!scenario_.deliveries.empty()) {
                json_.list("deliveries", scenario_.deliveries,
                           [&](const Delivery &one) { delivery(one); });
            }
            differing("notices", scenario_.notices, blank_.notices, lease_.rights,
                      [&](std::size_t, const When &when) { value(when); });
            differing("events", scenario_.events, blank_.events, lease_.events,
                      [&](std::size_t, const When &when) { value(when); });
            differing("readings", scenario_.readings, blank_.readings, lease_.readings,
                      [&](std::size_t i, std::int32_t option) {
                          json_.value(
                              lease_.readings[i].options[static_cast<std::size_t>(option)].id);
                      });
            differing("unknowns", scenario_.unknowns, blank_.unknowns, lease_.unknowns,
                      [&](std::size_t i, const Count &supposed) {
                          unknown(lease_.unknowns[i], supposed);
                      });
        });
        return json_.take() + "\n";
    }

  private:
    void value(const When &when) {
        range(when, [&](Date day) { json_.value(to_iso(day)); });
    }
    void value(const Count &count) {
        range(count, [&](std::int64_t number) { json_.value(number); });
    }

    template <typename T, typename Write>
    void range(const Range<T> &range, Write write) {
        if (range.known()) {
            write(range.least);
            return;
        }
        json_.object([&] {
            json_.member("from", [&] { write(range.least); });
            json_.member("to", [&] { write(range.most); });
        });
    }

    /// An object with those elements that are not as in the blank scenario, under their ids.
    template <typename T, typename Named, typename Write>
    void differing(std::string_view key, const std::vector<T> &all, const std::vector<T> &blank,
                   const std::vector<Named> &named, Write write) {
        if (all == blank) {
            return;
        }
        json_.member(key, [&] {
            json_.object([&] {
                for (std::size_t i = 0; i < all.size(); ++i) {
                    if (all[i] != blank[i]) {
                        json_.key(named[i].id);
                        write(i, all[i]);
                    }
                }
            });
        });
    }

    void delivery(const Delivery &delivery) {
        json_.object([&] {
            json_.member("tranche", get(lease_.tranches, delivery.tranche).id);
            json_.member("day", [&] { value(delivery.day); });
            json_.member("units", [&] { value(delivery.units); });
            json_.member("basis", word_for(delivery.basis));
        });
    }

    void unknown(const Unknown &unknown, const Count &supposed) {
        switch (unknown.kind) {
        case UnknownKind::Day:
            value(
                When{Date::from_day_number(supposed.least), Date::from_day_number(supposed.most)});
            break;
        case UnknownKind::Count:
            value(supposed);
            break;
        case UnknownKind::Amount:
            json_.value(
                to_decimal(Money::from_minor(supposed.least), minor_digits(lease_.currency)));
            break;
        }
    }

    const Scenario &scenario_;
    const Lease &lease_;
    Scenario blank_;
    JsonWriter json_{Layout::Indented};
};

} // namespace

std::string write_scenario(const Scenario &scenario, const Lease &lease) {
    return ScenarioWriter{scenario, lease}.write();
}

} // namespace offramp
