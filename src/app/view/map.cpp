// Outcomes by day and by units at once. Exact where it is cut: rows end where units turn an outcome
// on the first day of some regime, and each row is the band of its own most units.
#include "app/model/targets.hpp"
#include "app/view/scene.hpp"
#include "core/ask/published.hpp"

#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>
#include <set>

namespace offramp {

namespace {

constexpr std::size_t most_sizes = 12;

std::vector<Regime> regimes_with(const Scene &scene, const Axis &held, std::int64_t value,
                                 const Axis &axis, std::int64_t first, std::int64_t last,
                                 Work &work) {
    Scenario scenario = scene.scenario;
    suppose(scenario, held, exactly(value));
    return regimes(scene.lease, scenario, axis, first, last, work);
}

} // namespace

std::optional<RegimeMap> present_map(const Scene &scene) {
    const auto *day = scene.axis ? std::get_if<DeliveryDay>(&*scene.axis) : nullptr;
    if (day == nullptr || !scene.principal) {
        return std::nullopt;
    }
    // While another delivery is open nearly every day and size hangs on it: a map of "it depends".
    for (std::size_t i = 0; i < scene.scenario.deliveries.size(); ++i) {
        if (i != day->delivery && is_open(scene.scenario.deliveries[i])) {
            return std::nullopt;
        }
    }
    const DeliverySize size{day->delivery};
    const Delivery &delivery = scene.scenario.deliveries[day->delivery];
    const Tranche &tranche = get(scene.lease.tranches, delivery.tranche);
    const std::int64_t most = committed_units(scene.lease, delivery.tranche).most;
    if (most < 2 || !delivery.units.known()) {
        return std::nullopt;
    }
    const std::int64_t first = scene.whole.first.day_number();
    const std::int64_t last = scene.whole.last.day_number();
    Work work{most_work_of_regimes}; // for all of it
    std::set<std::int64_t> begins = {0};
    for (const Regime &regime : scene.regimes) {
        for (const Regime &by_size : regimes_with(scene, *day, regime.first, size, 0, most, work)) {
            begins.insert(by_size.first);
        }
    }
    if (most_sizes < begins.size()) {
        return std::nullopt;
    }
    RegimeMap map{.day_control = control_id(scene.model, *day),
                  .units_control = control_id(scene.model, size),
                  .label = sentence_case(tranche.unit) + "s delivered, by day",
                  .first_day = first,
                  .last_day = last,
                  .ticks = ticks_of(scene.whole.first, scene.whole.last),
                  .rows = {},
                  .day = value_at(scene.model.now, *day),
                  .units = delivery.units.least,
                  .day_text = short_date(delivery.day),
                  .units_text = grouped(delivery.units)};
    for (auto begin = begins.begin(); begin != begins.end(); ++begin) {
        const auto next = std::next(begin);
        const std::int64_t row_most = next == begins.end() ? most : *next - 1;
        RegimeMap::Row row{*begin, row_most, {}, {}};
        const auto by_day = regimes_with(scene, size, row_most, *day, first, last, work);
        for (Run &run : runs_of(scene, by_day)) {
            const bool holds_dot = run.first <= map.day && map.day <= run.last &&
                                   *begin <= map.units && map.units <= row_most;
            row.spans.push_back({run.first, run.last, run.name.tone, std::move(run.name.label),
                                 std::move(run.name.details), holds_dot});
        }
        // Rows that show the same are one.
        const bool repeats =
            !map.rows.empty() &&
            std::equal(row.spans.begin(), row.spans.end(), map.rows.back().spans.begin(),
                       map.rows.back().spans.end(), [](const Span &a, const Span &b) {
                           return a.first_day == b.first_day && a.label == b.label;
                       });
        if (repeats) {
            map.rows.back().most = row_most;
            for (std::size_t i = 0; i < row.spans.size(); ++i) {
                map.rows.back().spans[i].current |= row.spans[i].current;
            }
        } else {
            map.rows.push_back(std::move(row));
        }
    }
    for (RegimeMap::Row &row : map.rows) {
        row.label = row.least == row.most ? grouped(row.most)
                                          : grouped(row.least) + " to " + grouped(row.most);
    }
    if (work.is_done()) {
        return std::nullopt; // a map with gaps would claim what nobody asked
    }
    std::reverse(map.rows.begin(), map.rows.end());
    return map;
}

} // namespace offramp
