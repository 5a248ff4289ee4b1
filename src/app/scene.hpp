// What the parts of `present` share: a model with its answer. Internal to app.
#pragma once

#include "app/controls.hpp"
#include "app/exhibit.hpp"
#include "app/explain.hpp"
#include "app/model.hpp"
#include "core/lease_state.hpp"
#include "core/regimes.hpp"

#include <optional>
#include <vector>

namespace offramp {

struct Scene {
    explicit Scene(const Model &model);

    const Model &model;
    const Lease &lease;
    const Scenario &scenario;
    Date as_of;
    LeaseState state;
    Answered answered;
    std::optional<RightId> principal; ///< the right that the question is about
    std::optional<Axis> axis;         ///< what the handle drags
    Date first_day;                   ///< of the picture
    Date last_day;
    std::vector<Regime> regimes; ///< along the axis, over the picture; empty without an axis
};

/// The regime that holds a value; null when it lies outside the picture.
const Regime *regime_at(const Scene &scene, std::int64_t value);

/// How a regime is named and coloured.
struct RegimeName {
    Tone tone;
    std::string label;   ///< "Google may leave"
    std::string details; ///< a sentence without a full stop
};
RegimeName name_regime(const Scene &scene, const Regime &regime);

Tone tone_of(const Lease &lease, const Right &right, Status status);

Verdict present_verdict(const Scene &scene);
std::string present_freshness(const Scene &scene);
Timeline present_timeline(const Scene &scene);
std::vector<RightRow> present_rights(const Scene &scene);
std::vector<MoneyRow> present_money(const Scene &scene);
std::vector<KeyDateRow> present_key_dates(const Scene &scene);
std::vector<ReadingRow> present_readings(const Scene &scene);
std::vector<WhyTree> present_why(const Scene &scene);
std::string present_echo(const Scene &scene);

} // namespace offramp
