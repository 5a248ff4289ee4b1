#include "io/scenario/write_scenario.hpp"

#include "io/json/names.hpp"
#include "io/lease/rule_writer.hpp"

namespace offramp {

namespace {

class ScenarioWriter {
  public:
    ScenarioWriter(const Scenario &scenario, const Lease &lease, Layout layout)
        : scenario_(scenario), lease_(lease), blank_(blank_scenario(lease)), json_(layout) {}

    std::string write() {
        json_.object([&] {
            if (!scenario_.deliveries.empty()) {
                json_.list("deliveries", scenario_.deliveries,
                           [&](const Delivery &one) { delivery(one); });
            }
            differing("notices", scenario_.notices, blank_.notices, lease_.rights,
                      [&](std::size_t, const Notice &one) { notice(one); });
            differing(
                "events", scenario_.events, blank_.events, lease_.events,
                [&](std::size_t i, const Happening &one) { happening(lease_.events[i], one); });
            differing("delays", scenario_.delays, blank_.delays, lease_.delays,
                      [&](std::size_t, const DelayDays &one) { delay(one); });
            differing("readings", scenario_.readings, blank_.readings, lease_.readings,
                      [&](std::size_t i, std::int32_t option) {
                          json_.value(
                              lease_.readings[i].options[static_cast<std::size_t>(option)].id);
                      });
            differing("unknowns", scenario_.unknowns, blank_.unknowns, lease_.unknowns,
                      [&](std::size_t i, const Numbers &supposed) {
                          value(lease_.unknowns[i].kind, supposed);
                      });
        });
        return json_.take() + "\n";
    }

  private:
    void value(Kind kind, const Numbers &range) { rules_.range(kind, range); }
    void value(const When &when) { value(Kind::Day, numbers_of(when)); }

    void known(Date day) {
        if (day != Date::dawn()) {
            json_.member("known", to_iso(day));
        }
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
            if (!delivery.is_all) {
                json_.member("units", [&] { value(Kind::Count, delivery.units); });
            }
            json_.member("basis", word_for(delivery.basis));
            known(delivery.known);
        });
    }

    void notice(const Notice &notice) {
        if (notice.channel < 0 && notice.known == Date::dawn()) {
            return value(notice.day);
        }
        json_.object([&] {
            json_.member(notice.channel < 0 ? "day" : "sent", [&] { value(notice.day); });
            if (0 <= notice.channel) {
                json_.member("by", lease_.channels[static_cast<std::size_t>(notice.channel)].id);
            }
            known(notice.known);
        });
    }

    void happening(const Event &event, const Happening &one) {
        if (one.known == Date::dawn()) {
            return value(event.kind, one.when);
        }
        json_.object([&] {
            json_.member("day", [&] { value(event.kind, one.when); });
            known(one.known);
        });
    }

    void delay(const DelayDays &delay) {
        if (delay.runs.empty()) {
            return value(Kind::Count, delay.undated);
        }
        json_.object([&] {
            json_.list("runs", delay.runs, [&](const DelayRun &run) {
                json_.object([&] {
                    json_.member("from", [&] { value(run.first); });
                    json_.member("to", [&] { value(run.last); });
                    if (run.hours != 0) {
                        json_.member("hours", run.hours);
                    }
                    known(run.known);
                });
            });
            json_.member("undated", [&] { value(Kind::Count, delay.undated); });
        });
    }

    const Scenario &scenario_;
    const Lease &lease_;
    Scenario blank_;
    JsonWriter json_;
    RuleWriter rules_{lease_, json_};
};

} // namespace

std::string write_scenario(const Scenario &scenario, const Lease &lease, Layout layout) {
    return ScenarioWriter{scenario, lease, layout}.write();
}

} // namespace offramp
