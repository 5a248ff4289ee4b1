#include "app/view/present.hpp"

#include "app/controls/controls.hpp"
#include "app/link/link.hpp"
#include "app/model/targets.hpp"
#include "app/view/answer_controls.hpp"
#include "app/view/scene.hpp"
#include "app/words/text.hpp"
#include "app/words/words.hpp"
#include "core/evaluate/evaluate.hpp"

#include <algorithm>

namespace offramp {

std::optional<Axis> axis_of_handle(const Model &model) {
    const Lease &lease = *model.lease;
    if (!lease.presentation.handle) {
        return std::nullopt;
    }
    const Name &handle = get(lease.names, *lease.presentation.handle);
    if (handle.source == NameSource::Delivery) {
        const auto &deliveries = model.now.scenario.deliveries;
        for (std::size_t i = 0; i < deliveries.size(); ++i) {
            if (deliveries[i].tranche.index == handle.index) {
                return DeliveryDay{i};
            }
        }
    }
    if (handle.source == NameSource::RightDay) {
        return NoticeDay{RightId{handle.index}};
    }
    if (handle.source == NameSource::Event && handle.kind == Kind::Day) {
        return EventDay{EventId{handle.index}};
    }
    return std::nullopt;
}

namespace {

std::optional<RightId> principal_of(const Lease &lease, const std::optional<Axis> &axis) {
    if (const auto *notice = axis ? std::get_if<NoticeDay>(&*axis) : nullptr) {
        return notice->right;
    }
    for (std::size_t i = 0; i < lease.rights.size(); ++i) {
        if (lease.rights[i].trigger.kind == TriggerKind::Missed) {
            return RightId{static_cast<std::int32_t>(i)};
        }
    }
    return lease.rights.empty() ? std::nullopt : std::optional{RightId{0}};
}

/// A picture for a lease that asks for none: all of its finite turning days, with a margin.
void frame_picture(Scene &scene) {
    Date first = scene.as_of;
    Date last = scene.as_of;
    const auto include = [&](const When &when) {
        for (const Date day : {when.least, when.most}) {
            // A bound before any lease comes of counting from a day of which nothing is known.
            if (day.is_day() && first_allowed <= day) {
                first = std::min(first, day);
                last = std::max(last, day);
            }
        }
    };
    for (std::size_t i = 0; i < scene.lease.tranches.size(); ++i) {
        const TrancheId tranche{static_cast<std::int32_t>(i)};
        include(day_named(scene.state, name_of_due(tranche)).value);
    }
    for (const RightState &right : scene.state.rights) {
        include(right.opens.value);
        include(right.first_effect->value);
    }
    const auto &shown = scene.lease.presentation;
    scene.whole.first = shown.first_day.value_or(add_days(first, -30));
    scene.whole.last =
        std::max(shown.last_day.value_or(add_days(last, 60)), add_days(scene.whole.first, 30));
    const Days view = scene.model.view.value_or(scene.whole);
    scene.first_day = view.first;
    scene.last_day = view.last;
}

void quote_papers(const Lease &lease, Exhibit &exhibit) {
    for (const Clause &clause : lease.clauses) {
        ClauseRow row{clause.id, clause.title, clause.text, phrase_of(clause.wording), {}};
        for (const SourceId source : clause.sources) {
            row.sources.push_back(get(lease.sources, source).id);
        }
        exhibit.clauses.push_back(std::move(row));
    }
    for (const Source &source : lease.sources) {
        exhibit.sources.push_back({source.id, source.title, source.url, source.date, source.kind});
    }
}

} // namespace

Scene::Scene(const Model &model_)
    : model(model_),
      lease(*model_.lease),
      scenario(model_.now.scenario),
      as_of(model_.now.as_of),
      state(evaluate(lease, scenario, as_of)),
      answered{lease, scenario, state},
      ways(ways_out(lease, scenario, state, as_of)),
      ledger(ledger_of(lease, scenario, as_of)) {
    axis = axis_of_handle(model);
    principal = principal_of(lease, axis);
    frame_picture(*this);
    if (axis) {
        regimes = offramp::regimes(lease, scenario, *axis, whole.first.day_number(),
                                   whole.last.day_number());
    }
}

Exhibit present(const Model &model, bool has_map) {
    const LocaleScope scope{model.locale};
    const Scene scene{model};
    const Lease &lease = scene.lease;
    const bool is_settled = !model.before_gesture.has_value();
    Exhibit exhibit{.lease = lease.id,
                    .title = lease.title,
                    .question = lease.presentation.question,
                    .introduction = lease.presentation.introduction,
                    .verdict = present_verdict(scene),
                    .summary = present_summary(scene),
                    .as_of = "As of " + long_date(scene.as_of),
                    .freshness = present_freshness(scene),
                    .echo = present_echo(scene),
                    .baseline = {},
                    .notes = model.notes,
                    .timeline = present_timeline(scene),
                    .map = is_settled || has_map ? present_map(scene) : std::nullopt,
                    .comparison = {},
                    .rights = present_rights(scene),
                    .money = present_money(scene),
                    .key_dates = present_key_dates(scene),
                    .readings = is_settled ? present_readings(scene) : std::vector<ReadingRow>{},
                    .readings_range = is_settled ? present_readings_range(scene) : std::string{},
                    .why = {},
                    .contrasts = present_contrasts(scene),
                    .explained = {},
                    .controls = stop_controls(scene),
                    .figures = {},
                    .clauses = {},
                    .sources = {},
                    .link = link_of(model),
                    .permalink = {}};
    exhibit.permalink = permalink_of(model, exhibit.link);
    const auto append = [&](std::vector<Control> controls) {
        for (Control &control : controls) {
            exhibit.controls.push_back(std::move(control));
        }
    };
    append(controls_of(model));
    append({explain_control(scene)});
    exhibit.explained = exhibit.controls.back().value;
    if (is_settled) {
        exhibit.why = present_why(scene, exhibit.explained);
    }
    append(view_controls(scene));
    exhibit.figures = present_figures(scene, exhibit);
    compare(scene, exhibit);
    // What can be dragged can be dragged within the picture.
    for (Control &control : exhibit.controls) {
        for (const Handle &handle : exhibit.timeline.handles) {
            if (handle.control == control.id) {
                control.min = scene.whole.first.day_number();
                control.max = scene.whole.last.day_number();
            }
        }
    }
    quote_papers(lease, exhibit);
    return exhibit;
}

} // namespace offramp
